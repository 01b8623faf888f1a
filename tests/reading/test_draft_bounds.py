"""No draft is read beyond what anybody wrote, and no audit goes on for ever."""

from __future__ import annotations

import re
import signal
from collections import Counter

import pytest

from kb.audit import numbering
from kb.audit.audit import audit
from kb.errors import InputError
from kb.reading import drafts
from kb.reading.drafts import read_draft
from kb.store.worker import processor_seconds


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("kata " * 50_000, "draft-paragraph-too-long"),
        (("Kata. " * 1_000 + "\n\n") * 400, "draft-too-long"),
        ("a\n\n" * 50_000, "draft-too-many-paragraphs"),
        ("(2019) " * 25_000, "draft-too-many-years"),
        ("kata\n" * 900_000, "draft-too-large"),
    ],
)
def test_more_than_anybody_wrote_is_refused(text: str, code: str) -> None:
    with pytest.raises(InputError) as refused:
        read_draft([("x.md", text.encode())])
    assert refused.value.code == code


def test_several_files_are_one_draft() -> None:
    part = ("a.md", ("Kata kata kata.\n\n" * 15_000).encode())
    assert len(read_draft([part]).blocks) < drafts.MOST_BLOCKS
    with pytest.raises(InputError):
        read_draft([part, part, part])


def test_what_takes_too_long_is_stopped_in_the_middle_of_a_pattern() -> None:
    with pytest.raises(InputError) as stopped, processor_seconds(0.2, "draft-stopped", "x.md"):
        re.match("(a+)+$", "a" * 60 + "b")
    assert stopped.value.code == "draft-stopped" and stopped.value.params["what"] == "x.md"
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_lists_that_begin_again_are_compared_with_the_last_few(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: Counter[str] = Counter()
    value = numbering._value

    def counted(label: str, before: str) -> int:
        calls[label] += 1
        return value(label, before)

    monkeypatch.setattr(numbering, "_value", counted)
    audit(read_draft([("x.md", ("a) kata; b) kata;\n\n" * 400).encode())]))
    assert 400 <= sum(calls.values()) <= 400 * 50


def test_a_missing_part_is_looked_for_and_told_once() -> None:
    asked: list[str] = []
    draft = read_draft([("x.tex", b"\\input{a}\n\n" * 500)], lambda name: asked.append(name))
    assert len(asked) == 1
    assert [found.check for found in draft.findings] == ["part-missing"]
