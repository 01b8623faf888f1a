"""What goes to citeproc and what comes back: a pandoc document in JSON, its runs taken out again.

The document's own tree is read, never a rendering of it: no markup has to be understood, and none can slip through.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kb.citing.csl_json import AND_OTHERS, UNTITLED
from kb.locale import translator
from kb.model.text import Run, Runs

_API = [1, 23, 1]
_LOCALES = {"id": "id-ID", "en": "en-US"}
_PAGE = {"id": "hlm.", "en": "p."}
_OTHERS = {"id": "dkk.", "en": "et al."}
_WORDS = ("Str", "Space", "SoftBreak", "LineBreak")
_PLAIN = Run("")
_PAGES = re.compile(r"[\divxlc]+(?:\s*[-–—,&]\s*[\divxlc]+)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CitationRequest:
    """A place where a work is cited: in brackets, or in the sentence with its author as subject."""

    key: str
    locator: str | None = None
    narrative: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A work of the list that came back."""

    identifier: str
    runs: Runs
    label: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Runs of the citations in the order asked, the works in the style's order, and whether they hang."""

    citations: tuple[Runs, ...]
    listed: tuple[Listed, ...]
    hanging: bool


def document(requests: Iterable[CitationRequest], listed: Sequence[str], language: str) -> bytes:
    """A paragraph for each citation; `listed` are the works of the list in the order in which they were read."""
    nocite = {"t": "Cite", "c": [[_citation(identifier) for identifier in listed], []]}
    meta = {
        "lang": {"t": "MetaString", "c": _LOCALES.get(language, "id-ID")},
        "nocite": {"t": "MetaInlines", "c": [nocite]},
    }
    blocks = [{"t": "Para", "c": [{"t": "Cite", "c": [[_asked(each, language)], []]}]} for each in requests]
    return json.dumps({"pandoc-api-version": _API, "meta": meta, "blocks": blocks}).encode()


def answer(written: bytes, language: str) -> Answer:
    """The runs of a document that citeproc has worked out."""
    blocks = json.loads(written)["blocks"]
    citations = tuple(_tidied(_runs(block["c"]), language) for block in blocks if block["t"] == "Para")
    body = next((block["c"] for block in blocks if block["t"] == "Div" and block["c"][0][0] == "refs"), None)
    if body is None:
        return Answer(citations, (), False)
    attributes, entries = body
    listed = tuple(_listed(entry["c"], language) for entry in entries if entry["t"] == "Div")
    return Answer(citations, listed, "hanging-indent" in attributes[1])


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


def _listed(div: list[Any], language: str) -> Listed:
    inlines = [inline for block in div[1] if block["t"] in ("Para", "Plain") for inline in block["c"]]
    margin = [inline for inline in inlines if _has_class(inline, "csl-left-margin")]
    body = [inline for inline in inlines if not _has_class(inline, "csl-left-margin")]
    label = "".join(run.text for run in _tidied(_runs(margin), language))
    return Listed(div[0][0].removeprefix("ref-"), _tidied(_runs(body), language), label.strip())


def _has_class(inline: dict[str, Any], name: str) -> bool:
    return inline["t"] == "Span" and name in inline["c"][0][1]


def _runs(inlines: Iterable[dict[str, Any]], look: Run = _PLAIN) -> Iterator[Run]:
    for inline in inlines:
        kind: str = inline["t"]
        content: Any = inline.get("c")
        if kind in _WORDS:
            yield replace(look, text=content if kind == "Str" else " ")
        elif kind in ("Emph", "Strong"):
            inner = replace(look, italic=look.italic or kind == "Emph", bold=look.bold or kind == "Strong")
            yield from _runs(content, inner)
        elif kind in ("Code", "Math", "RawInline"):
            yield replace(look, text=content[1])
        elif kind == "Note":
            yield from (run for block in content if block["t"] in ("Para", "Plain") for run in _runs(block["c"], look))
        elif kind == "Quoted":
            marks = "“”" if content[0]["t"] == "DoubleQuote" else "‘’"
            yield from (replace(look, text=marks[0]), *_runs(content[1], look), replace(look, text=marks[1]))
        elif isinstance(content, list):
            yield from _runs(_inside(content), look)


def _inside(content: list[Any]) -> list[dict[str, Any]]:
    """The inlines within a span, a link or a citation, which keep them at different places."""
    if content and isinstance(content[0], dict):
        return content
    return content[1] if len(content) > 1 and isinstance(content[1], list) else []


def _tidied(runs: Iterable[Run], language: str) -> Runs:
    """Runs of one look joined; stand-ins for what CSL has no word for put right."""
    joined: list[Run] = []
    for run in runs:
        if joined and (joined[-1].italic, joined[-1].bold) == (run.italic, run.bold):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    return _words(tuple(_upright(run) for run in joined), language)


def _upright(run: Run) -> Run:
    """A title that nobody knows is no title: neither italic nor in quotation marks."""
    if UNTITLED not in run.text:
        return run
    text = re.sub(rf"[“‘]{UNTITLED}([.,]?)[”’]", rf"{UNTITLED}\1", run.text)
    return replace(run, text=text, italic=False)


def _words(runs: Runs, language: str) -> Runs:
    return tuple(replace(run, text=_put_right(run.text, language)) for run in runs)


def _put_right(text: str, language: str) -> str:
    text = text.replace("\u2011", "-")
    if UNTITLED in text:
        text = text.replace(UNTITLED, f"[{translator(language)('judul belum diketahui')}]")
    if AND_OTHERS in text:
        text = re.sub(rf"(,?)\s*(?:dan|and|&)?\s*{AND_OTHERS}\.?", rf"\1 {_OTHERS.get(language, 'dkk.')}", text)
    return re.sub(r"(Edisi ke)–(?=\d)", r"\1-", text)
