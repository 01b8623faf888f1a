"""Works of a bibliography as N-Triples, ready for one bulk load (docs/model.md, "Names")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.store.bibliography_entry import CONTAINERS, Bibliography, Entry
from kb.store.bibliography_kinds import work_class
from kb.store.bibliography_names import OTHERS, Name
from kb.store.bibliography_organisations import is_organisation
from kb.vocabulary import BIBO, DCT, FABIO, FOAF, KAJIAN, PRISM, RDF, XSD, work_iri

_LITERALS = {
    "publisher": DCT + "publisher",
    "institution": DCT + "publisher",
    "school": DCT + "publisher",
    "organization": DCT + "publisher",
    "journal": PRISM + "publicationName",
    "journaltitle": PRISM + "publicationName",
    "booktitle": PRISM + "publicationName",
    "maintitle": PRISM + "publicationName",
    "volume": PRISM + "volume",
    "number": PRISM + "issueIdentifier",
    "issue": PRISM + "issueIdentifier",
    "edition": PRISM + "edition",
    "series": PRISM + "seriesTitle",
    "pages": PRISM + "pageRange",
    "isbn": BIBO + "isbn",
    "issn": BIBO + "issn",
    "abstract": DCT + "abstract",
    "address": FABIO + "hasPlaceOfPublication",
    "location": FABIO + "hasPlaceOfPublication",
    "url": FABIO + "hasURL",
}
"""Field -> predicate; of the fields of one predicate the first that is filled counts."""

_LANGUAGES = {
    "indonesian": "id", "bahasa": "id", "bahasa indonesia": "id", "indonesia": "id", "bahasai": "id", "ind": "id",
    "english": "en", "inggris": "en", "american": "en", "british": "en", "usenglish": "en", "ukenglish": "en", "eng": "en",
    "malay": "ms", "melayu": "ms", "bahasam": "ms", "arabic": "ar", "arab": "ar", "dutch": "nl", "belanda": "nl",
    "german": "de", "ngerman": "de", "french": "fr", "javanese": "jv", "jawa": "jv", "sundanese": "su", "sunda": "su",
}  # fmt: skip
"""Names that exports give languages -> their tags; any other value stays as it is."""

_YEAR = re.compile(r"\W*(?!0000)(\d{4})(?!\d)")
_DOI = re.compile(r"\b10\.\d{4,9}/\S+")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r'[\\"\x00-\x1f\ud800-\udfff\ufffe\uffff]')


def works_triples(bibliography: Bibliography, base: str) -> bytes:
    """Every work as triples under the project's base; entries that only lend fields to others are no works."""
    lines: list[str] = []
    for entry in bibliography.entries:
        if entry.type not in CONTAINERS:
            lines.extend(_work(entry, base))
    return ("\n".join(lines) + "\n").encode("utf-8") if lines else b""


def _work(entry: Entry, base: str) -> Iterator[str]:
    key = _scalars(entry.key)
    work = f"<{work_iri(base, key)}"
    subject = work + "> <"
    yield f"{subject}{RDF}type> <{work_class(entry)}> ."
    yield f"{subject}{KAJIAN}citekey> {_literal(key)} ."
    for predicate, value in _facts(entry):
        yield f"{subject}{predicate}> {_literal(value)} ."
    year = _YEAR.match(entry.fields.get("year") or entry.fields.get("date") or "")
    if year:
        yield f'{subject}{FABIO}hasPublicationYear> "{year.group(1)}"^^<{XSD}gYear> .'
    yield from _people(work, entry.names.get("author", ()), DCT + "creator", BIBO + "authorList", "author")
    yield from _people(work, entry.names.get("editor", ()), BIBO + "editor", BIBO + "editorList", "editor")


def _facts(entry: Entry) -> Iterator[tuple[str, str]]:
    """What is a plain text in the graph, by predicate."""
    fields = entry.fields
    title = ": ".join(part for part in (fields.get("title", ""), fields.get("subtitle", "")) if part)
    if title:
        yield DCT + "title", title
    said: set[str] = set()
    for field, predicate in _LITERALS.items():
        value = fields.get(field)
        if value and predicate not in said:
            said.add(predicate)
            yield predicate, value
    doi = _DOI.search(fields.get("doi", ""))
    if doi or fields.get("doi"):
        yield BIBO + "doi", doi.group() if doi else fields["doi"]
    language = fields.get("langid") or fields.get("language") or ""
    if language:
        yield DCT + "language", _LANGUAGES.get(language.casefold(), language)
    for name in sorted(set(re.split(r"[,;\s]+", fields.get("unverified", "").casefold())) - {""}):
        yield KAJIAN + "unverified", name


def _people(work: str, people: tuple[Name, ...], each: str, ordered: str, role: str) -> Iterator[str]:
    """Each person as a node of the work's own, and the list that keeps their order; "and others" is nobody."""
    people = tuple(name for name in people if name != OTHERS)
    for place, name in enumerate(people, 1):
        person, cell = f"{work}/{role}-{place}>", f"{work}/{role}-list-{place}>"
        following = f"{work}/{role}-list-{place + 1}>" if place < len(people) else f"<{RDF}nil>"
        if place == 1:
            yield f"{work}> <{ordered}> {cell} ."
        yield f"{work}> <{each}> {person} ."
        yield f"{cell} <{RDF}first> {person} ."
        yield f"{cell} <{RDF}rest> {following} ."
        yield f"{person} <{RDF}type> <{FOAF}{_agent(name)}> ."
        yield f"{person} <{FOAF}name> {_literal(name.full)} ."
        if name.family:
            yield f"{person} <{FOAF}familyName> {_literal(name.short)} ."
        if name.given:
            yield f"{person} <{FOAF}givenName> {_literal(name.given)} ."


def _agent(name: Name) -> str:
    """A name kept whole may be a person of one name or an organisation: then nothing is said."""
    if name.family:
        return "Person"
    return "Organization" if is_organisation(name.literal) else "Agent"


def _literal(text: str) -> str:
    """A plain literal; what no XML could carry (controls, lone surrogates) is the replacement character."""
    if not _ESCAPED.search(text):
        return f'"{text}"'
    return '"' + _ESCAPED.sub(lambda match: _ESCAPES.get(match.group(), "\N{REPLACEMENT CHARACTER}"), text) + '"'


def _scalars(text: str) -> str:
    return text if text.isprintable() else text.encode("utf-8", "replace").decode("utf-8")
