"""Running text of LaTeX: the words that are printed, with their marks and places."""

from __future__ import annotations

import re
import unicodedata

from kb.model.draft import Span, SpanKind
from kb.reading.gathering import Gathering
from kb.reading.latex_citations import Cited, cited, is_citing, macro_citation
from kb.reading.latex_source import LEFT_OUT, Macro, Source

_TOKEN = re.compile(
    r"(?P<command>\\(?P<name>[a-zA-Z@]+\*?))|(?P<symbol>\\[^a-zA-Z])|(?P<math>\$\$?)|(?P<quote>``|''|“|”)"
    r"|(?P<dash>---?)|(?P<tie>~)|(?P<brace>[{}&])|(?P<unseen>\x01+)|(?P<space>[ \t\n]+)"
)
_LOOKS: dict[str, SpanKind] = {
    **dict.fromkeys(("emph", "textit", "textsl", "itshape"), "italic"),
    **dict.fromkeys(("textbf", "textmd"), "bold"),
    **dict.fromkeys(("texttt", "url", "path", "nolinkurl"), "code"),
}
_REFERENCES = {"ref", "pageref", "autoref", "cref", "Cref", "eqref", "nameref", "vref", "subref"}
_DROPPED_ONE = (
    "label index includegraphics vspace vspace* hspace hspace* bibliographystyle bibliography addbibresource "
    "usepackage documentclass pagestyle thispagestyle hypersetup color linespread input include pagenumbering "
    "addcontentsline phantom glsadd cline cmidrule printbibliography"
)
_DROPPED_TWO = "setlength addtolength setcounter addtocounter fontsize rule newtheorem definecolor"
_DROPPED = {**dict.fromkeys(_DROPPED_ONE.split(), 1), **dict.fromkeys(_DROPPED_TWO.split(), 2)}
"""Commands whose arguments are no text, with how many they take."""

_LAST_ONLY = {"multicolumn": 3, "multirow": 3, "textcolor": 2, "href": 2, "parbox": 2, "resizebox": 3, "scalebox": 2}
_WORDS = {
    "LaTeX": "LaTeX", "TeX": "TeX", "ldots": "…", "dots": "…", "textquotedblleft": "“", "textquotedblright": "”",
    "textendash": "–", "textemdash": "—", "textbackslash": "\\", "ss": "ß", "ae": "æ", "o": "ø", "S": "§", "quad": " ",
    "qquad": " ", "newline": " ", "linebreak": " ", "textasciitilde": "~", "today": "",
}  # fmt: skip
_ACCENTS = {"'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307"}
_MAX_DEPTH = 40


