"""LaTeX source with comments taken out, its braces and environments paired, its own macros known."""

from __future__ import annotations

import re
from dataclasses import dataclass

LEFT_OUT = "\x01"
"""Stands for each character that TeX never sees, so that offsets stay."""

_CODE_ENVIRONMENTS = r"verbatim\*?|lstlisting|minted|Verbatim|alltt"
_UNSEEN = re.compile(
    r"(?P<escaped>\\[\\%{}])"
    r"|(?P<verb>\\(?:verb|lstinline)\*?(?P<bar>[|!+/@])[^\n]{0,400}?(?P=bar))"
    r"|(?P<comment>%[^\n]*\n?[ \t]*)"
    r"|(?P<false>\\iffalse\b)|(?P<fi>\\fi\b|\\else\b)"
    rf"|\\begin\{{(?P<begin>comment|{_CODE_ENVIRONMENTS})\}}"
)
_ENVIRONMENT = re.compile(r"\\(begin|end)[ \t]*\{([^{}\n]{1,40})\}")
_MACRO = re.compile(
    r"\\(?:re)?newcommand\*?[ \t]*\{?\\(?P<name>[a-zA-Z@]+)\}?[ \t]*(?:\[(?P<count>\d)\])?(?:\[(?P<default>[^\]]{0,100})\])?"
    r"|\\(?:provide|DeclareRobust)[cC]ommand\*?[ \t]*\{?\\(?P<name2>[a-zA-Z@]+)\}?[ \t]*(?:\[(?P<count2>\d)\])?"
    r"|\\def[ \t]*\\(?P<name3>[a-zA-Z@]+)(?P<parameters>(?:#\d)*)"
)


@dataclass(frozen=True, slots=True)
class Macro:
    """A command that the draft defines: how many arguments, whether the first is optional, and its body."""

    count: int
    optional: bool
    body: str


@dataclass(frozen=True, slots=True)
class Code:
    """A listing that TeX prints as it stands."""

    start: int
    end: int
    text: str


class Source:
    """`text` with the unseen masked; `closing` maps an opening brace to its partner, `ends` a `\\begin` to its `\\end`."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.codes: dict[int, Code] = {}
        self.text = self._masked(raw)
        self.closing, self.square = _pairs(self.text)
        self.ends = _environments(self.text)
        self.macros: dict[str, Macro] = {}
        self.definitions: dict[int, int] = {}
        self._define()

    def _masked(self, raw: str) -> str:
        parts: list[str] = []
        at = 0
        while match := _UNSEEN.search(raw, at):
            start, end = match.span()
            if match["escaped"]:
                parts.append(raw[at:end])
            elif match["fi"]:
                parts.append(raw[at:start] + LEFT_OUT * (end - start))
            elif match["begin"] and match["begin"] != "comment":
                end = self._code(raw, match)
                parts.append(raw[at:start] + LEFT_OUT * (end - start))
            else:
                end = _unseen_end(raw, match)
                parts.append(raw[at:start] + LEFT_OUT * (end - start))
            at = end
        return "".join(parts) + raw[at:]

    def _code(self, raw: str, match: re.Match[str]) -> int:
        closing = raw.find(f"\\end{{{match['begin']}}}", match.end())
        inside = closing if closing >= 0 else len(raw)
        end = min(len(raw), inside + len(f"\\end{{{match['begin']}}}"))
        self.codes[match.start()] = Code(match.start(), end, raw[match.end() : inside].strip("\n"))
        return end

    def _define(self) -> None:
        for match in _MACRO.finditer(self.text):
            opening = self.text.find("{", match.end(), match.end() + 3)
            if opening < 0 or opening not in self.closing:
                continue
            name = match["name"] or match["name2"] or match["name3"]
            count = int(match["count"] or match["count2"] or len(match["parameters"] or "") // 2)
            body = self.text[opening + 1 : self.closing[opening]].replace(LEFT_OUT, "")
            self.macros[name] = Macro(count, match["default"] is not None, body)
            self.definitions[match.start()] = self.closing[opening] + 1


def _unseen_end(raw: str, match: re.Match[str]) -> int:
    if match["false"]:
        closing = re.compile(r"\\fi\b|\\else\b").search(raw, match.end())
        return closing.end() if closing else len(raw)
    if match["begin"]:
        closing_at = raw.find("\\end{comment}", match.end())
        return closing_at + len("\\end{comment}") if closing_at >= 0 else len(raw)
    if match["comment"]:
        return _comment_end(raw, match)
    return match.end()


def _comment_end(raw: str, match: re.Match[str]) -> int:
    """A comment takes its line end with it, but an empty line after it still ends the paragraph."""
    newline = raw.find("\n", match.start())
    if newline < 0:
        return len(raw)
    following = raw[newline + 1 : match.end() + 1]
    return newline if following.strip(" \t")[:1] == "\n" else match.end()


def _pairs(text: str) -> tuple[dict[int, int], dict[int, int]]:
    """Partners of braces, and of square brackets inside one brace level."""
    braces: dict[int, int] = {}
    squares: dict[int, int] = {}
    open_braces: list[int] = []
    open_squares: list[list[int]] = [[]]
    for match in re.finditer(r"\\.|[{}\[\]]", text, re.DOTALL):
        token, at = match[0], match.start()
        if token == "{":
            open_braces.append(at)
            open_squares.append([])
        elif token == "}" and open_braces:
            braces[open_braces.pop()] = at
            open_squares.pop()
        elif token == "[":
            open_squares[-1].append(at)
        elif token == "]" and open_squares[-1]:
            squares[open_squares[-1].pop()] = at
    return braces, squares


def _environments(text: str) -> dict[int, tuple[str, int, int]]:
    """Start of each `\\begin` to its name, the start of its `\\end` and what comes after."""
    found: dict[int, tuple[str, int, int]] = {}
    stack: list[tuple[str, int]] = []
    for match in _ENVIRONMENT.finditer(text):
        if match[1] == "begin":
            stack.append((match[2], match.start()))
        elif any(name == match[2] for name, _ in stack[-40:]):
            while stack:
                name, start = stack.pop()
                if name == match[2]:
                    found[start] = (name, match.start(), match.end())
                    break
    return found
