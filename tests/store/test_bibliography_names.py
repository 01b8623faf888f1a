"""Names: split where the format says how, whole where it does not, titles set apart, nothing guessed silently."""

from __future__ import annotations

import pytest

from kb.store.bibliography_names import OTHERS, Name
from kb.store.bibliography_people import read_people


def one(written: str) -> Name:
    (name,), _ = read_people(written)
    return name


def checks(written: str) -> list[str]:
    return [check for check, _ in read_people(written)[1]]


@pytest.mark.parametrize(
    ("written", "given", "particle", "family"),
    [
        ("Murni, Ruaida", "Ruaida", "", "Murni"),
        ("Dwi Heru Sukoco", "Dwi Heru", "", "Sukoco"),
        ("Sheafor, Bradford W.", "Bradford W.", "", "Sheafor"),
        ("Tulus T. H. Tambunan", "Tulus T. H.", "", "Tambunan"),
        ("van der Kroef, Justus", "Justus", "van der", "Kroef"),
        ("Ludwig van Beethoven", "Ludwig", "van", "Beethoven"),
        ("Abu Hamid al-Ghazali", "Abu Hamid", "", "al-Ghazali"),
        ("Lévi-Strauss, Claude", "Claude", "", "Lévi-Strauss"),
        ("Jan {van der Berg}", "Jan", "", "van der Berg"),
        ("{\\'E}mile Durkheim", "Émile", "", "Durkheim"),
        ('G{\\"o}del, Kurt', "Kurt", "", "Gödel"),
        ("siti aminah", "siti", "", "aminah"),
        ("Press, William H.", "William H.", "", "Press"),
        ("Tim Berners-Lee", "Tim", "", "Berners-Lee"),
        ("Siregar, H", "H", "", "Siregar"),
        ("Abdullah, Ahmad bin", "Ahmad bin", "", "Abdullah"),
        ("Raden Ajeng Kartini", "Raden Ajeng", "", "Kartini"),
        ("R.M. Soedarsono", "R.M.", "", "Soedarsono"),
        ("I Gusti Ngurah Rai", "I Gusti Ngurah", "", "Rai"),
        ("H. Russell Bernard", "H. Russell", "", "Bernard"),
        ("Daulay Nasution, Raihanah", "Raihanah", "", "Daulay Nasution"),
    ],
)
def test_people_with_family_names_are_split_without_a_remark(
    written: str, given: str, particle: str, family: str
) -> None:
    assert one(written) == Name(family, given, particle)
    assert checks(written) == []


@pytest.mark.parametrize(
    ("written", "suffix"),
    [
        ("King, Jr., Martin Luther", "Jr."),
        ("Martin Luther King, Jr.", "Jr."),
        ("Martin Luther King Jr.", "Jr."),
        ("King, Martin Luther, III", "III"),
    ],
)
def test_suffixes_are_told_from_given_names(written: str, suffix: str) -> None:
    assert one(written) == Name("King", "Martin Luther", suffix=suffix)


@pytest.mark.parametrize("written", ["Suryana", "tambunan", "UNESCO", "{Suryana}"])
def test_single_names_stay_whole(written: str) -> None:
    assert one(written) == Name(literal=written.strip("{}"))
    assert checks(written) == []


@pytest.mark.parametrize(
    ("written", "full", "titles"),
    [
        ("Prof. Dr. H. Edi Suharto, M.Si., Ph.D", "Edi Suharto", "Prof. Dr. H., M.Si., Ph.D"),
        ("Mochamad Fatwadi, S.Si., M.Si.", "Mochamad Fatwadi", "S.Si., M.Si."),
        ("Suharto, Edi, M.Si", "Edi Suharto", "M.Si"),
        ("Suharto, M.Si., Edi", "Edi Suharto", "M.Si."),
        ("Suharto, Prof. Dr. Edi", "Edi Suharto", "Prof. Dr."),
        ("Suharto, Edi, Ph. D.", "Edi Suharto", "Ph. D."),
        ("Edi Suharto M.Si", "Edi Suharto", "M.Si"),
        ("Kusuma, MSi", "Kusuma", "MSi"),
        ("Drs. Suharto", "Suharto", "Drs."),
        ("Suharto, Dr.", "Suharto", "Dr."),
        ("Hj. Siti Aminah", "Siti Aminah", "Hj."),
        ("Ir. H. Joko Widodo", "Joko Widodo", "Ir. H."),
        ("Budi Santoso, S.T.", "Budi Santoso", "S.T."),
        ("Budi Santoso, ST., MT", "Budi Santoso", "ST., MT"),
        ("M. Quraish Shihab, M.A.", "M. Quraish Shihab", "M.A."),
        ("Dwi Heru Sukoco, S.Sos M.Si", "Dwi Heru Sukoco", "S.Sos M.Si"),
        ("Siti Aminah, S.Pd.I., M.Pd.", "Siti Aminah", "S.Pd.I., M.Pd."),
    ],
)
def test_degrees_and_titles_are_set_apart_and_reported(written: str, full: str, titles: str) -> None:
    name = one(written)
    assert (name.full, name.titles) == (full, titles)
    assert checks(written) == ["name-with-degree"]


