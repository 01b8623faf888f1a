"""The source's own words inside our sentences: what may be slotted in, what must be quoted, what "ini" points to."""

from __future__ import annotations

import re
from collections.abc import Collection

from kb.model.study import FacetValue
from kb.queries.studies import studies
from kb.store.library import Library

_LONGEST_PHRASE = 10
_DOING = re.compile(r"(?:me(?:m|n|ng|ny|l|r|w|y)?|ber|mem?per)[a-z]{3,}(?:-\w+)?$")
_THINGS = frozenset(
    ("media", "mediasi", "metode", "metodologi", "mesin", "merek", "mental", "mentalitas", "menteri", "mekanisme",
     "memori", "mentor", "menu", "mekar", "melayu", "berkas", "berita", "beras", "berat", "berlian", "bersama",
     "besaran", "meteorologi", "metafora", "merger")
)  # fmt: skip
_AIM_LEAD = {
    "id": re.compile(
        r"(?:(?:adapun\s+)?tujuan(?:\s+(?:dari\s+)?penelitian)?(?:\s+(?:ini|tersebut))?\s+(?:adalah|ialah|yaitu)\s+)?"
        r"(?:penelitian\s+(?:ini|tersebut)\s+bertujuan\s+)?(?:untuk\s+)?",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:the\s+(?:aim|purpose|objective)\s+of\s+(?:this|the)\s+study\s+(?:is|was)\s+)?"
        r"(?:(?:this|the)\s+study\s+(?:aims|aimed|seeks|sought)\s+)?",
        re.IGNORECASE,
    ),
}
_FOUND_LEAD = {
    "id": re.compile(
        r"(?:hasil\s+(?:dari\s+)?)?penelitian(?:\s+(?:ini|tersebut))?\s+(?:menunjukkan|memperlihatkan|mengungkapkan|menemukan"
        r"|membuktikan|menyimpulkan)\s+bahwa[,:]?\s+",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:(?:the\s+)?(?:results|findings)(?:\s+of\s+(?:this|the)\s+study)?|(?:this|the)\s+study)\s+"
        r"(?:show|showed|shows|indicate|indicated|found|finds)\s+that[,:]?\s+",
        re.IGNORECASE,
    ),
}
_HERE = {
    "id": ((re.compile(r"\bpenelitian ini\b"), "penelitian tersebut"), (re.compile(r"\bPenelitian ini\b"), "Penelitian tersebut"),
           (re.compile(r"\bstudi ini\b"), "studi tersebut")),
    "en": ((re.compile(r"\bthis study\b"), "that study"), (re.compile(r"\bThis study\b"), "That study")),
}  # fmt: skip


def seen_from_here(text: str, language: str) -> str:
    """The words of another study told in this one: its "penelitian ini" is not ours."""
    for pattern, ours in _HERE[language]:
        text = pattern.sub(ours, text)
    return text


def flat(text: str) -> str:
    """A text in one line, without a full stop at its end."""
    return " ".join(text.split()).rstrip(" .;")


def aim_of(text: str, language: str) -> str:
    """An aim without the words that introduce it: "Penelitian ini bertujuan untuk …" leaves what follows."""
    bare = flat(text)
    return bare[_match_end(_AIM_LEAD[language], bare) :]


def finding_of(text: str, language: str) -> str:
    """A finding without "Hasil penelitian menunjukkan bahwa": the frame says it."""
    bare = flat(text)
    return bare[_match_end(_FOUND_LEAD[language], bare) :]


def _match_end(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


def is_doing(text: str, language: str) -> bool:
    """Whether a text opens with a verb that "untuk" or "to" can stand before."""
    first = (text.replace("*", "").split() or [""])[0].casefold().strip(",")
    if language == "en":
        return first == "to"
    return bool(_DOING.match(first)) and first not in _THINGS


def is_ground(text: str) -> bool:
    """Whether "karena" can stand before an Indonesian text: it opens with a verb or with what belongs together."""
    first = (text.replace("*", "").split() or [""])[0].casefold()
    return is_doing(text, "id") or first in {
        "sesuai",
        "sama",
        "relevan",
        "terkait",
        "dapat",
        "terdapat",
        "ada",
        "sejalan",
    }


def fits(value: FacetValue, language: str) -> bool:
    """Whether a value can stand in a sentence as it is: a concept's label, or a short phrase that is no clause."""
    if value.value:
        return True
    words = flat(value.text or "").split()
    if value.language != language or not words or len(words) > _LONGEST_PHRASE:
        return False
    clause = any(re.match(r"di[a-z]{4,}(kan|i)?$", word) and len(word) > 5 for word in words)
    return not clause and not is_doing(" ".join(words), language) and not re.search(r"[.;:!?]", " ".join(words))


def continued(text: str, ordinary: Collection[str]) -> str | None:
    """The text as the end of a sentence that is already begun; None where its first word may be a name.

    A capital is taken away only from a word that occurs without one elsewhere in the project.
    """
    first = (text.split() or [""])[0]
    bare = first.strip("“”\"'(,*")
    if not bare or not bare[0].isalpha():
        return None if first[:1].isupper() else text
    if bare[0].islower():
        return text
    if bare.casefold() not in ordinary or bare[1:] != bare[1:].lower():
        return None
    at = text.index(bare)
    return text[:at] + bare[0].lower() + text[at + 1 :]


def ordinary_words(library: Library) -> frozenset[str]:
    """Every word that the notes write in lower case somewhere, or that is a function word."""
    return library.remember("ordinary-words", lambda: frozenset(_lower(library)) | _FUNCTION)


_FUNCTION = frozenset(
    ("ada", "terdapat", "adanya", "tidak", "pada", "dalam", "di", "dari", "untuk", "dengan", "semua", "setiap",
     "secara", "selain", "hal", "hasil", "the", "a", "an")
)  # fmt: skip


def _lower(library: Library) -> set[str]:
    texts = [
        words
        for study in studies(library)
        for group in study.facets.values()
        for value in group
        for words in (value.text or "", *value.labels.values())
    ]
    return {word for text in texts for word in re.findall(r"(?<![\w*])[a-z][a-z-]+", text)}
