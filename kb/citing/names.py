"""Names in running text: where one begins before a bracket, where one ends after "menurut" or "dalam"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from kb.citing.vocabulary import Vocabulary
from kb.citing.words import (
    ACRONYMS,
    BODY_ENDINGS,
    CONNECTORS,
    DEGREE,
    DOTTED_DEGREES,
    FUNCTION,
    HONORED,
    INITIALS,
    LEADING,
    MONTHS,
    NOT_AFTER_TEAM,
    OTHERS,
    PARTICLES,
    TITLES,
    WEAK_BODIES,
    is_body,
    is_noun,
)

TokenKind = Literal[
    "name",
    "noun",
    "function",
    "small",
    "connector",
    "comma",
    "initial",
    "degree",
    "title",
    "particle",
    "others",
    "other",
]
_TOKEN = re.compile(r"[A-Z]\.(?:-?[A-Z]\.)*(?![^\W\d_])|[^\W\d_](?:[\w'’`\-]|\.(?=[^\W\d_]))*|&|,|[^\s]")
_ARTICLE = re.compile(r"(?:al|el|ad|as|an|at|ar|asy|ash|az)-[^\W\d_]")
"""The Arabic article, which many write small."""

WINDOW = 220
"""How far before a bracket a name may begin."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign with its place in the text."""

    text: str
    start: int
    end: int
    kind: TokenKind


@dataclass(frozen=True, slots=True)
class NameRun:
    """Words that name one or more authors; `weak` where they may well name something else.

    `stop` is where the capitalised words end, common ones after the name included.
    """

    start: int
    end: int
    authors: tuple[str, ...]
    stop: int
    et_al: bool = False
    weak: bool = False
    body: bool = False


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Words and signs between two offsets."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        stop, word = match.end(), match[0]
        if text[stop : stop + 1] == "." and stop < end and (_takes_a_dot(word)):
            stop, word = stop + 1, word + "."
        if found and match.start() < found[-1].end:
            continue
        found.append(Token(word, match.start(), stop, _kind(word)))
    return found


def _takes_a_dot(word: str) -> bool:
    if word.endswith("."):
        return False
    if TITLES.fullmatch(word) or (OTHERS.fullmatch(word) and word not in ("et", "dll")):
        return True
    return DEGREE.fullmatch(word) is not None or (len(word) == 1 and word.isupper())


def _kind(word: str) -> TokenKind:
    small = word.rstrip(".").lower()
    if OTHERS.fullmatch(small) or OTHERS.fullmatch(word):
        return "others"
    if small in CONNECTORS:
        return "connector"
    if word == ",":
        return "comma"
    if not word[0].isalpha() or any(letter.isdigit() for letter in word):
        return "other"
    return _part_of_a_name(word, small) or _word_kind(word.rstrip("."), small)


def _part_of_a_name(word: str, small: str) -> TokenKind | None:
    """Particles, initials, titles and degrees."""
    bare = word.rstrip(".")
    if small in PARTICLES:
        return "particle"
    if "." in bare and small.replace(".", "") in DOTTED_DEGREES:
        return "degree"
    if INITIALS.fullmatch(word):
        return "initial"
    if TITLES.fullmatch(word) and (word[0].isupper() or small in ("prof", "dr")) and len(bare) < 6:
        return "title"
    return "degree" if DEGREE.fullmatch(word) else None


def _word_kind(bare: str, small: str) -> TokenKind:
    if bare in ACRONYMS or _ARTICLE.match(small):
        return "name"
    if small in FUNCTION:
        return "function"
    if not bare[0].isupper():
        return "small"
    return "noun" if is_noun(small) else "name"


_RUN = {"name", "noun", "initial", "degree", "title", "others"}


def before(text: str, end: int, vocabulary: Vocabulary) -> NameRun | None:
    """The names that end at `end`."""
    window = tokens(text, max(0, end - WINDOW), end)
    run = _trimmed_tail(_backwards(window))
    found = _run(run, text, vocabulary)
    if found and _follows_a_figure(window, run[0]):
        return replace(found, weak=True)
    return found


def _follows_a_figure(window: list[Token], first: Token) -> bool:
    """ "SD Negeri 1 Cibadak (2022)": what comes after a figure is the rest of another name."""
    at = window.index(first)
    return at > 0 and any(letter.isdigit() for letter in window[at - 1].text)


