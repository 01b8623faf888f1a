"""Coverage, pairs that no study covers together, two facets crossed, and the gap in words."""

from __future__ import annotations

import io
import json
from itertools import combinations
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from small_project import STATEMENTS, make

from kb.citing.chains import TERMS
from kb.model.coverage import Coverage
from kb.outputs import matrices
from kb.outputs.matrix_listing import crosstab_text, matrix_text
from kb.outputs.records import crosstab_record, matrix_record
from kb.queries.studies import prior_studies
from kb.review.coverage import coverage, smallest_cover, uncovered_pairs
from kb.review.crosstab import crosstab
from kb.store.library import Library
from kb.store.project import open_project


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return make(tmp_path_factory.mktemp("membaca"))


@pytest.fixture(scope="module")
def example(example_root: Path) -> Library:
    return open_project(example_root)


def test_values_of_an_own_facet_stand_in_their_order_with_what_covers_them(library: Library) -> None:
    matrix = coverage(library, "unsur-jenjang")
    assert matrix.values == ("SD", "SMP", "SMA")
    assert matrix.covered_by == {"SD": ("studi-nur", "studi-yanti"), "SMP": ("studi-nur",), "SMA": ("studi-sari",)}
    assert matrix.smallest_cover == ("studi-sari", "studi-nur")
    assert matrix.uncovered_pairs == (("SD", "SMA"), ("SMP", "SMA"))


def test_a_value_that_only_this_study_has_is_uncovered(library: Library) -> None:
    only = [study for study in prior_studies(library) if study.id == "studi-sari"]
    matrix = coverage(library, "topic", [])
    assert matrix.values == ("literasi digital",) and matrix.uncovered == ("literasi digital",)
    assert coverage(library, "data-collection", only).uncovered == ("wawancara", "observasi", "dokumentasi")


def test_free_text_values_are_the_same_without_regard_to_case_and_emphasis(tmp_path: Path) -> None:
    said = {**STATEMENTS, "ini": (("facet:sampling", "Sampel jenuh", "stated"),),
            "sari": (("facet:sampling", "*sampel* jenuh.", "stated"),), "nur": (("facet:sampling", "acak", "stated"),)}  # fmt: skip
    matrix = coverage(make(tmp_path, statements=said), "sampling")
    assert matrix.values == ("Sampel jenuh", "acak")
    assert matrix.covered_by["Sampel jenuh"] == ("studi-sari",)


def test_labels_are_in_the_language_asked_for(library: Library) -> None:
    assert coverage(library, "unsur-jenjang", language="en").values[0] == "primary school"


def test_a_facet_of_one_value_has_no_pairs_and_no_gap_sentence(library: Library) -> None:
    matrix = coverage(library, "approach")
    assert matrix.uncovered_pairs == () and set(matrix.gap_sentence.values()) == {""}


def test_a_disputed_statement_covers_nothing(example: Library) -> None:
    assert "kuantitatif" not in coverage(example, "approach").values


def test_pairs_of_the_example(example: Library) -> None:
    pairs = coverage(example).uncovered_pairs
    assert ("style", "value") not in pairs and len(pairs) == 5


def test_too_many_values_are_not_paired() -> None:
    assert uncovered_pairs({str(at): ["a"] for at in range(200)}) == ()


@given(st.dictionaries(st.sampled_from("abcdef"), st.sets(st.sampled_from("uvwxyz"))))
def test_the_smallest_cover_covers_all_and_nothing_smaller_does(covered: dict[str, set[str]]) -> None:
    studies, wanted = sorted("uvwxyz"), {value for value, by in covered.items() if by}
    found = smallest_cover(studies, {value: sorted(by) for value, by in covered.items()})
    assert all(covered[value] & set(found) for value in wanted)
    smaller = combinations(studies, max(len(found) - 1, 0))
    assert not found or not any(all(covered[value] & set(some) for value in wanted) for some in smaller)


def test_the_greedy_cover_of_many_studies_covers_all() -> None:
    covered = {f"v{at}": [f"s{at}", f"s{at + 1}"] for at in range(40)}
    found = smallest_cover([f"s{at}" for at in range(41)], covered)
    assert all(set(by) & set(found) for by in covered.values()) and len(found) < 41


