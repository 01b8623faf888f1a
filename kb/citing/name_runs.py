"""A run of words that may name authors: what of it is the name, and whose."""

from __future__ import annotations

from dataclasses import dataclass

from kb.citing.name_tokens import Token
from kb.citing.vocabulary import Vocabulary
from kb.citing.words import BODY_ENDINGS, LEADING, MONTHS, NOT_AFTER_TEAM, WEAK_BODIES, is_body


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


def name_run(run: list[Token], text: str, vocabulary: Vocabulary, small_first: bool = False) -> NameRun | None:
    run = trimmed_tail(_trimmed_head(run, vocabulary))
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
    return trimmed_tail(run)


def _is_edge(token: Token, vocabulary: Vocabulary) -> bool:
    return token.kind == "noun" or (token.kind == "name" and vocabulary.common(token.text))


def trimmed_tail(run: list[Token]) -> list[Token]:
    """A run without the signs and small words at its end."""
    while run and run[-1].kind in ("comma", "connector", "particle", "title"):
        run = run[:-1]
    return run


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
