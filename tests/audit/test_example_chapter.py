"""The example chapter: its citations, its defects as a reader lists them, and nothing wrong called certain."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.audit.audit import audit
from kb.model.draft import Draft
from kb.model.report import Report
from kb.reading.drafts import read_draft
from kb.store.bibliography_read import read_bibliography
from tests.audit.score import told

ROOT = Path(__file__).parents[2]
CHAPTER = ROOT / "ontology" / "balewangi" / "bab2.md"

HOSTS = [
    ("Anklam", "2007", "LAN RI"),
    ("Wayre E. Bakri", "1994", "Mochamad Fatwandi"),
    ("Baker", "2000", "Mochamad Fatwandi"),
    ("Burt", "2001", "Mochamad Fatwandi"),
    ("Wayne E.Braker", "1984", "Mochamad Fatwandi"),
    ("Anklam", "2007", "Mochamad Fatwandi"),
    ("Kilduff", "2004", "Mochamad Fatwandi"),
    ("Cross", "2002", "Mochamad Fatwandi"),
    ("Kuncoro", "1997", "Bambang Rustanto"),
    ("Kuncoro", "2000", "Bambang Rustanto"),
    ("Friedmann", "1992", "Bambang Rustanto"),
    ("Kartasasmita", "1997", "Bambang Rustanto"),
    ("Baswir", "1997", "Bambang Rustanto"),
    ("Sumaatmadja", None, "Muchlisin Riadi"),
    ("Muliawan", None, "Muchlisin Riadi"),
    ("tambunan", None, "Muchlisin Riadi"),
    ("Charles Zastrow", None, "Dwi Heru Sukoco"),
    ("Siporin", None, "Adi Fahrudin"),
]
"""Originator, year as written, host: seventeen places, eighteen originators."""

DIRECT = [
    "(Ruaida Murni, 2016)", "(Raihanan Daulay, 2018)", "(Luluk Dwi Kumalasari, 2021)", "Ruaida Murni (2016)",
    "Raihanah Daulay (2018)", "Luluk Dwi Kumalasari (2021)", "Suharto", "Undang-Undang Nomor 3 Tahun 2014",
    "Suryana (2006)", "Harimurti (2012)", "(LL, 2012)", "Ceoss (2002)", "Sheaford dan Horejsi (2000)",
    "Charles Zastrow (1982, hal. 534-536)",
]  # fmt: skip

DEFECTS = [
    ("heading-order", "4.2.3", 195),
    ("list-order", "b. Alat pemerataan", 183),
    ("list-count-differs", "empat (empat) kategori", 199),
    ("row-names-another-study", "penelitian yang dilakukan oleh Ruaida Murni tidak", 33),
    ("number-doubled", "tiga (tiga)", 85),
    ("number-doubled", "empat (empat)", 199),
    ("chapter-title-order", "BAB II", 5),
    ("caption-form", "2 1", 27),
    ("header-repeated", "Pengarang dan Tahun", 32),
    ("source-claims-others", "Hasil Penelitian 2023", 38),
    ("row-differs-from-prose", "belum dipenuhi sepenuhnya", 30),
    ("own-method-differs", "kuantitatif", 30),
    ("row-differs-from-bibliography", "Konsep Jaringan Kerja", 36),
    ("quoted-title-differs", "Konsep Jaringan Kerja", 21),
    ("place-spellings", "Mulyoarjo", 25),
    ("person-spellings", "Wayre E. Bakri", 58),
    ("person-spellings", "Raihanan Daulay", 17),
    ("person-spellings", "Ceoss", 114),
    ("citation-name-differs", "Sheaford", 211),
    ("citation-name-differs", "Mochamad Fatwandi", 58),
    ("name-in-small-letters", "tambunan", 167),
    ("citation-year-differs", "Kilduff dan Tsai (2004)", 85),
    ("citation-year-differs", "Wayne E.Braker (1984)", 64),
    ("citation-without-year", "Suharto", 118),
    ("citation-without-year", "Siporin", 219),
    ("citation-without-year", "Sumaatmadja", 163),
    ("host-without-year", "Mochamad Fatwandi", 58),
    ("host-without-year", "Bambang Rustanto", 134),
    ("host-without-year", "Muchlisin Riadi", 163),
    ("host-without-year", "LAN RI", 48),
    ("two-hosts", "Anklam (2007)", 48),
    ("two-hosts", "Cross (2002)", 114),
    ("similar-definitions", "Kuncoro (2000)", 136),
    ("similar-definitions", "Wayne E.Braker (1984)", 64),
    ("ordinal-differs", "Jejaring Pengetahuan", 209),
    ("item-repeated", "papan", 151),
    ("words-repeated", "yang yang", 207),
    ("words-repeated", "tidak dapat meningkatkan standar hidup", 136),
    ("words-repeated", "pemimpin atau pemimpin", 128),
    ("quotation-unbalanced", "”", 211),
    ("quotation-without-page", "Sheaford dan Horejsi (2000)", 213),
    ("quotation-without-page", "Adi Fahrudin", 219),
    ("menurut-doubled", "Cross (2002)", 114),
    ("punctuation-doubled", "bekerja..", 151),
    ("citation-punctuation", "(Anklam,2007)", 58),
    ("mixed-citation-style", "hal.", 62),
    ("secondary-share", "56 %", 48),
]
"""Check, words that the finding must hold, and its line."""


@pytest.fixture(scope="module")
def draft() -> Draft:
    return read_draft([("bab2.md", CHAPTER.read_bytes())])


@pytest.fixture(scope="module")
def report(draft: Draft) -> Report:
    return audit(draft, read_bibliography((ROOT / "references.bib").read_bytes(), "references.bib"))


def test_all_citations_are_found_and_none_is_invented(report: Report) -> None:
    written = [each.citation.as_written for each in report.citations if each.citation.via is None]
    assert written == DIRECT
    assert len(report.citations) == 32


def test_every_secondary_place_has_its_host(report: Report) -> None:
    through = [each.citation for each in report.citations if each.citation.via]
    found = [(each.authors[0], each.year, each.via.authors[0]) for each in through if each.via]
    assert found == HOSTS
    assert len({(each.line, each.via and each.via.as_written) for each in through}) == 17


@pytest.mark.parametrize(("check", "words", "line"), DEFECTS)
def test_a_defect_that_a_reader_sees_is_found_at_its_line(report: Report, check: str, words: str, line: int) -> None:
    found = [each for each in report.findings if each.check == check and words in told(each)]
    assert line in [each.place.line for each in found], [(each.place.line, told(each)) for each in found]


def test_only_what_is_certainly_wrong_is_an_error(report: Report) -> None:
    errors = [(each.check, each.place.line) for each in report.findings if each.severity == "error"]
    assert sorted(errors) == [
        ("heading-order", 195), ("list-count-differs", 199), ("list-order", 183), ("row-names-another-study", 33),
    ]  # fmt: skip


def test_places_point_at_the_words_as_they_stand(report: Report) -> None:
    lines = CHAPTER.read_text(encoding="utf-8").split("\n")
    for each in report.citations:
        here = lines[each.citation.line - 1][each.citation.column - 1 :]
        assert here.replace("*", "").startswith(each.citation.as_written.replace("*", "")), each.citation


def test_auditing_twice_gives_the_same_report(draft: Draft, report: Report) -> None:
    again = audit(draft, read_bibliography((ROOT / "references.bib").read_bytes(), "references.bib"))
    assert again == report


def test_without_a_bibliography_that_is_one_finding(draft: Draft) -> None:
    alone = audit(draft)
    assert sum(each.check == "no-bibliography" for each in alone.findings) == 1
    of_lists = {
        "cited-not-listed",
        "host-not-listed",
        "listed-not-cited",
        "ambiguous-citation",
        "citation-name-differs",
    }
    assert not [each.check for each in alone.findings if each.check in of_lists]
    assert alone.unlisted == 0 and len(alone.citations) == 32
