"""A round through the whole app by script: each page, map and download, imports, drafts, a question, edits, settings."""

from __future__ import annotations

import io
import shutil
import tempfile
import time
from pathlib import Path

from docx import Document
from playwright.sync_api import Error

from app.pages import ADDRESSES
from benchmarks.guide import Study, word_table
from benchmarks.half_hour.use import DOWNLOADS, Use
from benchmarks.journey import WAIT
from benchmarks.proofs.every_page import THINGS
from kb.store.new_project import copy_example

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
QUESTION = "SELECT * WHERE { ?s ?p ?o } LIMIT 30"
AWAY = "SELECT * WHERE { SERVICE <http://203.0.113.1/> { ?s ?p ?o } }"
MAPS = ("overview", "mindmap", "people")


def run_round(use: Use, end: float) -> None:
    """Every act on the example as it came; what cannot be done is wrong, and the next act follows.

    From the second round on it stops when it is `end` by the monotonic clock.
    """
    use.round += 1
    as_it_came(use.project)
    for act in ACTS:
        if use.round > 1 and time.monotonic() > end:
            return
        try:
            act(use)
        except (Error, AssertionError) as stopped:
            told = " ".join(str(stopped).split())[:700]
            use.wrong.append(f"round {use.round} ({use.hand.language}), {act.__name__}, {use.hand.page.url}: {told}")


def as_it_came(project: Path) -> None:
    """The example's files again, whatever was done to them; its history and drafts stay."""
    with tempfile.TemporaryDirectory() as folder:
        example = copy_example(Path(folder) / "contoh")
        for old in project.iterdir():
            if old.name != ".kajian":
                shutil.rmtree(old) if old.is_dir() else old.unlink()
        shutil.copytree(example, project, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".kajian"))


def own_project(use: Use) -> None:
    """Back to this project, wherever the window has gone."""
    use.open("mulai")
    use.click(f".st-key-open-{use.project.name} button", "project opened")


def pages(use: Use) -> None:
    """Each link of the sidebar by a click, then each address, forms and single things too."""
    use.open("")
    use.unfold_sidebar()
    links = use.hand.page.locator(".st-key-pages a")
    for number in range(links.count()):
        links.nth(number).click(timeout=WAIT)
        use.did("navigation")
    for path in [*ADDRESSES.values(), *THINGS["example"]]:
        use.open(path)


def search(use: Use) -> None:
    """Words typed at the top; a hit; all hits."""
    use.open("")
    box = use.hand.page.locator("input[type=search]").first
    box.press_sequentially("kemiskinan", delay=30)
    use.did("search")
    use.click(".st-key-search-found a", "search")
    use.open("cari?kata=jejaring")


