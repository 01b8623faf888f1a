"""RIS as Mendeley, Zotero, publishers and databases write it, to works.

rispy reads the records; what it would lose is mended first: marks at the file's start, stray line ends, lines before
the first record, a forgotten `ER`, tags with one space. In the end the records are counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kb.findings import Finding, Place
from kb.model.record import Records, WorkRecord
from kb.reading.records.names import joined, turned
from kb.store.bibliography_encoding import decode

_LINE_END = re.compile(r"\r\r\n|\r\n|\n\r|\r|\n|\x0b|\x0c|\x85|\u2028|\u2029")
_TAG = re.compile(r"[ \t]*([A-Z][A-Z0-9])[ \t]{0,4}-(?:[ \t](.*)|[ \t]*)\Z")
_TYPES = {
    "JOUR": "article", "EJOUR": "article", "JFULL": "article", "ABST": "article", "INPR": "article", "MGZN": "article",
    "NEWS": "article", "BOOK": "book", "EBOOK": "book", "WHOLE": "book", "EDBOOK": "book", "CHAP": "incollection",
    "ECHAP": "incollection", "CPAPER": "inproceedings", "CONF": "proceedings", "THES": "thesis", "RPRT": "techreport",
    "GOVDOC": "techreport", "ELEC": "online", "WEB": "online", "BLOG": "online", "ICOMM": "online", "UNPB": "unpublished",
    "MANSCPT": "unpublished", "PAT": "patent", "DATA": "dataset", "COMP": "software", "STAT": "legislation",
    "LEGAL": "legislation", "BILL": "legislation", "UNBILL": "legislation", "CASE": "jurisdiction", "VIDEO": "video",
    "SOUND": "audio", "GEN": "misc", "ENCYC": "inreference", "DICT": "inreference", "SER": "book", "STAND": "standard",
}  # fmt: skip
_CONTAINED = {
    "article": "journal",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
    "inreference": "booktitle",
}
_PUBLISHER = {"thesis": "school", "techreport": "institution"}
_PLAIN = {
    "VL": "volume", "IS": "number", "DO": "doi", "PB": "publisher", "CY": "address", "PP": "address", "ET": "edition",
    "AB": "abstract", "N2": "abstract", "LA": "language", "KW": "keywords", "UR": "url", "SN": "issn", "ST": "shorttitle",
    "M3": "type", "T3": "series", "N1": "note",
}  # fmt: skip
_TITLES = ("TI", "T1", "CT", "BT")
_CONTAINERS = ("T2", "JF", "JO", "JA", "J1", "J2", "BT")


def read_ris(file: str, data: bytes) -> Records:
    """The file's records; `TY` lines are counted, and a record that went missing is rejected with its line."""
    decoded = decode(data, file)
    lines = _LINE_END.split(decoded.text)
    written = _Written(file, lines)
    parsed = _parsed(written)
    rejected = [*written.rejected]
    works = []
    for number, (start, first) in enumerate(written.starts):
        place = Place(file, start, None, first[:120])
        record = parsed.get(number)
        if record is None or not any(record.get(name) for name in record if name not in ("TY", "ER")):
            rejected.append(Finding("import-empty-record", "error", place, {"file": file, "line": start}))
        else:
            works.append(_work(place, record))
    if not written.starts:
        rejected.append(Finding("import-no-records", "error", Place(file, 1), {"file": file, "kind": "RIS (TY  - …)"}))
    return Records(works=tuple(works), rejected=tuple(rejected), notes=(*decoded.findings, *written.notes))


class _Written:
    """The file's lines in the form that rispy expects, and where each record begins."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self.file = file
        self.starts: list[tuple[int, str]] = []
        self.records: list[list[str]] = []
        self.rejected: list[Finding] = []
        self.notes: list[Finding] = []
        self._open = False
        for number, line in enumerate(lines, 1):
            self._line(number, line)

    def _line(self, number: int, line: str) -> None:
        tag = _TAG.match(line)
        name = tag.group(1) if tag else ""
        if tag and name == "TY":
            if self._open:
                self._note("import-ris-no-end", "info", number, line)
            self.starts.append((number, line.strip()))
            self.records.append([f"TY  - {(tag.group(2) or '').strip()}"])
            self._open = True
        elif name == "ER":
            self._open = False
        elif not line.strip():
            return
        elif not self._open:
            self._outside(number, line, bool(tag))
        elif tag and _known(name):
            self.records[-1].append(f"{name}  - {(tag.group(2) or '').strip()}")
        else:
            self.records[-1][-1] += " " + line.strip()

    def _outside(self, number: int, line: str, tagged: bool) -> None:
        if tagged and line.strip()[:2] not in ("PR", "FN", "VR", "EF"):
            self.rejected.append(self._finding("import-ris-outside", "error", number, line))
        else:
            self._note("import-ris-header", "info", number, line)

    def _note(self, check: str, severity: Any, number: int, line: str) -> None:
        self.notes.append(self._finding(check, severity, number, line))

    def _finding(self, check: str, severity: Any, number: int, line: str) -> Finding:
        quote = " ".join(line.split())[:120]
        return Finding(check, severity, Place(self.file, number, None, quote), {"file": self.file, "line": number})


def _known(name: str) -> bool:
    from rispy.config import TAG_KEY_MAPPING

    return name in TAG_KEY_MAPPING or name in _PLAIN or name in (*_TITLES, *_CONTAINERS, "ED", "U1", "U2", "PP", "N2")


def _parsed(written: _Written) -> dict[int, Mapping[str, list[str]]]:
    """Each record's values by tag, read one record at a time so that a broken one cannot take others along."""
    import rispy
    from rispy.config import TAG_KEY_MAPPING

    names = {tag: tag for tag in (*TAG_KEY_MAPPING, *_PLAIN, *_TITLES, *_CONTAINERS, "ED", "U1", "U2") if tag != "UK"}
    lists = [tag for tag in names if tag not in ("TY", "ER")]
    found: dict[int, Mapping[str, list[str]]] = {}
    for number, lines in enumerate(written.records):
        text = "\n".join([*lines, "ER  - ", ""])
        try:
            records = rispy.loads(
                text, mapping={**names, "UK": "UK"}, list_tags=lists, delimiter_tags_mapping={}, enforce_list_tags=True
            )
        except Exception:
            # rispy has no error class of its own; the record is reported as unreadable with its line
            continue
        if len(records) == 1:
            found[number] = records[0]
    return found


