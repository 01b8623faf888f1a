"""Entries of one work: one DOI, or title and author with a year that does not speak against it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.audit.notes import check_notes
from kb.citing.alike_works import alike_works
from tests.citing.alike_project import article, project

TITLE = "Pengaruh Literasi Digital terhadap Minat Baca Siswa"


ONE_WORK = {
    "one DOI with two years": (
        article("a", "Sari, Dewi", TITLE, "2019", doi="10.1234/abc.5")
        + article(
            "b", "Sari, D.", "Literasi digital dan minat baca siswa", "2020", doi="https://doi.org/10.1234/ABC.5"
        ),
        "probable",
        {"doi", "author", "years"},
    ),
    "two keys, the same facts": (
        article("a", "Sari, Dewi", TITLE, "2019") + article("sari2019", "Sari, Dewi", TITLE.upper(), "2019"),
        "probable",
        {"title", "author", "year"},
    ),
    "one of them without a year": (
        article("a", "Sari, Dewi", TITLE, "2019") + article("b", "Sari, Dewi", TITLE),
        "probable",
        {"title", "author", "years"},
    ),
    "two years, no DOI: perhaps two printings": (
        article("a", "Sari, Dewi", TITLE, "2019") + article("b", "Sari, Dewi", TITLE, "2014"),
        "possible",
        {"title", "author", "years"},
    ),
    "a slip in the title": (
        article("a", "Sari, Dewi", TITLE, "2019") + article("b", "Sari, Dewi", TITLE.replace("Minat", "Minta"), "2019"),
        "probable",
        {"title", "author", "year"},
    ),
}


@pytest.mark.parametrize("case", sorted(ONE_WORK))
def test_what_may_be_one_work_is_offered(case: str, tmp_path: Path) -> None:
    bibliography, certainty, kinds = ONE_WORK[case]
    [found] = alike_works(project(tmp_path, bibliography))
    assert found.kind == "works" and found.certainty == certainty
    assert {evidence.kind for evidence in found.evidence} == kinds


TWO_WORKS = {
    "two volumes": article("a", "Sari, Dewi", f"{TITLE} Jilid 1", "2019") + article("b", "Sari, Dewi", f"{TITLE} Jilid 2", "2019"),
    "two editions": article("a", "Sari, Dewi", TITLE, "2019", edition="1") + article("b", "Sari, Dewi", TITLE, "2021", edition="2"),
    "other authors": article("a", "Sari, Dewi", TITLE, "2019") + article("b", "Nur, Ahmad", TITLE, "2019"),
    "two DOIs": article("a", "Sari, Dewi", TITLE, "2019", doi="10.1/a") + article("b", "Sari, Dewi", TITLE, "2019", doi="10.1234/b")
    + article("c", "Sari, Dewi", TITLE, "2019", doi="10.1234/c"),
    "a DOI pasted into the wrong entry": article("a", "Sari, Dewi", TITLE, "2019", doi="10.1234/abc")
    + article("b", "Nur, Ahmad", "Perkembangan Ekonomi Pesisir Utara", "2015", doi="10.1234/abc"),
    "a thesis and its article": "@thesis{a, author = {Sari, Dewi}, title = {" + TITLE + "}, year = {2019}, type = {Skripsi}}\n"
    + article("b", "Sari, Dewi", TITLE, "2019"),
    "a short title": article("a", "Sari, Dewi", "Pendahuluan", "2019") + article("b", "Sari, Dewi", "Pendahuluan", "2014"),
}  # fmt: skip


@pytest.mark.parametrize("case", sorted(TWO_WORKS))
def test_what_is_plainly_two_works_is_not(case: str, tmp_path: Path) -> None:
    found = alike_works(project(tmp_path, TWO_WORKS[case]))
    assert all({"b", "c"} != set(each.things) for each in found)
    assert case == "two DOIs" or not found


def test_check_says_it_with_what_speaks_for_it(tmp_path: Path) -> None:
    library = project(tmp_path, ONE_WORK["one DOI with two years"][0])
    [found] = [finding for finding in check_notes(library) if finding.check == "same-work"]
    assert found.citekeys == ("a", "b") and (found.place.line, found.related[0].line) == (1, 7)


def test_a_journal_of_ten_thousand_one_title_entries_is_not_paired(tmp_path: Path) -> None:
    entries = "".join(article(f"k{n}", "Redaksi", "Pengantar Redaksi Edisi Ini", str(1600 + n)) for n in range(300))
    assert len(alike_works(project(tmp_path, entries))) <= 1
