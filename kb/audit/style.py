"""Checks of the way things are written: one style of citing, doubled words and signs, "menurut … mengatakan"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from kb.audit.chapter import Chapter, at, finding
from kb.audit.sentences import sentences
from kb.citing.words import FUNCTION
from kb.findings import Finding, Phrase
from kb.model.citation import Resolved
from kb.model.draft import Stretch

_PAGE_FORMS = (
    ("halaman", re.compile(r"\bhalaman\s?\d", re.I)), ("hal.", re.compile(r"\bhal\.?\s?\d", re.I)),
    ("hlm.", re.compile(r"\bhlm\.?\s?\d", re.I)), ("h.", re.compile(r"\bh\.\s?\d")),
    ("p.", re.compile(r"\bpp?\.\s?\d")), (":", re.compile(r"\d{4}[a-z]?\s?:\s?\d")),
)  # fmt: skip
_OTHERS_FORMS = (("dkk.", re.compile(r"\bd\.?k\.?k\b")), ("et al.", re.compile(r"\bet\.?\s?al\b")))
_AND_FORMS = (("&", re.compile(r"&")), ("dan", re.compile(r"\bdan\b")), ("and", re.compile(r"\band\b")))
_SAYING = re.compile(
    r"\s*[.,]?\s+(?:yang\s+|juga\s+)?(?:mengatakan|menyatakan|menjelaskan|mengemukakan|berpendapat|menyebutkan|mendefinisikan"
    r"|menulis|mengungkapkan|menegaskan|memaparkan|menguraikan)\b"
)
_ACCORDING = re.compile(r"\b(?:menurut|according to)\b(?:\W{0,6}|\s(?:\S+\s){1,3})$", re.IGNORECASE)
_DOUBLE_WORD = re.compile(r"\b(?P<word>[^\W\d_]{2,})\s+(?P=word)\b(?![-’'])")
_DOUBLE_AROUND = re.compile(r"\b(?P<word>[a-z]{5,})\s+(?:dan|atau|and|or)\s+(?P=word)\b")
_DOUBLE_SIGN = re.compile(
    r"(?<![.\d])\.\.(?![.\d])|,\s?,|;;|::(?!\w)|\?\?(?!\?)|,\.(?![\d-])|(?<=\w)\s+,(?=\s)|”\.(?=[A-Z])"
)
_PHRASE = 5
"""So many words that come twice in one sentence are a slip of copying."""


def mixed_style(chapter: Chapter) -> Iterable[Finding]:
    """Two ways of writing pages, "and others", or "and" between names."""
    typed = [each for each in chapter.citations if each.citation.subject == "work" and each.citation.form != "footnote"]
    yield from _mixed(chapter, "penulisan halaman", typed, _PAGE_FORMS)
    yield from _mixed(chapter, "singkatan nama lain", typed, _OTHERS_FORMS)
    for form, name in (
        ("narrative", "penghubung nama di luar kurung"),
        ("parenthetical", "penghubung nama di dalam kurung"),
    ):
        named = [each for each in typed if each.citation.form == form and len(each.citation.authors) > 1]
        yield from _mixed(chapter, name, named, _AND_FORMS)


def _mixed(
    chapter: Chapter, what: str, citations: list[Resolved], forms: tuple[tuple[str, re.Pattern[str]], ...]
) -> Iterable[Finding]:
    found: dict[str, list[Resolved]] = {}
    for each in citations:
        form = next((name for name, pattern in forms if pattern.search(each.citation.as_written)), None)
        if form:
            found.setdefault(form, []).append(each)
    if len(found) < 2:
        return
    order = sorted(found, key=lambda name: len(found[name]))
    places = chapter.places([each for name in order[:-1] for each in found[name]] + found[order[-1]][:1])
    counted = tuple(
        Phrase("“{form}” {count} kali", {"form": name, "count": len(found[name])}) for name in reversed(order)
    )
    yield finding("mixed-citation-style", "info", places, what=Phrase(what), forms=counted, usual=order[-1])


def punctuation(chapter: Chapter) -> Iterable[Finding]:
    """Slips inside citations: no comma, no space, a colon before the year, a bracket that never closes."""
    slips: list[Resolved] = []
    kinds: Counter[str] = Counter()
    for each in chapter.citations:
        slip = _slip(each)
        if slip:
            slips.append(each)
            kinds[slip] += 1
    if slips:
        kinds_named = tuple(Phrase(kind + " ({count})", {"count": count}) for kind, count in kinds.most_common())
        examples = ", ".join(dict.fromkeys(each.citation.as_written[:40] for each in slips[:6]))
        yield finding(
            "citation-punctuation",
            "info",
            chapter.places(slips),
            count=len(slips),
            kinds=kinds_named,
            examples=examples,
        )


_SLIPS = (
    (r"\bet\.al\b", "“et.al” tanpa spasi", ("parenthetical", "narrative")),
    (r"[^\W\d_.)],{year}", "tidak ada spasi sesudah koma", ("parenthetical", "narrative")),
    (r"[^\W\d_.]\s+{year}", "tidak ada koma sebelum tahun", ("parenthetical",)),
    (r"[^\W\d_]\s?:\s?{year}", "titik dua sebelum tahun", ("parenthetical", "narrative")),
    (r"^\([^)]*$", "kurung tidak ditutup", ("parenthetical",)),
)
"""What a slip looks like, its name, and the forms of citation in which it is one."""


def _slip(each: Resolved) -> str:
    citation = each.citation
    if citation.subject != "work" or not citation.year:
        return ""
    year = re.escape(citation.year)
    for pattern, name, forms in _SLIPS:
        if citation.form in forms and re.search(pattern.replace("{year}", year), citation.as_written):
            return name
    return ""


def according_doubled(chapter: Chapter) -> Iterable[Finding]:
    """ "Menurut X … mengatakan bahwa": the sentence loses its subject."""
    for each in chapter.citations:
        text, _ = chapter.text_at(each.citation)
        if each.citation.form in ("narrative", "key") and _ACCORDING.search(
            text[max(0, each.citation.start - 60) : each.citation.start]
        ):
            saying = _SAYING.match(text, each.citation.end)
            if saying:
                word = saying[0].split()[-1]
                yield finding(
                    "menurut-doubled", "info", chapter.places([each]), cited=each.citation.as_written[:60], word=word
                )


def words_repeated(chapter: Chapter) -> Iterable[Finding]:
    """A word or a longer phrase twice in a row or twice in one sentence."""
    for stretch in chapter.stretches:
        for pattern in (_DOUBLE_WORD, _DOUBLE_AROUND):
            for match in pattern.finditer(stretch.text):
                if not _is_meant(match) and not _in_mark(stretch, match.start()):
                    yield finding(
                        "words-repeated",
                        "info",
                        (at(stretch, match.start(), match.end()),),
                        words=match[0],
                        word=match["word"],
                    )
        yield from _phrases(stretch)


def _is_meant(match: re.Match[str]) -> bool:
    """Names like "Bora Bora" are written so."""
    return match["word"][0].isupper()


def _in_mark(stretch: Stretch, offset: int) -> bool:
    return any(span.kind in ("code", "citation") and span.start <= offset < span.end for span in stretch.spans)


def _phrases(stretch: Stretch) -> Iterable[Finding]:
    for start, end in sentences(stretch.text):
        words = [(match[0].casefold(), match.start()) for match in re.finditer(r"\w[\w'’-]*", stretch.text[start:end])]
        seen: dict[tuple[str, ...], int] = {}
        for number in range(len(words) - _PHRASE + 1):
            phrase = tuple(word for word, _ in words[number : number + _PHRASE])
            if phrase in seen and number - seen[phrase] >= _PHRASE and _tells(phrase):
                first = start + words[number][1]
                last = start + words[number + _PHRASE - 1][1] + len(phrase[-1])
                yield finding(
                    "words-repeated", "info", (at(stretch, first, last),), words=" ".join(phrase), word=" ".join(phrase)
                )
                break
            seen.setdefault(phrase, number)


def _tells(phrase: tuple[str, ...]) -> bool:
    return sum(1 for word in phrase if len(word) > 3 and word not in FUNCTION) >= 3


def punctuation_doubled(chapter: Chapter) -> Iterable[Finding]:
    """ ".." or ",," and their like, together in one finding."""
    places = []
    shown = []
    for stretch in chapter.stretches:
        for match in _DOUBLE_SIGN.finditer(stretch.text):
            if _in_mark(stretch, match.start()):
                continue
            places.append(at(stretch, match.start(), match.end()))
            shown.append(stretch.text[max(0, match.start() - 12) : match.end() + 6].strip())
    if places:
        yield finding("punctuation-doubled", "info", places, count=len(places), examples=" · ".join(shown[:4]))
