"""The five journeys of the guide, walked in a browser in both languages: `make guide`.

Writes the pictures of `docs/panduan.md` and `docs/guide.md` into `docs/gambar/<language>/`, reads what was downloaded,
and prints how long each journey took. It fails where a step of the guide cannot be done.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from docx import Document
from playwright.sync_api import Browser

from benchmarks.journey import WAIT, Hand
from benchmarks.running_app import ROOT, chromium, running_app
from kb.locale import LANGUAGES, translator
from kb.queries.facets import facets
from kb.store.new_project import copy_example
from kb.store.project import open_project

TITLE = "Jejaring kerja pada home industry di Desa Balewangi"
OWN = {
    "topic": ["jejaring kerja"], "approach": ["kualitatif"], "subjects": ["pemilik home industry"],
    "location": ["Desa Balewangi"], "theory": ["pekerjaan sosial"],
}  # fmt: skip
Study = tuple[str, str, str, dict[str, list[str]], str]
"""Author, year, title, what is stated of its facets, and its findings."""
STUDIES: tuple[Study, ...] = (
    ("Ruaida Murni", "2016", "Peran Jejaring Kerja dalam Pelaksanaan Pelayanan dan Rehabilitasi Sosial",
     {"topic": ["jejaring kerja"], "approach": ["kualitatif"], "subjects": ["warga binaan sosial"],
      "location": ["PSBKPL Bekasi"]},
     "Pada setiap tahap kegiatan, peran jejaring kerja belum dipenuhi sepenuhnya."),
    ("Raihanah Daulay", "2018", "Strategi Jaringan Kerja untuk Meningkatkan Pendapatan Masyarakat",
     {"topic": ["jejaring kerja"], "subjects": ["ibu-ibu majelis taklim"]},
     "Hasil penelitian ini telah mengarah pada pembentukan jaringan bisnis."),
    ("Luluk Dwi Kumalasari", "2021", "Konsep Jaringan Kerja Fungsional UKM Krupuk di Desa Mulyoarjo Lawang Malang",
     {"topic": ["jejaring kerja"], "approach": ["kualitatif"], "subjects": ["tiga pabrik krupuk"],
      "location": ["Desa Mulyoarjo"]},
     "Jaringan produksi dan jaringan pemasaran hampir semuanya berjalan dengan baik."),
)  # fmt: skip
"""Facts of the example chapter's three studies, as a student types them from the papers."""


ENGLISH = {"kualitatif": "qualitative"}
FINDINGS = {"id": "Hasil", "en": "Findings"}


def main() -> int:
    """Walk all journeys in both languages; prints minutes and seconds."""
    with chromium() as browser:
        for language in LANGUAGES:
            pictures = ROOT / "docs" / "gambar" / language
            pictures.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory() as folder:
                _own_project(browser, language, Path(folder), pictures)
            with tempfile.TemporaryDirectory() as folder:
                _imported(browser, language, Path(folder), pictures)
            with tempfile.TemporaryDirectory() as folder:
                _example(browser, language, Path(folder), pictures)
    return 0


def _hand(browser: Browser, address: str, language: str, pictures: Path) -> Hand:
    page = browser.new_page(viewport={"width": 1180, "height": 800}, accept_downloads=True)
    hand = Hand(page, address, translator(language), language, pictures)
    hand.go()
    return hand


def _own_project(browser: Browser, language: str, folder: Path, pictures: Path) -> None:
    """From nothing to a Word table with three studies, their Persamaan and Perbedaan, and a concept map."""
    started = time.monotonic()
    with running_app(folder, folder / "server.log") as app:
        hand = _hand(browser, app.address, language, pictures)
        hand.picture("mulai")
        _start(hand)
        hand.picture("langkah-pertama")
        _describe(hand)
        for number, study in enumerate(STUDIES):
            _study(hand, study, picture=number == 0)
        _results(hand, "tabel-saya", "peta-saya")
        hand.page.context.close()
    _told(language, "own project from nothing, by the quick form,", started)


def _imported(browser: Browser, language: str, folder: Path, pictures: Path) -> None:
    """The same, the three studies coming from a Word table that the student has already."""
    started = time.monotonic()
    table = folder / "penelitian terdahulu.docx"
    table.write_bytes(word_table(STUDIES))
    with running_app(folder, folder / "server.log") as app:
        hand = _hand(browser, app.address, language, pictures)
        _start(hand)
        _describe(hand)
        hand.go("/impor")
        hand.page.locator("input[type=file]").first.set_input_files(table)
        hand.page.get_by_text(hand.say("Yang akan terjadi")).first.wait_for()
        hand.rest()
        hand.picture("impor-tabel")
        hand.press(hand.say("Impor {n}").format(n=3))
        hand.page.locator(".st-key-saved-line-box").wait_for(timeout=WAIT)
        _results(hand, "tabel-impor")
        hand.page.context.close()
    _told(language, "own project from nothing, by importing a Word table,", started)


