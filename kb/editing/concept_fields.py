"""A concept as the flat fields of a form, and back; relations and typologies stand in slots named by their ids."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.editing.definition_fields import citation_fields, citation_of, quote_of_text, quote_text
from kb.editing.faults import Faults
from kb.editing.rebase import Field, Fields
from kb.editing.written import WrittenConcept, WrittenRelation, WrittenTypology

LANGUAGES = ("id", "en")
NEW = "baru-"
"""Begins the slot of a relation or typology that has no id yet."""


def concept_fields(concept: WrittenConcept) -> dict[str, Field]:
    """The fields of a form."""
    found: dict[str, Field] = {"main": concept.main, "broader": list(concept.broader), "note": concept.note}
    for language in LANGUAGES:
        found[f"label.{language}"] = concept.labels.get(language, "")
        found[f"synonyms.{language}"] = list(concept.synonyms.get(language, ()))
    found["relations"] = [relation.id for relation in concept.relations]
    for relation in concept.relations:
        found |= _relation_fields(relation)
    found["typologies"] = [typology.id for typology in concept.typologies]
    for typology in concept.typologies:
        found |= _typology_fields(typology)
    return found


def concept_of(fields: Fields, held: WrittenConcept | None = None) -> WrittenConcept:
    """The concept that the fields say; labels in further languages, and further citations, are as in `held`."""
    labels = {**(held.labels if held else {}), **{each: _text(fields, f"label.{each}") for each in LANGUAGES}}
    synonyms = {**(held.synonyms if held else {}), **{each: _list(fields, f"synonyms.{each}") for each in LANGUAGES}}
    typologies = {typology.id: typology for typology in held.typologies} if held else {}
    return WrittenConcept(
        labels={language: label for language, label in labels.items() if label.strip()},
        synonyms={language: words for language, words in synonyms.items() if words},
        main=bool(fields.get("main")),
        broader=_list(fields, "broader"),
        relations=tuple(_relation(fields, slot) for slot in _list(fields, "relations")),
        typologies=tuple(_typology(fields, slot, typologies.get(slot)) for slot in _list(fields, "typologies")),
        note=_text(fields, "note"),
    )


def free_slot(slots: Sequence[str]) -> str:
    """A slot for something new."""
    taken = {int(slot.removeprefix(NEW)) for slot in slots if slot.startswith(NEW)}
    return f"{NEW}{next(number for number in range(1, len(taken) + 2) if number not in taken)}"


def of_form(faults: Faults, fields: Fields) -> Faults:
    """Faults under the names that the form has: slots for places."""
    slots = {"relation": _list(fields, "relations"), "typology": _list(fields, "typologies")}

    def named(name: str) -> str:
        found = re.match(r"(relation|typology)\.(\d+)\.", name)
        if not found:
            return name
        return f"{found[1]}.{slots[found[1]][int(found[2])]}.{name[found.end() :]}"

    return {named(name): error for name, error in faults.items()}


def _relation_fields(relation: WrittenRelation) -> dict[str, Field]:
    stem = f"relation.{relation.id}"
    passage = quote_text(relation.passage)
    return {f"{stem}.verb": [relation.verb], f"{stem}.object": [relation.object], f"{stem}.passage": passage}


def _relation(fields: Fields, slot: str) -> WrittenRelation:
    stem = f"relation.{slot}"
    verb, thing = (" ".join(_list(fields, f"{stem}.{name}")[:1]) for name in ("verb", "object"))
    return WrittenRelation(verb, thing, quote_of_text(_text(fields, f"{stem}.passage")), _id(slot))


def _typology_fields(typology: WrittenTypology) -> dict[str, Field]:
    stem = f"typology.{typology.id}"
    found: dict[str, Field] = {
        f"{stem}.kind": typology.kind,
        f"{stem}.members": list(typology.members),
        f"{stem}.count": str(typology.stated_count or ""),
        f"{stem}.passage": quote_text(typology.passage),
        f"{stem}.note": typology.note,
    }
    for language in LANGUAGES:
        found[f"{stem}.label.{language}"] = typology.labels.get(language, "")
    return found | citation_fields(typology.citations[0] if typology.citations else None, f"{stem}.")


def _typology(fields: Fields, slot: str, held: WrittenTypology | None) -> WrittenTypology:
    stem = f"typology.{slot}"
    labels = {**(held.labels if held else {}), **{each: _text(fields, f"{stem}.label.{each}") for each in LANGUAGES}}
    count = _text(fields, f"{stem}.count")
    first = citation_of(fields, f"{stem}.")
    return WrittenTypology(
        labels={language: label for language, label in labels.items() if label.strip()},
        kind=_text(fields, f"{stem}.kind"),
        members=_list(fields, f"{stem}.members"),
        stated_count=None if not count else int(count) if count.isdigit() and len(count) < 6 else 0,
        citations=(*((first,) if first else ()), *(held.citations[1:] if held else ())),
        passage=quote_of_text(_text(fields, f"{stem}.passage")),
        note=_text(fields, f"{stem}.note"),
        id=_id(slot),
    )


def _id(slot: str) -> str:
    return "" if slot.startswith(NEW) else slot


def _text(fields: Fields, name: str) -> str:
    value = fields.get(name, "")
    return value.strip() if isinstance(value, str) else ""


def _list(fields: Fields, name: str) -> tuple[str, ...]:
    value = fields.get(name, [])
    return tuple(value) if isinstance(value, list) else ()
