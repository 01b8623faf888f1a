"""One row of a table of studies: whose study it is, and what its cells say of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kb.editing.cell_values import CellValues, Said, prose
from kb.editing.incoming_columns import OF_WORKS, SENTENCES, Column
from kb.editing.study_notes import Sentence
from kb.editing.ticks import mark_of
from kb.model.record import SheetRow
from kb.reading.records.author_names import authors_of
from kb.reading.records.headings import AUTHOR, LEVELS, METHOD, NOTE, NUMBER, STUDY, TITLE, YEAR
from kb.reading.records.study_reference import Reference, bare_title, reference_of

_OWN = re.compile(
    r"(?:penelitian|studi|skripsi|tesis|riset|peneliti|penulis)\s+(?:ini|saya|penulis|sendiri|sekarang|peneliti|yang akan.*)"
    r"|(?:this|present|current|my) (?:study|research|thesis)",
    re.IGNORECASE,
)
_EITHER = re.compile(
    r"\b(persamaan(?:nya)?|perbedaan(?:nya)?|similarit(?:y|ies)|differences?)\s*[:：]\s*", re.IGNORECASE
)
_THESES = {
    "skripsi": "Skripsi",
    "tugas akhir": "Skripsi",
    "tesis": "Tesis",
    "thesis": "Tesis",
    "disertasi": "Disertasi",
}
_JOURNAL = re.compile(r"\b(?:jurnal|journal|vol(?:ume)?\.?\s*\d)\b", re.IGNORECASE)
_SCHOOL = re.compile(
    r"\b(?:universitas|university|institut|uin|iain|stain|stai|sekolah tinggi|stie|stikes|poltekkes|politeknik)\b", re.I
)


@dataclass(slots=True)
class RowStudy:
    """What a row says: fields of its work, statements, sentences, remarks; and what was read with doubt."""

    row: SheetRow
    fields: dict[str, str] = field(default_factory=dict)
    type: str = "misc"
    key: str = ""
    names: tuple[str, ...] = ()
    said: list[Said] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    split: str = ""
    whole_name: str = ""
    own: bool = False

    @property
    def family(self) -> str:
        """The first author's family name."""
        first = self.fields.get("author", "").split(" and ")[0]
        name = first.partition(",")[0] if "," in first and not first.startswith("{") else first.strip("{}")
        return name.split()[-1] if name.split() else ""


def row_study(values: CellValues, columns: Sequence[Column], row: SheetRow) -> RowStudy:
    """Everything that a row says, by its columns."""
    found = RowStudy(row)
    given: dict[str, str] = {}
    for column in columns:
        text = row.cells.get(column.heading, "")
        if text and column.contents:
            _cell(values, found, column, text, given)
    _work(found, given)
    found.said = list(dict.fromkeys(found.said))
    return found


def _cell(values: CellValues, found: RowStudy, column: Column, text: str, given: dict[str, str]) -> None:
    of_work = [content for content in column.contents if content in OF_WORKS]
    if column.tick:
        _ticked(found, column, text)
    elif len(column.contents) == 1 and column.contents[0] in (NUMBER, *OF_WORKS):
        content = column.contents[0]
        if content != NUMBER and content not in given:
            given[content] = text
    elif of_work:
        _reference(found, column, text, given)
    elif set(column.contents) <= set(SENTENCES):
        _compare(found, column, text)
    elif column.contents == (NOTE,) or not column.known:
        _remark(found, column.heading, text)
    elif len(column.contents) > 1:
        _shared(values, found, column, text)
    else:
        _say(values, found, column.contents[0], column.heading, text)


def _ticked(found: RowStudy, column: Column, text: str) -> None:
    tick, mark = column.tick, mark_of(text, bool(column.tick and column.tick.crosses))
    if tick is None or mark in (None, "nothing"):
        return
    if mark == "no":
        found.said.append(Said(tick.facet, tick.value, tick.words, "not-in-source", "interpreted"))
        return
    read = mark == "read" or tick.facet == "aspect"
    found.said.append(Said(tick.facet, tick.value, tick.words, "stated", "interpreted" if read else "stated"))


def _say(values: CellValues, found: RowStudy, facet: str, heading: str, text: str) -> None:
    reading = values.method(text) if facet == METHOD else values.read(facet, text)
    found.said += reading.said
    if reading.unread:
        found.unread.append(heading)
    if reading.more:
        found.kept.append(text)


def _shared(values: CellValues, found: RowStudy, column: Column, text: str) -> None:
    """Several facets in one cell: a line each where there are as many, else known values and the rest to the first."""
    parts = [part.strip() for part in re.split(r"\n|;\s*", text) if part.strip()]
    if len(parts) == len(column.contents):
        for facet, part in zip(column.contents, parts, strict=True):
            _say(values, found, facet, column.heading, part)
        return
    for part in parts:
        known = values.value_named(part, column.contents)
        facet = known[0] if known else column.contents[0]
        if not known and len(column.contents) > 1:
            found.split = found.split or text
        _say(values, found, facet, column.heading, part)


def _compare(found: RowStudy, column: Column, text: str) -> None:
    if re.fullmatch(r"[-–—\s.]*", text):
        found.unread.append(column.heading)
        return
    labels = list(_EITHER.finditer(text))
    if len(column.contents) > 1 or len({_side(label[1]) for label in labels}) > 1:
        if not labels or text[: labels[0].start()].strip():
            _remark(found, column.heading, text)
            found.split = found.split or text
            return
        ends = [*(label.start() for label in labels[1:]), len(text)]
        for label, end in zip(labels, ends, strict=True):
            _sentence(found, _side(label[1]), text[label.end() : end])
        return
    _sentence(found, column.contents[0], text)


