"""Earlier saves: who changed what and when; `.kajian/history/saves/000012.json` is save 12.

A record carries the state of every file that a save ever touched, so that records between two others can be dropped.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, cast

from kb.errors import SaveError
from kb.findings import Finding, Place
from kb.store import atomic
from kb.store.freshness import Stamp, stamp_of
from kb.store.ordinary import read_ordinary
from kb.store.pending import KEPT
from kb.store.project_path import project_path
from kb.store.versions import digest, drop_versions, version

By = Literal["app", "edit", "import", "restore"]
State = Mapping[str, str | None]
"""Files by name; the SHA-256 of each, None where it does not exist."""

LAST = 50
DAYS = 30
_NUMBER = re.compile(r"([0-9]{1,9})\.json")
_LARGEST = 20 * 2**20
"""Bytes of a record: it names every file that was ever saved."""
OUTSIDE = "Perubahan di luar Kajian"
"""Summary of a record that only notes what another program did to a file of ours."""


@dataclass(frozen=True, slots=True)
class SaveRecord:
    """One earlier save; `when` is local time with its offset, `files` are names in the project."""

    save: int
    when: str
    by: By
    files: tuple[str, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Record:
    """A save as it is kept: `changed` holds each file's version before and after.

    `state` are all files ever saved as they were right after it, `origin` as they were before the first save.
    """

    save: int
    when: str
    by: By
    summary: str
    changed: Mapping[str, tuple[str | None, str | None]]
    state: State
    origin: State

    def versions(self) -> set[str]:
        """Every version that this record needs."""
        named = [*self.state.values(), *self.origin.values(), *(v for pair in self.changed.values() for v in pair)]
        return {name for name in named if name}


def history(root: Path) -> list[SaveRecord]:
    """The saves that can be brought back, newest first."""
    records = (read_record(path) for path in reversed(record_paths(root)))
    return [SaveRecord(r.save, r.when, r.by, tuple(r.changed), r.summary) for r in records if r]


def record_paths(root: Path) -> list[Path]:
    """The files of all records, oldest first, damaged ones among them."""
    folder = _folder(root)
    return [folder / name for name in _names(folder)]


def _folder(root: Path) -> Path:
    return root / KEPT / "history" / "saves"


def _names(folder: Path) -> list[str]:
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    numbered = [(int(found[1]), name) for name in names if (found := _NUMBER.fullmatch(name))]
    return [name for _, name in sorted(numbered)]


def record_path(root: Path, save: int) -> Path:
    """Where save `save` is recorded."""
    return _folder(root) / f"{save:06d}.json"


def last_record(root: Path) -> Record | None:
    """The newest record that can be read."""
    folder = _folder(root)
    return next((record for name in reversed(_names(folder)) if (record := read_record(folder / name))), None)


def new_record(
    root: Path, by: By, summary: str, changed: Mapping[str, tuple[str | None, str | None]], last: Record | None
) -> Record:
    """The record of a save that changes `changed`, following `last`; numbers are never used twice."""
    state = dict(last.state) if last else {}
    origin = dict(last.origin) if last else {}
    for name, (before, after) in changed.items():
        if name not in state:
            origin[name] = before
        state[name] = after
    names = _names(_folder(root))
    save = max(int(names[-1].partition(".")[0]) if names else 0, last.save if last else 0) + 1
    return Record(save, now().isoformat(timespec="seconds"), by, summary, changed, state, origin)


def now() -> datetime:
    """The time, in the place where the person is."""
    return datetime.now().astimezone()


def to_json(record: Record) -> bytes:
    """A record as it is kept."""
    return json.dumps(asdict(record), ensure_ascii=False, indent=1).encode()


def read_record(path: Path) -> Record | None:
    """The record in a file, None where it is damaged."""
    return _record(path, stamp_of(path))


@lru_cache(maxsize=300)
def _record(path: Path, stamp: Stamp) -> Record | None:
    # records are never written again, and each save looks through all of them for versions that are still needed
    try:
        table = json.loads(read_ordinary(path, _LARGEST))
        return Record(
            int(table["save"]),
            str(table["when"]),
            cast(By, str(table["by"])),
            str(table["summary"]),
            {str(name): _pair(pair) for name, pair in table["changed"].items()},
            {str(name): _name(value) for name, value in table["state"].items()},
            {str(name): _name(value) for name, value in table["origin"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def state_after(root: Path, save: int) -> dict[str, str | None]:
    """Every file ever saved, as it was right after save `save` (0: before the first)."""
    last = last_record(root)
    record = read_record(record_path(root, save)) if save > 0 else last
    if record is None or last is None or save < 0:
        known = ", ".join(str(earlier.save) for earlier in history(root)[:10])
        raise SaveError("no-such-save", save=save, known=known or "–")
    return dict(last.origin) | (dict(record.state) if save else {})


def changed_outside(root: Path, last: Record | None) -> dict[str, bytes | None]:
    """Files of ours that another program changed since the last save, with what they hold now."""
    changed: dict[str, bytes | None] = {}
    for name, known in (last.state if last else {}).items():
        try:
            data = atomic.read(project_path(root, name).path)
        except (OSError, SaveError):  # not a file that can be read now: nothing is known about it
            continue
        if digest(data) != known:
            changed[name] = data
    return changed


def last_version(root: Path, file: str, good: Callable[[bytes], bool]) -> tuple[int, bytes] | None:
    """The newest kept version of a file that is `good`, and the last save after which the file was so."""
    tried: set[str] = set()
    for path in reversed(record_paths(root)):
        record = read_record(path)
        name = record.state.get(file) if record else None
        if record is None or name is None or name in tried:
            continue
        tried.add(name)
        data = version(root, name)
        if data is not None and good(data):
            return record.save, data
    return None


def damage(root: Path) -> list[Finding]:
    """Earlier saves that can no longer be brought back whole."""
    findings = []
    for path in record_paths(root):
        record = read_record(path)
        if record is None or any(version(root, name) is None for name in record.state.values() if name):
            shown = path.relative_to(root).as_posix()
            findings.append(
                Finding("save-record-broken", "warning", Place(shown), {"save": int(path.stem), "file": shown})
            )
    return findings


def prune(root: Path) -> None:
    """Drop what is neither among the last 50 saves nor the last save of one of the last 30 days."""
    paths = record_paths(root)
    dropped = _neither_late_nor_daily(paths[:-LAST], paths[-LAST:])
    for path in dropped:
        atomic.discard(path)
    records = [read_record(path) for path in record_paths(root)] if dropped else []
    if records and None not in records:  # a damaged record may need versions that nothing else names
        drop_versions(root, {name for record in records if record for name in record.versions()})


def _neither_late_nor_daily(older: list[Path], late: list[Path]) -> list[Path]:
    if not older:
        return []
    first_day = (now() - timedelta(days=DAYS)).date().isoformat()
    oldest_late = read_record(late[0])
    days = {oldest_late.when[:10]} if oldest_late else set()
    dropped = []
    for path in reversed(older):
        record = read_record(path)
        day = record.when[:10] if record else ""
        if day <= first_day or day in days:
            dropped.append(path)
        days.add(day)
    return dropped


def _pair(pair: list[Any]) -> tuple[str | None, str | None]:
    before, after = pair
    return _name(before), _name(after)


def _name(value: object) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError(value)
    return value
