"""LaTeX to text, only where there is something to decode."""

from __future__ import annotations

import re
from functools import lru_cache

_SOMETHING = re.compile(r"[\\{}$~]|--|''|``")
_SIMPLE = str.maketrans({"{": None, "}": None})
_VERBATIM = frozenset({"url", "doi", "file", "eprint", "howpublished", "isbn", "issn", "pages", "crossref", "xdata"})
"""Fields in which a percent sign, a tilde or an underscore is itself, never LaTeX."""


def field_text(name: str, value: str) -> str:
    """The value of field `name` as a person reads it; addresses keep every character."""
    if name in _VERBATIM:
        return (
            value.translate(_SIMPLE)
            .replace("\\_", "_")
            .replace("\\%", "%")
            .replace("\\&", "&")
            .replace("--", "–" if name == "pages" else "--")
        )
    return text_of(value)


@lru_cache(maxsize=50_000)
def text_of(value: str) -> str:
    """LaTeX text as plain text; what holds no LaTeX is returned as it is."""
    if not _SOMETHING.search(value):
        return value
    if "\\" not in value and "$" not in value:
        return _plain(value)
    from pylatexenc.latex2text import LatexNodes2Text

    decoder = LatexNodes2Text(keep_comments=True, math_mode="verbatim")
    try:
        return str(decoder.latex_to_text(value.replace("%", "\\%") if "\\%" not in value else value)).strip()
    except Exception:  # pylatexenc raises what it likes on broken input: the text then stays as it was typed
        return value


def _plain(value: str) -> str:
    """Braces, ties, dashes and quotes without a command among them."""
    text = value.translate(_SIMPLE).replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”")
    return text.replace("~", "\N{NO-BREAK SPACE}")
