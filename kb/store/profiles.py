"""Campus forms: `kb/profiles/*.toml` and a project's own `profiles/*.toml`, which win."""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from kb.errors import InputError

# The one import of a layer above: a profile is plain data, and the loader of files belongs to the store.
from kb.model.profile import ColumnSpec, Profile
from kb.store.configuration import Configuration
from kb.store.freshness import Stamp, stamp_of
from kb.store.ordinary import read_words
from kb.store.resources import PROFILES

FOLDER = "profiles"
"""Where a project keeps its own forms."""

_KINDS = {key: kind for key, kind in get_type_hints(Profile).items() if key not in ("name", "columns")}
_COLUMN_KEYS = ("id", "label", "content", "weight")
_NAME = re.compile(r"[a-z][a-z0-9-]*")
_SLOTS = {"number_pattern": {"chapter", "n"}, "continued": {"table", "caption"}, "source_line": {"works"}}
_BOUNDS: dict[str, tuple[float, float]] = {
    "body_size": (6, 24),
    "table_size": (6, 24),
    "line_spacing": (0.8, 3),
    "margin_left": (0, 8),
    "margin_right": (0, 8),
    "margin_top": (0, 8),
    "margin_bottom": (0, 8),
    "et_al_from": (2, 99),
    "secondary_most": (0, 100),
    "sources_least": (0, 999),
    "sources_recent_years": (0, 99),
    "sources_recent_share": (0, 100),
}


def load_profile(name: str, project_root: Path | None = None) -> Profile:
    """The form of that name, upper or lower case; InputError with the nearest names, or with the place of a mistake."""
    return _load(name, profile_files(project_root), ())


def project_profile(configuration: Configuration, name: str | None = None) -> Profile:
    """The form that a project asks for, or another by name, with the project's own citation style."""
    found = load_profile(name or configuration.profile, configuration.root)
    return replace(found, citation_style=configuration.style) if configuration.style else found


def profile_names(project_root: Path | None = None) -> tuple[str, ...]:
    """All forms there are, in alphabetical order."""
    return tuple(sorted(profile_files(project_root)))


def profile_files(project_root: Path | None = None) -> dict[str, Path]:
    """Each form's file by its name, which is the file's."""
    folders = [PROFILES] + ([project_root / FOLDER] if project_root else [])
    return {_fold(path.stem): path for folder in folders for path in sorted(folder.glob("*.toml"))}


def _load(name: str, files: dict[str, Path], through: tuple[Path, ...]) -> Profile:
    path = files.get(_fold(name))
    if path is None:
        from difflib import get_close_matches

        nearest = get_close_matches(_fold(name), files, n=3, cutoff=0.4) or sorted(files)
        raise InputError("unknown-profile", name=name, nearest=", ".join(nearest))
    table = _read(path)
    like = table.pop("like", None)
    base = Profile(path.stem, path.stem, ()) if like is None else _base(path, like, files, through)
    return _filled(path, replace(base, name=path.stem), table)


def _base(path: Path, like: Any, files: dict[str, Path], through: tuple[Path, ...]) -> Profile:
    """The form that another builds on; one that builds on its own name means the shipped one of that name."""
    shipped = profile_files()
    if not isinstance(like, str):
        raise _wrong(path, "like", "nama format lain")
    if path.parent == PROFILES or files.get(_fold(like)) == path:
        files = shipped
    if files.get(_fold(like)) in (path, *through):
        raise _wrong(path, "like", "nama format lain")
    return _load(like, files, (*through, path))


def _read(path: Path) -> dict[str, Any]:
    """The tables of a form's file, for the caller to take apart."""
    return dict(_parsed(path, stamp_of(path)))


@lru_cache(maxsize=32)
def _parsed(path: Path, stamp: Stamp) -> dict[str, Any]:
    # a page asks for its form several times, and a form for those that it builds on
    try:
        return tomllib.loads(read_words(path, 10**6))
    except (OSError, ValueError, RecursionError) as broken:  # no text, no TOML, brackets or digits without end
        raise InputError("profile-broken", where=path, why=broken) from broken


