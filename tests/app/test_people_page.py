"""Tokoh & sumber: what may be one is offered, merged by a button, taken back by another; a page per person and work."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.queries.identifications import same_works
from kb.store.new_project import copy_example, new_project
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


def test_hundreds_of_people_and_of_works_each_have_their_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = new_project(tmp_path / "proyek", "Judul")
    names = [f"{first}{second}" for first in "BDGKLMNPRST" for second in ("udi", "ewi", "ani", "oko", "ina", "ira")]
    entries = [
        f"@book{{k{n}, author = {{{a}, {b}}}, title = {{Judul {a} {b}}}, year = {{2001}}}}"
        for n, (a, b) in enumerate((a, b) for a in names for b in names[:4])
    ]
    (folder / "references.bib").write_text("\n".join(entries), encoding="utf-8")
    app = visit(opened(folder, monkeypatch), "people")
    assert not app.exception
    assert len([field for field in app.number_input if "Halaman" in field.label]) == 2


def test_a_check_with_hundreds_of_findings_shows_the_first_and_all_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = new_project(tmp_path / "proyek", "Judul")
    entries = [f"@book{{k{n}, title = {{Judul {n}}}, year = {{2001}}}}" for n in range(60)]
    (folder / "references.bib").write_text("\n".join(entries), encoding="utf-8")
    app = visit(opened(folder, monkeypatch), "checks")
    toggle = next(each for each in app.toggle if each.label == "Tampilkan semua 60")
    assert "k19 " in words(app) and "k59 " not in words(app)
    toggle.set_value(True).run()
    assert not app.exception and "k59 " in words(app)
