"""Every page, in both languages, on the example, on an empty project and without one."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kb.store.new_project import copy_example, new_project

ROOT = Path(__file__).parent.parent.parent
VIEWS = sorted(path.stem for path in (ROOT / "app" / "views").glob("*.py") if path.stem != "start")
WAIT = 30


def opened(folder: Path, monkeypatch: pytest.MonkeyPatch, language: str = "id", **parameters: str) -> AppTest:
    monkeypatch.setenv("KAJIAN_PROJECT", str(folder))
    monkeypatch.setenv("KAJIAN_LANG", language)
    app = AppTest.from_file(str(ROOT / "app" / "main.py"), default_timeout=WAIT)
    for name, value in parameters.items():
        app.query_params[name] = value
    return app


def visit(app: AppTest, view: str) -> AppTest:
    app.run()
    if view != "home":
        app.switch_page(f"views/{view}.py").run()
    assert not app.exception, [entry.value for entry in app.exception]
    return app


def words(app: AppTest) -> str:
    """All text that the page shows."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error", "success", "html")
    return "\n".join(
        str(getattr(entry, "value", None) or getattr(entry, "proto", "")) for k in kinds for entry in app.get(k)
    )


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_page_shows_the_example(view: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    app = visit(opened(ROOT, monkeypatch, language), view)
    assert app.title


@pytest.mark.parametrize("view", VIEWS)
def test_every_page_teaches_when_the_project_is_empty(
    view: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = new_project(tmp_path / "kosong", "Judul saya")
    app = visit(opened(folder, monkeypatch), view)
    assert app.title


def test_without_a_project_the_start_page_offers_two_ways(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = visit(opened(tmp_path, monkeypatch), "home")
    assert {button.key for button in app.button} >= {"open-example", "make-own"}
    app.button(key="open-example").click().run()
    assert not app.exception
    assert (tmp_path / "kajian-contoh" / "kajian.toml").is_file()


def test_a_deep_link_opens_its_concept(monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(ROOT, monkeypatch)
    app.run()
    app.switch_page("views/concepts.py")
    app.query_params["konsep"] = "konsep-kemiskinan"
    app.run()
    assert not app.exception
    assert [header.value for header in app.header] == ["kemiskinan"]


def test_an_unknown_id_in_a_link_says_so_and_shows_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(ROOT, monkeypatch)
    app.run()
    app.switch_page("views/studies.py")
    app.query_params["studi"] = "studi-entah"
    app.run()
    assert not app.exception
    assert len(app.warning) == 1
    assert "Ruaida Murni (2016)" in words(app) or app.get("page_link")


def test_the_table_follows_the_columns_that_were_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    app = visit(opened(ROOT, monkeypatch), "table")
    app.multiselect(key="columns").set_value(["author-year", "approach"]).run()
    assert not app.exception
    shown = words(app)
    assert "kualitatif" in shown and "Hasil Penelitian" not in shown


def test_a_broken_notes_file_still_shows_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copy_example(tmp_path / "salinan")
    (folder / "ontology/balewangi/definitions.ttl").write_text("rusak", encoding="utf-8")
    app = visit(opened(folder, monkeypatch), "checks")
    assert "definitions.ttl" in words(app)
    visit(opened(folder, monkeypatch), "table")


def test_a_change_on_disk_shows_at_the_next_rerun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copy_example(tmp_path / "salinan")
    app = visit(opened(folder, monkeypatch), "studies")
    settings = folder / "kajian.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("Jejaring kerja pada", "Judul baru pada"), encoding="utf-8"
    )
    app.run()
    assert any("Judul baru pada" in entry.value for entry in app.sidebar.markdown)


def test_a_definition_leads_to_the_one_of_nearly_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(ROOT, monkeypatch)
    visit(app, "concepts")
    app.query_params["konsep"] = "konsep-kemiskinan"
    app.run()
    links = [str(entry.proto) for entry in app.get("page_link")]
    assert not app.exception and any("Hampir sama" in link for link in links)
