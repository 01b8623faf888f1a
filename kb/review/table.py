"""The comparison table: one model for every output, every cell with what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal

from kb.citing.chains import TERMS, cite_work
from kb.model.profile import ColumnSpec, Profile
from kb.model.study import FacetValue, Sentence, Study
from kb.model.table import Cell, Column, Row, Table, cell
from kb.model.text import Runs, runs
from kb.queries.facets import facets
from kb.review.comparison import compared_studies
from kb.review.disputes import disputed_sentences
from kb.review.similarity import NARRATIVE_FACETS
from kb.store.library import Library

Comparison = Literal["asserted", "computed", "both", "best"]
_STATE_WORDS = {
    "id": {"absent": "tidak menggunakan", "not-in-source": "tidak disebutkan"},
    "en": {"absent": "does not use", "not-in-source": "not mentioned"},
}


def comparison_table(
    library: Library,
    profile: Profile,
    columns: Sequence[ColumnSpec] | None = None,
    selected: Sequence[Study] | None = None,
    comparison: Comparison = "best",
    language: str = "id",
) -> Table:
    """The prior studies (all, or those selected) in the columns of the profile, or in those given."""
    wanted = None if selected is None else {study.id for study in selected}
    compared = compared_studies(library, language)
    chosen = tuple(study for study in compared if wanted is None or study.id in wanted)
    specs = tuple(columns or profile.columns)
    rows = tuple(
        Row(study.id, {spec.id: _cell(library, study, spec, place, comparison, language) for spec in specs})
        for place, study in enumerate(chosen, 1)
    )
    return Table(
        caption=profile.caption_text if language == "id" else profile.caption_text_en,
        number=profile.number_pattern.format(chapter=library.configuration.chapter, n=1),
        source_line=_source_line(profile, chosen, language),
        columns=tuple(Column(s.id, s.label_id if language == "id" else s.label_en, s.weight) for s in specs),
        rows=rows,
        language=language,
    )


def _source_line(profile: Profile, chosen: Sequence[Study], language: str) -> Runs:
    cited = "; ".join(cite_work(study.work, TERMS[language]) for study in chosen if study.work)
    word = "diolah peneliti" if language == "id" else "compiled by the author"
    return runs(profile.source_line.format(works=f"{cited} ({word})" if cited else word))


def _cell(library: Library, study: Study, spec: ColumnSpec, place: int, comparison: Comparison, language: str) -> Cell:
    parts = [_content(library, study, content, place, comparison, language) for content in spec.content]
    if len(parts) == 1:
        return parts[0]
    filled = [part for part in parts if part.paragraphs]
    return Cell(
        tuple(paragraph for part in filled for paragraph in part.paragraphs),
        filled[0].origin if filled else "empty",
        filled[0].state if filled else "unread",
        tuple(passage for part in filled for passage in part.passages),
    )


def _content(library: Library, study: Study, content: str, place: int, comparison: Comparison, language: str) -> Cell:
    if content == "number":
        return cell(str(place), "computed")
    if content in ("similarities", "differences"):
        return _sentences(library, getattr(study, content), comparison)
    if content in _BIBLIOGRAPHIC:
        return cell(_BIBLIOGRAPHIC[content](study, language), "bibliography")
    return facet_cell(study.facets.get(content, ()), language)


def _author(study: Study, language: str) -> str:
    if not study.work or not study.work.authors:
        return study.label
    conjunction = f" {TERMS[language].conjunction} "
    names = [author.name for author in study.work.authors]
    return conjunction.join(names) if len(names) < 3 else f"{', '.join(names[:-1])},{conjunction}{names[-1]}"


def _author_year(study: Study, language: str) -> str:
    year = (study.work.year if study.work else None) or TERMS[language].undated
    return f"{_author(study, language)} ({year})"


def _year(study: Study, language: str) -> str:
    return (study.work.year if study.work else None) or TERMS[language].undated


def _title(study: Study, language: str) -> str:
    return (study.work.title if study.work else None) or ""


def _citation(study: Study, language: str) -> str:
    return cite_work(study.work, TERMS[language]) if study.work else study.label


_BIBLIOGRAPHIC: dict[str, Callable[[Study, str], str]] = {
    "author": _author,
    "author-year": _author_year,
    "year": _year,
    "title": _title,
    "citation": _citation,
}


def facet_cell(values: Sequence[FacetValue], language: str = "id") -> Cell:
    """What is stated of a facet, a paragraph each; concepts by their label, free text as the source has it."""
    paragraphs: list[Runs] = []
    for value in values:
        said = _said(value, language)
        if said and said not in paragraphs:
            paragraphs.append(said)
    if not paragraphs:
        return Cell()
    states = {value.state for value in values}
    state = "stated" if "stated" in states else sorted(states)[0]
    return Cell(tuple(paragraphs), "source", state, tuple(v.passage for v in values if v.passage))


def _said(value: FacetValue, language: str) -> Runs:
    if value.state != "stated":
        what = value.labels.get(language) or value.text or ""
        word = _STATE_WORDS[language].get(value.state, "")
        return runs(f"{word} {what}" if value.state == "absent" else f"{what} {word}".strip())
    label = value.labels.get(language)
    if label:
        return runs(label)
    words = " ".join((value.text or "").split())
    return runs(_as_sentence(words) if value.facet in NARRATIVE_FACETS else words)


def _as_sentence(words: str) -> str:
    """A capital first and a full stop last: what a cell of findings needs to go into a thesis as it is."""
    first = 1 if words.startswith("*") else 0
    capital = words[:first] + words[first : first + 1].upper() + words[first + 1 :]
    return capital if capital[-1:] in '.!?…”"' else capital + "."


def _sentences(library: Library, sentences: Sequence[Sentence], comparison: Comparison) -> Cell:
    """Written sentences a paragraph each, computed ones as one; by default the written ones that no check disputes."""
    disputed = disputed_sentences(library)
    written = [s for s in sentences if s.origin == "asserted" and (comparison != "best" or s.id not in disputed)]
    computed = [s for s in sentences if s.origin == "computed"]
    if comparison == "asserted" or (comparison == "best" and written):
        computed = []
    if comparison == "computed":
        written = []
    paragraphs = [runs(" ".join(sentence.text.split())) for sentence in written]
    if computed:
        paragraphs.append(runs(" ".join(sentence.text for sentence in computed)))
    if not paragraphs:
        return Cell()
    used = [*written, *computed]
    passages = tuple(dict.fromkeys(passage for sentence in used for passage in sentence.passages))
    return Cell(tuple(paragraphs), used[0].origin, "stated", passages)


def table_columns(library: Library, profile: Profile, language: str) -> dict[str, str]:
    """Every column that a table can have, id -> heading: the profile's first, then the rest."""
    found = {spec.id: spec.label_id if language == "id" else spec.label_en for spec in profile.columns}
    for content, labels in _headings(library).items():
        found.setdefault(content, labels[0 if language == "id" else 1])
    return found


