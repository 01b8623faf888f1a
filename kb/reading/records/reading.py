"""A foreign file to records: its kind by name and first bytes, its size and shape checked, its parser in a child."""

from __future__ import annotations

import base64
import importlib
import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, Literal

from kb.errors import InputError
from kb.findings import Finding, Phrase, Place
from kb.model.record import ConceptRecord, Records, SheetRow, WorkRecord
from kb.store.worker import Bounds, run_bounded

Kind = Literal["bib", "ris", "refer", "csl", "citations", "csv", "xlsx", "docx", "turtle", "rdf", "jsonld", "zip"]
KINDS: dict[str, Kind] = {
    ".bib": "bib", ".bibtex": "bib", ".ris": "ris", ".enw": "refer", ".json": "csl", ".csv": "csv", ".tsv": "csv",
    ".xlsx": "xlsx", ".xlsm": "xlsx", ".docx": "docx", ".ttl": "turtle", ".turtle": "turtle", ".nt": "turtle",
    ".rdf": "rdf", ".owl": "rdf", ".xml": "rdf", ".skos": "rdf", ".jsonld": "jsonld", ".zip": "zip",
}  # fmt: skip
_TARGETS: dict[Kind, tuple[str, ...]] = {
    "bib": ("bibliography",), "ris": ("bibliography",), "refer": ("bibliography",), "csl": ("bibliography",), "csv": ("studies",),
    "xlsx": ("studies",), "docx": ("studies", "bibliography"), "turtle": ("concepts",), "rdf": ("concepts",),
    "jsonld": ("concepts",), "zip": ("project",),
}  # fmt: skip
_READERS: dict[Kind, tuple[str, str]] = {
    "bib": ("bib", "read_bib"),
    "ris": ("ris", "read_ris"),
    "refer": ("refer", "read_refer"),
    "csl": ("csljson", "read_csl_json"),
    "citations": ("word_citations", "read_word_citations"),
    "csv": ("spreadsheet", "read_csv"),
    "xlsx": ("spreadsheet", "read_xlsx"),
    "docx": ("word_table", "read_word_tables"),
    "turtle": ("skos", "read_turtle"),
    "rdf": ("skos", "read_rdf_xml"),
    "jsonld": ("skos", "read_json_ld"),
}
_BEGINNINGS: dict[Kind, re.Pattern[bytes]] = {
    "ris": re.compile(rb"[ \t]*TY {0,3}- {0,2}[A-Za-z]"),
    "refer": re.compile(rb"[ \t]*%0 +[A-Z]"),
    "bib": re.compile(rb"[ \t]*@[A-Za-z]+[ \t]*[{(]"),
    "csl": re.compile(rb'[ \t]*(?:\[[ \t]*(?:\{|\Z)|\{[ \t]*(?:"|\Z))'),
}
_OTHERS = frozenset({".pdf", ".doc", ".odt", ".rtf", ".html", ".htm", ".xls", ".ods", ".tex", ".nbib", ".png", ".jpg"})
_BLANK = b"\xef\xbb\xbf \t\r\n\x00"
MAX_BYTES = 20_000_000
MOST = 20_000
"""Records of one file, those that cannot be read among them: matching more takes longer than anybody waits."""
MOST_ROWS = 5_000
"""Rows of a table: each becomes a study, which is matched with a work, a millisecond each."""
BOUNDS = Bounds(120.0, 1536, 9)
"""Ten thousand entries on a slow machine that is busy take longer than half a minute."""


