"""Earlier saves: any can be brought back, a restore can be undone, and nothing that a save replaced vanishes."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kb.errors import SaveError
from kb.findings import Finding
from kb.locale import error_text, finding_fix, finding_message
from kb.store import history as history_module
from kb.store import journal
from kb.store.history import OUTSIDE, damage, history, last_record, last_version, record_path, record_paths
from kb.store.recovery import recover
from kb.store.save import Change, restore, save
from kb.store.versions import digest, version, versions_folder
from tests.store.saving import BIB, NOTES, files, make_project, strays

START = {"references.bib": BIB, "notes/concepts.ttl": NOTES}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "proyek")


def write(root: Path, name: str, data: bytes | None, summary: str = "") -> int:
    path = root / name
    base = path.read_bytes() if path.exists() else None
    return save(root, [Change(name, base, data)], "app", summary).number


def test_a_project_that_was_never_saved_has_no_history(root: Path) -> None:
    assert history(root) == []
    with pytest.raises(SaveError) as caught:
        restore(root, 0)
    assert caught.value.code == "no-such-save"


def test_history_is_newest_first_and_says_who_when_and_what(root: Path) -> None:
    save(root, [Change("references.bib", BIB, BIB + b"%\n")], "app", "Komentar")
    save(root, [Change("notes/new.ttl", None, b"")], "import", "Impor")
    newest, oldest = history(root)
    assert (newest.save, newest.by, newest.files, newest.summary) == (2, "import", ("notes/new.ttl",), "Impor")
    assert (oldest.save, oldest.by, oldest.files) == (1, "app", ("references.bib",))
    assert datetime.fromisoformat(newest.when).tzinfo is not None


def test_twenty_of_twenty_saves_come_back_byte_for_byte(root: Path) -> None:
    chance = random.Random(3)
    states = [files(root)]
    names = ["references.bib", "notes/concepts.ttl", "notes/studies/a.ttl", "b.txt"]
    while len(states) <= 20:
        name = chance.choice(names)
        data = None if chance.random() < 0.2 else b"# %d\n" % chance.randrange(10**9)
        if write(root, name, data) == len(states):
            states.append(files(root))
    for number in chance.sample(range(21), 21):
        restore(root, number)
        assert {n: digest(d) for n, d in files(root).items()} == {n: digest(d) for n, d in states[number].items()}


def test_zero_is_the_state_before_the_first_save_and_new_files_go_away_again(root: Path) -> None:
    write(root, "notes/new.ttl", b"<a:b> <c:d> 1 .\n")
    write(root, "references.bib", None)
    saved = restore(root, 0)
    assert files(root) == START
    assert set(saved.files) == {"notes/new.ttl", "references.bib"} and saved.number == 3
    restore(root, 2)
    assert files(root) == {"notes/concepts.ttl": NOTES, "notes/new.ttl": b"<a:b> <c:d> 1 .\n"}


def test_a_restore_is_itself_a_save_and_can_be_undone(root: Path) -> None:
    for number in range(3):
        write(root, "references.bib", BIB + b"%%%d\n" % number)
    saved = restore(root, 1)
    assert saved.number == 4 and history(root)[0].by == "restore" and "1" in history(root)[0].summary
    assert files(root)["references.bib"] == BIB + b"%0\n"
    assert restore(root, 3).number == 5
    assert files(root)["references.bib"] == BIB + b"%2\n"
    assert restore(root, 5).number == 5  # nothing to do, nothing written


def test_a_change_made_outside_gets_a_record_and_survives_a_restore(root: Path) -> None:
    write(root, "references.bib", BIB + b"% satu\n")
    (root / "references.bib").write_bytes(BIB + b"% tangan\n")
    saved = restore(root, 0)
    assert [(r.save, r.by, r.summary) for r in history(root)][:2] == [
        (3, "restore", "Kembali ke simpanan 0"),
        (2, "edit", OUTSIDE),
    ]
    assert saved.number == 3 and files(root) == START
    restore(root, 2)
    assert files(root)["references.bib"] == BIB + b"% tangan\n"


def test_each_save_shows_the_outside_change_at_its_own_time(root: Path) -> None:
    write(root, "references.bib", BIB + b"% satu\n")
    write(root, "notes/concepts.ttl", NOTES + b"# satu\n")
    (root / "references.bib").write_bytes(BIB + b"% tangan\n")
    write(root, "notes/concepts.ttl", NOTES + b"# dua\n")
    restore(root, 2)
    assert files(root)["references.bib"] == BIB + b"% satu\n"
    restore(root, 4)
    assert files(root) == {"references.bib": BIB + b"% tangan\n", "notes/concepts.ttl": NOTES + b"# dua\n"}


def test_fifty_saves_and_one_a_day_for_thirty_days_are_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start = datetime(2026, 1, 1, 8).astimezone()
    clock = {"now": start}
    monkeypatch.setattr(history_module, "now", lambda: clock["now"])
    states = {0: BIB}
    for day in range(60):
        for hour in range(4):
            clock["now"] = start + timedelta(days=day, hours=hour)
            data = BIB + b"%% %d %d\n" % (day, hour)
            states[write(root, "references.bib", data)] = data
    kept = [record.save for record in history(root)]
    assert kept[:50] == list(range(240, 190, -1))
    older = kept[50:]
    assert older == [number for number in range(190, 0, -1) if number % 4 == 0 and number > 240 - 4 * 30]
    for number in (*kept, 0):
        name = history_module.state_after(root, number)["references.bib"] or ""
        assert version(root, name) == states[number]


def test_what_could_not_be_dropped_before_is_dropped_later(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start = datetime(2026, 1, 1, 8).astimezone()
    clock = {"now": start}
    monkeypatch.setattr(history_module, "now", lambda: clock["now"])
    with monkeypatch.context() as patch:
        patch.setattr("kb.store.commit.prune", lambda root: None)
        for number in range(100):
            clock["now"] = start + timedelta(days=number // 10, minutes=number)
            write(root, "references.bib", BIB + b"%%%d\n" % number)
    history_module.prune(root)
    assert [record.save for record in history(root)][50:] == [50, 40, 30, 20, 10]


def test_saves_for_which_others_wait_leave_the_clearing_to_a_later_one(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kb.store.commit.others_wait", lambda root: True)
    counts = []
    for number in range(119):
        write(root, "references.bib", BIB + b"%%%d\n" % number)
        counts.append(len(record_paths(root)))
    assert max(counts) == 50 + 19
    monkeypatch.undo()
    write(root, "references.bib", BIB + b"% selesai\n")
    assert len(record_paths(root)) == 50


def test_versions_that_nothing_needs_are_dropped_and_the_others_stay(root: Path) -> None:
    for number in range(70):
        write(root, "references.bib", BIB + b"%%%d\n" % number)
    needed = {name for path in record_paths(root) if (r := history_module.read_record(path)) for name in r.versions()}
    assert {path.name for path in versions_folder(root).iterdir()} == needed
    assert len(record_paths(root)) == 50
    restore(root, 0)
    assert files(root) == START


def test_a_kept_version_is_a_copy_that_an_editor_in_place_cannot_change(root: Path) -> None:
    write(root, "references.bib", BIB + b"% satu\n")
    with (root / "references.bib").open("r+b") as file:
        file.write(b"XXXX")
    write(root, "notes/concepts.ttl", NOTES + b"# x\n")
    restore(root, 1)
    assert files(root)["references.bib"] == BIB + b"% satu\n"


def test_an_unknown_save_is_refused_with_those_there_are(root: Path) -> None:
    write(root, "references.bib", BIB + b"%\n")
    for number in (2, 99, -1):
        with pytest.raises(SaveError) as caught:
            restore(root, number)
        assert caught.value.code == "no-such-save" and "1" in error_text(caught.value, "en")
    assert len(history(root)) == 1


def test_a_damaged_version_is_refused_and_nothing_changes(root: Path) -> None:
    write(root, "references.bib", BIB + b"% satu\n")
    write(root, "references.bib", BIB + b"% dua\n")
    name = digest(BIB + b"% satu\n") or ""
    (versions_folder(root) / name).write_bytes(BIB[:40])
    before = files(root)
    with pytest.raises(SaveError) as caught:
        restore(root, 1)
    assert caught.value.code == "save-version-missing" and caught.value.params["file"] == "references.bib"
    assert files(root) == before and len(history(root)) == 2
    assert [f.params["save"] for f in damage(root)] == [1]


@pytest.mark.parametrize("rubbish", [b"", b"{", b"[]", b'{"save": "x"}', b"\x00" * 200, b"[" * 100000])
def test_a_damaged_record_is_told_and_the_others_still_come_back(root: Path, rubbish: bytes) -> None:
    for number in range(3):
        write(root, "references.bib", BIB + b"%%%d\n" % number)
    record_path(root, 3).write_bytes(rubbish)
    assert [record.save for record in history(root)] == [2, 1]
    (finding,) = damage(root)
    assert "3" in finding_message(finding, "id") and "000003.json" in finding_message(finding, "en")
    assert write(root, "references.bib", BIB + b"% lanjut\n") == 5  # 4 notes what save 3 had written
    restore(root, 1)
    assert files(root)["references.bib"] == BIB + b"%0\n"


def test_the_last_good_version_of_a_damaged_file_is_found(root: Path) -> None:
    write(root, "references.bib", BIB + b"% baik\n")
    write(root, "references.bib", b"rusak")
    found = last_version(root, "references.bib", lambda data: b"@book" in data)
    assert found == (1, BIB + b"% baik\n")
    assert last_version(root, "references.bib", lambda data: b"nothing" in data) is None


@pytest.mark.parametrize("rubbish", [b"", b"{]", b"\x00" * 50, b'{"save": 1}'])
def test_a_damaged_journal_is_put_aside_and_told(root: Path, rubbish: bytes) -> None:
    write(root, "references.bib", BIB + b"%\n")
    before = files(root)
    journal.journal_path(root).write_bytes(rubbish)
    (finding,) = recover(root)
    assert finding.check == "journal-broken" and (root / str(finding.place.file)).read_bytes() == rubbish
    assert files(root) == before and recover(root) == []
    assert write(root, "references.bib", BIB + b"% lagi\n") == 2


def test_a_file_changed_after_the_kill_is_left_as_it_is_and_told(root: Path) -> None:
    write(root, "references.bib", BIB + b"% satu\n")
    record = last_record(root)
    assert record is not None
    record_path(root, 1).rename(journal.journal_path(root))  # as if killed before the save was done
    (root / "references.bib").write_bytes(BIB + b"% tangan\n")
    checks = {finding.check for finding in recover(root)}
    assert checks == {"save-finished", "save-interrupted"}
    assert files(root)["references.bib"] == BIB + b"% tangan\n"
    assert version(root, digest(BIB + b"% satu\n") or "") == BIB + b"% satu\n"


def test_a_journal_from_elsewhere_cannot_write_outside_the_project(root: Path) -> None:
    outside = root.parent / "luar.txt"
    outside.write_bytes(b"milik orang")
    write(root, "a.txt", b"jahat")
    text = (
        record_path(root, 1)
        .read_text()
        .replace('"a.txt"', '"../luar.txt"')
        .replace("null", f'"{digest(b"milik orang")}"')
    )
    journal.journal_path(root).write_text(text)
    checks = [finding.check for finding in recover(root)]
    assert "save-interrupted" in checks and outside.read_bytes() == b"milik orang"


def test_a_save_finishes_what_a_killed_one_left_and_says_so(root: Path) -> None:
    write(root, "references.bib", BIB + b"% satu\n")
    record_path(root, 1).rename(journal.journal_path(root))
    (root / "references.bib").write_bytes(BIB)
    (root / ".kajian-0011223344556677.new").write_bytes(b"half")
    saved = save(root, [Change("notes/concepts.ttl", NOTES, NOTES + b"# x\n")], "app", "")
    assert [finding.check for finding in saved.findings] == ["save-finished", "strays-swept"]
    assert files(root) == {"references.bib": BIB + b"% satu\n", "notes/concepts.ttl": NOTES + b"# x\n"}
    assert saved.number == 2 and not strays(root)


def test_every_finding_has_words_in_both_languages(root: Path) -> None:
    words = {"save": 3, "previous": 2, "files": "a.bib", "file": "a.bib", "why": "x", "count": 2}
    for check in (
        "save-finished",
        "save-interrupted",
        "save-pending",
        "journal-broken",
        "strays-swept",
        "save-record-broken",
    ):
        for tongue in ("id", "en"):
            finding = Finding(check, "info", params=words)
            assert "?" not in finding_message(finding, tongue) + finding_fix(finding, tongue)


def test_recovery_costs_nothing_and_makes_nothing_where_there_is_nothing(root: Path) -> None:
    assert recover(root) == []
    assert not (root / ".kajian").exists()