def _work(place: Place, record: Mapping[str, Any]) -> WorkRecord:
    values = {tag: [text for text in _texts(value) if text] for tag, value in record.items()}
    kind = _TYPES.get("".join(values.pop("TY", ["GEN"])).upper().strip(), "misc")
    fields: dict[str, str] = {}
    people = joined(turned(name) for tag in ("AU", "A1") for name in values.pop(tag, []))
    editors = joined(turned(name) for tag in ("ED", "A2") for name in values.pop(tag, []))
    fields |= {"author": people, "editor": editors}
    key = "".join(values.pop("ID", [])[:1])
    _title(kind, values, fields)
    _time(values, fields)
    _pages(values, fields)
    for tag in ("A3", "A4"):
        fields[f"ris-{tag.lower()}"] = joined(turned(name) for name in values.pop(tag, []))
    for name, text in _rest(kind, values):
        fields[name] = fields[name] + "; " + text if fields.get(name) and text not in fields[name] else text
    return WorkRecord(place, kind, key, {name: text for name, text in fields.items() if text})


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [f"{tag} {text}" for tag, texts in value.items() for text in texts]
    return [" ".join(str(each).split()) for each in (value if isinstance(value, list) else [value])]


def _title(kind: str, values: dict[str, list[str]], fields: dict[str, str]) -> None:
    contained = kind in _CONTAINED
    for tag in _TITLES if not contained else _TITLES[:3]:
        if values.get(tag) and not fields.get("title"):
            fields["title"] = values.pop(tag)[0]
    name = _CONTAINED.get(kind, "series" if kind == "book" else "")
    for tag in _CONTAINERS:
        texts = values.get(tag)
        if name and texts and not fields.get(name):
            fields[name] = values.pop(tag)[0]
        elif texts and texts[0] in fields.values():
            values.pop(tag)


def _time(values: dict[str, list[str]], fields: dict[str, str]) -> None:
    """`2016/03/12/` is year, month, day; what is written beside it stays beside it."""
    for tag in ("PY", "Y1", "DA"):
        for text in values.pop(tag, [])[:1]:
            parts = [part.strip() for part in text.split("/")]
            digits = re.search(r"\d{4}", parts[0])
            year = digits.group() if digits and len(parts) > 1 else parts[0]
            fields.setdefault("year", year)
            if len(parts) > 1 and parts[1].isdigit() and 1 <= int(parts[1]) <= 12:
                fields.setdefault("month", str(int(parts[1])))
    for text in values.pop("Y2", [])[:1]:
        fields["urldate"] = text.strip("/").replace("/", "-")


def _pages(values: dict[str, list[str]], fields: dict[str, str]) -> None:
    start, end = values.pop("SP", []), values.pop("EP", [])
    if start or end:
        first, last = "".join(start[:1]), "".join(end[:1])
        fields["pages"] = f"{first}–{last}" if first and last and first != last and "-" not in first else first or last


def _rest(kind: str, values: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Every other tag: in its field, or under its own name so that nothing is lost."""
    for tag, texts in values.items():
        if tag == "ER" or not texts:
            continue
        name = _PLAIN.get(tag, f"ris-{tag.lower()}")
        name = _PUBLISHER.get(kind, name) if name == "publisher" else name
        if name == "issn" and kind in ("book", "incollection"):
            name = "isbn"
        if name == "url" and len(texts) > 1:
            yield name, texts[0]
            yield "ris-ur", "; ".join(texts[1:])
        else:
            yield (
                name,
                re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", texts[0], flags=re.I)
                if (name == "doi")
                else "; ".join(texts),
            )
