"""Ekspor, Tanya and Pengaturan."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app.components import exports
from kb.store.configuration import read_configuration
from kb.store.new_project import copy_example, new_project
from tests.app.test_pages import ROOT, opened, visit, words


def at(view: str, monkeypatch: pytest.MonkeyPatch, folder: Path = ROOT, **parameters: str) -> AppTest:
    app = opened(folder, monkeypatch)
    app.run()
    app.switch_page(f"views/{view}.py")
    for name, value in parameters.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception, [entry.value for entry in app.exception]
    return app


@pytest.mark.parametrize(
    "part", ["table", "matrix", "narrative", "definitions", "references", "map", "brief", "base", "zzz"]
)
def test_every_part_has_its_formats_and_a_preview(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    app = at("export", monkeypatch, isi=part)
    labels = [button.proto.label for button in app.get("download_button")]
    assert labels[0] == "Unduh BAB II (.docx)" and len(labels) >= 3


def test_two_clicks_lead_to_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    app = at("ask", monkeypatch)
    assert any(link.proto.query_string == "soal=unsur-aspect" for link in app.get("page_link"))
    app = at("ask", monkeypatch, soal="unsur-aspect")
    assert any("nilai=konsep-style" in link.proto.query_string for link in app.get("page_link"))
    app = at("ask", monkeypatch, soal="unsur-aspect", nilai="konsep-style")
    assert "penelitian?studi=studi-daulay" in words(app)


def test_an_unknown_question_or_choice_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert at("ask", monkeypatch, soal="entah").warning
    assert at("ask", monkeypatch, soal="pengertian", nilai="entah").warning


def test_the_console_answers_and_refuses_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    app = at("ask", monkeypatch)
    app.button(key="sparql-run").click().run(timeout=60)
    assert "Ruaida Murni (2016)" in words(app)
    app.text_area(key="sparql-text").set_value("DELETE WHERE { ?s ?p ?o }").run()
    app.button(key="sparql-run").click().run(timeout=60)
    assert not app.exception
    assert "hanya membaca" in app.error[0].value


def test_a_campus_form_is_saved_at_once_and_can_be_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copy_example(tmp_path / "salinan")
    app = at("settings", monkeypatch, folder)
    app.selectbox(key="setting-profile").set_value("unesa").run()
    assert not app.exception
    assert read_configuration(folder).profile == "unesa"
    assert any("Pengaturan: profile" in text for text in words(app).splitlines())
    app.button(key="undo-save").click().run()
    assert not app.exception
    assert read_configuration(folder).profile == "umum"
    assert app.selectbox(key="setting-profile").value == "umum"


def test_earlier_saves_can_be_gone_back_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copy_example(tmp_path / "salinan")
    app = at("settings", monkeypatch, folder)
    app.text_input(key="setting-title").set_value("Satu").run()
    app.text_input(key="setting-title").set_value("Dua").run()
    app.button(key="restore-1").click().run()
    assert not app.exception
    assert read_configuration(folder).title == "Satu"


def test_a_setting_that_cannot_be_used_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copy_example(tmp_path / "salinan")
    (folder / "kajian.toml").chmod(0o444)
    app = visit(opened(folder, monkeypatch), "settings")
    app.selectbox(key="setting-style").set_value("catatan-kaki").run()
    assert not app.exception


@pytest.mark.parametrize("part", ["table", "matrix", "narrative", "definitions", "references", "brief"])
def test_a_download_is_what_its_window_showed(part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are made in a thread without a window, perhaps after another window has opened another project."""
    told: dict[str, exports.Export] = {}
    monkeypatch.setattr(exports, "buttons", lambda wanted: told.update({part: wanted}))
    app = opened(ROOT, monkeypatch)
    app.session_state["bahasa"] = "en"
    app.run().switch_page("views/export.py")
    app.query_params["isi"] = part
    app.run()
    monkeypatch.setenv("KAJIAN_PROJECT", str(new_project(tmp_path / "lain", "Literasi keuangan guru")))
    made = told[part].make("html" if part == "brief" else "md").decode()
    heads = {"table": "Table 2.1", "matrix": "Table 2.2", "narrative": "## Previous Studies", "definitions": "Table 2.3",
             "references": "## References", "brief": "Supervision brief"}  # fmt: skip
    assert heads[part] in made
    assert "Daulay" in made or part == "definitions"
