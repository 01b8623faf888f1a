"""Pemeriksaan: the project's draft, an uploaded one, and a chapter without any project."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.audit.audit import audit
from kb.outputs.audit_payload import payload
from kb.reading.drafts import read_draft
from kb.store.bibliography_read import read_bibliography
from tests.app.test_pages import ROOT, opened, visit, words
from tests.audit.word_maker import word_file

WORD = word_file("Menurut Tarigan (1999) ada tiga (tiga) hal.\n|Peneliti|Hasil|\n|Wibowo (2013)|Baik|\n")
BIB = b"@book{t, author = {Tarigan, Ani}, title = {Menulis}, year = {1999}}\n"


def _labels(app) -> list[str]:  # type: ignore[no-untyped-def]
    return [button.label for button in app.get("download_button")]


def test_the_projects_draft_is_checked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    app = visit(opened(ROOT, monkeypatch), "checks")
    assert "32 kutipan" in words(app) and any("9 kesalahan ketik" in label for label in _labels(app))


def test_an_uploaded_word_chapter_comes_with_its_own_bib(monkeypatch: pytest.MonkeyPatch) -> None:
    app = visit(opened(ROOT, monkeypatch), "checks")
    app.file_uploader(key="audit-upload").upload("bab.docx", WORD, "application/octet-stream").run()
    app.file_uploader(key="audit-bib").upload("punya.bib", BIB, "text/plain").run()
    assert not app.exception
    assert "1 tidak ada dalam daftar pustaka" in words(app)
    assert "Unduh salinan Word berkomentar" in _labels(app)


def test_a_chapter_is_checked_before_there_is_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = visit(opened(tmp_path, monkeypatch), "home")
    app.file_uploader(key="audit-upload").upload("bab.docx", WORD, "application/octet-stream").run()
    assert not app.exception and "2 kutipan" in words(app)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = visit(opened(tmp_path, monkeypatch), "home")
    app.file_uploader(key="audit-upload").upload("bab.docx", b"PK\x03\x04 rusak", "application/octet-stream").run()
    assert not app.exception and app.error


def test_one_click_sets_the_bibliography_right_and_another_takes_it_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kb.store.new_project import copy_example

    folder = copy_example(tmp_path / "proyek")
    bib = folder / "references.bib"
    before = bib.read_text() + "\n@book{baru, author = {Budi, Ani; Citra, Dewi}, title = {B}, year = {2020}}\n"
    bib.write_text(before)
    app = visit(opened(folder, monkeypatch), "checks")
    app.button(key="mend-bibliography").click().run()
    assert not app.exception and "Budi, Ani and Citra, Dewi" in bib.read_text()
    app.button(key="undo-save").click().run()
    assert bib.read_text() == before


def test_every_finding_has_its_mark_or_says_that_it_stands_outside() -> None:
    bibliography = read_bibliography((ROOT / "references.bib").read_bytes(), "references.bib")
    draft = read_draft([("bab2.md", (ROOT / "ontology" / "balewangi" / "bab2.md").read_bytes())])
    report = audit(draft, bibliography)
    drawing = payload(report, draft)
    marked: set[int] = set()
    for block in drawing["blocks"]:
        texts = [block["text"]] if "text" in block else [cell["text"] for row in block["rows"] for cell in row]
        marked |= {number for text in texts for piece in text if isinstance(piece, list) for number in piece[2]}
        marked |= set(block.get("loose", ()))
    outside = {each["n"] for each in drawing["findings"] if each["block"] is None}
    assert marked | outside == set(range(1, len(report.findings) + 1)) and len(outside) <= 3
    words_of = "".join(
        piece if isinstance(piece, str) else piece[0] for b in drawing["blocks"] for piece in b.get("text", ())
    )
    assert words_of == "".join(block.text for block in draft.blocks)
