"""Tanya: guided questions in two clicks, each answer with a link of its own; SPARQL for those who want it."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import answer_table, links, prose, query_console
from kb.review.questions import answer, questions

_ = session.words()
opened, language = session.library(), session.language()
st.title(_("Tanya"))
known = opened.remember(
    ("questions", session.profile(), language), lambda: questions(opened, session.profile(), language)
)
templates = {
    name: question.template.replace("“{value}”", "…").replace("{value}", "…") for name, question in known.items()
}
asked = links.choose("soal", templates, _("Pilih pertanyaan"), _("Pertanyaan itu tidak ada. Ini daftarnya."))
if asked is None:
    prose.note(_("Pertanyaan yang sering ditanyakan pembimbing; jawabannya dari yang sudah Anda catat."))
    links.several({name: ("ask", {"soal": name}, text) for name, text in templates.items()})
else:
    question = known[asked]
    value = ""
    if question.chooses:
        chosen = links.choose("nilai", dict(question.options), _("Tentang"), _("Pilihan itu tidak ada. Ini daftarnya."))
        if chosen is None:
            links.several(
                {key: ("ask", {"soal": asked, "nilai": key}, label) for key, label in question.options.items()}
            )
        value = chosen or ""
    if value or not question.chooses:
        found = answer(question, value, language)
        st.header(found.question)
        answer_table.show(found, f"answer-{asked}")
with st.expander(_("Lanjutan: SPARQL"), icon=":material/code:"):
    query_console.show()
