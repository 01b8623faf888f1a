"""What hinders a save, field by field, so that a form can say it beside each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kb.editing.passages import stands_once
from kb.editing.written import Quote, WrittenCitation, WrittenHop
from kb.errors import InputError
from kb.queries.works import works_by_key
from kb.store.library import Library

Faults = dict[str, InputError]
"""Field -> what is wrong with it; `hop.0` is the originator of the first citation, `hop.1` its first host."""

CERTAINTIES = ("certain", "probable", "possible")
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


class FormError(InputError):
    """Some fields cannot be saved as they are; its own words are those of the first of them."""

    def __init__(self, faults: Mapping[str, InputError]) -> None:
        first = next(iter(faults.values()))
        super().__init__(first.code, **first.params)
        self.faults = dict(faults)


def require(faults: Faults) -> None:
    """FormError where there is any fault."""
    if faults:
        raise FormError(faults)


def word_faults(words: Mapping[str, str], needed: Iterable[str] = ()) -> Faults:
    """Fields that must not be empty and are, and those with letters that no file can hold."""
    found: Faults = {}
    for name in needed:
        if not words.get(name, "").strip():
            found[name] = InputError("entry-needed")
    for name, text in words.items():
        if _UNWRITABLE.search(text):
            found[name] = InputError("entry-unwritable", letter=repr(_UNWRITABLE.findall(text)[0])[1:-1])
    return found


def language_faults(language: str) -> Faults:
    """A language that no text can be marked with."""
    return {} if _LANGUAGE.fullmatch(language) else {"language": InputError("entry-language", language=language)}


def passage_faults(library: Library, passage: Quote | None, held: Quote | None, field: str = "passage") -> Faults:
    """A passage that the draft does not have exactly once; one that was there before may stay."""
    if passage is None or passage == held or stands_once(library, passage):
        return {}
    return {field: InputError("passage-not-once", source=passage.source)}


def citation_faults(library: Library, citations: Iterable[WrittenCitation], prefix: str = "") -> Faults:
    """Hops that name nothing, works that the bibliography does not have, works that cite themselves."""
    found: Faults = {}
    for number, citation in enumerate(citations):
        stem = f"{prefix}hop" if number == 0 else f"{prefix}citation.{number}.hop"
        found |= word_faults({f"{prefix}printed": citation.printed})
        for place, hop in enumerate(citation.hops):
            found |= _hop_faults(library, hop, f"{stem}.{place}")
            if place and hop.work and hop.work == citation.hops[place - 1].work:
                found[f"{stem}.{place}.work"] = InputError("hop-cites-itself", work=hop.work)
    return found


def _hop_faults(library: Library, hop: WrittenHop, field: str) -> Faults:
    words = {f"{field}.name": hop.name, f"{field}.year": hop.year, f"{field}.locator": hop.locator}
    found = word_faults({**words, **{f"{field}.people": name for name in hop.people}})
    if not (hop.name.strip() or hop.work or any(name.strip() for name in hop.people)):
        found[f"{field}.people"] = InputError("hop-names-nobody")
    if hop.work and hop.work not in works_by_key(library):
        found[f"{field}.work"] = InputError("hop-unknown-work", work=hop.work)
    if hop.certainty not in CERTAINTIES:
        found[f"{field}.certainty"] = InputError("hop-certainty", name=hop.certainty, nearest=", ".join(CERTAINTIES))
    return found
