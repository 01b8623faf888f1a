"""Words in Indonesian (the source) and English.

Words of findings and errors are dictionaries in `kb/locale/words/<room>.py`, keyed by the check's or the error's
name; running text (sentences, documents, screens) is marked where it is used with `_()` from `translator`.
English stands in `kb/locale/en/LC_MESSAGES/<room>.po`, whose msgid is the Indonesian text; `make words` compiles.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.errors import KajianError
    from kb.findings import Finding

LANGUAGES = ("id", "en")
Translator = Callable[[str], str]


@cache
def translator(language: str) -> Translator:
    """The function that turns an Indonesian source text into `language`; unknown texts stay as they are."""
    if language == "id":
        return str
    import gettext

    folder = Path(__file__).parent / language / "LC_MESSAGES"
    catalogues = [gettext.GNUTranslations(path.open("rb")) for path in sorted(folder.glob("*.mo"))]
    if not catalogues:
        raise FileNotFoundError(f"no compiled catalogue in {folder}: run 'make words'")
    for following in catalogues[1:]:
        catalogues[0].add_fallback(following)
    return catalogues[0].gettext


def bare(text: str) -> str:
    """A marked text without its context: "menu|Konsep" is "Konsep", whose English is then "Concepts"."""
    return text.rpartition("|")[2]


def fill(template: str, params: object) -> str:
    """`template` with its `{slots}` filled; a slot without a value shows as a question mark, never fails."""

    return template.format_map(_Slots(params if isinstance(params, dict) else dict(params)))  # type: ignore[call-overload]


class _Slots(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "?"


def finding_message(finding: Finding, language: str) -> str:
    """What is wrong, in one or two sentences."""
    return _words_of(finding, language)[0]


def finding_fix(finding: Finding, language: str) -> str:
    """What to do about it."""
    return _words_of(finding, language)[1]


def check_title(check: str, language: str) -> str:
    """What a check is called for a person; its stable name where it has no title."""
    from kb.locale.words.check_titles import TITLES

    return translator(language)(TITLES.get(check, check))


def _words_of(finding: Finding, language: str) -> tuple[str, str]:
    from kb.locale.words import FINDINGS

    message, fix = FINDINGS[finding.check]
    _ = translator(language)
    params = {name: _spoken(value, _) for name, value in finding.params.items()}
    return fill(_(message), params), fill(_(fix), params)


def _spoken(value: object, _: Translator) -> object:
    """A parameter in the reader's language: phrases and the system's refusals translated, several of them joined."""
    if isinstance(value, str | int):  # most are: a file may have a hundred thousand findings
        return value
    from kb.findings import Phrase
    from kb.locale.words.system import NOT_UTF_8, REASONS

    if isinstance(value, Phrase):
        return fill(_(value.text), {name: _spoken(part, _) for name, part in value.params.items()})
    if isinstance(value, OSError):
        known = REASONS.get(value.errno or 0)
        return _(known) if known else value.strerror or str(value)
    if isinstance(value, UnicodeDecodeError):
        return fill(_(NOT_UTF_8), {"byte": value.start + 1})
    if isinstance(value, tuple):
        return "; ".join(str(_spoken(part, _)) for part in value)
    return value


def error_text(error: KajianError, language: str) -> str:
    """An error as one line: what, where, what to do next."""
    from kb.locale.words import ERRORS

    _ = translator(language)
    params = {name: _spoken(value, _) for name, value in error.params.items()}
    return fill(_(ERRORS[error.code]), params).replace("\n", " ")
