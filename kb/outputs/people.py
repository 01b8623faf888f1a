"""Persons, sources and what may be one, as JSON and for the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kb.locale import fill, translator
from kb.model.identification import Candidate
from kb.model.person import PersonMet

Record = dict[str, Any]


def person_record(person: PersonMet, works: Mapping[str, str]) -> Record:
    """A person; `works` turns citekeys into the words that cite them."""
    return {
        "id": person.id,
        "name": person.name,
        "noted": person.noted,
        "organisation": person.organisation,
        "spellings": [
            {
                "text": s.text,
                "times": s.times,
                "years": list(s.years),
                "hosts": list(s.hosts),
                "sources": list(s.sources),
            }
            for s in person.spellings
        ],
        "works": [{"citekey": key, "label": works.get(key, key)} for key in person.works],
        "cited_in": list(person.cited),
        "same": list(person.same),
        "means": person.means,
        "note": person.note,
    }


def candidate_record(candidate: Candidate, why: str) -> Record:
    """A candidate with its evidence, in data and in words."""
    return {
        "kind": candidate.kind,
        "ids": list(candidate.things),
        "names": list(candidate.names),
        "certainty": candidate.certainty,
        "evidence": [
            {"kind": e.kind, "one": e.one, "other": e.other, "value": e.value, "score": e.score}
            for e in candidate.evidence
        ],
        "why": why,
        "identification": candidate.noted,
    }


def person_list(people: Sequence[PersonMet], works: Mapping[str, str], language: str) -> str:
    """A paragraph each: name, id, other spellings, works, how often cited."""
    _ = translator(language)
    lines: list[str] = []
    for person in people:
        lines.append(f"{person.name}" + (f"  [{person.id}]" if person.id != person.name else ""))
        others = [
            _spelled(spelling.text, spelling.years) for spelling in person.spellings if spelling.text != person.name
        ]
        lines += [f"    {_('juga ditulis')}: {'; '.join(others)}"] if others else []
        known = [works.get(key, key) for key in person.works]
        lines += [f"    {_('karya')}: {'; '.join(known)}"] if known else []
        lines += [f"    {_('disamakan dengan')}: {', '.join(person.same)}"] if person.same else []
        if person.means:
            lines.append(f"    {_('berarti karya')}: {works.get(person.means, person.means)}")
        if person.cited:
            lines.append(f"    {fill(_('dikutip {n} kali'), {'n': len(person.cited)})}")
    return "\n".join(lines) or _("Belum ada tokoh.")


def _spelled(text: str, years: Sequence[str]) -> str:
    return f"“{text}”" + (f" ({', '.join(years)})" if years else "")


def candidate_list(candidates: Sequence[Candidate], why: Sequence[str], language: str) -> str:
    """What may be one, each with what speaks for it and how to say yes or no."""
    _ = translator(language)
    lines: list[str] = []
    words = {"probable": _("sangat mungkin satu"), "possible": _("mungkin satu")}
    for candidate, said in zip(candidates, why, strict=True):
        ids = " ".join(f'"{thing}"' if " " in thing else thing for thing in candidate.things)
        lines += [f"{' / '.join(candidate.names)}: {words[candidate.certainty]}", f"    {said}"]
        lines += [f"    → kajian merge {ids}", f"    → kajian split {ids}" if len(candidate.things) == 2 else ""]
    return "\n".join(line for line in lines if line) or _("Tidak ada yang tampak sama.")
