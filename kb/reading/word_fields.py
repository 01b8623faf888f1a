"""Citation fields of Zotero, Mendeley, EndNote and Word itself: which works they carry."""

from __future__ import annotations

import base64
import binascii
import json
import re
from typing import Any

from kb.model.draft import CitedSource
from kb.reading.word_package import Package, attribute, child, local

_ENDNOTE = re.compile(r"<Cite\b[^>]*>(.{0,20000}?)</Cite>", re.DOTALL)
_ENDNOTE_PART = re.compile(r"<(Author|Year|Pages|RecNum)>([^<]{0,200})</\1>")
_WORD_TAG = re.compile(r"(?:\bCITATION\b|\\m)\s+([^\s\\]+)((?:(?!\\m)[^\n]){0,200})")
_WORD_PAGE = re.compile(r"\\p\s+\"?([\w–-]+)")
_MENDELEY_CITE = "MENDELEY_CITATION_v3_"


def sources(instruction: str, own: dict[str, CitedSource]) -> tuple[str, tuple[CitedSource, ...]]:
    """Maker of a citation field and its works; nothing where the field is no citation."""
    bare = instruction.strip()
    if "CSL_CITATION" in bare[:80]:
        maker = "zotero" if "ZOTERO" in bare[:40] else "mendeley"
        return maker, _csl(bare[bare.find("{") :] if "{" in bare else "")
    if "EN.CITE" in bare[:40]:
        return "endnote", _endnote(bare)
    if bare.startswith("CITATION"):
        return "word", _word(bare, own)
    return "", ()


def control_sources(tag: str) -> tuple[CitedSource, ...]:
    """Works of a content control that Mendeley Cite made."""
    if not tag.startswith(_MENDELEY_CITE):
        return ()
    try:
        return _csl(base64.b64decode(tag[len(_MENDELEY_CITE) :], validate=False).decode("utf-8", "replace"))
    except (binascii.Error, ValueError):
        return ()


def _csl(text: str) -> tuple[CitedSource, ...]:
    try:
        data, _ = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return ()
    items = data.get("citationItems") if isinstance(data, dict) else None
    return tuple(_item(item) for item in items if isinstance(item, dict)) if isinstance(items, list) else ()


def _item(item: dict[str, Any]) -> CitedSource:
    given = item.get("itemData")
    record: dict[str, Any] = given if isinstance(given, dict) else {}
    people = record.get("author") or record.get("editor") or []
    names = [_name(person) for person in people if isinstance(person, dict)] if isinstance(people, list) else []
    key = record.get("citation-key") or record.get("id") or item.get("id") or ""
    title, page = record.get("title"), item.get("locator")
    return CitedSource(
        str(key),
        tuple(name for name in names if name),
        _year(record.get("issued")),
        title if isinstance(title, str) else None,
        page if isinstance(page, str) and page else None,
    )


def _name(person: dict[str, Any]) -> str:
    for field in ("literal", "family", "given"):
        if isinstance(person.get(field), str) and person[field]:
            particle = person.get("non-dropping-particle") if field == "family" else None
            return f"{particle} {person[field]}" if isinstance(particle, str) and particle else str(person[field])
    return ""


def _year(issued: object) -> str | None:
    if not isinstance(issued, dict):
        return None
    parts = issued.get("date-parts")
    try:
        return str(int(parts[0][0]))  # type: ignore[index]
    except (TypeError, IndexError, ValueError, KeyError):
        match = re.search(r"\d{4}", str(issued.get("literal") or issued.get("raw") or ""))
        return match[0] if match else None


def _endnote(instruction: str) -> tuple[CitedSource, ...]:
    found: list[CitedSource] = []
    for cite in _ENDNOTE.finditer(instruction):
        parts = dict(_ENDNOTE_PART.findall(cite[1]))
        author = parts.get("Author")
        found.append(
            CitedSource(
                parts.get("RecNum", ""), (author,) if author else (), parts.get("Year"), None, parts.get("Pages")
            )
        )
    return tuple(found)


def _word(instruction: str, own: dict[str, CitedSource]) -> tuple[CitedSource, ...]:
    found: list[CitedSource] = []
    for tag, rest in _WORD_TAG.findall(instruction):
        source = own.get(tag, CitedSource(tag))
        page = _WORD_PAGE.search(rest)
        found.append(CitedSource(source.key, source.authors, source.year, source.title, page[1] if page else None))
    return tuple(found)


def own_sources(package: Package) -> dict[str, CitedSource]:
    """Works that Word's own source manager keeps in the file, by tag."""
    found: dict[str, CitedSource] = {}
    for name in package.names("customXml/item")[:20]:
        root = package.xml(name) if name.endswith(".xml") and "Props" not in name else None
        if root is None or local(root) != "Sources":
            continue
        for source in root:
            tag = _text(source, "Tag")
            if tag:
                people = tuple(_people(source))
                found[tag] = CitedSource(tag, people, _text(source, "Year"), _text(source, "Title"))
    return found


def _people(source: Any) -> list[str]:
    names: list[str] = []
    for element in source.iter():
        if local(element) == "Person":
            names.append(_text(element, "Last") or _text(element, "First") or "")
        elif local(element) == "Corporate" and element.text:
            names.append(str(element.text))
    return [name for name in names if name]


def _text(element: Any, name: str) -> str | None:
    found = child(element, name)
    return str(found.text) if found is not None and found.text else None


def control_tag(control: Any) -> str:
    """Tag of a content control."""
    tag = child(child(control, "sdtPr"), "tag")
    return (attribute(tag, "val") or "") if tag is not None else ""
