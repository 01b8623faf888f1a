"""What lies above what in a hierarchy, without ever listing all of it: a chain of thousands has millions of such pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb.model.circles import circles
from kb.queries.question import Row, ask
from kb.store.library import Library
from kb.vocabulary import SKOS, short_id

FARTHEST = 200
"""Things above one thing that are looked for; what people write has about five."""


class Above(Mapping[str, frozenset[str]]):
    """For each thing all things it is a kind of, nearest first up to `FARTHEST`; worked out when it is asked for."""

    def __init__(self, direct: Mapping[str, list[str]]) -> None:
        self._direct = direct
        self._known: dict[str, frozenset[str]] = {}

    def __getitem__(self, thing: str) -> frozenset[str]:
        if thing not in self._known:
            self._known[thing] = frozenset(self._walk(thing))
        return self._known[thing]

    def __iter__(self) -> Iterator[str]:
        return iter(self._direct)

    def __len__(self) -> int:
        return len(self._direct)

    def _walk(self, thing: str) -> Mapping[str, None]:
        seen: dict[str, None] = {}
        level = list(self._direct[thing])
        while level and len(seen) < FARTHEST:
            seen.update(dict.fromkeys(level[:FARTHEST]))
            level = [up for each in level[:FARTHEST] for up in self._direct.get(each, ()) if up not in seen]
        return seen


def above(library: Library) -> Above:
    """The hierarchy of all concepts and values by their ids."""

    def made() -> Above:
        names = {iri: [short_id(library.base, up) for up in ups] for iri, ups in _links(library, "broader").items()}
        return Above({short_id(library.base, iri): ups for iri, ups in names.items()})

    return library.recall("above", made)


def in_circles(library: Library) -> list[Row]:
    """Rows of the rule `hierarchy-cycle`: what lies above itself."""
    direct = _links(library, "broader")
    alone = [thing for thing, over in direct.items() if thing in over]
    found = dict.fromkeys([*alone, *(thing for ring in circles(direct) for thing in ring)])
    return [{"entity": thing, "property": SKOS + "broader", "value": thing} for thing in found]


def related_and_above(library: Library) -> list[Row]:
    """Rows of the rule `related-and-broader`: two things of which one lies above the other, and that are called related."""
    over = Above(_links(library, "broader"))
    pairs = [(thing, other) for thing, others in _links(library, "related").items() for other in others]
    found = dict.fromkeys((a, b) for pair in pairs for a, b in (pair, pair[::-1]) if b in over.get(a, ()))
    return [{"entity": a, "property": SKOS + "related", "value": b} for a, b in found]


def _links(library: Library, name: str) -> dict[str, list[str]]:
    direct: dict[str, list[str]] = {}
    for row in ask(library, "concept_links"):
        if row["link"] == SKOS + name:
            direct.setdefault(row["concept"] or "", []).append(row["other"] or "")
    return direct
