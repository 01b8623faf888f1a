"""A work as the flat fields of a form, and back; people stand one a line."""

from __future__ import annotations

from kb.editing.faults import Faults
from kb.editing.rebase import Field, Fields
from kb.editing.work_types import type_like
from kb.editing.works import people_field, people_lines
from kb.editing.written import WrittenWork
from kb.store.bibliography_entry import NAME_FIELDS

PREFIX = "field."


def work_fields(work: WrittenWork) -> dict[str, Field]:
    """The fields of a form; those of the bibliography stand behind `field.`."""
    found: dict[str, Field] = {"type": work.type, "key": work.key}
    for name, text in work.fields.items():
        found[PREFIX + name] = people_lines(text) if name in NAME_FIELDS else text
    return found


def work_of(fields: Fields, held: WrittenWork | None = None) -> WrittenWork:
    """The work that the fields say; people who stand as they did keep the spelling of the file."""
    own: dict[str, str] = {}
    for name, value in fields.items():
        field = name.removeprefix(PREFIX)
        if not name.startswith(PREFIX) or not isinstance(value, str) or not value.strip():
            continue
        before = held.fields.get(field, "") if held else ""
        if field in NAME_FIELDS:
            same = people_lines(before).split("\n") == [
                " ".join(line.split()) for line in value.splitlines() if line.strip()
            ]
            own[field] = before if before and same else people_field(value)
        else:
            own[field] = before if before.strip() == value.strip() else value.strip()
    return WrittenWork(str(fields.get("type", "")), own, held.key if held else str(fields.get("key", "")).strip())


def shown_fields(type: str, fields: Fields) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields that a type has, in order, and those besides that the entry holds."""
    own = type_like(type).fields
    held = (name.removeprefix(PREFIX) for name, value in fields.items() if name.startswith(PREFIX) and value)
    return own, tuple(name for name in dict.fromkeys(held) if name not in own)


def of_form(faults: Faults) -> Faults:
    """Faults under the names that the form has."""
    return {name if name == "key" else PREFIX + name: error for name, error in faults.items()}
