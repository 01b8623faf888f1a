"""What hinders the save of a concept."""

from __future__ import annotations

from collections import Counter

from kb.editing.faults import Faults, citation_faults, passage_faults, word_faults
from kb.editing.named_concepts import known_concept
from kb.editing.written import WrittenConcept, WrittenRelation, WrittenTypology
from kb.errors import InputError
from kb.queries.concepts import concepts
from kb.queries.kinds import typology_kinds
from kb.queries.uses import uses
from kb.store.library import Library


def concept_faults(library: Library, concept: WrittenConcept, own: str, held: WrittenConcept | None) -> Faults:
    """Field by field; `own` is the id of the concept, empty for a new one, `held` what it was."""
    words = {f"label.{language}": label for language, label in concept.labels.items()}
    synonyms = {f"synonyms.{language}": "; ".join(group) for language, group in concept.synonyms.items()}
    found = word_faults({**words, **synonyms, "note": concept.note}, ["label.id"])
    before = held.labels if held else {}
    for language, label in concept.labels.items():
        bearer = known_concept(library, label) if label.strip() and label != before.get(language) else None
        if bearer not in (None, own) and _is_label(library, bearer or "", label):
            found[f"label.{language}"] = InputError("concept-label-taken", label=label, bearer=bearer)
    for language, group in concept.synonyms.items():
        if concept.labels.get(language, "").casefold() in {word.casefold() for word in group}:
            found[f"synonyms.{language}"] = InputError("concept-synonym-is-label", label=concept.labels[language])
    found |= _broader_faults(library, concept.broader, own)
    for place, relation in enumerate(concept.relations):
        old = next((r for r in held.relations if r.id == relation.id), None) if held else None
        found |= _relation_faults(library, relation, f"relation.{place}", own, concept, old)
    for place, typology in enumerate(concept.typologies):
        found |= _typology_faults(library, typology, f"typology.{place}", held)
    for gone in {t.id for t in held.typologies} - {t.id for t in concept.typologies} if held else ():
        if frames := [use.words for use in uses(library, library.base + gone) if use.property == "frame"]:
            found["typologies"] = InputError("typology-is-frame", typology=gone, study=", ".join(frames))
    return found


def _is_label(library: Library, bearer: str, label: str) -> bool:
    labels = next(concept.labels for concept in concepts(library).values() if concept.id == bearer)
    return " ".join(label.casefold().split()) in {" ".join(each.casefold().split()) for each in labels.values()}


def _broader_faults(library: Library, broader: tuple[str, ...], own: str) -> Faults:
    above = {concept.id: concept.broader for concept in concepts(library).values()}
    for name in broader:
        if name not in above:
            return {"broader": InputError("entry-concept", name=name)}
        seen, todo = set(), [name]
        while todo:
            at = todo.pop()
            if at == own:
                return {"broader": InputError("concept-below-itself", concept=name)}
            if at not in seen:
                seen.add(at)
                todo += above.get(at, ())
    return {}


def _relation_faults(
    library: Library,
    relation: WrittenRelation,
    field: str,
    own: str,
    concept: WrittenConcept,
    old: WrittenRelation | None,
) -> Faults:
    words = {f"{field}.verb": relation.verb, f"{field}.object": relation.object}
    found = word_faults(words, list(words))
    target = known_concept(library, relation.object) if relation.object.strip() else None
    if (own and target == own) or (not own and relation.object.casefold() == concept.labels.get("id", "").casefold()):
        found[f"{field}.object"] = InputError("relation-with-itself")
    return {**found, **passage_faults(library, relation.passage, old.passage if old else None, f"{field}.passage")}


def _typology_faults(library: Library, typology: WrittenTypology, field: str, held: WrittenConcept | None) -> Faults:
    old = next((t for t in held.typologies if t.id == typology.id), None) if held else None
    words = {f"{field}.label.{language}": label for language, label in typology.labels.items()}
    members = {f"{field}.members": "; ".join(typology.members)}
    found = word_faults({**words, **members, f"{field}.note": typology.note}, [f"{field}.label.id", f"{field}.members"])
    if typology.kind not in typology_kinds(library):
        found[f"{field}.kind"] = InputError("typology-kind", name=typology.kind or "–")
    named = [known_concept(library, member) or member.casefold() for member in typology.members]
    if twice := [name for name, count in Counter(named).items() if count > 1]:
        found[f"{field}.members"] = InputError("typology-member-twice", member=twice[0])
    if typology.stated_count is not None and typology.stated_count < 1:
        found[f"{field}.count"] = InputError("typology-count")
    found |= citation_faults(library, typology.citations, f"{field}.")
    return {**found, **passage_faults(library, typology.passage, old.passage if old else None, f"{field}.passage")}
