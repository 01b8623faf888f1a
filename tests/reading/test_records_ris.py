"""RIS as it comes: every record arrives, and what is no record is told with its line."""

from __future__ import annotations

import pytest

from tests.reading.record_samples import read, said

ONE = """
    TY  - JOUR
    AU  - Daulay, Raihanah
    AU  - Siregar, Budi
    TI  - Jaringan usaha
    JO  - Jurnal Ekonomi
    PY  - 2018/03/12/
    VL  - 5
    IS  - 2
    SP  - 11
    EP  - 29
    DO  - https://doi.org/10.1234/abc
    UR  - https://contoh.id/a?b=50%25
    ER  -
    """


def test_an_article_has_its_fields() -> None:
    (work,) = read("a.ris", ONE).works
    assert work.type == "article" and work.place.line == 1
    assert dict(work.fields) == {
        "author": "Daulay, Raihanah and Siregar, Budi",
        "title": "Jaringan usaha",
        "journal": "Jurnal Ekonomi",
        "year": "2018",
        "month": "3",
        "day": "12",
        "pages": "11–29",
        "volume": "5",
        "number": "2",
        "doi": "10.1234/abc",
        "url": "https://contoh.id/a?b=50%25",
    }


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("﻿TY  - BOOK\nTI  - Satu\nER  - \nTY  - BOOK\nTI  - Dua\nER  - \n", ["Satu", "Dua"]),
        ("TY  - BOOK\nTI  - Satu\nTY  - BOOK\nTI  - Dua\n", ["Satu", "Dua"]),
        ("TY  - BOOK\r\r\nTI  - Satu\r\r\nER  - \r\r\nTY  - BOOK\rTI  - Dua\rER  - \r", ["Satu", "Dua"]),
        ("TY - BOOK\nTI - Satu\nER -\nTY- BOOK\nTI- Dua\nER-\n", ["Satu", "Dua"]),
        ("Provider: Contoh\nContent: text/plain\n\nTY  - BOOK\nTI  - Satu\nER  - \n", ["Satu"]),
        ("TY  - BOOK\nT1  - Satu\nER  - \nTY  - CHAP\nTI  - Dua\nBT  - Buku\nER  - ", ["Satu", "Dua"]),
        ("  TY  - BOOK\n  TI  - Satu\n  ER  - \n", ["Satu"]),
        ("TY  - BOOK\nTI  - Satu dan\nlanjutannya: a - b\nER  - \n", ["Satu dan lanjutannya: a - b"]),
    ],
    ids=["mark", "no-end", "stray-returns", "one-space", "header", "dialects", "indented", "long-value"],
)
def test_a_dirty_file_loses_no_record(text: str, titles: list[str]) -> None:
    records = read("a.ris", text.encode())
    assert [work.fields["title"] for work in records.works] == titles
    assert not records.rejected


def test_a_record_without_end_and_header_lines_are_told() -> None:
    records = read("a.ris", "Penyedia\nTY  - BOOK\nTI  - Satu\nTY  - BOOK\nTI  - Dua\n")
    assert said(records) == [("import-ris-header", 1), ("import-ris-no-end", 4)]


def test_fields_outside_a_record_are_rejected_by_their_line() -> None:
    records = read("a.ris", "TY  - BOOK\nTI  - Satu\nER  - \nTI  - Yatim\n")
    assert said(records) == [("import-ris-outside", 4)]


def test_a_record_with_nothing_in_it_is_rejected() -> None:
    records = read("a.ris", "TY  - BOOK\nER  - \nTY  - BOOK\nTI  - Dua\nER  - \n")
    assert len(records.works) == 1 and said(records) == [("import-empty-record", 1)]


def test_a_file_of_another_kind_is_no_empty_success() -> None:
    assert ("import-no-records", 1) in said(read("a.ris", "Judul;Tahun\nSatu;2001\n"))


def test_tags_that_bibtex_has_no_field_for_are_kept_by_their_name() -> None:
    text = "TY  - BOOK\nTI  - Satu\nC1  - Rak 3\nXX  - aneh\nN1  - catatan a\nN1  - catatan b\nUR  - https://a\nUR  - https://b\nER  - \n"
    (work,) = read("a.ris", text).works
    assert (work.fields["ris-c1"], work.fields["ris-xx"]) == ("Rak 3", "aneh")
    assert work.fields["note"] == "catatan a; catatan b"
    assert (work.fields["url"], work.fields["ris-ur"]) == ("https://a", "https://b")


def test_names_that_the_format_does_not_split_stay_whole() -> None:
    (work,) = read(
        "a.ris", "TY  - BOOK\nTI  - S\nAU  - Badan Pusat Statistik\nAU  - Suharto\nAU  - King, Martin, Jr.\nER  - \n"
    ).works
    assert work.fields["author"] == "{Badan Pusat Statistik} and Suharto and King, Jr., Martin"


def test_windows_letters_are_no_mojibake() -> None:
    (work,) = read("a.ris", "TY  - BOOK\nTI  - Café dan naïf\nER  - \n".encode("cp1252")).works
    assert work.fields["title"] == "Café dan naïf"
