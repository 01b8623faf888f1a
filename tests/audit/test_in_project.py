"""What a project adds to an audit: allowances in its settings, limits of its campus."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.audit.in_project import audit_in_project
from kb.reading.drafts import read_draft
from kb.store.new_project import copy_example
from kb.store.project import open_project
from tests.audit.word_maker import word_file


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_example(tmp_path / "proyek")


def _checks(project: Path, words: str) -> list[str]:
    draft = read_draft([("bab.docx", word_file(words))])
    return [finding.check for finding in audit_in_project(open_project(project), draft).findings]


def test_the_settings_let_pass_what_a_word_file_cannot(project: Path) -> None:
    words = "Menurut Suryana (2006) ada tiga (tiga) fungsi."
    assert "number-doubled" in _checks(project, words)
    settings = project / "kajian.toml"
    settings.write_text(settings.read_text() + '\n# boleh: number-doubled "tiga (tiga)" format kampus\n')
    found = _checks(project, words)
    assert "number-doubled" not in found and "allowance-stale" not in found
    assert "allowance-stale" in _checks(project, "Menurut Suryana (2006) ada fungsi.")


def test_an_allowance_without_reason_or_of_no_check_is_said(project: Path) -> None:
    settings = project / "kajian.toml"
    settings.write_text(settings.read_text() + "\n# boleh: number-doubled\n# boleh: bukan-pemeriksaan karena ya\n")
    assert _checks(project, "Satu (satu) hal.").count("allowance-incomplete") == 2


def test_the_campus_sets_the_limits(project: Path) -> None:
    (project / "profiles").mkdir()
    (project / "profiles" / "umum.toml").write_text('like = "umum"\nsecondary_most = 10\nsources_least = 300\n')
    found = _checks(project, "Menurut Burt (2001) dalam Fatwadi (2019) ada celah. Menurut Suryana (2006) ada fungsi.")
    assert {"secondary-share", "few-sources"} <= set(found)
