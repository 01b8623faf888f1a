"""Rows of a table into the project: works into the bibliography, studies with facets and sentences into the notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kb.citing.same_work import family, folded, known, year
from kb.editing.cell_values import TOLD, CellValues, Said
from kb.editing.import_plan import Incoming, Plan
from kb.editing.incoming_columns import Column, columns_of
from kb.editing.incoming_table import as_any_table, comes_back, plan_back
from kb.editing.incoming_works import IncomingWorks, bibliography_change, works_into
from kb.editing.row_studies import RowStudy, row_study
from kb.editing.study_files import StudyFiles
from kb.editing.study_notes import Sentence, StudyNotes, labels_for, study_id
from kb.errors import InputError
from kb.findings import Finding, Phrase, Place, Severity
from kb.model.record import Duplicate, Imported, Records, WorkRecord
from kb.model.study import Study
from kb.queries.studies import focal_study, studies
from kb.reading.records.reading import read_records
from kb.store.library import Library


def plan_studies(incoming: Incoming) -> Plan:
    """Studies into the notes and their works into the bibliography, from a spreadsheet or a Word table."""
    records = read_records(incoming.file, incoming.data, incoming.kind)
    if comes_back(incoming.library, records) and not incoming.mapping:
        return plan_back(incoming.library, records, incoming.accept)
    if incoming.accept:
        raise InputError("import-accept-nothing", file=incoming.file)
    return plan_rows(incoming.library, as_any_table(records), incoming.mapping)


def plan_rows(library: Library, records: Records, mapping: Mapping[str, str]) -> Plan:
    """What the rows of a table come to."""
    values = CellValues(library)
    columns = columns_of(library, values, records, mapping)
    taken = IncomingStudies(library, values, works_into(library))
    for row in records.rows:
        taken.take(row_study(values, columns, row))
    changes = [*taken.files.changes(), *bibliography_change(library, taken.works)]
    rejected = (*records.rejected, *taken.works.rejected, *taken.rejected)
    result = Imported(
        read=records.count,
        added=tuple(notes.id for notes in taken.planned.values() if notes.new),
        updated=tuple(notes.id for notes in taken.planned.values() if not notes.new and taken.says_more(notes)),
        duplicates=tuple(taken.duplicates),
        rejected=rejected,
        notes=(*records.notes, *_of_columns(columns, records), *taken.told()),
        columns={column.heading: column.shown for column in columns},
        titles={notes.id: notes.label for notes in taken.planned.values()},
    )
    return Plan(result, changes)


@dataclass
class IncomingStudies:
    """Gathers what becomes of each row; `planned` are the studies that are written, by id."""

    library: Library
    values: CellValues
    works: IncomingWorks
    planned: dict[str, StudyNotes] = field(default_factory=dict)
    duplicates: list[Duplicate] = field(default_factory=list)
    rejected: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    kept: list[RowStudy] = field(default_factory=list)
    file: str | None = None

    def __post_init__(self) -> None:
        self.focal = focal_study(self.library)
        self.there = {study.work.citekey: study for study in studies(self.library) if study.work}
        self.by_id = {study.id: study for study in studies(self.library)}
        self.by_key: dict[str, str] = {}
        self.files = StudyFiles(self.library, self.planned)

    def take(self, row: RowStudy) -> None:
        """Decide about one row, in the file's order."""
        self.file = row.row.place.file
        if row.own and self.focal is not None:
            self._add(self._held(self.focal), row, self.focal)
            return
        if not row.fields and not row.key:
            if row.said or row.sentences or row.notes:
                self._reject(row, "import-row-no-study")
            return
        key = self._work(row)
        if key is not None:
            self._study(row, key)

    def _work(self, row: RowStudy) -> str | None:
        """The citekey of the row's work, a new one where the project has it not; None where it was rejected."""
        place = row.row.place
        found = self.works.known.find(known(row.key, row.type, row.fields), place)
        key = found[0] if found else self.works.known.by_key[row.key.casefold()].key if self._names_key(row) else None
        if key is None:
            alike = self._alike(row)
            if len(alike) > 1 and "title" not in row.fields:
                author, when = " & ".join(row.names), row.fields.get("year", "t.t.")
                self._reject(row, "import-row-ambiguous", author=author, year=when, keys=", ".join(alike))
                return None
            key = alike[0] if alike else None
        if key is not None:
            return key
        if not {"author", "title", "doi"} & set(row.fields):
            self._reject(row, "import-row-no-study")
            return None
        return self._new_work(row)

    def _names_key(self, row: RowStudy) -> bool:
        """Whether the row names a work by its key and says nothing else of it."""
        return row.key.casefold() in self.works.known.by_key and not {"author", "title"} & set(row.fields)

    def _new_work(self, row: RowStudy) -> str | None:
        key = self.works.write(WorkRecord(row.row.place, row.type, row.key, row.fields))
        if key is None:
            return None
        self.made.append(key)
        if row.type == "misc" or "title" not in row.fields:
            self.bare.append(key)
        if row.whole_name:
            self._note(row, "import-author-whole", name=row.whole_name, key=key)
        return key

    def _alike(self, row: RowStudy) -> list[str]:
        """Works of the same author and year; where the row has a title, those whose title only goes on further."""
        who, title, when = family(row.fields), folded(row.fields.get("title", "")), year(row.fields)
        works = self.works.known.by_year.get(when, []) if when else list(self.works.known.by_key.values())
        found = [work for work in works if who and work.author == who]
        if title:
            found = [work for work in found if _goes_on(title, work.title)]
        return list(dict.fromkeys(work.key for work in found if when or title))

    def _study(self, row: RowStudy, key: str) -> None:
        if row.split:
            self._note(row, "import-cell-split", words=" ".join(row.split.split())[:160], read=_as_read(row))
        again = self.by_key.get(key)
        there = self.there.get(key)
        if again:
            of = Finding("import-row-twice", "info", row.row.place, {"key": key})
            self.duplicates.append(Duplicate(_label(row), again, of))
            self._add(self.planned[again], row, there)
        elif there:
            notes = self._held(there)
            self.by_key[key] = there.id
            self._add(notes, row, there)
            if not self.says_more(notes):
                why = Finding("import-study-there", "info", row.row.place, {"key": key})
                self.duplicates.append(Duplicate(_label(row), there.id, why))
        else:
            self._add(self._begun(row, key), row, None)

    def _begun(self, row: RowStudy, key: str) -> StudyNotes:
        entry = self.works.known.by_key[key.casefold()]
        author, when = entry.fields.get("author", ""), year(entry.fields)
        names = row.names or (author,)
        who = row.family or family(entry.fields) or next(iter(folded(entry.title).split()), "")
        identifier = study_id(who, when, {*self.by_id, *self.planned, *self.files.taken})
        label, label_en = labels_for(names if any(names) else (entry.fields.get("title", "")[:60],), when)
        notes = self.planned[identifier] = StudyNotes(identifier, label, label_en, key)
        self.by_key[key] = identifier
        return notes

    def _held(self, study: Study) -> StudyNotes:
        if study.id not in self.planned:
            work = study.work.citekey if study.work else ""
            self.planned[study.id] = StudyNotes(study.id, study.label, study.label, work, new=False)
        return self.planned[study.id]

    def _add(self, notes: StudyNotes, row: RowStudy, there: Study | None) -> None:
        """What the row says beside what is there: empty facets are filled, filled ones stay as they are."""
        for said in row.said:
            held = there.facets.get(said.facet, ()) if there else ()
            if not held:
                if said not in notes.said:
                    notes.said.append(said)
            elif not any(_same(said, value.value, value.text, value.state) for value in held):
                self._differs(row, there, said)
        self._compare(notes, row, there)
        notes.notes += [note for note in row.notes if note not in notes.notes] if notes.new else []
        if not notes.new and row.notes and not (there and there.note):
            self._note(row, "import-remark-left", study=notes.id, words="; ".join(row.notes)[:300])
        self.unread += row.unread
        if row.kept:
            self.kept.append(row)

    def _differs(self, row: RowStudy, there: Study | None, said: Said) -> None:
        if there is None or (said.facet in TOLD and len(there.facets[said.facet]) > 1):
            return
        held = "; ".join(value.labels.get("id") or value.text or value.state for value in there.facets[said.facet])
        here = said.words or said.state
        self._note(row, "import-facet-differs", study=there.id, facet=said.facet, there=held, here=here)

    def _compare(self, notes: StudyNotes, row: RowStudy, there: Study | None) -> None:
        for sentence in row.sentences:
            held = getattr(there, sentence.kind) if there else ()
            if any(" ".join(each.text.split()) == " ".join(sentence.text.split()) for each in held):
                continue
            if held:
                kind = "persamaan" if sentence.kind == "similarities" else "perbedaan"
                self._note(row, "import-sentence-there", study=notes.id, kind=kind, here=sentence.text[:200])
            elif self.focal is None or notes.id == self.focal.id:
                self._note(row, "import-sentence-homeless", study=notes.id, words=sentence.text[:300])
            elif sentence.text not in (each.text for each in notes.sentences):
                facets = self.values.spoken_of(sentence.text)
                notes.sentences.append(Sentence(sentence.kind, sentence.text, facets))

    def says_more(self, notes: StudyNotes) -> bool:
        """Whether something is written of a study that is there."""
        return bool(notes.said or notes.sentences)

    def told(self) -> Iterable[Finding]:
        """What holds for the whole import: works made, cells left unread, words kept beside values, this study."""
        yield from self.notes
        yield from self.works.notes
        name = self.library.configuration.bibliography
        if self.made:
            bare = Phrase("semuanya") if len(self.bare) == len(self.made) > 1 else _some(self.bare) or "–"
            params = {"count": len(self.made), "file": name, "keys": _some(self.made), "bare": bare}
            yield Finding("import-works-made", "info", Place(name), params)
        if self.kept:
            first = self.kept[0]
            words = " ".join(first.kept[0].split())[:160]
            params = {"count": len(self.kept), "example": words, "read": _values_read(first)}
            yield Finding("import-words-kept", "info", first.row.place, params)
        if self.unread:
            columns = ", ".join(dict.fromkeys(self.unread))
            yield Finding(
                "import-cells-unread", "info", Place(self.file), {"count": len(self.unread), "columns": columns}
            )
        yield from self._about_this_study()

    def _about_this_study(self) -> Iterable[Finding]:
        if self.focal is None:
            yield Finding("import-no-focal", "warning", Place(self.file))
            return
        held = self.planned.get(self.focal.id)
        new = any(notes.new for notes in self.planned.values())
        if new and not self.focal.facets and not (held and held.said):
            yield Finding("import-focal-empty", "info", Place(self.file), {"study": self.focal.id})

    def _reject(self, row: RowStudy, check: str, **params: object) -> None:
        self.rejected.append(Finding(check, "error", row.row.place, params))

    def _note(self, row: RowStudy, check: str, severity: Severity = "info", **params: object) -> None:
        self.notes.append(Finding(check, severity, row.row.place, params))


