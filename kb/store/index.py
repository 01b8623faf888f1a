"""The full-text index: derived from the texts, never data; damaged, missing or out of date, it is made again.

SQLite's FTS5 in memory, kept as one file `.kajian/index.sqlite`. Where that cannot be written the index lives in
memory alone.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kb.store.ordinary import kept_link, read_ordinary

FILE = ".kajian/index.sqlite"
FORM = "3"
"""Changes whenever an index made before can no longer be read."""

_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE stems (word TEXT PRIMARY KEY, stem TEXT);
CREATE TABLE entry (number INTEGER PRIMARY KEY, kind TEXT, id TEXT, facts TEXT, text TEXT);
CREATE VIRTUAL TABLE found USING fts5(title, title_stems, words, stems, tokenize = 'unicode61 remove_diacritics 2');
"""
_WEIGHTS = "10.0, 8.0, 2.0, 1.0"
_MOST_STEMS = 200_000
_SEAL = 32
"""Bytes at the end of the kept file: the SHA-256 of the rest, for SQLite does not see every damage."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found: `title` counts more than `text`; `facts` come back as they are."""

    kind: str
    id: str
    title: str
    text: str
    facts: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is looked for: its letters, and its stems; `begins` where the letters may begin a longer word."""

    letters: tuple[str, ...]
    stems: tuple[str, ...]
    begins: bool = True


class Index:
    """An opened index; safe to ask from several threads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._one_at_a_time = threading.Lock()

    def find(self, words: Sequence[Word], most: Callable[[str], int]) -> tuple[list[Entry], Mapping[str, int]]:
        """The best entries, at most `most(kind)` of a kind, best first; and how many of each kind hold every word."""
        if not words:
            return [], {}
        with self._one_at_a_time:
            rows = self._connection.execute(
                "SELECT entry.number, entry.kind FROM found JOIN entry ON entry.number = found.rowid "
                f"WHERE found MATCH ? ORDER BY bm25(found, {_WEIGHTS}), entry.number",
                (" AND ".join(_match(word) for word in words),),
            ).fetchall()
            counts: Counter[str] = Counter()
            best = []
            for number, kind in rows:
                counts[kind] += 1
                if counts[kind] <= most(kind):
                    best.append(number)
            return [self._entry(number) for number in best], counts

    def _entry(self, number: int) -> Entry:
        query = (
            "SELECT kind, id, title, text, facts FROM entry JOIN found ON found.rowid = entry.number WHERE number = ?"
        )
        return Entry(*self._connection.execute(query, (number,)).fetchone())


def open_index(
    root: Path,
    fingerprint: str,
    entries: Callable[[], Iterable[Entry]],
    stems: Callable[[str, dict[str, str]], str],
) -> Index:
    """The index of texts with this fingerprint: the one that is kept, else one made of `entries` and then kept.

    `stems` gives the stems of a text's words, and fills the table of stems it is handed, so that a word is worked
    out once in an index's life.
    """
    stamp = f"{FORM} {fingerprint}"
    kept = _kept(root)
    known: dict[str, str] = {}
    if kept is not None:
        with suppress(sqlite3.Error):
            if kept.execute("SELECT value FROM about WHERE name = 'stamp'").fetchone() == (stamp,):
                return Index(kept)
            known = dict(kept.execute("SELECT word, stem FROM stems").fetchall())
    made = _make(stamp, entries(), stems, known if len(known) < _MOST_STEMS else {})
    _keep(root, made)
    return Index(made)


def _match(word: Word) -> str:
    """FTS5's own words are harmless between quotation marks; letters and digits are all that is left of the rest."""
    letters = _quoted(" ".join(word.letters)) + ("*" if word.begins else "")
    stems = " OR ".join(_quoted(stem) for stem in word.stems)
    return f"({{title words}} : {letters} OR {{title_stems stems}} : ({stems}))"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "") + '"'


def _make(
    stamp: str, entries: Iterable[Entry], stems: Callable[[str, dict[str, str]], str], known: dict[str, str]
) -> sqlite3.Connection:
    made = sqlite3.connect(":memory:", check_same_thread=False)
    made.executescript(_TABLES)
    every = list(entries)
    made.executemany(
        "INSERT INTO entry VALUES (?, ?, ?, ?, ?)",
        ((number, each.kind, each.id, each.facts, each.text) for number, each in enumerate(every, 1)),
    )
    made.executemany(
        "INSERT INTO found (rowid, title, title_stems, words, stems) VALUES (?, ?, ?, ?, ?)",
        (
            (number, each.title, stems(each.title, known), each.text, stems(each.text, known))
            for number, each in enumerate(every, 1)
        ),
    )
    made.executemany("INSERT INTO stems VALUES (?, ?)", known.items())
    made.execute("INSERT INTO about VALUES ('stamp', ?)", (stamp,))
    made.commit()
    return made


def _kept(root: Path) -> sqlite3.Connection | None:
    try:
        data = read_ordinary(root / FILE)
    except OSError:
        return None
    content, seal = data[:-_SEAL], data[-_SEAL:]
    if hashlib.sha256(content).digest() != seal:
        return None
    opened = sqlite3.connect(":memory:", check_same_thread=False)
    opened.deserialize(content)
    return opened


def _keep(root: Path, made: sqlite3.Connection) -> None:
    """Keep the index whole or not at all; never fails."""
    target = root / FILE
    with suppress(OSError):
        if kept_link(root) is not None:
            return
        target.parent.mkdir(exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".index-")
        try:
            with os.fdopen(handle, "wb") as stream:
                content = made.serialize()
                stream.write(content + hashlib.sha256(content).digest())
            os.replace(temporary, target)
        except OSError:
            os.unlink(temporary)
            raise
