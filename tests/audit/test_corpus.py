"""Chapters in the manner of other fields: what was planted is found, and no trap is called certainly wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.audit.score import HELD_OUT, VISIBLE, expectations, score

ALL = [*VISIBLE, *HELD_OUT]
CLEAN = [folder for folder in VISIBLE if expectations(folder).get("clean")]


def test_there_are_enough_chapters_and_planted_things() -> None:
    planted = [len(expectations(folder).get("defect", ())) for folder in ALL]
    traps = [len(expectations(folder).get("trap", ())) for folder in ALL]
    assert len(ALL) >= 14 and len(HELD_OUT) >= 7
    assert sum(planted) >= 90 and sum(traps) >= 80


@pytest.mark.parametrize("folder", ALL, ids=lambda folder: folder.name)
def test_no_trap_is_an_error_and_every_citation_is_found(folder: Path) -> None:
    result = score(folder)
    assert not result.tripped and not result.citations_missed


@pytest.mark.parametrize("folder", ALL, ids=lambda folder: folder.name)
def test_no_error_was_not_planted(folder: Path) -> None:
    assert [each for each in score(folder).unplanted if each.severity == "error"] == []


def test_at_least_95_of_100_planted_defects_are_found() -> None:
    scores = [score(folder) for folder in ALL]
    found, missed = sum(each.found for each in scores), sum(len(each.missed) for each in scores)
    assert found / (found + missed) >= 0.95, [each.missed for each in scores if each.missed]


@pytest.mark.parametrize("folder", CLEAN, ids=lambda folder: folder.name)
def test_a_clean_chapter_of_forty_citations_has_no_error_and_no_warning(folder: Path) -> None:
    report = score(folder).report
    assert len(report.citations) >= 40
    assert [each for each in report.findings if each.severity != "info"] == []
    assert (report.unlisted, report.uncited) == (0, ())
