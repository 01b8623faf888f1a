"""The gap of a project without a frame: two things that this study joins and none of those reviewed does."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from kb.model.narrative import Paragraph
from kb.model.study import FacetValue, Study
from kb.queries.facets import facets
from kb.queries.studies import focal_study
from kb.review.clauses import Manner, join, say
from kb.review.comparison import facet_words, kinds_above
from kb.review.grammar import GRAMMARS
from kb.review.numerals import cardinal
from kb.review.order import relied_on
from kb.review.similarity import NARRATIVE_FACETS, distinct
from kb.store.library import Library

_FEWEST = 2
_NO_GAP = frozenset({"location", "sampling", "relevance"})
"""Another place or another way to draw a sample is no contribution."""


def crossed_gap(library: Library, chosen: Sequence[Study], language: str) -> Paragraph:
    """The first pair of facets whose values this study joins and none of the studies read for both does.

    An empty paragraph where fewer than two studies were read for both, or one of them has the pair.
    """
    own = focal_study(library)
    focal = relied_on(library, own) if own else None
    names = [f.name for f in facets(library).values() if f.name not in NARRATIVE_FACETS | _NO_GAP]
    for first, second in combinations(names, 2) if focal else ():
        mine = [distinct(focal.facets.get(name, ())) for name in (first, second)] if focal else []
        if all(_comparable(values) for values in mine) and (found := _apart(library, chosen, (first, second), mine)):
            return _paragraph(library, found, (first, second), mine, language)
    return Paragraph("gap", "")


def _comparable(values: Sequence[FacetValue]) -> bool:
    """People in words of their own ("60 siswa kelas VIII") are nobody else's: that no study has them says nothing."""
    return bool(values) and all(value.value or value.facet != "subjects" for value in values)


def _apart(
    library: Library, chosen: Sequence[Study], names: tuple[str, str], mine: Sequence[Sequence[FacetValue]]
) -> list[Study]:
    """The studies read for both facets, where none has all that this study has of both; else nothing."""
    read = [relied_on(library, study) for study in chosen if all(study.facets.get(name) for name in names)]
    above = kinds_above(library)

    def has(study: Study) -> bool:
        return all(
            any(v.key == value.key or value.key in above.get(v.key, ()) for v in distinct(study.facets.get(name, ())))
            for name, values in zip(names, mine, strict=True)
            for value in values
        )

    return read if len(read) >= _FEWEST and not any(has(study) for study in read) else []


def _paragraph(
    library: Library,
    read: Sequence[Study],
    names: tuple[str, str],
    mine: Sequence[Sequence[FacetValue]],
    language: str,
) -> Paragraph:
    grammar, labels = GRAMMARS[language], facet_words(library, language)
    clauses = [
        clause
        for name, values in zip(names, mine, strict=True)
        for clause in say(grammar, name, values, labels[name], Manner())
    ]
    future = library.configuration.tense == "proposal"
    does, number = join(grammar, clauses), cardinal(len(read), language)
    ours = join(grammar, clauses, future=future)
    if language == "id":
        text = (
            f"Dari {number} penelitian terdahulu yang ditelaah dari kedua segi itu, tidak ada yang {does} sekaligus. "
        )
        text = text.replace(" dari kedua segi itu", f" dari segi {labels[names[0]]} dan {labels[names[1]]}")
        text += f"Oleh karena itu, penelitian ini {ours}."
    else:
        text = f"Of the {number} previous studies reviewed for {labels[names[0]]} and {labels[names[1]]}, none {does} at once. "
        text += f"Therefore this study {ours}."
    values = [value for group in mine for value in group]
    return Paragraph("gap", text, None, names, tuple(dict.fromkeys(v.passage for v in values if v.passage)))
