"""Dirty bibliographies, one fault to a file: what is read from each, and what is said about it.

`bib/expected.json` has, for every file of `bib/`, its entries and its findings as "check severity line key".
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from kb.locale import finding_fix, finding_message
from kb.store.bibliography_entry import Bibliography, Entry
from kb.store.bibliography_graph import works_triples
from kb.store.bibliography_read import read_bibliography

FOLDER = Path(__file__).parent / "bib"
EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
BASE = "urn:uuid:00000000-0000-4000-8000-000000000000#"


def read(name: str) -> Bibliography:
    return read_bibliography((FOLDER / f"{name}.bib").read_bytes(), f"{name}.bib")


def described(entry: Entry) -> dict[str, object]:
    parts = ("given", "particle", "family", "suffix", "literal", "titles")
    names = {
        role: [{part: getattr(name, part) for part in parts if getattr(name, part)} for name in people]
        for role, people in entry.names.items()
    }
    fields = {name: text for name, text in entry.fields.items() if name not in names and len(text) < 1000}
    found: dict[str, object] = {
        "key": entry.key,
        "type": entry.type,
        "line": entry.line,
        "fields": fields,
        "names": names,
    }
    return found | ({"inherited": sorted(entry.inherited)} if entry.inherited else {})


def test_corpus_is_as_large_as_promised_and_each_file_has_its_outcome() -> None:
    files = {path.stem for path in FOLDER.glob("*.bib")}
    assert files == set(EXPECTED)
    assert len(files) >= 60


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_file_is_read_as_expected(name: str) -> None:
    found, wanted = read(name), EXPECTED[name]
    assert found.encoding == wanted["encoding"]
    assert [entry.key for entry in found.entries] == [entry["key"] for entry in wanted["entries"]]
    for entry, expected in zip(found.entries, wanted["entries"], strict=True):
        said = described(entry)
        assert {part: said.get(part) for part in expected} == expected
        assert len(expected) == 3 or said == expected
    findings = [f"{f.check} {f.severity} {f.place.line} {' '.join(f.citekeys)}".strip() for f in found.findings]
    assert findings == wanted["findings"]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_finding_says_in_both_languages_what_where_and_what_next(name: str) -> None:
    for finding in read(name).findings:
        assert finding.place.file == f"{name}.bib" and finding.place.line
        for language in ("id", "en"):
            said = finding_message(finding, language) + " " + finding_fix(finding, language)
            assert "?" not in said.replace("“?”", "").replace("= {?", ""), said


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_works_of_every_file_can_be_loaded(name: str) -> None:
    from pyoxigraph import RdfFormat, Store

    store = Store()
    store.bulk_load(input=works_triples(read(name), BASE), format=RdfFormat.N_TRIPLES)
    works = store.query("SELECT DISTINCT ?w { ?w <https://w3id.org/kajian/ns#citekey> ?k }")
    assert len(list(works)) == sum(entry.type not in ("xdata", "set") for entry in read(name).entries)  # type: ignore[arg-type]


def test_fifty_eight_entries_without_a_key_are_fifty_eight_works() -> None:
    found = read("keyless-export-of-58")
    assert len({entry.key.casefold() for entry in found.entries}) == 58
    assert [finding.check for finding in found.findings] == ["missing-key"] * 58
    assert [entry.key for entry in found.entries] == [entry.key for entry in read("keyless-export-of-58").entries]


def test_nothing_is_written_to_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    for name in EXPECTED:
        read(name)
    assert capfd.readouterr() == ("", "")


def test_corpus_keeps_its_bytes() -> None:
    """Line ends and encodings survive a checkout: the carriage returns are still there."""
    assert (FOLDER / "carriage-returns.bib").read_bytes().count(b"\r\n") == 12
    assert b"\n" not in (FOLDER / "old-mac-line-ends.bib").read_bytes()
    assert os.path.getsize(FOLDER / "empty-file.bib") == 0
