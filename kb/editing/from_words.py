"""Things as a command line names them: KEY=VALUE, concepts by any name, a chain as sources parted by `;`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kb.editing.named_concepts import known_concept
from kb.editing.passages import quotes_of
from kb.editing.written import WrittenCitation, WrittenConcept, WrittenDefinition, WrittenHop, WrittenWork
from kb.errors import InputError
from kb.queries.concepts import concepts
from kb.queries.naming import nearest
from kb.queries.works import works_by_key
from kb.store.library import Library

Words = Mapping[str, str | None]
DEFINITION = (
    "concept",
    "text",
    "quotation",
    "note",
    "author",
    "name",
    "year",
    "page",
    "work",
    "via",
    "printed",
    "place",
)
CONCEPT = ("label", "label.en", "alt", "alt.en", "broader", "main", "note")
_YES = ("true", "ya", "yes", "1")


def known_keys(words: Words, keys: tuple[str, ...]) -> None:
    """InputError with the nearest keys for one that nothing has."""
    for key in words:
        if key not in keys:
            close = nearest(key, keys) or keys
            raise InputError("unknown-key", name=key, nearest=", ".join(close))


def definition_of_words(library: Library, words: Words, held: WrittenDefinition) -> WrittenDefinition:
    """The definition with what the words say in place of what was there."""
    known_keys(words, DEFINITION)
    made = held
    if "concept" in words:
        made = replace(made, concept=_concept(library, words["concept"] or ""))
    if "text" in words:
        made = replace(made, text=words["text"] or "")
    if "quotation" in words:
        made = replace(made, quotation=(words["quotation"] or "").casefold() in _YES)
    if "note" in words:
        made = replace(made, note=words["note"] or "")
    if any(key in words for key in ("author", "name", "year", "page", "work", "via", "printed")):
        made = replace(made, citations=(*_citation(library, words, held), *held.citations[1:]))
    if "place" in words:
        found = quotes_of(library, words["place"] or "")
        if words["place"] and len(found) != 1:
            raise InputError("place-not-once", words=words["place"], count=len(found))
        made = replace(made, passage=found[0] if found else None)
    return made


def concept_of_words(library: Library, words: Words, held: WrittenConcept) -> WrittenConcept:
    """The concept with what the words say in place of what was there."""
    known_keys(words, CONCEPT)
    labels, synonyms = dict(held.labels), dict(held.synonyms)
    for key, language in (("label", "id"), ("label.en", "en")):
        if key in words:
            labels[language] = words[key] or ""
    for key, language in (("alt", "id"), ("alt.en", "en")):
        if key in words:
            synonyms[language] = _several(words[key])
    made = replace(
        held, labels={k: v for k, v in labels.items() if v}, synonyms={k: v for k, v in synonyms.items() if v}
    )
    if "broader" in words:
        made = replace(made, broader=tuple(_concept(library, each) for each in _several(words["broader"])))
    if "main" in words:
        made = replace(made, main=(words["main"] or "").casefold() in _YES)
    return replace(made, note=words["note"] or "") if "note" in words else made


def work_of_words(words: Words) -> WrittenWork:
    """A new work: `type`, `key`, and fields of the `.bib`."""
    fields = {name.casefold(): text or "" for name, text in words.items() if name not in ("type", "key")}
    kind = (words.get("type") or "misc").casefold()
    if kind in ("skripsi", "tesis", "disertasi"):
        kind, fields["type"] = "thesis", fields.get("type") or (words.get("type") or "").capitalize()
    return WrittenWork(kind, fields, words.get("key") or "")


def _citation(library: Library, words: Words, held: WrittenDefinition) -> tuple[WrittenCitation, ...]:
    before = held.citations[0] if held.citations else WrittenCitation((WrittenHop(),))
    first, *hosts = before.hops
    said = {key: words[key] or "" for key in ("name", "year", "page", "work") if key in words}
    origin = replace(
        first,
        name=said.get("name", first.name),
        year=said.get("year", first.year),
        locator=said.get("page", first.locator),
        work=said.get("work", first.work),
    )
    if "author" in words:
        origin = replace(origin, people=_several(words["author"]))
    if "via" in words:
        hosts = [_host(library, each) for each in _several(words["via"])]
    printed = words["printed"] or "" if "printed" in words else ""
    empty = origin == WrittenHop() and not hosts
    return () if empty else (WrittenCitation((origin, *hosts), printed),)


def _host(library: Library, words: str) -> WrittenHop:
    """A host by citekey or name, `, hlm. N` behind it where a page was read."""
    name, _, page = words.partition(", hlm.")
    if not page:
        name, _, page = words.partition(", p.")
    folded = {key.casefold(): key for key in works_by_key(library)}
    key = folded.get(name.strip().casefold())
    return WrittenHop(work=key, locator=page.strip()) if key else WrittenHop((name.strip(),), locator=page.strip())


def _several(words: str | None) -> tuple[str, ...]:
    return tuple(word.strip() for word in (words or "").split(";") if word.strip())


def _concept(library: Library, words: str) -> str:
    found = known_concept(library, words)
    if found is None:
        labels = [concept.labels["id"] for concept in concepts(library).values()]
        close = nearest(words, labels) or tuple(labels)[:5]
        raise InputError("unknown-concept", name=words, nearest=", ".join(close) or "–")
    return found
