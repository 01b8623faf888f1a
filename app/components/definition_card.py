"""One definition with its citation, evidence and note."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app import session
from app.components import cited_as, copy, evidence, links, prose
from kb.citing.chains import TERMS, all_parenthetical, parenthetical
from kb.citing.ways import Ways
from kb.errors import KajianError
from kb.locale import error_text, fill
from kb.model.definition import Definition
from kb.model.text import Run, runs
from kb.review.ledger import ledger


def show_all(some: Sequence[Definition], *, with_concept: bool = False) -> None:
    """Cards of several definitions; their citations are made in one go."""
    cited = [definition for definition in some if definition.attribution]
    try:
        ways = session.ways(tuple(d.attribution for d in cited if d.attribution))
    except KajianError as refused:
        st.warning(prose.escaped(error_text(refused, session.language())))
        ways = ()
    by_id = {definition.id: each for definition, each in zip(cited, ways, strict=False)}
    for definition in some:
        show(definition, by_id.get(definition.id), with_concept=with_concept)


def show(definition: Definition, ways: Ways | None = None, *, with_concept: bool = False) -> None:
    """The card; quotations stand between quotation marks, a missing source is said."""
    _ = session.words()
    language = session.language()
    with st.container(border=True):
        if with_concept:
            st.markdown(f"**{definition.labels.get(language, definition.concept)}**")
        prose.paragraph(f"“{definition.text}”" if definition.quotation else definition.text)
        cited = (
            all_parenthetical((definition.attribution, *definition.also), TERMS[language])
            if definition.attribution
            else _("tanpa sumber")
        )
        _source(definition, cited)
        _alike(definition)
        with st.container(horizontal=True, vertical_alignment="center"):
            links.to_form("definition_form", _("Sunting"), f"edit-{definition.id}", pengertian=definition.id)
            copy.show(_choices(definition, ways), definition.id)
            evidence.show([definition.passage] if definition.passage else [], definition.id)


def _alike(definition: Definition) -> None:
    """Links to definitions of nearly the same words, each with whom it credits."""
    _ = session.words()
    whole = {entry.id: entry for entry in ledger(session.library())}
    for other in whole[definition.id].similar:
        source = whole[other.id].attribution
        cited = parenthetical(source, TERMS[session.language()]).strip("()") if source else _("tanpa sumber")
        words = fill(_("Hampir sama ({score} %): {cited}"), {"score": other.score, "cited": cited})
        links.to("definitions", other.id, links.plain(words), ":material/compare_arrows:")


def _choices(definition: Definition, ways: Ways | None) -> list[copy.Choice]:
    """What can be copied: the words with their citation, and each way of citing."""
    words = runs(definition.text)
    text = (Run("“"), *words, Run("”")) if definition.quotation else words
    return cited_as.choices(ways or Ways((), ()), text)


def _source(definition: Definition, cited: str) -> None:
    """The citation as it is printed, as it stands in the draft, and the note beside it."""
    _ = session.words()
    prose.note(cited)
    printed = definition.attribution.as_printed if definition.attribution else None
    if printed:
        prose.note(f"{_('Tertulis')}: {printed}")
    if definition.note:
        prose.note(f"{_('Catatan')}: {definition.note}")
