"""The five journeys of the guide, walked in a browser in both languages: `make guide`.

Writes the pictures of `docs/panduan.md` and `docs/guide.md` into `docs/gambar/<language>/`, reads what was downloaded,
and prints how long each journey took. It fails where a step of the guide cannot be done.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from pathlib import Path

from docx import Document
from playwright.sync_api import Browser

from benchmarks.journey import Hand
from benchmarks.running_app import ROOT, chromium, running_app
from kb.locale import LANGUAGES, translator
from kb.store.new_project import copy_example

TITLE = "Jejaring kerja pada home industry di Desa Balewangi"
OWN = {
    "Fokus": ["jejaring kerja"], "Pendekatan": ["kualitatif"], "Subjek": ["pemilik home industry"],
    "Lokasi": ["Desa Balewangi"], "Teori": ["pekerjaan sosial"],
}  # fmt: skip
STUDIES = (
    ("Ruaida Murni", "2016", "Peran Jejaring Kerja dalam Pelaksanaan Pelayanan dan Rehabilitasi Sosial",
     {"Fokus": ["jejaring kerja"], "Pendekatan": ["kualitatif"], "Subjek": ["warga binaan sosial"],
      "Lokasi": ["PSBKPL Bekasi"]},
     "Pada setiap tahap kegiatan, peran jejaring kerja belum dipenuhi sepenuhnya."),
    ("Raihanah Daulay", "2018", "Strategi Jaringan Kerja untuk Meningkatkan Pendapatan Masyarakat",
     {"Fokus": ["jejaring kerja"], "Subjek": ["ibu-ibu majelis taklim"]},
     "Hasil penelitian ini telah mengarah pada pembentukan jaringan bisnis."),
    ("Luluk Dwi Kumalasari", "2021", "Konsep Jaringan Kerja Fungsional UKM Krupuk di Desa Mulyoarjo Lawang Malang",
     {"Fokus": ["jejaring kerja"], "Pendekatan": ["kualitatif"], "Subjek": ["tiga pabrik krupuk"],
      "Lokasi": ["Desa Mulyoarjo"]},
     "Jaringan produksi dan jaringan pemasaran hampir semuanya berjalan dengan baik."),
)  # fmt: skip
"""Facts of the example chapter's three studies, as a student types them from the papers."""


def main() -> int:
    """Walk all journeys in both languages; prints minutes and seconds."""
    with chromium() as browser:
        for language in LANGUAGES:
            pictures = ROOT / "docs" / "gambar" / language
            pictures.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory() as folder:
                _own_project(browser, language, Path(folder), pictures)
            with tempfile.TemporaryDirectory() as folder:
                _example(browser, language, Path(folder), pictures)
    return 0


def _hand(browser: Browser, address: str, language: str, pictures: Path) -> Hand:
    page = browser.new_page(viewport={"width": 1180, "height": 800}, accept_downloads=True)
    page.goto(f"{address}/?bahasa={language}")
    hand = Hand(page, address, translator(language), pictures)
    hand.rest()
    if language != "id":
        page.get_by_text("English", exact=True).last.click()
        hand.rest()
    return hand


def _own_project(browser: Browser, language: str, folder: Path, pictures: Path) -> None:
    """From nothing to a Word table with three studies, their Persamaan and Perbedaan, and a concept map."""
    started = time.monotonic()
    with running_app(folder, folder / "server.log") as app:
        hand = _hand(browser, app.address, language, pictures)
        hand.picture("mulai")
        hand.write("Judul penelitian", TITLE)
        hand.write("Tahun", "2023")
        hand.choose("Konsep utama (paling banyak {most})", ["jejaring kerja", "kemiskinan"], most=4)
        hand.choose("Aspek yang dikaji", ["purpose", "structure", "style", "value"])
        hand.press("Buat proyek")
        hand.picture("langkah-pertama")
        hand.press("Isi penelitian ini", "link")
        for label, values in OWN.items():
            hand.choose(label, values)
        hand.press("Simpan")
        for number, study in enumerate(STUDIES):
            _study(hand, study, picture=number == 0)
        hand.go("/tabel")
        hand.picture("tabel-saya")
        table = Document(io.BytesIO(hand.download("Unduh Word (.docx)"))).tables[0]
        cells = [[cell.text for cell in row.cells] for row in table.rows[1:]]
        assert len(cells) == 3 and all(all(text.strip() for text in row) for row in cells), cells
        hand.go("/peta")
        hand.page.wait_for_timeout(3000)
        hand.picture("peta-saya")
        hand.page.context.close()
    spent = time.monotonic() - started
    print(f"{language}: own project from nothing to table and map in {spent // 60:.0f} min {spent % 60:.0f} s")


def _study(hand: Hand, study: tuple[str, str, str, dict[str, list[str]], str], *, picture: bool) -> None:
    author, year, title, facets, findings = study
    hand.go("/sunting-penelitian")
    hand.write("Penulis", author)
    hand.write("Judul", title)
    hand.write("Tahun", year)
    for label, values in facets.items():
        hand.choose(label, values)
    hand.write("Hasil", findings)
    if picture:
        hand.picture("formulir")
    hand.press("Simpan")


def _example(browser: Browser, language: str, folder: Path, pictures: Path) -> None:
    """The example's table, questions, map and checks."""
    started = time.monotonic()
    project = copy_example(folder / "contoh")
    with running_app(project, folder / "server.log") as app:
        hand = _hand(browser, app.address, language, pictures)
        for name, path in (("beranda", "/"), ("tabel", "/tabel"), ("penelitian", "/penelitian?studi=studi-daulay"),
                           ("matriks", "/matriks"), ("tanya", "/tanya?soal=unsur-aspect&nilai=konsep-style"),
                           ("peta", "/peta"), ("pemeriksaan", "/pemeriksaan"), ("impor", "/impor"),
                           ("ekspor", "/ekspor")):  # fmt: skip
            hand.go(path)
            hand.page.wait_for_timeout(3000 if name in ("peta", "pemeriksaan") else 300)
            hand.picture(name)
        hand.page.context.close()
    print(f"{language}: the example's pages in {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    sys.exit(main())
