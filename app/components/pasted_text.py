"""A pasted abstract: the vocabulary's words found in it, each with its sentence; nothing is taken over without a click."""

from __future__ import annotations

from itertools import groupby

import streamlit as st

from app import session
from app.components import prose
from app.components.form import Form
from app.components.form_state import FormState
from kb.editing.found_words import FoundWord, found_words
from kb.editing.passages import quotes_of
from kb.editing.study_fields import packed
from kb.editing.study_options import facet_options
from kb.queries.facets import facets


def show(form: Form) -> None:
    """The text area, and beneath it each sentence with what it names that the form does not have yet."""
    _ = session.words()
    with st.expander(_("Tempel abstrak atau paragraf"), icon=":material/content_paste_search:"):
        text = form.long_text(
            "pasted", _("Teks sumber"), height=160,
            help=_("Kata yang dikenali ditawarkan di bawahnya; teksnya sendiri tidak disimpan."),
        )  # fmt: skip
        if not text.strip():
            return
        left = [word for word in found_words(form.state.library, text) if not _there(form, word)]
        if not left:
            prose.note(_("Tidak ada kata lain yang dikenali dalam teks ini."))
        for sentence, words in groupby(left, key=lambda word: word.sentence):
            with st.container(border=True):
                prose.note(sentence)
                _chips(form, list(words))


def _chips(form: Form, words: list[FoundWord]) -> None:
    language = session.language()
    labels = {facet.name: facet.labels[language] for facet in facets(form.state.library).values()}
    with st.container(horizontal=True):
        for word in words:
            value = facet_options(form.state.library, word.facet, language).get(word.value, word.words)
            st.button(
                prose.escaped(f"{labels[word.facet]}: {value}"), icon=":material/add:",
                key=f"{form.state.key}/:chip:{word.facet}:{word.value}", on_click=_take, args=(form.state, word),
            )  # fmt: skip


def _there(form: Form, word: FoundWord) -> bool:
    held = form.values.get(word.facet, [])
    return isinstance(held, list) and word.value in held


def _take(state: FormState, word: FoundWord) -> None:
    """The value into its list, with the words of the text, and its passage where the draft has the sentence."""
    stem = f"{word.facet}|+{word.value}"
    quotes = quotes_of(state.library, word.sentence)
    for name, value in (("text", word.words), ("passage", packed(quotes[0]) if len(quotes) == 1 else "")):
        state.base.setdefault(f"{stem}|{name}", "")
        state.put(f"{stem}|{name}", value)
    held = state.values.get(word.facet, [])
    state.type(word.facet, [*(held if isinstance(held, list) else []), word.value])
