"""LaTeX to text, field by field, and only where there is something to decode.

The only file that knows pylatexenc, which is loaded when the first command that the short ways do not cover is met.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kb.patterns import pattern

if TYPE_CHECKING:
    from pylatexenc.latex2text import LatexNodes2Text

VERBATIM = frozenset(
    {"url", "doi", "file", "pdf", "localfile", "eprint", "isbn", "issn", "urldate", "crossref", "xref", "xdata", "ids"}
)
"""Fields in which a percent sign, a tilde or an underscore is itself, never LaTeX."""

_SOMETHING = ("\\", "{", "}", "$", "~", "%", "&", "<", "`", "--", "''")
"""One of these is in every value that is not its own text; looking for each is faster than one expression for all."""

_TAG = pattern(
    r"</?(?:i|b|em|strong|u|sub|sup|sc|scp|italic|bold|span|p|br|div|jats:[a-z]+)(?:\s[^<>]*)?\s*/?>", re.IGNORECASE
)
_ADDRESS = pattern(r"(?:https?|ftp)://(?:[^\s{}\\<>\"]|\\[_%&#~$]|\{\\[_%&#]\})+|\bwww\.(?:[^\s{}\\<>\"]|\\[_%&#])+")
_SHORT = pattern(
    r"\\[&%_#$]"
    r"|\\['`^\"~=.](?:[A-Za-z]|\{[A-Za-z]\}|\{\\[ij]\})"
    r"|\\[cuvHdbkr]\{[A-Za-z]\}"
    r"|\\(?:ss|o|O|l|L|ae|AE|oe|OE|aa|AA)(?:\{\}|(?=[}.,;:)-]))"
)
"""Commands that mean the same wherever they stand; decoded each once for all entries."""

_UNESCAPED = pattern(r"(\\.)|([%&])", re.DOTALL)
_FORMULA = r"\$(?!\d[\d.,]*(?:\s|\Z))(?:\\.|[^$\\])+\$"
_DOLLARS = pattern(rf"(\\.)|({_FORMULA})|(\$)", re.DOTALL)
_CUT = pattern(rf"\\(?:[A-Za-z]+\*?|.)|{_FORMULA}|[{{}} ]", re.DOTALL)
_MATHS = pattern(r"[\\^_{]")
_IN_ADDRESS = pattern(r"\{?\\~\{\}\}?|\{?\\([_%&#$~])\}?|\{\\textasciitilde\}|\\textasciitilde(?:\{\}|\s)?|\$\\sim\$")
_HREF = pattern(r"\\href\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_LINES = pattern(r"[ \t]*\n\s*")
_RUNS = pattern(r"-{2,}|'{2,}|`{2,}|[!?]`")
_CHARACTER = pattern(r"\\?&([a-zA-Z]{2,8}|#\d{2,7}|#[xX][0-9a-fA-F]{2,6});")
_ESCAPE = {each: "\\" + each for each in "&%$#_{}"} | {
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\^{}",
}
_URL_COMMAND = pattern(r"\\(?:url|path|nolinkurl)\s*\{(.*)\}\s*\Z", re.DOTALL)
MOST_COMMANDS = 50_000
"""Backslashes of one value that are decoded; the library takes ten microseconds for each."""


def field_text(name: str, value: str) -> str:
    """The value of field `name` as a person reads it; addresses keep every character."""
    if name in VERBATIM:
        return _verbatim(name, value)
    return text_of(value)


def text_of(value: str) -> str:
    """LaTeX text as plain text; what holds no LaTeX is returned as it is."""
    for mark in _SOMETHING:
        if mark in value:
            return _decoded(value)
    return value


def holds_html(value: str) -> bool:
    """Whether the value as written has tags or character names of HTML, as exports of repositories do."""
    return ("<" in value or "&" in value) and _without_html(value) != value


@lru_cache(maxsize=50_000)
def _decoded(value: str) -> str:
    if "<" in value or "&" in value:
        value = _without_html(value)
    if "\\href" in value:
        value = _HREF.sub(r"\2 (\1)", value)
    addresses: list[str] = []
    if "://" in value or "www." in value:
        value = _ADDRESS.sub(lambda match: _kept(match.group(), addresses), value)
    text = _short_way(value)
    if text is None:
        whole = "\\begin" in value or "\\verb" in value
        text = decode_by_library(value) if whole else " ".join(_piece(piece) for piece in _pieces(value))
    for place, address in enumerate(addresses):
        text = text.replace(_stand_in(place), address)
    return text


def _short_way(value: str) -> str | None:
    """The text where only braces, dashes, quotes and commands without context stand in it, else None."""
    if "\\" in value:
        if "\\\\" in value:
            return None
        value = _SHORT.sub(lambda match: _guarded(_command(match.group())), value)
    if "\\" in value or "$" in value:
        return None
    text = value.replace("{", "").replace("}", "")
    if len(text) < len(value) and _RUNS.findall(text) != _RUNS.findall(value):
        return None
    for typed, meant in (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("!`", "¡"), ("?`", "¿"), ("~", "\xa0")):
        text = text.replace(typed, meant)
    return text.replace("\ue0fe", "$")


@lru_cache(maxsize=50_000)
def _piece(piece: str) -> str:
    text = _short_way(piece)
    return decode_by_library(piece) if text is None else text


def _pieces(value: str) -> Iterator[str]:
    """The value cut at spaces where nothing spans them: no group, no formula, no command that waits for its argument.

    The library looks at every character; words without LaTeX never reach it, and the same word only once.
    """
    at = start = depth = 0
    waiting = -1
    while match := _CUT.search(value, at):
        token, at = match.group(), match.end()
        if token == " ":
            joined = value[match.start() - 1 : match.start()] in ("}", "]") and value[at : at + 1] in ("{", "[")
            if depth == 0 and match.start() != waiting and not joined:
                yield value[start : match.start()]
                start = at
        elif token == "{":
            depth += 1
        elif token == "}":
            depth = max(0, depth - 1)
        elif token[0] == "\\":
            waiting = at
        elif not _MATHS.search(token):
            at = match.start() + 1
    yield value[start:]


def _guarded(text: str) -> str:
    return "\ue0fe" if text == "$" else text


@cache
def _command(command: str) -> str:
    return command[1] if command[1] in "&%_#$" else decode_by_library(command)


def decode_by_library(value: str) -> str:
    """The decoding that is true for all of LaTeX, and slow; the shorter ways must give the same.

    Above `MOST_COMMANDS` the text stays as it was typed: no field that a person wrote has so many.
    """
    if value.count("\\") > MOST_COMMANDS:
        return value
    value = _UNESCAPED.sub(lambda match: match.group(1) or "\\" + match.group(2), value)
    if "$" in value:
        value = _DOLLARS.sub(_money, value)
    try:
        text = str(_library().latex_to_text(value))
    except Exception:  # the library raises what it likes on broken commands: the text then stays as it was typed
        return value
    return _LINES.sub(" ", text) if "\n" in text else text


def _money(match: re.Match[str]) -> str:
    """Dollar signs with something of mathematics between them are mathematics; others, and before amounts, are money."""
    escaped, formula, _ = match.groups()
    if escaped:
        return str(escaped)
    if formula and _MATHS.search(formula):
        return str(formula)
    return match.group().replace("$", "\\$")


@cache
def _library() -> LatexNodes2Text:
    from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

    def as_typed(node: object) -> str:
        return str(node.latex_verbatim())  # type: ignore[attr-defined]

    context = get_default_latex_context_db()
    words = {
        "textless": "<",
        "textasciicircum": "^", "textgreater": ">", "textbraceleft": "{", "textbraceright": "}", "copyright": "©",
        "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX", "-": "", "\\": " ", "newline": " ", "par": " ",
        "textbullet": "•", "textregistered": "®", "texttrademark": "™", "slash": "/",
    }  # fmt: skip
    # What the library would drop: commands it does not know, and `\input`, are shown as they were typed.
    macros = [MacroTextSpec(name, simplify_repl=text or (lambda node: "")) for name, text in words.items()]
    macros += [MacroTextSpec(name, simplify_repl="%s") for name in ("url", "nolinkurl", "path")]
    macros += [MacroTextSpec(name, simplify_repl=as_typed) for name in ("input", "include")]
    context.add_context_category("kajian", prepend=True, macros=macros)
    context.set_unknown_macro_spec(MacroTextSpec("", simplify_repl=as_typed))
    return LatexNodes2Text(latex_context=context, keep_comments=True, math_mode="text")


def _kept(address: str, addresses: list[str]) -> str:
    """A stand-in for an address while the text around it is decoded; punctuation behind it is not part of it."""
    bare = address.rstrip(".,;:!?)'")
    addresses.append(_address(bare))
    return _stand_in(len(addresses) - 1) + address[len(bare) :]


def _stand_in(place: int) -> str:
    return f"\ue0ff{place}\ue0ff"


def _address(value: str) -> str:
    return _IN_ADDRESS.sub(lambda match: match.group(1) or "~", value)


def _verbatim(name: str, value: str) -> str:
    value = value.strip()
    if value.startswith("{") and value.endswith("}"):
        value = value[1:-1].strip()
    if name == "file" or "\\" not in value:
        return value
    command = _URL_COMMAND.match(value)
    return _address(command.group(1).strip() if command else value)


def _without_html(value: str) -> str:
    """Tags away, character names as their characters; twice, for exports encode tags as character names."""
    was = value
    for _ in range(2):
        value = _TAG.sub(lambda tag: " " if tag.group().strip("</> ").lower() in ("p", "br", "div") else "", value)
        value = _CHARACTER.sub(_character, value)
    return value if value == was else re.sub(r" {2,}", " ", value).strip()


def _character(match: re.Match[str]) -> str:
    from html import unescape

    character = unescape(f"&{match.group(1)};")
    return _ESCAPE.get(character, character)