def drawn_maps(use: Use) -> None:
    """Each map drawn in the page: a node by mouse and by keyboard, a search, the downloads."""
    for view in MAPS:
        use.open(f"peta?tampilan={view}")
        nodes = use.hand.page.locator(".map .node")
        nodes.first.wait_for(timeout=WAIT)
        nodes.nth(nodes.count() // 2).click(timeout=WAIT, force=True)
        use.did("map")
        use.hand.page.keyboard.press("ArrowRight")
        use.hand.page.keyboard.press("Enter")
        use.did("map")
        _searched(use)
        use.files()
    use.open("peta?tampilan=coverage")
    use.files()


def explore_map(use: Use) -> None:
    """The map of everything on its canvas."""
    use.open("peta?tampilan=explore")
    page = use.hand.page
    page.locator(".stage canvas").wait_for(timeout=WAIT)
    use.hand.rest()
    box = page.locator(".stage .cursor").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    use.did("map")
    _searched(use)
    use.files()


def _searched(use: Use) -> None:
    box = use.hand.page.locator(".map .search")
    box.fill("kemiskinan")
    box.press("Enter")
    use.did("map")
    box.press("Escape")


def exports(use: Use) -> None:
    """Table, matrix and an answer in each format; each part of the page of exports."""
    for path in ("tabel", "matriks"):
        use.open(path)
        use.files()
        use.hand.page.get_by_role("button", name=use.hand.say("Format lain")).first.click(timeout=WAIT)
        use.files(f"[data-testid=stPopoverBody] {DOWNLOADS}")
    use.open("tanya?soal=unsur-aspect&nilai=konsep-style")
    use.files()
    use.open("ekspor")
    use.files(f".st-key-export-chapter {DOWNLOADS}")
    parts = use.hand.page.locator("[data-testid=stMain] [data-testid=stButtonGroup] button")
    for number in range(parts.count()):
        name = parts.nth(number).inner_text().strip()
        parts.nth(number).click(timeout=WAIT)
        # on a busy machine the part before is still shown for a while, with its buttons
        use.hand.page.get_by_role("heading", name=name, exact=True).first.wait_for(timeout=WAIT)
        use.did("export")
        use.files(f"[class*=st-key-export-]:not(.st-key-export-chapter) {DOWNLOADS}")


def imports(use: Use) -> None:
    """A Word table that is kept, and a RIS file that is taken back."""
    study: Study = (f"Sari Dewi {use.round}", "2022", f"Kerja sama pedagang pasar ke-{use.round}",
                    {"topic": ["jejaring kerja"], "approach": ["kualitatif"], "location": ["Pasar Wage"]},
                    f"Kerja sama bertumpu pada kepercayaan ({use.round}).")  # fmt: skip
    ris = f"TY  - JOUR\nAU  - Putra, Andi {use.round}\nTI  - Modal sosial nelayan, jilid {use.round}\nPY  - 2021\n" \
          f"JO  - Jurnal Pesisir\nUR  - http://203.0.113.1/artikel\nDO  - 10.1000/uji.{use.round}\nER  - \n"  # fmt: skip
    for name, data, mime in (("tabel.docx", word_table([study]), WORD), ("pustaka.ris", ris.encode(), "text/plain")):
        use.open("impor")
        use.give(name, data, "import", mime=mime)
        button = use.hand.page.locator(".st-key-import-now button")
        button.wait_for(timeout=WAIT)
        use.files()
        use.saved(button.click, "import")
    use.undone()


def drafts(use: Use) -> None:
    """A chapter into the project; another one looked at by the audit, with what can be taken away of it."""
    use.open("naskah")
    use.hand.page.locator("[data-testid=stMain] summary").first.click(timeout=WAIT)
    use.give(f"bab-{use.round}.docx", _chapter(use.round), "draft", mime=WORD)
    use.saved(use.hand.page.locator("[class*=st-key-put-] button").first.click, "draft")
    use.open("pemeriksaan")
    use.files()
    use.give("bab2.docx", _chapter(use.round), "audit", mime=WORD)
    use.hand.page.get_by_role("button", name=use.hand.say("Unduh salinan Word berkomentar")).wait_for(timeout=WAIT)
    use.files()
    for tab in use.hand.page.get_by_role("tab").all():
        tab.click(timeout=WAIT)
        use.did("audit")


def _chapter(number: int) -> bytes:
    document = Document()
    document.add_heading("BAB II TINJAUAN PUSTAKA", 1)
    document.add_paragraph(f"Jejaring kerja menurut Baker (1994, dalam Fatwadi, 2019) adalah proses, bagian {number}.")
    document.add_paragraph("Penelitian lain (Entah, 2030: 5) dan laman http://203.0.113.1/x menyebutnya lain.")
    document.add_heading("DAFTAR PUSTAKA", 1)
    document.add_paragraph("Baker, W. E. (1994). Networking smart. New York: McGraw-Hill. http://203.0.113.1/buku")
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def question(use: Use) -> None:
    """A question at the console with its downloads; one that would ask another machine is refused."""
    use.open("tanya")
    use.hand.page.locator("[data-testid=stMain] summary").last.click(timeout=WAIT)
    for text, shown in ((QUESTION, ".st-key-sparql-csv button"), (AWAY, "[data-testid=stAlert]")):
        field = use.hand.page.locator("[data-testid=stMain] textarea").last
        field.fill(text)
        field.press("Control+Enter")
        use.hand.rest()
        use.click(".st-key-sparql-run button", "question")
        use.hand.page.locator(shown).first.wait_for(timeout=WAIT)
        if text == QUESTION:
            use.files("[class*=st-key-sparql-] button:visible:not(.st-key-sparql-run button)")


def edit(use: Use) -> None:
    """A note of a study, saved and taken back."""
    use.open("sunting-penelitian?studi=studi-murni")
    page, say = use.hand.page, use.hand.say
    page.get_by_text(say("Unsur lain, kalimat perbandingan, catatan")).first.click(timeout=WAIT)
    field = page.get_by_label(say("Catatan Anda"))
    field.fill(f"Dibaca lagi pada putaran {use.round}, lihat http://203.0.113.1/")
    field.press("Tab")
    use.did("edit")
    use.saved(page.get_by_role("button", name=say("Simpan"), exact=True).first.click, "edit")
    use.undone()


def settings(use: Use) -> None:
    """The campus's form changed and taken back, the tabs, and the language of the window changed twice."""
    use.open("pengaturan")
    page = use.hand.page
    field = page.locator("[class*=st-key-setting-profile] input")

    def choose() -> None:
        field.click(timeout=WAIT)
        page.get_by_role("option").nth(use.round % 2 + 1).click(timeout=WAIT)

    use.saved(choose, "settings")
    use.undone()
    for tab in page.get_by_role("tab").all():
        tab.click(timeout=WAIT)
        use.did("settings")
    use.unfold_sidebar()
    for name in ("English", "Indonesia", {"id": "Indonesia", "en": "English"}[use.hand.language]):
        page.locator("[data-testid=stSidebar]").get_by_text(name, exact=True).click(timeout=WAIT)
        use.did("language")


ACTS = (own_project, pages, search, drawn_maps, explore_map, exports, imports, drafts, question, edit, settings)
