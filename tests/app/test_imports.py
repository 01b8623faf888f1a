"""The page Impor: look first, take in by one button, take back by another."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kb.store.new_project import copy_example, new_project
from tests.app.test_pages import opened, visit, words

OWN = "@article{baru2020,\n  author = {Pratama, Agus},\n  title = {Modal sosial & <usaha> kecil},\n  year = 2020\n}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project of one's own."""
    return new_project(tmp_path / "proyek", "Judul saya")


def paste(app: AppTest, text: str) -> AppTest:
    """The page after a person pasted text."""
    visit(app, "imports")
    app.segmented_control(key="import-way").set_value("text").run()
    app.text_area(key="import-text").set_value(text).run()
    assert not app.exception, [entry.value for entry in app.exception]
    return app


def bibliography(folder: Path) -> str:
    path = folder / "references.bib"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def test_pasted_text_is_shown_first_then_saved_and_taken_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = bibliography(folder)
    app = paste(opened(folder, monkeypatch), OWN)
    assert "baru2020" in words(app) and "&lt;usaha&gt;" in words(app)
    assert bibliography(folder) == before
    app.button(key="import-now").click().run()
    assert not app.exception and OWN.strip() in bibliography(folder)
    assert app.text_area(key="import-text").value == OWN
    assert "import-now" not in {button.key for button in app.button}
    app.button(key="undo-save").click().run()
    assert not app.exception and bibliography(folder) == before


def test_what_was_rejected_holds_all_back_until_the_person_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = paste(opened(folder, monkeypatch), "TY  - BOOK\nER  - \nTY  - BOOK\nTI  - Utuh\nPY  - 2001\nER  - \n")
    assert "tempelan:1" in words(app)
    assert app.button(key="import-now").disabled
    app.checkbox(key="import-partial").check().run()
    app.button(key="import-now").click().run()
    assert not app.exception and "Utuh" in bibliography(folder)


def test_what_is_there_is_told_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copy_example(tmp_path / "salinan")
    text = "@misc{MURNI2016peran, year = 2016}"
    app = paste(opened(folder, monkeypatch, "en"), text)
    assert "murni2016peran" in words(app) and "There already" in str(app.expander)
    assert "import-now" not in {button.key for button in app.button}


def test_an_upload_is_read_and_a_refusal_leaves_everything(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = visit(opened(folder, monkeypatch), "imports")
    app.file_uploader(key="import-file").set_value(("a.ris", b"TY  - BOOK\nTI  - Satu\nER  - \n", "text/plain")).run()
    assert not app.exception and "Satu" in words(app)
    app.file_uploader(key="import-file").set_value(("a.json", b"[{]", "application/json")).run()
    assert not app.exception and "a.json:1" in words(app)
    assert "import-now" not in {button.key for button in app.button}


def test_a_project_that_cannot_be_written_loses_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kb.editing import imports
    from kb.errors import SaveError

    def full(*_: object, **__: object) -> None:
        raise SaveError("save-not-allowed", where="references.bib", why="read-only")

    app = paste(opened(folder, monkeypatch), OWN)
    monkeypatch.setattr(imports, "save", full)
    app.button(key="import-now").click().run()
    assert not app.exception and "references.bib" in words(app)
    assert app.text_area(key="import-text").value == OWN and app.button(key="import-now")


def test_text_that_was_pasted_is_there_again_after_another_page(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = paste(opened(folder, monkeypatch), OWN)
    visit(app, "studies")
    visit(app, "imports")
    app.segmented_control(key="import-way").set_value("text").run()
    assert app.text_area(key="import-text").value == OWN
