"""Every call that writes fails once, in every way: the old files stay whole, and the message says what to do."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kb.errors import SaveError
from kb.locale import error_text
from kb.store import atomic
from kb.store.recovery import recover
from kb.store.save import Change, restore, save
from tests.store.saving import BIB, NOTES, Faulty, files, folders, make_project, strays

NEW_BIB = BIB.replace(b"Buku murah", b"Buku yang murah")
NEW_NOTE = b"<a:b> <c:d> <e:f> .\n"
OLD = {"references.bib": BIB, "notes/concepts.ttl": NOTES}
NEW = {"references.bib": NEW_BIB, "notes/studies/a.ttl": NEW_NOTE}
ERRORS = (errno.ENOSPC, errno.EACCES, errno.EIO)
CODES = {errno.ENOSPC: "disk-full", errno.EACCES: "save-not-allowed", errno.EIO: "disk-error"}


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic, "_BUSY_SECONDS", 0.0)


def change_make_and_delete(root: Path) -> None:
    """One save that does all a save can do: change a file, make one in a new folder, delete one."""
    changes = [
        Change("references.bib", BIB, NEW_BIB),
        Change("notes/studies/a.ttl", None, NEW_NOTE),
        Change("notes/concepts.ttl", NOTES, None),
    ]
    save(root, changes, "app", "")


def faults(saver: Callable[[Path], None], folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What goes wrong when each writing call fails once; an empty list is what we want."""
    counting = Faulty(at=0)
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "os", counting)
        saver(make_project(folder / "count"))
    wrong = []
    for call in range(1, counting.calls + 1):
        for error in ERRORS:
            root = make_project(folder / f"{call}-{errno.errorcode[error]}")
            wrong += [
                f"call {call} {os.strerror(error)}: {fault}" for fault in judged(saver, root, call, error, monkeypatch)
            ]
    assert counting.calls * len(ERRORS) >= 50
    return wrong


def judged(
    saver: Callable[[Path], None], root: Path, call: int, error: int, monkeypatch: pytest.MonkeyPatch
) -> list[str]:
    refused: SaveError | None = None
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "os", Faulty(call, error))
        try:
            saver(root)
        except SaveError as failure:
            refused = failure
    wrong = []
    if refused is None:
        if files(root) != NEW:
            wrong.append("accepted, but not saved")
    else:
        if files(root) != OLD or "notes/studies" in folders(root):
            wrong.append("refused, but something changed")
        if refused.code not in (CODES[error], "lock-unusable"):
            wrong.append(f"called {refused.code}")
        wrong += [
            f"unclear: {error_text(refused, tongue)}" for tongue in ("id", "en") if "?" in error_text(refused, tongue)
        ]
    recover(root)
    if strays(root):
        wrong.append(f"left {strays(root)}")
    return wrong


def test_no_single_failure_harms_an_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert faults(change_make_and_delete, tmp_path, monkeypatch) == []


def test_the_same_faults_catch_a_writer_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def in_place(root: Path) -> None:
        try:
            (root / "notes" / "studies").mkdir()
            for name, data in NEW.items():
                descriptor = atomic.os.open(root / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
                for start in range(0, len(data), 8):  # a disk fills up in the middle
                    atomic.os.write(descriptor, data[start : start + 8])
                os.close(descriptor)
            atomic.os.unlink(root / "notes" / "concepts.ttl")
        except OSError as failure:
            raise SaveError(CODES[failure.errno or 0], where=root, why=failure.strerror) from failure

    wrong = faults(in_place, tmp_path, monkeypatch)
    assert len([fault for fault in wrong if "something changed" in fault]) >= 50


@pytest.mark.parametrize("error", ERRORS)
def test_a_disk_that_dies_for_good_leaves_all_old_or_all_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    counting = Faulty(at=0)
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "os", counting)
        change_make_and_delete(make_project(tmp_path / "count"))
    unfinished = 0
    for call in range(1, counting.calls + 1):
        root = make_project(tmp_path / f"{call}")
        code = ""
        with monkeypatch.context() as patch:
            patch.setattr(atomic, "os", Faulty(call, error, lasting=True))
            try:
                change_make_and_delete(root)
            except SaveError as failure:
                code = failure.code
        if code and code != "save-unfinished":
            assert files(root) == OLD
        unfinished += code == "save-unfinished"
        recover(root)  # the disk is back
        assert files(root) == (NEW if code in ("", "save-unfinished") else OLD), (call, code)
        assert not strays(root)
    assert unfinished


def test_a_failed_restore_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counting = Faulty(at=0)
    for call in range(40):
        root = make_project(tmp_path / f"{call}")
        change_make_and_delete(root)
        with monkeypatch.context() as patch:
            patch.setattr(atomic, "os", counting if call == 0 else Faulty(call, errno.ENOSPC))
            try:
                restore(root, 0)
                assert files(root) == OLD
            except SaveError:
                assert files(root) == NEW
        recover(root)
        assert not strays(root)
    assert counting.calls < 40


def test_ctrl_c_in_the_middle_leaves_all_old_or_all_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(Faulty):
        def _counted(self, real: Callable[..., object]) -> Callable[..., object]:
            def call(*arguments: object, **options: object) -> object:
                self.calls += 1
                try:
                    return real(*arguments, **options)
                finally:
                    if self.calls == self.at:  # right after the call, before we know that it happened
                        raise KeyboardInterrupt

            return call

    counting = Interrupted(at=0)
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "os", counting)
        change_make_and_delete(make_project(tmp_path / "count"))
    for call in range(1, counting.calls + 1):
        root = make_project(tmp_path / f"{call}")
        with monkeypatch.context() as patch:
            patch.setattr(atomic, "os", Interrupted(call))
            with pytest.raises(KeyboardInterrupt):
                change_make_and_delete(root)
        recover(root)
        assert files(root) in (OLD, NEW), call
        assert not strays(root), call
