"""Checks of the table of prior studies: against the bibliography, the prose, and its own rows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.audit.chapter import Chapter, finding, in_block
from kb.audit.citations import named
from kb.audit.methods import contradiction, methods
from kb.audit.sentences import clause
from kb.audit.study_prose import Callings, Said, headed_studies, prose_about
from kb.audit.study_tables import Study, study_tables
from kb.audit.titles import title_differs
from kb.citing.people import likeness, parts_of
from kb.findings import Finding, Phrase, Place
from kb.model.draft import TableCell

_OWN = re.compile(
    r"\bpenelitian\s+(?:ini|(?:yang\s+)?(?:akan\s+)?dilakukan(?:\s+oleh)?(?:\s+(?:penulis|peneliti))?(?!\s+oleh\s+[A-Z]))"
    r"(?:\s+\w+){0,2}?\s+(?:menggunakan|memakai|dengan|adalah|bersifat|merupakan)\b(?P<what>[^.;]{0,80})",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"\b(?:sedangkan|sementara|berbeda)\b", re.IGNORECASE)
_BOTH = re.compile(r"\b(?:sama-?\s?sama|persamaan|sama\b)", re.IGNORECASE)


def _place(study: Study, cell: TableCell, chapter: Chapter, start: int = 0, end: int | None = None) -> Place:
    line, column = cell.place(start)
    quote = clause(cell.text, start, len(cell.text) if end is None else end)
    return Place(chapter.draft.blocks[study.block].file, line, column, quote)


def row_names_another(chapter: Chapter) -> Iterable[Finding]:
    """A cell that speaks of "penelitian X" though X is the author of another row and its own author is not named."""
    for table in study_tables(chapter):
        callings = Callings(table.studies)
        for number, study in enumerate(table.studies):
            for role in ("result", "same", "different", "method"):
                cell = study.cells.get(role)
                named = callings.named(cell.text) if cell else {}
                if cell is None or number in named:
                    continue
                for each, at in sorted(named.items(), key=lambda pair: pair[1]):
                    other = table.studies[each]
                    if _same_author(study, other) or not _as_its_author(cell.text, at):
                        continue
                    places = (_place(study, cell, chapter, at, at + 1), _place(other, other.cells["author"], chapter))
                    yield finding("row-names-another-study", "error", places, row=study.label, other=other.names[0])
                    break


def _same_author(one: Study, other: Study) -> bool:
    return any(likeness(parts_of(a), parts_of(b)) != "other" for a in one.names for b in other.names)


def _as_its_author(text: str, at: int) -> bool:
    before = text[max(0, at - 45) : at].lower()
    return re.search(r"\b(?:penelitian|oleh|studi|peneliti|skripsi|karya|milik)\s+(?:\w+\s+){0,2}$", before) is not None


def row_against_bibliography(chapter: Chapter) -> Iterable[Finding]:
    """Year, name or title of a row differ from the entry."""
    for table in study_tables(chapter):
        for study in table.studies:
            own = study.citation.own if study.citation else None
            if own is None or len(own.keys) != 1:
                continue
            work = chapter.by_key[own.keys[0]]
            author, entry = study.cells["author"], chapter.entry_place(work.key)
            place = _place(study, author, chapter)
            if own.other_year or own.near_name:
                what = Phrase("tahun" if own.other_year else "nama")
                yield finding(
                    "row-differs-from-bibliography", "warning", (place, entry), own.keys,
                    what=what, row=study.label, listed=work.short,
                )  # fmt: skip
            title = study.cells.get("title")
            if title and work.title and (title_differs(title.text, work.title)):
                yield finding(
                    "row-differs-from-bibliography", "warning", (_place(study, title, chapter), entry), own.keys,
                    what=Phrase("judul"), row=title.text.strip()[:200], listed=work.title[:200],
                )  # fmt: skip


def row_against_prose(chapter: Chapter) -> Iterable[Finding]:
    """Method or result of a row contradict what the prose says of the same study."""
    for table in study_tables(chapter):
        for study in table.studies:
            said = [each for each in prose_about(chapter).get(study, ()) if each.alone]
            yield from _method(chapter, study, said)
            yield from _result(chapter, study, said)


def _method(chapter: Chapter, study: Study, said: list[Said]) -> Iterable[Finding]:
    cell = study.cells.get("method")
    both = study.cells.get("same")
    if cell is None and both is not None and _BOTH.search(both.text):
        cell = both
    if cell is None:
        return
    mine = methods(cell.text)
    for sentence in said:
        theirs = methods(sentence.text)
        if mine and theirs and not mine & theirs:
            block = chapter.draft.blocks[sentence.block]
            places = (_place(study, cell, chapter), in_block(block, sentence.start, sentence.end))
            yield finding(
                "row-differs-from-prose", "warning", places,
                row=study.label, table=", ".join(sorted(mine)), prose=", ".join(sorted(theirs)),
            )  # fmt: skip
            return


def _result(chapter: Chapter, study: Study, said: list[Said]) -> Iterable[Finding]:
    cell = study.cells.get("result")
    if cell is None:
        return
    for sentence in said:
        found = contradiction(cell.text, sentence.text)
        if found:
            block = chapter.draft.blocks[sentence.block]
            at = cell.text.find(found[0])
            places = (
                _place(study, cell, chapter, max(0, at), max(0, at) + len(found[0])),
                in_block(block, sentence.start, sentence.end),
            )
            yield finding(
                "row-differs-from-prose",
                "warning",
                places,
                row=study.label,
                table=found[0].rstrip("."),
                prose=found[1].rstrip("."),
            )
            return


def own_method_differs(chapter: Chapter) -> Iterable[Finding]:
    """Rows that call the student's own study by methods that exclude each other."""
    for table in study_tables(chapter):
        claims: list[tuple[frozenset[str], Place]] = []
        for study in table.studies:
            for role, cell in study.cells.items():
                found = _own_claim(role, cell.text)
                if found:
                    claims.append((found, _place(study, cell, chapter)))
        for method, place in claims:
            against = [other for other, _ in claims if not other & method]
            if against:
                rest = [each for found, each in claims if not found & method]
                yield finding(
                    "own-method-differs", "warning", (place, *rest),
                    one=", ".join(sorted(method)), other=", ".join(sorted(against[0])),
                )  # fmt: skip
                break


