"""A table that Kajian exported comes back edited: cell by cell, what a person changed, to accept or refuse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from kb.editing.import_plan import Plan
from kb.editing.table_changes import TableChanges
from kb.errors import InputError
from kb.findings import Finding, Place
from kb.model.profile import ColumnSpec, Profile
from kb.model.record import Difference, Imported, Records, SheetRow
from kb.model.table import Cell, Table
from kb.model.table_mark import TableMark, fingerprint, mark_in
from kb.queries.naming import find
from kb.queries.studies import studies
from kb.review.cells import TICK_OF, known_contents
from kb.review.table import comparison_table
from kb.review.view import view_of
from kb.store.library import Library
from kb.store.profiles import load_profile


@dataclass(frozen=True, slots=True)
class _Back:
    """A row of the file with the study that it is about."""

    study: str
    row: SheetRow


def plan_back(library: Library, records: Records, accept: Sequence[str]) -> Plan:
    """The differences of a table that came back; those accepted (all where none is named) are saved."""
    mark = mark_in(records.origin)
    if mark is None:
        raise InputError("import-no-table", file=records.rows[0].place.file if records.rows else "?")
    profile = _profile(library, mark)
    specs = {name: spec for name, _ in mark.columns if (spec := _spec(library, name, profile))}
    now = comparison_table(library, profile, _shown(specs), None, "best", mark.language)
    titles = {study.id: study.label for study in studies(library)}
    back, notes = _matched(mark, records, titles)
    headings = {name: label.replace("*", "") for name, label in mark.columns}
    found = [
        replace(each, title=titles.get(each.study, ""), heading=headings.get(each.column, ""))
        for one in back
        for each in _differences(one, mark, now, specs)
    ]
    chosen = _accepted(library, mark, found, accept)
    changes = TableChanges(library, view_of(profile, mark.language))
    for each in chosen:
        changes.take(each, specs[each.column].content)
    saved = changes.changes()
    told = _told(library, mark, found, specs, records)
    updated = tuple(dict.fromkeys(each.study for each in chosen if each not in changes.refused))
    result = Imported(
        read=len(records.rows),
        updated=updated,
        titles={study: titles.get(study, "") for study in updated},
        notes=(*records.notes, *notes, *told, *changes.notes),
        differences=tuple(found),
    )
    return Plan(result, saved)


def comes_back(library: Library, records: Records) -> bool:
    """Whether the rows are those of a table that was exported from this project."""
    mark = mark_in(records.origin)
    return mark is not None and bool({study.id for study in studies(library)} & set(mark.cells))


def as_any_table(records: Records) -> Records:
    """The rows by their headings again: of another project's table, or to be mapped anew."""
    mark = mark_in(records.origin)
    if mark is None:
        return records
    labels = dict(mark.columns)
    rows = tuple(SheetRow(row.place, {labels[name]: text for name, text in row.cells.items()}) for row in records.rows)
    return replace(records, rows=rows, columns=tuple(labels[name] for name in records.columns), origin={})


def _profile(library: Library, mark: TableMark) -> Profile:
    """The campus's form in which the table was exported, else the project's."""
    try:
        return load_profile(mark.profile, library.root)
    except InputError:
        return load_profile(library.configuration.profile, library.root)


def _spec(library: Library, name: str, profile: Profile) -> ColumnSpec | None:
    """The column with this id: the profile's, a content, ticks of a value, or several contents joined by hyphens."""
    ready = {spec.id: spec for spec in profile.columns}
    if name in ready:
        return ready[name]
    if name.startswith(TICK_OF):
        return ColumnSpec(name, name, name, (name,), 1.0)
    known = known_contents(library)
    contents = (name,) if name in known else _parts(name, known)
    return ColumnSpec(name, name, name, contents, 1.0) if contents else None


def _parts(name: str, known: Sequence[str]) -> tuple[str, ...]:
    """ "author-title-year" as its contents: the longest known one first each time."""
    found: list[str] = []
    rest = name
    while rest:
        content = max(
            (each for each in (*known, "number") if rest == each or rest.startswith(f"{each}-")), key=len, default=""
        )
        if not content:
            return ()
        found.append(content)
        rest = rest[len(content) + 1 :]
    return tuple(found)


def _shown(specs: Mapping[str, ColumnSpec]) -> list[ColumnSpec]:
    return list(specs.values())


