"""What the columns of a table of studies hold: as a person says, else as their headings and cells let it be seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kb.editing.cell_values import METHOD_FACETS, CellValues
from kb.editing.ticks import ticked
from kb.errors import InputError
from kb.model.record import Records
from kb.queries.facets import facets
from kb.queries.labels import every_name
from kb.queries.naming import find
from kb.reading.records.headings import AUTHOR, LEVELS, METHOD, NOTE, NUMBER, STUDY, TITLE, YEAR, contents_of
from kb.store.library import Library
from kb.vocabulary import FACET

OF_WORKS = (AUTHOR, YEAR, TITLE, STUDY, "citekey", "doi", "url", "container", "kind", "abstract", "keywords")
"""Contents of the bibliography."""

SENTENCES = ("similarities", "differences")
OTHERS = (NUMBER, METHOD, NOTE, *SENTENCES)
_LEFT_OUT = frozenset({"-", "–", "abaikan", "ignore"})


@dataclass(frozen=True, slots=True)
class Tick:
    """A column that ticks one value of a facet; `crosses` tells that crosses are its ticks."""

    facet: str
    value: str | None
    words: str
    crosses: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and what its cells hold, in order; `known` is False where nothing says so and cells become remarks."""

    heading: str
    contents: tuple[str, ...]
    tick: Tick | None = None
    known: bool = True

    @property
    def shown(self) -> str:
        """What the column was taken for, in words that `--map` takes too."""
        if self.tick:
            return f"{self.tick.facet} = {self.tick.words}"
        return "+".join(self.contents)


def columns_of(library: Library, values: CellValues, records: Records, mapping: Mapping[str, str]) -> list[Column]:
    """Every column; InputError for a heading or content in `mapping` that there is not."""
    asked = {_column(records.columns, name): content for name, content in mapping.items()}
    found = []
    for heading in records.columns:
        texts = [row.cells.get(heading, "") for row in records.rows]
        if heading in asked:
            found.append(Column(heading, _asked(library, asked[heading])))
        else:
            found.append(_guessed(library, values, heading, texts))
    return found


def _column(columns: Sequence[str], name: str) -> str:
    """The heading that a person means: whole, or its lower level."""
    table = {heading: (heading.rpartition(LEVELS)[2], heading.replace(LEVELS, "/")) for heading in columns}
    return find(name, table, "import-map-column")


def _asked(library: Library, words: str) -> tuple[str, ...]:
    if words.strip().casefold() in _LEFT_OUT:
        return ()
    return tuple(content for part in words.split("+") if part.strip() for content in _content(library, part.strip()))


def _content(library: Library, word: str) -> tuple[str, ...]:
    named = {facet.name: every_name(library, iri) for iri, facet in facets(library).items()}
    plain = word.casefold()
    if plain in (*OF_WORKS, *OTHERS) or plain in named:
        return (plain,)
    guessed = contents_of(word)
    if guessed:
        return guessed
    return (find(word, {**named, **{each: () for each in (*OF_WORKS, *OTHERS)}}, "unknown-facet"),)


def _guessed(library: Library, values: CellValues, heading: str, texts: Sequence[str]) -> Column:
    upper, _, lower = heading.rpartition(LEVELS)
    ticks, crosses = ticked(texts)
    if ticks and (tick := _tick(library, values, upper, lower, crosses)):
        return Column(heading, (tick.facet,), tick)
    own = _own_facet(library, lower)
    contents = (own,) if own else contents_of(heading) or _named(library, lower)
    if contents:
        return Column(heading, contents)
    return Column(heading, (NOTE,), known=False)


def _tick(library: Library, values: CellValues, upper: str, lower: str, crosses: bool) -> Tick | None:
    """The value that a ticked column stands for: that of the facet above it, else the only one of that name."""
    over = [each for each in (_own_facet(library, upper), *contents_of(upper)) if each] if upper else []
    names = [facet.name for facet in facets(library).values()]
    wanted = [name for each in over for name in (METHOD_FACETS if each == METHOD else (each,)) if name in names]
    known = values.value_named(lower, wanted or ["aspect", *METHOD_FACETS, *names])
    if known:
        return Tick(known[0], known[1], lower, crosses)
    return Tick(wanted[0], None, lower, crosses) if wanted else None


def _own_facet(library: Library, words: str) -> str | None:
    """The project's own facet of that name."""
    own = {facet.name: every_name(library, iri) for iri, facet in facets(library).items() if not iri.startswith(FACET)}
    return _find(words, own)


def _named(library: Library, words: str) -> tuple[str, ...]:
    found = _find(words, {facet.name: every_name(library, iri) for iri, facet in facets(library).items()})
    return (found,) if found else ()


def _find(words: str, named: Mapping[str, Sequence[str]]) -> str | None:
    try:
        return find(words, named, "unknown-facet") if words and named else None
    except InputError:
        return None
