"""What a cell of a table of studies says of a facet: known values by their words, everything else as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kb.model.study import Basis, State
from kb.queries.concepts import concepts
from kb.queries.facets import facets
from kb.queries.labels import every_name
from kb.review.selection import lent_values, values_of
from kb.store.library import Library

METHOD_FACETS = ("approach", "design", "data-collection", "sampling", "analysis")
TOLD = frozenset({"aim", "findings", "limitations", "relevance"})
"""Facets whose cells are prose: each paragraph is one statement."""

_CONCEPTS_OF = frozenset({"topic", "theory", "aspect"})
"""Facets whose values may be concepts of the chapter."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POINT = re.compile(r"^\s*(?:[-–•▪●*➢✓]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
_PARTS = re.compile(r"\s*(?:[,;/&]|\b(?:dan|serta|and)\b)\s*", re.IGNORECASE)
_NEGATION = frozenset({"tidak", "bukan", "tanpa", "non", "belum", "not", "without"})
_FILLER = frozenset(
    [
        "metode",
        "metoda",
        "metodologi",
        "penelitian",
        "menggunakan",
        "pendekatan",
        "desain",
        "dengan",
        "jenis",
        "teknik",
        "secara",
        "melalui",
        "berupa",
        "yaitu",
        "yakni",
        "adalah",
        "bersifat",
        "ini",
        "yang",
        "dan",
        "serta",
        "dalam",
        "pada",
        "data",
        "analisis",
        "pengumpulan",
        "penentuan",
        "pengambilan",
        "sampel",
        "informan",
        "studi",
        "riset",
        "memakai",
        "digunakan",
        "dipakai",
        "berjenis",
        "tipe",
        "model",
        "metodenya",
        "ialah",
        "merupakan",
        "using",
        "with",
        "method",
        "methods",
        "research",
        "approach",
        "design",
        "study",
        "the",
        "a",
        "an",
        "of",
        "and",
        "data",
        "analysis",
        "collection",
        "technique",
        "sampling",
    ]
)
_ABOUT = frozenset({"meneliti", "mengkaji", "membahas", "menganalisis", "berfokus", "tentang", "mengenai", "studies"})
"""Verbs of what a study is about."""

UNREAD = re.compile(
    r"[-–—_.?\s]*|n/?a|belum(?: (?:dibaca|diisi|diketahui|ada))?|#n/a|tbd|nan|null"
    r"|(?:tidak|tdk) (?:menggunakan|memakai|digunakan|dipakai)\.?|(?:not|none) used|none",
    re.IGNORECASE,
)
"""What names no value. "Tidak menggunakan" leaves open what is not used, and whether the source or its reader says so."""
_SILENT = re.compile(
    r"(?:(?:tidak|tdk) (?:ada(?: keterangan)?|disebut(?:kan)?|dijelaskan|dicantumkan|diketahui|diuraikan|ditemukan)"
    r"(?: (?:secara (?:jelas|eksplisit|rinci)|dalam .*|oleh .*|di .*))?"
    r"|(?:not|un) ?(?:mentioned|stated|specified|reported|available|given)|tanpa keterangan|nihil)\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: a concept's id or None, the words, how it stands and on what basis."""

    facet: str
    value: str | None
    words: str
    state: State = "stated"
    basis: Basis = "stated"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell came to; `more` tells that words beside the values are kept with them."""

    said: tuple[Said, ...] = ()
    unread: bool = False
    more: bool = False


@dataclass(slots=True)
class CellValues:
    """Knows the values of a project's facets by all their names."""

    library: Library
    _known: dict[str, dict[tuple[str, ...], str]] = field(default_factory=dict)

    def read(self, facet: str, text: str) -> Reading:
        """The statements of a cell under one facet."""
        if UNREAD.fullmatch(text):
            return Reading(unread=bool(text))
        if _SILENT.fullmatch(" ".join(text.split())):
            return Reading((Said(facet, None, "", "not-in-source", "interpreted"),))
        if facet in TOLD:
            return Reading(tuple(Said(facet, None, part) for part in paragraphs(prose(text))))
        found: list[Said] = []
        more = False
        for clause in _clauses(text):
            said, left = self._clause(facet, clause)
            found += said
            more = more or left
        return Reading(tuple(dict.fromkeys(found)), more=more)

    def method(self, text: str) -> Reading:
        """The statements of a cell about method: each known value under its own facet, the rest as design."""
        if UNREAD.fullmatch(text):
            return Reading(unread=bool(text))
        if _SILENT.fullmatch(" ".join(text.split())):
            return Reading(tuple(Said(each, None, "", "not-in-source", "interpreted") for each in METHOD_FACETS[:2]))
        found: list[Said] = []
        more = False
        for clause in _clauses(text):
            spans = self._method_spans(clause)
            left = _left(clause, [span for _, _, span in spans])
            if not spans:
                found.append(Said("design", None, clause))
            found += [Said(facet, value, clause if left else _cut(clause, span)) for facet, value, span in spans]
            more = more or bool(spans and left)
        return Reading(tuple(dict.fromkeys(found)), more=more)

    def value_named(self, words: str, facets: Sequence[str]) -> tuple[str, str] | None:
        """The facet and value that the whole of `words` names, the first of the facets that has it."""
        key = _tokens(words)
        return next(((facet, self._table(facet)[key]) for facet in facets if key in self._table(facet)), None)

    def spoken_of(self, sentence: str) -> tuple[str, ...]:
        """The facets that a sentence of comparison names, by their own names or by a value's."""
        tokens = _tokens(sentence)
        found = []
        for iri, facet in facets(self.library).items():
            if facet.name in TOLD:
                continue
            named = any(_holds(tokens, _tokens(name)) for name in every_name(self.library, iri))
            about = facet.name == "topic" and _ABOUT & set(tokens)
            if named or about or self._spans(facet.name, sentence):
                found.append(facet.name)
        return tuple(found)

    def _method_spans(self, clause: str) -> list[tuple[str, str, tuple[int, int]]]:
        found: list[tuple[str, str, tuple[int, int]]] = []
        for facet in METHOD_FACETS:
            covered = [span for name, _, span in found if name in ("approach", "design")]
            for value, span in self._spans(facet, clause):
                if facet != "analysis" or _left(_cut(clause, span), _moved(covered, span)):
                    found.append((facet, value, span))
        return found

    def _clause(self, facet: str, clause: str) -> tuple[list[Said], bool]:
        table = self._table(facet)
        whole = table.get(_tokens(clause)) or self._lent(facet, clause)
        if whole:
            return [Said(facet, whole, clause)], False
        parts = [part for part in _PARTS.split(clause) if part.strip()]
        if len(parts) > 1 and any(_tokens(part) in table for part in parts):
            return [Said(facet, table.get(_tokens(part)), part.strip()) for part in parts], False
        if facet in METHOD_FACETS:
            spans = self._spans(facet, clause)
            left = _left(clause, [span for _, span in spans])
            if spans:
                return [Said(facet, value, clause if left else _cut(clause, span)) for value, span in spans], left
        return [Said(facet, None, clause)], False

    def _spans(self, facet: str, clause: str) -> list[tuple[str, tuple[int, int]]]:
        """Known values within a clause, the longest first met, none behind a negation."""
        table = self._table(facet)
        longest = max((len(key) for key in table), default=0)
        words = list(_WORD.finditer(clause))
        tokens = [match.group().casefold() for match in words]
        found: list[tuple[str, tuple[int, int]]] = []
        at = 0
        while at < len(tokens):
            size = next(
                (n for n in range(min(longest, len(tokens) - at), 0, -1) if tuple(tokens[at : at + n]) in table), 0
            )
            if size and not _NEGATION & set(tokens[max(0, at - 2) : at]):
                value = table[tuple(tokens[at : at + size])]
                if value not in (known for known, _ in found):
                    found.append((value, (words[at].start(), words[at + size - 1].end())))
            at += max(size, 1)
        return found

    def _table(self, facet: str) -> dict[tuple[str, ...], str]:
        """Names of the facet's values as words; a preferred name goes before another's synonym."""
        if facet not in self._known:
            table: dict[tuple[str, ...], str] = {}
            for _place, name in sorted(self._names(facet), key=lambda each: each[0]):
                if key := _tokens(name[1]):
                    table.setdefault(key, name[0])
            self._known[facet] = table
        return self._known[facet]

    def _lent(self, facet: str, clause: str) -> str | None:
        """The value of another facet that the whole of a clause names, for a facet without values of its own.

        A variable "PBL" is the learning model that another study calls "problem-based learning".
        """
        lent = lent_values(self.library, facet).items()
        bearers = {value for value, names in lent if _tokens(clause) in map(_tokens, names)}
        return bearers.pop() if len(bearers) == 1 else None

    def _names(self, facet: str) -> Iterator[tuple[int, tuple[str, str]]]:
        for value, labels in values_of(self.library, facet).items():
            yield from ((place, (value, label)) for place, label in enumerate((*labels, value)))
        if facet in _CONCEPTS_OF:
            for iri, concept in concepts(self.library).items():
                names = every_name(self.library, iri)
                yield from ((place, (concept.id, label)) for place, label in enumerate(names))


def prose(text: str) -> str:
    """A cell of running text: lines that only the width of the cell broke are joined."""
    joined = ""
    for line in text.split("\n"):
        goes_on = joined and line[:1].islower() and joined[-1] not in ".:;!?"
        joined += (" " if goes_on else "\n" if joined else "") + line
    return joined


def paragraphs(text: str) -> list[str]:
    """The paragraphs or points of a cell, without their marks."""
    found = [_POINT.sub("", line).strip() for line in text.split("\n")]
    return [line for line in found if line]


def _clauses(text: str) -> list[str]:
    return [part.strip(" .") for line in paragraphs(text) for part in re.split(r";\s*", line) if part.strip(" .")]


def _tokens(words: str) -> tuple[str, ...]:
    return tuple(match.group().casefold() for match in _WORD.finditer(words))


def _holds(tokens: tuple[str, ...], name: tuple[str, ...]) -> bool:
    size = len(name)
    return size > 0 and any(tokens[at : at + size] == name for at in range(len(tokens) - size + 1))


def _cut(text: str, span: tuple[int, int]) -> str:
    return text[span[0] : span[1]]


def _moved(spans: Sequence[tuple[int, int]], within: tuple[int, int]) -> list[tuple[int, int]]:
    return [
        (max(start, within[0]) - within[0], min(end, within[1]) - within[0]) for start, end in spans if end > within[0]
    ]


def _left(clause: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether words that say something stand outside the spans."""
    for match in _WORD.finditer(clause):
        inside = any(start <= match.start() and match.end() <= end for start, end in spans)
        if not inside and match.group().casefold() not in _FILLER:
            return True
    return False
