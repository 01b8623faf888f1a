"""The columns of a table: what they may hold, what they are called, and what a person's word means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kb.errors import InputError
from kb.model.profile import ColumnSpec, Profile
from kb.model.table import Column
from kb.queries.facets import facets
from kb.queries.labels import labels_of
from kb.queries.naming import find
from kb.review.arrangement import SortKey
from kb.review.cells import TICK_OF, TICKS
from kb.review.emphasis import emphasise, foreign_terms
from kb.review.frame import frame_members
from kb.review.headings import headings
from kb.review.order import value_order
from kb.store.library import Library
from kb.vocabulary import FACET

_WIDE = {"number": 4.0, "year": 6.0, "title": 20.0, "findings": 36.0, "note": 18.0, TICKS: 28.0}
_USUAL = 14.0
_SYNONYMS = {
    "author": ("penulis", "peneliti"),
    "author-year": ("penulis dan tahun", "peneliti dan tahun"),
    "citation": ("kutipan",),
    "container": ("jurnal", "penerbit"),
    "note": ("keterangan", "remark"),
    TICKS: ("ticks",),
}


def table_columns(library: Library, profile: Profile, language: str) -> dict[str, str]:
    """Every column that a table can have, id -> heading: the profile's first, then the rest."""
    found = {spec.id: spec.label_id if language == "id" else spec.label_en for spec in profile.columns}
    for content, labels in headings(library).items():
        found.setdefault(content, labels[0 if language == "id" else 1])
    return found


def own_column(library: Library, name: str, profile: Profile) -> ColumnSpec:
    """The column that a person names: one of the profile's, a bibliographic content, or any facet; else InputError.

    Several names joined by "+" are one column whose cells hold them all: "penulis+judul+tahun".
    """
    parts = [part.strip() for part in name.split("+")]
    if len(parts) > 1 and all(parts):
        return _merged([own_column(library, part, profile) for part in parts])
    ready = {spec.id: spec for spec in profile.columns}
    words = headings(library)
    table = {content: (*_names_of(labels), *_SYNONYMS.get(content, ())) for content, labels in words.items()}
    for spec in profile.columns:
        table[spec.id] = (spec.label_id, spec.label_en, *table.get(spec.id, ()))
    for facet in facets(library).values():
        table[facet.name] = (*table.get(facet.name, ()), *facet.alt_labels)
    found = find(name, table, "unknown-column")
    if found in ready:
        return ready[found]
    return ColumnSpec(found, words[found][0], words[found][1], (found,), _WIDE.get(found, _USUAL))


def own_columns(library: Library, words: str, profile: Profile) -> list[ColumnSpec]:
    """The columns of "A,B,C+D", each once."""
    specs = [own_column(library, word, profile) for word in words.split(",") if word.strip()]
    if not specs:
        raise InputError("unknown-column", name=words, nearest=", ".join(list(headings(library))[:5]))
    return list({spec.id: spec for spec in specs}.values())


def _merged(specs: Sequence[ColumnSpec]) -> ColumnSpec:
    contents = tuple(dict.fromkeys(content for spec in specs for content in spec.content))
    labels = (", ".join(spec.label_id for spec in specs), ", ".join(spec.label_en for spec in specs))
    return ColumnSpec("-".join(spec.id for spec in specs), *labels, contents, max(spec.weight for spec in specs))


def _names_of(labels: tuple[str, str]) -> tuple[str, ...]:
    """Headings, and their first words: "judul" is enough for "Judul Penelitian"."""
    return (*labels, *(label.split()[0] for label in labels if label.split()))


def sort_keys(library: Library, words: str, profile: Profile) -> tuple[SortKey, ...]:
    """The keys of "year,-author": a hyphen before a column turns its order round; InputError for an unknown one."""
    keys = []
    for word in words.split(","):
        name = word.strip()
        if name:
            content = content_named(library, name.removeprefix("-"), profile)
            keys.append(SortKey(content, name.startswith("-")))
    return tuple(keys)


def content_named(library: Library, word: str, profile: Profile) -> str:
    """The content that a person names for sorting or grouping: that of a column, or a facet."""
    spec = own_column(library, word, profile)
    return spec.content[0]


def spread(library: Library, specs: Sequence[ColumnSpec], language: str) -> tuple[tuple[ColumnSpec, Column], ...]:
    """Each column with how it is headed; ticks become one column for every aspect."""
    found: list[tuple[ColumnSpec, Column]] = []
    for spec in specs:
        label = spec.label_id if language == "id" else spec.label_en
        if spec.content == (TICKS,):
            found += _tick_columns(library, spec, language)
        else:
            found.append((spec, Column(spec.id, label, spec.weight, "center" if spec.id == "number" else "start")))
    return tuple(found)


def _tick_columns(library: Library, spec: ColumnSpec, language: str) -> list[tuple[ColumnSpec, Column]]:
    values = dict.fromkeys((*frame_members(library), *value_order(library, "aspect")))
    each = spec.weight / max(len(values), 1)
    columns = []
    for value in values:
        content, label = TICK_OF + value, value_label(library, value, language)
        marked = emphasise(label, foreign_terms(library)) if language == "id" else label
        columns.append((replace(spec, id=content, content=(content,)), Column(content, marked, each, "center")))
    return columns


def value_label(library: Library, value: str, language: str) -> str:
    """What a value is called: the label of its concept, else its own words."""
    for base in (library.base, FACET):
        labels = labels_of(library, base + value)
        if labels[language] != value:
            return labels[language]
    return value
