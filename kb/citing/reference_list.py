"""A reference list typed at the end of a draft: where it stands, and the works it lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.citing.laws import law_in
from kb.citing.listing import Author, Listed, author_of
from kb.citing.people import folded
from kb.citing.years import UNDATED, YEAR
from kb.model.draft import Block
from kb.reading.kinds import heads_a_list

_END = re.compile(
    r"(?:lampiran|appendix|curriculum|riwayat|biodata|bab\b|daftar\s+(?:riwayat|lampiran))", re.IGNORECASE
)
_HEAD_OF_ENTRY = 800
"""Authors, year and title stand within so many characters."""

_LIST_YEAR = rf"(?:{YEAR}|[2-9]\d{{3}}|{UNDATED})"
_NUMBER = re.compile(r"\s*(?:\[(?P<square>\d{1,3})\]|(?P<plain>\d{1,3})[.)])\s+")
_APA = re.compile(
    rf"(?P<authors>[^(“\"]{{2,400}}?)[\s.,]*\((?P<year>{_LIST_YEAR})[^()]{{0,40}}\)[.,:]?\s*(?P<title>[^.]+)"
)
_HARVARD = re.compile(rf"(?P<authors>[^(“\"]{{2,300}}?)[.,]\s*(?P<year>{_LIST_YEAR})\s*[.,:;]\s*(?P<title>[^.]+)")
_IEEE_NAME = re.compile(r"(?:[A-Z]\.[\s-]?){1,4}[^\W\d_][\w'’-]*(?:\s(?!and\b|dan\b|et\b)[^\W\d_][\w'’-]*){0,2}")
_IEEE_NEXT = re.compile(r",?\s+(?:and|dan|&)\s+|,\s+(?=[A-Z]\.)")
_IEEE_TITLE = re.compile(r"(?:,?\s+(?:et al\.?|dkk\.?))?,\s+[“\"]?(?P<title>[^”\".]+)")
_CHICAGO = re.compile(r"(?P<authors>.{2,200}?(?<![\s.][A-Z])(?<!dkk))\.\s+[“\"*_]?(?P<title>[^”\".]+)")
_YEARS = re.compile(r"(?<![\d/-])(?:1[5-9]|20)\d\d(?![\d-])")
_BRACKETED_YEAR = re.compile(r"\((?:[A-Za-z]+\.?\s)?((?:1[5-9]|20)\d\d)\)")
_ACCESSED = re.compile(
    r"\b(?:di)?(?:akses|unduh|ambil|accessed|retrieved|download(?:ed)?|visited)\b.*$|\bWeb\.\s.*$", re.IGNORECASE
)
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.?[\s-]?){1,5}")
_INITIALS_FIRST = re.compile(r"(?:[A-Z]\.[\s-]?)+\s*\S")
_OTHERS = re.compile(r"[,\s]+(?:dkk|et\.?\s?al|dll)\b\.?|\(?(?:eds?|penyunting|editor)\.?\)?$", re.IGNORECASE)
_CONNECT = re.compile(r"\s*,?\s+(?:&|dan|and)\s+|\s*;\s*|\s*&\s*")


def list_blocks(blocks: Sequence[Block]) -> frozenset[int]:
    """Numbers of the blocks that are the draft's reference lists, their headings among them."""
    found: set[int] = set()
    at = 0
    while at < len(blocks):
        if not _heads_a_list(blocks[at]):
            at += 1
            continue
        level = blocks[at].level if blocks[at].kind == "heading" else 1
        found.add(at)
        at += 1
        while at < len(blocks) and not _ends_the_list(blocks[at], level):
            found.add(at)
            at += 1
    return frozenset(found)


def _heads_a_list(block: Block) -> bool:
    return block.kind in ("heading", "paragraph") and heads_a_list(block.text)


def _ends_the_list(block: Block, level: int) -> bool:
    if _END.match(block.text) and len(block.text) < 100 and block.kind in ("heading", "paragraph"):
        return not re.search(r"\d{4}", block.text)
    if block.kind != "heading":
        return False
    return block.level <= level and not re.search(r"(?:1[5-9]|20)\d\d", block.text)


def typed_works(blocks: Sequence[Block], listed: frozenset[int]) -> list[Listed]:
    """The works of the list, in order; a line that names no work is left out."""
    works: list[Listed] = []
    taken: set[str] = set()
    for number in sorted(listed):
        block = blocks[number]
        if block.kind in ("table", "caption", "code") or _heads_a_list(block):
            continue
        work = typed_work(block, len(works) + 1, taken)
        if work:
            taken.add(work.key)
            works.append(work)
    return works


