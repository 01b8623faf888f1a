"""Persons and sources as tables whose rows lead to their pages; what is doubtful is said in words, not by colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from app import session
from app.components import links, paging
from app.components.answer_table import STYLE
from kb.locale import Translator, fill
from kb.model.identification import Candidate
from kb.model.person import PersonMet
from kb.model.source_use import SourceUse

_WIDE = "<style>.kajian-rows .wide table{min-width:52rem}.kajian-rows th span,.kajian-rows th small{font-weight:400}</style>"
_AT_ONCE = 50


def people(every: Sequence[PersonMet], sources: Mapping[str, SourceUse], alike: Sequence[Candidate]) -> None:
    """Name, other spellings, works, how often cited, and whether a spelling may be somebody else's."""
    _ = session.words()
    asked = _search(_("Cari tokoh"), "people-search")
    kept = [p for p in every if asked in " ".join((p.name, *(s.text for s in p.spellings))).casefold()]
    doubtful = {thing for candidate in alike for thing in candidate.things}
    rows = [
        (
            _link("person", person.id, person.name)
            + (f"<br><small>{_('lembaga')}</small>" if person.organisation else ""),
            "<br>".join(_spelled(s.text, s.years) for s in person.spellings if s.text != person.name) or "–",
            "<br>".join(_work(key, sources) for key in person.works) or "–",
            str(len(person.cited) or "–"),
            escape(_("ejaan mirip")) if person.id in doubtful else "",
        )
        for person in paging.part(kept, _AT_ONCE, "people")
    ]
    _table(_("Tokoh"), (_("Nama"), _("Ejaan lain"), _("Karya"), _("Dikutip"), _("Catatan")), rows)


def sources(every: Sequence[SourceUse]) -> None:
    """Work, year, read directly or through whom, how often relied on, and what to see to."""
    _ = session.words()
    asked = _search(_("Cari sumber"), "sources-search")
    kept = [use for use in every if asked in f"{use.label} {use.title} {use.citekey}".casefold()]
    rows = [
        (
            _link("work", use.citekey, use.label) + f"<br><span>{escape(use.title)}</span>",
            escape(use.year or _("t.t.")),
            escape(how_read(use, _)),
            str(use.times or "–"),
            "<br>".join(escape(_warning(each, _)) for each in use.warnings),
        )
        for use in paging.part(kept, _AT_ONCE, "sources")
    ]
    _table(_("Sumber"), (_("Karya"), _("Tahun"), _("Dibaca"), _("Diandalkan"), _("Catatan")), rows)


def how_read(use: SourceUse, _: Translator) -> str:
    """In whose hands the work was."""
    said = []
    if use.direct or use.relied:
        said.append(_("langsung"))
    if use.through:
        said.append(fill(_("melalui {hosts}"), {"hosts": ", ".join(use.through)}))
    return "; ".join(said) or "–"


def _warning(name: str, _: Translator) -> str:
    return {
        "undated": _("tanpa tahun"),
        "only-secondary": _("hanya melalui sumber lain"),
        "alike": _("mungkin satu dengan entri lain"),
        "unused": _("tidak dikutip"),
    }[name]


def _search(label: str, key: str) -> str:
    return str(st.text_input(label, key=key, placeholder=label, label_visibility="collapsed") or "").strip().casefold()


def _link(kind: str, identifier: str, words: str) -> str:
    where = links.address("people", identifier) if kind == "person" else links.address("people", identifier, "karya")
    return f"<a href='{escape(where)}' target='_self'>{escape(words)}</a>"


def _work(key: str, sources: Mapping[str, SourceUse]) -> str:
    return _link("work", key, sources[key].label) if key in sources else escape(key)


def _spelled(text: str, years: Sequence[str]) -> str:
    return f"“{escape(text)}”" + (f" ({', '.join(years)})" if years else "")


def _table(label: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    _ = session.words()
    if not rows:
        st.info(_("Tidak ada."))
        return
    columns = "".join(f"<th scope='col'>{escape(name)}</th>" for name in head)
    body = "".join(
        f"<tr><th scope='row'>{first}</th>{''.join(f'<td>{c}</td>' for c in rest)}</tr>" for first, *rest in rows
    )
    st.html(
        f"{STYLE}{_WIDE}<div class='kajian-rows wide' role='region' tabindex='0' aria-label='{escape(label)}'>"
        f"<table><thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table></div>"
    )