def kind_of(file: str, data: bytes) -> Kind:
    """What a file is by the end of its name, references also by how they begin. InputError for anything else."""
    if len(data) > MAX_BYTES:
        raise InputError("import-too-large", file=file, limit=MAX_BYTES // 1_000_000)
    suffix = PurePosixPath(PureWindowsPath(file).as_posix()).suffix.lower()
    kind = KINDS.get(suffix)
    if not data.strip(_BLANK):
        raise InputError("import-empty", file=file)
    if kind in (None, "bib", "ris", "refer", "csl") and suffix not in _OTHERS:
        kind = _begins_as(data) or kind or ("bib" if not suffix else None)
    if kind == "csl" and b'"@context"' in data[:20_000]:
        kind = "jsonld"
    if kind is None:
        raise InputError("import-kind", file=file, kinds=" ".join(dict.fromkeys(KINDS)))
    return kind


def _begins_as(data: bytes) -> Kind | None:
    """What references are by their first line that can tell, whatever the name of the file says."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data[:8000].decode("utf-16", "replace").encode()
    for line in data[:4000].lstrip(_BLANK).splitlines():
        for kind, begin in _BEGINNINGS.items():
            if begin.match(line):
                return kind
    return None


def targets_of(kind: Kind) -> tuple[str, ...]:
    """What records of this kind can become, the usual first: bibliography, studies, concepts; a project is all."""
    return _TARGETS[kind]


def kinds_of(targets: Container[str]) -> tuple[str, ...]:
    """Ends of names of the files that can become one of these."""
    return tuple(suffix for suffix, kind in KINDS.items() if any(target in targets for target in _TARGETS[kind]))


def read_records(file: str, data: bytes, kind: Kind) -> Records:
    """All records of a file, parsed in a bounded child; InputError where it is no file of its kind or stops the child."""
    arguments = {"file": file, "packed": base64.b64encode(data).decode(), "kind": kind}
    plain = run_bounded("kb.reading.records.reading:read_plain", arguments, BOUNDS, file, "file-stopped")
    count = sum(len(plain[name]) for name in ("works", "rows", "concepts", "rejected"))
    most = MOST_ROWS if plain["rows"] else MOST
    if count > most:
        raise InputError("import-too-many", file=file, count=count, most=most)
    return _records(plain)


def read_plain(file: str, packed: str, kind: Kind) -> dict[str, Any]:
    """The child's side: the records as plain data."""
    module, name = _READERS[kind]
    reader = getattr(importlib.import_module(f"kb.reading.records.{module}"), name)
    return _plain(reader(file, base64.b64decode(packed)))


def _plain(records: Records) -> dict[str, Any]:
    """Records as plain data; `asdict` alone copies every text of thousands of concepts."""
    kinds: tuple[tuple[str, Sequence[Any]], ...] = (
        ("works", records.works),
        ("rows", records.rows),
        ("concepts", records.concepts),
    )
    found: dict[str, Any] = {name: [_flat(each) for each in several] for name, several in kinds}
    findings = {"rejected": records.rejected, "notes": records.notes}
    found |= {name: [asdict(each) for each in several] for name, several in findings.items()}
    return {**found, "columns": records.columns, "macros": dict(records.macros), "origin": dict(records.origin)}


def _flat(record: Any) -> dict[str, Any]:
    values = {each.name: getattr(record, each.name) for each in fields(record)}
    return {**values, "place": asdict(record.place)}


def _records(plain: Mapping[str, Any]) -> Records:
    return Records(
        works=tuple(WorkRecord(**{**each, "place": Place(**each["place"]), "own": tuple(each["own"])})
                    for each in plain["works"]),
        rows=tuple(SheetRow(Place(**each["place"]), each["cells"]) for each in plain["rows"]),
        concepts=tuple(_concept(each) for each in plain["concepts"]),
        columns=tuple(plain["columns"]),
        macros=plain["macros"],
        origin=plain["origin"],
        rejected=tuple(_finding(each) for each in plain["rejected"]),
        notes=tuple(_finding(each) for each in plain["notes"]),
    )  # fmt: skip


def _concept(plain: Mapping[str, Any]) -> ConceptRecord:
    pairs = ("labels", "synonyms", "spellings", "definitions", "notes")
    values = {name: tuple((text, language) for text, language in plain[name]) for name in pairs}
    lists = {name: tuple(plain[name]) for name in ("broader", "related", "notations")}
    given: dict[str, Any] = {**values, **lists}
    return ConceptRecord(place=Place(**plain["place"]), iri=plain["iri"], **given)


def _finding(plain: Mapping[str, Any]) -> Finding:
    params = {name: _param(value) for name, value in plain["params"].items()}
    return Finding(
        plain["check"], plain["severity"], Place(**plain["place"]), params, tuple(plain["citekeys"]),
        tuple(plain["about"]), tuple(Place(**each) for each in plain["related"]),
    )  # fmt: skip


def _param(value: Any) -> object:
    """Phrases come back from plain data as such, several of them as several."""
    if isinstance(value, dict) and set(value) == {"text", "params"}:
        return Phrase(value["text"], {name: _param(part) for name, part in value["params"].items()})
    return tuple(_param(each) for each in value) if isinstance(value, list) else value
