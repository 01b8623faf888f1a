"""A damaged project opens: a hundred corruptions, each with the good part shown, the damage named and nothing mended."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.audit.notes import quick_findings
from kb.findings import Finding
from kb.locale import finding_fix
from kb.store.good_versions import DAMAGED
from kb.store.history import history
from kb.store.library import Library
from kb.store.pending import KEPT
from kb.store.project import open_project
from kb.store.save import Change, restore, save

BASE = "urn:x-kajian:rusak#"
SETTINGS = f'version = 1\nbase = "{BASE}"\nbibliography = "references.bib"\nnotes = ["notes"]\n'
HEAD = f"@prefix : <{BASE}> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
BIB = "".join(
    f"@book{{k{n},\n  author = {{Sari, Dewi}},\n  title = {{Judul {n}}},\n  year = {{2019}},\n  publisher = {{P}}\n}}\n\n" for n in range(12)
)  # fmt: skip
CONCEPTS = HEAD + "".join(f':c{n} a skos:Concept ; skos:prefLabel "Konsep {n}"@id .\n' for n in range(12))
OTHERS = HEAD + "".join(f':l{n} a skos:Concept ; skos:prefLabel "Lain {n}"@id .\n' for n in range(6))
FILES = {"references.bib": BIB, "notes/concepts.ttl": CONCEPTS, "notes/others.ttl": OTHERS}
KEPT_FILES = ("journal", "lock", "holder", "folders", "cache/x", "history/saves/000002.json")
DAMAGES = ("cut", "zeroed", "tail zeroed", "block zeroed", "bit", "noise", "doubled", "empty")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project after three saves."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "kajian.toml").write_text(SETTINGS, encoding="utf-8")
    for name, text in FILES.items():
        (tmp_path / name).write_text("" if name.endswith(".bib") else HEAD, encoding="utf-8")
        before = (tmp_path / name).read_bytes()
        save(tmp_path, [Change(name, before, text.encode())], "app", name)
    return tmp_path.resolve()


def damaged(data: bytes, how: str, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) // 4, max(len(data) * 3 // 4, len(data) // 4 + 1))
    made = {
        "cut": lambda: data[:at],
        "zeroed": lambda: bytes(len(data)),
        "tail zeroed": lambda: data[:at] + bytes(len(data) - at),
        "block zeroed": lambda: data[:at] + bytes(64) + data[at + 64 :],
        "bit": lambda: data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :],
        "noise": lambda: data[:at] + chance.randbytes(64) + data[at + 64 :],
        "doubled": lambda: data[:at] + data[:at],
        "empty": lambda: b"",
    }
    return made[how]()


def corruptions() -> Iterator[tuple[str, str, int]]:
    """File, damage, number: a hundred and more."""
    for name in FILES:
        for how in DAMAGES:
            for number in range(5 if how in ("bit", "cut", "noise", "block zeroed") else 2):
                yield name, how, number
    for name in KEPT_FILES:
        for how in ("cut", "zeroed", "noise", "empty"):
            yield f"{KEPT}/{name}", how, 0


def corrupt(root: Path, name: str, how: str, number: int) -> bytes:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    data = path.read_bytes() if path.exists() else b'{"save": 9, "changed": {"references.bib": [null, null]}}'
    now = damaged(data, how, random.Random(f"{name} {how} {number}"))
    path.write_bytes(now)
    return now


def labels(library: Library) -> int:
    return sum(1 for _ in library.store.quads_for_pattern(None, None, None, None))


def judged(root: Path, name: str, how: str, whole: Library) -> list[str]:
    """What is wrong with the opening of a project of which this file was damaged."""
    data = {file: (root / file).read_bytes() for file in FILES}
    library = open_project(root)
    found = quick_findings(library)
    wrong = [f"{file} changed" for file in FILES if (root / file).read_bytes() != data[file]]
    if name != "references.bib" and len(library.bibliography.entries) != 12:
        wrong.append("entries of a whole file are gone")
    # a turned bit that leaves a letter in the place of another can be seen by nobody
    lost = len(library.bibliography.entries) < 12 or (how != "bit" and labels(library) < labels(whole))
    told = [f for f in found if f.place.file == name and (f.severity != "info" or f.check == "file-shrunk")]
    if lost and not told:
        wrong.append("something is gone, and nothing is said")
    offered = [f for f in found if f.check == "whole-version-kept" and f.place.file == name]
    if any(f.check in DAMAGED for f in told) and not offered:
        wrong.append("the whole version is not offered")
    wrong += [
        f"offer: {finding_fix(f, 'id')}"
        for f in offered
        if f"kajian restore {f.params['save']}" not in finding_fix(f, "id")
    ]
    return wrong + [f"save {f.params['save']} does not hold it" for f in offered if not brought_back(root, name, f)]


def brought_back(root: Path, name: str, offer: Finding) -> bool:
    """Whether what the offer says brings the file back, and can be undone."""
    before = (root / name).read_bytes()
    saved = restore(root, int(str(offer.params["save"])), file=name)
    whole = (root / name).read_text(encoding="utf-8") == FILES[name]
    restore(root, saved.number - 1, file=name)
    return whole and (root / name).read_bytes() == before


@pytest.mark.parametrize(("name", "how", "number"), corruptions())
def test_a_damaged_project_opens_with_its_good_part_and_an_honest_finding(
    project: Path, name: str, how: str, number: int
) -> None:
    whole = open_project(project)
    corrupt(project, name, how, number)
    assert judged(project, name, how, whole) == []


def test_there_are_a_hundred_corruptions() -> None:
    assert len(list(corruptions())) >= 100


def test_the_judge_sees_a_reader_that_repairs_and_one_that_is_silent(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = open_project(project)
    corrupt(project, "notes/concepts.ttl", "cut", 0)

    opened = open_project

    def repairs(root: Path) -> Library:
        restore(root, 2)
        return opened(root)

    with monkeypatch.context() as patch:
        patch.setattr(sys.modules[__name__], "open_project", repairs)
        assert "notes/concepts.ttl changed" in judged(project, "notes/concepts.ttl", "cut", whole)
    corrupt(project, "notes/concepts.ttl", "cut", 1)
    monkeypatch.setattr(sys.modules[__name__], "quick_findings", lambda library: ())
    assert "something is gone, and nothing is said" in judged(project, "notes/concepts.ttl", "cut", whole)


def test_a_file_that_is_gone_is_named_and_can_be_brought_back(project: Path) -> None:
    (project / "notes/others.ttl").unlink()
    found = {f.check: f for f in quick_findings(open_project(project))}
    assert found["saved-file-gone"].place.file == "notes/others.ttl"
    restore(project, int(str(found["whole-version-kept"].params["save"])), file="notes/others.ttl")
    assert (project / "notes/others.ttl").read_text(encoding="utf-8") == OTHERS


def test_restoring_one_file_leaves_the_others(project: Path) -> None:
    restore(project, 0, file="references.bib")
    assert (project / "references.bib").read_bytes() == b""
    assert (project / "notes/concepts.ttl").read_text(encoding="utf-8") == CONCEPTS
    assert history(project)[0].files == ("references.bib",)


@pytest.mark.parametrize(
    "name",
    [
        "concepts (Dewi's conflicted copy 2026-01-02).ttl",
        "concepts (conflicted copy 2026-01-02 101112).ttl",
        "concepts.sync-conflict-20260102-101112-ABCDEFG.ttl",
        "concepts_conflict-20260102-101112.ttl",
        "concepts (Salinan konflik Dewi).ttl",
        "concepts-konflik.ttl",
    ],
)
def test_a_conflicted_copy_is_named_and_not_read(project: Path, name: str) -> None:
    whole = labels(open_project(project))
    (project / "notes" / name).write_text(CONCEPTS.replace("Konsep", "Bentrok"), encoding="utf-8")
    library = open_project(project)
    assert labels(library) == whole
    (told,) = (f for f in library.findings if f.check == "cloud-copy")
    assert told.place.file == f"notes/{name}" and told.params["original"] == "notes/concepts.ttl"


@pytest.mark.parametrize(
    "name", ["konflik-sosial.ttl", "teori-konflik.ttl", "conflict.ttl", "concepts2.ttl", "concepts (2).ttl"]
)
def test_a_file_about_conflict_is_read(project: Path, name: str) -> None:
    whole = labels(open_project(project))
    (project / "notes" / name).write_text(HEAD + ':x a skos:Concept ; skos:prefLabel "X"@id .\n', encoding="utf-8")
    library = open_project(project)
    assert labels(library) == whole + 2 and not any(f.check == "cloud-copy" for f in library.findings)