class Inline:
    """Appends the printed words of a stretch of source to a gathering; footnotes are handed to `notes`."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.notes: list[tuple[int, int]] = []
        self.silent: list[str] = []

    def gather(self, start: int, end: int, out: Gathering, depth: int = 0) -> None:
        """The words between two offsets."""
        text, at = self.source.text, start
        while at < end:
            match = _TOKEN.search(text, at, end)
            if match is None:
                out.add(text[at:end], at)
                return
            out.add(text[at : match.start()], at)
            at = self._token(match, end, out, depth)

    def _token(self, match: re.Match[str], end: int, out: Gathering, depth: int) -> int:
        at = match.start()
        if match["command"]:
            return min(self._command(match, out, depth), end)
        if match["symbol"]:
            return self._symbol(match, out)
        if match["math"]:
            return self._math(match, end, out)
        if match["quote"]:
            out.replace("“" if match[0] in ("``", "“") else "”", at)
        elif match["dash"]:
            out.replace("–" if len(match[0]) == 2 else "—", at)
        elif (match["tie"] or match["space"]) and not out.ends_with_space():
            out.replace(" ", at)
        return match.end()

    def _symbol(self, match: re.Match[str], out: Gathering) -> int:
        symbol = match[0][1]
        after = match.end()
        if symbol in "%&_#${}":
            out.add(symbol, match.start() + 1)
        elif symbol in _ACCENTS:
            return self._accent(symbol, match.start(), after, out)
        elif symbol in "([":
            closing = self.source.text.find("\\)" if symbol == "(" else "\\]", after)
            if 0 <= closing < after + 3000:
                return self._code(match.start(), closing + 2, out)
        elif symbol in "\\,;: \n/" and not out.ends_with_space():
            out.replace(" ", match.start())
        if symbol == "\\" and self.source.text[after : after + 1] == "[" and after in self.source.square:
            return self.source.square[after] + 1
        return after

    def _accent(self, symbol: str, start: int, at: int, out: Gathering) -> int:
        text = self.source.text
        braced = text[at : at + 1] == "{"
        letter = text[at + braced : at + braced + 1]
        if not letter.isalpha():
            return at
        out.replace(unicodedata.normalize("NFC", letter + _ACCENTS[symbol]), start)
        return at + 1 + 2 * braced

    def _math(self, match: re.Match[str], end: int, out: Gathering) -> int:
        closing = self.source.text.find(match[0], match.end(), min(end, match.end() + 3000))
        return self._code(match.start(), closing + len(match[0]), out) if closing >= 0 else match.end()

    def _code(self, start: int, end: int, out: Gathering) -> int:
        here = out.length
        out.add(self.source.text[start:end].replace(LEFT_OUT, " "), start)
        out.mark(here, "code")
        return end

    def _command(self, match: re.Match[str], out: Gathering, depth: int) -> int:
        name, start, at = match["name"], match.start(), match.end()
        if start in self.source.definitions:
            return self.source.definitions[start]
        if name == "nocite":
            found = cited(self.source, name, at)
            self.silent += found.keys if found else ()
            return found.end if found else at
        if is_citing(name) and (found := cited(self.source, name, at)):
            return self._citation(start, found, out)
        if name in self.source.macros:
            return self._macro(self.source.macros[name], start, at, out, depth)
        return self._plain_command(name, start, at, out, depth)

    def _plain_command(self, name: str, start: int, at: int, out: Gathering, depth: int) -> int:
        if name in ("footnote", "footnotetext", "thanks"):
            return self._note(at)
        if name in _REFERENCES and (referred := self.group(at)):
            return self._code(start, referred[1] + 1, out)
        if name in _WORDS:
            out.replace(_WORDS[name], start)
            return self._after_empty_group(at)
        if name in _DROPPED:
            return self.skip_groups(at, _DROPPED[name])
        return self._with_words(name, start, at, out, depth)

    def _with_words(self, name: str, start: int, at: int, out: Gathering, depth: int) -> int:
        """A command that prints its last argument, perhaps in another look or between quotation marks."""
        if name in _LAST_ONLY:
            at = self.skip_groups(at, _LAST_ONLY[name] - 1)
        quoted = name in ("enquote", "enquote*", "textquote", "foreignquote")
        at = self.skip_options(at)
        group = self.group(at)
        if group is None:
            return at
        here = out.length
        if quoted:
            out.replace("“", start)
        if depth < _MAX_DEPTH:
            self.gather(group[0] + 1, group[1], out, depth + 1)
        if quoted:
            out.replace("”", group[1])
        if name in _LOOKS:
            out.mark(here, _LOOKS[name])
        return group[1] + 1

    def _citation(self, start: int, found: Cited, out: Gathering) -> int:
        here = out.length
        out.add(self.source.text[start : found.end].replace(LEFT_OUT, " "), start)
        out.spans.append(Span(here, out.length, "citation", found.keys, found.locators, command=found.command))
        return found.end

    def _macro(self, macro: Macro, start: int, at: int, out: Gathering, depth: int) -> int:
        groups: list[tuple[int, int]] = []
        if macro.optional:
            at = self.skip_options(at)
        for _ in range(macro.count - macro.optional):
            group = self.group(at)
            if group is None:
                break
            groups.append(group)
            at = group[1] + 1
        arguments = [self.source.text[opening + 1 : closing] for opening, closing in groups]
        if found := macro_citation(macro.body, ["", *arguments] if macro.optional else arguments, at):
            return self._citation(start, found, out)
        if not groups and macro.count == 0:
            out.replace(re.sub(r"\\[a-zA-Z]+\*?|[{}~]|\\.", " ", macro.body).strip()[:300], start)
            return self._after_empty_group(at)
        here = out.length
        for number, (opening, closing) in enumerate(groups, 1 + macro.optional):
            if f"#{number}" in macro.body and depth < _MAX_DEPTH:
                self.gather(opening + 1, closing, out, depth + 1)
        if any(f"\\{look}" in macro.body for look, kind in _LOOKS.items() if kind == "italic"):
            out.mark(here, "italic")
        return at

    def _note(self, at: int) -> int:
        group = self.group(self.skip_options(at))
        if group is None:
            return at
        self.notes.append((group[0] + 1, group[1]))
        return group[1] + 1

    def group(self, at: int) -> tuple[int, int] | None:
        """Braces of the argument that comes next, if one does."""
        text = self.source.text
        while at < len(text) and text[at] in " \t\x01":
            at += 1
        if text[at : at + 1] == "\n" and text[at + 1 : at + 2] == "{":
            at += 1
        if text[at : at + 1] == "{" and at in self.source.closing:
            return at, self.source.closing[at]
        return None

    def skip_options(self, at: int) -> int:
        """Past arguments in square brackets."""
        while self.source.text[at : at + 1] == "[" and at in self.source.square:
            at = self.source.square[at] + 1
        return at

    def skip_groups(self, at: int, count: int) -> int:
        """Past so many arguments, those in square brackets among them."""
        at = self.skip_options(at)
        for _ in range(count):
            group = self.group(at)
            if group is None:
                return at
            at = self.skip_options(group[1] + 1)
        return at

    def _after_empty_group(self, at: int) -> int:
        return at + 2 if self.source.text[at : at + 2] == "{}" else at
