"""Scores the audit on the corpus: `python -m tests.audit.score` prints recall and traps, apart for the held-out half.

Each folder of the corpus holds a chapter, perhaps a `.bib`, and `expected.toml` with what was planted.
"""

from __future__ import annotations

import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kb.audit.audit import audit
from kb.findings import Finding
from kb.locale import finding_message
from kb.model.draft import Draft
from kb.model.limits import Limits
from kb.model.report import Report
from kb.reading.drafts import read_draft
from kb.store.bibliography_read import read_bibliography
from tests.audit.word_maker import word_file

CORPUS = Path(__file__).parent / "corpus"
VISIBLE = sorted(path.parent for path in CORPUS.glob("*/expected.toml"))
HELD_OUT = sorted(path.parent for path in CORPUS.glob("held_out/*/expected.toml"))


@dataclass
class Score:
    """What came of one chapter."""

    name: str
    report: Report
    missed: list[str] = field(default_factory=list)
    found: int = 0
    tripped: list[str] = field(default_factory=list)
    traps: int = 0
    tripped_softly: list[str] = field(default_factory=list)
    citations_missed: list[str] = field(default_factory=list)
    citations: int = 0
    unplanted: list[Finding] = field(default_factory=list)


def chapter(folder: Path) -> tuple[Draft, Report]:
    """The draft of a folder and its report."""
    expected = expectations(folder)
    files = [_file(folder / name) for name in expected["files"]]
    draft = read_draft(files, lambda name: _inside(folder, name))
    bibliography = None
    if "bibliography" in expected:
        name = expected["bibliography"]
        bibliography = read_bibliography((folder / name).read_bytes(), name)
    return draft, audit(draft, bibliography, limits=Limits(this_year=2024))


def expectations(folder: Path) -> dict[str, Any]:
    """What was planted in a folder's chapter."""
    return tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))


def _file(path: Path) -> tuple[str, bytes]:
    if path.suffix == ".word":
        return f"{path.stem}.docx", word_file(path.read_text(encoding="utf-8"))
    return path.name, path.read_bytes()


def _inside(folder: Path, name: str) -> bytes | None:
    path = folder / name
    return path.read_bytes() if path.is_file() else None


def score(folder: Path) -> Score:
    """Planted defects found, traps tripped, citations found."""
    expected = expectations(folder)
    _, report = chapter(folder)
    result = Score(folder.name, report)
    planted: list[Finding] = []
    for defect in expected.get("defect", ()):
        hits = [each for each in report.findings if each.check == defect["check"] and defect["words"] in told(each)]
        planted += hits
        if hits:
            result.found += 1
        else:
            result.missed.append(f"{defect['check']}: {defect['words']}")
    for trap in expected.get("trap", ()):
        result.traps += 1
        on_it = [each for each in report.findings if each not in planted and _speaks_of(each, trap["words"])]
        result.tripped += [f"{each.check}: {trap['words']}" for each in on_it if each.severity == "error"]
        result.tripped_softly += [f"{each.check}: {trap['words']}" for each in on_it if each.severity == "warning"]
    for citation in expected.get("citation", ()):
        result.citations += 1
        if not any(_is_it(each, citation) for each in report.citations):
            result.citations_missed.append(citation["words"])
    result.unplanted = [each for each in report.findings if each not in planted and each.severity != "info"]
    return result


def told(finding: Finding) -> str:
    """All the words of a finding."""
    quotes = [finding.place.quote, *(place.quote for place in finding.related)]
    return " | ".join([finding_message(finding, "id"), *quotes, *map(str, _values(finding)), *finding.citekeys])


def _values(finding: Finding) -> list[object]:
    """Parameters, several phrases of one taken apart."""
    values: list[object] = []
    for value in finding.params.values():
        values += list(value) if isinstance(value, tuple) else [value]
    return values


def _speaks_of(finding: Finding, words: str) -> bool:
    """Whether a finding names a trap in its parameters or quotes the sentence that holds it."""
    return words in finding.place.quote or any(words in str(value) for value in _values(finding))


def _is_it(each: Any, citation: dict[str, str]) -> bool:
    if citation["words"] not in each.citation.as_written and each.citation.as_written not in citation["words"]:
        return False
    if "host" not in citation:
        return True
    via = each.citation.via
    return via is not None and any(citation["host"] in name for name in (*via.authors, *via.keys))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _report(title: str, folders: list[Path], details: bool) -> None:
    scores = [score(folder) for folder in folders]
    found, missed = sum(each.found for each in scores), sum(len(each.missed) for each in scores)
    traps, tripped = sum(each.traps for each in scores), sum(len(each.tripped) for each in scores)
    soft = sum(len(each.tripped_softly) for each in scores)
    cited, lost = sum(each.citations for each in scores), sum(len(each.citations_missed) for each in scores)
    share = 100 * found / max(1, found + missed)
    _say(f"{title}: {len(scores)} chapters; defects {found}/{found + missed} ({share:.1f} %)")
    _say(
        f"  traps {traps}: {tripped} tripped at error level, {soft} at warning level; citations {cited - lost}/{cited}"
    )
    for each in scores if details else ():
        errors = sum(1 for one in each.unplanted if one.severity == "error")
        _say(f"  - {each.name}: missed {each.missed}, citations missed {each.citations_missed}")
        _say(f"    tripped {each.tripped} softly {each.tripped_softly}; not planted: {errors} errors")
        for one in each.unplanted:
            _say(f"      {one.severity} {one.check} {one.place.line}: {finding_message(one, 'id')}")


def main() -> None:
    """Both halves; details of the half that may be seen."""
    _report("visible", VISIBLE, details=True)
    if "--held-out" in sys.argv:
        _report("held out", HELD_OUT, details="--details" in sys.argv)


if __name__ == "__main__":
    main()
