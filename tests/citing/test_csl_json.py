"""An entry becomes one CSL item: nothing lost, nothing invented."""

from __future__ import annotations

from typing import Any

import pytest

from kb.citing.csl_dates import accessed, day_of, issued
from kb.citing.csl_json import AND_OTHERS, UNTITLED, csl_item
from kb.citing.csl_titles import english_title, protected_in, sentence_case
from kb.citing.editions import edition
from kb.store.bibliography_read import read_bibliography


def item(text: str, language: str = "id") -> dict[str, Any]:
    return csl_item(read_bibliography(text.encode(), "x.bib").entries[0], language)


@pytest.mark.parametrize(
    ("head", "fields", "kind"),
    [
        ("article", "journal = {J}", "article-journal"),
        ("article", "journal = {Kompas}, entrysubtype = {newspaper}", "article-newspaper"),
        ("incollection", "booktitle = {B}", "chapter"),
        ("inproceedings", "booktitle = {B}", "paper-conference"),
        ("skripsi", "school = {U}", "thesis"),
        ("misc", "school = {U}", "thesis"),
        ("misc", "url = {https://x.id}", "webpage"),
        ("misc", "note = {x}", "document"),
        ("legislation", "number = {3}", "legislation"),
        ("techreport", "institution = {I}", "report"),
        ("unheardof", "publisher = {P}", "document"),
    ],
)
def test_the_type_follows_the_entry(head: str, fields: str, kind: str) -> None:
    assert item(f"@{head}{{k, title = {{Judul}}, {fields}}}")["type"] == kind


@pytest.mark.parametrize("head", ["misc", "book", "online"])
def test_a_law_kept_as_anything_is_a_law(head: str) -> None:
    text = f"@{head}{{k, title = {{Undang-Undang Nomor 6 Tahun 2014 tentang Desa}}, year = 2014}}"
    assert item(text)["type"] == "legislation"


def test_an_article_about_a_law_is_an_article() -> None:
    text = "@article{k, title = {Undang-Undang Nomor 6 Tahun 2014: sebuah kajian}, journal = {J}, year = 2015}"
    assert item(text)["type"] == "article-journal"


@pytest.mark.parametrize(
    ("head", "type_", "language", "genre"),
    [
        ("mastersthesis", "", "id", "Tesis"),
        ("phdthesis", "", "id", "Disertasi"),
        ("phdthesis", "skripsi", "id", "Skripsi"),
        ("thesis", "mathesis", "id", "Tesis"),
        ("thesis", "Skripsi", "en", "Undergraduate thesis"),
        ("thesis", "", "id", None),
        ("thesis", "Tugas Akhir", "id", "Tugas Akhir"),
    ],
)
def test_a_thesis_is_called_what_it_is(head: str, type_: str, language: str, genre: str | None) -> None:
    written = f", type = {{{type_}}}" if type_ else ""
    assert item(f"@{head}{{k, title = {{J}}, school = {{U}}{written}}}", language).get("genre") == genre


@pytest.mark.parametrize(
    ("year", "month", "parts"),
    [
        ("2019", "", [[2019]]),
        ("2019", "mar", [[2019, 3]]),
        ("2019", "Agustus", [[2019, 8]]),
        ("2019", "12 Mei", [[2019, 5, 12]]),
        ("2019", "Jan--Jun", [[2019, 1], [2019, 6]]),
        ("2019", "Ganjil", [[2019]]),
        ("2019/2020", "", [[2019], [2020]]),
    ],
)
def test_years_and_months_in_either_language(year: str, month: str, parts: list[list[int]]) -> None:
    assert issued({"year": year, "month": month}) == {"date-parts": parts}


@pytest.mark.parametrize("year", ["", "t.t.", "n.d.", "tanpa tahun", "-", "?"])
def test_no_year_is_no_date(year: str) -> None:
    assert issued({"year": year}) is None


def test_what_is_no_year_is_printed_as_written() -> None:
    assert issued({"year": "in press"}) == {"literal": "in press"}


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("2021-03-12", [[2021, 3, 12]]),
        ("12 Maret 2021", [[2021, 3, 12]]),
        ("March 12, 2021", [[2021, 3, 12]]),
        ("Senin, 1 Mei 2023", [[2023, 5, 1]]),
    ],
)
def test_a_day_in_any_usual_spelling(written: str, parts: list[list[int]]) -> None:
    assert day_of(written) == {"date-parts": parts}


def test_a_day_whose_month_is_unclear_stays_as_written() -> None:
    assert day_of("03/04/2021") == {"literal": "03/04/2021"}


@pytest.mark.parametrize(
    "note", ["Diakses 12 Maret 2021", "Accessed: 2021-03-12", "Diakses pada tanggal 12 Maret 2021."]
)
def test_a_date_of_access_may_stand_in_a_note(note: str) -> None:
    assert accessed({"note": note}) == {"date-parts": [[2021, 3, 12]]}