def _trimmed_tail(run: list[Token]) -> list[Token]:
    while run and run[-1].kind in ("comma", "connector", "particle", "title"):
        run = run[:-1]
    return run


def _backwards(window: list[Token]) -> list[Token]:
    run: list[Token] = []
    listing = False
    for at in range(len(window) - 1, -1, -1):
        token = window[at]
        following = run[0].kind if run else None
        if token.kind in _RUN:
            run.insert(0, token)
            listing = listing or token.kind == "others"
        elif token.kind == "connector" and following in ("name", "noun", "initial", "others", "title", "particle"):
            run.insert(0, token)
            listing = True
        elif (
            (token.kind == "particle" and following in ("name", "particle"))
            or (token.kind == "comma" and _comma_inside(following, listing, at, window))
            or (token.kind == "function" and _inside_body_name(token, at, window, following))
        ):
            run.insert(0, token)
        else:
            return _without_first_of_place(run, token)
    return run


def _comma_inside(following: str | None, listing: bool, at: int, window: list[Token]) -> bool:
    if following in ("initial", "degree", "connector", "others"):
        return True
    before_it = window[at - 1].kind if at else None
    return listing and following in ("name", "title", "noun") and before_it in ("name", "initial", "degree", "noun")


def _inside_body_name(token: Token, at: int, window: list[Token], following: str | None) -> bool:
    """Small words belong to the name of a body: "Organization for Economic Cooperation and Development"."""
    if token.text not in ("of", "for", "the", "on", "untuk", "bagi") or following not in ("name", "noun", "function"):
        return False
    return any(is_body(each.text) for each in window[max(0, at - 4) : at])


def _without_first_of_place(run: list[Token], stop: Token) -> list[Token]:
    """ "Di Indonesia, Deci dan Ryan (2000)": the place before the comma is no author."""
    if stop.text.lower() in ("di", "pada", "ke", "dari", "in", "at") and len(run) > 2 and run[1].kind == "comma":
        return run[2:]
    return run


def after(
    text: str, start: int, vocabulary: Vocabulary, small_first: bool = False, end: int | None = None
) -> NameRun | None:
    """The names that begin at `start`; `small_first` lets one word without a capital be a name."""
    run: list[Token] = []
    window = tokens(text, start, min(len(text) if end is None else end, start + WINDOW))
    if window and window[0].start > start and text[start : window[0].start].strip():
        return None
    for at, token in enumerate(window):
        if not _goes_on(token, at, run, window, text, small_first):
            break
        run.append(token)
    return _run(_trimmed_tail(run), text, vocabulary, small_first)


def _goes_on(token: Token, at: int, run: list[Token], window: list[Token], text: str, small_first: bool) -> bool:
    """Whether a token belongs to the names that begin before it."""
    if at and "\n" in text[window[at - 1].end : token.start]:
        return False
    following = window[at + 1].kind if at + 1 < len(window) else None
    if token.kind in _RUN:
        return True
    if token.kind == "small":
        return small_first and at == 0
    if token.kind == "comma":
        return following in ("initial", "degree", "others") or _list_goes_on(at, window)
    return _joins(token, at, run, window, following)


def _joins(token: Token, at: int, run: list[Token], window: list[Token], following: str | None) -> bool:
    """Whether a small word stands inside names: "van", "dan", the "of" of a body."""
    if token.kind == "particle":
        return following in ("name", "particle")
    if token.kind == "connector":
        named = ("name", "initial", "title", "others", "particle")
        return bool(run) and (following in named or (following == "noun" and is_body(run[0].text)))
    return token.kind == "function" and _inside_body_name(token, at, window, following)


def _list_goes_on(at: int, window: list[Token]) -> bool:
    """Whether a comma stands in a list of names that a "dan" ends: "Prasetyo, Qomariah, dan Rahayu"."""
    for token in window[at + 1 : at + 12]:
        if token.kind == "connector":
            return window[window.index(token) - 1].kind in ("name", "initial", "comma")
        if token.kind not in ("name", "initial", "comma", "degree", "title"):
            return False
    return False


