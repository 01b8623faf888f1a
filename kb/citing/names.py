"""Names in running text: where one begins before a bracket, where one ends after "menurut" or "dalam"."""

from __future__ import annotations

from dataclasses import replace

from kb.citing.name_runs import NameRun, name_run, trimmed_tail
from kb.citing.name_tokens import Token, tokens
from kb.citing.vocabulary import Vocabulary
from kb.citing.words import HONORED, is_body

WINDOW = 220
"""How far before a bracket a name may begin."""


_RUN = {"name", "noun", "initial", "degree", "title", "others"}


def before(text: str, end: int, vocabulary: Vocabulary) -> NameRun | None:
    """The names that end at `end`."""
    window = tokens(text, max(0, end - WINDOW), end)
    run = trimmed_tail(_backwards(window))
    found = name_run(run, text, vocabulary)
    if found and _follows_a_figure(window, run[0]):
        return replace(found, weak=True)
    return found


def _follows_a_figure(window: list[Token], first: Token) -> bool:
    """ "SD Negeri 1 Cibadak (2022)": what comes after a figure is the rest of another name."""
    at = window.index(first)
    return at > 0 and any(letter.isdigit() for letter in window[at - 1].text)


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
    return name_run(trimmed_tail(run), text, vocabulary, small_first)


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


def honored(text: str, start: int) -> bool:
    """Whether the word before `start` or at it makes the name one of a person spoken to, not of an author."""
    previous = text[max(0, start - 25) : start].split()
    return bool(previous) and previous[-1].lower().strip(".,(") in HONORED