def _start(hand: Hand) -> None:
    hand.write("Judul penelitian", TITLE)
    hand.write("Tahun", "2023")
    hand.choose("Konsep utama (paling banyak {most})", ["jejaring kerja", "kemiskinan"], most=4)
    hand.choose("Aspek yang dikaji", ["purpose", "structure", "style", "value"])
    hand.press("Buat proyek")
    hand.page.get_by_role("link", name=hand.say("Isi penelitian ini")).first.wait_for()
    hand.rest()


def _describe(hand: Hand) -> None:
    hand.press("Isi penelitian ini", "link")
    for name, values in OWN.items():
        _facet(hand, name, values)
    hand.press("Simpan")


def _results(hand: Hand, table_picture: str, map_picture: str | None = None) -> None:
    """The Word table with three whole rows, and the map."""
    hand.go("/tabel")
    hand.page.locator("[data-testid=stMain] table td").first.wait_for(timeout=WAIT)
    hand.rest()
    hand.picture(table_picture)
    table = Document(io.BytesIO(hand.download("Unduh Word (.docx)"))).tables[0]
    cells = [[cell.text for cell in row.cells] for row in table.rows[1:]]
    assert len(cells) == 3 and all(all(text.strip() for text in row) for row in cells), cells
    hand.go("/peta")
    hand.page.wait_for_timeout(3000)
    assert hand.page.locator("svg .node").count() >= 5
    if map_picture:
        hand.picture(map_picture)


def _told(language: str, journey: str, started: float) -> None:
    spent = time.monotonic() - started
    print(f"{language}: {journey} to table and map in {spent // 60:.0f} min {spent % 60:.0f} s")


def word_table(studies: Sequence[Study]) -> bytes:
    """A table as students have it: a numbered row a study, author and year in one cell, the method in a word."""
    document = Document()
    document.add_paragraph("Tabel 2.1 Penelitian Terdahulu")
    heads = ("No", "Nama Peneliti (Tahun)", "Judul Penelitian", "Fokus", "Metode", "Lokasi", "Hasil Penelitian")
    table = document.add_table(rows=1, cols=len(heads))
    for cell, words in zip(table.rows[0].cells, heads, strict=True):
        cell.text = words
    for number, (author, year, title, stated, findings) in enumerate(studies, 1):
        facts = ["; ".join(stated.get(name, ())) for name in ("topic", "approach", "location")]
        row = [f"{number}.", f"{author} ({year})", title, *facts, findings]
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _study(hand: Hand, study: Study, *, picture: bool) -> None:
    author, year, title, stated, findings = study
    hand.go("/sunting-penelitian")
    hand.write("Penulis", author)
    hand.write("Judul", title)
    hand.write("Tahun", year)
    for name, values in stated.items():
        _facet(hand, name, values)
    hand.write(FINDINGS[hand.language], findings)
    if picture:
        hand.picture("formulir")
    hand.press("Simpan")


def _facet(hand: Hand, name: str, values: list[str]) -> None:
    """Values of a facet as the window's language calls both."""
    labels = next(facet.labels for facet in facets(open_project(ROOT)).values() if facet.name == name)
    label = labels[hand.language]
    words = [ENGLISH.get(value, value) if hand.language == "en" else value for value in values]
    hand.choose(label[:1].upper() + label[1:], words)


def _example(browser: Browser, language: str, folder: Path, pictures: Path) -> None:
    """The example's table, questions, map and checks."""
    started = time.monotonic()
    project = copy_example(folder / "contoh")
    with running_app(project, folder / "server.log") as app:
        hand = _hand(browser, app.address, language, pictures)
        for name, path in (("beranda", "/"), ("tabel", "/tabel"), ("penelitian", "/penelitian?studi=studi-daulay"),
                           ("matriks", "/matriks"), ("tanya", "/tanya?soal=unsur-aspect&nilai=konsep-style"),
                           ("peta", "/peta"), ("pemeriksaan", "/pemeriksaan"),
                           ("ekspor", "/ekspor")):  # fmt: skip
            hand.go(path)
            hand.page.wait_for_timeout(3000 if name in ("peta", "pemeriksaan") else 300)
            hand.picture(name)
        hand.page.context.close()
    print(f"{language}: the example's pages in {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    sys.exit(main())
