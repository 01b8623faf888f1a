"""Everything of a project that a search can find, as entries of the full-text index."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple

from kb.citing.chains import work_names
from kb.model.passage import Passage
from kb.model.study import Study
from kb.model.text import without_emphasis
from kb.queries.concepts import concepts, relations, typologies
from kb.queries.definitions import definitions
from kb.queries.facets import facets
from kb.queries.people import persons
from kb.queries.stems import folded
from kb.queries.studies import studies
from kb.queries.works import works_by_key
from kb.reading.source_text import source_text
from kb.store.index import Entry
from kb.store.library import Library

_DOT = " · "


def entries(library: Library) -> Iterator[Entry]:
    """Concepts, definitions, typologies, relations, studies and what they state, people, works, the drafts' lines."""
    yield from _concepts(library)
    yield from _definitions(library)
    yield from _typologies(library)
    yield from _relations(library)
    for study in studies(library):
        yield from _study(library, study)
    yield from _people_and_works(library)
    yield from _drafts(library)


def _entry(
    kind: str,
    id: str,
    labels: Mapping[str, str],
    text: Iterable[str | None],
    passage: Passage | None = None,
    names: Iterable[str] = (),
) -> Entry:
    """One entry; both languages can be found, each is shown its own label; `names` are what it is called besides."""
    shown = {language: without_emphasis(label) for language, label in labels.items()}
    title = _DOT.join(dict.fromkeys(shown.values()))
    called = dict.fromkeys(folded(name) for name in (*shown.values(), *names))
    facts = {"labels": shown, "names": list(called), "passage": astuple(passage) if passage else None}
    body = _DOT.join(dict.fromkeys(" ".join(without_emphasis(part).split()) for part in text if part and part.strip()))
    return Entry(kind, id, title, body, json.dumps(facts, ensure_ascii=False))


def _same(label: str) -> dict[str, str]:
    return {"id": label, "en": label}


def _concepts(library: Library) -> Iterator[Entry]:
    for concept in concepts(library).values():
        others = [label for group in concept.alt_labels.values() for label in group]
        yield _entry(
            "concept", concept.id, concept.labels, (*others, *concept.hidden_labels, concept.note), names=others
        )


def _definitions(library: Library) -> Iterator[Entry]:
    for definition in definitions(library):
        cited = definition.attribution
        names = [hop.name for hop in (cited.originator, *cited.via)] if cited else []
        labels = {
            language: _DOT.join((label, *names[:1])) for language, label in definition.labels.items()
        } or _same(definition.id)  # fmt: skip
        text = (definition.text, *names[1:], cited.as_printed if cited else None, definition.note)
        yield _entry("definition", definition.id, labels, text, definition.passage)


def _typologies(library: Library) -> Iterator[Entry]:
    for typology in typologies(library):
        names = (chain.as_printed or chain.originator.name for chain in typology.attributed_to)
        yield _entry("typology", typology.owner, typology.labels, (*typology.member_labels, *names), typology.passage)


def _relations(library: Library) -> Iterator[Entry]:
    known = {concept.id: concept for concept in concepts(library).values()}
    for relation in relations(library):
        ends = [known.get(end) for end in (relation.subject, relation.object)]
        if ends[0] and ends[1]:
            labels = {
                language: f"{ends[0].labels[language]} {verb} {ends[1].labels[language]}"
                for language, verb in relation.verb_labels.items()
            }
            quoted = relation.passage.exact if relation.passage else None
            yield _entry("relation", relation.subject, labels, (quoted,), relation.passage)


def _study(library: Library, study: Study) -> Iterator[Entry]:
    work = study.work
    about = (work.title, work.container, *(author.name for author in work.authors)) if work else ()
    yield _entry("study", study.id, _same(study.label), (*about, study.note))
    labels = {facet.name: facet.labels for facet in facets(library).values()}
    for name, values in study.facets.items():
        for value in values:
            under = {
                language: f"{study.label}{_DOT}{label}" for language, label in labels.get(name, _same(name)).items()
            }
            yield _entry("statement", study.id, under, (value.text, *value.labels.values()), value.passage)
    for words, sentences in (
        ({"id": "persamaan", "en": "similarity"}, study.similarities),
        ({"id": "perbedaan", "en": "difference"}, study.differences),
    ):
        for sentence in sentences:
            under = {language: f"{study.label}{_DOT}{word}" for language, word in words.items()}
            first = sentence.passages[0] if sentence.passages else None
            yield _entry("statement", study.id, under, (sentence.text,), first)


def _people_and_works(library: Library) -> Iterator[Entry]:
    for person in persons(library):
        yield _entry("person", person.id, _same(person.name), (*person.spellings, person.note))
    for key, work in works_by_key(library).items():
        label = f"{work_names(work)} ({work.year})" if work.year else work_names(work)
        about = (work.title, work.container, work.publisher, *(author.name for author in work.authors), key)
        yield _entry("work", key, _same(label), about)


def _drafts(library: Library) -> Iterator[Entry]:
    for source in library.sources.values():
        at = 0
        for number, line in enumerate(source_text(source).split("\n"), 1):
            if line.strip():
                labels = {"id": f"{source.id}, baris {number}", "en": f"{source.id}, line {number}"}
                passage = Passage(source.id, line, at, at + len(line), number)
                yield _entry("draft", str(number), labels, (line,), passage)
            at += len(line) + 1
