"""What stands in one cell of the comparison table: a study, a content, and what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kb.citing.chains import cite_work, work_names, work_year
from kb.model.profile import INTERPRETED_TICK, TICK
from kb.model.study import FacetValue, Sentence, Study
from kb.model.table import Cell, cell
from kb.model.text import Run, Runs, runs
from kb.queries.facets import facets
from kb.queries.work_kinds import work_kinds
from kb.review.comparison import compared_study
from kb.review.emphasis import emphasise, foreign_terms
from kb.review.numerals import series
from kb.review.order import in_order
from kb.review.similarity import NARRATIVE_FACETS, distinct
from kb.review.view import View
from kb.review.written import doubts
from kb.store.library import Library

TICKS = "aspect-ticks"
TICK_OF = TICKS + ":"
"""Content of one column of ticks: this, then the key of the value."""

_ABSENT, _SILENT = "✗", "–"
_STATE_WORDS = {
    "id": {"absent": "tidak menggunakan {what}", "not-in-source": "{what} tidak disebutkan"},
    "en": {"absent": "does not use {what}", "not-in-source": "{what} is not mentioned"},
}
_BARE_STATE_WORDS = {
    "id": {"absent": "dinyatakan tidak ada", "not-in-source": "tidak disebutkan"},
    "en": {"absent": "stated as absent", "not-in-source": "not mentioned"},
}
_READ = {"id": "bersesuaian dengan {what}", "en": "corresponds to {what}"}
_READ_TOLD = {"id": "{what} (menurut telaah penulis)", "en": "{what} (as the author reads it)"}


def study_cell(library: Library, study: Study, contents: Sequence[str], view: View) -> Cell:
    """One or more contents in a cell, a paragraph each in this order; what is empty leaves no gap."""
    parts = [content_cell(library, study, content, view) for content in contents]
    if len(parts) == 1:
        return parts[0]
    filled = [part for part in parts if part.paragraphs]
    return Cell(
        tuple(paragraph for part in filled for paragraph in part.paragraphs),
        filled[0].origin if filled else "empty",
        filled[0].state if filled else "unread",
        tuple(dict.fromkeys(passage for part in filled for passage in part.passages)),
    )


def content_cell(library: Library, study: Study, content: str, view: View) -> Cell:
    """What a study has for one content; worked out once for each way of wording it."""
    known: dict[str, Cell] = library.remember(("cells", content, view), dict)
    found = known.get(study.id)
    if found is None:
        found = known[study.id] = _content(library, study, content, view)
    return found


def _content(library: Library, study: Study, content: str, view: View) -> Cell:
    if content in ("similarities", "differences"):
        return _sentences(library, getattr(compared_study(library, study, view.language, view.terms), content), view)
    if content in BIBLIOGRAPHIC:
        return cell(BIBLIOGRAPHIC[content](library, study, view), "bibliography")
    if content == "note":
        return cell(" ".join((study.note or "").split()), "asserted")
    if content.startswith(TICK_OF):
        return _tick(study, content.removeprefix(TICK_OF))
    facet = "aspect" if content == TICKS else content
    return facet_cell(library, in_order(library, study).facets.get(facet, ()), view.language)


def facet_cell(library: Library, values: Sequence[FacetValue], language: str = "id") -> Cell:
    """What is stated of a facet, a paragraph each; concepts by their label, free text as the source has it."""
    stated = distinct(values)
    shown = [*stated, *(value for value in values if value.state != "stated")]
    paragraphs = tuple(dict.fromkeys(said for value in shown if (said := _said(library, value, language))))
    if not paragraphs:
        return Cell()
    state = "stated" if stated else sorted({value.state for value in values})[0]
    return Cell(paragraphs, "source", state, tuple(dict.fromkeys(v.passage for v in values if v.passage)))


def _said(library: Library, value: FacetValue, language: str) -> Runs:
    what = _label(library, value, language)
    if value.state != "stated":
        frames = _STATE_WORDS if what else _BARE_STATE_WORDS
        return runs(frames[language].get(value.state, "{what}").format(what=what))
    told = value.facet in NARRATIVE_FACETS
    if value.basis == "interpreted" and what:
        bare = what.rstrip(".") if told else what
        what = (_READ_TOLD if told or not value.value else _READ)[language].format(what=bare)
    return runs(as_sentence(what) if told and what else what)


def values_in_words(library: Library, values: Sequence[FacetValue], language: str) -> str:
    """What is stated in one phrase, "A dan B; bersesuaian dengan C"; the states in words where nothing is stated."""
    groups = []
    for basis, frame in (("stated", "{what}"), ("interpreted", _READ[language])):
        said = [_label(library, value, language) for value in distinct(values) if value.basis == basis]
        if said:
            groups.append(frame.format(what=series(said, language)))
    if groups:
        return "; ".join(groups)
    return "; ".join(" ".join(line.split()) for line in facet_cell(library, values, language).text.split("\n"))


def _label(library: Library, value: FacetValue, language: str) -> str:
    """A value's label, or its own words, with foreign terms marked in Indonesian text."""
    what = " ".join((value.labels.get(language) or value.text or "").split())
    return emphasise(what, foreign_terms(library)) if value.labels and language == "id" else what


