"""What a line of text is by its look: heading, list item, caption, or running text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.model.draft import BlockKind

_DECIMAL = re.compile(r"(?P<label>\d{1,2}(?:\.\d{1,2}){1,5}\.?)\s+(?=[^\W\d_]|[*_“\"'(])")
_CHAPTER = re.compile(r"(?P<label>(?:BAB|Bab|CHAPTER|Chapter)\s+(?:[IVXLC]{1,6}|\d{1,2}))\b[ \t]*[:.–-]?[ \t]*")
_LABEL = re.compile(
    r"(?:[-*•▪●–+]\s+)?(?P<label>\((?:\d{1,2}|[a-zA-Z]|[ivx]{1,5})\)|(?:\d{1,3}|[a-zA-Z]|[ivx]{2,5})[.)])[ \t]+(?=\S)"
)
_BULLET = re.compile(r"[-*•▪●+–✓➢]\s+(?=\S)")
_CAPTION = re.compile(
    r"(?P<label>(?:Tabel|TABEL|Table|Gambar|GAMBAR|Figure|Grafik|Bagan|Skema|Diagram)\b\.?[ \t]*"
    r"(?P<number>(?:\d+|[IVX]+\b|[A-Z]\b)(?:[ .\-–]\d+)*)?)[.:]?(?P<rest>[ \t]+.*|)$"
)
_LIST_HEAD = re.compile(
    r"(?:daftar\s+(?:pustaka|rujukan|referensi|bacaan|kepustakaan|acuan)|kepustakaan|referensi|references?|bibliography"
    r"|works\s+cited|literature\s+cited|reference\s+list)\s*:?",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"\.{4,}|…{2,}|(?:\. ){4,}")
"""Leaders of a table of contents: its lines are no headings."""

_SENTENCE_END = (".", ";", ",", ":", "…")
MAX_TITLE = 250


@dataclass(frozen=True, slots=True)
class Look:
    """Kind of a line; its text begins at `start`, after the label."""

    kind: BlockKind
    start: int = 0
    level: int = 0
    label: str = ""


def is_title(text: str, limit: int = MAX_TITLE) -> bool:
    """Whether a text could be a title: short, begins like one, is no sentence."""
    bare = text.strip(" *_")
    if not bare or len(bare) > limit or bare.endswith(_SENTENCE_END):
        return False
    first = next((letter for letter in bare if letter.isalpha()), "")
    return first.isupper() and ". " not in bare.replace("dkk. ", "").replace("No. ", "")


def heads_a_list(line: str) -> bool:
    """Whether a line is the title of a reference list."""
    return _LIST_HEAD.fullmatch(line.strip(" *_#")) is not None


def look(line: str) -> Look:
    """The kind of a line that stands for itself; neighbours may still change it."""
    for recognise in (_heading, _caption, _item):
        if found := recognise(line):
            return found
    return Look("paragraph")


def _heading(line: str) -> Look | None:
    if _CONTENTS.search(line):
        return None
    bare = line.lstrip("*_")
    shift = len(line) - len(bare)
    if match := _DECIMAL.match(bare):
        if is_title(bare[match.end() :]):
            label = match["label"]
            return Look("heading", match.end() + shift, label.rstrip(".").count(".") + 1, label)
        return None
    match = _CHAPTER.match(bare)
    if match:
        rest = bare[match.end() :].strip(" *_")
        if not rest or (is_title(rest, 150) and rest[0].isupper()):
            return Look("heading", match.end() + shift if rest else 0, 1, match["label"])
    if is_all_capitals(bare):
        return Look("heading", 0, 1)
    return None


def is_all_capitals(text: str) -> bool:
    """A line without small letters that is long enough to be no abbreviation."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 6 and len(text) <= 150 and text == text.upper() and not text.rstrip().endswith((".", ";"))


def _caption(line: str) -> Look | None:
    match = _CAPTION.match(line.strip("*_ "))
    if not match or match["number"] is None or len(line) > MAX_TITLE:
        return None
    rest = match["rest"].strip(" *_.")
    if rest and not (rest[0].isupper() or rest[0] in "“\"'(*"):
        return None
    return Look("caption", 0, 0, match["number"].strip())


def loose_caption(line: str) -> bool:
    """A line that begins like a caption but gives no number: one only where a table or picture stands beside it."""
    match = _CAPTION.match(line.strip("*_ "))
    return bool(match) and match["number"] is None and is_title(line, 120)  # type: ignore[index]


def _item(line: str) -> Look | None:
    match = _LABEL.match(line)
    if match:
        label = match["label"]
        if label[0].isupper() and not is_title(line[match.end() :], 120):
            return None  # "A. Maslow menyatakan …" begins with an initial
        return Look("list-item", match.end(), 0, label)
    if match := _BULLET.match(line):
        return Look("list-item", match.end())
    return None


def split_label(title: str) -> tuple[str, int]:
    """Label of a heading whose markup already said that it is one, and where its words begin."""
    for pattern in (_DECIMAL, _CHAPTER, _LABEL):
        if match := pattern.match(title):
            return match["label"], match.end() if title[match.end() :].strip() else 0
    if match := re.match(r"(?P<label>\d{1,2})\s+(?=[^\W\d])", title):
        return match["label"], match.end()
    return "", 0
