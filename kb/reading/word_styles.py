"""Styles of a Word file: what a paragraph is by its style, in any interface language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from kb.model.draft import BlockKind
from kb.reading.word_package import Package, attribute, child, local, value

_FARTHEST = 15
"""Styles that one may be based on, one upon the other; Word's own have three or four."""
_HEADING = re.compile(r"(?:heading|judul|überschrift|titre)\s*(\d)")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says; `contents` is a line of a table of contents, which is no text of the chapter."""

    kind: BlockKind | None = None
    level: int = 0
    numbered: bool = False
    contents: bool = False


PLAIN = Style()


def styles(package: Package) -> dict[str, Style]:
    """Style id to what it says, inherited from the style it is based on."""
    root = package.xml("word/styles.xml")
    if root is None:
        return {}
    elements = {attribute(each, "styleId") or "": each for each in root if local(each) == "style"}
    found: dict[str, Style] = {}
    for identifier in elements:
        found[identifier] = _style(identifier, elements)
    return found


def _style(identifier: str, elements: dict[str, Any]) -> Style:
    seen: set[str] = set()
    numbered = False
    at: str | None = identifier
    while at in elements and at not in seen and len(seen) < _FARTHEST:
        seen.add(at)
        element = elements[at]
        properties = child(element, "pPr")
        numbered = numbered or _is_numbered(properties)
        named = _by_name((value(element, "name") or "").lower(), numbered)
        if named:
            return named
        if (outline := value(properties, "outlineLvl")) and outline.isdigit() and int(outline) < 9:
            return Style("heading", int(outline) + 1, numbered)
        at = value(element, "basedOn")
    return Style(numbered=numbered)


def _by_name(name: str, numbered: bool) -> Style | None:
    if match := _HEADING.match(name):
        return Style("heading", int(match[1]), numbered)
    if name == "title":
        return Style("heading", 1, numbered)
    if name == "caption":
        return Style("caption")
    if name.startswith(("toc ", "toc heading", "table of figures")):
        return Style(contents=True)
    if name in ("quote", "intense quote", "block text"):
        return Style("quote")
    return None


def _is_numbered(properties: Any) -> bool:
    numbering = child(properties, "numPr")
    return numbering is not None and value(numbering, "numId") not in (None, "0")


def of_paragraph(properties: Any, known: dict[str, Style]) -> Style:
    """Style of a paragraph with what its own properties add."""
    style = known.get(value(properties, "pStyle") or "", PLAIN)
    numbering = child(properties, "numPr")
    numbered = style.numbered if numbering is None else value(numbering, "numId") not in (None, "0")
    outline = value(properties, "outlineLvl")
    if style.kind is None and outline and outline.isdigit() and int(outline) < 9:
        return Style("heading", int(outline) + 1, numbered)
    level = style.level
    if numbered and style.kind is None:
        depth = value(numbering, "ilvl") or "0"
        level = int(depth) if depth.isdigit() else 0
    return Style(style.kind, level, numbered, style.contents)
