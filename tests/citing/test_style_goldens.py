"""Reference lists in five styles, every line read against the facts of the works and the rules of the style."""

from __future__ import annotations

import pytest

from tests.citing.printing import EXAMPLE, HERE, STYLES, VARIED, lines


@pytest.mark.parametrize("style", STYLES)
def test_the_example_s_list_is_the_one_that_was_read(style: str) -> None:
    assert lines(EXAMPLE, style) == (HERE / "golden" / f"example-{style}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("style", STYLES)
def test_works_of_every_kind_are_printed_as_the_style_wants(style: str) -> None:
    assert lines(VARIED, style) == (HERE / "golden" / f"varied-{style}.txt").read_text(encoding="utf-8")


def test_an_english_list_has_the_words_and_dates_of_english() -> None:
    assert lines(EXAMPLE, "apa", "en") == (HERE / "golden" / "example-apa-en.txt").read_text(encoding="utf-8")