def transposed(table: Table) -> Table:
    """The same table, to be printed with the studies as columns; the outputs turn it."""
    return replace(table, transposed=not table.transposed)


def _names_of(labels: tuple[str, str]) -> tuple[str, ...]:
    """Headings, and their first words: "judul" is enough for "Judul Penelitian"."""
    return (*labels, *(label.split()[0] for label in labels if label.split()))


def _headings(library: Library) -> dict[str, tuple[str, str]]:
    words = dict(_COLUMN_WORDS)
    for facet in facets(library).values():
        words.setdefault(facet.name, (facet.labels["id"].capitalize(), facet.labels["en"].capitalize()))
    return words


_COLUMN_WORDS = {
    "number": ("No", "No."),
    "author": ("Pengarang", "Author"),
    "year": ("Tahun", "Year"),
    "title": ("Judul Penelitian", "Title"),
    "author-year": ("Pengarang dan Tahun", "Author and Year"),
    "citation": ("Sitasi", "Citation"),
    "similarities": ("Persamaan", "Similarities"),
    "differences": ("Perbedaan", "Differences"),
}


_SYNONYMS = {"author": ("penulis",), "author-year": ("penulis dan tahun",), "citation": ("kutipan",)}


def own_column(library: Library, name: str, profile: Profile) -> ColumnSpec:
    """The column that a person names: one of the profile's, a bibliographic content, or any facet; else InputError."""
    from kb.queries.naming import find

    ready = {spec.id: spec for spec in profile.columns}
    words = _headings(library)
    table = {content: (*_names_of(labels), *_SYNONYMS.get(content, ())) for content, labels in words.items()}
    for spec in profile.columns:
        table[spec.id] = (spec.label_id, spec.label_en, *table.get(spec.id, ()))
    found = find(name, table, "unknown-column")
    if found in ready:
        return ready[found]
    wide = {"number": 4.0, "year": 6.0, "title": 20.0, "findings": 36.0}
    return ColumnSpec(found, words[found][0], words[found][1], (found,), wide.get(found, 14.0))
