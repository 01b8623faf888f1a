"""The "berkas bimbingan": whole, offline, safe, and saying what is not there yet."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hostile_text import CELLS
from lxml import etree

from kb.errors import InputError
from kb.findings import Finding, Place
from kb.model.brief import Brief
from kb.model.coverage import Coverage
from kb.model.narrative import Narrative, Paragraph
from kb.model.profile import Profile
from kb.model.table import Cell, Column, Row, Table
from kb.model.text import Run
from kb.outputs import briefs
from kb.review.brief import brief as gather
from kb.store.profiles import load_profile
from kb.store.project import open_project

PROFILE = Profile("umum", "", ())
EMPTY = Brief(
    title="Proyek kosong",
    language="id",
    table=Table("Penelitian Terdahulu", "2.1", (), (), ()),
    matrix=Coverage("aspect", {}, (), (), (), (), {}, (), {}),
    map=None,
    narrative=Narrative("Penelitian Terdahulu", "id", ()),
    findings=(),
)


@pytest.fixture(scope="module")
def example(example_root: Path) -> Brief:
    return gather(open_project(example_root), load_profile("umum"), None, "id", "2024-03-12")


def html(brief: Brief) -> str:
    return briefs.render(brief, PROFILE, "html").decode("utf-8")


def tree(brief: Brief) -> etree._Element:
    return etree.fromstring(briefs.render(brief, PROFILE, "html"), etree.HTMLParser(encoding="utf-8"))


def headings(brief: Brief) -> list[str]:
    return ["".join(heading.itertext()) for heading in tree(brief).iter("h2")]


def test_everything_for_the_supervisor_is_in_it_in_order(example: Brief) -> None:
    assert headings(example) == [
        "Tabel perbandingan", "Matriks cakupan", "Celah penelitian", "Peta konsep", "Narasi penelitian terdahulu",
        "Yang masih terbuka",
    ]  # fmt: skip
    text = html(example)
    assert "12 Maret 2024" in text and "3 penelitian terdahulu" in text
    assert "keempat aspek jejaring kerja" in text and "<svg" in text
    assert "Belum dapat dibandingkan" in text and "Wajib diperbaiki (" in text


def test_every_link_of_the_contents_leads_to_its_section(example: Brief) -> None:
    root = tree(example)
    targets = {element.get("id") for element in root.iter("h2")}
    assert [link.get("href") for link in root.xpath("//nav//a")] == [f"#{name}" for name in
            ("tabel", "matriks", "celah", "peta", "narasi", "terbuka")]  # fmt: skip
    assert {str(link.get("href"))[1:] for link in root.xpath("//nav//a")} == targets


def test_nothing_is_fetched_and_nothing_runs(example: Brief) -> None:
    text = html(example)
    assert "default-src 'none'" in text
    assert not re.search(r"<(?:script|link|iframe|img|object|embed)\b|url\(|@import|\son\w+=|javascript:", text)
    assert all(value.startswith("#") for value in re.findall(r'\b(?:src|href|action|xlink:href)="([^"]*)"', text))


def test_on_a_phone_each_cell_is_named_by_its_column(example: Brief) -> None:
    rows = tree(example).xpath("//div[contains(@class, 'cards')]//tbody/tr")
    assert [cell.get("data-label") for cell in rows[0].iter("td")] == [
        "Judul Penelitian", "Hasil Penelitian", "Persamaan", "Perbedaan",
    ]  # fmt: skip
    assert rows[0].find("th").get("scope") == "row"
    assert "@media (max-width: 44rem)" in html(example) and "@media print" in html(example)
    assert "prefers-color-scheme: dark" in html(example)


def test_the_map_stands_as_a_list_too(example: Brief) -> None:
    assert example.map is not None
    items = tree(example).xpath("//details//li")
    assert len(items) == len(example.map.map.edges)


def test_a_gap_without_a_search_on_record_says_what_it_is_worth(example: Brief) -> None:
    assert "penelusuran (basis data, kata kunci, tanggal, jumlah) belum dicatat" in html(example)
    searched = replace(
        example, narrative=Narrative("", "id", (Paragraph("search", "Penelusuran."), Paragraph("gap", "Celah.")))
    )
    assert "belum dicatat" not in html(searched) and "Penelusuran." in html(searched)


def test_a_remedy_that_many_share_is_said_once_and_long_groups_are_counted() -> None:
    finding = Finding("source-without-year", "warning", Place("bab2.md", 3), {"name": "Suharto", "count": 2})
    many = replace(EMPTY, findings=(finding,) * 9)
    text = html(many)
    assert text.count("Lengkapi tahunnya") == 1 and "… dan 3 catatan serupa." in text
    assert "Perlu dicek (9)" in text


def test_an_empty_project_still_gives_a_document() -> None:
    assert headings(EMPTY) == ["Yang masih terbuka"]
    assert "Tidak ada catatan pemeriksaan." in html(EMPTY)


def test_hostile_words_stay_words() -> None:
    texts = [Cell(((Run(text),),), "source", "stated") for text in CELLS]
    rows = tuple(Row(str(at), {"a": cell, "b": cell}) for at, cell in enumerate(texts))
    table = Table("<script>alert(1)</script>", "2.1", (Run("</style>"),), (Column("a", '"><img src=x>', 1.0),), rows)
    finding = Finding(
        "count-differs", "error", Place('"><b>', 1, None, "<i>x</i>"), {"label": "<u>", "stated": 1, "listed": 2}
    )
    broken = replace(EMPTY, title="<script>x</script>", table=table, findings=(finding,),
                     narrative=Narrative("", "id", (Paragraph("gap", "*a* </div><script>"),)))  # fmt: skip
    root = tree(broken)
    assert not root.xpath("//script | //img | //u | //b")
    assert "<script>x</script>" in "".join(root.find(".//h1").itertext())


def test_it_speaks_english(example_root: Path) -> None:
    made = gather(open_project(example_root), load_profile("umum"), None, "en", "2024-03-12")
    text = html(made)
    assert '<html lang="en">' in text and "12 March 2024" in text and "What is still open" in text
    assert "Murni (2016) carried out a study" in text


def test_the_pdf_holds_the_same_parts(example: Brief) -> None:
    data = briefs.render(example, PROFILE, "pdf")
    assert data.startswith(b"%PDF") and len(data) > 30_000


def test_a_pdf_without_typst_is_refused_with_what_to_do(example: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(InputError) as refused:
        briefs.render(example, PROFILE, "pdf")
    assert "pip install typst" in str(refused.value)


def test_another_format_is_refused() -> None:
    with pytest.raises(InputError):
        briefs.render(EMPTY, PROFILE, "docx")


def test_the_same_project_gives_the_same_bytes(example: Brief) -> None:
    render: Callable[[], bytes] = lambda: briefs.render(example, PROFILE, "html")  # noqa: E731
    assert render() == render()
