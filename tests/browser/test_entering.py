"""What only a browser shows of entering and copying: a form filled by keyboard, rich text on the clipboard."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from kb.queries.definitions import definitions
from kb.store.project import open_project
from tests.browser.conftest import WAIT, Window

READ = """async () => {
  const [item] = await navigator.clipboard.read();
  const found = {};
  for (const type of item.types) found[type] = await (await item.getType(type)).text();
  return found;
}"""


def copied(window: Window, page: Page) -> dict[str, str]:
    page.get_by_text("Disalin").first.wait_for(timeout=WAIT)
    found: dict[str, str] = page.evaluate(READ)
    return found


def allow(window: Window) -> None:
    window.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=window.address)


def test_a_work_is_copied_with_its_italics(window: Window) -> None:
    allow(window)
    page = window.visit("/karya?karya=fatwadi2019jejaring", "Dalam daftar pustaka")
    page.get_by_role("button", name="Salin").first.press("Enter")
    entry = page.get_by_role("button", name="Entri daftar pustaka")
    entry.focus()
    entry.press("Enter")
    found = copied(window, page)
    assert "<em>Jejaring Kerja: Modul Pelatihan Kepemimpinan Administrator</em>" in found["text/html"]
    assert found["text/plain"].startswith("Fatwadi, M. (2019). Jejaring Kerja")


def test_a_table_is_copied_as_a_table(window: Window) -> None:
    allow(window)
    page = window.visit("/tabel", "Penelitian")
    page.get_by_role("button", name="Salin tabel").click()
    found = copied(window, page)
    assert found["text/html"].count("<tr>") == 4 and "<table" in found["text/html"]
    caption, *rows = found["text/plain"].splitlines()
    assert caption.startswith("Tabel 2.1") and len(rows) == 4 and len({row.count("\t") for row in rows}) == 1


def test_a_definition_is_entered_by_keyboard(window: Window, project: Path) -> None:
    before = {definition.id for definition in definitions(open_project(project))}
    page = window.visit("/sunting-pengertian?konsep=konsep-kemiskinan", "Tercetak sebagai")
    text = page.get_by_role("textbox", name="Pengertian, kata demi kata")
    text.fill("Kemiskinan adalah keadaan tanpa pilihan.")
    text.press("Tab")
    window.settle()
    depth = page.get_by_role("combobox", name="Sumbernya")
    depth.focus()
    depth.fill("dikutip dalam karya lain")
    depth.press("Enter")
    names = page.get_by_role("textbox", name="Nama seperti tertulis")
    expect(names).to_have_count(2, timeout=WAIT)
    for place, name in enumerate(("Sen", "Todaro")):
        names.nth(place).fill(name)
        names.nth(place).press("Tab")
        window.settle()
    page.get_by_role("textbox", name="Tahun tertulis").nth(0).fill("1999")
    page.get_by_role("textbox", name="Tahun tertulis").nth(0).press("Tab")
    page.get_by_text("Sen (1999, dalam Todaro, t.t.)").wait_for(timeout=WAIT)
    page.get_by_role("button", name="Simpan").press("Enter")
    page.get_by_text("Disimpan:").wait_for(timeout=WAIT)
    (made,) = [d for d in definitions(open_project(project)) if d.id not in before]
    assert made.concept == "konsep-kemiskinan" and made.attribution is not None
    assert [hop.name_as_written for hop in made.attribution.via] == ["Todaro"]
    page.get_by_role("button", name="Urungkan").press("Enter")
    page.get_by_text("Diurungkan:").wait_for(timeout=WAIT)
    assert {definition.id for definition in definitions(open_project(project))} == before
