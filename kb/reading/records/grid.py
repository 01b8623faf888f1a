"""Rows and columns of any table of prior studies, wherever it came from: its header found, its rows put in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kb.findings import Finding, Place
from kb.model.record import SheetRow
from kb.reading.records.headings import IDENTITY, LEVELS, NUMBER, contents_of

_LOOK = 25
"""A header stands among so many first rows, under titles and remarks."""

_LONGEST_HEADING = 150
_CONTINUED = re.compile(r"(?:sambungan|lanjutan|lanj\.?|continued|tabel \d|table \d)\b.*", re.IGNORECASE | re.DOTALL)
_UNDER = re.compile(r"(?:sumber|keterangan|ket|catatan|source|notes?)\s*[:：].*|\*.*", re.IGNORECASE | re.DOTALL)
_COUNTED = re.compile(r"(?:penelitian|studi|jurnal|artikel|peneliti|study|paper|article)\s*(?:ke-?)?\s*\w{1,3}", re.I)
_ORDINAL = re.compile(r"\(?\d{1,3}\)?[.)]?|[a-z][.)]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it stands in the file, its merged cells filled in."""

    place: Place
    cells: tuple[str, ...]

    @property
    def filled(self) -> list[str]:
        """Texts of the cells that are not empty."""
        return [cell for cell in self.cells if cell]


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands among the lines, how many it takes, and the headings of its columns."""

    at: int
    height: int
    headings: tuple[str, ...]

    @property
    def recognised(self) -> list[str]:
        """Contents that its headings name."""
        return [content for heading in self.headings for content in contents_of(heading)]

    @property
    def of_studies(self) -> bool:
        """Whether it heads a table of studies: it says who or what, and something more."""
        found = set(self.recognised) - {NUMBER}
        return bool(found & IDENTITY) and len(found) >= 2


@dataclass(slots=True)
class Sheet:
    """A table as records: headings in order, a row for each study, and what had to be said."""

    columns: tuple[str, ...]
    rows: list[SheetRow] = field(default_factory=list)
    rejected: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)


def tidy(text: str) -> str:
    """A cell's text: spaces evened, line ends kept, what is invisible left out."""
    lines = (" ".join(line.split()) for line in re.sub(r"[\u200b-\u200f\ufeff\xad]", "", text).splitlines())
    return "\n".join(filter(None, lines))


def upright(lines: Sequence[Line]) -> list[Line]:
    """The lines, turned where the headings stand in the first column and each study in a column of its own."""
    kept = [line for line in lines if line.filled]
    if not kept or _score(kept) >= _score(turned := _turned(kept)) or not _best(turned).of_studies:
        return kept
    return _without_counting(turned)


def _without_counting(turned: Sequence[Line]) -> list[Line]:
    """ "Penelitian 1", "Penelitian 2" over the columns only count them."""
    names = [next((cell for cell in line.cells if cell), "") for line in turned[1:]]
    if all(_COUNTED.fullmatch(name) and line.cells[0] == name for name, line in zip(names, turned[1:], strict=True)):
        return [Line(line.place, ("No" if not at else str(at), *line.cells[1:])) for at, line in enumerate(turned)]
    return list(turned)


def header_of(lines: Sequence[Line]) -> Header:
    """The header that says most; its headings are empty where there is nothing like one."""
    return _best(lines)


def sheet_of(lines: Sequence[Line], header: Header) -> Sheet:
    """The rows under a header, each study once: what a page's end or merged cells cut apart is put together."""
    body = [line for line in lines[header.at + header.height :] if line.filled]
    used = [column for column in range(len(header.headings)) if _used(column, header, body)]
    sheet = Sheet(())
    names = _names(header, used, lines, body, sheet)
    sheet.columns = tuple(names.values())
    identity = [names[column] for column in used if set(_contents(header, column)) & IDENTITY]
    for line in body:
        if not _said(line, header, sheet):
            _take(line, names, identity, header, sheet)
    return sheet


