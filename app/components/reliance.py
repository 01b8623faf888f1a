"""How much rests on works that were read through others: share, hosts relied on most, originals to look up."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import links, prose
from kb.citing.dependence import dependence
from kb.locale import fill
from kb.model.dependence import Dependence
from kb.queries.attributions import citations_noted
from kb.queries.works import works_by_key
from kb.store.library import Library


def show(opened: Library) -> None:
    """Numbers and lists over the citations that the notes hold."""
    _ = session.words()
    found = dependence(citations_noted(opened), works_by_key(opened))
    if not found.citations:
        st.info(
            _(
                "Catatan belum memuat kutipan. Tambahkan pengertian dengan sumbernya; naskah diperiksa pada halaman Pemeriksaan."
            )
        )
        return
    percent = round(found.share * 100)
    left, middle, right = st.columns(3)
    left.metric(_("Sumber sekunder"), f"{percent} %", help=f"{found.secondary} / {found.citations}")
    middle.metric(_("Perantara"), len(found.hosts))
    right.metric(_("Karya asli yang perlu dicari"), len(found.originals))
    words = _("{count} dari {total} kutipan ({percent} %) dibaca melalui karya lain.")
    prose.paragraph(fill(words, {"count": found.secondary, "total": found.citations, "percent": percent}))
    _lists(found)


def _lists(found: Dependence) -> None:
    _ = session.words()
    left, right = st.columns(2)
    with left:
        st.header(_("Paling diandalkan"))
        for host in found.hosts:
            name = f"{host.name} ({host.year})" if host.year else f"{host.name} ({_('t.t.')})"
            _source(host.citekey, f"{host.times} × {name}")
            prose.note(", ".join(host.originals))
    with right:
        st.header(_("Karya asli yang perlu dicari"))
        for each in found.originals:
            name = f"{each.name} ({each.year})" if each.year else each.name
            _source(each.citekey, ". ".join(filter(None, (name, each.title))))
            prose.note(fill(_("dalam {hosts}"), {"hosts": ", ".join(each.hosts)}))
    for older in found.older:
        words = fill(_("{original} ({year}) dalam {host} ({host_year})"), {
            "original": older.original, "year": older.original_year, "host": older.host, "host_year": older.host_year,
        })  # fmt: skip
        st.warning(
            f"{_('Perantara lebih tua daripada yang dikutipnya')}: {prose.escaped(words)}", icon=":material/warning:"
        )


def _source(citekey: str | None, words: str) -> None:
    if citekey:
        links.to("people", citekey, links.plain(words), None, "karya")
    else:
        prose.paragraph(words)
