"""The prose of "Penelitian Terdahulu": a paragraph a study from its facets, the synthesis, the search, the gap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.model.narrative import Narrative, Paragraph
from kb.model.passage import Passage
from kb.model.profile import Profile
from kb.model.study import Study
from kb.queries.search_logs import search_logs
from kb.queries.studies import focal_study, prior_studies
from kb.review.comparison import at_a_glance
from kb.review.coverage import coverage
from kb.review.crosstab_gap import crossed_gap
from kb.review.emphasis import emphasise, foreign_terms
from kb.review.order import relied_on
from kb.review.searches import search_sentence
from kb.review.study_paragraph import StudyTeller
from kb.review.synthesis import Synthesis
from kb.review.view import all_terms, terms_of
from kb.store.library import Library


def narrative(
    library: Library, profile: Profile, selected: Sequence[Study] | None = None, language: str = "id"
) -> Narrative:
    """The prior studies (all, or those selected) told for the thesis, citations in the profile's words."""
    chosen = tuple(prior_studies(library) if selected is None else selected)
    heading = profile.caption_text if language == "id" else profile.caption_text_en
    paragraphs = [_marked(library, paragraph, language) for paragraph in _told(library, profile, chosen, language)]
    return Narrative(
        heading, language, tuple(paragraph for paragraph in paragraphs if paragraph.text), _left_out(library, chosen)
    )


def _told(library: Library, profile: Profile, chosen: Sequence[Study], language: str) -> Iterator[Paragraph]:
    terms = terms_of(profile, language)
    together = Synthesis(library, chosen, language, terms)
    once = ("relevance",) if together.common_relevance() else ()
    for place, study in enumerate(chosen):
        yield StudyTeller(library, study, place, len(chosen), language, terms).paragraph(once)
    if chosen and focal_study(library):
        yield together.shared()
        yield together.differences()
    yield Paragraph("search", " ".join(search_sentence(log, language) for log in search_logs(library)))
    yield gap_paragraph(library, profile, chosen, language)


def gap_paragraph(library: Library, profile: Profile, chosen: Sequence[Study], language: str) -> Paragraph:
    """The gap of the aspects; where the project has none, of two values of this study that no prior one has together."""
    terms = all_terms(profile)
    text = coverage(library, "aspect", chosen, language, terms).gap_sentence[language] if chosen else ""
    if text:
        return Paragraph("gap", text, None, ("aspect",), _rests_on(library, chosen, "aspect"))
    return crossed_gap(library, chosen, language)


def _rests_on(library: Library, chosen: Sequence[Study], facet: str) -> tuple[Passage, ...]:
    own = focal_study(library)
    values = (
        v for study in (*chosen, *((own,) if own else ())) for v in relied_on(library, study).facets.get(facet, ())
    )
    return tuple(dict.fromkeys(value.passage for value in values if value.passage))


def _marked(library: Library, paragraph: Paragraph, language: str) -> Paragraph:
    """The paragraph with foreign terms between asterisks, once each place."""
    return replace(paragraph, text=emphasise(paragraph.text, foreign_terms(library) if language == "id" else None))


def _left_out(library: Library, chosen: Sequence[Study]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = ((study.id, at_a_glance(library, study)["not_comparable"]) for study in chosen)
    return tuple((study, facets) for study, facets in found if facets)
