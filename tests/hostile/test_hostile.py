"""Hostile inputs at every door, a share of them; all are met in `benchmarks/proofs/hostile.py`.

Each is met by the command line itself in a child that is measured. The judge is first tried on a reader without care.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.hostile.every import all_cases
from tests.hostile.judge import DOORS, Judge
from tests.hostile.traps import Case, case

EACH = 10
"""Cases of each door in the short run, beside the careful ones."""
CAREFUL = ("triple terms nested", "deep lists", "billion laughs", "an entity of a file", "a bomb that lies", "the last cell",
           "an escaped NUL", "names like paths", "a context of the network", "reads a file", "macros of each other",
           "a number of a million digits", "a base that is none", "a base with lines", "notes everywhere", "no keys", "an author in braces",
           "deep settings", "macros that double", "draf.md is a pipe", "draf.md is a link to a device", "notes are a link to itself",
           "a style is a pipe", "a form is a pipe", "a name that is no text", "folders in folders", ".kajian/holder is a pipe",
           ".kajian/holder is a link to a file elsewhere", ".kajian/cache is a link to a folder elsewhere", ".kajian/journal is a pipe",
           ".kajian/history/versions is a link to a folder elsewhere", ".kajian/history/saves/000001.json is a pipe")  # fmt: skip
"""Cases that once did harm, or that the whole thing is about: met first."""


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge() as opened:
        yield opened


def some() -> list[Case]:
    """The careful ones, and a share of each door."""
    quick = [each for each in all_cases() if not each.slow]
    first = [each for each in quick if each.name.partition(": ")[2] in CAREFUL]
    shares = [[each for each in quick if each.door == door and each not in first] for door in DOORS]
    return first + [each for share in shares for each in share[:: max(1, len(share) // EACH)]]


def test_there_are_hostile_inputs_enough() -> None:
    cases = [(each.name, each.door) for each in all_cases()]
    assert len({name for name, _ in cases}) == len(cases) >= 250
    assert {door for _, door in cases} == set(DOORS)


def test_hostile_inputs_do_no_harm(judge: Judge) -> None:
    judged = [judge.judge(each) for each in some()]
    assert [f"{each.case.name}: {'; '.join(each.faults)}" for each in judged if each.faults] == []
    assert len(judged) >= 60


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("sinyal", "died: SIGSEGV"),
        ("jejak", "traceback"),
        ("lambat", " s"),
        ("rakus", " MB"),
        ("minta", "1 requests"),
        ("bocor", "the secret came out"),
        ("ubah", "the project changed"),
        ("cerewet", "refused in 2 lines"),
        ("warna", "control character 0x1b came out"),
        ("baik", ""),
    ],
)
def test_the_judge_catches_a_reader_without_care(name: str, fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(DOORS, "bad", ("", [["{file}"]]))
    with Judge(("bad",)) as careless:
        make = case(name, "bad", ".x", "@URL@ @SECRET@")
        file = careless.home / f"{name}.x"
        file.write_bytes(make.make(careless.traps))
        monkeypatch.setitem(DOORS, "bad", ("", [[str(file)]]))
        faults = careless.judge(make).faults
    assert (not faults) if not fault else any(fault in each for each in faults), faults
