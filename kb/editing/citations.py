"""Citations of statements: the chain as a person writes it, as the notes keep it, and as it will be printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kb.citing.chains import INDONESIAN, parenthetical
from kb.editing.changed_notes import ChangedNotes, Properties
from kb.editing.credited import known_person, note_spelling, person_iri
from kb.editing.turtle_text import literal, resource
from kb.editing.written import WrittenCitation, WrittenHop
from kb.model.definition import Attribution, Hop
from kb.queries.attributions import attributions
from kb.queries.people import people
from kb.queries.question import ask
from kb.queries.uses import uses
from kb.queries.works import works_by_key
from kb.store.library import Library
from kb.vocabulary import C4O, CITO, FACET, KAJIAN, PROV, source_iri, work_iri

_POINTER = C4O + "InTextReferencePointer"


def held_citations(library: Library, statement: str) -> tuple[WrittenCitation, ...]:
    """The citations of a statement (an IRI) as a person would write them, in the order in which they are printed."""
    return tuple(written_citation(each) for each in attributions(library).get(statement, ()))


def written_citation(attribution: Attribution) -> WrittenCitation:
    """A chain as a person writes it, the originator first."""
    hops = (attribution.originator, *reversed(attribution.via))
    return WrittenCitation(tuple(_written_hop(hop) for hop in hops), attribution.as_printed or "")


def _written_hop(hop: Hop) -> WrittenHop:
    return WrittenHop(
        hop.people,
        hop.name_as_written or "",
        hop.year_as_written or "",
        hop.locator or "",
        hop.citekey or "",
        hop.identification or "certain",
    )


def attribution_of(library: Library, citation: WrittenCitation) -> Attribution:
    """The citation as the notes would give it back once it is saved: what a form shows as printed."""
    origin, *hosts = (_hop(library, hop) for hop in citation.hops)
    return Attribution(origin, tuple(reversed(hosts)), printed_form(library, citation))


def printed_form(library: Library, citation: WrittenCitation) -> str:
    """The citation as the draft prints it, else one made of what is written, name and year as they are."""
    if citation.printed:
        return citation.printed
    origin, *hosts = (_as_written(library, hop) for hop in citation.hops)
    return parenthetical(Attribution(origin, tuple(reversed(hosts))), INDONESIAN)


def is_bare(citation: WrittenCitation) -> bool:
    """Whether a citation credits people and says no more: no pointer is written for it."""
    return len(citation.hops) == 1 and not any(
        (citation.printed, *(getattr(citation.hops[0], part) for part in ("name", "year", "locator", "work")))
    )


def _hop(library: Library, hop: WrittenHop) -> Hop:
    work = works_by_key(library).get(hop.work)
    persons = [person for name in hop.people if (person := known_person(library, name))]
    new = [name for name in hop.people if known_person(library, name) is None]
    name = " & ".join([*(person.name for person in persons), *new]) or hop.name
    certain = work is not None and hop.certainty == "certain"
    families = tuple(author.short for author in work.authors) if work and certain else ()
    known = tuple(person.family or person.name for person in persons)
    return Hop(
        name=name or (work.authors[0].name if work and work.authors else ""),
        name_as_written=hop.name or None,
        year_as_written=hop.year or None,
        work_year=work.year if work else None,
        locator=hop.locator or None,
        citekey=work.citekey if work else None,
        identification=hop.certainty if work else None,
        people=tuple(person.id for person in persons),
        short_names=families or ((hop.name,) if hop.name else known + tuple(new)),
        others=bool(families) and work is not None and work.others,
    )


def _as_written(library: Library, hop: WrittenHop) -> Hop:
    """A hop whose printed form holds every word of it; where no name was written, the work's or the person's stands in."""
    full = _hop(library, hop)
    names = (hop.name,) if hop.name else full.short_names
    year = hop.year or (full.work_year if full.confirmed else None)
    return replace(
        full, short_names=names, others=full.others and not hop.name, year_as_written=year, identification=None
    )


def citing_source(library: Library, source: str = "") -> str:
    """The IRI of the chapter that cites: the passage's draft, the project's first one, else the chapter by its number."""
    known = [*([source] if source else []), *library.sources]
    declared = [row["chapter"] for row in ask(library, "chapters") if row["chapter"]]
    if not known and declared:
        return min(declared)
    return source_iri(library.base, known[0] if known else f"bab{library.configuration.chapter}")


class Citations:
    """The pointers of one statement: those that stay as they are, those written anew, those that nothing uses any more."""

    def __init__(self, notes: ChangedNotes, statement: str, citing: str) -> None:
        self.notes, self.statement, self.citing = notes, statement, citing
        rows = [row for row in ask(notes.library, "pointers") if row["statement"] == statement]
        pointers = sorted({row["pointer"] or "" for row in rows})
        held = held_citations(notes.library, statement)
        self.held = dict(zip(pointers, held, strict=False)) if len(pointers) == len(held) else {}
        self.others = [pointer for pointer in pointers if pointer not in self.held]

    def write(self, citations: Sequence[WrittenCitation]) -> Properties:
        """The statement's properties for these citations: pointers, originators, and the works first and last."""
        free = dict(self.held)
        same = {}
        for place, citation in enumerate(citations):
            for pointer, held in free.items():
                if held == citation:
                    same[place] = pointer
                    del free[pointer]
                    break
        pointers = [
            same.get(place) or self._pointer(citation, free)
            for place, citation in enumerate(citations)
            if not is_bare(citation)
        ]
        for pointer in free:
            if self._mine(pointer):
                self.notes.remove(pointer)
        return {KAJIAN + "pointer": _all([*self.others, *pointers])}

    def _pointer(self, citation: WrittenCitation, free: dict[str, WrittenCitation]) -> str:
        """A pointer for a changed or new citation: one of the old ones where no other statement uses it."""
        properties = pointer_properties(self.notes, citation, self.citing)
        old = next((pointer for pointer in free if self._mine(pointer)), None)
        if old:
            del free[old]
            self.notes.change(old, properties)
            return old
        last = citation.hops[0]
        words = f"{last.name or ' '.join(last.people)} {last.year}".replace("tokoh-", "")
        iri = self.notes.iri(self.notes.free("ptr", words))
        self.notes.add_beside(self.statement, iri, _POINTER, properties)
        return iri

    def _mine(self, pointer: str) -> bool:
        users = {use.id for use in uses(self.notes.library, pointer) if use.property == "pointer"}
        return users <= {self.notes.short(self.statement)}


