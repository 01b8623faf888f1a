"""What only a browser shows: links, downloads, languages, narrow windows, the network."""

from __future__ import annotations

import http.client
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browser.conftest import WAIT, Window, open_window

pytestmark = pytest.mark.browser
PAGES = {
    "/": "Yang perlu dilengkapi",
    "/konsep": "jejaring kerja",
    "/konsep?konsep=konsep-kemiskinan": "kemiskinan",
    "/pengertian": "Pengertian",
    "/penelitian": "Ruaida Murni (2016)",
    "/penelitian?studi=studi-daulay": "Belum dapat dibandingkan",
    "/naskah?baris=33": "33",
    "/tabel": "Tabel 2.1",
    "/matriks": "Kalimat celah",
    "/peta": "Peta konsep",
    "/pemeriksaan": "Wajib diperbaiki",
    "/cari?kata=jejaring": "Hasil pencarian",
    "/tanya?soal=pengertian&nilai=konsep-kemiskinan": "Siapa yang mendefinisikan",
    "/ekspor": "Bundel BAB II",
    "/pengaturan": "Format kampus",
    "/tokoh": "Mungkin sama",
    "/karya": "Karya",
    "/impor": "Impor",
}
STREAMLITS_OWN: set[str] = set()
"""Findings of axe in what is Streamlit's own and we cannot mend: none since the sidebar's links are ours."""


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_by_its_link_and_is_accessible(window: Window, path: str) -> None:
    page = window.visit(path, PAGES[path])
    assert page.locator("[data-testid=stException]").count() == 0
    assert page.evaluate("document.documentElement.lang") == "id"
    found = Axe().run(page)
    ours = [
        v
        for v in found.response["violations"]
        if v["id"] not in STREAMLITS_OWN and v["impact"] in ("serious", "critical")
    ]
    assert not ours, [(v["id"], [node["html"][:120] for node in v["nodes"][:3]]) for v in ours]


def test_the_word_table_is_downloaded(window: Window, tmp_path: Path) -> None:
    page = window.visit("/tabel", "Tabel 2.1")
    with page.expect_download(timeout=WAIT) as coming:
        page.get_by_role("button", name="Unduh Word (.docx)").click()
    target = tmp_path / "tabel.docx"
    coming.value.save_as(target)
    assert coming.value.suggested_filename == "tabel-penelitian-terdahulu.docx"
    assert "Penelitian Terdahulu" in zipfile.ZipFile(target).read("word/document.xml").decode()


def test_the_language_switch_holds_on_the_next_page(window: Window) -> None:
    page = window.visit("/tabel", "Tabel 2.1")
    page.get_by_text("English", exact=True).click()
    expect(page.locator("[data-testid=stMain] h1")).to_have_text("Comparison table", timeout=WAIT)
    page.get_by_role("link", name="Aspect matrix").first.click()
    expect(page.locator("[data-testid=stMain] h1")).to_have_text("Aspect matrix", timeout=WAIT)
    page.wait_for_function("document.documentElement.lang === 'en'", timeout=WAIT)


def test_evidence_leads_to_the_line_of_the_draft(window: Window) -> None:
    page = window.visit("/penelitian?studi=studi-daulay", "Belum dapat dibandingkan")
    page.locator("[data-testid=stPopover] button").first.click()
    link = page.locator("[data-testid=stPopoverBody] a").first
    link.wait_for(timeout=WAIT)
    link.click()
    expect(page.locator("[data-testid=stMain] h1")).to_have_text("Naskah", timeout=WAIT)
    page.locator(".kajian-draft p.here").wait_for(timeout=WAIT)


def test_an_unknown_id_says_so(window: Window) -> None:
    page = window.visit("/penelitian?studi=studi-entah")
    expect(page.locator("[data-testid=stAlert]").first).to_contain_text("tidak ada", timeout=WAIT)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/tabel", "/matriks", "/penelitian?studi=studi-murni"])
def test_a_phone_shows_every_page_without_sideways_scrolling(
    browser: Browser, address: str, path: str, scheme: str
) -> None:
    window = open_window(browser, address, 390, 800, scheme)
    page = window.visit(path)
    wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    page.context.close()
    assert wide <= 392
    assert window.foreign == []


