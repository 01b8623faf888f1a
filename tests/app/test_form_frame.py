"""The frame of all forms: drafts, checks, failed saves, undo, changes from outside, two windows."""

from __future__ import annotations

import errno
from pathlib import Path
from unittest.mock import Mock

import pytest
from streamlit.testing.v1 import AppTest

from kb.editing.edit import edit
from kb.queries.concepts import concepts
from kb.store.form_drafts import form_drafts
from kb.store.new_project import copy_example
from kb.store.project import open_project

PAGE = str(Path(__file__).parent / "small_form.py")
THING = "konsep-kemiskinan"
KEY = f"konsep/{THING}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = copy_example(tmp_path / "salinan")
    monkeypatch.setenv("KAJIAN_PROJECT", str(made))
    monkeypatch.setenv("KAJIAN_LANG", "id")
    # a save goes to another page, which this script alone does not have
    monkeypatch.setattr("app.components.after_save.go", lambda *_, **__: None)
    return made


def window() -> AppTest:
    app = AppTest.from_file(PAGE, default_timeout=30).run()
    assert not app.exception
    return app


def click(app: AppTest, name: str) -> AppTest:
    app.button(key=name if name.startswith(KEY) or "-" in name else f"{KEY}/{name}").click().run()
    assert not app.exception, [entry.value for entry in app.exception]
    return app


def type_in(app: AppTest, name: str, words: str) -> AppTest:
    field = app.text_area if name == "note" else app.text_input
    field(key=f"{KEY}/{name}").set_value(words).run()
    assert not app.exception
    return app


def held(folder: Path) -> tuple[str, str | None]:
    found = next(c for c in concepts(open_project(folder)).values() if c.id == THING)
    return found.labels["id"], found.note


def said(app: AppTest) -> str:
    return "\n".join(str(entry.value) for kind in ("error", "warning", "info", "markdown") for entry in app.get(kind))


def test_a_save_is_told_and_can_be_undone_and_the_undo_too(folder: Path) -> None:
    before = held(folder)
    app = click(type_in(window(), "note", "Catatan baru."), ":save")
    assert held(folder) == (before[0], "Catatan baru.")
    assert "Disimpan: ontology/balewangi/concepts.ttl" in said(app).replace("\\", "")
    click(app, "undo-save")
    assert held(folder) == before
    click(app, "undo-save")
    assert held(folder)[1] == "Catatan baru."


def test_what_stands_in_a_field_is_saved_though_its_change_was_never_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.components.form.Form._typed", lambda *_: None)
    app = window()
    app.text_area(key=f"{KEY}/note").set_value("Tidak terdengar.")
    click(app, ":save")
    assert held(folder)[1] == "Tidak terdengar."
    assert "Tidak ada yang berubah" not in said(app)


def test_a_draft_is_restored_in_a_new_window(folder: Path) -> None:
    type_in(window(), "note", "Belum sempat disimpan.")
    again = window()
    assert again.text_area(key=f"{KEY}/note").value != "Belum sempat disimpan."
    draft = form_drafts(folder, KEY)[0]
    click(again, f":restore:{draft.window}")
    assert again.text_area(key=f"{KEY}/note").value == "Belum sempat disimpan."
    click(again, ":save")
    assert held(folder)[1] == "Belum sempat disimpan."
    assert form_drafts(folder) == []


def test_a_draft_can_be_thrown_away(folder: Path) -> None:
    type_in(window(), "note", "x")
    again = window()
    click(again, f":discard:{form_drafts(folder, KEY)[0].window}")
    assert form_drafts(folder) == []
    assert "Pulihkan" not in said(again)


def test_a_wrong_field_says_so_beside_it_and_on_top_and_nothing_is_lost(folder: Path) -> None:
    before = held(folder)
    app = type_in(type_in(window(), "label", " "), "note", "Tetap ada.")
    click(app, ":save")
    assert held(folder) == before
    assert "1 isian perlu diperbaiki: Nama" in said(app)
    assert "Tulis namanya" in said(app)
    assert app.text_area(key=f"{KEY}/note").value == "Tetap ada."
    click(type_in(app, "label", "kemelaratan"), ":save")
    assert held(folder) == ("kemelaratan", "Tetap ada.")


