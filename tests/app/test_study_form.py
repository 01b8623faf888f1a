"""Studies in the app: added by the quick form, changed, deleted, undone; a project started from nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kb.editing.edit import edit
from kb.editing.project_start import OwnStudy, own_study, save_own_study
from kb.editing.studies import written_study
from kb.queries.studies import prior_studies
from kb.review.comparison import compared_studies
from kb.store.new_project import copy_example, new_project
from kb.store.project import open_project
from tests.app.test_pages import ROOT, WAIT, opened, words

NEW = "penelitian/"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = new_project(tmp_path / "proyek", "Literasi digital guru")
    save_own_study(open_project(made), OwnStudy(("literasi digital",), ("akses", "evaluasi"), "2026"))
    return made


def form(folder: Path, monkeypatch: pytest.MonkeyPatch, **link: str) -> AppTest:
    app = opened(folder, monkeypatch)
    app.run()
    app.switch_page("views/study_form.py")
    for name, value in link.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception, [entry.value for entry in app.exception]
    return app


def type_in(app: AppTest, key: str, value: str | list[str]) -> None:
    """As a person types; AppTest itself would drop words of one's own from a list."""
    if isinstance(value, list):
        name = key.partition("/")[2].partition("/")[2] or key.rpartition("/")[2]
        app.session_state[f"form:{key.removesuffix('/' + name)}"].type(name, value)
        app.run()
    else:
        fields = [*app.text_input, *app.text_area]
        next(field for field in fields if field.key == key).set_value(value).run()
    assert not app.exception, [entry.value for entry in app.exception]


def click(app: AppTest, key: str) -> None:
    app.button(key=key).click().run()
    assert not app.exception, [entry.value for entry in app.exception]


def fill(app: AppTest) -> None:
    for name, value in {"authors": "Budi Santoso", "title": "Literasi siswa", "year": "2019"}.items():
        type_in(app, f"{NEW}/{name}", value)
    for name, values in {"topic": ["konsep-literasi-digital"], "location": ["SMA 1 Malang"]}.items():
        type_in(app, f"{NEW}/{name}", values)
    type_in(app, f"{NEW}/findings", "Siswa lebih teliti.")


def test_six_fields_make_a_study_and_the_sentences_are_seen_before_the_save(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = form(folder, monkeypatch)
    fill(app)
    assert "sama-sama berfokus pada literasi digital" in words(app)
    click(app, f"{NEW}/:save")
    assert "Disimpan" in words(app)
    study = compared_studies(open_project(folder))[0]
    assert study.label == "Budi Santoso (2019)"
    assert "sama-sama berfokus pada literasi digital" in study.similarities[0].text
    assert app.query_params["studi"] in ("studi-santoso", ["studi-santoso"])
    click(app, "undo-save")
    assert prior_studies(open_project(folder)) == ()


def test_what_is_missing_is_counted_and_nothing_is_lost(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = form(folder, monkeypatch)
    type_in(app, f"{NEW}/year", "19")
    type_in(app, f"{NEW}/findings", "Tetap ada.")
    click(app, f"{NEW}/:save")
    assert "3 isian perlu diperbaiki: Penulis, Judul, Tahun" in words(app).replace("\\", "")
    assert app.text_area(key=f"{NEW}/findings").value == "Tetap ada."
    assert prior_studies(open_project(folder)) == ()


def test_two_new_studies_in_two_windows_both_stay(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = form(folder, monkeypatch), form(folder, monkeypatch)
    fill(one)
    fill(other)
    type_in(other, f"{NEW}/title", "Hal lain")
    click(one, f"{NEW}/:save")
    click(other, f"{NEW}/:save")
    assert [study.id for study in prior_studies(open_project(folder))] == ["studi-santoso", "studi-santoso-2019"]


def test_a_pasted_abstract_offers_chips_and_takes_nothing_by_itself(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = form(folder, monkeypatch)
    type_in(app, f"{NEW}/pasted", "Penelitian kualitatif tentang literasi digital guru dengan wawancara mendalam.")
    state = app.session_state[f"form:{NEW}"]
    assert state.values["topic"] == [] and state.values["approach"] == []
    click(app, f"{NEW}/:chip:approach:qualitative")
    assert state.values["approach"] == ["qualitative"]
    assert not [button for button in app.button if button.key == f"{NEW}/:chip:approach:qualitative"]


def test_a_facet_changed_in_a_form_and_another_outside_are_both_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_example(tmp_path / "salinan")
    app = form(root, monkeypatch, studi="studi-daulay")
    type_in(app, "penelitian/studi-daulay/location", ["Medan"])
    edit(open_project(root), "studi-daulay", {"approach": "kualitatif"})
    click(app, "penelitian/studi-daulay/:save")
    values = written_study(open_project(root), "studi-daulay").values
    assert [v.text for v in values["location"]] == ["Medan"]
    assert [v.value for v in values["approach"]] == ["qualitative"]


def test_a_link_from_an_empty_cell_shows_its_facet_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy_example(tmp_path / "salinan")
    app = form(root, monkeypatch, studi="studi-daulay", unsur="sampling")
    assert app.multiselect[0].key == "penelitian/studi-daulay/sampling"


def test_a_study_is_deleted_after_a_question_that_names_what_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_example(tmp_path / "salinan")
    app = opened(root, monkeypatch)
    app.run()
    app.switch_page("views/studies.py")
    app.query_params["studi"] = "studi-daulay"
    app.run()
    click(app, "studi-daulay/:delete")
    assert "pernyataan unsur pembanding" in words(app) and "kalimat persamaan" in words(app)
    click(app, "studi-daulay/:really")
    assert [s.id for s in prior_studies(open_project(root))] == ["studi-murni", "studi-kumalasari"]
    click(app, "undo-save")
    assert len(prior_studies(open_project(root))) == 3


def test_a_project_of_ones_own_starts_with_its_concepts_and_aspects(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(tmp_path, monkeypatch)
    app.run()
    app.text_input(key="own-title").set_value("Koperasi desa")
    app.session_state["own-concepts"] = ["koperasi", "kemiskinan"]
    app.session_state["own-aspects"] = ["modal", "anggota"]
    app.run()
    # AppTest cannot type new words into a list, so what the button calls is called
    made = new_project(tmp_path / "kajian-saya", "Koperasi desa")
    save_own_study(open_project(made), OwnStudy(("koperasi", "kemiskinan"), ("modal", "anggota"), "2026"))
    held = own_study(open_project(made))
    assert held == OwnStudy(("konsep-kemiskinan", "konsep-koperasi"), ("konsep-modal", "konsep-anggota"), "2026")
    assert "Langkah pertama" in words(opened(made, monkeypatch).run())


def test_a_page_loaded_anew_shows_the_project_that_was_just_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(tmp_path, monkeypatch)
    app.run()
    click(app, "open-example")
    again = AppTest.from_file(str(ROOT / "app" / "main.py"), default_timeout=WAIT).run()
    assert "make-own" not in {button.key for button in again.button}
    assert "Jejaring kerja" in words(again)
