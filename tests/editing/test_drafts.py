"""The chapter as a draft of the project: new, renewed, of another kind, unreadable."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kb.editing.drafts import put_draft
from kb.errors import InputError
from kb.store.new_project import new_project
from kb.store.project import open_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = new_project(tmp_path / "proyek", "Judul")
    settings = made / "kajian.toml"
    settings.write_text("# milik saya\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")
    return made


def put(root: Path, name: str, text: str) -> tuple[str, ...]:
    return tuple(sorted(put_draft(open_project(root), name, text.encode()).files))


def test_a_chapter_becomes_a_draft_and_the_settings_keep_their_comments(root: Path) -> None:
    assert put(root, "BAB II (revisi 3).md", "Kemiskinan adalah …") == ("kajian.toml", "naskah/bab-ii-revisi-3.md")
    opened = open_project(root)
    assert [(source.id, source.path) for source in opened.sources.values()] == [
        ("bab-ii-revisi-3", "naskah/bab-ii-revisi-3.md")
    ]
    settings = (root / "kajian.toml").read_text(encoding="utf-8")
    assert settings.startswith("# milik saya\n")
    assert tomllib.loads(settings)["drafts"] == ["naskah/bab-ii-revisi-3.md"]


def test_a_newer_version_takes_the_place_of_the_old(root: Path) -> None:
    put(root, "bab2.md", "lama")
    assert put(root, "bab2.md", "baru") == ("naskah/bab2.md",)
    assert [source.data for source in open_project(root).sources.values()] == [b"baru"]


def test_another_kind_of_the_same_name_is_another_draft(root: Path) -> None:
    put(root, "bab2.md", "satu")
    assert put(root, "bab2.txt", "dua") == ("kajian.toml", "naskah/bab2-2.txt")
    assert len(open_project(root).sources) == 2


@pytest.mark.parametrize("name", ["../../kajian.toml.md", "C:\\Users\\x\\bab.md", "..md", "الفصل.md"])
def test_no_name_leads_out_of_the_folder(root: Path, name: str) -> None:
    (written,) = (each for each in put(root, name, "isi") if each != "kajian.toml")
    assert written.startswith("naskah/") and (root / written).read_text(encoding="utf-8") == "isi"


@pytest.mark.parametrize(("name", "data"), [("bab2.pdf", b"%PDF-1.7"), ("bab2.docx", b"bukan zip")])
def test_what_cannot_be_read_is_refused_and_nothing_is_written(root: Path, name: str, data: bytes) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    with pytest.raises(InputError):
        put_draft(open_project(root), name, data)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
