"""Titles as citation styles want them handed over: English ones in sentence case, what braces protect left alone.

Styles turn sentence case into title case where they ask for it, never the other way. Titles in any other language stay
as they were typed: their capitals cannot be told from those of names.
"""

from __future__ import annotations

import re

from kb.citing.proper_nouns import keeps_capital, names_in
from kb.store.bibliography_latex import text_of

TITLES = ("title", "subtitle", "booktitle", "booksubtitle")
"""Fields in which braces protect capitals."""
_WORD = re.compile(r"[^\s\-–—/]+")
_BEGINS = re.compile(r"(?:^|[:?!.—]\s+|\s[–—]\s+)[\"“‘'(\[]*$")
_INNER = re.compile(r".[A-Z0-9]")
_NEVER_TITLE = re.compile(r"an?|the|and|or|but|nor|of|in|on|at|to|for|from|by|with|as|is|its?|into|over", re.IGNORECASE)


def english_title(title: str, protected: tuple[str, ...] = ()) -> str:
    """An English title in sentence case, marked up for citeproc where its letters must stay as they are."""
    kept = _places(title, protected)
    written = sentence_case(title, kept)
    kept += _left_small(title, kept) if written != title else []
    for start, end in sorted(kept, reverse=True):
        written = f'{written[:start]}<span class="nocase">{written[start:end]}</span>{written[end:]}'
    return written


def sentence_case(title: str, kept: list[tuple[int, int]] | None = None) -> str:
    """The title with small letters where only its headline style has capitals; one that has none stays as it is."""
    if not _in_title_case(title):
        return title
    names = [*(kept or []), *names_in(title)]
    words = list(_WORD.finditer(title))
    pieces, at = [], 0
    for place, match in enumerate(words):
        following = words[place + 1].group() if place + 1 < len(words) else ""
        pieces += [title[at : match.start()], _word(title, match, following, names)]
        at = match.end()
    return "".join(pieces) + title[at:]


def protected_in(raw: str, *fields: str) -> tuple[str, ...]:
    """The words that an entry as written protects by braces in the fields named, longest first."""
    found = [words for field in fields for words in _in_braces(_value(raw, field)) if words]
    return tuple(sorted(dict.fromkeys(found), key=len, reverse=True))


def _word(title: str, match: re.Match[str], following: str, names: list[tuple[int, int]]) -> str:
    word, start = match.group(), match.start()
    if any(begin <= start < end for begin, end in names) or _INNER.search(word) or keeps_capital(word, following):
        return word
    return word if _BEGINS.search(title[:start]) or word.rstrip(".,;:") == "I" else word.lower()


def _left_small(title: str, kept: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Longer words that the headline style itself leaves small ("versus"), which styles would give a capital."""
    found = [match.span() for match in re.finditer(r"(?<![\w'’-])[a-z]{4,}(?![\w'’-])", title)]
    return [(start, end) for start, end in found if not any(begin < end and start < stop for begin, stop in kept)]


def _in_title_case(title: str) -> bool:
    """Whether most of the longer words behind the first begin with a capital."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’]*", title)[1:] if not _NEVER_TITLE.fullmatch(word)]
    return len(words) > 0 and sum(word[0].isupper() for word in words) * 2 > len(words)


def _places(title: str, protected: tuple[str, ...]) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    for words in protected:
        at = title.find(words)
        if at >= 0 and not any(begin < at + len(words) and at < end for begin, end in places):
            places.append((at, at + len(words)))
    return places


def _value(raw: str, field: str) -> str:
    """The value of a field as written, without its outer braces or quotes."""
    match = re.search(rf"[\s,{{]{field}\s*=\s*([{{\"])", raw, re.IGNORECASE)
    if not match:
        return ""
    depth, start = 0, match.end()
    for place in range(start, len(raw)):
        character = raw[place]
        if depth == 0 and character == ("}" if match[1] == "{" else '"'):
            return raw[start:place]
        depth += (character == "{") - (character == "}")
    return ""


def _in_braces(value: str) -> list[str]:
    """Groups in braces that are no argument of a command and no accented letter."""
    found, depth, start = [], 0, 0
    for place, character in enumerate(value):
        if character == "{":
            start = place if depth == 0 else start
            depth += 1
        elif character == "}" and depth > 0:
            depth -= 1
            if depth == 0 and value[start + 1] != "\\" and not re.search(r"\\[A-Za-z]+\s*$|\\\W$", value[:start]):
                found.append(text_of(value[start + 1 : place]))
    return found
