"""Lists for the terminal: plain text, wrapped, with the place of what they say."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Mapping, Sequence

from kb.locale import translator
from kb.model.concept import Concept, Relation, Typology
from kb.model.definition import Definition
from kb.model.passage import Passage
from kb.model.study import Facet, FacetValue, Study
from kb.model.text import without_emphasis
from kb.outputs.ledger import alike

WIDTH = 100


def _wrap(text: str, indent: str = "    ", first: str | None = None) -> str:
    flat = " ".join(without_emphasis(text).split())
    return textwrap.fill(flat, WIDTH, initial_indent=indent if first is None else first, subsequent_indent=indent)


def _at(passage: Passage | None) -> str:
    if passage is None:
        return ""
    return f"[{passage.source}:{passage.line}]" if passage.line else f"[{passage.source}:?]"


def concept_list(concepts: Sequence[Concept], language: str) -> str:
    """One line a concept: label, synonyms, counts."""
    _ = translator(language)
    lines = []
    for concept in concepts:
        others = [label for group in concept.alt_labels.values() for label in group]
        also = f" ({', '.join(others[:3])})" if others else ""
        counts = [
            f"{len(concept.definitions)} {_('pengertian')}" if concept.definitions else "",
            f"{len(concept.typologies)} {_('rincian')}" if concept.typologies else "",
            f"{len(concept.relations) + len(concept.incoming)} {_('relasi')}"
            if concept.relations or concept.incoming
            else "",
            f"{len(concept.studies)} {_('penelitian')}" if concept.studies else "",
        ]
        mark = "●" if concept.main else "○"
        said = " · ".join(count for count in counts if count)
        lines.append(f"{mark} {concept.labels.get(language, concept.label)}{also}" + (f" — {said}" if said else ""))
    return "\n".join(lines)


def concept_page(concept: Concept, every: Mapping[str, Concept], language: str) -> str:
    """All that hangs on one concept."""
    _ = translator(language)
    lines = [concept.labels.get(language, concept.label), "=" * len(concept.labels.get(language, concept.label))]
    for name, ids in ((_("Lebih luas"), concept.broader), (_("Lebih sempit"), concept.narrower)):
        if ids:
            lines.append(f"{name}: " + ", ".join(_label(every, other, language) for other in ids))
    for typology in concept.typologies:
        lines += ["", *_typology(typology, language)]
    relations = (*concept.relations, *concept.incoming)
    if relations:
        lines += ["", _("Relasi")]
        lines += [f"  {_relation(relation, every, language)}" for relation in relations]
    lines += [
        "",
        f"{_('Pengertian')}: {len(concept.definitions)} · {_('Penelitian')}: {', '.join(concept.studies) or '–'}",
    ]
    return "\n".join(lines)


def _label(every: Mapping[str, Concept], identifier: str, language: str) -> str:
    concept = every.get(identifier)
    return concept.labels.get(language, concept.label) if concept else identifier


def _typology(typology: Typology, language: str) -> list[str]:
    _ = translator(language)
    stated = typology.stated_count
    count = f" ({_('disebut')} {stated}, {_('terdaftar')} {len(typology.members)})" if stated is not None else ""
    credit = "; ".join(a.as_printed or a.originator.name for a in typology.attributed_to)
    head = f"{typology.labels.get(language, typology.label)}{count}" + (f" — {credit}" if credit else "")
    return [head, *(f"  {place}. {label}" for place, label in enumerate(typology.member_labels, 1))]


def _relation(relation: Relation, every: Mapping[str, Concept], language: str) -> str:
    verb = relation.verb_labels.get(language, relation.verb)
    subject, target = _label(every, relation.subject, language), _label(every, relation.object, language)
    return f"{subject} — {verb} → {target} {_at(relation.passage)}".rstrip()


def definition_list(definitions: Sequence[Definition], cited: Mapping[str, str], language: str) -> str:
    """The ledger: concept, citation, text, place."""
    lines: list[str] = []
    every = {definition.id: definition for definition in definitions}
    heading = ""
    for definition in sorted(definitions, key=lambda entry: entry.labels.get(language, entry.concept).casefold()):
        label = definition.labels.get(language, definition.concept)
        if label != heading:
            lines += ["", label] if lines else [label]
            heading = label
        text = f"“{definition.text}”" if definition.quotation else definition.text
        lines.append(_wrap(text, "    ", "  • "))
        credit = cited.get(definition.id, translator(language)("tanpa sumber"))
        lines.append(f"    {credit} {_at(definition.passage)} {definition.id}")
        lines += [f"    {line}" for line in alike(definition, every, language)]
    return "\n".join(lines)


def study_list(
    studies: Sequence[Study],
    facets: Sequence[Facet],
    language: str,
    glances: Mapping[str, Mapping[str, Sequence[str]]] | None = None,
) -> str:
    """Each study with what is stated of it, facet by facet, and at a glance how it stands to the focal one."""
    lines: list[str] = []
    for study in studies:
        lines += [""] if lines else []
        lines += _study(study, facets, language)
        lines += _glance((glances or {}).get(study.id, {}), facets, language)
    return "\n".join(lines)


def _glance(glance: Mapping[str, Sequence[str]], facets: Sequence[Facet], language: str) -> list[str]:
    """Which facets are shared, differ, cannot be compared: a line each where there are any."""
    _ = translator(language)
    labels = {facet.name: facet.labels.get(language, facet.name) for facet in facets}
    words = {"shared": _("sama"), "differing": _("berbeda"), "not_comparable": _("belum dapat dibandingkan")}
    return [
        _wrap(f"{word}: {', '.join(labels.get(facet, facet) for facet in glance[name])}", "      ", "  = ")
        for name, word in words.items()
        if glance.get(name)
    ]


def _study(study: Study, facets: Sequence[Facet], language: str) -> list[str]:
    _ = translator(language)
    work = study.work
    title = f"{study.label}: {work.title}" if work and work.title else study.label
    lines = [_wrap(f"{title}  [{study.id}]", "  ", "")]
    for facet in facets:
        values = study.facets.get(facet.name, ())
        said = "; ".join(distinct_words(values, language)) or _("belum dibaca")
        lines.append(_wrap(f"{facet.labels.get(language, facet.name)}: {said}", "      ", "  · "))
    for name, sentences in ((_("Persamaan"), study.similarities), (_("Perbedaan"), study.differences)):
        lines += [_wrap(f"{name}: {sentence.text}", "      ", "  · ") for sentence in sentences]
    return lines


def value_words(value: FacetValue, language: str) -> str:
    """A value as a reader sees it: its words, its state where it is not stated, and whether it is interpreted."""
    _ = translator(language)
    words = value.labels.get(language) or value.text or ""
    state = {"absent": _("tidak menggunakan"), "not-in-source": _("tidak disebutkan")}.get(value.state)
    interpreted = f" ({_('tafsiran')})" if value.basis == "interpreted" and value.state == "stated" else ""
    return f"{words} – {state}" if state else words + interpreted


def distinct_words(values: Sequence[FacetValue], language: str) -> list[str]:
    """The values of a facet, each once: what the source states is not told again as a reader's interpretation."""
    stated = {value.value for value in values if value.value and value.basis == "stated" and value.state == "stated"}
    told = [
        value
        for value in values
        if not (value.basis == "interpreted" and value.state == "stated" and value.value in stated)
    ]
    return list(dict.fromkeys(value_words(value, language) for value in told))


def studies_csv(studies: Sequence[Study], facets: Sequence[Facet], language: str) -> bytes:
    """Studies × facets for a spreadsheet: formula-safe, UTF-8 with a mark so that Excel reads it."""
    from kb.outputs.cleaning import formula_safe

    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(["id", "citekey", "authors", "year", "title", *(facet.name for facet in facets)])
    for study in studies:
        work = study.work
        authors = "; ".join(author.name for author in work.authors) if work else ""
        cells = [study.id, work.citekey if work else "", authors, (work.year if work else None) or ""]
        cells.append((work.title if work else None) or "")
        cells += ["; ".join(distinct_words(study.facets.get(f.name, ()), language)) for f in facets]
        writer.writerow([formula_safe(cell) for cell in cells])
    return stream.getvalue().encode("utf-8-sig")
