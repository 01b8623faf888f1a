"""What each column of a table was taken for, to be set right by a person."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from app import session
from app.components import prose
from app.components.import_source import Source, say
from kb.queries.facets import facets

LEFT_OUT = "-"


def show(source: Source, columns: Mapping[str, str]) -> None:
    """A choice for each heading; a change runs the dry run anew."""
    _ = session.words()
    st.header(_("Isi kolom"))
    prose.note(_("Tiap judul kolom Anda, dan isi yang dibaca Kajian darinya. Ubah kalau keliru."))
    labels = _labels()
    for number, (heading, content) in enumerate(columns.items()):
        held = content or LEFT_OUT
        options = dict.fromkeys([held, LEFT_OUT, *labels])
        key = f"import-column-{source.stamp[1]}-{number}"

        def follow(heading: str = heading, key: str = key) -> None:
            say(source.file, heading, st.session_state[key])

        st.selectbox(
            heading, list(options), format_func=lambda name: _shown(name, labels), index=0, key=key, on_change=follow
        )


def _shown(name: str, labels: Mapping[str, str]) -> str:
    _ = session.words()
    if name == LEFT_OUT:
        return _("(tidak diambil)")
    return " + ".join(labels.get(part, part) for part in name.split("+"))


def _labels() -> dict[str, str]:
    """Contents of the bibliography and facets, in the reader's words."""
    _ = session.words()
    works = {
        "author": _("Pengarang"), "year": _("Tahun"), "title": _("Judul"), "study": _("Pengarang, tahun, judul bersama"),
        "citekey": _("Kunci sitasi"), "doi": "DOI", "url": "URL", "container": _("Jurnal atau penerbit"),
        "kind": _("Jenis karya"), "number": _("Nomor urut"), "note": _("Catatan"), "method": _("Metode (semua)"),
        "similarities": _("Persamaan"), "differences": _("Perbedaan"),
    }  # fmt: skip
    language = session.language()
    return works | {facet.name: facet.labels.get(language, facet.name) for facet in facets(session.library()).values()}
