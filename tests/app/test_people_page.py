"""Tokoh & sumber: what may be one is offered, merged by a button, taken back by another; a page per person and work."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.queries.identifications import same_works
from kb.store.new_project import copy_example
from kb.store.project import open_project
from tests.app.test_pages import ROOT, opened, visit, words


def test_a_merge_by_button_is_followed_and_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copy_example(tmp_path / "proyek")
    app = visit(opened(folder, monkeypatch), "people")
    key = next(button.key for button in app.button if str(button.key).startswith("merge-kuncoro"))
    app.button(key=key).click().run()
    assert not app.exception and same_works(open_project(folder)) == {"kuncoro2000ekonomi": "kuncoro1997ekonomi"}
    app.button(key="undo-save").click().run()
    assert not app.exception and same_works(open_project(folder)) == {}


@pytest.mark.parametrize(
    ("parameter", "thing", "told"),
    [
        ("tokoh", "tokoh-baker", "Wayne E.Braker"),
        ("tokoh", "Andrew Parker", "Belum ada catatan tentang tokoh ini"),
        ("karya", "fatwadi2019jejaring", "Menjadi perantara bagi karya lain: 7"),
        ("tokoh", "tidak-ada", "Ini daftarnya"),
    ],
)
def test_a_link_shows_one_person_or_work(
    parameter: str, thing: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(ROOT, monkeypatch)
    visit(app, "people")
    app.query_params[parameter] = thing
    app.run()
    assert not app.exception and told in words(app)