def ask(address: str, path: str, **headers: str) -> int:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    connection.putrequest("GET", path, skip_host=True)
    for name, value in {"Host": parts.netloc, **{k.replace("_", "-"): v for k, v in headers.items()}}.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


WEBSOCKET = {
    "Upgrade": "websocket", "Connection": "Upgrade", "Sec_WebSocket_Version": "13", "Sec_WebSocket_Key": "a2FqaWFuLWthamlhbi1vaw==",
}  # fmt: skip


def test_only_this_address_is_answered(address: str) -> None:
    own = urlsplit(address).netloc
    port = urlsplit(address).port
    assert ask(address, "/") == 200
    assert ask(address, "/", Host=f"localhost:{port}") == 200
    assert ask(address, "/", Host="evil.test") == 403
    assert ask(address, "/", Host=f"evil.test:{port}") == 403
    assert ask(address, "/", Origin="http://127.0.0.1:1") == 403
    assert ask(address, "/_stcore/stream", **WEBSOCKET, Origin="http://evil.test") == 403
    assert ask(address, "/_stcore/stream", **WEBSOCKET, Origin="http://evil.test", Host="evil.test") == 403
    assert ask(address, "/_stcore/stream", **WEBSOCKET, Origin=f"http://{own}") == 101


def test_pages_carry_the_headers_that_keep_them_to_themselves(address: str) -> None:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    connection.request("GET", "/")
    headers = {name.lower(): value for name, value in connection.getresponse().getheaders()}
    connection.close()
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'self'" in headers["content-security-policy"]


def test_the_server_listens_on_this_machine_only(address: str) -> None:
    port = urlsplit(address).port
    listening = [
        line.split()[1]
        for table in ("/proc/net/tcp", "/proc/net/tcp6")
        if Path(table).exists()
        for line in Path(table).read_text().splitlines()[1:]
        if line.split()[3] == "0A" and int(line.split()[1].split(":")[1], 16) == port
    ]
    assert listening == [f"0100007F:{port:04X}"]


@pytest.mark.parametrize(
    "path", ["/", "/cari?kata=jejaring", "/matriks", "/ekspor?isi=definitions", "/pengaturan", "/tanya?soal=lewat"]
)
def test_dark_pages_are_accessible_too(browser: Browser, address: str, path: str) -> None:
    window = open_window(browser, address, scheme="dark")
    page = window.visit(path)
    found = Axe().run(page).response["violations"]
    page.context.close()
    assert not [(v["id"], v["nodes"][0]["html"][:120]) for v in found if v["impact"] in ("serious", "critical")]


def test_what_is_typed_above_leads_to_its_page_and_then_makes_room(window: Window) -> None:
    page = window.visit("/tabel", "Tabel 2.1")
    box = page.get_by_role("searchbox", name="Cari di semua isi")
    box.press_sequentially("kemiskinan", delay=20)
    page.locator(".st-key-search-found").get_by_role("link", name="kemiskinan", exact=True).first.click()
    expect(page.locator("[data-testid=stMain] h2").first).to_have_text("kemiskinan", timeout=WAIT)
    expect(page.locator(".st-key-search-found")).to_have_count(0, timeout=WAIT)


def test_the_chapter_is_downloaded_in_one_file(window: Window, tmp_path: Path) -> None:
    page = window.visit("/ekspor", "Bundel BAB II")
    with page.expect_download(timeout=WAIT) as coming:
        page.get_by_role("button", name="Unduh BAB II (.docx)").click()
    target = tmp_path / "bab2.docx"
    coming.value.save_as(target)
    text = zipfile.ZipFile(target).read("word/document.xml").decode()
    assert "TINJAUAN PUSTAKA" in text and "DAFTAR PUSTAKA" in text


def test_an_answer_s_row_leads_to_its_study(window: Window) -> None:
    page = window.visit("/tanya?soal=unsur-aspect&nilai=konsep-style", "Penelitian mana")
    page.get_by_role("link", name="Raihanah Daulay (2018)").first.click()
    expect(page.locator("[data-testid=stMain] h2").first).to_have_text("Raihanah Daulay (2018)", timeout=WAIT)