def as_sentence(words: str) -> str:
    """A capital first and a full stop last: what a cell of findings needs to go into a thesis as it is."""
    first = 1 if words.startswith("*") else 0
    capital = words[:first] + words[first : first + 1].upper() + words[first + 1 :]
    return capital if capital[-1:] in '.!?…”"' else capital + "."


def _tick(study: Study, key: str) -> Cell:
    """The sign of one value; what the student maps is told from what the study states, and unread stays empty."""
    values = [value for value in study.facets.get("aspect", ()) if value.key == key or not value.key]
    passages = tuple(value.passage for value in values if value.passage)
    for value in distinct(values):
        return Cell(((Run(INTERPRETED_TICK if value.basis == "interpreted" else TICK),),), "source", "stated", passages)
    for state, sign in (("absent", _ABSENT), ("not-in-source", _SILENT)):
        if any(value.state == state for value in values):
            return Cell(((Run(sign),),), "source", state, passages)
    return Cell()


def _sentences(library: Library, sentences: Sequence[Sentence], view: View) -> Cell:
    """Written sentences a paragraph each, computed ones as one; by default the written ones that no check doubts."""
    doubted = doubts(library)
    best = view.comparison == "best"
    written = [s for s in sentences if s.origin == "asserted" and not (best and s.id in doubted)]
    computed = [s for s in sentences if s.origin == "computed"]
    if view.comparison == "asserted" or (best and written):
        computed = []
    if view.comparison == "computed":
        written = []
    paragraphs = [runs(" ".join(sentence.text.split())) for sentence in written]
    if computed:
        paragraphs.append(runs(" ".join(sentence.text for sentence in computed)))
    if not paragraphs:
        return Cell()
    used = [*written, *computed]
    passages = tuple(dict.fromkeys(passage for sentence in used for passage in sentence.passages))
    return Cell(tuple(paragraphs), used[0].origin, "stated", passages)


def _author(library: Library, study: Study, view: View) -> str:
    if not study.work or not study.work.authors:
        return study.label
    conjunction = f" {view.terms.conjunction} "
    names = [author.name for author in study.work.authors]
    if study.work.others:
        return f"{', '.join(names)} {view.terms.others}"
    return conjunction.join(names) if len(names) < 3 else f"{', '.join(names[:-1])},{conjunction}{names[-1]}"


def _year(library: Library, study: Study, view: View) -> str:
    return (study.work.year if study.work else None) or view.terms.undated


def _cited_year(library: Library, study: Study, view: View) -> str:
    return work_year(study.work, view.terms) if study.work else view.terms.undated


def _title(library: Library, study: Study, view: View) -> str:
    return (study.work.title if study.work else None) or ""


def _container(library: Library, study: Study, view: View) -> str:
    return (study.work.container or study.work.publisher or "") if study.work else ""


def _kind(library: Library, study: Study, view: View) -> str:
    known = work_kinds(library).get(study.work.kind) if study.work else None
    return known.labels[view.language] if known else ""


def _citation(library: Library, study: Study, view: View) -> str:
    return cite_work(study.work, view.terms) if study.work else study.label


BIBLIOGRAPHIC: dict[str, Callable[[Library, Study, View], str]] = {
    "author": _author,
    "author-year": lambda *of: f"{_author(*of)} ({_cited_year(*of)})",
    "year": _year,
    "title": _title,
    "container": _container,
    "kind": _kind,
    "citation": _citation,
}
"""Contents that come from `references.bib`."""


def sort_name(study: Study, view: View) -> str:
    """What a list of authors is sorted by: the names that a citation prints."""
    return work_names(study.work, view.terms) if study.work else study.label


def known_contents(library: Library) -> tuple[str, ...]:
    """Every content that a cell can have, facets included."""
    own = (facet.name for facet in facets(library).values())
    return tuple(dict.fromkeys((*BIBLIOGRAPHIC, "similarities", "differences", "note", TICKS, *own)))
