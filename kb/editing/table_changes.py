"""Cells that a person changed in an exported table, as changes of the notes and the bibliography."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kb.editing.cell_values import METHOD_FACETS, CellValues, Said
from kb.editing.study_notes import Sentence, StudyNotes, as_study, basis_of, blocks
from kb.editing.ticks import mark_of
from kb.editing.turtle_text import literal
from kb.findings import Finding, Severity
from kb.model.record import Difference
from kb.model.study import Basis, Study
from kb.model.study import Sentence as Stated
from kb.queries.facets import facets
from kb.queries.studies import focal_study, studies
from kb.reading.records.author_names import authors_of
from kb.reading.records.study_reference import reference_of
from kb.review.cells import TICK_OF, facet_cell
from kb.review.comparison import compared_study
from kb.review.view import View
from kb.review.written import doubts
from kb.store.library import Library
from kb.store.places import place_of
from kb.store.save import Change
from kb.store.turtle_append import append_blocks
from kb.store.turtle_edit import replace_subject, set_properties
from kb.vocabulary import DCT, KAJIAN, RDF, SKOS

_READ = re.compile(r"(?:bersesuaian dengan|corresponds to)\s+(.+)", re.IGNORECASE | re.DOTALL)
_READ_TOLD = re.compile(r"(.+?)\s*\((?:menurut telaah penulis|as the author reads it)\)\.?", re.IGNORECASE | re.DOTALL)
_WITHIN = ("journal", "booktitle", "school", "publisher", "institution")


@dataclass
class TableChanges:
    """Takes accepted differences one by one; `refused` are those that a table cannot say, `notes` tell why."""

    library: Library
    view: View
    refused: list[Difference] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    more: dict[str, StudyNotes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.values = CellValues(self.library)
        self.by_id = {study.id: study for study in studies(self.library)}

    def take(self, difference: Difference, contents: Sequence[str]) -> None:
        """One cell; its contents are those of its column."""
        study = self.by_id[difference.study]
        told = [content for content in contents if content != "number"]
        known = {facet.name for facet in facets(self.library).values()}
        if len(told) == 1 and told[0] in ("similarities", "differences"):
            self._sentences(study, difference, told[0])
        elif len(told) == 1 and told[0].startswith(TICK_OF):
            self._tick(study, difference, told[0].removeprefix(TICK_OF))
        elif told == ["note"]:
            self._remark(study, difference)
        elif set(told) <= known:
            self._facets(study, difference, told)
        elif len(told) == 1 or set(told) <= {"author", "year", "title"}:
            self._work(study, difference, told)
        else:
            self._refuse(difference)

    def changes(self) -> list[Change]:
        """All changes together, new statements and sentences behind the others."""
        focal = focal_study(self.library)
        for notes in self.more.values():
            written = list(blocks(self.library, notes, focal))
            name = self._file(self.library.base + notes.id)
            if written and name:
                self.files[name] = append_blocks(self._data(name), written, self.library.base)
        return [
            Change(name, self.library.files.get(name), data)
            for name, data in self.files.items()
            if data != self.library.files.get(name)
        ]

    def _facets(self, study: Study, difference: Difference, names: Sequence[str]) -> None:
        """Statements whose paragraph is still there stay; the others go, and new paragraphs are read as cells are."""
        held = [value for name in names for value in study.facets.get(name, ())]
        shown = {value.id: _even(facet_cell(self.library, [value], self.view.language).text) for value in held}
        after = [_even(part) for part in difference.after.split("\n") if part.strip()]
        gone = [value for value in held if shown[value.id] not in after]
        new = [part for part in after if part not in shown.values()]
        places = [value.facet for value in gone]
        for value in gone:
            self._drop(value.id)
        for number, part in enumerate(new):
            facet = places[min(number, len(places) - 1)] if places else names[0]
            self._notes(study).said += self._said(facet, names, part)

    def _said(self, facet: str, names: Sequence[str], part: str) -> list[Said]:
        basis: Basis = "stated"
        for pattern in (_READ, _READ_TOLD):
            if match := pattern.fullmatch(part):
                part, basis = match[1].strip(), "interpreted"
        reading = (
            self.values.method(part) if len(set(names) & set(METHOD_FACETS)) > 1 else self.values.read(facet, part)
        )
        if basis == "stated":
            return list(reading.said)
        return [Said(said.facet, said.value, said.words, said.state, basis) for said in reading.said]

    def _sentences(self, study: Study, difference: Difference, kind: str) -> None:
        """A changed computed sentence becomes the person's own; of written ones, those that changed are written anew."""
        every: tuple[Stated, ...] = getattr(
            compared_study(self.library, study, self.view.language, self.view.terms), kind
        )
        doubted = doubts(self.library)
        held = [each for each in every if each.origin == "asserted" and each.id]
        shown = [each for each in held if each.id not in doubted]
        computed = [] if shown else [each for each in every if each.origin == "computed"]
        after = [" ".join(part.split()) for part in difference.after.split("\n") if part.strip()]
        texts = {_even(each.text): each for each in held}
        new = [part for part in after if _even(part) not in texts]
        gone = [each for each in shown if _even(each.text) not in map(_even, after)]
        if computed and not after:
            self._refuse(difference)
            return
        for part, old in zip(new, gone, strict=False):
            self._reword(study, old, part)
        for old in gone[len(new) :]:
            self._drop(old.id or "")
        for part in new[len(gone) :]:
            self._notes(study).sentences.append(Sentence(kind, part, self._facets_of(part, computed)))

    def _facets_of(self, text: str, computed: Sequence[Stated]) -> tuple[str, ...]:
        """The facets that a sentence speaks of; of a changed computed one those that it still names, or all it had."""
        spoken = self.values.spoken_of(text)
        before = tuple(dict.fromkeys(facet for sentence in computed for facet in sentence.facets))
        return tuple(facet for facet in before if facet in spoken) or before or spoken

    def _reword(self, study: Study, old: Stated, text: str) -> None:
        """Its passage quotes other words now, so it goes; its facets stay."""
        iri = self.library.base + (old.id or "")
        focal = focal_study(self.library)
        mine = as_study(self.library, self._notes(study))
        basis = basis_of(focal, mine, old.facets) if focal else ""
        properties = {
            RDF + "value": literal(text),
            DCT + "source": None,
            KAJIAN + "basedOn": literal(basis, None) if basis else None,
        }
        self._edit(iri, lambda data: set_properties(data, iri, properties, self.library.base))

    def _tick(self, study: Study, difference: Difference, value: str) -> None:
        mark = mark_of(difference.after) if difference.after else "nothing"
        if mark is None:
            self._refuse(difference)
            return
        held = [each for each in study.facets.get("aspect", ()) if each.key == value]
        for each in held:
            self._drop(each.id)
        words = next((each.labels.get("id") or each.text or value for each in held), self._label(value))
        said = {
            "yes": Said("aspect", self._concept(value), words),
            "read": Said("aspect", self._concept(value), words, "stated", "interpreted"),
            "no": Said("aspect", self._concept(value), words, "not-in-source", "interpreted"),
        }
        if mark in said:
            self._notes(study).said.append(said[mark])

    def _concept(self, value: str) -> str | None:
        known = self.values.value_named(self._label(value), ["aspect"])
        return known[1] if known else None

    def _label(self, value: str) -> str:
        from kb.review.columns import value_label

        return value_label(self.library, value, "id")

    def _remark(self, study: Study, difference: Difference) -> None:
        iri = self.library.base + study.id
        words = " ".join(difference.after.split())
        properties = {SKOS + "editorialNote": literal(words) if words else None}
        self._edit(iri, lambda data: set_properties(data, iri, properties, self.library.base))

    def _work(self, study: Study, difference: Difference, contents: Sequence[str]) -> None:
        """Fields of the bibliography, where the cell leaves no doubt which."""
        fields = self._work_fields(study, contents, difference.after)
        if study.work is None or not fields:
            self._refuse(difference)
            return
        from kb.store.bibliography_edit import set_field

        name = self.library.configuration.bibliography
        data = self._data(name) or b""
        for each, text in fields.items():
            data = set_field(data, study.work.citekey, each, text)
        self.files[name] = data

    def _work_fields(self, study: Study, contents: Sequence[str], after: str) -> dict[str, str]:
        if contents == ["title"]:
            return {"title": " ".join(after.split())} if after.strip() else {}
        if contents == ["container"] and study.work:
            entry = next(
                (e for e in self.library.bibliography.entries if study.work and e.key == study.work.citekey), None
            )
            where = next((each for each in _WITHIN if entry and each in entry.fields), "")
            return {where: " ".join(after.split())} if where and after.strip() else {}
        read = reference_of(after, [each for each in contents if each != "author-year"])
        names, sure = authors_of(read.author) if read.author else ("", True)
        wanted = {"author", "year"} if contents == ["author-year"] else set(contents)
        found = {"author": names if sure else "", "year": read.year, "title": read.title}
        if not wanted <= {name for name, text in found.items() if text} or not read.sure:
            return {}
        return {name: found[name] for name in ("author", "year", "title") if name in wanted}

    def _notes(self, study: Study) -> StudyNotes:
        return self.more.setdefault(study.id, StudyNotes(study.id, study.label, study.label, new=False))

    def _drop(self, identifier: str) -> None:
        iri = self.library.base + identifier
        self._edit(iri, lambda data: replace_subject(data, iri, None, self.library.base))

    def _edit(self, iri: str, edit: Callable[[bytes], bytes]) -> None:
        name = self._file(iri)
        if name:
            self.files[name] = edit(self._data(name) or b"")

    def _file(self, iri: str) -> str | None:
        return place_of(self.library, iri).file

    def _data(self, name: str) -> bytes | None:
        return self.files.get(name, self.library.files.get(name))

    def _refuse(self, difference: Difference) -> None:
        self.refused.append(difference)
        severity: Severity = "warning"
        params = {
            "study": difference.title or difference.study,
            "column": difference.heading or difference.column,
            "after": difference.after[:160],
        }
        self.notes.append(Finding("import-cell-not-taken", severity, difference.place, params))


def _even(text: str) -> str:
    return " ".join(text.replace("*", "").split())
