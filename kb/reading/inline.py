"""Marks inside a line of Markdown or of text with stars: emphasis, code, links, citations."""

from __future__ import annotations

import re
from html import unescape

from kb.model.draft import Span
from kb.reading.gathering import Gathering

_TOKEN = re.compile(
    r"""(?P<escape>\\[\\`*_{}\[\]()\#+\-.!@$|~])
  | (?P<code>(?P<ticks>`{1,3})(?P<inside>[^`\n]{1,500})(?P=ticks))
  | (?P<math>\$(?=\S)[^$\n]{1,300}(?<=[^\s\\])\$(?!\d))
  | (?P<note>\[\^[^\]\s]{1,60}\])
  | (?P<link>!?\[(?P<label>[^\[\]\n]{0,400})\]\([^()\s]{0,600}(?:\s"[^"\n]{0,200}")?\))
  | (?P<group>\[[^\[\]@\n]{0,200}@[\w{][^\[\]\n]{0,600}\])
  | (?P<key>(?<![\w@.+-])-?@(?P<name>\w[\w:.#%&+?~/-]{0,120}\w|\w)(?P<locator>[ ]\[(?![^\]\n]{0,100}@)[^\[\]\n]{1,100}\])?)
  | (?P<tag></?(?:sup|sub|br|i|b|em|strong|u|span|p|div|center|small|mark|a|font)\b[^<>\n]{0,300}>)
  | (?P<entity>&(?:amp|lt|gt|nbsp|quot|\#\d{1,5});)
  | (?P<stars>\*{1,3}|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w))""",
    re.VERBOSE,
)
_KEY = re.compile(r"(?P<sign>-?)@\{?(?P<key>\w(?:[\w:.#%&+?~/-]*\w)?)\}?(?P<rest>[^;]*)")
_LOCATOR = re.compile(
    r"\b(?:hlm|hal|halaman|h|p|pp|page|pages|bab|chap|chapter|sec)\b\.?[ \t]*([\w–-]+)|,[ \t]*(\d[\d–-]*)"
)
_TEXT_ONLY = {"code", "math", "group", "key", "tag", "entity", "link", "note"}


def gather(raw: str, start: int, gathering: Gathering, markdown: bool) -> None:
    """Append the words of `raw`, which stands at `start` in the file, without its marks."""
    pairs = _pairs(raw, markdown)
    opened: dict[int, int] = {}
    at = 0
    for token in _TOKEN.finditer(raw):
        name = str(token.lastgroup if token.lastgroup in _TEXT_ONLY else _name(token))
        if name == "stars":
            if token.start() not in pairs:
                continue
            gathering.add(raw[at : token.start()], start + at)
            _emphasis(token, pairs, opened, gathering)
        elif not markdown and name not in ("code", "entity"):
            continue
        else:
            gathering.add(raw[at : token.start()], start + at)
            _append(name, token, start, gathering)
        at = token.end()
    gathering.add(raw[at:], start + at)


def _name(token: re.Match[str]) -> str:
    for name in ("escape", "code", "math", "note", "link", "group", "key", "tag", "entity", "stars"):
        if token[name] is not None:
            return name
    return "stars"


def _append(name: str, token: re.Match[str], start: int, gathering: Gathering) -> None:
    offset, whole, here = start + token.start(), token[0], gathering.length
    if name == "escape":
        gathering.add(whole[1], offset + 1)
    elif name == "code":
        gathering.add(token["inside"], start + token.start("inside"))
        gathering.mark(here, "code")
    elif name == "math":
        gathering.add(whole, offset)
        gathering.mark(here, "code")
    elif name == "link":
        gathering.add(token["label"], start + token.start("label"))
    elif name == "entity":
        gathering.replace(unescape(whole).replace("\xa0", " "), offset)
    elif name in ("group", "key"):
        _citation(name, token, offset, gathering)


def _citation(name: str, token: re.Match[str], offset: int, gathering: Gathering) -> None:
    here, whole = gathering.length, token[0]
    gathering.add(whole, offset)
    found = list(_KEY.finditer(whole))
    locators = tuple(locator(match["rest"]) for match in found)
    command = "group" if name == "group" else "bare"
    keys = tuple(match["key"] for match in found)
    gathering.spans.append(Span(here, gathering.length, "citation", keys, locators, command=command))


def locator(text: str) -> str | None:
    """The page that words after a key give."""
    match = _LOCATOR.search(text)
    return (match[1] or match[2]) if match else None


def _emphasis(token: re.Match[str], pairs: dict[int, int], opened: dict[int, int], gathering: Gathering) -> None:
    partner = pairs[token.start()]
    if partner > token.start():
        opened[token.start()] = gathering.length
        return
    here = opened.pop(partner, gathering.length)
    gathering.mark(here, "bold" if len(token[0]) == 2 else "italic")


def _pairs(raw: str, markdown: bool) -> dict[int, int]:
    """Openers and closers of emphasis that belong together, each pointing at the other."""
    pairs: dict[int, int] = {}
    open_marks: dict[str, int] = {}
    for token in _TOKEN.finditer(raw):
        mark = token["stars"]
        if mark is None or (mark[0] == "_" and not markdown):
            continue
        after = raw[token.end() : token.end() + 1]
        before = raw[token.start() - 1 : token.start()] if token.start() else " "
        if mark in open_marks and not before.isspace():
            opener = open_marks.pop(mark)
            pairs[opener], pairs[token.start()] = token.start(), opener
        elif after and not after.isspace():
            open_marks[mark] = token.start()
    return pairs