def _same(said: Said, value: str | None, text: str | None, state: str) -> bool:
    if said.state != state:
        return False
    if said.value or value:
        return said.value == value
    return folded(said.words) == folded(text or "")


def _goes_on(one: str, other: str) -> bool:
    """Whether one title is the beginning of the other: tables often leave the subtitle out."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= 20 and (longer == shorter or longer.startswith(shorter + " "))


def _label(row: RowStudy) -> str:
    return labels_for(row.names, row.fields.get("year", ""))[0] if row.names else row.fields.get("title", row.key)[:80]


def _as_read(row: RowStudy) -> str:
    parts = (" & ".join(row.names), row.fields.get("year", ""), row.fields.get("title", ""))
    return " · ".join(part or "–" for part in parts)


def _values_read(row: RowStudy) -> str:
    return (
        "; ".join(f"{said.facet} = {said.value}" for said in row.said if said.value and said.words in row.kept[0])
        or "–"
    )


def _some(keys: list[str], most: int = 12) -> str:
    return ", ".join(keys[:most]) + (f" … (+{len(keys) - most})" if len(keys) > most else "")


def _of_columns(columns: Iterable[Column], records: Records) -> Iterable[Finding]:
    for column in columns:
        count = sum(bool(row.cells.get(column.heading)) for row in records.rows)
        if not column.known and count:
            place = records.rows[0].place if records.rows else Place()
            params = {"column": column.heading, "count": count}
            yield Finding("import-column-kept", "warning", Place(place.file), params)
