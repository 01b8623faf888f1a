"""An answer on the screen: a real table whose rows lead to the things they tell of, and its downloads."""

from __future__ import annotations

from html import escape

import streamlit as st

from app import session
from app.components import links, paging
from app.components.exports import NAMES
from kb.model.answer import Answer
from kb.model.table import Cell
from kb.outputs import tables
from kb.outputs.html import runs_html

PAGES = {"study": "studies", "definition": "definitions", "concept": "concepts", "work": "works"}
STYLE = """<style>
.kajian-rows{overflow-x:auto}.kajian-rows table{border-collapse:collapse;width:100%;min-width:34rem}
.kajian-rows th,.kajian-rows td{border-bottom:1px solid var(--st-border-color,#bbb);padding:.5rem .6rem;text-align:left;vertical-align:top;line-height:1.45}
.kajian-rows p{margin:0 0 .25rem}.kajian-rows a{color:var(--st-link-color,inherit)}
</style>"""


def show(found: Answer, key: str) -> None:
    """The rows, a page at a time, and the whole as a file."""
    _ = session.words()
    rows = list(zip(found.table.rows, found.things, strict=True))
    if not rows:
        st.info(_("Tidak ada."))
        return
    head = "".join(f"<th scope='col'>{escape(column.label)}</th>" for column in found.table.columns)
    body = ""
    for row, (kind, identifier) in paging.part(rows, 50, key):
        first, *others = [_html(row.cells[column.id]) for column in found.table.columns]
        if kind in PAGES and identifier:
            first = f"<a href='{escape(links.address(PAGES[kind], identifier))}' target='_self'>{first}</a>"
        body += f"<tr><th scope='row'>{first}</th>{''.join(f'<td>{cell}</td>' for cell in others)}</tr>"
    st.html(
        f"{STYLE}<div class='kajian-rows' role='region' tabindex='0' aria-label='{escape(found.question)}'>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
    campus = session.profile()  # the file is made in a thread that knows no window
    with st.container(horizontal=True):
        for form in ("docx", "xlsx", "csv", "md"):
            st.download_button(
                NAMES[form], lambda form=form: tables.render(found.table, campus, form), f"jawaban.{form}",
                on_click="ignore", icon=":material/download:", key=f"{key}-{form}",
            )  # fmt: skip


def _html(cell: Cell) -> str:
    return "<br>".join(runs_html(part) for part in cell.paragraphs)
