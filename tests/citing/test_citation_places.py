"""A citation put anywhere is found there, and time grows with the text, no faster."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kb.citing.grammar import citations
from kb.reading.drafts import read_draft

_WORDS = [
    "jejaring",
    "kerja",
    "dibangun",
    "oleh",
    "pemilik",
    "usaha",
    "yang",
    "saling",
    "percaya",
    "di",
    "desa",
    "itu",
    "setiap",
    "hari",
]
_PROSE = st.lists(st.sampled_from(_WORDS), min_size=3, max_size=25).map(" ".join)
_NAMES = ["Wiryawan", "Hestiningtyas", "Kusnadi", "Simatupang", "Okafor", "Lindqvist"]
_YEARS = st.integers(1950, 2024)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PROSE, min_size=1, max_size=6), st.data())
def test_a_citation_put_anywhere_is_found_at_its_place(paragraphs: list[str], data: st.DataObject) -> None:
    name, year = data.draw(st.sampled_from(_NAMES)), data.draw(_YEARS)
    form = data.draw(st.sampled_from(["({n}, {y})", "({n}, {y}: 12)", "{n} ({y})", "({n} dkk., {y})"])).format(
        n=name, y=year
    )
    number = data.draw(st.integers(0, len(paragraphs) - 1))
    words = paragraphs[number].split()
    at = data.draw(st.integers(1, len(words)))
    paragraphs[number] = " ".join([*words[:at], form, *words[at:]])
    text = "\n\n".join(f"Paragraf {paragraph}." for paragraph in paragraphs)
    before = text[: text.index(form)]
    found = citations(read_draft([("bab.md", text.encode())]))
    assert [(each.as_written, each.authors, each.year) for each in found] == [(form, (name,), str(year))]
    assert (found[0].line, found[0].column) == (before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from(list("AaBb (),.;:&\"“”[]2019\ndalmenurtTk-'’")), max_size=300))
def test_any_soup_of_signs_is_read_without_a_crash(text: str) -> None:
    for each in citations(read_draft([("bab.md", text.encode())])):
        assert each.as_written and each.line >= 1 and each.column >= 1