def _side(word: str) -> str:
    return "similarities" if word.casefold().startswith(("persamaan", "similar")) else "differences"


def _sentence(found: RowStudy, kind: str, text: str) -> None:
    words = "\n".join(line.strip() for line in prose(text).splitlines() if line.strip())
    if words:
        found.sentences.append(Sentence(kind, words))


def _remark(found: RowStudy, heading: str, text: str) -> None:
    found.notes.append(f"{heading.replace(LEVELS, ' / ')}: {' '.join(text.split())}")


def _reference(found: RowStudy, column: Column, text: str, given: dict[str, str]) -> None:
    """A cell of who, when and what; what a column of its own says goes before."""
    contents = [content for content in column.contents if content in OF_WORKS]
    order = contents if STUDY not in contents else [content for content in contents if content != STUDY]
    read = reference_of(text, order)
    parts = {AUTHOR: read.author, YEAR: read.year, TITLE: read.title}
    for content, words in parts.items():
        if words and content not in given:
            given[content] = words
    if read.rest:
        given["rest"] = "; ".join(filter(None, (given.get("rest", ""), read.rest)))
    if not _complete(read, order) or not read.sure:
        found.split = text


def _complete(read: Reference, order: Sequence[str]) -> bool:
    wanted = {AUTHOR: read.author, YEAR: read.year, TITLE: read.title}
    return all(wanted[content] for content in order if content in wanted)


def _work(found: RowStudy, given: Mapping[str, str]) -> None:
    given = {name: text for name, text in given.items() if not re.fullmatch(r"[-–—?\s]*", text)}
    if STUDY in given:
        column = Column("", (STUDY,))
        inner: dict[str, str] = {name: text for name, text in given.items() if name != STUDY}
        _reference(found, column, given[STUDY], inner)
        given = inner
    if AUTHOR in given and YEAR not in given and TITLE not in given:
        split = reference_of(given[AUTHOR])
        given = {**given, AUTHOR: split.author or given[AUTHOR], **_more(split)}
    elif AUTHOR in given and YEAR not in given:
        year = re.search(r"(?<!\d)((?:19|20)\d{2})[a-z]?(?!\d)", given[AUTHOR])
        given = {**given, **({YEAR: year[1]} if year else {})}
    found.own = any(_OWN.fullmatch(given.get(name, "").strip(" ()")) for name in (AUTHOR, TITLE)) or bool(
        _OWN.fullmatch(re.sub(r"\(?\d{4}\)?", "", given.get(AUTHOR, "")).strip(" (),"))
    )
    names, sure = authors_of(given.get(AUTHOR, ""))
    found.whole_name = "" if sure else re.sub(r"[{}]", "", names.replace("} and {", "; "))
    digits = re.search(r"(?:19|20)\d{2}", given.get(YEAR, ""))
    fields = {
        "author": names,
        "title": bare_title(given.get(TITLE, "")),
        "year": digits.group() if digits else "",
        "doi": re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", given.get("doi", ""), flags=re.I),
        "url": given.get("url", ""),
        "abstract": " ".join(given.get("abstract", "").split()),
        "keywords": " ".join(given.get("keywords", "").split()),
    }
    found.key = given.get("citekey", "").strip(" @[]{}")
    found.type, more = _published(given)
    found.fields = {name: text for name, text in {**fields, **more}.items() if text}
    found.names = tuple(_natural(name) for name in names.split(" and ") if name)


def _more(read: Reference) -> dict[str, str]:
    found = {YEAR: read.year, TITLE: read.title, "rest": read.rest}
    return {name: text for name, text in found.items() if text}


def _published(given: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The type of the work and the field that says where it came out, as far as the cells say so."""
    where = "; ".join(filter(None, (given.get("container", ""), given.get("rest", ""))))
    words = f"{given.get('kind', '')} {where}".casefold()
    for word, kind in _THESES.items():
        if re.search(rf"\b{word}\b", words):
            school = re.sub(rf"^\(?{word}\)?\s*[,:;]?\s*", "", where, flags=re.IGNORECASE)
            return "thesis", {"type": kind, "school": school}
    if "prosiding" in words or "proceeding" in words or "seminar" in words:
        return "inproceedings", {"booktitle": where}
    if _JOURNAL.search(words) or (given.get("container") and not _SCHOOL.search(where)):
        return "article", {"journal": where}
    if re.search(r"\bbuku\b|\bbook\b", given.get("kind", "").casefold()):
        return "book", {"publisher": where}
    return "misc", {"type": given.get("kind", ""), "school" if _SCHOOL.search(where) else "note": where}


def _natural(name: str) -> str:
    bare = name.strip("{}")
    family, comma, given = bare.partition(", ")
    return f"{given} {family}" if comma and not name.startswith("{") and "." not in family else bare


def merged(one: RowStudy, other: RowStudy) -> RowStudy:
    """Two rows of one study as one."""
    return replace(
        one,
        said=list(dict.fromkeys((*one.said, *other.said))),
        sentences=[*one.sentences, *(each for each in other.sentences if each not in one.sentences)],
        notes=list(dict.fromkeys((*one.notes, *other.notes))),
    )
