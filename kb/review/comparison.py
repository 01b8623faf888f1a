"""Prior studies with their computed similarities and differences beside the asserted ones."""

from __future__ import annotations

from dataclasses import replace

from kb.citing.chains import TERMS, cite_work, work_names
from kb.model.similarity import FacetComparison
from kb.model.study import NotComparable, Study
from kb.queries.concepts import typologies
from kb.queries.facets import facets
from kb.queries.labels import labels_of, names
from kb.queries.question import ask
from kb.queries.studies import focal_study, frame_of, prior_studies
from kb.review.disputes import disputed_statements
from kb.review.emphasis import emphasise, foreign_terms
from kb.review.grammar import GRAMMARS
from kb.review.sentences import Naming, Speaker
from kb.review.similarity import NARRATIVE_FACETS, compare
from kb.store.library import Library
from kb.vocabulary import short_id


def compared_studies(library: Library, language: str = "id") -> tuple[Study, ...]:
    """The prior studies, each with asserted sentences first, then computed ones, and what cannot be compared."""
    return library.remember(
        ("compared", language), lambda: tuple(_compared(library, study, language) for study in prior_studies(library))
    )


def facet_comparisons(library: Library, prior: Study) -> tuple[FacetComparison, ...]:
    """The focal study against one prior study, facet by facet; nothing where there is no focal study."""
    focal = focal_study(library)
    if focal is None:
        return ()
    names = [facet.name for facet in facets(library).values() if facet.name not in NARRATIVE_FACETS]
    return compare(focal, prior, names, kinds_above(library), exclusive_facets(library), disputed_statements(library))


def at_a_glance(library: Library, prior: Study) -> dict[str, tuple[str, ...]]:
    """Facets by `shared`, `differing` and `not-comparable`; partly shared ones stand in both of the first two."""
    found = [c for c in facet_comparisons(library, prior) if not _empty(c)]
    return {
        "shared": tuple(c.facet for c in found if c.outcome in ("equal", "overlap", "broader", "both-absent")),
        "differing": tuple(c.facet for c in found if c.outcome in ("overlap", "disjoint", "absent", "not-mentioned")),
        "not-comparable": tuple(c.facet for c in found if c.outcome in ("unread", "conflict")),
    }


def _empty(comparison: FacetComparison) -> bool:
    """A facet of which neither side says anything is no row of the comparison."""
    return comparison.outcome == "unread" and comparison.missing == ("ours", "theirs")


def _compared(library: Library, study: Study, language: str) -> Study:
    found = facet_comparisons(library, study)
    naming = _naming(library, study, language)
    terms = foreign_terms(library)

    def marked(text: str) -> str:
        return emphasise(text, terms) if language == "id" else text

    similar = Speaker(GRAMMARS[language], naming, marked).similarities(found)
    different = Speaker(GRAMMARS[language], naming, marked).differences(found)
    return replace(
        study,
        similarities=(*study.similarities, *similar),
        differences=(*study.differences, *different),
        not_comparable=tuple(
            NotComparable(c.facet, _why(c)) for c in found if c.outcome in ("unread", "conflict") and not _empty(c)
        ),
    )


def _why(comparison: FacetComparison) -> str:
    """`unread: theirs`, `conflict: ours`: the front turns it into words."""
    return f"{comparison.outcome}: {', '.join(comparison.missing)}"


def _naming(library: Library, study: Study, language: str) -> Naming:
    terms = TERMS[language]
    citation = cite_work(study.work, terms) if study.work else study.label
    name = work_names(study.work, terms) if study.work else study.label
    labels = {facet.name: facet.labels[language].casefold() for facet in facets(library).values()}
    focal = focal_study(library)
    both = [study, focal] if focal else [study]
    quantitative = all(_approach(side) == {"quantitative"} for side in both)
    return Naming(citation, name, labels, _owner(library, language), quantitative, _synonyms(library, language))


def _synonyms(library: Library, language: str) -> dict[str, set[str]]:
    """Other names of each value in a language, in lower case."""
    return library.remember(
        ("synonyms", language),
        lambda: {
            short_id(library.base, iri): {label.casefold() for label in known.alternative.get(language, ())}
            for iri, known in names(library).items()
        },
    )


def _approach(study: Study) -> set[str | None]:
    return {value.value for value in study.facets.get("approach", ()) if value.state == "stated"}


def _owner(library: Library, language: str) -> str:
    """Whose aspects the frame lists: " jejaring kerja"."""
    frame = frame_of(library)
    for typology in typologies(library):
        if frame and typology.id == short_id(library.base, frame):
            label = labels_of(library, library.base + typology.owner)[language]
            return f" {label}" if language == "id" else f" of {label}"
    return ""


def exclusive_facets(library: Library) -> set[str]:
    """Facets of which a study has one value only."""
    return library.remember(
        "exclusive", lambda: {short_id(library.base, row["facet"] or "") for row in ask(library, "exclusive_facets")}
    )


def kinds_above(library: Library) -> dict[str, set[str]]:
    """For each value all values it is a kind of."""
    return library.remember("broader", lambda: _closure(library))


def _closure(library: Library) -> dict[str, set[str]]:
    """For each value all values it is a kind of, at any distance."""
    direct: dict[str, set[str]] = {}
    for row in ask(library, "concept_links"):
        if (row["link"] or "").endswith("broader"):
            narrow, broad = (short_id(library.base, row[end] or "") for end in ("concept", "other"))
            direct.setdefault(narrow, set()).add(broad)
    found: dict[str, set[str]] = {}
    for value in direct:
        seen: set[str] = set()
        todo = [value]
        while todo:
            for broad in direct.get(todo.pop(), ()):
                if broad not in seen:
                    seen.add(broad)
                    todo.append(broad)
        found[value] = seen
    return found
