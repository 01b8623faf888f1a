"""Text widths and breaking into lines: nothing is lost and nothing is too wide."""

from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from kb.model.lettering import balanced, text_width, wrap
from kb.model.text import without_emphasis

TEXT = st.text(alphabet=string.ascii_letters + " *-/éñ日", max_size=60)


def letters(text: str) -> str:
    return "".join(without_emphasis(text).split())


@given(TEXT, st.integers(30, 300))
def test_wrapping_loses_no_letter(text: str, room: int) -> None:
    for lines in (wrap(text, 12, room), balanced(text, 12, room)):
        assert "".join(letters(line) for line in lines) == letters(text)


@given(TEXT, st.integers(30, 300))
def test_no_line_is_wider_than_its_room(text: str, room: int) -> None:
    assert all(text_width(line, 12) <= room + 0.01 for line in wrap(text, 12, room))


def test_emphasis_over_several_lines_stays_emphasis() -> None:
    assert wrap("usaha *home industry* desa", 12, 60) == ("usaha", "*home*", "*industry*", "desa")


def test_words_longer_than_a_line_are_cut_after_a_slash_first() -> None:
    assert wrap("organisasi/pengembangan", 12, 90) == ("organisasi/", "pengembangan")


def test_balanced_lines_need_no_more_lines_and_cut_no_word() -> None:
    assert balanced("Jejaring kerja", 17, 90, bold=True) == ("Jejaring", "kerja")
    assert balanced("satu dua tiga empat", 12, 90) == ("satu dua", "tiga empat")


def test_width_follows_the_letters_not_their_number() -> None:
    assert text_width("iiii", 12) < text_width("mmmm", 12) / 3
    assert text_width("a\u0301", 12) == text_width("a", 12)
    assert text_width("日", 12) == 12
