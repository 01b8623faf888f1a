"""What only a browser shows of forms: typing, the draft after a reload, two windows, the click on Simpan right after typing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kb.editing.studies import remove_study, written_study
from kb.queries.studies import prior_studies
from kb.store.project import open_project
from tests.browser.conftest import WAIT, Window, open_window

pytestmark = pytest.mark.browser
NOTE = "Catatan Anda"


@pytest.fixture
def two(browser: Browser, address: str) -> Iterator[tuple[Window, Window]]:
    opened = open_window(browser, address), open_window(browser, address)
    for window in opened:
        window.page.on("dialog", lambda dialog: dialog.accept())
    yield opened
    for window in opened:
        window.page.context.close()
        assert window.errors == []


def unfold(window: Window, study: str) -> Page:
    page = window.visit(f"/sunting-penelitian?studi={study}", "Yang akan terhitung")
    page.get_by_text("Unsur lain, kalimat perbandingan, catatan").click()
    page.get_by_label(NOTE).wait_for(timeout=WAIT)
    return page


def type_note(window: Window, words: str) -> None:
    window.page.get_by_label(NOTE).fill(words)
    window.page.keyboard.press("Tab")
    window.page.get_by_text("isian belum disimpan").wait_for(timeout=WAIT)
    window.settle()


def test_words_survive_a_reload_as_a_draft(two: tuple[Window, Window], project: Path) -> None:
    window = two[0]
    unfold(window, "studi-murni")
    type_note(window, "Belum sempat disimpan")
    window.page.reload()
    button = window.page.get_by_role("button", name="Pulihkan draf").first
    button.click(timeout=WAIT)
    window.settle()
    window.page.get_by_text("Unsur lain, kalimat perbandingan, catatan").click()
    expect(window.page.get_by_label(NOTE)).to_have_value("Belum sempat disimpan", timeout=WAIT)
    window.page.get_by_role("button", name="Simpan", exact=True).click()
    expect(window.page.get_by_text("Disimpan:")).to_be_visible(timeout=WAIT)
    assert written_study(open_project(project), "studi-murni").note == "Belum sempat disimpan"
    window.page.get_by_role("button", name="Urungkan").click()
    expect(window.page.get_by_text("Diurungkan:")).to_be_visible(timeout=WAIT)
    assert written_study(open_project(project), "studi-murni").note == ""


def test_two_windows_never_overwrite_each_other(two: tuple[Window, Window], project: Path) -> None:
    for window, words in zip(two, ("Versi satu", "Versi dua"), strict=True):
        unfold(window, "studi-kumalasari")
        type_note(window, words)
    for window in two:
        window.page.get_by_role("button", name="Simpan", exact=True).click()
        window.settle()
    other = two[1].page
    expect(other.get_by_text("diubah juga di tempat lain")).to_be_visible(timeout=WAIT)
    expect(other.get_by_label(NOTE)).to_have_value("Versi dua")
    assert written_study(open_project(project), "studi-kumalasari").note == "Versi satu"


def test_a_click_on_simpan_right_after_typing_saves(two: tuple[Window, Window], project: Path) -> None:
    page = two[0].visit("/sunting-penelitian", "Yang akan terhitung")
    for label, words in (
        ("Penulis", "Wulan Lestari"),
        ("Judul", "Pasar malam"),
        ("Tahun", "2020"),
        ("Hasil", "Ramai."),
    ):
        page.get_by_label(label, exact=True).fill(words)
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.get_by_text("Disimpan:")).to_be_visible(timeout=WAIT)
    expect(page.get_by_text("Wulan Lestari (2020)").first).to_be_visible(timeout=WAIT)
    study = next(study for study in prior_studies(open_project(project)) if study.label == "Wulan Lestari (2020)")
    assert [value.text for value in study.facets["findings"]] == ["Ramai."]
    remove_study(open_project(project), study.id)
