"""The checks of a draft: name, the highest severity it speaks with, and the function that answers it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from kb.audit import (
    bibliography,
    captions,
    citations,
    counts,
    definitions,
    leftovers,
    numbering,
    people,
    quotations,
    secondary,
    sources,
    spellings,
    style,
    tables,
)
from kb.audit.chapter import Chapter
from kb.findings import Finding, Severity


class Check(NamedTuple):
    """A check of a draft."""

    name: str
    severity: Severity
    function: Callable[[Chapter], Iterable[Finding]]


CHECKS: tuple[Check, ...] = (
    Check("no-bibliography", "warning", citations.no_bibliography),
    Check("cited-not-listed", "error", citations.cited_not_listed),
    Check("listed-not-cited", "warning", citations.listed_not_cited),
    Check("citation-year-differs", "warning", citations.year_differs),
    Check("citation-name-differs", "warning", citations.name_differs),
    Check("ambiguous-citation", "warning", citations.ambiguous),
    Check("citation-without-year", "warning", citations.without_year),
    Check("host-not-listed", "error", secondary.host_not_listed),
    Check("host-without-year", "warning", secondary.host_without_year),
    Check("host-older-than-original", "warning", secondary.host_older),
    Check("two-hosts", "warning", secondary.two_hosts),
    Check("secondary-share", "warning", secondary.secondary_share),
    Check("person-spellings", "warning", people.person_spellings),
    Check("name-in-small-letters", "warning", people.small_letters),
    Check("similar-definitions", "info", definitions.similar_definitions),
    Check("row-names-another-study", "error", tables.row_names_another),
    Check("row-differs-from-bibliography", "warning", tables.row_against_bibliography),
    Check("row-differs-from-prose", "warning", tables.row_against_prose),
    Check("own-method-differs", "warning", tables.own_method_differs),
    Check("study-missing-from-table", "warning", tables.missing_from_table),
    Check("study-missing-from-prose", "warning", tables.missing_from_prose),
    Check("header-repeated", "info", tables.header_repeated),
    Check("list-count-differs", "error", counts.list_count_differs),
    Check("ordinal-differs", "warning", counts.ordinal_differs),
    Check("number-doubled", "warning", counts.number_doubled),
    Check("item-repeated", "warning", counts.item_repeated),
    Check("heading-order", "error", numbering.heading_order),
    Check("list-order", "error", numbering.list_order),
    Check("chapter-title-order", "warning", numbering.chapter_title_order),
    Check("caption-form", "warning", captions.caption_form),
    Check("table-without-caption", "warning", captions.table_without_caption),
    Check("table-without-source", "info", captions.table_without_source),
    Check("source-claims-others", "warning", captions.source_claims_others),
    Check("quotation-unbalanced", "warning", quotations.unbalanced),
    Check("quotation-without-page", "warning", quotations.without_page),
    Check("quoted-title-differs", "warning", quotations.quoted_title_differs),
    Check("place-spellings", "warning", spellings.place_spellings),
    Check("mixed-citation-style", "info", style.mixed_style),
    Check("citation-punctuation", "info", style.punctuation),
    Check("menurut-doubled", "info", style.according_doubled),
    Check("words-repeated", "info", style.words_repeated),
    Check("punctuation-doubled", "info", style.punctuation_doubled),
    Check("placeholder-left", "error", leftovers.placeholder_left),
    Check("broken-reference", "error", leftovers.broken_reference),
    Check("few-sources", "warning", sources.few_sources),
    Check("old-sources", "warning", sources.old_sources),
    Check("entry-people", "warning", bibliography.entry_people),
    Check("entry-year", "warning", bibliography.entry_year),
    Check("entry-duplicate", "warning", bibliography.entry_duplicate),
)
"""In the order of a report's groups."""

OTHER_CHECKS = ("part-missing", "draft-encoding", "allowance-stale", "allowance-incomplete")
"""Names of findings that reading and allowances give."""
