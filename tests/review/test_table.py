"""The comparison table: contents, order of values, sorting, groups, ticks, own columns and filters."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_project import make

from kb.errors import InputError
from kb.model.profile import Profile
from kb.model.table import Table
from kb.model.text import Run, plain
from kb.queries.studies import prior_studies
from kb.review.columns import content_named, own_columns, sort_keys
from kb.review.selection import Selection, select
from kb.review.table import comparison_table, transposed
from kb.store.library import Library
from kb.store.profiles import load_profile
from kb.store.project import open_project

PROFILE = Profile("umum", "", ())


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    notes = ':studi-sari skos:editorialNote "Dekat dengan penelitian ini."@id .\n'
    return make(tmp_path_factory.mktemp("membaca"), notes)


@pytest.fixture(scope="module")
def example(example_root: Path) -> Library:
    return open_project(example_root)


def table(library: Library, columns: str, sort: str = "", group: str = "", language: str = "id") -> Table:
    specs = own_columns(library, columns, PROFILE)
    keys = sort_keys(library, sort, PROFILE) if sort else ()
    by = content_named(library, group, PROFILE) if group else None
    return comparison_table(library, PROFILE, specs, None, "best", language, keys, by)


def column(made: Table, name: str) -> list[str]:
    return [row.cells[name].text for row in made.rows]


def test_every_bibliographic_content_stands_in_its_column(library: Library) -> None:
    made = table(library, "author,year,container,kind,citation,note")
    assert [cell.text for cell in made.rows[0].cells.values()] == [
        "Dewi Sari", "2019", "Jurnal Pena", "artikel jurnal", "Sari (2019)", "Dekat dengan penelitian ini.",
    ]  # fmt: skip
    assert column(made, "kind") == ["artikel jurnal", "skripsi", "makalah prosiding", "disertasi", ""]
    assert column(table(library, "kind", language="en"), "kind")[1] == "undergraduate thesis"
    assert column(made, "container") == ["Jurnal Pena", "", "Prosiding Pena", "UPI", ""]


def test_equal_values_stand_in_the_same_place_whatever_the_order_of_the_notes(library: Library) -> None:
    made = table(library, "data-collection")
    assert column(made, "data-collection") == ["kuesioner", "wawancara\nobservasi", "dokumentasi", "", ""]


def test_values_that_number_themselves_stand_in_that_order(library: Library) -> None:
    assert column(table(library, "jenjang"), "unsur-jenjang")[:2] == ["SMA", "SD\nSMP"]


def test_a_filter_does_not_change_the_order_of_values(library: Library) -> None:
    only = select(library, Selection(facets={"approach": ("kualitatif",)}))
    made = comparison_table(library, PROFILE, own_columns(library, "data-collection", PROFILE), only)
    assert column(made, "data-collection")[0] == "wawancara\nobservasi"


def test_an_interpreted_value_says_so_in_its_cell(library: Library) -> None:
    assert column(table(library, "topic"), "topic")[1] == "bersesuaian dengan literasi digital\nmotivasi belajar"
    assert column(table(library, "topic", language="en"), "topic")[1].startswith("corresponds to digital literacy")


def test_a_state_without_a_value_is_said_and_unread_stays_empty(library: Library) -> None:
    made = table(library, "approach")
    assert column(made, "approach")[2] == "tidak disebutkan"
    assert [row.cells["approach"].state for row in made.rows] == [
        "stated",
        "stated",
        "not-in-source",
        "stated",
        "unread",
    ]


def test_sorting_by_several_keys_puts_what_is_missing_last_either_way(library: Library) -> None:
    assert column(table(library, "author,year", "-year,author"), "author") == [
        "Bambang Hadi", "Ahmad Nur dan Rina Putri", "Dewi Sari", "Sri Yanti", "Wulan Lestari",
    ]  # fmt: skip
    assert column(table(library, "year", "year"), "year") == ["2015", "2019", "2021", "2021", "t.t."]
    assert column(table(library, "year", "-year"), "year") == ["2021", "2021", "2019", "2015", "t.t."]


def test_authors_are_sorted_by_the_name_that_a_citation_prints(library: Library) -> None:
    assert column(table(library, "citation", "penulis"), "citation") == [
        "Hadi (2021)", "Lestari (t.t.)", "Nur dan Putri (2021)", "Sari (2019)", "Yanti (2015)",
    ]  # fmt: skip


def test_row_numbers_follow_the_order_that_is_shown(library: Library) -> None:
    made = table(library, "no,citation", "-author")
    assert column(made, "number") == ["1", "2", "3", "4", "5"]
    assert column(made, "citation")[0] == "Yanti (2015)"
    assert made.columns[0].align == "center"


def test_groups_stand_in_the_order_of_their_values_and_unread_last(library: Library) -> None:
    made = table(library, "no,citation", "author", "pendekatan")
    assert [(row.group, row.cells["citation"].text) for row in made.rows] == [
        ("Pendekatan: kualitatif", "Nur dan Putri (2021)"),
        ("Pendekatan: kualitatif", "Yanti (2015)"),
        ("Pendekatan: kuantitatif", "Sari (2019)"),
        ("Pendekatan: tidak disebutkan", "Hadi (2021)"),
        ("Pendekatan: belum diisi", "Lestari (t.t.)"),
    ]
    assert column(made, "number") == ["1", "2", "3", "4", "5"]


def test_a_study_of_several_values_stands_once_under_all_of_them(library: Library) -> None:
    groups = [row.group for row in table(library, "citation", group="jenjang").rows]
    assert groups == [
        "Jenjang: SD",
        "Jenjang: SD dan SMP",
        "Jenjang: SMA",
        "Jenjang: belum diisi",
        "Jenjang: belum diisi",
    ]


def test_grouping_by_year_is_possible_too(library: Library) -> None:
    assert [row.group for row in table(library, "citation", group="year").rows] == [
        "Tahun: 2015", "Tahun: 2019", "Tahun: 2021", "Tahun: 2021", "Tahun: t.t.",
    ]  # fmt: skip


def test_two_works_of_one_author_and_year_are_told_apart(tmp_path: Path) -> None:
    """By the letters that a list of references gives them: in the order of their titles; others of the year have none."""
    make(tmp_path)
    works = (tmp_path / "references.bib").read_text(encoding="utf-8")
    again = works.replace("Hadi, Bambang", "Sari, Dewi").replace("{2021}, booktitle", "{2019}, booktitle")
    (tmp_path / "references.bib").write_text(again, encoding="utf-8")
    made = table(open_project(tmp_path), "citation,author-year,year,title", "title")
    assert [
        (r.cells["citation"].text, r.cells["author-year"].text) for r in made.rows if "Sari" in r.cells["citation"].text
    ] == [
        ("Sari (2019a)", "Dewi Sari (2019a)"),
        ("Sari (2019b)", "Dewi Sari (2019b)"),
    ]
    assert [r.cells["title"].text for r in made.rows if "Sari" in r.cells["citation"].text] == [
        "Kelas Digital",
        "Literasi Digital Siswa",
    ]
    assert "2019" in column(made, "year") and "Sari (2019b)" in plain(made.source_line)
    assert [r.cells["citation"].text for r in table(make(tmp_path), "citation").rows] == [
        "Sari (2019)", "Nur dan Putri (2021)", "Hadi (2021)", "Yanti (2015)", "Lestari (t.t.)",
    ]  # fmt: skip


def test_one_column_can_hold_several_contents(library: Library) -> None:
    made = table(library, "no,penulis+judul+tahun")
    assert made.columns[1].label == "Pengarang, Judul Penelitian, Tahun"
    assert made.rows[0].cells["author-title-year"].text == "Dewi Sari\nLiterasi Digital Siswa\n2019"


def test_a_number_may_share_its_cell(library: Library) -> None:
    assert table(library, "no+author").rows[1].cells["number-author"].text == "2\nAhmad Nur dan Rina Putri"


def test_ticks_are_a_column_for_every_aspect(example: Library) -> None:
    made = table(example, "citation,aspect-ticks")
    ticks = [c for c in made.columns if c.id.startswith("aspect-ticks:")]
    assert [c.label for c in ticks] == ["*purpose*", "*structure*", "*style*", "*value*"]
    assert {c.align for c in ticks} == {"center"}
    assert sum(c.weight for c in ticks) == pytest.approx(28.0)
    assert [[row.cells[c.id].text for c in ticks] for row in made.rows] == [
        ["≈", "", "", ""], ["", "", "≈", "≈"], ["", "≈", "", ""],
    ]  # fmt: skip
    assert made.notes == ((Run("Keterangan: ≈ bersesuaian menurut telaah penulis"),),)
    assert made.rows[0].cells[ticks[0].id].passages


def test_a_table_without_ticks_has_no_legend(library: Library) -> None:
    assert table(library, "author").notes == ()


def test_a_turned_table_keeps_rows_order_and_groups(library: Library) -> None:
    made = table(library, "citation,approach", "year", "jenjang")
    turned = transposed(made)
    assert turned.transposed and turned.rows == made.rows and transposed(turned) == made


def test_kinds_of_works_are_a_filter(library: Library) -> None:
    def chosen(*kinds: str) -> list[str]:
        return [study.id for study in select(library, Selection(kinds=kinds))]

    assert chosen("skripsi") == ["studi-nur"]
    assert chosen("Jurnal", "prosiding") == ["studi-sari", "studi-hadi"]
    assert chosen("dissertation") == ["studi-yanti"]
    with pytest.raises(InputError) as wrong:
        chosen("skripsy")
    assert "skripsi" in str(wrong.value)


def test_states_are_a_filter(library: Library) -> None:
    def chosen(facet: str, value: str) -> list[str]:
        return [study.id for study in select(library, Selection(facets={facet: (value,)}))]

    assert chosen("approach", "belum dibaca") == ["studi-lestari"]
    assert chosen("approach", "tidak disebutkan") == ["studi-hadi"]
    assert chosen("topic", "unread") == ["studi-hadi", "studi-yanti", "studi-lestari"]


def test_the_profiles_words_stand_in_citations(library: Library) -> None:
    profile = Profile("lain", "", (), and_word="&", et_al_from=2)
    specs = own_columns(library, "citation", profile)
    assert column(comparison_table(library, profile, specs), "citation")[1] == "Nur dkk. (2021)"
    spoken = comparison_table(library, profile, own_columns(library, "differences", profile)).rows[1]
    assert "Nur dkk. (2021)" in spoken.cells["differences"].text


@pytest.mark.parametrize("words", ["warna", "tahun,warna"])
def test_an_unknown_column_sort_or_group_is_named_with_the_nearest(library: Library, words: str) -> None:
    for refused in (lambda: own_columns(library, words, PROFILE), lambda: sort_keys(library, words, PROFILE)):
        with pytest.raises(InputError) as wrong:
            refused()
        assert wrong.value.code == "unknown-column" and wrong.value.params["name"] == "warna"


def test_every_shipped_profile_fills_its_columns(example: Library) -> None:
    from kb.store.profiles import profile_names

    for name in profile_names():
        made = comparison_table(example, load_profile(name))
        assert len(made.rows) == len(prior_studies(example))
        assert all(set(row.cells) == {c.id for c in made.columns} for row in made.rows), name


def test_a_long_table_does_not_name_every_work_under_it(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Sari (2019)" in plain(table(library, "author").source_line)
    monkeypatch.setattr("kb.review.table._MOST_NAMED", 3)
    assert plain(table(library, "author").source_line) == "karya-karya dalam tabel (diolah peneliti)"
