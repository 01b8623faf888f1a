"""Who, when and what of a study, out of cells as students fill them: one after the other, in any order, in one cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.reading.records.headings import AUTHOR, TITLE
from kb.store.bibliography_titles import is_degree

_YEAR = re.compile(
    r"(?P<open>[(\[]\s*)?(?<![\d–-])(?P<year>(?:19|20)\d{2})[a-z]?(?![\d–-])(?P<close>\s*(?:[:,]\s*(?:hlm\.?\s*)?[\d–-]+\s*)?[)\]])?"
)
_NO_YEAR = re.compile(r"\s*[(\[]\s*(?:t\.\s?t\.?|tt|tanpa tahun|n\.\s?d\.?|no date)\s*[)\]]", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"«„](.{8,}?)[”\"»]|['‘](.{8,}?)['’](?=\W|$)", re.DOTALL)
_NUMBERED = re.compile(r"^\s*\(?\d{1,3}[.)]\s+")
_LABEL = re.compile(
    r"^\s*(nama|penulis|peneliti|pengarang|author|judul|title|tahun|year)(?:\s+penelitian)?\s*[:：]\s*", re.I
)
OTHERS = re.compile(r"[\s,]*\b(?:dkk|et\.?\s*al|dan kawan-kawan|and others|and colleagues|cs)\b\.?", re.IGNORECASE)
_KIND = re.compile(
    r"^\(?(?:skripsi|tesis|disertasi|tugas akhir|jurnal|prosiding|artikel|journal|thesis|universitas|uin|iain|vol)\b",
    re.I,
)
_SEPARATOR = re.compile(r"\s+[–—-]\s+|\s*[|/]\s*|\s*:\s+|\s+oleh\s+|\.\s+(?=[A-Z“\"])")
_PUBLISHED = re.compile(
    r"\s*[(\[]((?:skripsi|tesis|disertasi|tugas akhir|jurnal|prosiding|artikel|journal|thesis|proceeding)s?\b[^()\[\]]*)[)\]]",
    re.I,
)
_KIND_BEFORE = re.compile(r"^(?:skripsi|tesis|disertasi|jurnal|artikel)\s*[:,]?\s+(?=[A-Z])", re.IGNORECASE)
_OF_TITLES = frozenset(
    [
        "analisis",
        "analisa",
        "pengaruh",
        "peran",
        "peranan",
        "hubungan",
        "implementasi",
        "penerapan",
        "strategi",
        "upaya",
        "efektivitas",
        "evaluasi",
        "studi",
        "kajian",
        "tinjauan",
        "terhadap",
        "dalam",
        "pada",
        "untuk",
        "dengan",
        "dari",
        "di",
        "kasus",
        "pengembangan",
        "pemberdayaan",
        "perancangan",
        "penggunaan",
        "faktor",
        "faktor-faktor",
        "model",
        "sistem",
        "kinerja",
        "perlindungan",
        "pelaksanaan",
        "manajemen",
        "pembelajaran",
        "gambaran",
        "kualitas",
        "motivasi",
        "persepsi",
        "dampak",
        "makna",
        "fenomena",
        "konsep",
        "perbandingan",
        "penelitian",
        "skripsi",
        "tesis",
        "jurnal",
        "the",
        "of",
        "on",
        "in",
        "for",
        "analysis",
        "effect",
        "influence",
        "study",
        "role",
        "impact",
        "between",
        "towards",
    ]
)
"""Words that titles have and names have not."""

_SMALL = frozenset(["bin", "binti", "ibn", "van", "von", "de", "der", "al", "el", "dan", "and", "&", "serta"])


@dataclass(frozen=True, slots=True)
class Reference:
    """What was read; `sure` is False where the cell could be divided otherwise. `rest` is what is none of the three."""

    author: str = ""
    year: str = ""
    title: str = ""
    rest: str = ""
    sure: bool = True


def reference_of(text: str, order: Sequence[str] = ()) -> Reference:
    """The parts of a cell that holds several; `order` is that of its heading, where it gives one."""
    text = _NO_YEAR.sub(" – ", text).strip(" –")
    published = [found[1] for found in _PUBLISHED.finditer(text)]
    if published:
        bare = reference_of(_PUBLISHED.sub(" ", text), order)
        return replace(bare, rest="; ".join(filter(None, (bare.rest, *published))))
    lines = [_NUMBERED.sub("", line).strip() for line in text.split("\n") if line.strip()]
    labelled = _labelled(lines)
    if labelled:
        return labelled
    title_first = TITLE in order and (AUTHOR not in order or list(order).index(TITLE) < list(order).index(AUTHOR))
    if len(lines) > 1:
        return _of_lines(lines, title_first)
    return _of_line(lines[0] if lines else "", title_first)


def _labelled(lines: Sequence[str]) -> Reference | None:
    """ "Nama: … Judul: … Tahun: …" on lines of their own."""
    found: dict[str, str] = {}
    for line in lines:
        label = _LABEL.match(line)
        if label is None:
            return None
        word = label[1].casefold()
        kind = "title" if word in ("judul", "title") else "year" if word in ("tahun", "year") else "author"
        found[kind] = line[label.end() :].strip()
    return (
        Reference(found.get("author", ""), found.get("year", ""), bare_title(found.get("title", ""))) if found else None
    )


def _of_lines(lines: Sequence[str], title_first: bool) -> Reference:
    years = [at for at, line in enumerate(lines) if re.fullmatch(r"[(\[]?\s*(?:19|20)\d{2}[a-z]?\s*[)\].,]*", line)]
    year = re.sub(r"\D", "", lines[years[0]])[:4] if years else ""
    others = [line for at, line in enumerate(lines) if at not in years]
    rest = [line for line in others[1:] if _KIND.match(line)]
    others = [line for line in others if line not in rest]
    if not others:
        return Reference(year=year, rest="; ".join(rest), sure=False)
    if len(others) == 1:
        one = _of_line(others[0], title_first)
        return Reference(one.author, one.year or year, one.title, "; ".join(filter(None, (one.rest, *rest))), one.sure)
    at = _who(others, title_first)
    who, what = others[at], [line for number, line in enumerate(others) if number != at]
    dated = _dated(who) if not year else None
    if dated:
        year = dated["year"]
        who, after = who[: dated.start()].strip(" ,("), who[dated.end() :].strip(" ,.:")
        what = [after, *what]
    title = " ".join(part for part in what if part)
    if not year and (late := _dated(title)) and late["open"]:
        year, title = late["year"], (title[: late.start()] + title[late.end() :]).strip(" ,.")
    return Reference(
        who.strip(" ,"), year, bare_title(title), "; ".join(rest), names_likely(who) and not names_likely(title)
    )


def _who(lines: Sequence[str], title_first: bool) -> int:
    """Which line names the authors: the first that can be names, or the last where titles come first."""
    likely = [at for at, line in enumerate(lines) if names_likely(_YEAR.sub("", line))]
    if title_first:
        return likely[-1] if likely else len(lines) - 1
    return likely[0] if likely else 0


def _of_line(text: str, title_first: bool) -> Reference:
    quoted = _QUOTED.search(text)
    if quoted and not names_likely(quoted[1] or quoted[2] or ""):
        around = f"{text[: quoted.start()]} {text[quoted.end() :]}"
        found = _of_line(around, False)
        return Reference(
            found.author,
            found.year,
            bare_title(quoted[1] or quoted[2]),
            "; ".join(filter(None, (found.rest, found.title))),
        )
    dated = _dated(text)
    if dated is None:
        return _undated(text.strip(), title_first)
    before, after = text[: dated.start()].strip(" ,(:;"), text[dated.end() :].strip(" ,.:;–-")
    year = dated["year"]
    if before and after and not title_first:
        kind = _KIND_BEFORE.match(before)
        who = before[kind.end() :] if kind else before
        if names_likely(who):
            title, rest = _entry(after) if "," in who and re.search(r"\b[A-Z]\.", who) else (after, "")
            if _KIND.match(after):
                title, rest = "", after
            more = "; ".join(filter(None, (kind.group().strip(" :,") if kind else "", rest)))
            return Reference(who, year, bare_title(title), more)
        inner = _undated(before, title_first)
        return Reference(inner.author, year, inner.title, "; ".join(filter(None, (inner.rest, after))), False)
    inner = _undated(before or after, title_first)
    rest = "; ".join(filter(None, (inner.rest, after if before else "")))
    return Reference(inner.author, year, inner.title, rest, inner.sure and bool(before))


def _entry(after: str) -> tuple[str, str]:
    """Title and the rest of an entry of a reference list: "Judul. Jurnal X, 3(2)"."""
    title, stop, rest = after.partition(". ")
    return (title, rest) if stop and len(title) > 12 else (after, "")


def _dated(text: str) -> re.Match[str] | None:
    """The year of publication: one in brackets first, else the last; years inside a title are not it."""
    found = list(_YEAR.finditer(text))
    bracketed = [each for each in found if each["open"] and each["close"]]
    chosen = bracketed[:1] or found[-1:]
    return chosen[0] if chosen else None


def _undated(text: str, title_first: bool) -> Reference:
    """Names and title without a year between them."""
    if not text:
        return Reference(sure=False)
    if names_likely(text):
        return Reference(author=text.strip(" ,"))
    pieces = [piece.strip(" ,") for piece in _SEPARATOR.split(text) if piece.strip(" ,.")]
    ends = (pieces[-1], " ".join(pieces[:-1])) if title_first else (pieces[0], " ".join(pieces[1:]))
    for who, what in (ends, (pieces[0], " ".join(pieces[1:])), (pieces[-1], " ".join(pieces[:-1]))):
        if what and names_likely(who) and not names_likely(what):
            at = text.find(who)
            title = text[at + len(who) :] if at == 0 else text[:at]
            return Reference(who, "", bare_title(re.sub(r"\soleh\s*$", "", title)), "", False)
    name, comma, title = text.rpartition(",") if title_first else text.partition(",")
    who, what = (title, name) if title_first else (name, title)
    if comma and names_likely(who) and not names_likely(what):
        return Reference(who.strip(), "", bare_title(what), "", False)
    return Reference(title=bare_title(text))


def bare_title(title: str) -> str:
    """A title without the quotation marks and the full stop that cells put around it."""
    bare = " ".join(title.split()).strip(" ,.;:–-/|")
    pairs = {"“": "”", '"': '"', "‘": "’", "'": "'", "«": "»"}
    return bare[1:-1].strip() if len(bare) > 2 and pairs.get(bare[0]) == bare[-1] else bare


def names_likely(text: str) -> bool:
    """Whether a text could be one or several persons: capitalised words, few of them for each name."""
    bare = OTHERS.sub("", text).strip(" ,.;")
    if not bare or re.search(r"\d|[?!“”\"]", bare) or len(bare) > 200:
        return False
    for name in re.split(r"[,;]|\s(?:dan|and|serta)\s|&", bare):
        words = name.split()
        if len(words) > 5 or any(not _of_a_name(word) for word in words):
            return False
    return not any(word.casefold().strip(".,") in _OF_TITLES for word in bare.split())


def _of_a_name(word: str) -> bool:
    return word.casefold() in _SMALL or word[:1].isupper() or is_degree(word)
