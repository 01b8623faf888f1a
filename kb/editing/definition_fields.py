"""A definition as the flat fields of a form, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, replace

from kb.editing.rebase import Field, Fields
from kb.editing.written import Quote, WrittenCitation, WrittenDefinition, WrittenHop

MOST_HOPS = 6
"""Originator and hosts that a form offers; a longer chain that is there already is shown whole."""


def definition_fields(definition: WrittenDefinition) -> dict[str, Field]:
    """The fields of a form; of several citations the first, the others stay as they are."""
    found: dict[str, Field] = {
        "concept": definition.concept,
        "text": definition.text,
        "language": definition.language,
        "quotation": definition.quotation,
        "note": definition.note,
        "passage": quote_text(definition.passage),
    }
    return found | citation_fields(definition.citations[0] if definition.citations else None)


def definition_of(fields: Fields, held: WrittenDefinition | None = None) -> WrittenDefinition:
    """The definition that the fields say; what no field shows is as in `held`."""
    first = citation_of(fields)
    others = held.citations[1:] if held else ()
    made = WrittenDefinition(
        concept=_text(fields, "concept"),
        text=_text(fields, "text").strip(),
        language=_text(fields, "language") or "id",
        quotation=bool(fields.get("quotation")),
        citations=(*((first,) if first else ()), *others),
        passage=quote_of_text(_text(fields, "passage")),
        note=_text(fields, "note").strip(),
    )
    if held is None:
        return made
    text = held.text if held.text.strip() == made.text else made.text
    return replace(made, text=text)


def citation_fields(citation: WrittenCitation | None, prefix: str = "") -> dict[str, Field]:
    """A citation's fields: how many hops, the words as printed, and each hop's own."""
    hops = citation.hops if citation else ()
    found: dict[str, Field] = {
        f"{prefix}hops": str(len(hops)),
        f"{prefix}printed": citation.printed if citation else "",
    }
    for place, hop in enumerate(hops):
        stem = f"{prefix}hop.{place}"
        found[f"{stem}.people"] = list(hop.people)
        found |= {f"{stem}.{name}": getattr(hop, name) for name in ("name", "year", "locator", "work", "certainty")}
    return found


def citation_of(fields: Fields, prefix: str = "") -> WrittenCitation | None:
    """The citation that the fields say, None where nobody is credited."""
    count = _text(fields, f"{prefix}hops")
    if not count.isdigit() or count == "0":
        return None
    return WrittenCitation(
        tuple(_hop(fields, f"{prefix}hop.{place}") for place in range(int(count))),
        _text(fields, f"{prefix}printed").strip(),
    )


def quote_text(quote: Quote | None) -> str:
    """A passage as one text, for a field that is chosen."""
    return json.dumps(asdict(quote), ensure_ascii=False, sort_keys=True) if quote else ""


def quote_of_text(text: str) -> Quote | None:
    """The passage of such a text."""
    return Quote(**json.loads(text)) if text else None


def quote_choices(quotes: Iterable[Quote], held: str = "") -> dict[str, str]:
    """Passages to choose from, with the words that stand around them; the one held is among them."""
    every = [*quotes, *((quote_of_text(held),) if held else ())]
    return {quote_text(quote): _shown(quote) for quote in every if quote}


def _shown(quote: Quote) -> str:
    words = " ".join(quote.exact.split())
    short = words if len(words) <= 70 else f"{words[:45]} … {words[-20:]}"
    return f"{quote.source}: … {' '.join(quote.prefix.split())[-25:]} «{short}» {' '.join(quote.suffix.split())[:20]} …"


def _hop(fields: Fields, stem: str) -> WrittenHop:
    people = fields.get(f"{stem}.people", [])
    said = {name: _text(fields, f"{stem}.{name}").strip() for name in ("name", "year", "locator", "work")}
    credited = tuple(people) if isinstance(people, list) else ()
    return WrittenHop(credited, certainty=_text(fields, f"{stem}.certainty") or "certain", **said)


def _text(fields: Fields, name: str) -> str:
    value = fields.get(name, "")
    return value if isinstance(value, str) else ""
