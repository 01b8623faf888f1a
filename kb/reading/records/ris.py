"""RIS as Mendeley, Zotero, publishers and databases write it, to works.

Every line of the file ends in a record, in a rejection or in a remark: marks at the file's start, stray line ends,
lines before the first record, a forgotten `ER`, tags with one blank are all met in exports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kb.findings import Finding, Place, Severity
from kb.model.record import Records, WorkRecord
from kb.reading.records.names import kept_whole
from kb.reading.records.tagged import TAGS, Values, known_type, tagged_work
from kb.store.bibliography_encoding import decode

LINE_END = re.compile(r"\r\r\n|\r\n|\n\r|\r|\n|\x0b|\x0c|\x85|\u2028|\u2029")
_TAG = re.compile(r"[ \t]*([A-Z][A-Z0-9])[ \t\xa0]{0,4}[-–][ \t\xa0]?(.*)\Z")
_STRICT = re.compile(r"[A-Z][A-Z0-9]  -(?: |\Z)")
_HEADERS = frozenset({"PR", "FN", "VR", "EF"})
"""Tags that databases put before the records and behind them."""


def read_ris(file: str, data: bytes) -> Records:
    """The file's records; what is no record is rejected or noted with its line."""
    decoded = decode(data, file)
    return tagged_records(file, list(enumerate(LINE_END.split(decoded.text), 1)), "RIS (TY  - …)", decoded.findings)


def tagged_records(file: str, lines: Iterable[tuple[int, str]], kind: str, notes: Sequence[Finding] = ()) -> Records:
    """Records of numbered lines in RIS; `kind` is what the format is called when there are none."""
    written = _Written(file)
    for number, line in lines:
        written.line(number, line)
    works: list[WorkRecord] = []
    for record in written.records:
        place = Place(file, record.line, None, record.first[:120])
        if any(any(texts) for tag, texts in record.values.items() if tag != "TY"):
            works.append(tagged_work(place, record.values))
            written.notes += [*kept_whole(dict(works[-1].fields), place), *_type_note(record, place)]
        else:
            written.reject("import-empty-record", record.line, record.first)
    if not written.records:
        written.rejected.append(Finding("import-no-records", "error", Place(file, 1), {"file": file, "kind": kind}))
    return Records(works=tuple(works), rejected=tuple(written.rejected), notes=(*notes, *written.notes))


@dataclass
class _Record:
    line: int
    first: str
    values: Values
    last: str = "TY"


@dataclass
class _Written:
    """The file's lines as they fall into records."""

    file: str
    records: list[_Record] = field(default_factory=list)
    rejected: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)
    open: bool = False

    def line(self, number: int, line: str) -> None:
        """One line: a tag, the end of a record, or the continuation of a value."""
        tag = _TAG.match(line)
        name = tag[1] if tag and (tag[1] in TAGS or _STRICT.match(line)) else ""
        text = tag[2].strip() if tag else ""
        if name == "TY":
            self._begin(number, line, text)
        elif name == "ER":
            self.open = False
        elif not line.strip():
            return
        elif not self.open:
            self._outside(number, line, bool(name))
        elif name:
            self.records[-1].values.setdefault(name, []).append(text)
            self.records[-1].last = name
        else:
            texts = self.records[-1].values[self.records[-1].last]
            texts[-1] = f"{texts[-1]} {line.strip()}".strip()

    def _begin(self, number: int, line: str, text: str) -> None:
        if self.open:
            self.notes.append(self._finding("import-ris-no-end", "info", number, line))
        self.records.append(_Record(number, line.strip(), {"TY": [text]}))
        self.open = True

    def _outside(self, number: int, line: str, tagged: bool) -> None:
        if tagged and line.strip()[:2] not in _HEADERS:
            self.reject("import-ris-outside", number, line)
        else:
            self.notes.append(self._finding("import-ris-header", "info", number, line))

    def reject(self, check: str, number: int, line: str) -> None:
        self.rejected.append(self._finding(check, "error", number, line))

    def _finding(self, check: str, severity: Severity, number: int, line: str) -> Finding:
        quote = " ".join(line.split())[:120]
        return Finding(check, severity, Place(self.file, number, None, quote), {"file": self.file, "line": number})


def _type_note(record: _Record, place: Place) -> tuple[Finding, ...]:
    written = record.values["TY"][0]
    if known_type(written):
        return ()
    return (Finding("import-type-unknown", "info", place, {"type": written[:60] or "–"}),)
