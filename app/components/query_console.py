"""SPARQL for those who want it: read-only, bounded, and its bounds are said."""

from __future__ import annotations

from html import escape

import streamlit as st

from app import session
from app.components import paging, prose
from app.components.answer_table import STYLE
from kb.errors import KajianError
from kb.locale import error_text, fill
from kb.outputs import answers
from kb.store.query_door import MEGABYTES, ROWS, SECONDS, Answer
from kb.store.warm_questions import ask_warmly

TEXT, ANSWER = "sparql-text", "sparql-answer"
EXAMPLE = """SELECT ?studi ?nama WHERE {
  ?studi a kajian:Study ; skos:prefLabel ?nama .
}
ORDER BY ?nama"""


def show() -> None:
    """The text, the button, the rows."""
    _ = session.words()
    bounds = {"rows": f"{ROWS:,}".replace(",", "."), "seconds": f"{SECONDS:g}", "memory": MEGABYTES}
    prose.note(
        fill(
            _("Hanya membaca. Paling banyak {rows} baris, {seconds} detik, {memory} MB; awalan umum sudah dikenal."),
            bounds,
        )
    )
    st.session_state.setdefault(TEXT, EXAMPLE)
    text = st.text_area(_("Pertanyaan SPARQL"), key=TEXT, height=180)
    if st.button(_("Jalankan"), type="primary", icon=":material/play_arrow:", key="sparql-run"):
        st.session_state[ANSWER] = _asked(text)
    found = st.session_state.get(ANSWER)
    if isinstance(found, str):
        st.error(found)
    elif found is not None:
        _show(found)


def _asked(text: str) -> Answer | str:
    try:
        with st.spinner(session.words()("Mencari jawaban …")):
            return ask_warmly(session.root(), text)
    except KajianError as refused:
        return error_text(refused, session.language())


def _show(found: Answer) -> None:
    _ = session.words()
    if found.truth is not None:
        st.success(_("Ya") if found.truth else _("Tidak"))
        return
    if found.more:
        st.warning(fill(_("{n} baris pertama dari lebih. Persempit pertanyaan untuk melihat sisanya."), {"n": ROWS}))
    else:
        prose.note(f"{len(found.rows)} {_('baris')}")
    if not found.rows:
        return
    head = "".join(f"<th scope='col'>{escape(name)}</th>" for name in found.variables)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(term.value) if term else ''}</td>" for term in row) + "</tr>"
        for row in paging.part(found.rows, 50, "sparql")
    )
    st.html(
        f"{STYLE}<div class='kajian-rows' role='region' tabindex='0' aria-label='{escape(_('Jawaban'))}'>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
    with st.container(horizontal=True):
        for form in ("csv", "tsv"):
            st.download_button(form.upper(), lambda form=form: answers.render(found, form), f"jawaban.{form}",
                               on_click="ignore", icon=":material/download:", key=f"sparql-{form}")  # fmt: skip
