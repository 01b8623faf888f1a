"""A study as the fields of a form, and back: what a form shows as one list are several statements of the notes.

`FACET` holds the stated values of a facet (ids, or words of one's own), for facets told in sentences the text itself;
`FACET|state` how the facet stands where nothing is stated; `FACET|STATEMENT|text`, `basis`, `locator`, `passage` and
`state` are the details of one statement, `sentence|ID|…` those of a sentence of comparison. A value or sentence that is
not in the notes yet has `+` and its own words, or a number, for an id.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, replace
from typing import cast

from kb.editing.rebase import Field, Fields
from kb.editing.study_statements import facet_names
from kb.editing.written import Quote
from kb.editing.written_study import Kind, ReportedWork, WrittenSentence, WrittenStudy, WrittenValue
from kb.model.study import Basis, State
from kb.queries.facets import facets
from kb.review.similarity import NARRATIVE_FACETS
from kb.store.library import Library

Values = tuple[WrittenValue, ...]
SENTENCES: tuple[Kind, ...] = ("similarity", "difference")
_WORK = ("authors", "title", "year", "kind", "container")


def study_fields(library: Library, study: WrittenStudy) -> dict[str, Field]:
    """The fields of a study as the notes have it."""
    fields: dict[str, Field] = {"label": study.label, "work": study.work, "note": study.note}
    for facet in facets(library).values():
        fields |= _facet_fields(facet.name, study.values.get(facet.name, ()))
    for sentence in study.sentences:
        stem = f"sentence|{sentence.id}"
        fields |= {f"{stem}|text": sentence.text, f"{stem}|facets": list(sentence.facets)}
    return fields


def new_study_fields(library: Library) -> dict[str, Field]:
    """The empty fields of a study that is not there yet."""
    return study_fields(library, WrittenStudy()) | dict.fromkeys(_WORK, "")


def reported_work(fields: Fields) -> ReportedWork | None:
    """What the fields say of the work; None where one of the bibliography was chosen."""
    return None if fields.get("work") else ReportedWork(**{name: str(fields.get(name, "")) for name in _WORK})


def study_of(library: Library, held: WrittenStudy, fields: Fields) -> WrittenStudy:
    """The study as the fields have it; statements of `held` that are still meant keep their ids."""
    values = {}
    for facet in facets(library).values():
        known = facet_names(library, facet.name)
        if found := tuple(_values(facet.name, known, held.values.get(facet.name, ()), fields)):
            values[facet.name] = found
    return WrittenStudy(
        label=str(fields.get("label", "")).strip(),
        work=str(fields.get("work", "")),
        values=values,
        sentences=tuple(_sentences(held.sentences, fields)),
        note=str(fields.get("note", "")).strip(),
    )


def key_of(value: WrittenValue) -> str:
    """What a list of values shows for one: its concept, else its words."""
    return value.value or " ".join(value.text.split())


def statement_stem(facet: str, value: WrittenValue) -> str:
    """Where the details of a statement stand among the fields."""
    return f"{facet}|{value.id or '+' + key_of(value)}"


def packed(quote: Quote | None) -> str:
    """A passage as the text of one field."""
    return json.dumps(asdict(quote), ensure_ascii=False, sort_keys=True) if quote else ""


def unpacked(words: Field | None) -> Quote | None:
    """The passage of a field; None where it holds none."""
    try:
        return Quote(**json.loads(str(words))) if words else None
    except (ValueError, TypeError):
        return None


def _facet_fields(facet: str, values: Values) -> dict[str, Field]:
    stated = [value for value in values if value.state == "stated"]
    whole = next((value for value in values if value.state != "stated" and not key_of(value)), None)
    shown: Field = "\n\n".join(" ".join(value.text.split()) for value in stated)
    if facet not in NARRATIVE_FACETS:
        shown = list(dict.fromkeys(key_of(value) for value in stated))
    fields: dict[str, Field] = {facet: shown, f"{facet}|state": whole.state if whole else "unread"}
    for value in values:
        if value is not whole:
            fields |= _details(statement_stem(facet, value), value)
    return fields


def _details(stem: str, value: WrittenValue) -> dict[str, Field]:
    return {
        f"{stem}|text": value.text,
        f"{stem}|basis": value.basis,
        f"{stem}|locator": value.locator,
        f"{stem}|passage": packed(value.passage),
        f"{stem}|state": value.state,
    }


def _values(facet: str, known: Collection[str], held: Values, fields: Fields) -> Iterator[WrittenValue]:
    stated = [value for value in held if value.state == "stated"]
    yield from _told(facet, stated, fields) if facet in NARRATIVE_FACETS else _listed(facet, known, stated, fields)
    whole = None
    for value in held:
        if value.state != "stated" and not key_of(value):
            whole = value
        elif value.state != "stated" and fields.get(f"{facet}|{value.id}|state") != "unread":
            yield _with_details(facet, value, fields)
    state = str(fields.get(f"{facet}|state", "unread"))
    if state != "unread" and not fields.get(facet):
        yield replace(whole, state=cast(State, state)) if whole else WrittenValue(state=cast(State, state))


def _listed(
    facet: str, known: Collection[str], stated: Iterable[WrittenValue], fields: Fields
) -> Iterator[WrittenValue]:
    """Values of a list: those of the notes that are still in it, then the new ones."""
    chosen = fields.get(facet, [])
    keys = [str(key) for key in chosen] if isinstance(chosen, list) else []
    there = set()
    for value in stated:
        if key_of(value) in keys:
            there.add(key_of(value))
            yield _with_details(facet, value, fields)
    for key in dict.fromkeys(keys):
        if key not in there and key.strip():
            new = WrittenValue(value=key) if key in known else WrittenValue(text=key)
            yield _with_details(facet, new, fields)


def _told(facet: str, stated: list[WrittenValue], fields: Fields) -> Iterator[WrittenValue]:
    """Paragraphs: one that stands in the notes keeps its statement; as many as before are the same ones, reworded."""
    told = [" ".join(part.split()) for part in str(fields.get(facet, "")).replace("\r\n", "\n").split("\n\n")]
    told = [text for text in told if text]
    left = list(stated)
    same_number = len(told) == len(stated)
    for place, text in enumerate(told):
        own = stated[place] if same_number else None
        if own is None or own not in left:
            own = next((value for value in left if " ".join(value.text.split()) == text), None)
        if own is None:
            yield WrittenValue(text=text)
            continue
        left.remove(own)
        changed = own if " ".join(own.text.split()) == text else replace(own, text=text)
        yield _with_details(facet, changed, fields, text=changed.text)


def _with_details(facet: str, value: WrittenValue, fields: Fields, text: str | None = None) -> WrittenValue:
    stem = statement_stem(facet, value)

    def said(name: str, otherwise: str) -> str:
        return str(fields.get(f"{stem}|{name}", otherwise))

    passage = unpacked(fields[f"{stem}|passage"]) if f"{stem}|passage" in fields else value.passage
    return replace(
        value,
        text=said("text", value.text) if text is None else text,
        basis=cast(Basis, said("basis", value.basis)),
        locator=said("locator", value.locator),
        state=cast(State, said("state", value.state)),
        passage=passage,
    )


def _sentences(held: Iterable[WrittenSentence], fields: Fields) -> Iterator[WrittenSentence]:
    """Sentences of the notes as they are now, those emptied left out, then new ones."""
    for sentence in held:
        if text := _text(fields, sentence.id, sentence.text):
            chosen = fields.get(f"sentence|{sentence.id}|facets", list(sentence.facets))
            facets = tuple(chosen) if isinstance(chosen, list) else sentence.facets
            same = text == " ".join(sentence.text.split())
            yield replace(sentence, text=sentence.text if same else text, facets=facets)
    for kind in SENTENCES:
        if text := _text(fields, f"+{kind}", ""):
            chosen = fields.get(f"sentence|+{kind}|facets", [])
            yield WrittenSentence(kind, text, tuple(chosen) if isinstance(chosen, list) else ())


def _text(fields: Fields, identifier: str, otherwise: str) -> str:
    return " ".join(str(fields.get(f"sentence|{identifier}|text", otherwise)).split())
