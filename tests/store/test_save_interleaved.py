"""Another program edits while we save, at every step of ours: nothing of either is lost, nobody is asked in vain."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kb.errors import SaveError
from kb.store import atomic
from kb.store.conflict import ConflictError
from kb.store.recovery import recover
from kb.store.save import Change, save
from tests.store.saving import BIB, Noticed, files, make_project, strays

MINE = BIB.replace(b"Buku murah", b"Buku punyaku")
DISJOINT = (b"Artikel mahal", b"Artikel punyamu")
SAME = (b"Buku murah", b"Buku punyamu")


class Outsider:
    """Another program: at call number `at` of ours it reads the file, changes it in its way and writes it."""

    def __init__(self, path: Path, at: int, words: tuple[bytes, bytes], whole: bool) -> None:
        self.path, self.at, self.words, self.whole = path, at, words, whole
        self.read = b""
        self.between = False
        self._aside = False

    def __call__(self, call: int, name: str, arguments: tuple[Any, ...]) -> None:
        if call == self.at:
            # the one moment that no program without a lock of its own can be seen in: after our last look
            self.between = name == "replace" and Path(arguments[1]) == self.path and self.whole
            if not self.between:
                self.write()

    def write(self) -> None:
        self.read = self.path.read_bytes()
        new = self.read.replace(*self.words)
        if self.whole:
            temporary = self.path.with_name("outside.tmp")
            temporary.write_bytes(new)
            os.replace(temporary, self.path)
        else:
            self.path.write_bytes(new)


Saver = Callable[[Path], None]


def with_save(root: Path) -> None:
    save(root, [Change("references.bib", BIB, MINE)], "app", "")


def without_a_second_look(root: Path) -> None:
    """What a save does that trusts what it read a moment ago."""
    path = root / "references.bib"
    if path.read_bytes() != BIB:
        raise SaveError("save-restless", files="references.bib")
    staged = atomic.stage(root, MINE)
    atomic.replace(staged, path)


def interleave(saver: Saver, folder: Path, patch: pytest.MonkeyPatch, calls: int) -> dict[str, int]:
    """Runs until 200 edits of the other program have met a save; counts how they ended."""
    chance = random.Random(1)
    ended = {"merged": 0, "asked": 0, "after": 0, "lost": 0, "in vain": 0}
    number = 0
    while sum(ended.values()) < 200:
        number += 1
        root = make_project(folder / str(number))
        words = DISJOINT if number % 2 else SAME
        outsider = Outsider(root / "references.bib", chance.randint(1, calls), words, whole=chance.random() < 0.5)
        asked = False
        with patch.context() as context:
            context.setattr(atomic, "os", Noticed(outsider))
            try:
                saver(root)
            except ConflictError:
                asked = True
            except SaveError:
                pass
        recover(root)
        if outsider.between or not outsider.read:
            continue
        ended[ending(files(root)["references.bib"], outsider, asked)] += 1
        assert not strays(root)
    return ended


def ending(now: bytes, outsider: Outsider, asked: bool) -> str:
    mine, theirs = b"Buku punyaku" in now, outsider.words[1] in now
    if outsider.words is SAME:
        if outsider.read == MINE:  # it came after us and found nothing to change
            return "after" if mine else "lost"
        return "asked" if asked and theirs and not mine else "lost"
    if asked:
        return "in vain"
    if not (mine and theirs):
        return "lost"
    return "after" if outsider.read == MINE else "merged"


def test_two_hundred_edits_from_outside_are_merged_or_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = interleave(with_save, tmp_path, monkeypatch, calls=42)
    assert ended["lost"] == 0 and ended["in vain"] == 0, ended
    assert ended["merged"] > 40 and ended["asked"] > 40 and ended["after"] > 10, ended


def test_the_same_edits_are_lost_without_a_second_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert interleave(without_a_second_look, tmp_path, monkeypatch, calls=5)["lost"] > 20


def test_a_program_that_never_rests_is_named_and_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_project(tmp_path)
    path = root / "references.bib"

    def restless(call: int, name: str, arguments: tuple[Any, ...]) -> None:
        if name == "link" and Path(arguments[0]) == path:
            path.write_bytes(path.read_bytes() + b"%% %d\n" % call)

    monkeypatch.setattr(atomic, "os", Noticed(restless))
    with pytest.raises(SaveError) as caught:
        with_save(root)
    assert caught.value.code == "save-restless" and caught.value.params["files"] == "references.bib"
    assert b"punyaku" not in path.read_bytes() and path.read_bytes().count(b"%% ") == 0
    assert path.read_bytes().count(b"\n% ") == 5 and not strays(root)


def test_an_edit_seen_in_time_is_never_overwritten_even_for_a_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project(tmp_path)
    path = root / "references.bib"
    shown: list[bytes] = []

    def outside(call: int, name: str, arguments: tuple[Any, ...]) -> None:
        if name == "link" and Path(arguments[0]) == path and not any(b"punyamu" in data for data in shown):
            path.write_bytes(BIB.replace(*DISJOINT))
        shown.append(path.read_bytes())

    monkeypatch.setattr(atomic, "os", Noticed(outside))
    with_save(root)
    shown.append(path.read_bytes())
    edited = next(number for number, data in enumerate(shown) if b"punyamu" in data)
    assert all(b"punyamu" in data for data in shown[edited:]) and b"punyaku" in shown[-1]
