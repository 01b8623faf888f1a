"""Reference lists and citations in a citation style: entries in, runs out, everything by one call of citeproc."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from kb import __version__
from kb.citing.csl_files import Style
from kb.citing.csl_json import Item, csl_item
from kb.citing.csl_titles import TITLES, protected_in
from kb.citing.pandoc_document import CitationRequest, document
from kb.citing.pandoc_runs import Answer, Listed, answer
from kb.model.reference import Reference, ReferenceList
from kb.model.text import Run, Runs
from kb.store.bibliography_entry import Entry
from kb.store.derived import Derived
from kb.store.pandoc import citeproc

_IN_NOTES = ("first", "later")
_AND = {"id": "dan", "en": "and"}
_IN_BRACKETS_AND_SENTENCE = ("parenthetical", "narrative")


@dataclass(frozen=True, slots=True)
class Printed:
    """A list, and the runs of the citations that were asked for, in that order."""

    references: ReferenceList
    citations: tuple[Runs, ...]


def printed(
    entries: Sequence[Entry],
    style: Style,
    language: str = "id",
    requests: Sequence[CitationRequest] = (),
    kept: Derived | None = None,
    unlisted: Sequence[Entry] = (),
) -> Printed:
    """The list of the entries, numbered in their order where the style counts, and citations of any of them.

    `unlisted` may be cited but do not stand in the list: originals that nobody held. What was made before from the same
    entries, style and requests comes from `kept`.
    """
    name = f"references-{_digest(entries, unlisted, style, language, requests)}.json"
    made = _kept(kept, name)
    if made is None:
        made = _made(entries, unlisted, style, language, requests)
        if kept is not None:
            kept.put(name, json.dumps(_plain_data(made), ensure_ascii=False).encode())
    references = tuple(Reference(entries[_place(each)].key, each.runs, each.label) for each in made.listed)
    return Printed(ReferenceList(style.name, language, references, made.hanging), made.citations)


def with_citations(
    entries: Sequence[Entry], style: Style, language: str = "id", kept: Derived | None = None
) -> ReferenceList:
    """The list whose works also say how the text cites them, in both forms of the style."""
    forms = _IN_NOTES if style.category == "note" else _IN_BRACKETS_AND_SENTENCE
    asked = [CitationRequest(entry.key, narrative=again) for again in (False, True) for entry in entries]
    found = printed(entries, style, language, asked, kept)
    half = len(entries)
    ways = {
        entry.key: dict(zip(forms, (found.citations[place], found.citations[half + place]), strict=True))
        for place, entry in enumerate(entries)
    }
    listed = found.references
    return replace(listed, references=tuple(replace(each, in_text=ways[each.citekey]) for each in listed.references))


def _made(
    entries: Sequence[Entry],
    unlisted: Sequence[Entry],
    style: Style,
    language: str,
    requests: Sequence[CitationRequest],
) -> Answer:
    known = (*entries, *unlisted)
    places = {entry.key: place for place, entry in enumerate(known)}
    items = [_item(entry, style, language, f"w{place}") for place, entry in enumerate(known)]
    in_sentence = style.category != "note"
    wanted = [
        CitationRequest(f"w{places[each.key]}", each.locator, each.narrative and in_sentence) for each in requests
    ]
    asked = document(wanted, [f"w{place}" for place in range(len(entries))], language)
    references = json.dumps(items, ensure_ascii=False).encode("utf-8", "replace")
    found = answer(citeproc(asked, style.data, references, style.name), language)
    citations = tuple(
        _in_sentence(runs, known[places[each.key]], language) if each.narrative and in_sentence else runs
        for each, runs in zip(requests, found.citations, strict=True)
    )
    return Answer(citations, tuple(each for each in found.listed if _place(each) < len(entries)), found.hanging)


def _place(listed: Listed) -> int:
    return int(listed.identifier[1:])


def _in_sentence(runs: Runs, entry: Entry, language: str) -> Runs:
    """A sentence says "dan" where brackets say "&" (APA 7, 8.17); the "&" of a firm's name stays."""
    if not runs or any("&" in name.literal for names in entry.names.values() for name in names):
        return runs
    names, bracket, rest = runs[0].text.partition("(")
    spoken = names.replace(" & ", f" {_AND.get(language, 'dan')} ")
    return (replace(runs[0], text=spoken + bracket + rest), *runs[1:])


def _item(entry: Entry, style: Style, language: str, identifier: str) -> Item:
    item = csl_item(entry, language, identifier)
    authors = item.get("author", [])
    if style.shipped == "apa" and len(authors) == 1 and authors[0].get("literal", "") == item.get("publisher"):
        del item["publisher"]  # APA 7, 9.29: a publisher that is the author is not named twice
    return item


def _digest(
    entries: Sequence[Entry],
    unlisted: Sequence[Entry],
    style: Style,
    language: str,
    requests: Sequence[CitationRequest],
) -> str:
    """Changes with all that is read in the entries, with the style and with what is asked; not with how they are laid out.

    A form shows an entry before it is written, and its page the same one as it then stands in the file.
    """
    digest = hashlib.sha256(f"{_code()} {__version__} {language} {len(entries)}".encode() + style.data)
    for entry in (*entries, *unlisted):
        digest.update(f"\0{entry.key}\0{_read(entry)}".encode("utf-8", "surrogatepass"))
    digest.update(repr(requests).encode())
    return digest.hexdigest()[:40]


def _read(entry: Entry) -> str:
    """All of an entry that can be printed; the braces that protect words of a title stand in its text alone."""
    braces = protected_in(entry.raw, *(field for field in TITLES if field in entry.fields))
    return repr((entry.type, sorted(entry.fields.items()), sorted(entry.names.items()), braces))


@cache
def _code() -> str:
    """Changes when the code that makes lists does: what an older one made is made anew."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    return " ".join(f"{path.name}:{path.stat().st_size}:{path.stat().st_mtime_ns}" for path in files)


def _kept(kept: Derived | None, name: str) -> Answer | None:
    data = kept.get(name) if kept else None
    if data is None:
        return None
    try:
        found: Mapping[str, Any] = json.loads(data)
        citations = tuple(_runs(each) for each in found["citations"])
        listed = tuple(Listed(identifier, _runs(runs), label) for identifier, label, runs in found["listed"])
        return Answer(citations, listed, bool(found["hanging"]))
    except (ValueError, KeyError, TypeError):  # broken: it is made again
        return None


def _runs(written: Sequence[Sequence[Any]]) -> Runs:
    return tuple(Run(str(text), bool(italic), bool(bold)) for text, italic, bold in written)


def _plain_data(made: Answer) -> dict[str, Any]:
    def runs(parts: Runs) -> list[list[Any]]:
        return [[run.text, int(run.italic), int(run.bold)] for run in parts]

    return {
        "citations": [runs(each) for each in made.citations],
        "listed": [[each.identifier, each.label, runs(each.runs)] for each in made.listed],
        "hanging": made.hanging,
    }
