"""What goes into the "berkas bimbingan": the same answers as everywhere, gathered."""

from __future__ import annotations

from collections.abc import Sequence

from kb.audit.notes import quick_findings
from kb.locale import translator
from kb.model.brief import Brief
from kb.model.profile import Profile
from kb.model.study import Study
from kb.queries.concept_map import overview
from kb.queries.concepts import concepts
from kb.queries.definitions import definitions
from kb.queries.studies import prior_studies
from kb.review.comparison import facet_words
from kb.review.coverage import coverage
from kb.review.layout import place
from kb.review.narrative import narrative
from kb.review.searches import date_words
from kb.review.table import comparison_table
from kb.review.view import all_terms
from kb.store.library import Library


def brief(
    library: Library,
    profile: Profile,
    selected: Sequence[Study] | None = None,
    language: str = "id",
    today: str = "",
) -> Brief:
    """The brief of a project, of all its prior studies or of those selected; `today` as `2024-03-12`."""
    chosen = tuple(prior_studies(library) if selected is None else selected)
    drawn = overview(library, language)
    told = narrative(library, profile, chosen, language)
    return Brief(
        title=library.configuration.title or translator(language)("Tinjauan pustaka"),
        language=language,
        table=comparison_table(library, profile, None, chosen, "best", language),
        matrix=coverage(library, "aspect", chosen, language, all_terms(profile)),
        map=place(drawn) if drawn.nodes else None,
        narrative=told,
        findings=quick_findings(library),
        unread=_unread(library, chosen, dict(told.left_out), language),
        counts=_counts(library, chosen, language),
        made=date_words(today, language),
    )


def _unread(
    library: Library, chosen: Sequence[Study], left_out: dict[str, tuple[str, ...]], language: str
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    labels = facet_words(library, language)
    return tuple(
        (study.label, tuple(labels.get(facet, facet) for facet in left_out[study.id]))
        for study in chosen
        if study.id in left_out
    )


def _counts(library: Library, chosen: Sequence[Study], language: str) -> tuple[tuple[int, str], ...]:
    _ = translator(language)
    return (
        (len(chosen), _("penelitian terdahulu")),
        (len(concepts(library)), _("konsep")),
        (len(definitions(library)), _("pengertian")),
    )