def _run(run: list[Token], text: str, vocabulary: Vocabulary, small_first: bool = False) -> NameRun | None:
    run = _trimmed_tail(_trimmed_head(run, vocabulary))
    body_at = next((at for at, token in enumerate(run) if _heads_a_body(token, at, run)), None)
    last = len(run) - 1
    if body_at in (None, last) and last > 0 and run[-1].text.lower() in BODY_ENDINGS:
        body_at = next((at for at, token in enumerate(run) if token.text.lower() not in LEADING), 0)
    if body_at is not None:
        run = run[body_at:]
        return _made(run, text, weak=False, body=True)
    kept = _without_common_edges(run, vocabulary)
    named = [token for token in kept if token.kind in ("name", "particle")]
    if small_first and run and run[0].kind == "small":
        return _made(run[:1], text, weak=True)
    if not named or any(token.text.lower() in MONTHS for token in kept):
        return None
    weak = any(token.text.lower().rstrip(".") in WEAK_BODIES for token in run) or _is_part_of_a_term(run, kept)
    return _made(kept, text, weak or all(vocabulary.common(token.text) for token in named), stop=run[-1].end)


def _is_part_of_a_term(run: list[Token], kept: list[Token]) -> bool:
    """ "Pendidikan Karakter (2010)": the noun before the name is none that leads over to one."""
    before_it = [token for token in run if token.end <= kept[0].start]
    return bool(before_it) and before_it[-1].kind == "noun" and before_it[-1].text.lower() not in LEADING


def _heads_a_body(token: Token, at: int, run: list[Token]) -> bool:
    if not is_body(token.text) or not token.text[0].isupper():
        return False
    if token.text.lower() == "tim" and len(run) == at + 2 and run[at + 1].text.lower() in NOT_AFTER_TEAM:
        return False
    return len(run) > at + 1 or token.text.isupper() or token.text.lower() not in ("tim", "pusat", "bank", "global")


def _trimmed_head(run: list[Token], vocabulary: Vocabulary) -> list[Token]:
    while run and run[0].kind in ("comma", "connector", "others", "degree"):
        run = run[1:]
    return run


def _without_common_edges(run: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """ "Hasil Penelitian Sugiyono" names Sugiyono; a name's last words that the draft writes small elsewhere go too."""
    while len(run) > 1 and _is_edge(run[0], vocabulary) and any(each.kind == "name" for each in run[1:]):
        run = _trimmed_head(run[1:], vocabulary)
    while len(run) > 2 and run[0].kind == "name" and _is_edge(run[-1], vocabulary) and _is_edge(run[-2], vocabulary):
        run = run[:-2]
    return _trimmed_tail(run)


def _is_edge(token: Token, vocabulary: Vocabulary) -> bool:
    return token.kind == "noun" or (token.kind == "name" and vocabulary.common(token.text))


def honored(text: str, start: int) -> bool:
    """Whether the word before `start` or at it makes the name one of a person spoken to, not of an author."""
    previous = text[max(0, start - 25) : start].split()
    return bool(previous) and previous[-1].lower().strip(".,(") in HONORED


def _made(run: list[Token], text: str, weak: bool, body: bool = False, stop: int = 0) -> NameRun | None:
    if not run:
        return None
    authors, et_al = ((text[run[0].start : run[-1].end],), False) if body else _authors(run, text)
    if body and (found := [token for token in run if token.kind == "others"]):
        authors, et_al = (text[run[0].start : found[0].start].strip(" ,"),), True
    return NameRun(run[0].start, run[-1].end, authors, stop or run[-1].end, et_al, weak, body) if authors else None


def _authors(run: list[Token], text: str) -> tuple[tuple[str, ...], bool]:
    """Each author as written, without titles and degrees."""
    groups: list[list[Token]] = [[]]
    et_al = False
    for at, token in enumerate(run):
        if token.kind == "others":
            et_al = True
        elif token.kind == "connector":
            groups.append([])
        elif token.kind == "comma":
            following = run[at + 1].kind if at + 1 < len(run) else None
            if following == "initial" and len(groups[-1]) <= 2:
                groups[-1].append(token)
            elif following not in ("degree", "initial"):
                groups.append([])
        elif token.kind not in ("degree", "title"):
            groups[-1].append(token)
    names = [text[group[0].start : group[-1].end].strip(" ,") for group in groups if group]
    bare = (name.removesuffix("'s").removesuffix("’s") for name in names)
    return tuple(name for name in bare if any(letter.isalpha() for letter in name)), et_al
