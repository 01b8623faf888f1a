"""Checks of what is stated of studies and of the sentences that compare them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from kb.audit.notes_texts import place_in_draft
from kb.findings import Finding
from kb.model.study import FacetValue, Sentence, Study
from kb.queries.facets import facets
from kb.queries.studies import prior_studies, studies
from kb.review.comparison import at_a_glance, exclusive_facets, kinds_above
from kb.review.disputes import disputed_sentences
from kb.review.written import Doubt, doubts
from kb.store.library import Library


def names_another_study(library: Library) -> Iterator[Finding]:
    """A sentence in one study's row that names the author of another: most often left over from copying."""
    disputed = disputed_sentences(library)
    labels = {study.id: study.label for study in studies(library)}
    for study in prior_studies(library):
        for sentence in (*study.similarities, *study.differences):
            others = disputed.get(sentence.id or "", ())
            if others:
                passage = sentence.passages[0] if sentence.passages else None
                yield Finding(
                    "comparison-names-another-study",
                    "error",
                    place_in_draft(library, passage, sentence.text),
                    {"row": study.label, "others": ", ".join(labels[other] for other in others)},
                    citekeys=(study.work.citekey,) if study.work else (),
                    about=(sentence.id or "", study.id),
                )


def contradicts_facets(library: Library) -> Iterator[Finding]:
    """A similarity about a facet in which the two only differ, or a difference about one in which they only agree."""
    return _doubted(library, "contradicted", "comparison-contradicts-facets")


def outdated_sentence(library: Library) -> Iterator[Finding]:
    """A sentence whose facets say something else now than when it was written."""
    return _doubted(library, "outdated", "comparison-outdated")


def _doubted(library: Library, kind: str, check: str) -> Iterator[Finding]:
    for study in prior_studies(library):
        for sentence in (*study.similarities, *study.differences):
            for doubt in doubts(library).get(sentence.id or "", ()):
                if doubt.kind == kind:
                    yield _doubtful(library, study, sentence, doubt, check)


def _doubtful(library: Library, study: Study, sentence: Sentence, doubt: Doubt, check: str) -> Finding:
    labels = {facet.name: facet.labels["id"] for facet in facets(library).values()}
    passage = sentence.passages[0] if sentence.passages else None
    return Finding(
        check,
        "warning",
        place_in_draft(library, passage, sentence.text),
        {"row": study.label, "facets": ", ".join(labels.get(name, name) for name in doubt.about)},
        citekeys=(study.work.citekey,) if study.work else (),
        about=(sentence.id or "", study.id),
    )


def facet_contradicts_itself(library: Library) -> Iterator[Finding]:
    """Two statements of one facet of one study that cannot both hold."""
    exclusive, above = exclusive_facets(library), kinds_above(library)
    labels = {facet.name: facet.labels["id"] for facet in facets(library).values()}
    for study in studies(library):
        for name, values in study.facets.items():
            clash = _clash(values, above) if name in exclusive else []
            if clash:
                yield _contradiction(library, study, labels.get(name, name), name, clash)


def _clash(values: tuple[FacetValue, ...], above: Mapping[str, Collection[str]]) -> list[FacetValue]:
    """One statement for each of the values that exclude one another; empty where they agree."""
    found: dict[str, FacetValue] = {}
    for value in values:
        if value.state == "stated":
            found.setdefault(value.value or value.text or "", value)
    keys = list(found)
    apart = any(
        b not in above.get(a, ()) and a not in above.get(b, ()) for i, a in enumerate(keys) for b in keys[i + 1 :]
    )
    return list(found.values()) if apart else []


def _contradiction(library: Library, study: Study, label: str, facet: str, clash: list[FacetValue]) -> Finding:
    places = [place_in_draft(library, value.passage) for value in clash]
    said = " / ".join(value.labels.get("id") or value.text or "" for value in clash)
    return Finding(
        "facet-contradicts-itself",
        "warning",
        places[-1],
        {"study": study.label, "facet": label, "values": said},
        about=(study.id, f"{study.id}/{facet}"),
        related=tuple(places[:-1]),
    )


def only_place_differs(library: Library) -> Iterator[Finding]:
    """A prior study from which this one differs in its place only: that is no contribution."""
    for study in prior_studies(library):
        glance = at_a_glance(library, study)
        if glance["differing"] == ("location",):
            yield Finding(
                "only-place-differs",
                "warning",
                place_in_draft(library, None, study.label),
                {"study": study.label},
                about=(study.id,),
            )
