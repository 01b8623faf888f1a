"""Changing `kajian.toml` by hand of the app: comments stay, nothing unusable is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.editing.settings import change_settings, changed_settings
from kb.errors import InputError, ProjectError
from kb.store.configuration import FILE, read_configuration
from kb.store.new_project import new_project
from kb.store.profiles import project_profile
from kb.store.undo import undo


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return new_project(tmp_path / "p", "Judul")


def test_comments_order_and_line_ends_stay() -> None:
    data = b'# satu\r\nbase = "urn:x#"   # dua\r\nprofile = "umum" # tiga\r\n\r\n# akhir\r\n'
    assert changed_settings(data, {"profile": "unesa"}) == data.replace(b'"umum"', b'"unesa"')
    assert changed_settings(data, {"profile": "umum"}) == data
    assert changed_settings(b"\xef\xbb\xbf" + data, {"profile": "unesa"}).startswith(b"\xef\xbb\xbf# satu\r\n")


def test_a_choice_is_saved_and_can_be_taken_back(project: Path) -> None:
    before = (project / FILE).read_bytes()
    saved = change_settings(project, {"profile": "unesa", "style": "ieee", "tense": "finished"})
    assert saved.files == (FILE,)
    own = read_configuration(project)
    assert (own.profile, own.style, own.tense) == ("unesa", "ieee", "finished")
    assert project_profile(own).citation_style == "ieee"
    undo(project, saved.number)
    assert (project / FILE).read_bytes() == before


def test_an_empty_choice_takes_the_key_out(project: Path) -> None:
    change_settings(project, {"style": "ieee"})
    change_settings(project, {"style": ""})
    assert read_configuration(project).style == ""
    assert b"style" not in (project / FILE).read_bytes()


def test_what_could_not_be_opened_again_is_not_written(project: Path) -> None:
    before = (project / FILE).read_bytes()
    with pytest.raises(ProjectError):
        change_settings(project, {"tense": "kemarin"})
    with pytest.raises(InputError):
        change_settings(project, {"base": "urn:lain#"})
    assert (project / FILE).read_bytes() == before


@pytest.mark.parametrize("title", ['Judul "baru"', "a\\b", "baris\nbaru", "'''", "é🙂", "# bukan komentar"])
def test_any_title_comes_back_as_it_was_typed(project: Path, title: str) -> None:
    change_settings(project, {"title": title})
    assert read_configuration(project).title == title
