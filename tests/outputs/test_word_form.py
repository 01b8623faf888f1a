"""The Word file as an examiner measures it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm
from hostile_text import PROFILE, table_of

from kb.model.profile import Profile
from kb.model.table import Cell, Column, Row, Table, cell
from kb.model.text import Run, runs
from kb.outputs import docx

LONG = "Jejaring kerja berjalan dua arah antara pemasok dan pemasar. " * 12


def opened(table: Table, profile: Profile = PROFILE) -> Any:
    return Document(io.BytesIO(docx.render(table, profile)))


def fields(document: Any) -> list[str]:
    return [element.text.strip() for element in document.element.iter(qn("w:instrText"))]


def test_caption_counts_in_a_list_of_tables() -> None:
    document = opened(table_of("x"))
    caption = document.paragraphs[0]
    assert caption.text == "Tabel 2.1 Judul & <b> % {x}"
    assert caption.style.name == "Caption" and caption.style.style_id == "Caption"
    assert fields(document) == [r"SEQ Tabel \* ARABIC \s 1"]


@pytest.mark.parametrize(
    ("number", "field", "text"),
    [
        ("1", r"SEQ Tabel \* ARABIC", "Tabel 1 Judul"),
        ("II.3", r"SEQ Tabel \* ARABIC \s 1", "Tabel II.3 Judul"),
        ("A", r"SEQ Tabel \h", "Tabel A Judul"),
        ("", r"SEQ Tabel \* ARABIC", "Tabel 1 Judul"),
    ],
)
def test_number_follows_the_campuss_pattern(number: str, field: str, text: str) -> None:
    document = opened(replace(table_of("x", number=number), caption="Judul"))
    assert fields(document) == [field]
    assert document.paragraphs[0].text == text


def test_english_table_is_a_table() -> None:
    document = opened(table_of("x", language="en"))
    assert document.paragraphs[0].text.startswith("Table 2.1 ")
    assert fields(document) == [r"SEQ Table \* ARABIC \s 1"]
    assert document.paragraphs[-1].text == "Source: Murni (2016) & 100%"


def test_source_line_stands_below_with_its_word() -> None:
    assert opened(table_of("x")).paragraphs[-1].text == "Sumber: Murni (2016) & 100%"
    bare = opened(replace(table_of("x"), source_line=()))
    assert [paragraph.text for paragraph in bare.paragraphs[1:]] == [""]


def test_page_is_a4_with_the_profiles_margins() -> None:
    section = opened(table_of("x")).sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    assert abs(section.left_margin - Cm(4)) < 1000 and abs(section.right_margin - Cm(3)) < 1000


def test_header_row_repeats_on_every_page() -> None:
    table = opened(table_of("x", "y")).tables[0]
    heads = [row._tr.find(qn("w:trPr")) for row in table.rows]
    assert heads[0].find(qn("w:tblHeader")) is not None
    assert all(head is None or head.find(qn("w:tblHeader")) is None for head in heads[1:])


@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_widths_follow_the_weights_and_fill_the_line(orientation: str) -> None:
    document = opened(table_of("x"), replace(PROFILE, orientation=orientation))
    section = next(
        s for s in document.sections if (s.orientation == WD_ORIENT.LANDSCAPE) == (orientation == "landscape")
    )
    table = document.tables[0]
    columns = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
    room = (section.page_width - section.left_margin - section.right_margin) / 635
    assert abs(sum(columns) - room) < 3
    assert 3 < columns[1] / columns[0] < 5
    for row in table.rows:
        assert [int(c._tc.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for c in row.cells] == columns
    assert table._tbl.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"


def test_words_of_a_header_are_not_broken_however_small_the_weight() -> None:
    columns = (Column("a", "Pengarang", 1), Column("b", "Hasil", 99))
    table = Table("J", "2.1", (), columns, (Row("s", {"a": cell("Kusumawardhani"), "b": cell("x")}),))
    widths = [int(column.get(qn("w:w"))) for column in opened(table).tables[0]._tbl.tblGrid]
    assert widths[0] > 1300  # "Kusumawardhani" in 10 pt is 2.3 cm


def test_landscape_table_has_a_section_of_its_own_and_the_page_turns_back() -> None:
    document = opened(table_of("x"), replace(PROFILE, orientation="landscape"))
    turned = [section.orientation for section in document.sections]
    assert turned == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]
    wide = document.sections[1]
    assert wide.page_width > wide.page_height
    assert abs(wide.top_margin - Cm(4)) < 1000  # the binding edge
    assert document.paragraphs[0].text == "Judul & <b> % {x} disajikan pada Tabel 2.1."
    assert r"REF tabel_2_1 \h" in fields(document)
    marks = [element.get(qn("w:name")) for element in document.element.iter(qn("w:bookmarkStart"))]
    assert marks == ["tabel_2_1"]


def test_later_pages_are_headed_lanjutan_without_a_new_number() -> None:
    profile = replace(PROFILE, continuation="lanjutan")
    document = opened(table_of(*[LONG] * 40), profile)
    assert len([field for field in fields(document) if field.startswith("SEQ")]) == 1
    first, second = document.tables
    assert first.rows[0].cells[0].text == "No & <b>"
    assert {c.text for c in second.rows[0].cells} == {"Lanjutan Tabel 2.1"}
    assert [c.text for c in second.rows[1].cells] == ["No & <b>", "Teks {x} % _"]
    for row in second.rows[:2]:
        assert row._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
    numbers = [row.cells[0].text for row in (*first.rows[1:], *second.rows[2:])]
    assert numbers == [str(at) for at in range(40)]
    assert 3 < len(first.rows) < 40


def test_short_table_has_no_lanjutan() -> None:
    document = opened(table_of("x"), replace(PROFILE, continuation="lanjutan"))
    assert len(document.tables) == 1 and "Lanjutan" not in document.element.xml.split("<w:sectPr")[0]


def test_lanjutan_may_repeat_the_title() -> None:
    profile = replace(PROFILE, continuation="lanjutan", continued="{table} {caption} (lanjutan)")
    document = opened(replace(table_of(*[LONG] * 40), caption="Judul"), profile)
    assert document.tables[1].rows[0].cells[0].text == "Tabel 2.1 Judul (lanjutan)"


def test_one_page_table_is_kept_together_in_smaller_type() -> None:
    profile = replace(PROFILE, continuation="satu-halaman")
    document = opened(table_of(*[LONG] * 7), profile)
    assert 8 <= document.styles["Isi Tabel"].font.size.pt < profile.table_size
    body = document.tables[0].rows[1:]
    assert all(p.paragraph_format.keep_with_next for row in body for c in row.cells for p in c.paragraphs)
    assert all(row._tr.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in body)


def test_table_too_long_for_one_page_goes_on_at_its_own_size() -> None:
    document = opened(table_of(*[LONG] * 60), replace(PROFILE, continuation="satu-halaman"))
    assert document.styles["Isi Tabel"].font.size.pt == PROFILE.table_size
    assert not document.tables[0].rows[1].cells[0].paragraphs[0].paragraph_format.keep_with_next


@pytest.mark.parametrize("split", [True, False])
def test_rows_are_split_or_not_as_the_profile_says(split: bool) -> None:
    row = opened(table_of("x"), replace(PROFILE, split_rows=split)).tables[0].rows[1]
    properties = row._tr.find(qn("w:trPr"))
    assert (properties is not None and properties.find(qn("w:cantSplit")) is not None) is not split


def test_horizontal_rules_leave_no_vertical_line() -> None:
    borders = opened(table_of("x"), replace(PROFILE, rules="horizontal")).tables[0]._tbl.tblPr.find(qn("w:tblBorders"))
    lines = {border.tag.split("}")[1]: border.get(qn("w:val")) for border in borders}
    assert lines == {
        "top": "single",
        "left": "nil",
        "bottom": "single",
        "right": "nil",
        "insideH": "single",
        "insideV": "nil",
    }


def test_foreign_terms_are_italic_and_say_their_language() -> None:
    document = opened(replace(table_of(), rows=(Row("s", {"k2": Cell((runs("pemilik *home industry* di desa"),))}),)))
    parts = document.tables[0].rows[1].cells[1].paragraphs[0].runs
    assert [(run.text, bool(run.italic)) for run in parts] == [
        ("pemilik ", False),
        ("home industry", True),
        (" di desa", False),
    ]
    assert parts[1]._r.rPr.find(qn("w:lang")).get(qn("w:val")) == "en-US"
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert next(defaults.iter(qn("w:lang"))).get(qn("w:val")) == "id-ID"


def test_arabic_runs_from_right_to_left() -> None:
    document = opened(table_of("kata العربية السعودية lagi"))
    parts = document.tables[0].rows[1].cells[1].paragraphs[0].runs
    assert [(run.text, run._r.rPr is not None) for run in parts] == [
        ("kata ", True),
        ("العربية السعودية", True),
        (" lagi", True),
    ]
    assert [run._r.rPr.find(qn("w:rtl")) is not None for run in parts] == [False, True, False]


def test_font_is_named_for_every_script() -> None:
    document = opened(table_of("x"), replace(PROFILE, font="Arial"))
    for name in ("Normal", "Caption"):
        fonts = document.styles[name].element.rPr.rFonts
        assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "cs", "eastAsia")} == {"Arial"}


def test_arabic_letters_have_the_size_of_the_others() -> None:
    styles = opened(table_of("x"), replace(PROFILE, table_size=9, caption_bold=False)).styles
    for name in ("Normal", "Caption", "Isi Tabel"):
        properties = styles[name].element.rPr
        assert properties.find(qn("w:sz")).get(qn("w:val")) == properties.find(qn("w:szCs")).get(qn("w:val")), name
    assert not styles["Caption"].font.bold and not styles["Caption"].font.cs_bold


def test_statements_of_a_cell_are_paragraphs() -> None:
    document = opened(replace(table_of(), rows=(Row("s", {"k1": Cell(((Run("a"),), (Run("b"),)))}),)))
    assert [p.text for p in document.tables[0].rows[1].cells[0].paragraphs] == ["a", "b"]


def test_file_names_no_author_and_carries_no_picture() -> None:
    data = docx.render(table_of("x"), PROFILE)
    assert Document(io.BytesIO(data)).core_properties.author == ""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert not any("thumbnail" in name for name in parts.namelist())


def test_caption_may_stand_below() -> None:
    document = opened(table_of("x"), replace(PROFILE, caption_position="below"))
    tags = [child.tag.split("}")[1] for child in document.element.body]
    assert tags == ["tbl", "p", "p", "sectPr"]
    assert document.paragraphs[0].style.name == "Caption"


def test_prose_is_justified_with_the_heading_over_it() -> None:
    data = docx.render_prose([runs("Satu *dua*."), runs("Tiga.")], PROFILE, "Penelitian Terdahulu")
    heading, *prose = Document(io.BytesIO(data)).paragraphs
    assert (heading.text, heading.style.name) == ("Penelitian Terdahulu", "Heading 2")
    assert [p.text for p in prose] == ["Satu dua.", "Tiga."]
    assert prose[0].runs[1].italic and prose[0].paragraph_format.first_line_indent == Cm(1.27)
