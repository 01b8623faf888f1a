"""Campus forms: those shipped, a project's own, and what is said about a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.errors import InputError
from kb.model.profile import CONTENTS
from kb.store.profiles import load_profile, profile_files, profile_names

OWN = """
title = "Kampus saya"
like = "umum"
caption_align = "left"

[[columns]]
id = "author-year"
label = { id = "Peneliti" }
"""


def own(root: Path, text: str, name: str = "kampus-saya") -> Path:
    folder = root / "profiles"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return root


def refused(root: Path, text: str) -> str:
    with pytest.raises(InputError) as found:
        load_profile("kampus-saya", own(root, text))
    said = str(found.value)
    assert "\n" not in said and "kampus-saya.toml" in said
    return said


def test_usual_form_has_the_five_columns_of_the_example() -> None:
    usual = load_profile("umum")
    assert [(column.label_id, column.weight) for column in usual.columns] == [
        ("Pengarang dan Tahun", 12),
        ("Judul Penelitian", 16),
        ("Hasil Penelitian", 34),
        ("Persamaan", 18),
        ("Perbedaan", 20),
    ]


def test_at_least_six_forms_are_shipped_each_with_its_source() -> None:
    names = profile_names()
    assert {"umum", "unpam", "orisinalitas", "um-metro", "unesa", "lanskap"} <= set(names)
    for name, path in profile_files().items():
        profile = load_profile(name)
        assert path.read_text(encoding="utf-8").startswith("# "), name
        assert profile.name == name and profile.title and profile.columns
        assert "hasil penelitian" not in profile.source_line.casefold()
        assert {column.label_en for column in profile.columns}.isdisjoint({""})


def test_forms_say_what_their_campuses_ask() -> None:
    assert load_profile("um-metro").rules == "horizontal"
    assert load_profile("um-metro").number_pattern.format(chapter=2, n=1) == "1"
    assert load_profile("unesa").continuation == "satu-halaman"
    assert load_profile("lanskap").orientation == "landscape"
    assert load_profile("unpam").columns[1].content == ("author", "title", "year")
    assert load_profile("uajy-ti").font == "Arial"


def test_contents_of_shipped_forms_are_known_or_facets_of_the_shipped_ones() -> None:
    shipped = {"topic", "approach", "design", "data-collection", "analysis", "subjects", "location"}
    used = {content for name in profile_names() for column in load_profile(name).columns for content in column.content}
    assert used <= set(CONTENTS) | shipped


@pytest.mark.parametrize("name", ["UMUM", "um metro", "UM_Metro"])
def test_names_are_found_in_any_letter_case(name: str) -> None:
    assert load_profile(name).columns


def test_unknown_form_is_refused_with_the_nearest() -> None:
    with pytest.raises(InputError) as found:
        load_profile("um-metr")
    assert "um-metro" in str(found.value)


def test_name_that_is_a_path_is_only_an_unknown_name(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text(OWN, encoding="utf-8")
    with pytest.raises(InputError, match="tidak ditemukan"):
        load_profile("../x", own(tmp_path, OWN))


def test_own_form_builds_on_another(tmp_path: Path) -> None:
    profile = load_profile("kampus-saya", own(tmp_path, OWN))
    assert profile.caption_align == "left" and profile.title == "Kampus saya"
    assert [(c.label_id, c.label_en, c.content, c.weight) for c in profile.columns] == [
        ("Peneliti", "Peneliti", ("author-year",), 1.0)
    ]
    assert "kampus-saya" in profile_names(tmp_path) and "kampus-saya" not in profile_names()


def test_own_form_wins_over_a_shipped_one_of_its_name(tmp_path: Path) -> None:
    assert load_profile("umum", own(tmp_path, 'title = "Punya saya"\nlike = "unpam"\n', "umum")).title == "Punya saya"


def test_own_form_may_change_the_shipped_one_of_its_name(tmp_path: Path) -> None:
    profile = load_profile("umum", own(tmp_path, 'like = "umum"\ncaption_bold = false\n', "umum"))
    assert not profile.caption_bold and len(profile.columns) == 5


def test_forms_that_build_on_each_other_are_refused(tmp_path: Path) -> None:
    own(tmp_path, 'like = "kampus-saya"', "lain")
    with pytest.raises(InputError, match="'like'"):
        load_profile("kampus-saya", own(tmp_path, 'like = "lain"'))


@pytest.mark.parametrize(
    ("line", "key", "hint"),
    [
        ('caption_alinn = "left"', "caption_alinn", "caption_align"),
        ('caption_align = "middle"', "caption_align", "center | left"),
        ("body_size = 300", "body_size", "6–24"),
        ("body_size = true", "body_size", "6–24"),
        ("et_al_from = 2.5", "et_al_from", "2–99"),
        ("split_rows = 1", "split_rows", "true | false"),
        ("font = 12", "font", "…"),
        ('number_pattern = "{chapter}"', "number_pattern", "{n}"),
        ('source_line = "{works"', "source_line", "{works}"),
        ('continued = "{table!r}"', "continued", "{table}"),
        ("like = 3", "like", "nama format lain"),
        ("columns = 3", "columns", "[[columns]]"),
        ('[[columns]]\nlabel = { id = "x" }', "columns[1].id", "huruf-kecil"),
        ('[[columns]]\nid = "x"', "columns[1].label", "id = "),
        ('[[columns]]\nid = "x"\nlabel = { id = "x" }\nweight = 0', "columns[1].weight", "0–1000"),
        ('[[columns]]\nid = "x"\nlabel = { id = "x" }\ncontent = "x"', "columns[1].content", "author-year"),
        ('[[columns]]\nid = "x"\nlabel = { id = "x" }\nwidth = 1', "columns[1].width", "weight"),
        (
            '[[columns]]\nid = "x"\nlabel = { id = "x" }\n[[columns]]\nid = "x"\nlabel = { id = "y" }',
            "columns[2].id",
            "belum",
        ),
        ("", "columns", "[[columns]]"),
        ("title = x", "line 1", "Perbaiki"),
    ],
)
def test_wrong_form_is_one_line_with_file_key_and_what_to_do(tmp_path: Path, line: str, key: str, hint: str) -> None:
    said = refused(tmp_path, line)
    assert key in said and hint in said
