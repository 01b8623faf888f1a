"""A person's text as the value of a field: nothing in it can be taken for LaTeX, or end the field."""

from __future__ import annotations

import re

from kb.errors import InputError
from kb.store.bibliography_latex import VERBATIM, field_text

_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_SPECIAL = re.compile(r"[\\&%#_$~^<]|-{2,}|'{2,}|[!?]?`{2,}|[!?]`")
_COMMANDS = {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "<": "\\textless{}"}
_MARKUP = re.compile(r"</?[A-Za-z]")
_ENTITY = re.compile(r"[A-Za-z#][A-Za-z0-9]{1,8};")


def written_value(key: str, name: str, text: str, latex: bool) -> tuple[str, str]:
    """The value for field `name` without its enclosing, and the text as which it must be read back.

    `text` is what a person reads; braces in pairs protect what stands between them, as BibTeX has it, single ones are
    letters. With `latex` it is the file's own language and stays as it is, if only its braces pair.
    """
    text = _BLANKS.sub(" ", text).strip(" ")
    if latex or name in VERBATIM:
        if not in_pairs(text) or text.endswith("\\"):
            raise InputError("edit-unbalanced", key=key, field=name)
        return text, field_text(name, text) if latex else text
    pairs = in_pairs(text)
    meant = text.replace("{", "").replace("}", "") if pairs else text
    if name == "pages":
        text, meant = text.replace("--", "–"), meant.replace("--", "–")
    source = _SPECIAL.sub(lambda match: _escaped(match, text), text)
    if not pairs:
        source = _single_braces(source)
    return (source.replace("–", "--") if name == "pages" else source), meant


def in_pairs(text: str) -> bool:
    """Whether all braces pair, both where a backslash hides one and where it does not."""
    return all(_balanced(each) for each in (text, re.sub(r"\\[{}]", "", text)))


def enclosed(value: str, like: str) -> str:
    """The value between quotation marks or braces or bare, as the one that it replaces was."""
    if value.isascii() and value.isdigit() and like[:1] not in ("{", '"', ""):
        return value
    return f'"{value}"' if like.startswith('"') and '"' not in value else f"{{{value}}}"


def _balanced(text: str) -> bool:
    depth = 0
    for brace in re.findall(r"[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _single_braces(source: str) -> str:
    """Every brace that was typed as a command; those of commands made here (`{}` behind their name) stay."""
    return re.sub(
        r"(\\[A-Za-z]+\{\}|(?<=[-'`!?&])\{\})|([{}])",
        lambda match: match[1] or ("\\textbraceleft{}" if match[2] == "{" else "\\textbraceright{}"),
        source,
    )


def _escaped(match: re.Match[str], text: str) -> str:
    mark = match.group()
    if len(mark) > 1:
        return "{}".join(mark)
    if mark == "<" and not _MARKUP.match(text, match.start()):
        return mark
    if mark == "&" and _ENTITY.match(text, match.end()):
        return "\\&{}"
    return _COMMANDS.get(mark, "\\" + mark)
