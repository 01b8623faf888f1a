"""One way to write: what is saved, what is refused, and what stays as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

from kb.errors import SaveError
from kb.locale import error_text
from kb.store import lock
from kb.store.conflict import ConflictError
from kb.store.history import history
from kb.store.save import Change, save
from tests.store.saving import BIB, NOTES, files, folders, make_project, strays

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "proyek")


def test_several_files_are_saved_together_under_one_number(root: Path) -> None:
    new = BIB + b"\n@misc{baru, title = {Baru}}\n"
    saved = save(
        root,
        [Change("references.bib", BIB, new), Change("notes/studies/a.ttl", None, b"<a:b> <c:d> <e:f> .\n")],
        "app",
        "Dua berkas",
    )
    assert (saved.number, saved.files) == (1, ("references.bib", "notes/studies/a.ttl"))
    assert files(root)["references.bib"] == new
    assert files(root)["notes/studies/a.ttl"] == b"<a:b> <c:d> <e:f> .\n"
    assert [(r.save, r.by, r.files, r.summary) for r in history(root)] == [(1, "app", saved.files, "Dua berkas")]
    assert not strays(root)


def test_a_save_without_a_change_writes_nothing(root: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*.*")}
    for _ in range(100):
        saved = save(root, [Change("references.bib", BIB, BIB), Change("notes/concepts.ttl", NOTES, NOTES)], "app", "")
    assert saved.number == 0 and saved.files == ()
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert history(root) == []


def test_a_file_can_be_deleted_and_another_made_in_the_same_save(root: Path) -> None:
    save(root, [Change("references.bib", BIB, None), Change("b.bib", None, BIB)], "edit", "ganti nama")
    assert set(files(root)) == {"b.bib", "notes/concepts.ttl"}


def test_touching_a_file_without_changing_it_is_no_false_alarm(root: Path) -> None:
    data = BIB
    for number in range(200):
        os.utime(root / "references.bib", ns=(number, number))
        if number % 2:
            (root / "references.bib").write_bytes(data)
        new = data + b"%%%d\n" % number
        saved = save(root, [Change("references.bib", data, new)], "app", "")
        assert saved.merged == {} and saved.number == number + 1
        data = new


def test_nothing_of_mine_is_no_conflict_whatever_changed_outside(root: Path) -> None:
    (root / "kajian.toml").write_bytes(b"theirs")
    assert save(root, [Change("kajian.toml", b"base", b"base")], "app", "").files == ()
    assert files(root)["kajian.toml"] == b"theirs"


def test_disjoint_changes_are_merged_and_said(root: Path) -> None:
    mine = BIB.replace(b"Buku murah", b"Buku murah sekali")
    (root / "references.bib").write_bytes(BIB.replace(b"Artikel mahal", b"Artikel mahal sekali"))
    saved = save(root, [Change("references.bib", BIB, mine)], "app", "")
    text = files(root)["references.bib"]
    assert b"Buku murah sekali" in text and b"Artikel mahal sekali" in text
    assert saved.merged == {"references.bib": ("mahal",)}


def test_the_same_entry_changed_twice_is_asked_about_and_nothing_is_written(root: Path) -> None:
    mine = BIB.replace(b"Buku murah", b"punyaku")
    theirs = BIB.replace(b"Buku murah", b"punyamu")
    (root / "references.bib").write_bytes(theirs)
    other = NOTES.replace(b'"dua"', b'"2"')
    with pytest.raises(ConflictError) as caught:
        save(root, [Change("notes/concepts.ttl", NOTES, other), Change("references.bib", BIB, mine)], "app", "")
    (conflict,) = caught.value.conflicts
    assert conflict.file == "references.bib" and conflict.entry == "murah"
    assert "Buku murah" in str(conflict.base) and "punyaku" in str(conflict.mine) and "punyamu" in str(conflict.theirs)
    assert files(root) == {"references.bib": theirs, "notes/concepts.ttl": NOTES}
    assert history(root) == []
    assert "murah" in error_text(caught.value, "en") and "references.bib" in error_text(caught.value, "id")


def test_a_file_that_appeared_or_vanished_meanwhile_is_asked_about(root: Path) -> None:
    (root / "new.txt").write_bytes(b"theirs")
    with pytest.raises(ConflictError):
        save(root, [Change("new.txt", None, b"mine")], "app", "")
    with pytest.raises(ConflictError):
        save(root, [Change("gone.bib", BIB, BIB + b"% x\n")], "app", "")
    assert files(root)["new.txt"] == b"theirs" and "gone.bib" not in files(root)


def test_what_cannot_be_read_again_is_refused(root: Path) -> None:
    bad_turtle = NOTES + b"<http://x/a b> <a:b> <c:d> .\n"
    bad_bib = BIB + b"@book{open, title = {never closed\n"
    for name, base, mine in (("notes/concepts.ttl", NOTES, bad_turtle), ("references.bib", BIB, bad_bib)):
        with pytest.raises(SaveError) as caught:
            save(root, [Change(name, base, mine)], "app", "")
        assert caught.value.code == "save-unreadable" and "?" not in error_text(caught.value, "en").split("(")[1]
    assert files(root) == {"references.bib": BIB, "notes/concepts.ttl": NOTES}


def test_an_entry_that_was_broken_before_does_not_stop_other_saves(root: Path) -> None:
    broken = BIB + b"@book{open, title = {never closed\n"
    (root / "references.bib").write_bytes(broken)
    save(root, [Change("references.bib", broken, broken.replace(b"Buku", b"Kitab"))], "app", "")
    assert b"Kitab murah" in files(root)["references.bib"]


def test_the_callers_check_sees_the_merged_file_and_can_refuse(root: Path) -> None:
    seen: list[tuple[Path, bytes]] = []

    def check(path: Path, data: bytes) -> None:
        seen.append((path, data))
        raise SaveError("save-not-as-meant", subject="x")

    theirs = BIB.replace(b"Artikel", b"Makalah")
    (root / "references.bib").write_bytes(theirs)
    with pytest.raises(SaveError):
        save(root, [Change("references.bib", BIB, BIB.replace(b"Buku", b"Kitab"))], "app", "", check)
    assert seen[0][0] == Path("references.bib") and b"Kitab" in seen[0][1] and b"Makalah" in seen[0][1]
    assert files(root)["references.bib"] == theirs


@pytest.mark.parametrize(
    "path", ["../luar.bib", "/etc/passwd", "notes/../../luar", ".kajian/lock", "notes/.git/x", ".KAJIAN/a", "a\0b", "."]
)
def test_paths_outside_the_project_are_refused(root: Path, path: str) -> None:
    with pytest.raises(SaveError) as caught:
        save(root, [Change(path, None, b"x")], "import", "")
    assert caught.value.code in ("save-outside-project", "save-not-a-file")
    assert set(files(root.parent)) == {"proyek/references.bib", "proyek/notes/concepts.ttl"}


def test_a_link_that_leads_out_of_the_project_is_refused(root: Path) -> None:
    outside = root.parent / "luar.bib"
    outside.write_bytes(BIB)
    (root / "references.bib").unlink()
    (root / "references.bib").symlink_to(outside)
    (root / "folder").symlink_to(root.parent)
    for path in ("references.bib", "folder/luar.bib"):
        with pytest.raises(SaveError) as caught:
            save(root, [Change(path, BIB, BIB + b"%\n")], "app", "")
        assert caught.value.code == "save-outside-project"
    assert outside.read_bytes() == BIB


def test_a_link_within_the_project_stays_a_link(root: Path) -> None:
    (root / "references.bib").rename(root / "asli.bib")
    (root / "references.bib").symlink_to("asli.bib")
    saved = save(root, [Change("references.bib", BIB, BIB + b"% x\n")], "app", "")
    assert (root / "references.bib").is_symlink() and (root / "asli.bib").read_bytes() == BIB + b"% x\n"
    assert saved.files == ("references.bib",)


def test_links_in_a_circle_folders_and_two_names_of_one_file_are_refused(root: Path) -> None:
    (root / "a").symlink_to("b")
    (root / "b").symlink_to("a")
    (root / "same.bib").symlink_to("references.bib")
    for changes in (
        [Change("a", None, b"x")],
        [Change("notes", None, b"x")],
        [Change("references.bib", BIB, b"x"), Change("same.bib", BIB, b"y")],
    ):
        with pytest.raises(SaveError):
            save(root, changes, "app", "")
    assert (root / "references.bib").read_bytes() == BIB


def test_the_mode_of_a_file_is_kept(root: Path) -> None:
    for mode in (0o600, 0o640, 0o755):
        (root / "references.bib").chmod(mode)
        data = (root / "references.bib").read_bytes()
        save(root, [Change("references.bib", data, data + b"%\n")], "app", "")
        assert (root / "references.bib").stat().st_mode & 0o777 == mode


def test_a_new_file_gets_the_usual_mode_not_that_of_a_temporary_one(root: Path) -> None:
    (root / "plain").write_bytes(b"")
    save(root, [Change("new.txt", None, b"x")], "app", "")
    assert (root / "new.txt").stat().st_mode == (root / "plain").stat().st_mode


AS_ANOTHER_USER = """
import os, sys, tempfile
from pathlib import Path
import kb.locale.words
from kb.errors import SaveError
from kb.store.save import Change, save
with tempfile.TemporaryDirectory() as elsewhere:  # loads all that a save loads, while it may be read
    save(Path(elsewhere), [Change("a.bib", None, b"%")], "app", "")