# --- in words ---------------------------------------------------------------------------------------------------------
def test_the_gap_of_another_facet_uses_its_own_verb(library: Library) -> None:
    sentence = coverage(library, "data-collection").gap_sentence
    assert sentence["id"] == (
        "Dari tiga penelitian terdahulu yang ditelaah, tidak ada yang mengumpulkan data melalui wawancara, observasi, "
        "dan dokumentasi sekaligus: penelitian Nur dan Putri (2021) mengumpulkan data melalui wawancara dan observasi "
        "serta Hadi (2021) mengumpulkan data melalui dokumentasi. Oleh karena itu, penelitian ini mengumpulkan data "
        "melalui wawancara, observasi, dan dokumentasi sekaligus di Kabupaten Garut."
    )
    assert sentence["en"].startswith(
        "Of the three previous studies reviewed, none collects data through interviews, observation, and documentation "
        "at once: the study by Nur and Putri (2021) collects data"
    )


def test_only_studies_read_for_the_facet_are_counted(library: Library) -> None:
    assert "lima" not in coverage(library, "data-collection").gap_sentence["id"]


def test_a_proposal_speaks_of_what_is_to_come(tmp_path: Path) -> None:
    sentence = coverage(make(tmp_path, tense="proposal"), "data-collection").gap_sentence
    assert "penelitian ini akan mengumpulkan data" in sentence["id"]
    assert "this study will collect data" in sentence["en"]


def test_no_gap_is_claimed_where_one_study_covers_all(tmp_path: Path) -> None:
    every = [said for said in STATEMENTS["ini"] if said[0] == "facet:data-collection"]
    matrix = coverage(make(tmp_path, statements={**STATEMENTS, "hadi": every}), "data-collection")
    assert set(matrix.gap_sentence.values()) == {""}


def test_the_verb_is_said_once_for_readings_that_follow_each_other(example: Library) -> None:
    sentence = coverage(example).gap_sentence
    assert "Daulay (2018) dengan *style* dan *value*, serta Kumalasari (2021) dengan *structure*" in sentence["id"]
    assert "that of Daulay (2018) to style and value; and that of Kumalasari (2021) to structure" in sentence["en"]


# --- two facets crossed -----------------------------------------------------------------------------------------------
def test_two_facets_are_counted_against_each_other(library: Library) -> None:
    table = crosstab(library, "unsur-jenjang", "approach")
    assert table.values == ("SD", "SMP", "SMA") and table.by_values == ("kualitatif", "kuantitatif")
    counted = {pair: meeting.studies for pair, meeting in table.cells.items()}
    assert counted == {
        ("SD", "kualitatif"): ("studi-nur", "studi-yanti"),
        ("SMP", "kualitatif"): ("studi-nur",),
        ("SMA", "kuantitatif"): ("studi-sari",),
    }
    assert table.focal == {("SMP", "kualitatif")}
    assert table.left_out == ("studi-hadi", "studi-lestari")
    assert ("SMA", "kualitatif") in table.uncovered and len(table.uncovered) == 3
    assert (table.total("SD", row=True), table.total("kualitatif", row=False)) == (2, 2)


def test_a_meeting_by_interpretation_is_marked(library: Library) -> None:
    table = crosstab(library, "topic", "approach")
    assert table.cells["literasi digital", "kualitatif"].interpreted == ("studi-nur",)
    record = crosstab_record(table)
    first = record["rows"][0]
    assert first["cells"]["kualitatif"] == {
        "count": 1, "studies": ["studi-nur"], "interpreted": ["studi-nur"], "focal": True,
    }  # fmt: skip
    assert record["totals"] == {"kualitatif": 1, "kuantitatif": 1} and first["total"] == 2
    json.dumps(record)


def test_the_crosstab_as_text_names_what_only_this_study_takes(tmp_path: Path) -> None:
    said = {**STATEMENTS, "nur": STATEMENTS["nur"][2:]}
    text = crosstab_text(crosstab(make(tmp_path, statements=said), "topic", "approach"), "id")
    assert text.splitlines()[0].split() == ["kualitatif", "kuantitatif", "Jumlah"]
    assert "Hanya penelitian ini: literasi digital × kualitatif" in text
    assert "Belum dinyatakan salah satunya: Nur, Hadi, Yanti, Lestari" in text


