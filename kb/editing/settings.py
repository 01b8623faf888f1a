"""The settings of a project as a person changes them: `kajian.toml` with its comments kept."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from kb.errors import InputError
from kb.store.configuration import FILE, check_settings
from kb.store.ordinary import read_ordinary
from kb.store.save import Change, Saved, save

CHANGEABLE = ("title", "profile", "style", "language", "tense", "chapter")
"""What may be changed here; everything else says where the project's files are."""


def change_settings(root: Path, values: Mapping[str, str | int]) -> Saved:
    """Set the given keys and save; an empty text takes a key out. InputError for another key or a broken file."""
    for key in values:
        if key not in CHANGEABLE:
            raise InputError("unknown-key", name=key, nearest=", ".join(CHANGEABLE))
    base = read_ordinary(root / FILE)
    mine = changed_settings(base, values)
    check_settings(root / FILE, tomllib.loads(mine.decode("utf-8-sig")))
    return save(root, [Change(FILE, base, mine)], "app", "Pengaturan: " + ", ".join(values))


def changed_settings(data: bytes, values: Mapping[str, str | int | Sequence[str]]) -> bytes:
    """The file with these keys set: comments, order and everything else stay as they are."""
    import tomlkit

    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    document = tomlkit.parse(data.decode("utf-8-sig"))
    for key, value in values.items():
        if value == "":
            document.pop(key, None)
        elif document.get(key) != value:
            document[key] = value
    return mark + tomlkit.dumps(document).encode()
