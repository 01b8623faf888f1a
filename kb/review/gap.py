"""The gap, in words: which values no study covers, and that none covers all of them together.

Quantified only over the studies that were read ("yang ditelaah"); what is interpreted is said as such; nothing is
claimed of a facet that a study was not read for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kb.citing.chains import TERMS, cite_work, narrative
from kb.model.coverage import Coverage
from kb.model.definition import Attribution
from kb.model.study import Study
from kb.queries.concepts import typologies
from kb.queries.labels import labels_of
from kb.queries.studies import focal_study, frame_of
from kb.review.emphasis import emphasise, foreign_terms
from kb.review.numerals import all_of, cardinal, series
from kb.store.library import Library
from kb.vocabulary import short_id


def gap_sentences(library: Library, matrix: Coverage, chosen: Sequence[Study]) -> Coverage:
    """The matrix with its gap sentence in both languages; an empty sentence where there is nothing to claim."""
    return replace(matrix, gap_sentence={lang: _sentence(library, matrix, chosen, lang) for lang in ("id", "en")})


def _sentence(library: Library, matrix: Coverage, chosen: Sequence[Study], lang: str) -> str:
    read = [study for study in chosen if study.facets.get(matrix.facet)]
    if not read or len(matrix.values) < 2:
        return ""
    covering = [row for row in matrix.rows if all(mark.state == "stated" for mark in row.cells.values())]
    if covering:
        return ""
    parts = [_none_covers_all(library, matrix, read, lang), _uncovered(matrix, lang), _therefore(library, matrix, lang)]
    sentence = " ".join(part for part in parts if part)
    return emphasise(sentence, foreign_terms(library)) if lang == "id" else sentence


def _none_covers_all(library: Library, matrix: Coverage, read: Sequence[Study], lang: str) -> str:
    what = _values_in_words(library, matrix, lang)
    each = _each_study(matrix, read, lang)
    if lang == "id":
        return (
            f"Dari {cardinal(len(read), lang)} penelitian terdahulu yang ditelaah, tidak ada yang pembahasannya "
            f"mencakup {what} sekaligus: {each}."
        )
    return f"Of the {cardinal(len(read), lang)} previous studies reviewed, none covers {what} at once: {each}."


def _values_in_words(library: Library, matrix: Coverage, lang: str) -> str:
    facet = matrix.facet_labels[lang].casefold()
    owner, source = _frame(library, lang) if matrix.facet == "aspect" else ("", "")
    if lang == "id":
        after = f" {owner}" if owner else ""
        return f"{all_of(len(matrix.values), lang)} {facet}{after}{f' menurut {source}' if source else ''}"
    before = f" {owner}" if owner else ""
    return f"{all_of(len(matrix.values), lang)}{before} {facet}s{f' named by {source}' if source else ''}"


def _frame(library: Library, lang: str) -> tuple[str, str]:
    """The concept whose aspects they are, and the citation of who names them: the most certain chain."""
    frame = frame_of(library)
    for typology in typologies(library):
        if frame and typology.id == short_id(library.base, frame):
            owner = labels_of(library, library.base + typology.owner)[lang]
            chain = min(typology.attributed_to, key=_doubt, default=None)
            return owner, narrative(chain, TERMS[lang]) if chain else ""
    return "", ""


def _doubt(attribution: Attribution) -> int:
    return sum(not hop.confirmed for hop in (attribution.originator, *attribution.via))


def _each_study(matrix: Coverage, read: Sequence[Study], lang: str) -> str:
    clauses: list[str] = []
    for study in read:
        row = next(row for row in matrix.rows if row.study == study.id)
        for basis in ("stated", "interpreted"):
            values = [f"*{v}*" for v, mark in row.cells.items() if mark.state == "stated" and mark.basis == basis]
            if values:
                clauses.append(_clause(matrix, study, basis, values, lang, first=not clauses))
    if not clauses:
        return "tidak satu pun dibahas" if lang == "id" else "none of them is addressed"
    return series(clauses, lang, "serta" if lang == "id" and len(clauses) > 2 else None)


def _clause(matrix: Coverage, study: Study, basis: str, values: list[str], lang: str, *, first: bool) -> str:
    facet, who = matrix.facet_labels[lang].casefold(), _name(study, lang)
    if lang == "id":
        verb = "membahas" if basis == "stated" else "bersesuaian dengan"
        subject = f"penelitian {who}" if first else who
        return f"{subject} {verb} {facet} {series(values, lang)}"
    verb = "addresses" if basis == "stated" else "corresponds to"
    return f"{who} {verb} the {facet}{'s' if len(values) > 1 else ''} {series(values, lang)}"


def _uncovered(matrix: Coverage, lang: str) -> str:
    if not matrix.uncovered:
        return ""
    values, facet = [f"*{value}*" for value in matrix.uncovered], matrix.facet_labels[lang].casefold()
    if lang == "id":
        return f"Pada penelitian yang ditelaah itu, {facet} {series(values, lang)} belum ditemukan dibahas."
    plural = "s" if len(values) > 1 else ""
    verb = "were" if len(values) > 1 else "was"
    return f"In the studies reviewed, the {facet}{plural} {series(values, lang)} {verb} not found to be addressed."


def _therefore(library: Library, matrix: Coverage, lang: str) -> str:
    focal = focal_study(library)
    covered = {value.value or value.text for value in focal.facets.get(matrix.facet, ())} if focal else set()
    if focal is None or not set(matrix.value_ids) <= covered:
        return ""
    where = _where(focal, lang)
    facet, future = matrix.facet_labels[lang].casefold(), library.configuration.tense == "proposal"
    if lang == "id":
        verb = "akan mengkaji" if future else "mengkaji"
        return f"Oleh karena itu, penelitian ini {verb} {all_of(len(matrix.values), lang)} {facet} tersebut{where}."
    verb = "will examine" if future else "examines"
    return f"Therefore this study {verb} {all_of(len(matrix.values), lang)} {facet}s{where}."


def _where(focal: Study, lang: str) -> str:
    subjects, places = (_stated(focal, facet, lang) for facet in ("subjects", "location"))
    words = {"id": ("pada", "di"), "en": ("among", "in")}[lang]
    said = [f" {words[0]} {series(subjects, lang)}"] if subjects else []
    return "".join([*said, f" {words[1]} {series(places, lang)}"] if places else said)


def _stated(study: Study, facet: str, lang: str) -> list[str]:
    found = [
        value.labels.get(lang) or value.text or "" for value in study.facets.get(facet, ()) if value.state == "stated"
    ]
    return list(dict.fromkeys(found))


def _name(study: Study, lang: str) -> str:
    return cite_work(study.work, TERMS[lang]) if study.work else study.label
