"""CSL-JSON (Zotero, Mendeley, Crossref) to works."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from kb.findings import Finding, Place
from kb.model.record import Records, WorkRecord
from kb.reading.records.markup import plain
from kb.reading.records.names import citekey, joined, kept_whole, whole
from kb.store.bibliography_encoding import decode

_TYPES = {
    "article": "article", "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "book": "book", "chapter": "incollection", "paper-conference": "inproceedings", "thesis": "thesis",
    "report": "techreport", "webpage": "online", "post-weblog": "online", "post": "online", "manuscript": "unpublished",
    "legislation": "legislation", "bill": "legislation", "regulation": "legislation", "legal_case": "jurisdiction",
    "entry-encyclopedia": "inreference", "entry-dictionary": "inreference", "entry": "inreference", "patent": "patent",
    "dataset": "dataset", "software": "software", "motion_picture": "video", "song": "audio", "graphic": "image",
    "speech": "presentation", "standard": "standard", "collection": "book", "proceedings": "proceedings",
    "journal-article": "article", "book-chapter": "incollection", "proceedings-article": "inproceedings",
    "monograph": "book", "edited-book": "book", "dissertation": "thesis", "report-component": "techreport",
    "interview": "misc", "map": "misc", "broadcast": "video", "article-preprint": "unpublished", "preprint": "unpublished",
    "posted-content": "unpublished", "classic": "book", "periodical": "periodical", "treaty": "legislation",
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
    notes = [*decoded.findings]
    for number, item in enumerate(items, 1):
        place = Place(file, lines[number - 1] if len(lines) == len(items) else None, None, f"#{number}")
        if isinstance(item, dict) and any(item.get(name) for name in ("title", "author", "editor", "DOI", "URL")):
            works.append(csl_work(place, item))
            notes += [*kept_whole(dict(works[-1].fields), place), *_type_note(item, place)]
        else:
            params = {"file": file, "number": number}
            rejected.append(Finding("import-item-unknown", "error", place, params))
    if not items:
        rejected.append(Finding("import-no-records", "error", Place(file, 1), {"file": file, "kind": "CSL-JSON"}))
    return Records(works=tuple(works), rejected=tuple(rejected), notes=tuple(notes))


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


def csl_work(place: Place, item: Mapping[str, Any]) -> WorkRecord:
    """One item as a work; what BibTeX has no field for is kept under its own name."""
    kind = _TYPES.get(str(item.get("type", "")), "misc")
    fields: dict[str, str] = {}
    for variable, name, value in _values(item, kind):
        other = name if fields.get(name, value) == value else "csl-" + _slug(variable)
        if value:
            fields.setdefault(other, value)
    return WorkRecord(
        place, kind, citekey(str(item.get("citation-key") or item.get("citekey") or item.get("id") or "")), fields
    )


def _type_note(item: Mapping[str, Any], place: Place) -> tuple[Finding, ...]:
    written = str(item.get("type", "")).strip()
    return () if not written or written in _TYPES or written == "document" else (type_unknown(written, place),)


def type_unknown(written: str, place: Place) -> Finding:
    """A remark about a kind of work that nobody knows."""
    return Finding("import-type-unknown", "info", place, {"type": written[:60]})


def _values(item: Mapping[str, Any], kind: str) -> Iterator[tuple[str, str, str]]:
    """CSL variable, BibTeX field and value."""
    for name, field in _PEOPLE.items():
        yield name, field, joined(_name(person) for person in _list(item.get(name)))
    year, month, day = _date(item.get("issued"))
    yield from (("issued", "year", year), ("issued", "month", month), ("issued", "day", day))
    accessed = [part.zfill(2) for part in _date(item.get("accessed")) if part]
    yield "accessed", "urldate", "-".join(accessed)
    yield "issued", "csl-issued", _more_of_date(item.get("issued"))
    for name, value in item.items():
        if name not in _INTERNAL and name not in _PEOPLE and name not in ("issued", "accessed"):
            yield name, _field(name, kind), _text(value)


def _more_of_date(value: Any) -> str:
    """What year, month and day do not say: the end of a span, a season, "circa"."""
    if not isinstance(value, dict):
        return ""
    parts = value.get("date-parts")
    more = {name: each for name, each in value.items() if name not in ("date-parts", "raw", "literal") and each}
    if isinstance(parts, list) and len(parts) > 1:
        more["date-parts"] = parts
    return _text(more) if more else ""


def _field(name: str, kind: str) -> str:
    """The BibTeX field of a CSL variable; what has none is kept under its own name."""
    if name == "container-title":
        return _CONTAINER.get(kind, "howpublished" if kind == "online" else "booktitle")
    if name == "publisher":
        return _PUBLISHER.get(kind, "publisher")
    return _FIELDS.get(name) or "csl-" + _slug(name)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "x"


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
    return plain(str(value)) if value is not None else ""
