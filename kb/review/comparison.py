"""Prior studies with their computed similarities and differences beside the asserted ones."""

from __future__ import annotations

from dataclasses import replace

from kb.citing.chains import TERMS, Terms, cite_work, work_names
from kb.model.similarity import FacetComparison
from kb.model.study import NotComparable, Study
from kb.queries.facets import facets
from kb.queries.hierarchy import Above, above
from kb.queries.labels import labels_of, names
from kb.queries.question import ask
from kb.queries.studies import focal_study, prior_studies
from kb.review.disputes import disputed_statements
from kb.review.emphasis import emphasise, foreign_terms
from kb.review.frame import frame
from kb.review.grammar import GRAMMARS
from kb.review.order import in_order
from kb.review.sentences import Naming, Speaker
from kb.review.similarity import NARRATIVE_FACETS, compare
from kb.store.library import Library
from kb.vocabulary import short_id


def compared_studies(library: Library, language: str = "id", terms: Terms | None = None) -> tuple[Study, ...]:
    """The prior studies, each with asserted sentences first, then computed ones, and what cannot be compared."""
    return tuple(compared_study(library, study, language, terms) for study in prior_studies(library))


def compared_study(library: Library, study: Study, language: str = "id", terms: Terms | None = None) -> Study:
    """One prior study with its sentences; `terms` are the words of its citations, else the language's own."""
    words = terms or TERMS[language]
    return library.remember(
        ("compared", study.id, language, words),
        lambda: _compared(library, study, facet_comparisons(library, study), language, words),
    )


def facet_comparisons(library: Library, prior: Study) -> tuple[FacetComparison, ...]:
    """The focal study against one prior study, facet by facet; nothing where there is no focal study."""
    return library.remember(("comparisons", prior.id), lambda: _comparisons(library, prior))


def previewed_study(library: Library, study: Study, language: str = "id") -> Study:
    """A study that is not saved yet with the sentences that would be computed, and no others; nothing is remembered."""
    bare = replace(study, similarities=(), differences=())
    scratch = replace(library, answers=dict(library.answers))  # answers are kept by a study's id, and it has none yet
    return _compared(scratch, bare, _comparisons(scratch, bare), language, TERMS[language])


def _comparisons(library: Library, prior: Study) -> tuple[FacetComparison, ...]:
    focal = focal_study(library)
    if focal is None:
        return ()
    names = [facet.name for facet in facets(library).values() if facet.name not in NARRATIVE_FACETS]
    sides = (in_order(library, focal), in_order(library, prior))
    return compare(*sides, names, kinds_above(library), exclusive_facets(library), disputed_statements(library))


def at_a_glance(library: Library, prior: Study) -> dict[str, tuple[str, ...]]:
    """Facets by `shared`, `differing` and `not_comparable`; partly shared ones stand in both of the first two."""
    found = [c for c in facet_comparisons(library, prior) if not _empty(c)]
    return {
        "shared": tuple(c.facet for c in found if c.outcome in ("equal", "overlap", "broader", "both-absent")),
        "differing": tuple(c.facet for c in found if c.outcome in ("overlap", "disjoint", "absent", "not-mentioned")),
        "not_comparable": tuple(c.facet for c in found if c.outcome in ("unread", "conflict")),
    }


def _empty(comparison: FacetComparison) -> bool:
    """A facet of which neither side says anything is no row of the comparison."""
    return comparison.outcome == "unread" and comparison.missing == ("ours", "theirs")


def _compared(library: Library, study: Study, found: tuple[FacetComparison, ...], language: str, terms: Terms) -> Study:
    naming = _naming(library, study, language, terms)
    foreign = foreign_terms(library)

    def marked(text: str) -> str:
        return emphasise(text, foreign) if language == "id" else text

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


def _naming(library: Library, study: Study, language: str, terms: Terms) -> Naming:
    citation = cite_work(study.work, terms) if study.work else study.label
    name = work_names(study.work, terms) if study.work else study.label
    focal = focal_study(library)
    both = [study, focal] if focal else [study]
    quantitative = all(_approach(side) == {"quantitative"} for side in both)
    labels, owner = facet_words(library, language), aspect_owner(library, language)
    future = library.configuration.tense == "proposal"
    return Naming(citation, name, labels, owner, quantitative, synonyms(library, language), future)


def facet_words(library: Library, language: str) -> dict[str, str]:
    """What each facet is called inside a sentence, by its name."""
    return library.remember(
        ("facet-words", language),
        lambda: {facet.name: in_running_text(facet.labels[language]) for facet in facets(library).values()},
    )


def in_running_text(label: str) -> str:
    """A label inside a sentence: a first capital goes, those of abbreviations and names stay."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def aspect_owner(library: Library, language: str) -> str:
    """The concept whose aspects the frame lists, with what joins it to "aspek": " jejaring kerja"."""
    found = frame(library)
    if found is None:
        return ""
    label = labels_of(library, library.base + found.owner)[language]
    return f" {label}" if language == "id" else f" of {label}"


def synonyms(library: Library, language: str) -> dict[str, set[str]]:
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


def exclusive_facets(library: Library) -> set[str]:
    """Facets of which a study has one value only."""
    return library.remember(
        "exclusive", lambda: {short_id(library.base, row["facet"] or "") for row in ask(library, "exclusive_facets")}
    )


def kinds_above(library: Library) -> Above:
    """For each value all values it is a kind of."""
    return above(library)