def _used(column: int, header: Header, body: Iterable[Line]) -> bool:
    return bool(_heading(header, column)) or any(_cell(line, column) for line in body)


def _heading(header: Header, column: int) -> str:
    return header.headings[column] if column < len(header.headings) else ""


def _contents(header: Header, column: int) -> tuple[str, ...]:
    return contents_of(_heading(header, column))


def _cell(line: Line, column: int) -> str:
    return line.cells[column] if column < len(line.cells) else ""


def _width(lines: Sequence[Line]) -> int:
    return max((len(line.cells) for line in lines), default=0)


def _names(
    header: Header, used: Sequence[int], lines: Sequence[Line], body: Sequence[Line], sheet: Sheet
) -> dict[int, str]:
    """A name for every column: the second of one heading gets a number, one without a heading its place."""
    found: dict[int, str] = {}
    place = lines[header.at].place if lines else Place()
    count = Counter(_heading(header, column).casefold() for column in used)
    for column in used:
        heading = _heading(header, column)
        name, number = heading or f"Kolom {column + 1}", 2
        while name.casefold() in (each.casefold() for each in found.values()):
            name, number = f"{heading or 'Kolom'} ({number})", number + 1
        if not heading:
            sheet.notes.append(_note("import-column-unnamed", place, number=column + 1, renamed=name))
        elif name != heading:
            times = count[heading.casefold()]
            sheet.notes.append(_note("import-column-renamed", place, column=heading, count=times, renamed=name))
        found[column] = name
    return found


def _said(line: Line, header: Header, sheet: Sheet) -> bool:
    """Whether a line is no study: the header again, numbers of columns, "Lanjutan Tabel", a line under the table."""
    texts = list(dict.fromkeys(line.filled))
    if _is_header(line, header) or _numbers_columns(line):
        return True
    if len(texts) > 1 or len(header.headings) < 3:
        return False
    if _CONTINUED.fullmatch(texts[0]):
        return True
    if _UNDER.fullmatch(texts[0]) or (line.cells[:1] == (texts[0],) and not _ORDINAL.fullmatch(texts[0])):
        sheet.notes.append(_note("import-line-left", line.place, words=texts[0][:200]))
        return True
    return False


def _is_header(line: Line, header: Header) -> bool:
    """Whether a line repeats the header, or one of its levels."""
    heads = [heading.split(LEVELS) for heading in header.headings]
    told = [cell.casefold() in (part.casefold() for part in heads[at]) if at < len(heads) else False
            for at, cell in enumerate(line.cells) if cell]  # fmt: skip
    return bool(told) and all(told)


def _numbers_columns(line: Line) -> bool:
    """ "(1) (2) (3)" under a header."""
    numbers = [re.sub(r"[().]", "", cell) for cell in line.cells if cell]
    return len(numbers) >= 3 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def _take(line: Line, names: dict[int, str], identity: Sequence[str], header: Header, sheet: Sheet) -> None:
    cells = {names[at]: cell for at, cell in enumerate(line.cells) if cell and at in names}
    beyond = [cell for at, cell in enumerate(line.cells) if cell and at >= len(header.headings)]
    if beyond:
        sheet.rejected.append(_note("import-row-too-long", line.place, "error", extra=" | ".join(beyond)[:200]))
        return
    before = sheet.rows[-1] if sheet.rows else None
    if before and identity and _goes_on(before, cells, identity, names, header):
        sheet.rows[-1] = SheetRow(before.place, _together(before.cells, cells))
    else:
        sheet.rows.append(SheetRow(line.place, cells))


def _goes_on(
    before: SheetRow, cells: dict[str, str], identity: Sequence[str], names: dict[int, str], header: Header
) -> bool:
    """Whether a row goes on with the study above: it names nobody, or the same in every cell that names it."""
    mine = {name: cells[name] for name in identity if name in cells}
    numbers = [names[at] for at in names if NUMBER in _contents(header, at)]
    numbered = any(name in cells and cells[name] != before.cells.get(name) for name in numbers)
    if not mine:
        return not numbered
    same = all(before.cells.get(name) == text for name, text in mine.items())
    return same and not numbered and len(mine) == sum(name in before.cells for name in identity)


