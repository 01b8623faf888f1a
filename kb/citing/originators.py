"""Who is quoted where the bracket names only the source: "Siporin mendefinisikan … (dalam Fahrudin, 2014)"."""

from __future__ import annotations

import re

from kb.citing.mention import Mention
from kb.citing.name_runs import NameRun
from kb.citing.names import after, before, honored
from kb.citing.vocabulary import Vocabulary
from kb.citing.years import YEAR, normal_year

_SENTENCE = re.compile(r"(?<=[.!?])[”\"'’)]*\s+(?=[A-Z“\"])")
_ACCORDING = re.compile(r"\b(?:menurut|oleh|pendapat|kata|pandangan|according\s+to|by)\s+", re.IGNORECASE)
_LINK_END = re.compile(
    r"(?P<comma>,)?\s*\b(?:(?:seperti|sebagaimana)\s+)?(?:yang\s+)?"
    r"(?:(?:dikutip|disitir|dinukil)(?:\s+kembali)?(?:\s+(?:oleh|dalam|dari))?|dalam|dlm\.?|as\s+cited\s+in|cited\s+in)\s+"
    r"(?:(?:buku|jurnal|artikel|skripsi|tesis|modul|karya|tulisan)\s+)?$",
    re.IGNORECASE,
)
_YEAR_END = re.compile(rf"\s*[,:]?\s*(?P<year>{YEAR})\s*$")
_VERB = re.compile(r"\s+(?:juga\s+|pun\s+|sendiri\s+|telah\s+|pernah\s+)?(?:me|ber|di)[a-z]{3,}")
_BACK = 700


def named_before(text: str, at: int, vocabulary: Vocabulary) -> NameRun | None:
    """The nearest name before `at` that opens a sentence or follows "menurut"."""
    start = max(0, at - _BACK)
    openings = [start, *(match.end() for match in _SENTENCE.finditer(text, start, at))]
    for opening in reversed(openings[-4:]):
        for match in reversed(list(_ACCORDING.finditer(text, opening, at))[-4:]):
            names = after(text, match.end(), vocabulary)
            if names and not names.weak and not honored(text, names.start):
                return names
        names = after(text, opening, vocabulary)
        if names and not names.weak and names.start == opening and _VERB.match(text, names.end):
            return names
    return None


def linked_before(text: str, held: NameRun, vocabulary: Vocabulary) -> Mention | None:
    """The originator in "X dalam HELD", its year if it has one without brackets."""
    link = _LINK_END.search(text, max(0, held.start - 60), held.start)
    if link is None:
        return None
    end, year = link.start(), None
    dated = _YEAR_END.search(text, max(0, end - 12), end)
    if dated:
        end, year = dated.start(), normal_year(dated["year"])
    if text[max(0, end - 1) : end] == ")":
        return None
    names = before(text, end, vocabulary) or small_originator(text, end, vocabulary)
    if names is None or text[names.stop : end].strip() or honored(text, names.start):
        return None
    if names.weak and not follows_according(text, names.start):
        return None
    return Mention(names.start, held.end, "narrative", names.authors, year, et_al=names.et_al)


def small_originator(text: str, end: int, vocabulary: Vocabulary) -> NameRun | None:
    """ "menurut tambunan dalam …": a name that lost its capital, right after "menurut"."""
    match = re.search(r"\b[Mm]enurut\s+(?P<name>[a-z][a-z'’-]{3,})\s*$", text[max(0, end - 60) : end])
    if match is None or vocabulary.common(match["name"]):
        return None
    start = max(0, end - 60) + match.start("name")
    return NameRun(start, start + len(match["name"]), (match["name"],), start + len(match["name"]), weak=True)


def follows_according(text: str, start: int) -> bool:
    """Whether "menurut" or its like stands right before `start`."""
    return (
        re.search(r"\b(?:menurut|oleh|pendapat|according to|by)\s+$", text[max(0, start - 20) : start], re.I)
        is not None
    )


def opens_a_sentence(text: str, start: int) -> bool:
    """Whether nothing but quotation marks stands between `start` and the end of the sentence before."""
    earlier = text[max(0, start - 4) : start].rstrip(" “\"'(")
    return not earlier or earlier.endswith((".", "!", "?", ":", ";"))


def verb_follows(text: str, at: int) -> bool:
    """Whether a verb of saying, or any in "me-", "ber-", "di-", comes next."""
    return _VERB.match(text, at) is not None
