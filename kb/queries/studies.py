"""Studies with everything that is stated of them."""

from __future__ import annotations

from collections import defaultdict
from typing import cast

from kb.model.study import Basis, FacetValue, Sentence, State, Study
from kb.model.work import Work
from kb.queries.facets import facets
from kb.queries.labels import label_of, labels_of, note_of
from kb.queries.lists import list_items
from kb.queries.passages import passage_of
from kb.queries.question import Row, ask
from kb.queries.works import works
from kb.store.library import Library
from kb.vocabulary import FACET, KAJIAN, short_id

_BASIS = {"by-source": "stated", "by-reader": "interpreted"}


def studies(library: Library) -> tuple[Study, ...]:
    """The focal study first, then the prior ones in the review's order, then any other by id."""
    return library.recall("studies", lambda: _gather(library))


def prior_studies(library: Library) -> tuple[Study, ...]:
    """All but the focal one."""
    return tuple(study for study in studies(library) if not study.focal)


def focal_study(library: Library) -> Study | None:
    """The student's own study."""
    return next((study for study in studies(library) if study.focal), None)


def frame_of(library: Library) -> str | None:
    """IRI of the typology whose members are the aspects that the focal study uses."""
    return next((row["frame"] for row in ask(library, "review") if row["frame"]), None)


def _gather(library: Library) -> tuple[Study, ...]:
    review = ask(library, "review")
    focal = {row["focal"] for row in review}
    order = [item for row in review for item in list_items(library, row["priors"])]
    rank = {iri: position for position, iri in enumerate(order)}
    statements: dict[str, list[Row]] = defaultdict(list)
    for row in ask(library, "statements"):
        statements[row["study"] or ""].append(row)
    sentences = _sentences(library)
    found = {row["study"] or "": row["work"] for row in ask(library, "studies")}
    ordered = sorted(found, key=lambda iri: (iri not in focal, rank.get(iri, len(rank)), iri))
    return tuple(
        Study(
            id=short_id(library.base, iri),
            label=_label(library, iri, works(library).get(found[iri] or "")),
            work=works(library).get(found[iri] or ""),
            focal=iri in focal,
            facets=_facets(library, statements[iri]),
            similarities=sentences.get((iri, "Similarity"), ()),
            differences=sentences.get((iri, "Difference"), ()),
            note=note_of(library, iri),
        )
        for iri in ordered
    )


def _label(library: Library, iri: str, work: Work | None) -> str:
    """What the notes call a study, with the letter that sets its year apart from another's."""
    label = label_of(library, iri)
    return f"{label[:-1]}{work.letter})" if work and work.letter and label.endswith(f"({work.year})") else label


def _facets(library: Library, rows: list[Row]) -> dict[str, tuple[FacetValue, ...]]:
    by_facet: dict[str, list[FacetValue]] = defaultdict(list)
    seen: set[str | None] = set()
    for row in rows:
        if row["statement"] not in seen:
            seen.add(row["statement"])
            value = _value(library, row)
            by_facet[value.facet].append(value)
    order = {facet.name: place for place, facet in enumerate(facets(library).values())}
    return {
        name: tuple(sorted(by_facet[name], key=_position))
        for name in sorted(by_facet, key=lambda name: (order.get(name, len(order)), name))
    }


def _position(value: FacetValue) -> tuple[int, str]:
    place = value.passage
    return (place.start if place and place.start is not None else 1 << 40, value.id)


def _value(library: Library, row: Row) -> FacetValue:
    value = row["value"]
    state = (row["state"] or FACET + "stated").removeprefix(FACET)
    basis = (row["basis"] or FACET + "by-source").removeprefix(FACET)
    return FacetValue(
        id=short_id(library.base, row["statement"] or ""),
        facet=short_id(library.base, row["facet"] or ""),
        value=short_id(library.base, value) if value else None,
        text=row["text"] or (label_of(library, value) if value and state == "stated" else None),
        state=cast(State, state),
        basis=cast(Basis, _BASIS.get(basis, "stated")),
        passage=passage_of(library, row["passage"]),
        labels=labels_of(library, value),
        language=row["language"] or "id",
        locator=row["locator"],
    )


def _sentences(library: Library) -> dict[tuple[str, str], tuple[Sentence, ...]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in ask(library, "comparisons"):
        grouped[row["comparison"] or ""].append(row)
    order = {iri: place for place, iri in enumerate(facets(library))}
    found: dict[tuple[str, str], list[Sentence]] = defaultdict(list)
    for iri in sorted(grouped):
        rows = grouped[iri]
        spoken = sorted({row["facet"] for row in rows if row["facet"]}, key=lambda facet: (order.get(facet, 99), facet))
        passage = passage_of(library, rows[0]["passage"])
        key = (rows[0]["study"] or "", (rows[0]["kind"] or "").removeprefix(KAJIAN))
        found[key].append(
            Sentence(
                text=rows[0]["text"] or "",
                origin="asserted",
                facets=tuple(short_id(library.base, facet) for facet in spoken),
                basis="stated",
                passages=(passage,) if passage else (),
                id=short_id(library.base, iri),
                based_on=rows[0]["basis"],
            )
        )
    return {key: tuple(sentences) for key, sentences in found.items()}
