"""What goes to citeproc: a pandoc document in JSON, a paragraph for each citation that is asked for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

_API = [1, 23, 1]
_LOCALES = {"id": "id-ID", "en": "en-US"}
_PAGE = {"id": "hlm.", "en": "p."}
_PAGES = re.compile(r"[\divxlc]+(?:\s*[-–—,&]\s*[\divxlc]+)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CitationRequest:
    """A place where a work is cited: in brackets, or in the sentence with its author as subject."""

    key: str
    locator: str | None = None
    narrative: bool = False


def document(requests: Iterable[CitationRequest], listed: Sequence[str], language: str) -> bytes:
    """A paragraph for each citation; `listed` are the works of the list in the order in which they were read."""
    nocite = {"t": "Cite", "c": [[_citation(identifier) for identifier in listed], []]}
    meta = {
        "lang": {"t": "MetaString", "c": _LOCALES.get(language, "id-ID")},
        "nocite": {"t": "MetaInlines", "c": [nocite]},
    }
    blocks = [{"t": "Para", "c": [{"t": "Cite", "c": [[_asked(each, language)], []]}]} for each in requests]
    return json.dumps({"pandoc-api-version": _API, "meta": meta, "blocks": blocks}).encode()


def _asked(request: CitationRequest, language: str) -> dict[str, Any]:
    return _citation(request.key, "AuthorInText" if request.narrative else "NormalCitation", _suffix(request, language))


def _citation(key: str, mode: str = "NormalCitation", suffix: str = "") -> dict[str, Any]:
    return {
        "citationId": key,
        "citationPrefix": [],
        "citationSuffix": _inlines(suffix),
        "citationMode": {"t": mode},
        "citationNoteNum": 0,
        "citationHash": 0,
    }


def _suffix(request: CitationRequest, language: str) -> str:
    """A page is marked as one, so that each style puts its own word before it; "Pasal 3" stays as it is."""
    if not request.locator:
        return ""
    page = _PAGES.fullmatch(request.locator.strip())
    return f"{{{_PAGE.get(language, 'hlm.')} {request.locator.strip()}}}" if page else f", {request.locator.strip()}"


def _inlines(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for word in text.split(" "):
        found += ([{"t": "Space"}] if found else []) + ([{"t": "Str", "c": word}] if word else [])
    return found
