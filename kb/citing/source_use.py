"""How each work is used: by the citations of the notes, or of the drafts where the notes hold none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kb.citing.alike_works import alike_works
from kb.citing.chains import TERMS, cite_work
from kb.citing.namings import resolved_drafts
from kb.model.source_use import SourceUse, SourceWarning, User
from kb.queries.attributions import citations_noted
from kb.queries.concepts import typologies
from kb.queries.definitions import definitions
from kb.queries.identifications import same_works
from kb.queries.studies import prior_studies
from kb.queries.works import works_by_key

if TYPE_CHECKING:
    from kb.model.definition import Attribution, Hop
    from kb.model.work import Work
    from kb.store.library import Library


@dataclass(slots=True)
class _Counted:
    direct: int = 0
    secondary: int = 0
    relied: int = 0
    through: dict[str, None] = field(default_factory=dict)
    carried: dict[str, None] = field(default_factory=dict)


def source_uses(library: Library, language: str = "id") -> tuple[SourceUse, ...]:
    """Every work once, those relied on most first."""
    return library.remember(("source-uses", language), lambda: _uses(library, language))


def users_of(library: Library, citekey: str, language: str = "id") -> tuple[User, ...]:
    """What rests on a work, in any step of a chain."""
    found = [
        User("study", study.id, study.label)
        for study in prior_studies(library)
        if study.work and study.work.citekey == citekey
    ]
    for definition in definitions(library):
        if _names(citekey, (each for each in (definition.attribution, *definition.also) if each)):
            found.append(User("definition", definition.id, f"{definition.labels[language]}: {definition.text[:90]}"))
    for typology in typologies(library):
        if _names(citekey, typology.attributed_to):
            found.append(User("typology", typology.owner, typology.labels[language]))
    return tuple(found)


def _names(citekey: str, chains: Iterable[Attribution]) -> bool:
    return any(hop.citekey == citekey for chain in chains for hop in (chain.originator, *chain.via))


def _uses(library: Library, language: str) -> tuple[SourceUse, ...]:
    counted: dict[str, _Counted] = defaultdict(_Counted)
    known = works_by_key(library)
    labels = {key: cite_work(work, TERMS[language]) for key, work in known.items()}
    for origin, name, hosts in _steps(library, labels):
        if not hosts:
            counted[origin].direct += 1
            continue
        counted[origin].secondary += 1
        for key, host in hosts:
            counted[origin].through[host] = None
            counted[key].relied += 1
            counted[key].carried[name] = None
    for study in prior_studies(library):
        if study.work:
            counted[study.work.citekey].direct += 1
    found = [_use(library, work, labels[key], counted[key]) for key, work in known.items()]
    return tuple(sorted(found, key=lambda use: (-use.times, use.label.casefold())))


def _steps(library: Library, labels: dict[str, str]) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Key and name of each originator, and the sources between; what has no entry has no key."""
    noted = citations_noted(library)
    for each in noted:
        origin = each.originator
        hosts = [(_likely(hop), hop.name) for hop in each.via]
        yield _likely(origin), f"{origin.name} {origin.year or ''}".strip(), hosts
    for found in () if noted else resolved_drafts(library):
        own = found.own.keys[0] if len(found.own.keys) == 1 else ""
        via = found.citation.via
        name = labels.get(own) or found.citation.as_written
        key = found.host.keys[0] if found.host and len(found.host.keys) == 1 else ""
        yield own, name, [(key, labels.get(key) or " & ".join(via.authors) or via.as_written)] if via else []


def _likely(hop: Hop) -> str:
    """The work that is meant, unless that is no more than possible."""
    return hop.citekey or "" if hop.identification != "possible" else ""


def _use(library: Library, work: Work, label: str, counted: _Counted) -> SourceUse:
    alike = {key for each in alike_works(library) for key in each.things}
    warnings: list[SourceWarning] = []
    if not work.year:
        warnings.append("undated")
    if counted.secondary and not counted.direct and not counted.relied:
        warnings.append("only-secondary")
    if work.citekey in alike:
        warnings.append("alike")
    if not (counted.direct or counted.secondary or counted.relied):
        warnings.append("unused")
    return SourceUse(
        work.citekey, label, work.title or "", work.year or "", counted.direct, counted.secondary,
        tuple(counted.through), counted.relied, tuple(counted.carried),
        tuple(key for key, kept in same_works(library).items() if kept == work.citekey), tuple(warnings),
    )  # fmt: skip