if os.geteuid() == 0:
    os.setgid(65534); os.setuid(65534)
root = Path(sys.argv[1])
data = (root / "references.bib").read_bytes()
try:
    save(root, [Change("references.bib", data, data + b"% x\\n")], "app", "")
except SaveError as error:
    print(error.code, "|", error)
"""


@pytest.mark.parametrize("closed", ["project", "file", "notes"])
def test_a_folder_or_file_that_may_not_be_written_is_said(closed: str) -> None:
    place = Path(tempfile.mkdtemp(prefix="kajian-test-"))
    try:
        project = make_project(place / "proyek")
        (project / ".kajian").mkdir()
        for path in (place, project, project / ".kajian"):
            path.chmod(0o777)
        (project / "references.bib").chmod(0o666)
        if closed == "project":
            (project / ".kajian").rmdir()
        if closed in ("project", "notes"):
            project.chmod(0o555)
        if closed == "file":
            (project / "references.bib").chmod(0o444)
        done = subprocess.run(
            [sys.executable, "-c", AS_ANOTHER_USER, str(project)], capture_output=True, text=True, cwd=ROOT, check=False
        )
        assert done.stdout.split(" |")[0] in ("save-not-allowed", "lock-unusable"), done.stdout + done.stderr
        assert "izin" in done.stdout
        assert files(project) == {"references.bib": BIB, "notes/concepts.ttl": NOTES} and not strays(project)
    finally:
        for path in (place, *place.rglob("*")):
            path.chmod(0o777)
        shutil.rmtree(place)


WITH_LITTLE_ROOM = """
import resource, sys
from pathlib import Path
from kb.errors import SaveError
from kb.store.save import Change, save
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
root = Path(sys.argv[1])
data = (root / "references.bib").read_bytes()
try:
    save(root, [Change("references.bib", data, data + b"% " + b"x" * 9000)], "app", "")
