"""Changing one work, study, definition or concept: checked, then saved like everything else."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kb.editing.statements import set_facet
from kb.editing.targets import Target, target
from kb.editing.turtle_text import literal
from kb.errors import InputError
from kb.queries.labels import names
from kb.queries.naming import nearest
from kb.review.selection import facet_named
from kb.store.history import By
from kb.store.library import Library
from kb.store.save import Change, Saved, save
from kb.store.turtle_edit import set_properties
from kb.vocabulary import KAJIAN, RDF, SKOS

Values = Mapping[str, str | None]
"""Key -> new value; None or an empty text takes the value away."""

_LABELS = {
    "label": ("prefLabel", "id"),
    "label.en": ("prefLabel", "en"),
    "alt": ("altLabel", "id"),
    "alt.en": ("altLabel", "en"),
}


def edit(library: Library, identifier: str, values: Values, by: By = "edit") -> Saved:
    """Change what `identifier` names and save; `library.files` are what the change is based on.

    InputError for an id or key that nothing bears; SaveError, with the files as they were, for everything else.
    """
    wanted = target(library, identifier)
    base = library.files[wanted.file]
    mine = _EDITS[wanted.kind](library, wanted, base, values)
    summary = f"{wanted.id}: {', '.join(values)}"
    return save(library.root, [Change(wanted.file, base, mine)], by, summary)


def _work(library: Library, wanted: Target, data: bytes, values: Values) -> bytes:
    from kb.store.bibliography_edit import set_field

    for field, value in values.items():
        data = set_field(data, wanted.id, field.casefold(), value or None)
    return data


def _concept(library: Library, wanted: Target, data: bytes, values: Values) -> bytes:
    _known(values, [*_LABELS, "note"])
    return set_properties(data, wanted.iri, _label_properties(library, wanted, values), library.base)


def _definition(library: Library, wanted: Target, data: bytes, values: Values) -> bytes:
    _known(values, ["text", "quotation", "note"])
    properties: dict[str, str | None] = {}
    if "text" in values:
        if not values["text"]:
            raise InputError("value-needed", key="text")
        properties[RDF + "value"] = literal(values["text"])
    if "quotation" in values:
        yes = (values["quotation"] or "").casefold() in ("true", "ya", "yes", "1")
        properties[KAJIAN + "quotation"] = "true" if yes else None
    if "note" in values:
        properties[SKOS + "editorialNote"] = literal(values["note"]) if values["note"] else None
    return set_properties(data, wanted.iri, properties, library.base)


def _study(library: Library, wanted: Target, data: bytes, values: Values) -> bytes:
    labels = {key: value for key, value in values.items() if key in ("label", "label.en", "note")}
    if labels:
        data = set_properties(data, wanted.iri, _label_properties(library, wanted, labels), library.base)
    for key, value in values.items():
        if key not in labels:
            data = set_facet(library, wanted, data, facet_named(library, key), value)
    return data


def _label_properties(library: Library, wanted: Target, values: Values) -> dict[str, str | None]:
    """Labels of both languages together, since a predicate is written whole; a concept keeps an Indonesian label."""
    known = names(library).get(wanted.iri)
    preferred = dict(known.preferred) if known else {}
    others = {language: list(group) for language, group in known.alternative.items()} if known else {}
    for key, value in values.items():
        if key in _LABELS:
            which, language = _LABELS[key]
            if which == "prefLabel":
                preferred[language] = value or ""
            else:
                others[language] = [word.strip() for word in (value or "").split(";") if word.strip()]
    if not preferred.get("id"):
        raise InputError("value-needed", key="label")
    found: dict[str, str | None] = {
        SKOS + "prefLabel": " , ".join(literal(label, lang) for lang, label in sorted(preferred.items()) if label)
    }
    if any(key.startswith("alt") for key in values):
        synonyms = [literal(label, lang) for lang, group in sorted(others.items()) for label in group]
        found[SKOS + "altLabel"] = " , ".join(synonyms) or None
    if "note" in values:
        found[SKOS + "editorialNote"] = literal(values["note"]) if values["note"] else None
    return found


def _known(values: Values, keys: list[str]) -> None:
    for key in values:
        if key not in keys:
            close = nearest(key, keys) or tuple(keys)
            raise InputError("unknown-key", name=key, nearest=", ".join(close))


_EDITS: dict[str, Callable[[Library, Target, bytes, Values], bytes]] = {
    "work": _work,
    "concept": _concept,
    "definition": _definition,
    "study": _study,
}
