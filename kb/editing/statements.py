"""Facets of a study as one line of words: what a person states of it, in place of what was stated."""

from __future__ import annotations

from kb.editing.study_statements import Values, settled
from kb.editing.written_study import WrittenValue
from kb.model.study import State
from kb.store.library import Library

SEPARATOR = ";"
STATES: dict[str, State] = {
    "absent": "absent",
    "tidak": "absent",
    "not-in-source": "not-in-source",
    "tidak-disebut": "not-in-source",
}
"""Words before a colon that say how a value stands: `absent:…` the study says it lacks it, `not-in-source:…` it was looked for."""


def values_in(library: Library, facet: str, line: str | None, held: Values) -> Values:
    """The values that a line names, parted by `;`; nothing in it means unread.

    A statement that says the same already stays with its passage; of what is not named any more none stays.
    """
    found: list[WrittenValue] = []
    for part in (line or "").split(SEPARATOR):
        if part.strip():
            wanted = settled(library, facet, _read(part.strip()))
            same = [value for value in held if _key(value) == _key(wanted) and value not in found]
            found += same or ([] if any(_key(value) == _key(wanted) for value in found) else [wanted])
    return tuple(found)


def _key(value: WrittenValue) -> tuple[str, str, str]:
    return (value.state, value.value, "" if value.value else " ".join(value.text.split()))


def _read(words: str) -> WrittenValue:
    before, colon, rest = words.partition(":")
    state = STATES.get(before.strip().casefold(), "stated") if colon else "stated"
    said = rest if state != "stated" else words
    return WrittenValue(text=" ".join(said.split()), state=state)