except SaveError as error:
    print(error.code, "|", error)
"""


def test_a_write_that_the_system_cuts_off_leaves_the_old_file(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITH_LITTLE_ROOM, str(root)], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.stdout.startswith("disk-full"), done.stdout + done.stderr
    assert files(root) == {"references.bib": BIB, "notes/concepts.ttl": NOTES} and not strays(root)


HOLDER = """
import sys, time
from pathlib import Path
from kb.store.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_the_message_names_who_holds_the_project_and_a_dead_holder_does_not_bar_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "SECONDS", 0.2)
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(root)], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        with pytest.raises(SaveError) as caught:
            save(root, [Change("references.bib", BIB, BIB + b"%\n")], "app", "")
        assert caught.value.code == "project-busy" and f"pid {holder.pid}" in str(caught.value)
        assert files(root)["references.bib"] == BIB
    finally:
        holder.kill()
        holder.communicate()
    assert save(root, [Change("references.bib", BIB, BIB + b"%\n")], "app", "").number == 1


def test_who_holds_the_project_knows_whether_others_wait(root: Path) -> None:
    def come_and_go() -> None:
        with lock.locked(root):
            pass

    assert not lock.others_wait(root)
    with lock.locked(root):
        assert not lock.others_wait(root)
        other = threading.Thread(target=come_and_go)
        other.start()
        until = time.monotonic() + 10
        while not lock.others_wait(root) and time.monotonic() < until:
            time.sleep(0.001)
        assert lock.others_wait(root)
    other.join()
    assert not lock.others_wait(root)


def test_threads_of_one_process_lose_nothing(root: Path) -> None:
    def add(thread: int) -> None:
        for number in range(5):
            data = (root / "references.bib").read_bytes()
            new = data + b"\n@misc{t%dn%d, title = {x}}\n" % (thread, number)
            save(root, [Change("references.bib", data, new)], "app", "")

    threads = [threading.Thread(target=add, args=(thread,)) for thread in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    text = files(root)["references.bib"]
    assert all(b"t%dn%d," % (thread, number) in text for thread in range(6) for number in range(5))
    assert len(history(root)) == 30


def test_a_lock_that_is_no_file_is_said(root: Path) -> None:
    (root / ".kajian" / "lock").mkdir(parents=True)
    with pytest.raises(SaveError) as caught:
        save(root, [Change("references.bib", BIB, BIB + b"%\n")], "app", "")
    assert caught.value.code == "lock-unusable"


def test_a_file_system_without_hard_links_saves_as_well(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", no_links)
    before = folders(root)
    save(root, [Change("references.bib", BIB, BIB + b"%\n"), Change("new.txt", None, b"x")], "app", "")
    assert files(root)["references.bib"] == BIB + b"%\n" and files(root)["new.txt"] == b"x"
    assert not strays(root) and folders(root) == before


def test_busy_files_are_tried_again_as_windows_needs(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, failures = os.replace, iter([True, True, True])

    def busy(source: object, target: object) -> None:
        if str(target).endswith("references.bib") and next(failures, False):
            raise PermissionError(13, "in use")
        real(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr("kb.store.atomic._BUSY_SECONDS", 0.0)
    monkeypatch.setattr(os, "replace", busy)
    save(root, [Change("references.bib", BIB, BIB + b"%\n")], "app", "")
    assert files(root)["references.bib"] == BIB + b"%\n"


def test_saving_loads_nothing_heavy() -> None:
    program = (
        "import sys, kb.store.save, kb.store.history, kb.store.recovery;"
        "heavy = ('rdflib', 'bibtexparser', 'click', 'streamlit', 'pyoxigraph', 'filelock');"
        "print(*[module for module in heavy if module in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.split() == []
