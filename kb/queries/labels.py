"""What things are called, in both languages."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from kb.queries.question import ask
from kb.store.library import Library
from kb.vocabulary import SKOS, short_id

_PREFERRED, _ALTERNATIVE, _HIDDEN = (NamedNode(SKOS + f"{kind}Label") for kind in ("pref", "alt", "hidden"))


@dataclass(slots=True)
class Names:
    """The labels of one thing that are shown: `preferred` by language, synonyms by language."""

    preferred: dict[str, str] = field(default_factory=dict)
    alternative: dict[str, list[str]] = field(default_factory=dict)

    def shown(self) -> list[str]:
        """Every one of them, the preferred first."""
        return [*self.preferred.values(), *(label for group in self.alternative.values() for label in group)]


def names(library: Library) -> dict[str, Names]:
    """Labels by IRI."""
    return library.recall("labels", lambda: _gather(library))


def _gather(library: Library) -> dict[str, Names]:
    # read from the store and not asked: every page needs all of them again after each save of anybody
    found: dict[str, Names] = defaultdict(Names)
    for quad in library.store.quads_for_pattern(None, _PREFERRED, None, None):
        entry, label, language = found[_value(quad.subject)], _value(quad.object), _language(quad.object)
        entry.preferred[language] = min(label, entry.preferred.get(language, label))
    synonyms = {
        (_value(quad.subject), _language(quad.object), _value(quad.object))
        for quad in library.store.quads_for_pattern(None, _ALTERNATIVE, None, None)
    }
    for thing, language, label in sorted(synonyms):
        found[thing].alternative.setdefault(language, []).append(label)
    return dict(found)


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))


def _language(term: object) -> str:
    return getattr(term, "language", None) or "id"


def hidden_labels(library: Library, iri: str) -> tuple[str, ...]:
    """Misspellings and other wordings by which a thing is found, never shown."""
    return library.recall("hidden-labels", lambda: _hidden(library)).get(iri, ())


def _hidden(library: Library) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for quad in library.store.quads_for_pattern(None, _HIDDEN, None, None):
        found[_value(quad.subject)].add(_value(quad.object))
    return {iri: tuple(sorted(labels)) for iri, labels in found.items()}


def every_name(library: Library, iri: str) -> list[str]:
    """All that a thing may be called by: what is shown first, then what is hidden."""
    return [*names(library).get(iri, Names()).shown(), *hidden_labels(library, iri)]


def labels_of(library: Library, iri: str | None) -> dict[str, str]:
    """Preferred labels by language; each language that is missing falls back to the other, then to the id."""
    if iri is None:
        return {}
    known = names(library).get(iri, Names()).preferred
    fallback = known.get("id") or known.get("en") or next(iter(known.values()), short_id(library.base, iri))
    return {"id": known.get("id", fallback), "en": known.get("en", fallback)}


def note_of(library: Library, iri: str) -> str | None:
    """The note beside a thing: the Indonesian one, else any."""
    return library.recall("notes", lambda: _notes(library)).get(iri)


def _notes(library: Library) -> dict[str, str]:
    rows = sorted(ask(library, "notes"), key=lambda row: (row["language"] != "id", row["note"] or ""))
    found: dict[str, str] = {}
    for row in rows:
        found.setdefault(row["thing"] or "", row["note"] or "")
    return found


def label_of(library: Library, iri: str, language: str = "id") -> str:
    """The preferred label in `language`, or the best there is."""
    return labels_of(library, iri)[language]
