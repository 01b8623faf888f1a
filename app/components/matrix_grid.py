"""The coverage matrix on the screen: a real table, marks with words for screen readers."""

from __future__ import annotations

import html

import streamlit as st

from app import session
from app.components import links, paging, prose
from app.components.prose import as_html
from kb.model.coverage import Coverage, CoverageRow

_STYLE = """<style>
.kajian-matrix{overflow-x:auto}.kajian-matrix table{border-collapse:collapse;width:100%}
.kajian-matrix th,.kajian-matrix td{border:1px solid var(--st-border-color,#bbb);padding:.45rem .7rem;text-align:center}
.kajian-matrix th[scope=row]{text-align:left;font-weight:500}.kajian-matrix td.no{opacity:.75}
.kajian-matrix a{color:inherit}.kajian-matrix th.gap{background:rgba(194,65,12,.14)}
</style>"""


def show(matrix: Coverage, language: str) -> None:
    """Rows are studies, columns are values; an uncovered value is marked."""
    _ = session.words()
    marks = {
        ("stated", "stated"): ("✓", _("dinyatakan")),
        ("stated", "interpreted"): ("≈", _("tafsiran")),
        ("absent", "stated"): ("✗", _("dinyatakan tidak")),
    }
    uncovered = set(matrix.uncovered)
    gap = f"<br><small>{_('celah')}</small>"
    head = "".join(
        f"<th scope='col' class='gap'>{as_html(value)}{gap}</th>"
        if value in uncovered
        else f"<th scope='col'>{as_html(value)}</th>"
        for value in matrix.values
    )
    body = ""
    for row in paging.part(matrix.rows, 100, "matrix"):
        cells = ""
        for mark in row.cells.values():
            silent = ("–", _("tidak disebutkan")) if mark.state == "not-in-source" else ("·", _("belum dibaca"))
            sign, word = marks.get((mark.state, mark.basis or ""), silent)
            cells += f"<td{' class=no' if mark.state != 'stated' else ''} title='{word}'><span aria-label='{word}'>{sign}</span></td>"
        body += f"<tr><th scope='row'>{_study(row)}</th>{cells}</tr>"
    st.html(
        f"{_STYLE}<div class='kajian-matrix' role='region' tabindex='0' aria-label='{_('Matriks')}'>"
        f"<table><thead><tr><th scope='col'>{_('Penelitian')}</th>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
    prose.note(_("✓ dinyatakan · ≈ tafsiran pembaca · ✗ dinyatakan tidak · – tidak disebutkan · · belum dibaca"))


def _study(row: CoverageRow) -> str:
    """The study as a link to its page."""
    address = html.escape(links.address("studies", row.study))
    return f"<a href='{address}' target='_self'>{html.escape(row.label)}</a>"