def test_a_save_that_the_disk_refuses_keeps_the_words(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = type_in(window(), "note", "Tetap ada.")
    full = OSError(errno.ENOSPC, "No space left on device")
    with monkeypatch.context() as disk:
        disk.setattr("kb.store.save.commit", Mock(side_effect=full))
        click(app, ":save")
    assert "penuh" in said(app)
    assert held(folder)[1] is None
    assert app.text_area(key=f"{KEY}/note").value == "Tetap ada."
    assert app.error
    click(app, ":save")
    assert held(folder)[1] == "Tetap ada."


def test_a_change_of_another_field_from_outside_is_taken_over(folder: Path) -> None:
    app = type_in(window(), "note", "Catatan saya.")
    edit(open_project(folder), THING, {"label": "kemiskinan desa"})
    app.run()
    assert app.text_input(key=f"{KEY}/label").value == "kemiskinan desa"
    assert app.text_area(key=f"{KEY}/note").value == "Catatan saya."
    click(app, ":save")
    assert held(folder) == ("kemiskinan desa", "Catatan saya.")


def test_the_same_field_changed_in_two_windows_shows_both_and_asks(folder: Path) -> None:
    one, other = window(), window()
    type_in(one, "note", "Versi satu.")
    type_in(other, "note", "Versi dua.")
    click(one, ":save")
    click(other, ":save")
    assert held(folder)[1] == "Versi satu."
    assert "diubah juga di tempat lain" in said(other)
    assert other.text_area(key=f"{KEY}/note").value == "Versi dua."
    click(other, ":save")
    assert held(folder)[1] == "Versi satu."
    click(other, "note:mine")
    click(other, ":save")
    assert held(folder)[1] == "Versi dua."


def test_theirs_can_be_taken_instead(folder: Path) -> None:
    app = type_in(window(), "note", "Versi saya.")
    edit(open_project(folder), THING, {"note": "Versi luar."})
    app.run()
    click(app, "note:theirs")
    assert app.text_area(key=f"{KEY}/note").value == "Versi luar."


def test_typing_what_the_other_wrote_settles_the_question(folder: Path) -> None:
    app = type_in(window(), "note", "punyaku")
    edit(open_project(folder), THING, {"note": "punya lain"})
    app.run()
    assert f"{KEY}/note:mine" in [b.key for b in app.button]
    type_in(app, "note", "punya lain")
    assert f"{KEY}/note:mine" not in [b.key for b in app.button]
    edit(open_project(folder), THING, {"note": "lebih baru"})
    assert app.run().text_area(key=f"{KEY}/note").value == "lebih baru"
    assert f"{KEY}/note:mine" not in [b.key for b in app.button]


def test_nearly_a_known_value_is_asked_about_and_exchanged(folder: Path) -> None:
    app = window()
    app.session_state[f"form:{KEY}"].put("alt", ["Kemelarattan", "papa"])
    app.run()
    assert [b.label for b in app.button if ":alike:" in (b.key or "")] == [
        "Maksud Anda «kemelaratan», bukan «Kemelarattan»?"
    ]
    click(app, "alt:alike:0")
    assert app.session_state[f"form:{KEY}"].values["alt"] == ["kemelaratan", "papa"]


def test_undo_keeps_what_was_saved_since(folder: Path) -> None:
    app = click(type_in(window(), "note", "Salah."), ":save")
    edit(open_project(folder), "konsep-jejaring-kerja", {"note": "Sesudahnya."})
    click(app, "undo-save")
    found = {c.id: c.note for c in concepts(open_project(folder)).values()}
    assert found[THING] != "Salah." and found["konsep-jejaring-kerja"] == "Sesudahnya."
