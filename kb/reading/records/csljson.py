"""CSL-JSON (Zotero, Mendeley, Crossref) to works."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from kb.findings import Finding, Place
from kb.model.record import Records, WorkRecord
from kb.reading.records.names import joined, whole
from kb.store.bibliography_encoding import decode

_TYPES = {
    "article": "article", "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "book": "book", "chapter": "incollection", "paper-conference": "inproceedings", "thesis": "thesis",
    "report": "techreport", "webpage": "online", "post-weblog": "online", "post": "online", "manuscript": "unpublished",
    "legislation": "legislation", "bill": "legislation", "regulation": "legislation", "legal_case": "jurisdiction",
    "entry-encyclopedia": "inreference", "entry-dictionary": "inreference", "entry": "inreference", "patent": "patent",
    "dataset": "dataset", "software": "software", "motion_picture": "video", "song": "audio", "graphic": "image",
    "speech": "presentation", "standard": "standard", "collection": "book", "proceedings": "proceedings",
}  # fmt: skip
_PEOPLE = {"author": "author", "editor": "editor", "translator": "translator", "container-author": "bookauthor"}
_FIELDS = {
    "title": "title", "title-short": "shorttitle", "shortTitle": "shorttitle", "volume": "volume", "page": "pages",
    "DOI": "doi", "URL": "url", "ISBN": "isbn", "ISSN": "issn", "publisher": "publisher", "publisher-place": "address",
    "edition": "edition", "abstract": "abstract", "keyword": "keywords", "language": "language", "note": "note",
    "genre": "type", "collection-title": "series", "event": "eventtitle", "event-title": "eventtitle",
    "event-place": "venue", "version": "version", "number-of-pages": "pagetotal", "number-of-volumes": "volumes",
    "chapter-number": "chapter", "number": "number", "issue": "number", "medium": "howpublished",
}  # fmt: skip
_CONTAINER = {
    "article": "journal",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
    "inreference": "booktitle",
}
_PUBLISHER = {"thesis": "school", "techreport": "institution"}
_INTERNAL = frozenset({"id", "type", "citation-key", "citekey"})


def read_csl_json(file: str, data: bytes) -> Records:
    """The items of a list, of `{"items": […]}`, or a single one; each that is no work is rejected with its number."""
    decoded = decode(data, file)
    try:
        found = json.loads(decoded.text)
    except (ValueError, RecursionError) as broken:
        line = getattr(broken, "lineno", 1)
        why = getattr(broken, "msg", str(broken))
        finding = Finding("import-json-broken", "error", Place(file, line), {"file": file, "line": line, "why": why})
        return Records(rejected=(finding, *decoded.findings))
    items = found.get("items", [found]) if isinstance(found, dict) else found
    items = items if isinstance(items, list) else [items]
    lines = _lines(decoded.text)
    works: list[WorkRecord] = []
    rejected: list[Finding] = []
    for number, item in enumerate(items, 1):
        place = Place(file, lines[number - 1] if len(lines) == len(items) else None, None, f"#{number}")
        if isinstance(item, dict) and any(item.get(name) for name in ("title", "author", "editor", "DOI", "URL")):
            works.append(_work(place, item))
        else:
            params = {"file": file, "number": number}
            rejected.append(Finding("import-item-unknown", "error", place, params))
    if not items:
        rejected.append(Finding("import-no-records", "error", Place(file, 1), {"file": file, "kind": "CSL-JSON"}))
    return Records(works=tuple(works), rejected=tuple(rejected), notes=decoded.findings)


def _lines(text: str) -> list[int]:
    """The line on which each item of the outermost list begins."""
    found, depth = [], 0
    wanted = 1 if text.lstrip()[:1] == "[" else 0
    line = 1
    for match in re.finditer(r'"(?:[^"\\]|\\.)*"|[\[{}\]\n]', text, re.DOTALL):
        mark = match.group()
        if mark == "\n":
            line += 1
        elif mark in "[{":
            if mark == "{" and depth == wanted:
                found.append(line)
            depth += 1
        elif mark in "]}":
            depth -= 1
    return found


def _work(place: Place, item: Mapping[str, Any]) -> WorkRecord:
    kind = _TYPES.get(str(item.get("type", "")), "misc")
    fields: dict[str, str] = {}
    for name, value in _values(item, kind):
        if value and name not in fields:
            fields[name] = value
    key = str(item.get("citation-key") or item.get("citekey") or item.get("id") or "")
    return WorkRecord(place, kind, key, fields)


def _values(item: Mapping[str, Any], kind: str) -> Iterator[tuple[str, str]]:
    for name, field in _PEOPLE.items():
        yield field, joined(_name(person) for person in _list(item.get(name)))
    year, month, day = _date(item.get("issued"))
    yield "year", year
    yield "month", month
    yield "day", day
    accessed = [part.zfill(2) for part in _date(item.get("accessed")) if part]
    yield "urldate", "-".join(accessed)
    for name, value in item.items():
        if name in _INTERNAL or name in _PEOPLE or name in ("issued", "accessed"):
            continue
        field = _field(name, kind)
        yield field, _text(value)


def _field(name: str, kind: str) -> str:
    """The BibTeX field of a CSL variable; what has none is kept under its own name."""
    if name == "container-title":
        return _CONTAINER.get(kind, "howpublished" if kind == "online" else "booktitle")
    if name == "publisher":
        return _PUBLISHER.get(kind, "publisher")
    return _FIELDS.get(name) or "csl-" + re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _name(person: Any) -> str:
    if not isinstance(person, dict):
        return whole(" ".join(str(person).split()))
    if person.get("literal"):
        return whole(_text(person["literal"]))
    particle = _text(person.get("non-dropping-particle") or person.get("dropping-particle") or "")
    family = " ".join(filter(None, (particle, _text(person.get("family", "")))))
    parts = [family, _text(person.get("suffix", "")), _text(person.get("given", ""))]
    if not family or not parts[2]:
        return whole(family or parts[2])
    return ", ".join(part for part in parts if part)


def _date(value: Any) -> tuple[str, str, str]:
    """Year, month and day as far as they are given; words ("t.t.") are kept as the year."""
    if isinstance(value, dict):
        parts = value.get("date-parts") or []
        first = [str(part) for part in (parts[0] if parts and isinstance(parts[0], list) else []) if part is not None]
        if first and first[0]:
            year, month, day, *_ = (*first, "", "")
            return year, month, day
        value = value.get("raw") or value.get("literal") or ""
    words = str(value or "").strip()
    found = re.match(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?\Z", words)
    return (found[1], str(int(found[2] or 0) or ""), found[3] or "") if found else (words, "", "")


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(filter(None, (_text(each) for each in value)))
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False).replace("{", "(").replace("}", ")")
    return " ".join(re.sub(r"</?(?:i|b|sub|sup|span|sc)\b[^>]*>", "", str(value)).split()) if value is not None else ""