@pytest.mark.parametrize(
    ("written", "indonesian", "english"),
    [
        ("5", "Edisi ke-5", "5"),
        ("Kedua", "Edisi ke-2", "2"),
        ("2nd ed.", "Edisi ke-2", "2"),
        ("Edisi ke-3", "Edisi ke-3", "3"),
        ("Revisi", "Edisi revisi", "Rev. ed."),
        ("Cetakan ke-4", "Cetakan ke-4", "Cetakan ke-4"),
        ("", "", ""),
    ],
)
def test_an_edition_is_a_number_where_it_is_one(written: str, indonesian: str, english: str) -> None:
    assert (edition(written, "id"), edition(written, "en")) == (indonesian, english)


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("The Strength of Weak Ties", "The strength of weak ties"),
        ("Net Work: A Practical Guide to Networks", "Net work: A practical guide to networks"),
        ("Poverty in West Java, Indonesia", "Poverty in West Java, Indonesia"),
        ("What Is Poverty? And Who Says So", "What is poverty? And who says so"),
        ("COVID-19 and the Rural Poor", "COVID-19 and the rural poor"),
        ("The World Bank and Its Critics", "The World Bank and its critics"),
        ("A sentence already says Jakarta and Budi", "A sentence already says Jakarta and Budi"),
        ("", ""),
    ],
)
def test_english_headlines_become_sentences(title: str, written: str) -> None:
    assert sentence_case(title) == written


def test_braces_and_small_words_keep_their_letters() -> None:
    raw = "@book{k, title = {The {Granovetter Thesis} versus Its Rivals in {\\'E}cole and \\emph{Life}}}"
    assert protected_in(raw, "title") == ("Granovetter Thesis",)
    assert english_title("The Granovetter Thesis versus Its Rivals", ("Granovetter Thesis",)) == (
        'The <span class="nocase">Granovetter Thesis</span> <span class="nocase">versus</span> its rivals'
    )


def test_indonesian_titles_stay_as_they_were_typed() -> None:
    assert item("@book{k, title = {Peran Jejaring Kerja di Desa}}")["title"] == "Peran Jejaring Kerja di Desa"


def test_a_title_and_its_subtitle_are_one() -> None:
    made = item("@book{k, title = {Networking Smart}, subtitle = {How to Build Relationships}, langid = {english}}")
    assert made["title"] == "Networking smart: How to build relationships" and made["title-short"] == "Networking smart"


def test_a_missing_title_is_marked_and_others_are_no_person() -> None:
    made = item("@misc{k, author = {Satu, A. and others}}")
    assert made["title"] == UNTITLED
    assert made["author"] == [{"family": "Satu", "given": "A."}, {"literal": AND_OTHERS}]


def test_a_doi_loses_its_resolver_and_its_double() -> None:
    made = item("@article{k, title = {T}, doi = {https://doi.org/10.1/AbC}, url = {https://dx.doi.org/10.1/abc}}")
    assert made["DOI"] == "10.1/AbC" and "URL" not in made


def test_a_body_is_the_author_of_what_nobody_signed() -> None:
    made = item("@techreport{k, title = {Laporan}, institution = {Badan Pusat Statistik}, year = 2020}")
    assert made["author"] == [{"literal": "Badan Pusat Statistik"}]


def test_words_that_the_style_prints_itself_are_not_printed_twice() -> None:
    entry = read_bibliography(
        b"@article{a, title={Satu}, volume={Volume 3}, number={No. 2}, pages={hlm. 10--12}, year=2019}", "x.bib"
    ).entries[0]
    found = csl_item(entry, "id")
    assert (found["volume"], found["issue"], found["page"]) == ("3", "2", "10-12")
    named = read_bibliography(b"@article{a, title={Satu}, volume={Vol. khusus}, year=2019}", "x.bib").entries[0]
    assert csl_item(named, "id")["volume"] == "Vol. khusus"


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ("url = {scrum.org}, howpublished = {http://scrum.org}", "http://scrum.org"),
        ("url = {repository.kampus.ac.id/12/}", "repository.kampus.ac.id/12/"),
        ("url = {javascript:alert(1)}", None),
        ("url = {tidak ada}", None),
    ],
)
def test_an_address_without_its_scheme_is_not_lost(fields: str, url: str | None) -> None:
    assert item(f"@misc{{k, title = {{T}}, {fields}}}").get("URL") == url


def test_the_time_stamp_of_a_repository_is_its_day() -> None:
    made = item("@misc{k, title = {T}, year = {2015-03-12T08:00:00Z}, url = {https://x.id/1}}")
    assert made["issued"] == {"date-parts": [[2015, 3, 12]]}
    assert item("@misc{k, title = {T}, year = {2015-13-12T08:00:00Z}}")["issued"] == {"literal": "2015-13-12T08:00:00Z"}


def test_a_dash_that_fills_a_field_is_no_number() -> None:
    (entry,) = read_bibliography(
        "@article{x, author={-, Wahyuni}, title={T}, journal={J}, year=2020, pages={-}, volume={–}, number={--}}".encode(),
        "x.bib",
    ).entries
    item = csl_item(entry)
    assert not {"page", "volume", "issue"} & set(item)
    assert item["author"] == [{"literal": "Wahyuni"}]


def test_a_city_is_a_place() -> None:
    (entry,) = read_bibliography(
        b"@book{x, author={Sari, Dewi}, title={T}, publisher={Kencana}, city={Jakarta}, year=2020}", "x.bib"
    ).entries
    assert csl_item(entry)["publisher-place"] == "Jakarta"
