"""A Turtle text read from memory is read as if it had never been seen."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.errors import SaveError
from kb.store import turtle_spans
from kb.store.turtle_spans import Document, Statement, document, patched
from kb.store.turtle_tokens import Token

BASE = "http://contoh.id/#"
SENTENCES = (
    "@prefix a: <http://a.id/#> .",
    "@prefix a: <http://lain.id/#> .",
    "PREFIX b: <http://b.id/#>",
    "@base <http://dasar.id/> .",
    "@base <lebih/> .",
    "a:x a:p a:y .",
    'a:x a:p "satu. dua" , """tiga "empat" .""" ; a:q [ a:r ( 1 2.5 ) ] .',
    "<rel> a:p 'x'@id .",
    "_:n a:p a:z .",
    "[] a:p 1.5e3 .",
    "# catatan . a:x",
    "a:\\~x a:p <\\u0041> .",
)
PIECES = (
    "",
    "x",
    ".",
    " . ",
    "\n",
    '"',
    '"""',
    "#",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "a:y",
    "_:m",
    "\\",
    "@base <z/> .",
    "@prefix a: <http://b.id/> .",
)


def read(text: str) -> Document | None:
    try:
        return document(text, BASE)
    except SaveError:
        return None


@settings(max_examples=1500, deadline=None)
@given(st.data())
def test_patching_gives_the_document_of_a_new_reading(data: st.DataObject) -> None:
    first = "@prefix a: <http://a.id/#> .\n"
    old = first + "\n".join(data.draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))) + "\n"
    held = read(old)
    if held is None:
        return
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, min(len(old), start + 15)))
    text = old[:start] + "".join(data.draw(st.lists(st.sampled_from(PIECES), max_size=3))) + old[end:]
    try:
        found = patched(held, text)
    except SaveError:
        assert read(text) is None
        return
    assert found is None or found == read(text)


def test_what_stands_before_and_behind_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [f'a:s{number} a:p "nilai {number}" .' for number in range(200)]
    old = "@prefix a: <http://a.id/#> .\n" + "\n".join(lines) + "\n"
    held, text = document(old, BASE), old.replace("nilai 100", "nilai yang lain")
    anew = document(text, BASE)
    starts: list[int] = []
    real = turtle_spans._statement

    def noted(words: list[Token], prefixes: Mapping[str, str], base: str) -> Statement:
        starts.append(words[0].start)
        return real(words, prefixes, base)

    monkeypatch.setattr(turtle_spans, "_statement", noted)
    assert patched(held, text) == anew
    assert starts == [text.index("a:s100 "), text.index("a:s101 ")]
