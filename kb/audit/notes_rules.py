"""Shapes and "expect no rows" rules of the vocabulary, held against the notes."""

from __future__ import annotations

from collections.abc import Iterator

from kb.findings import Finding, Place
from kb.queries.rules import broken
from kb.store.library import Library
from kb.store.places import place_of
from kb.store.shapes import LONGEST_LIST, MOST, longest_list, size, violations
from kb.vocabulary import short_id


def broken_shapes(library: Library) -> Iterator[Finding]:
    """Shapes of `ontology/shapes.ttl`; the words are the shape's own."""
    if (longest := longest_list(library)) > LONGEST_LIST:
        yield Finding("list-too-long", "warning", params={"count": longest, "limit": LONGEST_LIST})
        return
    if size(library) > MOST:
        yield Finding("too-many-for-shapes", "warning", params={"count": size(library), "limit": MOST})
        return
    seen: set[tuple[str, str]] = set()
    found = list(violations(library))
    for result in sorted(found, key=lambda r: (r.focus, r.path, sorted(r.messages.values()))):
        message = result.messages.get("id") or next(iter(result.messages.values()), result.shape)
        if (result.focus, message) in seen:
            continue
        seen.add((result.focus, message))
        name = short_id(library.base, result.focus)
        yield Finding(
            "notes-shape",
            result.severity,
            _place(library, result.focus),
            {"subject": name, "message_id": message, "message_en": result.messages.get("en", message)},
            about=(name,),
        )


def broken_rules(library: Library) -> Iterator[Finding]:
    """Rules of `ontology/checks/*.rq`; each names its problem and its remedy in its header."""
    if longest_list(library) > LONGEST_LIST:
        return  # told with the shapes
    for rule, row in broken(library):
        name = short_id(library.base, row["entity"] or "")
        shown = " / ".join(short_id(library.base, part) for part in (row["value"] or "").split(" / "))
        detail = f" ({shown})" if shown else ""
        yield Finding(
            "notes-rule",
            rule.severity,
            _place(library, row["entity"] or ""),
            {
                "subject": name,
                "rule": rule.name,
                "problem": rule.problem["id"] + detail,
                "problem_en": rule.problem["en"] + detail,
                "fix": rule.fix["id"],
                "fix_en": rule.fix["en"],
            },
            about=(name,),
        )


def _place(library: Library, iri: str) -> Place:
    return place_of(library, iri) if ":" in iri and not iri.startswith("_:") else Place()