def test_a_crosstab_that_is_too_wide_is_turned_or_listed(example: Library) -> None:
    turned = crosstab_text(crosstab(example, "aspect", "data-collection"), "id")
    assert turned.splitlines()[0].split() == ["purpose", "structure", "style", "value", "Jumlah"]
    listed = crosstab_text(crosstab(example, "subjects", "data-collection"), "id")
    assert listed.splitlines()[0].endswith("(1): Ruaida Murni (2016)")


@pytest.mark.parametrize("form", ["md", "csv", "html", "docx", "xlsx", "tex", "json"])
def test_the_crosstab_in_every_format(library: Library, form: str) -> None:
    table = crosstab(library, "unsur-jenjang", "approach")
    data = matrices.render_crosstab(table, form)
    if form == "docx":
        cells = [[cell.text for cell in row.cells] for row in Document(io.BytesIO(data)).tables[0].rows]
        assert cells[0] == ["Jenjang × Pendekatan", "kualitatif", "kuantitatif", "Jumlah"]
        assert cells[2] == ["SMP", "1●", "0", "1"]
    if form == "csv":
        assert data.decode("utf-8-sig").splitlines()[1:] == ["SD,2,0,2", "SMP,1,0,1", "SMA,0,1,1"]
    if form in ("md", "html"):
        assert "Persilangan Jenjang dan Pendekatan" in data.decode()


# --- long lists -------------------------------------------------------------------------------------------------------
def long_matrix(count: int) -> Coverage:
    from kb.model.coverage import CoverageRow, Mark

    values = tuple(f"nilai panjang nomor {at}" for at in range(count))
    stated, unread = Mark("stated", "stated"), Mark("unread", None)
    rows = tuple(
        CoverageRow(f"s{at}", f"Studi {at}", {v: stated if i == at else unread for i, v in enumerate(values)})
        for at in range(count - 20)
    )
    covered = {v: ((f"s{i}",) if i < count - 20 else ()) for i, v in enumerate(values)}
    return Coverage("x", {"id": "unsur", "en": "facet"}, values, values, rows, values[-20:], covered, (), {})


def test_a_long_list_is_cut_with_how_many_are_left() -> None:
    text = matrix_text(long_matrix(300), "id")
    assert "… dan 100 lagi; --format json memuat semuanya" in text
    assert "dan 8 lagi" in text and "nilai panjang nomor 299" not in text


def test_json_is_never_cut() -> None:
    record = matrix_record(long_matrix(300))
    assert len(record["values"]) == 300 and len(record["uncovered"]) == 20


def test_a_matrix_of_many_values_prints_them_as_rows_and_as_data_keeps_its_grid() -> None:
    document = Document(io.BytesIO(matrices.render(long_matrix(30), "docx")))
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["Unsur", "Jumlah", "Penelitian"]
    assert len(document.tables[0].rows) == 31
    assert len(matrices.render(long_matrix(30), "csv").decode("utf-8-sig").splitlines()[0].split(",")) == 31


def test_long_texts_are_named_by_their_beginning(example: Library) -> None:
    lines = matrix_text(coverage(example, "findings"), "id").splitlines()
    assert any("…" in line for line in lines) and max(map(len, lines)) <= 100


def test_many_studies_are_counted_rather_than_named(tmp_path: Path) -> None:
    from kb.review.gap import gap_sentences

    library = make(tmp_path)
    matrix = coverage(library, "data-collection")
    nur, hadi = (next(s for s in prior_studies(library) if s.id == f"studi-{name}") for name in ("nur", "hadi"))
    many = gap_sentences(library, matrix, [nur] * 7 + [hadi] * 3, TERMS)
    assert (
        "sekaligus: pengumpulan data wawancara dijumpai pada 7 penelitian, observasi dijumpai pada 7 penelitian, dan "
        "dokumentasi dijumpai pada 3 penelitian." in many.gap_sentence["id"]
    )
    assert "Nur" not in many.gap_sentence["id"] + many.gap_sentence["en"]
