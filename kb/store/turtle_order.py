"""The order in which a subject's predicates are written: what it is, what it says, where that comes from, notes."""

from __future__ import annotations

from kb.vocabulary import C4O, CITO, DCT, FOAF, KAJIAN, OA, PREFIXES, PROV, RDF, RDFS, SKOS, WORKS

_ORDER = (
    (RDF, "type"),
    (FOAF, "name givenName familyName"),
    (SKOS, "inScheme topConceptOf notation prefLabel altLabel hiddenLabel hasTopConcept broader"),
    (RDFS, "label"),
    (DCT, "title description creator publisher issued language isPartOf"),
    (C4O, "hasContent"),
    (OA, "hasSource hasSelector exact prefix suffix"),
    (CITO, "hasCitingEntity hasCitedEntity"),
    (KAJIAN, "reportedIn frame focalStudy priorStudies typologyOf typologyKind statedCount"),
    (KAJIAN, "subject verb object ofStudy compares comparedWith facet facetValue identifies admits about"),
    (RDF, "value"),
    (KAJIAN, "quotation state basis"),
    (SKOS, "related memberList member"),
    (PROV, "wasAttributedTo"),
    (KAJIAN, "nameAsWritten yearAsWritten locator identification pointer chain"),
    (PROV, "hadPrimarySource wasDerivedFrom wasQuotedFrom"),
    (FOAF, "made"),
    (DCT, "source"),
    (SKOS, "definition scopeNote example editorialNote changeNote historyNote"),
)
_PLACES = {
    space + name: place
    for place, (space, name) in enumerate((space, name) for space, names in _ORDER for name in names.split())
}


def predicate_place(iri: str) -> tuple[int, str]:
    """Sorts predicates: the known ones in their order, all others after them by name."""
    return _PLACES.get(iri, len(_PLACES)), iri


def header(base: str, newline: str = "\n") -> str:
    """The prefixes of a new file: the project's own names, its works, then the vocabularies in their fixed order."""
    table = {"": base, "karya": base + WORKS, **PREFIXES}
    return newline.join([*(f"@prefix {prefix}: <{space}> ." for prefix, space in table.items()), ""])


def prefix_place(prefix: str) -> tuple[int, str]:
    """Which of two prefixes for the same namespace is used: the fixed ones first."""
    fixed = [":", "karya:", *(f"{name}:" for name in PREFIXES)]
    return (fixed.index(prefix), "") if prefix in fixed else (len(fixed), prefix)
