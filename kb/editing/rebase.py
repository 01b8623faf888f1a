"""A person's changes to the fields of a form, put on what the files say now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Field = str | bool | list[str]
Fields = Mapping[str, Field]


@dataclass(frozen=True, slots=True)
class Rebased:
    """`values` to be shown now; `theirs` are fields that both sides changed, with what the files say of them.

    In such a field the person's own words stay in `values`.
    """

    values: dict[str, Field]
    theirs: dict[str, Field] = field(default_factory=dict)
    followed: tuple[str, ...] = ()
    """Fields that only the other side changed: they show what the files say."""


def rebased(base: Fields, mine: Fields, now: Fields) -> Rebased:
    """Field by field: what the person changed stays, what only the files changed follows them.

    A field that `base` or `now` does not have stands there as empty.
    """
    values: dict[str, Field] = {}
    theirs: dict[str, Field] = {}
    followed = []
    for name in dict.fromkeys((*now, *mine)):
        old, own, new = base.get(name), mine.get(name, base.get(name)), now.get(name)
        if own is None or _same(own, old):
            values[name] = _empty(own) if new is None else new
            if not _same(old, new):
                followed.append(name)
            continue
        values[name] = own
        if not _same(old, new) and not _same(own, new):
            theirs[name] = _empty(own) if new is None else new
    return Rebased(values, theirs, tuple(followed))


def changed(base: Fields, mine: Fields) -> dict[str, Field]:
    """The fields that the person changed."""
    return {name: value for name, value in mine.items() if not _same(value, base.get(name))}


def _same(one: Field | None, other: Field | None) -> bool:
    """Equal; a field that is not there is the same as an empty one."""
    return one == other or (not one and not other)


def _empty(like: Field | None) -> Field:
    return [] if isinstance(like, list) else False if isinstance(like, bool) else ""
