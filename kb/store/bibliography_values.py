"""Values of fields as written (`{…} # "…" # macro`) as one text, with `@string` macros put in."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_LONGEST = 20_000
"""A text made of macros grows no longer than this: macros of macros can double at every step."""

_NAMES = "January February March April May June July August September October November December"
_MONTHS = {name[:3].casefold(): (str(number), name) for number, name in enumerate(_NAMES.split(), 1)}


class Values:
    """Puts values together; `undefined` names the macros of the last value that no `@string` defines.

    A month alone is its number, for a number is no language; joined to other text it is the word that styles print.
    """

    def __init__(self) -> None:
        self.macros: dict[str, str] = {}
        self.undefined: list[str] = []

    def define(self, name: str, value: str) -> bool:
        """Keep a macro; False where the name had another meaning before, which later entries no longer see."""
        text = self._joined(value)
        known = self.macros.get(name.casefold())
        self.macros[name.casefold()] = text
        return known is None or known == text

    def text(self, written: str) -> str:
        """The value without its braces or quotes, LaTeX as it stands, white space made single."""
        if written[:1] == "{" and written[-1] == "}" and "#" not in written:
            self.undefined, value = [], written[1:-1]
        else:
            value = self._joined(written)
        if "\n" in value or "  " in value or "\t" in value:
            return _BLANKS.sub(" ", value).strip(" ")
        return value.strip(" ")

    def _joined(self, written: str) -> str:
        self.undefined = []
        value = _whole(written)
        if value is None:
            pieces = pieces_of(written)
            value = "".join(self._piece(piece.strip(), len(pieces) > 1) for piece in pieces)[:_LONGEST]
        return value

    def _piece(self, piece: str, joined: bool) -> str:
        if len(piece) > 1 and piece[0] + piece[-1] in ("{}", '""'):
            return piece[1:-1]
        name = piece.casefold()
        if not piece or piece.isdigit() or not piece.isascii() or re.search(r"[\s{}\"]", piece):
            return piece
        if name in self.macros:
            return self.macros[name]
        if name in _MONTHS:
            return _MONTHS[name][joined]
        if not piece[0].isdigit():
            self.undefined.append(piece)
        return piece


def pieces_of(written: str) -> list[str]:
    """The parts of `a # {b} # "c"`, split at `#` outside braces and quotes."""
    if "#" not in written:
        return [written]
    parts, depth, quoted, start = [], 0, False, 0
    for match in re.finditer(r'(?<!\\)[{}"#]', written):
        mark = match.group()
        depth += (mark == "{") - (mark == "}")
        if mark == '"' and depth == 0:
            quoted = not quoted
        elif mark == "#" and depth == 0 and not quoted:
            parts.append(written[start : match.start()])
            start = match.end()
    return [*parts, written[start:]]


def _whole(written: str) -> str | None:
    """What stands between the braces or quotes that hold the whole value, None where it is made of parts."""
    if len(written) < 2:
        return None
    inner = written[1:-1]
    if written[0] == "{" and written[-1] == "}":
        if "}" not in inner or "#" not in inner:
            return inner
        return inner if len(pieces_of(written)) == 1 else None
    if written[0] == '"' and written[-1] == '"' and ("#" not in inner or len(pieces_of(written)) == 1):
        return inner
    return None
