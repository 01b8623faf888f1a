"""Foreign terms in italics, wherever a computed sentence or a label names them."""

from __future__ import annotations

import re

from kb.queries.labels import names
from kb.store.library import Library


def foreign_terms(library: Library) -> re.Pattern[str] | None:
    """Lower-case terms whose Indonesian label is their English one: the chapter uses them as foreign words.

    Of the shipped values only those of several words: "purposive sampling" is foreign, "longitudinal" is both.
    """
    return library.remember("foreign-terms", lambda: _pattern(library))


def _pattern(library: Library) -> re.Pattern[str] | None:
    terms = {
        known.preferred["id"]
        for iri, known in names(library).items()
        if (iri.startswith(library.base) or " " in known.preferred.get("id", ""))
        and known.preferred.get("id")
        and known.preferred.get("id") == known.preferred.get("en")
        and known.preferred["id"][:1].islower()
    }
    if not terms:
        return None
    ordered = sorted(terms, key=lambda term: (-len(term), term))
    return re.compile(r"(?<![\w*])(?:" + "|".join(map(re.escape, ordered)) + r")(?![\w*])", re.IGNORECASE)


def emphasise(text: str, terms: re.Pattern[str] | None) -> str:
    """The text with foreign terms between asterisks, once each place; what is emphasised already stays."""
    if terms is None:
        return text
    parts = re.split(r"(\*[^*\n]+\*)", text)
    return "".join(part if part.startswith("*") else terms.sub(lambda m: f"*{m.group()}*", part) for part in parts)