def _filled(path: Path, base: Profile, table: dict[str, Any]) -> Profile:
    columns = table.pop("columns", None)
    values = {key: _value(path, key, value) for key, value in table.items()}
    profile = replace(base, **values)
    if columns is not None:
        profile = replace(profile, columns=_columns(path, columns))
    if not profile.columns:
        raise _wrong(path, "columns", "[[columns]] …")
    return profile


def _value(path: Path, key: str, value: Any) -> Any:
    if key not in _KINDS:
        from difflib import get_close_matches

        nearest = get_close_matches(key, (*_KINDS, "columns", "like"), n=3, cutoff=0.4)
        raise InputError("profile-key", where=path, key=key, nearest=", ".join(nearest) or "–")
    kind = _KINDS[key]
    if get_origin(kind) is Literal:
        return _checked(path, key, value, lambda: value in get_args(kind), " | ".join(get_args(kind)))
    if kind in (int, float):
        low, high = _BOUNDS[key]
        expected = f"{low}–{high}"
        return kind(_checked(path, key, value, lambda: _is_number(value, kind) and low <= value <= high, expected))
    if kind is bool:
        return _checked(path, key, value, lambda: isinstance(value, bool), "true | false")
    slots = _SLOTS.get(key, set())
    expected = '"…"' + "".join(f" {{{slot}}}" for slot in sorted(slots))
    return _checked(path, key, value, lambda: isinstance(value, str) and _fits(value, key, slots), expected)


def _checked(path: Path, key: str, value: Any, good: Callable[[], bool], expected: str) -> Any:
    if not good():
        raise _wrong(path, key, expected)
    return value


def _is_number(value: Any, kind: type) -> bool:
    return not isinstance(value, bool) and isinstance(value, int if kind is int else (int, float))


def _fits(text: str, key: str, slots: set[str]) -> bool:
    """Whether a pattern has only slots that will be filled; other texts are free."""
    if key not in _SLOTS:
        return True
    try:
        pieces = list(string.Formatter().parse(text))
    except ValueError:
        return False
    used = {name for _, name, _, _ in pieces if name is not None}
    plain = all(not form and not turn for _, _, form, turn in pieces)
    return plain and used <= slots and (key != "number_pattern" or "n" in used)


def _columns(path: Path, entries: Any) -> tuple[ColumnSpec, ...]:
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise _wrong(path, "columns", "[[columns]] …")
    columns = tuple(_column(path, entry, place) for place, entry in enumerate(entries, 1))
    ids = [column.id for column in columns]
    twice = next((place for place, name in enumerate(ids, 1) if name in ids[: place - 1]), None)
    if twice:
        raise _wrong(path, f"columns[{twice}].id", "id yang belum dipakai")
    return columns


def _column(path: Path, entry: dict[str, Any], place: int) -> ColumnSpec:
    at = f"columns[{place}]"
    for key in entry:
        if key not in _COLUMN_KEYS:
            raise InputError("profile-key", where=path, key=f"{at}.{key}", nearest=", ".join(_COLUMN_KEYS))
    name, label, content, weight = (entry.get(key) for key in _COLUMN_KEYS)
    content = [name] if content is None else content
    weight = 1.0 if weight is None else weight
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise _wrong(path, f"{at}.id", '"huruf-kecil"')
    if not isinstance(label, dict) or not isinstance(label.get("id"), str):
        raise _wrong(path, f"{at}.label", '{ id = "…", en = "…" }')
    if (
        not isinstance(content, list)
        or not content
        or not all(isinstance(c, str) and _NAME.fullmatch(c) for c in content)
    ):
        raise _wrong(path, f"{at}.content", '["author-year"]')
    if not _is_number(weight, float) or not 0 < weight <= 1000:
        raise _wrong(path, f"{at}.weight", "0–1000")
    return ColumnSpec(name, label["id"], str(label.get("en", label["id"])), tuple(content), float(weight))


def _wrong(path: Path, key: str, expected: str) -> InputError:
    return InputError("profile-value", where=path, key=key, expected=expected)


def _fold(name: str) -> str:
    return "-".join(name.casefold().replace("_", " ").replace("-", " ").split())
