"""BibTeX and CSL-JSON to works."""

from __future__ import annotations

from tests.reading.record_samples import read, said


def test_an_entry_keeps_the_text_that_it_has_in_the_file() -> None:
    text = "@Book{Suharto2005,\n  title = {A \\& B},\n  year=2005\n}\n"
    (work,) = read("a.bib", text).works
    assert work.raw == text.strip() and work.fields["title"] == "A & B" and work.key == "Suharto2005"


def test_an_entry_after_a_broken_one_is_read_and_the_broken_one_rejected() -> None:
    records = read("a.bib", "@book{a, title = {Satu, year = 2000}\n\n@book{b, title = {Dua}, year = 2001}\n")
    assert [work.key for work in records.works][-1:] == ["b"]
    assert {check for check, _ in said(records)} & {"unreadable-entry", "unclosed-entry", "entry-inside-field"}


def test_fifty_eight_entries_without_keys_are_fifty_eight_works() -> None:
    text = "".join(f"@article{{,\n title = {{Judul {n}}}, author = {{Suharto}}, year = 2001\n}}\n" for n in range(58))
    assert len(read("a.bib", text).works) == 58


def test_macros_come_by_name() -> None:
    records = read("a.bib", '@string{jes = "Jurnal Ekonomi"}\n@article{a, title={T}, journal = jes, year = 2001}\n')
    assert records.macros == {"jes": '@string{jes = "Jurnal Ekonomi"}'}


def test_pasted_text_is_told_by_how_it_begins() -> None:
    assert read("-", "@book{a, title={T}, year=2001}").works[0].key == "a"
    assert read("-", "TY  - BOOK\nTI  - T\nER  - ").works[0].type == "book"


def test_a_csl_item_has_its_fields() -> None:
    (work,) = read("a.json", """
        [{"id": "x/1", "type": "article-journal", "title": "Jaringan <i>home industry</i>", "DOI": "10.1/a",
          "author": [{"family": "Daulay", "given": "R."}, {"literal": "Badan Pusat Statistik"},
                     {"family": "Berg", "given": "A", "non-dropping-particle": "van den"}],
          "issued": {"date-parts": [[2018, 3]]}, "container-title": "Jurnal", "custom": {"a": [1]}, "page": "1-2"}]
        """).works  # fmt: skip
    assert work.type == "article" and work.fields["title"] == "Jaringan home industry"
    assert work.fields["author"] == "Daulay, R. and {Badan Pusat Statistik} and van den Berg, A"
    assert (work.fields["year"], work.fields["month"], work.fields["journal"]) == ("2018", "3", "Jurnal")
    assert "1" in work.fields["csl-custom"]


def test_items_that_are_no_works_are_rejected_by_number_and_line() -> None:
    records = read("a.json", '[\n {"title": "A"},\n {"kosong": 1},\n "teks"]')
    assert len(records.works) == 1
    assert [each.check for each in records.rejected] == ["import-item-unknown"] * 2
    assert records.rejected[0].params["number"] == 2


def test_broken_json_is_told_with_its_line() -> None:
    assert said(read("a.json", '[\n{"title": "A"},\n{"title": }]')) == [("import-json-broken", 3)]


def test_json_nested_without_end_is_refused() -> None:
    assert read("a.json", "[" * 200_000).rejected[0].check == "import-json-broken"


def test_a_date_in_words_stays_in_words() -> None:
    (work,) = read("a.json", '{"title": "A", "issued": {"literal": "t.t."}}').works
    assert work.fields["year"] == "t.t."
