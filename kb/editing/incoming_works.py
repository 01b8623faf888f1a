"""Works of a foreign file into the bibliography: what is there is told, what is new is written, nothing is changed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from kb.citing.same_work import doi_of, folded, known
from kb.editing.import_plan import Incoming, Plan, Progress
from kb.editing.matching import KnownWorks, known_works
from kb.errors import InputError
from kb.findings import Finding, Phrase
from kb.locale.words import ERRORS
from kb.model.record import Duplicate, Imported, Records, WorkRecord
from kb.reading.records.reading import read_records
from kb.store.bibliography_append import (
    NewEntry,
    Writable,
    append_entries,
    is_key,
    kept_entry,
    macros_of,
    made_entry,
    with_parents,
)
from kb.store.bibliography_entry import Entry
from kb.store.bibliography_keys import Keys
from kb.store.library import Library
from kb.store.save import Change

_NAMED = re.compile(r"[=#]\s*([^\s,#{}()\"=]+)(?=\s*[,#})\n\r])")
_MOST_MACROS = 200
"""Macros of one entry that are followed, those within macros too."""
_MOST_REFUSED = 50
"""After so many entries that cannot be written something else is wrong, and each try reads the whole file again."""

_TELLING = (
    "doi",
    "year",
    "journal",
    "booktitle",
    "publisher",
    "school",
    "institution",
    "volume",
    "number",
    "pages",
    "url",
)
"""Fields worth saying that an entry of the project lacks them."""


def plan_works(incoming: Incoming) -> Plan:
    """Works into the bibliography."""
    kind = "citations" if incoming.kind == "docx" else incoming.kind
    records = read_records(incoming.file, incoming.data, kind)
    works = works_into(incoming.library)
    works.take(records, incoming.progress)
    changes = bibliography_change(incoming.library, works)
    result = Imported(
        read=records.count,
        added=tuple(works.added),
        duplicates=tuple(works.duplicates),
        rejected=(*records.rejected, *works.rejected),
        notes=(*records.notes, *works.notes),
        titles=dict(works.titles),
    )
    return Plan(result, changes)


def works_into(library: Library) -> IncomingWorks:
    """The bibliography, ready to take works in."""
    data = library.files.get(library.configuration.bibliography, b"")
    return IncomingWorks(data, library.bibliography.entries)


def bibliography_change(library: Library, works: IncomingWorks) -> list[Change]:
    """The change of the bibliography, none where nothing is new."""
    name = library.configuration.bibliography
    mine = works.result()
    return [Change(name, library.files.get(name), mine)] if mine != works.data else []


@dataclass
class IncomingWorks:
    """Gathers what becomes of each record; `data` is the bibliography as it was read.

    `placed` says under which key a record's own key, in lower case, is found here.
    """

    data: bytes
    entries: Sequence[Entry]
    added: list[str] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    rejected: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)
    ready: list[NewEntry] = field(default_factory=list)
    macros: dict[str, str] = field(default_factory=dict)
    numbers: list[int] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    renamed: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    placed: dict[str, str] = field(default_factory=dict)
    known: KnownWorks = field(default_factory=KnownWorks)
    keys: Keys = field(default_factory=lambda: Keys(()))

    def __post_init__(self) -> None:
        self.known = known_works((entry.key, entry.type, entry.fields) for entry in self.entries)
        self.keys = Keys(entry.key for entry in self.entries)
        self.raws = {" ".join(entry.raw.split()) for entry in self.entries}
        self.there = macros_of(self.data)
        self.strange = Writable(self.data)
        self._number = 0

    def take(self, records: Records, progress: Progress | None = None) -> None:
        """Decide about every record; those that others inherit from come first, since their keys may change."""
        parents = {parent for work in records.works for parent in parents_of(work)}
        macros = {name.casefold(): text for name, text in records.macros.items()}
        numbered = list(enumerate(records.works))
        first = [each for each in numbered if each[1].key.casefold() in parents]
        rest = [each for each in numbered if each[1].key.casefold() not in parents]
        for done, (number, work) in enumerate([*first, *rest] if first else numbered, 1):
            self._number = number
            if progress:
                progress(done, len(numbered))
            self._one(work, macros, parents)
        self._in_order()

    def _in_order(self) -> None:
        """Entries in the order of the file, and one word for all keys that were made."""
        order = sorted(range(len(self.ready)), key=self.numbers.__getitem__)
        self.ready, self.added = [self.ready[i] for i in order], [self.added[i] for i in order]
        self.numbers.sort()
        if self.made:
            shown = ", ".join(self.made[:5]) + (" …" if len(self.made) > 5 else "")
            self.notes.append(Finding("import-keys-made", "info", params={"count": len(self.made), "keys": shown}))

    def _one(self, work: WorkRecord, macros: Mapping[str, str], parents: set[str]) -> None:
        record = known(work.key, work.type, work.fields)
        found = self.known.find(record, work.place)
        if found and (work.key.casefold() not in parents or found[0].casefold() == work.key.casefold()):
            self._there(work, *found)
        elif work.raw and " ".join(work.raw.split()) in self.raws:
            why = Finding("import-same-entry", "info", work.place, {"of": work.key or "?"})
            self.duplicates.append(Duplicate(work.key or _named(work), work.key or "?", why))
        elif not self._macros_differ(work, macros):
            near = self.known.resembling(record, work.place)
            key = self.write(work, macros)
            if near and key:
                self.notes.append(replace(near, params={**near.params, "key": key}))

    def _there(self, work: WorkRecord, key: str, why: Finding) -> None:
        """The record is there already; what it says beyond the entry is told, not written."""
        self.duplicates.append(Duplicate(work.key or _named(work), key, why))
        self.placed.setdefault(work.key.casefold(), key)
        held = self.known.by_key[key.casefold()].fields
        self.titles.setdefault(key, _shown(held))
        other = [name for name in _TELLING if work.fields.get(name) and held.get(name) and _differ(work, held, name)]
        if other:
            self._note(work, "import-work-differs", key=key, fields=", ".join(other))
        more = [name for name in _TELLING if work.fields.get(name) and not held.get(name)]
        if more:
            self._note(work, "import-says-more", of=key, fields=", ".join(more))

    def write(self, work: WorkRecord, macros: Mapping[str, str] = MappingProxyType({})) -> str | None:
        """The key under which a new work goes in, None where it was rejected."""
        key = self._key(work)
        try:
            entry = self._entry(work, key)
            strange = self.strange.letter(entry.text)
        except InputError as error:
            self._reject(work, "import-entry-refused", why=_said(error))
            return None
        if strange is not None:
            self._reject(work, "import-letter-refused", letter=strange)
            return None
        self.macros |= {name: macros[name] for name in _used(work.raw, macros) if name not in self.there}
        self.ready.append(entry)
        self.numbers.append(self._number)
        self.added.append(key)
        self.titles[key] = _shown(work.fields)
        self.placed.setdefault(work.key.casefold(), key)  # of two entries with one key others inherit from the first
        self.known.add(known(key, work.type, work.fields))
        self._tell_key(work, key)
        return key

    def _entry(self, work: WorkRecord, key: str) -> NewEntry:
        if not work.raw:
            return made_entry(work.type, key, work.fields)
        fields = {name: work.fields[name] for name in work.own}
        entry = NewEntry(key, work.raw, fields) if key == work.key else kept_entry(work.raw, key, fields)
        renamed = {old: new for old, new in self.renamed.items() if old in parents_of(work)}
        return with_parents(entry, renamed) if renamed else entry

    def _key(self, work: WorkRecord) -> str:
        wanted = work.key if is_key(work.key) or work.raw else ""
        if wanted and wanted.casefold() not in self.known.by_key:
            return self.keys.key(wanted, 0, "", "", "")
        if wanted:
            return self.keys.free(wanted)
        names = re.sub(r"[{}]", "", re.split(r"\s+and\s+", work.fields.get("author") or "")[0])
        name = names.partition(",")[0] if "," in names else names
        when = work.fields.get("year") or work.fields.get("date", "")
        return self.keys.key("", 0, name, when, work.fields.get("title", ""))

    def _tell_key(self, work: WorkRecord, key: str) -> None:
        if not work.key:
            self.made.append(key)
        elif key != work.key:
            taken = work.key.casefold() in self.known.by_key
            if self.placed[work.key.casefold()] == key:
                self.renamed[work.key.casefold()] = key
            self._note(work, "import-key-taken" if taken else "import-key-made", written=work.key, key=key)

    def _macros_differ(self, work: WorkRecord, macros: Mapping[str, str]) -> bool:
        for name in _used(work.raw, macros):
            if name in self.there and "".join(self.there[name].split()) != "".join(macros[name].split()):
                self._reject(work, "import-macro-differs", name=name, there=self.there[name], here=macros[name])
                return True
        return False

    def _reject(self, work: WorkRecord, check: str, **params: object) -> None:
        self.rejected.append(Finding(check, "error", work.place, {"key": work.key or _named(work), **params}))

    def _note(self, work: WorkRecord, check: str, **params: object) -> None:
        self.notes.append(Finding(check, "info", work.place, params))

    def result(self) -> bytes:
        """The bibliography with all new entries; one that would be read otherwise than meant is rejected instead."""
        for _ in range(_MOST_REFUSED):
            try:
                return append_entries(self.data, self.ready, self.macros.values())
            except InputError as error:
                key = str(error.params.get("key", ""))
                if error.code != "edit-not-as-meant" or key not in self.added:
                    raise
                self.ready = [entry for entry in self.ready if entry.key != key]
                self.added.remove(key)
                self.rejected.append(Finding("import-entry-refused", "error", params={"key": key, "why": _said(error)}))
        return append_entries(self.data, self.ready, self.macros.values())


def parents_of(work: WorkRecord) -> set[str]:
    """Keys, in lower case, of the entries that an entry inherits from."""
    named = (work.fields.get("crossref", ""), *work.fields.get("xdata", "").split(","))
    return {key.strip().casefold() for key in named if key.strip()}


def _used(raw: str, macros: Mapping[str, str]) -> list[str]:
    """Macros whose name stands as a value: behind `=` or `#`, and those that these use in turn."""
    found: dict[str, None] = {}
    texts = [raw] if raw and macros else []
    while texts and len(found) < _MOST_MACROS:
        for match in _NAMED.finditer(texts.pop()):
            name = match[1].casefold()
            if name in macros and name not in found:
                found[name] = None
                texts.append(macros[name])
    return list(found)[::-1]


def _said(error: InputError) -> Phrase:
    return Phrase(ERRORS[error.code], error.params)


def _differ(work: WorkRecord, held: Mapping[str, str], name: str) -> bool:
    """Whether two works of one kind say something else in a field, whatever the marks between the words."""
    if name == "doi":
        return doi_of(work.fields) != doi_of(held)
    return name != "url" and folded(work.fields[name]) != folded(held[name])


def _shown(fields: Mapping[str, str]) -> str:
    """Who, when and what, for a person who does not know keys."""
    people = re.sub(r"[{}]", "", fields.get("author") or fields.get("editor") or "").split(" and ")
    names = "; ".join(name for name in people[:3] if name) + (" …" if len(people) > 3 else "")
    when = fields.get("year") or fields.get("date", "")
    return ". ".join(part for part in (f"{names} ({when})" if when else names, fields.get("title", "")) if part)


def _named(work: WorkRecord) -> str:
    return work.fields.get("title", "")[:60] or work.place.quote or "?"
