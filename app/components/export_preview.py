"""The beginning of what an export will hold."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import streamlit as st

from app import session
from app.components import exports, matrix_grid, prose
from kb.model.table import Table
from kb.outputs import maps
from kb.outputs.html import runs_html, table_fragment
from kb.outputs.ledger import ledger_table
from kb.outputs.references import labelled

ROWS = 5


def show(name: str) -> None:
    """A preview of the thing of that name; where there is nothing yet, what is missing."""
    {
        "table": _table,
        "matrix": _matrix,
        "narrative": _narrative,
        "definitions": _definitions,
        "references": _references,
        "map": _map,
        "brief": _brief,
        "base": _base,
    }[name]()


def _table() -> None:
    _some_rows(exports.here().table())


def _definitions() -> None:
    _some_rows(ledger_table(exports.here().ledger_entries(), exports.here().cited(), session.language()))


def _some_rows(table: Table) -> None:
    _ = session.words()
    if not table.rows:
        prose.note(_("Belum ada isinya."))
        return
    st.html(table_fragment(replace(table, rows=table.rows[:ROWS]), session.profile()))
    if len(table.rows) > ROWS:
        prose.note(f"… {len(table.rows) - ROWS} {_('baris lagi')}")


def _matrix() -> None:
    found = exports.here().matrix()
    if found.rows and found.values:
        matrix_grid.show(replace(found, rows=found.rows[:ROWS]), session.language())
    else:
        prose.note(session.words()("Belum ada isinya."))


def _narrative() -> None:
    told = exports.here().narrated().paragraphs
    for paragraph in told[:3]:
        prose.paragraph(paragraph.text)
    if not told:
        prose.note(session.words()("Belum ada isinya."))


def _references() -> None:
    listed = exports.here().works().references
    items = "".join(
        f"<p style='margin:0 0 .5rem;padding-left:2rem;text-indent:-2rem'>{runs_html(labelled(each))}</p>"
        for each in listed[: 3 * ROWS]
    )
    st.html(items or f"<p>{escape(session.words()('Belum ada isinya.'))}</p>")


def _map() -> None:
    placed = exports.here().drawn()
    if placed.map.nodes:
        st.image(maps.render(placed, "svg").decode(), caption=placed.map.title, width="stretch")
    else:
        prose.note(session.words()("Belum ada isinya."))


def _brief() -> None:
    prose.note(
        session.words()("Tabel, matriks, celah, peta, narasi, dan yang masih terbuka: satu berkas untuk pembimbing.")
    )


def _base() -> None:
    _ = session.words()
    prose.note(
        _("ZIP memuat berkas proyek apa adanya dan dapat diimpor kembali; format lain untuk perangkat data terbuka.")
    )
    st.code("\n".join(sorted({"kajian.toml", *session.library().files})), language=None)
