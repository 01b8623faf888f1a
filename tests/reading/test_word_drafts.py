"""Word files become what stands in them once all changes are accepted; what is no honest Word file is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.errors import InputError
from kb.model.draft import Draft
from kb.reading.drafts import read_draft
from tests.audit.word_maker import word_file


def made(build: Callable[[docx.document.Document], None]) -> Draft:
    document = docx.Document()
    build(document)
    out = io.BytesIO()
    document.save(out)
    return read_draft([("bab.docx", out.getvalue())])


def with_body(xml: str) -> Draft:
    """A file whose body begins with some raw paragraphs."""

    def build(document: docx.document.Document) -> None:
        holder = parse_xml(
            '<w:body xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
            ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"{xml}</w:body>"
        )
        for element in list(holder):
            document.element.body.insert(len(document.element.body) - 1, element)

    return made(build)


def texts(draft: Draft) -> list[str]:
    return [block.text for block in draft.blocks]


def test_tracked_insertions_count_and_deletions_do_not() -> None:
    found = read_draft([("bab.docx", word_file("Awal {{ins|baru }}{{del|lama }}akhir."))])
    assert texts(found) == ["Awal baru akhir."]


def test_fields_of_reference_managers_are_citations_with_their_works() -> None:
    source = "Begitu {{cite zotero: Sari 2018|(Sari, 2018)|sari2018}} dan {{cite mendeley: Budi 2019|(Budi, 2019)|budi2019}}."
    block = read_draft([("bab.docx", word_file(source))]).blocks[0]
    spans = [span for span in block.spans if span.kind == "citation"]
    assert block.text == "Begitu (Sari, 2018) dan (Budi, 2019)."
    assert [(span.command, span.keys, span.sources[0].authors, span.sources[0].year) for span in spans] == [
        ("zotero", ("sari2018",), ("Sari",), "2018"),
        ("mendeley", ("budi2019",), ("Budi",), "2019"),
    ]
    assert [block.text[span.start : span.end] for span in spans] == ["(Sari, 2018)", "(Budi, 2019)"]


def test_words_own_citation_field_gives_its_tag_and_page() -> None:
    found = with_body(
        '<w:p><w:r><w:t>Begitu </w:t></w:r><w:fldSimple w:instr=" CITATION Sar18 \\p 7 \\l 1057 ">'
        "<w:r><w:t>(Sari, 2018, p. 7)</w:t></w:r></w:fldSimple></w:p>"
    )
    span = next(span for span in found.blocks[0].spans if span.kind == "citation")
    assert (span.command, span.keys, span.locators) == ("word", ("Sar18",), ("7",))


def test_a_content_control_of_mendeley_cite_is_a_citation() -> None:
    import base64
    import json

    record = {
        "citationItems": [
            {"id": "x", "itemData": {"id": "x", "author": [{"family": "Sari"}], "issued": {"date-parts": [["2018"]]}}}
        ]
    }
    tag = "MENDELEY_CITATION_v3_" + base64.b64encode(json.dumps(record).encode()).decode()
    found = with_body(
        f'<w:p><w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent><w:r><w:t>(Sari, 2018)</w:t></w:r>'
        "</w:sdtContent></w:sdt></w:p>"
    )
    span = found.blocks[0].spans[0]
    assert (span.command, span.sources[0].authors, span.sources[0].year) == ("mendeley-cite", ("Sari",), "2018")


def test_footnotes_follow_their_paragraph_and_separators_are_none() -> None:
    found = read_draft([("bab.docx", word_file("Satu.[^Mahfud, Fikih, 2012, hlm. 3.]\n\nDua.[^Ibid., hlm. 4.]"))])
    assert [(block.kind, block.label, block.line) for block in found.blocks] == [
        ("paragraph", "", 1), ("footnote", "1", 1), ("paragraph", "", 2), ("footnote", "2", 2),
    ]  # fmt: skip


def test_styles_in_any_interface_language_make_headings_and_lists() -> None:
    def build(document: docx.document.Document) -> None:
        document.add_heading("2.1 Teori", level=2)
        style = document.styles.add_style("Judul Saya", 1)
        style.base_style = document.styles["Heading 1"]
        document.add_paragraph("BAB II", style="Judul Saya")
        document.add_paragraph("butir", style="List Number")
        document.add_paragraph("Gambar 2.1 Alur", style="Caption")

    blocks = made(build).blocks
    assert [(block.kind, block.label, block.level) for block in blocks] == [
        ("heading", "2.1", 2), ("heading", "BAB II", 1), ("list-item", "", 0), ("caption", "2.1", 0),
    ]  # fmt: skip
    assert blocks[2].automatic


def test_merged_cells_keep_their_columns_and_nested_tables_stand_after() -> None:
    def build(document: docx.document.Document) -> None:
        table = document.add_table(rows=3, cols=3)
        for row in range(3):
            for column in range(3):
                table.cell(row, column).text = f"{row}{column}"
        table.cell(0, 0).merge(table.cell(0, 1)).text = "lebar"
        table.cell(1, 0).merge(table.cell(2, 0)).text = "tinggi"
        table.cell(1, 1).add_table(rows=1, cols=1).cell(0, 0).text = "dalam"

    tables = [block for block in made(build).blocks if block.kind == "table"]
    rows = [[cell.text for cell in row] for row in tables[0].rows]
    assert rows[0] == ["lebar", "", "02"]
    assert rows[1][0] == "tinggi" and rows[2] == ["", "21", "22"]
    assert [[cell.text for cell in row] for row in tables[1].rows] == [["dalam"]]


def test_a_text_box_is_read_once_though_it_stands_in_two_forms() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Di kotak (Sari, 2018).</w:t></w:r></w:p></w:txbxContent>"
    found = with_body(
        "<w:p><w:r><w:t>Luar.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert texts(found) == ["Luar.", "Di kotak (Sari, 2018)."]


def test_tables_of_contents_and_hidden_words_are_left_out() -> None:
    found = with_body(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2.1 Teori 5</w:t></w:r></w:p>'
        '<w:p><w:r><w:t>2.9 Lain 7</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>rahasia</w:t></w:r><w:r><w:t>Teks.</w:t></w:r></w:p>"
    )
    assert texts(found) == ["Teks."]


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def document_xml(inside: str, head: str = "") -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'{head}<w:document xmlns:w="{space}"><w:body>{inside}</w:body></w:document>'.encode()


BOMB = b"<!DOCTYPE w [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;'>]>"
HOSTILE = {
    "no zip": (b"PK\x03\x04 rusak", "draft-damaged"),
    "old or locked": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "draft-locked-or-old"),
    "no document": (packed({"a.txt": b"x"}), "draft-damaged"),
    "macros": (packed({"word/document.xml": document_xml(""), "word/vbaProject.bin": b"x"}), "draft-with-macros"),
    "bomb by size": (packed({"word/document.xml": b" " * 60_000_000}), "draft-too-large-inside"),
    "bomb by ratio": (packed({"word/document.xml": b" " * 20_000_000}), "draft-too-large-inside"),
    "too many parts": (
        packed({"word/document.xml": b"x", **{f"m/{n}": b"" for n in range(2_001)}}),
        "draft-too-large-inside",
    ),
    "entities": (packed({"word/document.xml": BOMB + document_xml("<w:p/>")}), "draft-damaged"),
    "cut xml": (packed({"word/document.xml": document_xml("<w:p>")[:-30]}), "draft-damaged"),
    "deep xml": (packed({"word/document.xml": document_xml("<w:p>" * 5_000 + "</w:p>" * 5_000)}), "draft-damaged"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_word_file_is_refused_in_one_line(name: str) -> None:
    data, code = HOSTILE[name]
    with pytest.raises(InputError) as refused:
        read_draft([("bab.docx", data)])
    assert refused.value.code == code
    assert "bab.docx" in str(refused.value) and "\n" not in str(refused.value)


def test_a_word_file_under_another_name_is_still_read_as_one() -> None:
    assert texts(read_draft([("bab.txt", word_file("Isi."))])) == ["Isi."]


_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=40)
_PIECE = st.one_of(
    st.tuples(st.just("paragraph"), _TEXT),
    st.tuples(st.just("heading"), _TEXT),
    st.tuples(st.just("list"), _TEXT),
    st.tuples(st.just("table"), st.lists(st.lists(_TEXT, min_size=2, max_size=2), min_size=1, max_size=3)),
    st.tuples(st.just("break"), st.none()),
)


def add(document: docx.document.Document, kind: str, value: object) -> None:
    if kind == "heading":
        document.add_heading(str(value), level=2)
    elif kind == "list":
        document.add_paragraph(str(value), style="List Bullet")
    elif kind == "break":
        document.add_page_break()
    elif kind == "table":
        table = document.add_table(rows=0, cols=2)
        for row in value:  # type: ignore[attr-defined]
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
    else:
        document.add_paragraph(str(value))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_PIECE, max_size=6))
def test_any_structure_that_python_docx_makes_is_read(pieces: list[tuple[str, object]]) -> None:
    def build(document: docx.document.Document) -> None:
        for kind, value in pieces:
            add(document, kind, value)

    read = " ".join(stretch.text for stretch in made(build).stretches())
    words = {word for kind, value in pieces if kind == "paragraph" for word in str(value).split()}
    assert all(word in read for word in words if word.isalpha() and len(word) > 3)