def typed_work(block: Block, place: int, taken: set[str]) -> Listed | None:
    """One line of a list as a work."""
    text = " ".join(block.text.split())
    number = _NUMBER.match(text)
    bare = text[number.end() :] if number else text
    if len(bare) < 12 or not any(letter.isalpha() for letter in bare[:3]):
        return None
    law = law_in(bare[:200])
    names, year, title = _taken_apart(bare) if law is None else ((), law[2], bare)
    if not names and law is None and not (year and title):
        return None
    others = bool(re.search(r"\b(?:dkk|et\.? al)\b", bare[:200]))
    label = number["square"] or number["plain"] if number else block.label.strip(".[]") or str(place)
    key = block.label if block.automatic and block.label else _key(names, year, bare, taken)
    return Listed(
        key, names, year[:4] if year and len(year) == 5 else year, title.strip(" *_“”\"',"), block.file, block.line, typed=True,
        number=label, law=law, text=text, others=others, letter=year[4:] if year and len(year) == 5 else "",
        address="x" if re.search(r"https?://|www\.|doi", bare) else "",
    )  # fmt: skip


def _taken_apart(text: str) -> tuple[tuple[Author, ...], str | None, str]:
    """Authors, year and title of an entry, by the form it is written in."""
    head = text[:_HEAD_OF_ENTRY]
    first = _initials_first(head) if _INITIALS_FIRST.match(head) else None
    if first:
        return people(first[0]), _last_year(text), first[1]
    for pattern in _patterns(head):
        match = pattern.match(head)
        if not match:
            continue
        year = match.groupdict().get("year") or _last_year(text)
        year = year if year and year[:4].isdigit() else None
        return people(match["authors"]), year, match["title"]
    return (), _last_year(text), text


def _initials_first(text: str) -> tuple[str, str] | None:
    """Authors and title of an entry in the form of the IEEE: "A. Pratomo and S. Gunadi, “Title,” …"."""
    at = 0
    while name := _IEEE_NAME.match(text, at):
        joined = _IEEE_NEXT.match(text, name.end())
        if joined is None or not _IEEE_NAME.match(text, joined.end()):
            title = _IEEE_TITLE.match(text, name.end())
            return (text[: name.end()], title["title"]) if title else None
        at = joined.end()
    return None


def _patterns(text: str) -> list[re.Pattern[str]]:
    apa = _APA.match(text)
    harvard = _HARVARD.match(text)
    if apa and (not harvard or apa.start("year") < harvard.start("year")):
        return [_APA]
    if harvard and harvard.start("year") < 250 and len(harvard["authors"]) < 200 and not _too_late(harvard["authors"]):
        return [_HARVARD]
    return [_CHICAGO]


def _too_late(authors: str) -> bool:
    """Whether what stands before the year holds a title and a publisher: the year then ends the entry."""
    return ": " in authors or len(re.findall(r"(?<![A-Z])[.] ", authors)) > authors.count(",") + 2


def _last_year(text: str) -> str | None:
    """The year that ends an entry; one in brackets, as a journal's volume has it, before one of access."""
    bracketed = _BRACKETED_YEAR.findall(text)
    found = bracketed or _YEARS.findall(_ACCESSED.sub("", text)) or _YEARS.findall(text)
    return found[-1] if found else None


def people(written: str) -> tuple[Author, ...]:
    """Authors of a list's entry: inverted, with initials, single names, bodies."""
    bare = _OTHERS.sub("", written.strip(" .,;*_")).strip(" .,;*_")
    if not bare:
        return ()
    whole = author_of(bare)
    if whole.body:
        return (whole,)
    found: list[str] = []
    for group in _CONNECT.split(bare):
        found += _group(group.strip(" ,"))
    return tuple(author_of(name) for name in found if any(letter.isalpha() for letter in name))


def _group(text: str) -> list[str]:
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    if len(pieces) == 2 and not _is_initials(pieces[1]) and (" " in pieces[0]) and (" " in pieces[1]):
        return pieces if not _INITIALS.fullmatch(pieces[1]) else [text]
    if len(pieces) == 2:
        return [f"{pieces[0]}, {pieces[1]}"]
    names: list[str] = []
    for piece in pieces:
        if names and _is_initials(piece):
            names[-1] = f"{names[-1]}, {piece}" if "," not in names[-1] else f"{names[-1]} {piece}"
        else:
            names.append(piece)
    return names


def _is_initials(piece: str) -> bool:
    return _INITIALS.fullmatch(piece) is not None and (len(piece) <= 3 or "." in piece or piece.isupper())


def _key(names: tuple[Author, ...], year: str | None, text: str, taken: set[str]) -> str:
    lead = "".join(names[0].parts.family) if names else "".join(folded(text).split()[:2])
    base = re.sub(r"[^a-z0-9]", "", lead)[:30] + (year or "")
    key, number = base or "karya", 1
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    return key