def _matched(mark: TableMark, records: Records, titles: Mapping[str, str]) -> tuple[list[_Back], list[Finding]]:
    """Each row with its study: by the cells that are as they were exported, else by its place."""
    columns = [name for name, _ in mark.columns]
    likeness = [
        (_likeness(row, columns, prints), -number, study, row)
        for number, row in enumerate(records.rows)
        for study, prints in mark.cells.items()
    ]
    found: dict[str, SheetRow] = {}
    used: set[int] = set()
    for score, number, study, row in sorted(likeness, key=lambda each: (-each[0], -each[1])):
        if score > 0 and study not in found and number not in used:
            found[study] = row
            used.add(number)
    left = [(number, row) for number, row in enumerate(records.rows) if -number not in used]
    for number, row in list(left):
        here = next(islice(mark.cells, number, None), None)
        if here is not None and here not in found:  # every cell was written anew, and it stands where it stood
            found[here] = row
            left.remove((number, row))
    missing = [study for study in mark.cells if study not in found]
    notes = [Finding("import-row-new", "warning", row.place, {"words": row.place.quote}) for _, row in left]
    notes += [
        Finding("import-row-gone", "info", Place(_file(records)), {"study": titles.get(study) or study})
        for study in missing
    ]
    notes += [
        Finding("import-study-gone", "warning", row.place, {"study": _called(row, columns) or study})
        for study, row in found.items()
        if study not in titles
    ]
    return [_Back(study, found[study]) for study in mark.cells if study in found and study in titles], notes


def _called(row: SheetRow, columns: Sequence[str]) -> str:
    """What stands first in the row: all that is left of a study's name when the project has it no more."""
    first = next((row.cells[name] for name in columns if name != "number" and row.cells.get(name)), "")
    return " ".join(first.split())[:80]


def _likeness(row: SheetRow, columns: Sequence[str], prints: Sequence[str]) -> float:
    """How many filled cells are as they were, long ones for more: "Kualitatif" stands in many rows."""
    same = [
        row.cells.get(name, "")
        for name, printed in zip(columns, prints, strict=False)
        if row.cells.get(name) and fingerprint(row.cells[name]) == printed and name != "number"
    ]
    return sum(1 + min(len(text), 100) / 100 for text in same)


def _differences(back: _Back, mark: TableMark, now: Table, specs: Mapping[str, ColumnSpec]) -> list[Difference]:
    prints = dict(zip((name for name, _ in mark.columns), mark.cells[back.study], strict=False))
    cells = next((row.cells for row in now.rows if row.study == back.study), {})
    found = []
    for name, spec in specs.items():
        after = back.row.cells.get(name, "")
        before = cells.get(name, Cell()).text
        untouched = name not in prints or fingerprint(after) == prints[name]
        if untouched or spec.content == ("number",) or " ".join(after.split()) == " ".join(before.split()):
            continue
        found.append(Difference(back.study, name, before, after, back.row.place))
    return found


def _accepted(
    library: Library, mark: TableMark, found: Sequence[Difference], accept: Sequence[str]
) -> list[Difference]:
    """The differences that a person named as STUDY:COLUMN, either alone; all where none was named."""
    if not accept:
        return list(found)
    known = {study.id: (study.label, study.id.removeprefix("studi-")) for study in studies(library)}
    columns = {name: (label,) for name, label in mark.columns}
    chosen: list[Difference] = []
    for words in accept:
        study, _, column = words.partition(":")
        wanted = find(study, known, "import-accept", value=words) if study.strip() not in ("", "*") else None
        named = find(column, columns, "import-accept", value=words) if column.strip() else None
        hits = [d for d in found if wanted in (None, d.study) and named in (None, d.column)]
        if not hits:
            some = ", ".join(f"{d.study}:{d.column}" for d in found[:5])
            raise InputError("import-accept", value=words, name=words, nearest=some or "–")
        chosen += [each for each in hits if each not in chosen]
    return chosen


def _told(
    library: Library,
    mark: TableMark,
    found: Sequence[Difference],
    specs: Mapping[str, ColumnSpec],
    records: Records,
) -> list[Finding]:
    notes = [Finding("import-table-back", "info", Place(_file(records)), {"count": len(found)})]
    unknown = [label for name, label in mark.columns if name not in specs]
    notes += [Finding("import-column-gone", "warning", Place(_file(records)), {"column": label}) for label in unknown]
    return notes


def _file(records: Records) -> str | None:
    return records.rows[0].place.file if records.rows else None