def _own_claim(role: str, text: str) -> frozenset[str]:
    if role == "same" and (_BOTH.search(text) or methods(text)):
        return methods(text)
    if role == "different":
        found: frozenset[str] = frozenset()
        for match in _OWN.finditer(text):
            found |= methods(_AGAINST.split(match["what"])[0])
        return found
    return frozenset()


def missing_from_table(chapter: Chapter) -> Iterable[Finding]:
    """Studies that the prose presents under their titles and the table leaves out."""
    tables = study_tables(chapter)
    headed = headed_studies(chapter)
    studies = [study for table in tables for study in table.studies]
    if not studies or len(headed) < 2:
        return
    for each in headed:
        name = each.citation.authors[0] if each.citation.authors else ""
        if name and not any(
            likeness(parts_of(name), parts_of(other)) != "other" for study in studies for other in study.names
        ):
            yield finding(
                "study-missing-from-table", "warning", chapter.places([each]), each.own.keys, study=named(each.citation)
            )


def missing_from_prose(chapter: Chapter) -> Iterable[Finding]:
    """Rows whose study the text around the table never speaks of."""
    for table in study_tables(chapter):
        prose = [prose_about(chapter).get(study, []) for study in table.studies]
        told = [any(_presents(chapter, each) for each in said) for said in prose]
        if sum(told) < 2 and sum(told) * 2 < len(told):
            continue  # a chapter that leaves all to the table does so on purpose
        for study, is_told in zip(table.studies, told, strict=True):
            if is_told or _cited_elsewhere(chapter, study):
                continue
            keys = study.citation.own.keys if study.citation else ()
            place = _place(study, study.cells["author"], chapter)
            yield finding("study-missing-from-prose", "warning", (place,), keys, study=study.label)


def _presents(chapter: Chapter, said: Said) -> bool:
    """Whether a sentence speaks of a study's author otherwise than as somebody's host."""
    at, cited = said.start + said.named_at, chapter.by_block.get(said.block, [])
    hosted = any(each.citation.via and each.citation.start <= at < each.citation.end for each in cited)
    return said.headed or (said.named_at >= 0 and not hosted)


def _cited_elsewhere(chapter: Chapter, study: Study) -> bool:
    """Whether another place presents the study: not only as somebody's host, nor in the line under the table."""
    keys = set(study.citation.own.keys) if study.citation else set()
    for each in chapter.citations:
        if each.citation.cell is not None or each.citation.via is not None or not keys & set(each.own.keys):
            continue
        if not chapter.draft.blocks[each.citation.block].text.lstrip().lower().startswith(("sumber", "source")):
            return True
    return False


def header_repeated(chapter: Chapter) -> Iterable[Finding]:
    """A header row typed again where the table goes on over a page."""
    for table in study_tables(chapter):
        if table.repeated:
            blocks = [chapter.draft.blocks[number] for number in table.repeated]
            places = [
                Place(block.file, block.line, 1, "\t".join(cell.text for cell in block.rows[0])) for block in blocks
            ]
            yield finding("header-repeated", "info", places, count=len(places))
