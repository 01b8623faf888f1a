"""Records in EndNote's XML, as its Word fields carry them, to works."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kb.findings import Place
from kb.model.record import WorkRecord
from kb.reading.records.tagged import Values, tagged_work
from kb.reading.word_package import local

_TAGS = {
    "authors": "AU", "secondary-authors": "A2", "tertiary-authors": "A3", "subsidiary-authors": "A4", "title": "TI",
    "secondary-title": "T2", "tertiary-title": "T3", "short-title": "ST", "full-title": "JF", "pages": "SP", "volume": "VL",
    "number": "IS", "edition": "ET", "keywords": "KW", "year": "PY", "date": "DA", "pub-location": "CY", "publisher": "PB",
    "isbn": "SN", "electronic-resource-num": "DO", "related-urls": "UR", "web-urls": "UR", "work-type": "M3",
    "abstract": "AB", "language": "LA", "notes": "N1", "label": "C1", "section": "SE", "auth-address": "AD",
}  # fmt: skip
_INNER = frozenset({"contributors", "titles", "periodical", "dates", "pub-dates", "urls"})
_SILENT = frozenset(
    {"rec-number", "foreign-keys", "database", "source-app", "ref-type", "pdf-urls", "custom1", "modified-date"}
)
"""Numbers and paths of EndNote's own; `ref-type` is read apart."""


def endnote_works(place: Place, text: str) -> Iterator[tuple[str, WorkRecord | None]]:
    """Name and work of each `<Cite>`; None where it holds no record."""
    from lxml import etree

    start = text.find("<EndNote")
    if start < 0 or "<!DOCTYPE" in text[:500] or "<!ENTITY" in text:
        return
    # fields may hold a bare "&", which EndNote lets pass
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    root = etree.fromstring(text[start:].encode("utf-8", "replace"), parser)
    for cite in root.iter() if root is not None else ():
        if local(cite) == "Cite":
            record = next((each for each in cite.iter() if local(each) == "record"), None)
            name = " ".join(_text(each) for each in cite if local(each) in ("Author", "Year"))
            work = None if record is None else tagged_work(place, _values(record))
            yield name, work if work and work.fields.get("title") else None


def _values(record: Any) -> Values:
    values: Values = {}
    for element in record:
        name = local(element)
        if name == "ref-type":
            values["TY"] = [next((str(value) for key, value in element.attrib.items() if key == "name"), "")]
        elif name in _INNER:
            for inner in element:
                _add(values, inner)
        elif name not in _SILENT:
            _add(values, element)
    return values


def _add(values: Values, element: Any) -> None:
    name = local(element)
    if name in _INNER:
        for inner in element:
            _add(values, inner)
        return
    if not name or name in _SILENT:
        return
    many = [each for each in element if local(each) not in ("style", "")]
    texts = [_text(each) for each in many] if many else [_text(element)]
    values.setdefault(_TAGS.get(name, name), []).extend(text for text in texts if text)


def _text(element: Any) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split())
