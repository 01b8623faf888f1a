"""All ways in which a work or a chain is cited in a style: what a form shows, what a student copies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.citing.csl_files import Style
from kb.citing.secondary import cited
from kb.citing.style import printed, with_citations
from kb.model.definition import Attribution
from kb.model.text import Runs
from kb.store.bibliography_entry import Entry
from kb.store.derived import Derived


@dataclass(frozen=True, slots=True)
class Ways:
    """In brackets, in a sentence, and the entry of the list (None where the work that was read is not known)."""

    parenthetical: Runs
    narrative: Runs
    entry: Runs | None = None


def ways_of(
    attributions: Sequence[Attribution],
    entries: Sequence[Entry],
    style: Style,
    language: str = "id",
    kept: Derived | None = None,
) -> tuple[Ways, ...]:
    """The ways of each attribution; `entries` are those of the bibliography."""
    if not attributions:
        return ()
    held = [(each.via or (each.originator,))[0] for each in attributions]
    read = {hop.citekey for hop in held if hop.citekey}
    listed = [entry for entry in entries if entry.key in read]
    others = [entry for entry in entries if entry.key not in read]
    twice = [*attributions, *attributions]
    forms = [False] * len(attributions) + [True] * len(attributions)
    runs = cited(twice, forms, listed, style, language, kept, others if style.category == "note" else ())
    lines = (
        {r.citekey: r.runs for r in printed(listed, style, language, kept=kept).references.references} if listed else {}
    )
    half = len(attributions)
    return tuple(
        Ways(runs[place], runs[half + place], lines.get(hop.citekey or "") if hop.confirmed else None)
        for place, hop in enumerate(held)
    )


def ways_of_works(
    entries: Sequence[Entry], style: Style, language: str = "id", kept: Derived | None = None
) -> dict[str, Ways]:
    """The ways of works cited on their own, by key."""
    if not entries:
        return {}
    found = {}
    for reference in with_citations(entries, style, language, kept).references:
        first, second = (*reference.in_text.values(), (), ())[:2]
        found[reference.citekey] = Ways(first, second, reference.runs)
    return found
