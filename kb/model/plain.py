"""Dataclasses of this room out of plain data (what `dataclasses.asdict` and JSON made of them), by their own types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from kb.findings import Phrase


def from_plain(kind: Any, value: Any) -> Any:
    """The value as that type; what is neither a dataclass nor a tuple of them stays as it is."""
    if value is None:
        return None
    if isinstance(kind, type) and is_dataclass(kind):
        types = _types(kind)
        return kind(**{name: from_plain(types[name], each) for name, each in value.items()})
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple:
        kinds = inner[:1] * len(value) if inner[-1:] == (...,) else inner
        return tuple(from_plain(each, part) for each, part in zip(kinds, value, strict=True))
    if origin in (Union, UnionType):
        return from_plain(next(each for each in inner if each is not type(None)), value)
    if origin is not None and origin is not Literal and issubclass(origin, Mapping):
        return {name: _said(each) for name, each in value.items()}
    return value


@cache
def _types(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _said(value: Any) -> Any:
    """What fills the words of a finding: phrases come back as phrases."""
    if isinstance(value, dict) and set(value) == {"text", "params"}:
        return Phrase(value["text"], {name: _said(part) for name, part in value["params"].items()})
    return tuple(_said(each) for each in value) if isinstance(value, list) else value
