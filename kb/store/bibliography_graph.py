"""Works of a bibliography as N-Triples, ready for one bulk load (docs/model.md, "Names")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.store.bibliography_names import Name
from kb.store.bibliography_read import Bibliography, Entry
from kb.vocabulary import BIBO, DCT, FABIO, FOAF, KAJIAN, PRISM, RDF, XSD, work_iri

_CLASSES = {
    "article": "JournalArticle",
    "book": "Book",
    "inbook": "BookChapter",
    "incollection": "BookChapter",
    "inproceedings": "ConferencePaper",
    "conference": "ConferencePaper",
    "proceedings": "ConferenceProceedings",
    "techreport": "Report",
    "report": "Report",
    "manual": "InstructionManual",
    "online": "WebPage",
    "www": "WebPage",
    "electronic": "WebPage",
    "phdthesis": "DoctoralThesis",
    "mastersthesis": "MastersThesis",
}
_LITERALS = {
    "publisher": DCT + "publisher",
    "journal": PRISM + "publicationName",
    "journaltitle": PRISM + "publicationName",
    "booktitle": PRISM + "publicationName",
    "volume": PRISM + "volume",
    "number": PRISM + "issueIdentifier",
    "pages": PRISM + "pageRange",
    "doi": BIBO + "doi",
    "isbn": BIBO + "isbn13",
    "issn": BIBO + "issn",
    "langid": DCT + "language",
    "language": DCT + "language",
    "abstract": DCT + "abstract",
    "address": FABIO + "hasPlaceOfPublication",
    "url": FABIO + "hasURL",
}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f\ud800-\udfff]')


def works_triples(bibliography: Bibliography, base: str) -> bytes:
    """Every entry as triples under the project's base."""
    lines: list[str] = []
    for entry in bibliography.entries:
        lines.extend(_entry(entry, base))
    return "\n".join(lines).encode("utf-8") + b"\n"


def _entry(entry: Entry, base: str) -> Iterator[str]:
    work = f"<{work_iri(base, entry.key)}>"
    yield f"{work} <{RDF}type> <{_class(entry)}> ."
    yield f"{work} <{KAJIAN}citekey> {_literal(entry.key)} ."
    title = ": ".join(part for part in (entry.fields.get("title", ""), entry.fields.get("subtitle", "")) if part)
    if title:
        yield f"{work} <{DCT}title> {_literal(title)} ."
    year = re.search(r"(?<!\d)(\d{4})(?!\d)", entry.fields.get("year") or entry.fields.get("date") or "")
    if year:
        yield f'{work} <{FABIO}hasPublicationYear> "{year.group(1)}"^^<{XSD}gYear> .'
    said: set[str] = set()
    for field, predicate in _LITERALS.items():
        if entry.fields.get(field) and predicate not in said:
            said.add(predicate)
            yield f"{work} <{predicate}> {_literal(entry.fields[field])} ."
    for field in entry.fields.get("unverified", "").split(","):
        if field.strip():
            yield f"{work} <{KAJIAN}unverified> {_literal(field.strip())} ."
    yield from _people(work, entry.names.get("author", ()), DCT + "creator", BIBO + "authorList", "author")
    yield from _people(work, entry.names.get("editor", ()), BIBO + "editor", BIBO + "editorList", "editor")


def _class(entry: Entry) -> str:
    if entry.type in ("legislation", "legal", "statute", "jurisdiction"):
        return BIBO + "Statute"
    kind = (entry.fields.get("type", "") + " " + entry.type).casefold()
    if entry.type in ("thesis", "phdthesis", "mastersthesis", "misc"):
        for words, name in (
            ("disertasi|phd", "DoctoralThesis"),
            ("tesis|master", "MastersThesis"),
            ("skripsi|bachelor", "BachelorsThesis"),
        ):
            if re.search(words, kind):
                return FABIO + name
        if entry.type == "thesis":
            return FABIO + "Thesis"
    return FABIO + _CLASSES.get(entry.type, "Expression")


def _people(work: str, people: tuple[Name, ...], each: str, ordered: str, role: str) -> Iterator[str]:
    """Each person as a node of the work's own, and the list that keeps their order."""
    if not people:
        return
    cells = [f"{work[:-1]}/{role}-list-{place}>" for place in range(1, len(people) + 1)]
    yield f"{work} <{ordered}> {cells[0]} ."
    for place, (name, cell) in enumerate(zip(people, cells, strict=True), 1):
        person = f"{work[:-1]}/{role}-{place}>"
        yield f"{work} <{each}> {person} ."
        yield f"{cell} <{RDF}first> {person} ."
        following = cells[place] if place < len(cells) else f"<{RDF}nil>"
        yield f"{cell} <{RDF}rest> {following} ."
        yield f"{person} <{FOAF}name> {_literal(name.full)} ."
        if name.family:
            yield f"{person} <{FOAF}familyName> {_literal(name.short)} ."
            yield f"{person} <{FOAF}givenName> {_literal(name.given)} ."


def _literal(text: str) -> str:
    """A plain literal; controls and lone surrogates become the replacement character."""
    if not _ESCAPED.search(text):
        return f'"{text}"'
    return '"' + _ESCAPED.sub(lambda match: _ESCAPES.get(match.group(), "\N{REPLACEMENT CHARACTER}"), text) + '"'
