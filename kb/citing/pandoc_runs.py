"""What comes back from citeproc: runs, taken out of the document's own tree.

The tree is read, never a rendering of it: no markup has to be understood, and none can slip through.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kb.citing.csl_json import AND_OTHERS, UNTITLED
from kb.locale import translator
from kb.model.text import Run, Runs

_OTHERS = {"id": "dkk.", "en": "et al."}
_QUOTED_UNTITLED = re.compile(rf"[“‘]{UNTITLED}([.,]?)[”’]")
_NAMED_OTHERS = re.compile(rf"(,?)\s*(?:dan|and|&)?\s*{AND_OTHERS}\.?")
_EDITION = re.compile(r"(Edisi ke)–(?=\d)")
_TEXTS = ("Para", "Plain")


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


def answer(written: bytes, language: str) -> Answer:
    """The runs of a document that citeproc has worked out."""
    blocks = json.loads(written)["blocks"]
    citations = tuple(_runs(block["c"], language) for block in blocks if block["t"] == "Para")
    body = next((block["c"] for block in blocks if block["t"] == "Div" and block["c"][0][0] == "refs"), None)
    if body is None:
        return Answer(citations, (), False)
    attributes, entries = body
    listed = tuple(_listed(entry["c"], language) for entry in entries if entry["t"] == "Div")
    return Answer(citations, listed, "hanging-indent" in attributes[1])


def _listed(div: list[Any], language: str) -> Listed:
    inlines = [inline for block in div[1] if block["t"] in _TEXTS for inline in block["c"]]
    margin = [inline for inline in inlines if _in_margin(inline)]
    body = [inline for inline in inlines if not _in_margin(inline)]
    label = "".join(run.text for run in _runs(margin, language))
    return Listed(div[0][0].removeprefix("ref-"), _runs(body, language), label.strip())


def _in_margin(inline: dict[str, Any]) -> bool:
    return inline["t"] == "Span" and "csl-left-margin" in inline["c"][0][1]


def _runs(inlines: Iterable[dict[str, Any]], language: str) -> Runs:
    """Text of one look as one run; stand-ins for what CSL has no word for put right."""
    gathering = _Gathering()
    gathering.add(inlines, False, False)
    return tuple(_put_right(Run("".join(words), *look), language) for words, look in gathering.found if any(words))


class _Gathering:
    """Words by their look, in the order of the text."""

    def __init__(self) -> None:
        self.found: list[tuple[list[str], tuple[bool, bool]]] = []

    def say(self, text: str, italic: bool, bold: bool) -> None:
        if self.found and self.found[-1][1] == (italic, bold):
            self.found[-1][0].append(text)
        elif text:
            self.found.append(([text], (italic, bold)))

    def add(self, inlines: Iterable[dict[str, Any]], italic: bool, bold: bool) -> None:
        for inline in inlines:
            kind: str = inline["t"]
            content: Any = inline.get("c")
            if kind == "Str":
                self.say(content, italic, bold)
            elif kind in ("Space", "SoftBreak", "LineBreak"):
                self.say(" ", italic, bold)
            elif kind in ("Emph", "Strong"):
                self.add(content, italic or kind == "Emph", bold or kind == "Strong")
            elif kind in ("Code", "Math", "RawInline"):
                self.say(content[1], italic, bold)
            elif kind == "Note":
                for block in content:
                    self.add(block["c"] if block["t"] in _TEXTS else (), italic, bold)
            elif kind == "Quoted":
                opening, closing = "“”" if content[0]["t"] == "DoubleQuote" else "‘’"
                self.say(opening, italic, bold)
                self.add(content[1], italic, bold)
                self.say(closing, italic, bold)
            elif isinstance(content, list):
                self.add(_inside(content), italic, bold)


def _inside(content: list[Any]) -> list[dict[str, Any]]:
    """The inlines within a span, a link or a citation, which keep them at different places."""
    if content and isinstance(content[0], dict):
        return content
    return content[1] if len(content) > 1 and isinstance(content[1], list) else []


def _put_right(run: Run, language: str) -> Run:
    text = run.text.replace("\u2011", "-")
    if UNTITLED in text:  # a title that nobody knows is no title: neither italic nor in quotation marks
        text = _QUOTED_UNTITLED.sub(rf"{UNTITLED}\1", text)
        unknown = f"[{translator(language)('judul belum diketahui')}]"
        return Run(text.replace(UNTITLED, unknown), False, run.bold)
    if AND_OTHERS in text:
        text = _NAMED_OTHERS.sub(rf"\1 {_OTHERS.get(language, 'dkk.')}", text)
    if "Edisi ke" in text:
        text = _EDITION.sub(r"\1-", text)
    return Run(text, run.italic, run.bold)
