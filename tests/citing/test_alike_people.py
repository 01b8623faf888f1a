"""Spellings of one person: offered with evidence, never by likeness of letters alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.citing.alike_people import alike_people
from kb.citing.people_met import people_met
from tests.citing.alike_project import article, project

Kinds = set[str]


def offered(folder: Path, bibliography: str, chapter: str = "") -> dict[frozenset[str], Kinds]:
    found = alike_people(project(folder, bibliography, chapter))
    return {frozenset(each.things): {evidence.kind for evidence in each.evidence} for each in found}


ONE_PERSON = {
    "year and co-author": (
        article("a", "Hidayat, Rahmat and Putri, Sinta", "Literasi", "2019")
        + article("b", "Hidayat, Rahmad and Putri, Sinta", "Numerasi", "2019"),
        "",
        {"Rahmat Hidayat", "Rahmad Hidayat"},
        {"name", "year", "coauthor"},
    ),
    "the same publisher": (
        article("a", "Sugiyono, Budi Santoso", "Statistika", "2011", publisher="Alfabeta")
        + article("b", "Sugiono, Budi Santoso", "Metode", "2014", publisher="Alfabeta"),
        "",
        {"Budi Santoso Sugiyono", "Budi Santoso Sugiono"},
        {"name", "place"},
    ),
    "a chapter's slip, in the year of the work": (
        article("a", "Djamarah, Syaiful Bahri", "Psikologi Belajar", "2008"),
        "Menurut Djamarrah (2008) belajar adalah perubahan tingkah laku.\n",
        {"Syaiful Bahri Djamarah", "Djamarrah"},
        {"name", "year", "matched"},
    ),
    "two slips read through one host": (
        article("h", "Rusman", "Model Pembelajaran", "2015"),
        "Menurut Vigotsky (1978) dalam Rusman (2015) belajar bersifat sosial. Hal itu ditegaskan Vygotsky (1986) dalam Rusman (2015).\n",
        {"Vigotsky", "Vygotsky"},
        {"name", "host"},
    ),
    "initials beside the full name, with the same co-author": (
        article("a", "Slameto, D. and Wibowo, Agus", "Belajar", "2010") + article("b", "Slameto, Dwi and Wibowo, Agus", "Guru", "2013"),
        "",
        {"D. Slameto", "Dwi Slameto"},
        {"name", "coauthor"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", sorted(ONE_PERSON))
def test_likeness_with_something_beside_it_is_offered(case: str, tmp_path: Path) -> None:
    bibliography, chapter, names, kinds = ONE_PERSON[case]
    assert offered(tmp_path, bibliography, chapter) == {frozenset(names): kinds}


TWO_PEOPLE = {
    "Rahman and Rahmat": article("a", "Rahman", "Sosiologi Desa", "2016") + article("b", "Rahmat", "Psikologi Umum", "2018"),
    "Rahman and Rahmat of one year": article("a", "Rahman", "Sosiologi Desa", "2016") + article("b", "Rahmat", "Psikologi", "2016"),
    "other given names": article("a", "Rahman, Abdul", "Desa", "2016", publisher="UI Press")
    + article("b", "Rahmat, Jalaluddin", "Psikologi", "2016", publisher="UI Press"),
    "one family name": article("a", "Sari, Dewi", "Literasi", "2019") + article("b", "Sari, Ratna", "Numerasi", "2019"),
    "initials that may be anybody's": article("a", "Sari, D.", "Literasi", "2019") + article("b", "Sari, Dewi", "Numerasi", "2019"),
    "authors of one work": article("a", "Hasan, Ahmad and Hasan, Ahmadi", "Fikih", "2012"),
    "a body and a person": article("a", "{Balai Bahasa}", "Kamus", "2018") + article("b", "Balai, Basa", "Kamus Kecil", "2018"),
}  # fmt: skip


@pytest.mark.parametrize("case", sorted(TWO_PEOPLE))
def test_likeness_alone_is_not_offered(case: str, tmp_path: Path) -> None:
    assert offered(tmp_path, TWO_PEOPLE[case]) == {}


def test_citing_by_the_family_name_is_no_other_spelling(tmp_path: Path) -> None:
    bibliography = article("a", "Sanjaya, Wina", "Strategi", "2006")
    assert offered(tmp_path, bibliography, "Menurut Sanjaya (2006) strategi adalah rencana.\n") == {}
    [person] = people_met(project(tmp_path, bibliography, "Menurut Sanjaya (2006) strategi adalah rencana.\n"))
    assert [spelling.text for spelling in person.spellings] == ["Wina Sanjaya", "Sanjaya"]
    assert person.works == ("a",) and person.cited == ("Sanjaya (2006)",)


def test_a_name_that_may_be_either_of_two_joins_neither(tmp_path: Path) -> None:
    bibliography = article("a", "Horvath, Anna B. and Horvath, Karl C.", "Pekerjaan Sosial", "2000")
    found = alike_people(project(tmp_path, bibliography, "Menurut Lind dan Horvath (2000) hal itu penting.\n"))
    assert all(not {"Anna B. Horvath", "Karl C. Horvath"} <= set(each.things) for each in found)


def test_names_in_either_order_are_one_name(tmp_path: Path) -> None:
    library = project(tmp_path, article("a", "Putri, Sinta", "A", "2019") + article("b", "Sinta Putri", "B", "2020"))
    assert [(person.name, person.works) for person in people_met(library)] == [("Sinta Putri", ("a", "b"))]


def test_many_names_are_met_one_by_one(tmp_path: Path) -> None:
    """Pairs are looked for among family names that differ in two letters at most, so the work grows with the list."""
    words = [f"{first}{second}ana" for first in "abcdefghijklmnoprstuwy" for second in "aeiou"]
    entries = [
        article(f"k{n}", f"{words[n % 110].title()}{n}, {words[n // 7 % 110].title()}", f"Judul {n}", "2019")
        for n in range(400)
    ]
    assert len(people_met(project(tmp_path, "".join(entries)))) == 400
