"""Pipes, devices and links in a project's folder: never waited for, never written through, never replaced."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from kb.errors import SaveError
from kb.store.deliver import write_whole
from kb.store.derived import MOST, Derived
from kb.store.ordinary import read_ordinary
from kb.store.save import Change, save


@pytest.mark.parametrize("strange", ["/dev/zero", "pipe", "folder"])
def test_only_ordinary_files_are_read(strange: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError):
        read_ordinary(tmp_path / strange)


def test_no_more_is_read_than_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"12345")
    assert read_ordinary(tmp_path / "x", 5) == b"12345"
    with pytest.raises(OSError):
        read_ordinary(tmp_path / "x", 4)


@pytest.mark.parametrize("name", [".kajian", ".kajian/holder", ".kajian/folders", ".kajian/history/versions"])
def test_a_link_in_the_place_of_our_own_files_stops_the_save(name: str, tmp_path: Path) -> None:
    outside, project = tmp_path / "luar", tmp_path / "proyek"
    outside.mkdir()
    (outside / "isi").write_text("lama")
    (project / name).parent.mkdir(parents=True)
    (project / name).symlink_to(outside / "isi" if name in (".kajian/holder", ".kajian/folders") else outside)
    with pytest.raises(SaveError) as refused:
        save(project, [Change("x.bib", None, b"% baru\n")], "app", "x")
    assert refused.value.code == "kept-link"
    assert [path.read_text() for path in outside.iterdir()] == ["lama"]
    assert not (project / "x.bib").exists()


def test_a_cache_that_is_a_link_is_left_alone(tmp_path: Path) -> None:
    outside, project = tmp_path / "luar", tmp_path / "proyek"
    outside.mkdir()
    for number in range(MOST + 5):
        (outside / str(number)).write_text("x")
    (project / ".kajian").mkdir(parents=True)
    (project / ".kajian" / "cache").symlink_to(outside)
    Derived(project).put("nama", b"isi")
    assert len(list(outside.iterdir())) == MOST + 5


def test_an_answer_into_a_pipe_leaves_the_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipa"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, b"isi")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert os.read(reader, 10) == b"isi"
    os.close(reader)
