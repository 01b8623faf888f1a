"""The search at the top of every page."""

from __future__ import annotations

import pytest

from tests.app.test_pages import ROOT, opened, visit, words

BOX = "search-everything"


def test_the_box_stands_on_every_page_and_leads_to_what_it_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    app = visit(opened(ROOT, monkeypatch), "studies")
    app.text_input(key=BOX).set_value("kemiskinan").run()
    assert not app.exception
    links = [(link.proto.label, link.proto.query_string) for link in app.get("page_link")]
    assert ("kemiskinan", "konsep=konsep-kemiskinan") in links
    assert any(label.startswith("Semua hasil (") and query == "kata=kemiskinan" for label, query in links)
    app.switch_page("views/table.py").run()
    assert app.text_input(key=BOX).value == ""


@pytest.mark.parametrize("asked", ["zzzz", "*", '"(', "''"])
def test_what_finds_nothing_says_so(asked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    app = visit(opened(ROOT, monkeypatch), "home")
    app.text_input(key=BOX).set_value(asked).run()
    assert not app.exception
    assert "Tidak ada yang cocok" in words(app)


def test_all_results_have_a_link_of_their_own_and_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(ROOT, monkeypatch)
    app.run()
    app.switch_page("views/search.py")
    app.query_params["kata"] = "jejaring"
    app.query_params["jenis"] = "definition"
    app.query_params["halaman"] = "2"
    app.run()
    assert not app.exception
    shown = words(app)
    assert "Pengertian (" in shown and "Naskah (" not in shown and "26–" in shown
    for odd in ("0", "99999999999", "x", "-1", ""):
        app.query_params["halaman"] = odd
        app.run()
        assert not app.exception
