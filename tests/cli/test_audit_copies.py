"""`audit` leaves copies: commented in Word, with slips set right in text; never over the draft."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from tests.audit.word_maker import word_file
from tests.cli.conftest import Kajian
from tests.cli.test_refusals import refused

TEXT = "Ada tiga (tiga) hal yang yang penting (Suharto,2005).\n"
BIB = "@book{s, author = {Suharto, Edi}, title = {Membangun}, year = {2005}}\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    (tmp_path / "a.bib").write_text(BIB)
    (tmp_path / "bab.md").write_text(TEXT)
    (tmp_path / "bab.docx").write_bytes(word_file(TEXT))
    return tmp_path


def test_a_word_chapter_comes_back_with_comments(kajian: Kajian, draft: Path) -> None:
    out = draft / "periksa.docx"
    result = kajian("audit", str(draft / "bab.docx"), "--bib", str(draft / "a.bib"), "-o", str(out))
    assert result.code == 1
    words = [each.text for each in docx.Document(io.BytesIO(out.read_bytes())).comments]
    assert any("tiga (tiga)" in each for each in words)


def test_a_text_chapter_comes_back_mended(kajian: Kajian, draft: Path) -> None:
    copy = draft / "rapi.md"
    result = kajian("audit", str(draft / "bab.md"), "--bib", str(draft / "a.bib"), "--fix", str(copy))
    assert copy.read_text() == "Ada tiga hal yang penting (Suharto, 2005).\n"
    assert (draft / "bab.md").read_text() == TEXT
    assert "“yang yang” → “yang”" in result.err and result.code == 1


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("bab.docx", ["--fix", "rapi.docx"], "-o periksa.docx"),
        ("bab.md", ["-o", "periksa.docx"], "--fix"),
        ("bab.md", ["--fix", "bab.md"], "tidak ditimpa"),
        ("bab.docx", ["-o", "bab.docx"], "tidak ditimpa"),
    ],
)
def test_what_is_refused_is_said_and_nothing_is_written(
    kajian: Kajian, draft: Path, monkeypatch: pytest.MonkeyPatch, name: str, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(draft)
    before = {path.name: path.read_bytes() for path in draft.iterdir()}
    assert said in refused(kajian("audit", name, "--bib", "a.bib", *arguments))
    assert {path.name: path.read_bytes() for path in draft.iterdir()} == before


def test_check_sets_the_bibliography_right(kajian: Kajian, project: Path) -> None:
    bib = project / "references.bib"
    bib.write_text(bib.read_text() + "\n@book{baru, author = {Budi, Ani; Citra, Dewi}, title = {B}, year = {2020}}\n")
    result = kajian("-C", str(project), "check", "--fix")
    assert "Budi, Ani and Citra, Dewi" in bib.read_text() and "kajian restore" in result.err