def test_a_comma_before_and_shows_that_commas_part_people() -> None:
    people, notes = read_people("Supriadi, Rini Kartika, and Lina Sinatra")
    assert [each.full for each in people] == ["Supriadi, Rini Kartika", "Lina Sinatra"]
    assert people[0].literal and [check for check, _ in notes] == ["comma-between-people"]
    for written in ("Supriadi, Rini, and Sinatra, Lina", "Edi Suharto, M.Si., and Lina Sinatra"):
        people, notes = read_people(written)
        assert [each.family for each in people][1] == "Sinatra" and people[0].family
        assert "comma-between-people" not in [check for check, _ in notes], written


def test_initials_that_could_be_a_degree_stay_initials_and_are_reported() -> None:
    assert one("Kusuma, S.T.") == Name("Kusuma", "S.T.")
    assert checks("Kusuma, S.T.") == ["initials-or-degree"]
    assert checks("Kusuma, M. A.") == ["initials-or-degree"]
    assert checks("Kusuma, B.C.") == []


@pytest.mark.parametrize(
    ("written", "check"),
    [
        ("Budi Santoso, Siti Aminah", "comma-between-people"),
        ("Budi Santoso, Siti Aminah, Rahmat Hidayat", "comma-between-people"),
        ("Budi Santoso dan Siti Aminah", "separator-between-people"),
        ("Budi Santoso & Siti Aminah", "separator-between-people"),
        ("Santoso, B.; Aminah, S.", "separator-between-people"),
        ("Badan Pusat Statistik", "unbraced-organisation"),
        ("Kementerian Pendidikan dan Kebudayaan", "unbraced-organisation"),
        ("World Health Organization", "unbraced-organisation"),
        ("Tim Penyusun LAN", "unbraced-organisation"),
        ("Undang-Undang Nomor 3 Tahun 2014", "law-as-author"),
        ("NIM.: 14720011 RIZKA AMALIA", "number-in-name"),
        ("Ahmad bin Abdullah", "patronymic-name"),
        ("Siti Nurhaliza binti Tarudin", "patronymic-name"),
    ],
)
def test_what_is_no_single_person_is_kept_whole_and_reported(written: str, check: str) -> None:
    assert one(written) == Name(literal=written)
    assert checks(written) == [check]


@pytest.mark.parametrize(
    "written", ["{Badan Pusat Statistik}", "{{World Bank}}", "{Barnes and Noble, Inc.}", "{dan & dan}"]
)
def test_braces_keep_an_organisation_whole_without_a_remark(written: str) -> None:
    assert one(written) == Name(literal=written.strip("{}"))
    assert checks(written) == []


def test_two_words_before_a_comma_are_a_family_name_where_all_names_have_commas() -> None:
    people, notes = read_people("García Márquez, Gabriel José and Smith, John")
    assert people == (Name("García Márquez", "Gabriel José"), Name("Smith", "John"))
    assert notes == ()


@pytest.mark.parametrize(
    ("written", "reported"),
    [
        ("Murni, R. and others", []),
        ("Murni, R. and dkk.", ["dkk-in-names"]),
        ("Murni, R., dkk.", ["dkk-in-names"]),
        ("R. Murni et al.", ["dkk-in-names"]),
        ("R. Murni, d.k.k.", ["dkk-in-names"]),
    ],
)
def test_others_are_no_person(written: str, reported: list[str]) -> None:
    people, _ = read_people(written)
    assert people == (Name("Murni", "R."), OTHERS)
    assert checks(written) == reported


def test_a_surplus_and_is_reported() -> None:
    people, _ = read_people("Murni, R. and and Daulay, R. and")
    assert [name.full for name in people] == ["R. Murni", "R. Daulay"]
    assert checks("Murni, R. and and Daulay, R. and") == ["empty-name"]


def test_and_joins_in_any_case_but_not_inside_words_or_braces() -> None:
    people, _ = read_people("Sand, Andi AND {Simon and Schuster} and\tBrand, Anders")
    assert [name.full for name in people] == ["Andi Sand", "Simon and Schuster", "Anders Brand"]


@pytest.mark.parametrize("written", ["-, Wahyuni", "Wahyuni, -", "Wahyuni, .", "., Wahyuni", "–, Wahyuni"])
def test_a_mark_in_the_place_of_a_missing_part_is_no_name(written: str) -> None:
    assert read_people(written)[0] == (Name(literal="Wahyuni"),)
    assert read_people("-, -")[0] == (Name(family="-", given="-"),)
