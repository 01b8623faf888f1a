"""Studies: a card in a list, and the page of one."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import copy, evidence, links, prose, study_actions
from kb.model.study import Facet, Sentence, Study
from kb.model.text import runs
from kb.outputs.listing import distinct_words, value_words


def card(study: Study) -> None:
    """Author, year, title, approach and aspects; the title leads to the page."""
    _ = session.words()
    with st.container(border=True):
        links.to("studies", study.id, f"**{study.label}**")
        if study.work and study.work.title:
            prose.paragraph(study.work.title)
        badges = [value_words(v, session.language()) for v in study.facets.get("approach", ())]
        badges += [f"{_('aspek')} {label}" for label in study.aspects]
        if badges:
            st.markdown(" ".join(f":blue-badge[{badge}]" for badge in dict.fromkeys(badges)))


def page(study: Study, facets: list[Facet]) -> None:
    """Everything that is known of one study, with what it rests on and what is still unread."""
    _ = session.words()
    st.header(study.label)
    if study.work and study.work.title:
        prose.paragraph(study.work.title)
    study_actions.show(study)
    left, right = st.columns(2)
    with left:
        st.subheader(_("Unsur pembanding"))
        for facet in facets:
            _facet(study, facet)
    with right:
        for title, sentences in ((_("Persamaan"), study.similarities), (_("Perbedaan"), study.differences)):
            st.subheader(title)
            for place, sentence in enumerate(sentences):
                _sentence(sentence, f"{study.id}-{title}-{place}")
            if not sentences:
                prose.note(_("Belum ada."))
        _not_comparable(study, {facet.name: facet.labels[session.language()] for facet in facets})


def _facet(study: Study, facet: Facet) -> None:
    _ = session.words()
    values = study.facets.get(facet.name, ())
    label = facet.labels[session.language()]
    left, right = st.columns([4, 1], vertical_alignment="top")
    with left:
        st.markdown(f"**{label[:1].upper()}{label[1:]}**")
        for words in distinct_words(values, session.language()):
            prose.paragraph(words)
        if not values:
            prose.note(_("belum dibaca"))
    with right:
        evidence.show([value.passage for value in values if value.passage], f"{study.id}-{facet.name}")


def _sentence(sentence: Sentence, key: str) -> None:
    _ = session.words()
    prose.paragraph(sentence.text)
    origin = _("kalimat dalam naskah") if sentence.origin == "asserted" else _("dihitung dari unsur pembanding")
    prose.note(f"{origin}{' · ' + _('tafsiran') if sentence.basis == 'interpreted' else ''}")
    with st.container(horizontal=True, vertical_alignment="center"):
        copy.show([copy.Choice(_("Salin"), runs(sentence.text))], key)
        evidence.show(sentence.passages, key)


def _not_comparable(study: Study, labels: dict[str, str]) -> None:
    if study.not_comparable:
        _ = session.words()
        names = ", ".join(labels.get(item.facet, item.facet) for item in study.not_comparable)
        st.info(f"{_('Belum dapat dibandingkan')}: {names}", icon=":material/help:")