def _together(before: Mapping[str, str], cells: dict[str, str]) -> dict[str, str]:
    joined = dict(before)
    for name, text in cells.items():
        held = joined.get(name, "")
        if text not in held.split("\n") and text != held:
            joined[name] = f"{held}\n{text}" if held else text
    return joined


def _turned(lines: Sequence[Line]) -> list[Line]:
    width = _width(lines)
    place = lines[0].place if lines else Place()
    columns = [tuple(_cell(line, column) for line in lines) for column in range(width)]
    return [Line(Place(place.file, place.line, None, f"kolom {at + 1}"), cells) for at, cells in enumerate(columns)]


def _score(lines: Sequence[Line]) -> int:
    return len(set(_best(lines).recognised))


def _best(lines: Sequence[Line]) -> Header:
    candidates = [_header_at(lines, at) for at in range(min(_LOOK, len(lines)))]
    if not candidates:
        return Header(0, 0, ())
    best = max(candidates, key=lambda header: (len(set(header.recognised)), header.height, -header.at))
    if best.recognised:
        return best
    # nothing is recognised: the first line of several short texts heads the rest
    plain = (at for at, line in enumerate(lines) if len(line.filled) >= 2)
    return _header_at(lines, next(plain, 0), levels=False)


def _header_at(lines: Sequence[Line], at: int, levels: bool = True) -> Header:
    """The header that begins at a line, of two levels where the next line divides its headings."""
    upper = lines[at].cells
    if any(len(cell) > _LONGEST_HEADING for cell in upper) or _is_title(upper):
        return Header(at, 1, ())
    below = lines[at + 1].cells if levels and at + 1 < len(lines) else ()
    if below and _divides(upper, below):
        return Header(at, 2, _two_levels(upper, below))
    return Header(at, 1, tuple(_one_line(cell) for cell in upper))


def _is_title(cells: tuple[str, ...]) -> bool:
    """Whether a line says one thing only, across the table or in its first cell."""
    return len({cell for cell in cells if cell}) < 2 and (bool(cells[:1] and cells[0]) or not any(cells))


def _divides(upper: tuple[str, ...], below: tuple[str, ...]) -> bool:
    """Whether a line is the second level of the one above: it fills gaps and divides headings, and is short."""
    if any(len(cell) > 60 or re.search(r"\b(?:19|20)\d\d\b", cell) for cell in below):
        return False
    new = 0
    for at in range(max(len(upper), len(below))):
        above, under = (row[at] if at < len(row) else "" for row in (upper, below))
        if not under or under == above:
            continue
        if above and not _neighbour(upper, at):
            return False
        new += 1
    return new >= 2 and not _numbers_columns(Line(Place(), below)) and not _ORDINAL.fullmatch(below[0] if below else "")


def _neighbour(upper: tuple[str, ...], at: int) -> bool:
    """Whether a heading runs on over the next column: that is empty, or says the same."""
    after = upper[at + 1] if at + 1 < len(upper) else None
    before = upper[at - 1] if at else None
    return after == "" or after == upper[at] or before == upper[at]


def _two_levels(upper: tuple[str, ...], below: tuple[str, ...]) -> tuple[str, ...]:
    found, over = [], ""
    for at in range(max(len(upper), len(below))):
        above, under = (_one_line(row[at]) if at < len(row) else "" for row in (upper, below))
        over = above or (over if under else "")
        found.append(f"{over}{LEVELS}{under}" if over and under and under != over else over or under)
    return tuple(found)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _note(check: str, place: Place, severity: str = "info", **params: object) -> Finding:
    return Finding(check, "error" if severity == "error" else "info", place, params)
