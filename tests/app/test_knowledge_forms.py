"""Definitions, concepts and works through their forms, as a student fills them in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from kb.editing.definition_fields import quote_text
from kb.editing.passages import quotes_of
from kb.queries.concepts import concepts
from kb.queries.definitions import definitions
from kb.store.new_project import copy_example, new_project
from kb.store.project import open_project
from tests.app.test_pages import opened, words
from tests.editing.entered import project

TEXT = "Koperasi adalah usaha bersama untuk memperbaiki nasib"


def form(app: AppTest, view: str, **parameters: str) -> AppTest:
    app.run()
    app.switch_page(f"views/{view}.py")
    for name, value in parameters.items():
        app.query_params[name] = value
    return calm(app.run())


def calm(app: AppTest) -> AppTest:
    assert not app.exception, [entry.value for entry in app.exception]
    return app


def fill(app: AppTest, key: str, value: Any) -> None:
    """A value into the field with this key, whatever kind it is, then leave the field."""
    for kind in ("text_input", "text_area", "selectbox", "checkbox", "multiselect"):
        for field in getattr(app, kind):
            if field.key == key:
                if kind == "multiselect":  # its set_value drops words of one's own, silently
                    app.session_state[key] = value
                    kind_of_form, _, name = key.split("/", 2)
                    app.session_state[f"form:{kind_of_form}/"].values[name] = value
                else:
                    field.set_value(value)
                calm(app.run())
                return
    raise AssertionError((key, [field.key for field in (*app.text_input, *app.selectbox, *app.multiselect)]))


def press(app: AppTest, key: str) -> None:
    app.button(key=key).click()
    calm(app.run())


def test_a_definition_read_through_another_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path)
    app = form(opened(root, monkeypatch), "definition_form", konsep="konsep-koperasi")
    stem = "pengertian/"
    press(app, f"{stem}/:save")
    assert "Wajib diisi" in words(app)
    fill(app, f"{stem}/text", TEXT)
    fill(app, f"{stem}/hops", "2")
    fill(app, f"{stem}/hop.0.work", "hatta1951koperasi")
    press(app, f"{stem}/hop.0:fill")
    fill(app, f"{stem}/hop.0.locator", "3")
    fill(app, f"{stem}/hop.1.work", "sari2019modul")
    assert "(Hatta, 1951, hlm. 3, dalam Sari, 2019)" in words(app)
    assert "Sari, D. (2019)" in words(app)
    passage = next(box for box in app.selectbox if box.key == f"{stem}/passage")
    assert len(passage.options) == 2
    (place,) = quotes_of(open_project(root), TEXT)
    fill(app, f"{stem}/passage", quote_text(place))
    press(app, f"{stem}/:save")
    (found,) = definitions(open_project(root))
    assert found.concept == "konsep-koperasi" and found.passage is not None and found.passage.line == 3
    assert found.attribution is not None and found.attribution.originator.name == "Mohammad Hatta"
    assert "Disimpan" in words(app)
    press(app, "undo-save")
    assert definitions(open_project(root)) == ()


def test_a_concept_with_members_moved_by_arrows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = new_project(tmp_path / "baru", "Judul")
    app = form(opened(root, monkeypatch), "concept_form")
    fill(app, "konsep//label.id", "koperasi")
    press(app, "konsep//typologies:add")
    stem = "konsep//typology.baru-1"
    fill(app, f"{stem}.label.id", "asas koperasi")
    fill(app, f"{stem}.kind", "principle")
    fill(app, f"{stem}.members", ["sukarela", "terbuka"])
    press(app, f"{stem}.members:0:arrow_downward")
    press(app, "konsep//:save")
    concept = next(c for c in concepts(open_project(root)).values() if c.id == "konsep-koperasi")
    assert concept.main
    assert [t.member_labels for t in concept.typologies] == [("terbuka", "sukarela")]


def test_a_work_with_its_printed_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = new_project(tmp_path / "baru", "Judul")
    app = form(opened(root, monkeypatch, "en"), "work_form")
    for name, value in {
        "author": "Sari, Dewi\nBadan Pusat Statistik",
        "year": "2020",
        "title": "Pasar",
        "journal": "J",
    }.items():
        fill(app, f"karya//field.{name}", value)
    assert "Sari, D., &amp; Badan Pusat Statistik. (2020). Pasar." in words(app)
    press(app, "karya//:save")
    (entry,) = open_project(root).bibliography.entries
    assert entry.key == "sari2020pasar" and [n.full for n in entry.names["author"]] == [
        "Dewi Sari",
        "Badan Pusat Statistik",
    ]


def test_deleting_names_what_points_to_the_thing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy_example(tmp_path / "contoh")
    app = form(opened(root, monkeypatch), "concept_form", konsep="konsep-permodalan")
    press(app, "hapus-konsep-permodalan/:delete")
    assert "hambatan dalam pengembangan wirausaha" in words(app)
    press(app, "hapus-konsep-permodalan/:really")
    assert "konsep-permodalan" not in {c.id for c in concepts(open_project(root)).values()}


@pytest.mark.parametrize(
    ("view", "name"), [("definition_form", "pengertian"), ("concept_form", "konsep"), ("work_form", "karya")]
)
def test_a_form_of_nothing_says_so(view: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = form(opened(project(tmp_path), monkeypatch), view, **{name: "entah"})
    assert [warning.value for warning in app.warning]
