"""What is still to be done, the most pressing first: a start, what a supervisor would mark, what cannot be compared."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from itertools import chain, islice

from kb.audit.notes import quick_findings
from kb.findings import Finding
from kb.locale import fill, translator
from kb.model.todo import Todo, Where
from kb.queries.concepts import concepts
from kb.queries.definitions import definitions
from kb.queries.studies import prior_studies, studies
from kb.review.comparison import at_a_glance, facet_words
from kb.store.library import Library

MOST = 5
_ERRORS = 3
_STUDIES = 2
_KINDS: tuple[tuple[str, Where], ...] = (("studi-", "study"), ("def-", "definition"), ("konsep-", "concept"))


def todo(library: Library, language: str = "id") -> tuple[Todo, ...]:
    """At most `MOST` things; none where all is well."""
    return library.remember(("todo", language), lambda: _gather(library, language))


def pressing(library: Library) -> tuple[Finding, ...]:
    """The findings that are more than a hint."""
    return tuple(finding for finding in quick_findings(library) if finding.severity != "info")


def _gather(library: Library, language: str) -> tuple[Todo, ...]:
    found = pressing(library)
    errors = [finding for finding in found if finding.severity == "error"]
    others = [finding for finding in found if finding.severity != "error"]
    things = chain(
        _start(library, language),
        _told(library, errors[:_ERRORS]),
        islice(_unread(library, language), _STUDIES),
        _told(library, [*errors[_ERRORS:], *others]),
    )
    return tuple(islice(things, MOST))


def _start(library: Library, language: str) -> Iterator[Todo]:
    """The first steps of a project that has nothing yet."""
    _ = translator(language)
    if not concepts(library):
        yield Todo("concepts", words=_("Catat konsep utama: mulai dari variabel di judul Anda."))
    if not library.bibliography.entries:
        yield Todo("imports", words=_("Impor daftar pustaka Anda (.bib atau .ris)."))
    if not prior_studies(library):
        yield Todo("studies", words=_("Tambahkan penelitian terdahulu yang pertama."))


def _unread(library: Library, language: str) -> Iterator[Todo]:
    template = translator(language)("{study}: belum dapat dibandingkan pada {facets}.")
    labels = facet_words(library, language)
    for study in prior_studies(library):
        missing = at_a_glance(library, study)["not_comparable"]
        if missing:
            words = {"study": study.label, "facets": ", ".join(labels.get(facet, facet) for facet in missing)}
            yield Todo("study", study.id, fill(template, words))


def _told(library: Library, findings: Iterable[Finding]) -> Iterator[Todo]:
    every = (studies(library), definitions(library), concepts(library).values())
    known = {thing.id for group in every for thing in group}
    return (_of(library, finding, known) for finding in findings)


def _of(library: Library, finding: Finding, known: Container[str]) -> Todo:
    """A finding with the page of what it speaks of: the thing itself, else its line in the draft, else the checks."""
    for identifier in finding.about:
        for prefix, where in _KINDS:
            if identifier.startswith(prefix) and identifier in known:
                return Todo(where, identifier, finding=finding)
    place = finding.place
    if place.line and any(source.path == place.file for source in library.sources.values()):
        return Todo("draft", str(place.line), finding=finding)
    if finding.citekeys:
        return Todo("work", finding.citekeys[0], finding=finding)
    return Todo("checks", finding=finding)
