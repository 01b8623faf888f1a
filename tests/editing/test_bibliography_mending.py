"""What has one right form in a `.bib` is set right and saved; what needs the student is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.editing.bibliography_mending import mend_bibliography, mended
from kb.store.bibliography_read import read_bibliography
from kb.store.project import open_project

CASES = [
    ("author = {Budi, Ani; Citra, Dewi}", "author = {Budi, Ani and Citra, Dewi}"),
    ("author = {Budi, Ani dan Citra, Dewi}", "author = {Budi, Ani and Citra, Dewi}"),
    ("author = {Ani Budi & Dewi Citra}", "author = {Ani Budi and Dewi Citra}"),
    ("author = {Budi, Ani dkk.}", "author = {Budi, Ani and others}"),
    ("author = {Badan Pusat Statistik}", "author = {{Badan Pusat Statistik}}"),
    ("author = {Badan Pusat Statistik and Budi, Ani}", "author = {{Badan Pusat Statistik} and Budi, Ani}"),
    ("author = {Budi, A., Citra, D.}", "author = {Budi, A., Citra, D.}"),
    ("author = {{Dinas Sosial dan Tenaga Kerja}}", "author = {{Dinas Sosial dan Tenaga Kerja}}"),
    ("author = {Prof. Ani Budi, M.Si.}", "author = {Prof. Ani Budi, M.Si.}"),
]


@pytest.mark.parametrize(("written", "right"), CASES)
def test_names_with_one_right_form(written: str, right: str) -> None:
    source = f"% catatan\n@book{{a, {written},\n  title = {{Judul}}, year = 2001}}\n"
    read = read_bibliography(source.encode(), "a.bib")
    data, done = mended(source.encode(), read.findings, "a.bib")
    assert data.decode() == source.replace(written, right)
    assert bool(done) == (written != right)


def test_a_mend_is_a_save_that_can_be_undone(project: Path) -> None:
    from kb.store.save import restore

    bib = project / "references.bib"
    before = bib.read_bytes() + b"\n@book{baru2020, author = {Budi, Ani; Citra, Dewi}, title = {Baru}, year = {2020}}\n"
    bib.write_bytes(before)
    library = open_project(project)
    saved, done = mend_bibliography(library, library.bibliography.findings)
    assert [mend.key for mend in done] == ["baru2020"] and saved.files == ("references.bib",)
    assert b"Budi, Ani and Citra, Dewi" in bib.read_bytes()
    restore(project, saved.number - 1)
    assert bib.read_bytes() == before