def credit_properties(notes: ChangedNotes, citations: Sequence[WrittenCitation], quotation: bool) -> Properties:
    """Who is credited and which works stand first and last, said again for tools that know PROV only."""
    base = notes.library.base
    origins = [c.hops[0] for c in citations if c.hops]
    read = [c.hops[-1] for c in citations if c.hops and c.hops[-1].work]
    persons = [person_iri(notes, name, _sure(hop)) for hop in origins for name in hop.people]
    primary = [work_iri(base, hop.work) for hop in origins if hop.work]
    source = _all([work_iri(base, hop.work) for hop in read])
    return {
        PROV + "wasAttributedTo": _all(persons),
        PROV + "hadPrimarySource": _all(primary),
        PROV + "wasQuotedFrom": source if quotation else None,
        PROV + "wasDerivedFrom": None if quotation else source,
    }


def pointer_citations(library: Library) -> dict[str, tuple[WrittenCitation, str]]:
    """Every pointer's citation and the chapter that it stands in, by the pointer's IRI."""
    found: dict[str, tuple[WrittenCitation, str]] = {}
    by_statement: dict[str, set[str]] = {}
    for row in ask(library, "pointers"):
        by_statement.setdefault(row["statement"] or "", set()).add(row["pointer"] or "")
    for statement, iris in by_statement.items():
        pointers = sorted(iris)
        held = held_citations(library, statement)
        if len(held) == len(pointers):
            found |= {
                pointer: (citation, citing_source(library)) for pointer, citation in zip(pointers, held, strict=True)
            }
    return found


def pointer_properties(notes: ChangedNotes, citation: WrittenCitation, chapter: str) -> Properties:
    """What a pointer says: the citation as printed, and its chain from the source read to the originator."""
    base = notes.library.base
    citing, told = chapter, []
    for hop in reversed(citation.hops):
        told.append(_hop_turtle(notes, hop, citing))
        citing = work_iri(base, hop.work) if hop.work else citing
    return {
        C4O + "hasContent": literal(printed_form(notes.library, citation), None),
        KAJIAN + "chain": f"( {' '.join(told)} )",
    }


def _hop_turtle(notes: ChangedNotes, hop: WrittenHop, citing: str) -> str:
    persons = [person_iri(notes, name, _sure(hop)) for name in hop.people]
    if hop.name and len(persons) == 1:
        note_spelling(notes, persons[0], hop.name)
    work = resource(work_iri(notes.library.base, hop.work)) if hop.work else None
    said = {
        CITO + "hasCitingEntity": resource(citing),
        CITO + "hasCitedEntity": work,
        PROV + "wasAttributedTo": _all(persons),
        KAJIAN + "nameAsWritten": literal(_name(notes.library, hop), None) if _name(notes.library, hop) else None,
        KAJIAN + "yearAsWritten": literal(hop.year, None) if hop.year else None,
        KAJIAN + "locator": literal(hop.locator, None) if hop.locator else None,
        KAJIAN + "identification": resource(FACET + hop.certainty) if work else None,
    }
    parts = " ; ".join(f"{resource(name)} {objects}" for name, objects in said.items() if objects)
    return f"[ a {resource(CITO + 'Citation')} ; {parts} ]"


def _name(library: Library, hop: WrittenHop) -> str:
    """The name as written; a hop without one and without a work is named by its people."""
    if hop.name or hop.work:
        return hop.name
    known = {person.id: person for person in people(library).values()}
    return " & ".join(known[each].name if each in known else each for each in hop.people)


def _sure(hop: WrittenHop) -> str:
    return hop.work if hop.certainty == "certain" else ""


def _all(iris: Sequence[str]) -> str | None:
    return " , ".join(resource(iri) for iri in dict.fromkeys(iris)) or None
