"""Finding what a person means by a word: id, label or synonym, in either language, in any letter case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kb.errors import InputError


def nearest(word: str, known: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """The known names most like `word`, best first."""
    from difflib import get_close_matches

    folded = {name.casefold(): name for name in known}
    return tuple(folded[name] for name in get_close_matches(word.casefold(), folded, n=count, cutoff=0.4))


def find(word: str, named: Mapping[str, Iterable[str]], code: str, **params: object) -> str:
    """The key among `named` (key -> its names) that `word` is a name of; InputError `code` with the nearest names.

    Keys are names too. Hyphens, underscores and spaces count as the same. Where two bear one name, the one that has
    it as an earlier of its names is meant: a label comes before another's synonym.
    """
    wanted = _fold(word)
    bearers = [
        (place, key)
        for key, names in named.items()
        for place, name in enumerate((key, *names))
        if _fold(name) == wanted
    ]
    if bearers:
        return min(bearers, key=lambda bearer: bearer[0])[1]
    close = nearest(word, (name for key, names in named.items() for name in (key, *names)))
    some = close or tuple(named)[:5]
    raise InputError(code, name=word, nearest=", ".join(dict.fromkeys(some)) or "–", **params)


def _fold(word: str) -> str:
    return " ".join(word.casefold().replace("-", " ").replace("_", " ").replace("*", "").split())
