"""Markdown and plain text become blocks whose every character knows its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.errors import InputError
from kb.model.draft import Block, Draft
from kb.reading.drafts import read_draft


def draft(text: str, name: str = "bab.md") -> Draft:
    return read_draft([(name, text.encode())])


def only(text: str, name: str = "bab.md") -> Block:
    blocks = draft(text, name).blocks
    assert len(blocks) == 1, blocks
    return blocks[0]


def character_at(text: str, block: Block, offset: int) -> str:
    line, column = block.place(offset)
    return text.split("\n")[line - 1][column - 1]


def test_a_paragraph_cut_by_a_page_is_one_paragraph_with_both_places() -> None:
    first = "Jejaring kerja dibangun oleh para pemilik usaha yang saling percaya dan"
    text = f"{first}\n\nmenjaga hubungan itu lama-lama.\n\nParagraf lain."
    blocks = draft(text).blocks
    assert [block.kind for block in blocks] == ["paragraph", "paragraph"]
    assert blocks[0].place(blocks[0].text.index("menjaga")) == (3, 1)


def test_a_paragraph_that_ends_with_a_full_stop_is_not_joined() -> None:
    text = "Jejaring kerja dibangun oleh para pemilik usaha yang saling percaya di desa.\n\nhal itu penting."
    assert len(draft(text).blocks) == 2


def test_emphasis_is_a_span_and_moves_no_place() -> None:
    text = "Pemilik *home industry* dan **usaha** lain."
    block = only(text)
    assert block.text == "Pemilik home industry dan usaha lain."
    assert [(span.kind, block.text[span.start : span.end]) for span in block.spans] == [
        ("italic", "home industry"),
        ("bold", "usaha"),
    ]
    for offset, letter in enumerate(block.text):
        assert character_at(text, block, offset) == letter


@pytest.mark.parametrize("text", ["5 * 3 = 15 dan 2 * 4", "nama_berkas_panjang", "a ** b", "*tidak ditutup"])
def test_signs_that_are_no_emphasis_stay(text: str) -> None:
    assert only(text).text == text


def test_headings_by_hashes_numbers_capitals_and_chapter() -> None:
    text = "BAB II\n\nKAJIAN PUSTAKA\n\n2.1 Penelitian Terdahulu\n\nIsi.\n\n## 2.2 Teori\n\nIsi lain.\n"
    heads = [(block.label, block.text, block.level) for block in draft(text).blocks if block.kind == "heading"]
    assert heads == [
        ("BAB II", "BAB II", 1),
        ("", "KAJIAN PUSTAKA", 1),
        ("2.1", "Penelitian Terdahulu", 2),
        ("2.2", "Teori", 2),
    ]


def test_a_numbered_title_before_text_is_a_heading_and_a_numbered_list_is_a_list() -> None:
    text = "1. Aspek Jejaring\n\nUraian aspek.\n\nAda dua:\n\n1. Tujuan\n2. Struktur\n"
    assert [block.kind for block in draft(text).blocks] == [
        "heading",
        "paragraph",
        "paragraph",
        "list-item",
        "list-item",
    ]


def test_a_sentence_that_begins_with_a_decimal_is_no_heading() -> None:
    assert only("2.5 juta orang bekerja di sektor itu pada tahun 2019.").kind == "paragraph"


def test_lines_of_a_table_of_contents_are_no_headings_and_no_table() -> None:
    text = "DAFTAR ISI\n\n2.1 Penelitian Terdahulu ........ 12\n2.2 Teori ........ 15\n\nBab II\t10\nBab III\t31\n"
    assert [block.kind for block in draft(text).blocks] == ["heading", "paragraph", "code"]


def test_tab_separated_rows_are_a_table_with_places() -> None:
    text = "Peneliti\tHasil\nSari (2018)\tBaik sekali\n"
    table = only(text)
    cell = table.rows[1][1]
    assert (cell.text, cell.line, cell.column) == ("Baik sekali", 2, 13)
    assert table.rows[0][0].header and not cell.header


@pytest.mark.parametrize("text", ["|---|---|", "| | |\n|---|---|\n| | |", "||\n||"])
def test_bars_without_words_are_no_table(text: str) -> None:
    assert draft(text).blocks == ()


def test_a_list_label_before_a_tab_is_no_table() -> None:
    assert {block.kind for block in draft("1.\tTujuan\n2.\tStruktur\n").blocks} == {"list-item"}


def test_bars_are_a_table_and_bold_stars_in_its_cells_are_marks() -> None:
    table = only("| Peneliti | Hasil |\n|---|---|\n| **Sari** (2018) | Baik |\n")
    assert [[cell.text for cell in row] for row in table.rows] == [["Peneliti", "Hasil"], ["Sari (2018)", "Baik"]]


def test_code_front_matter_and_comments_are_no_running_text() -> None:
    text = "---\ntitle: X\n---\n\n<!-- (Lama, 1999) -->\n\n```\n(Kode, 2000)\n```\n\nTeks `(Kode, 2001)` biasa.\n"
    kinds = [block.kind for block in draft(text).blocks]
    assert kinds == ["code", "paragraph"]
    assert [span.kind for span in draft(text).blocks[1].spans] == ["code"]


def test_footnotes_of_markdown_are_blocks_of_their_own() -> None:
    blocks = draft("Wakaf ialah menahan.[^1]\n\n[^1]: Mahfud, *Fikih*, hlm. 3.\n").blocks
    assert blocks[0].text == "Wakaf ialah menahan."
    assert (blocks[1].kind, blocks[1].label, blocks[1].text) == ("footnote", "1", "Mahfud, Fikih, hlm. 3.")


def test_pandoc_citations_are_spans_with_keys_and_pages() -> None:
    block = only("Begitu kata @sari2018 [hlm. 4] dan orang lain [lihat @budi2019, hal. 5; @tono2020].")
    spans = [(span.keys, span.locators) for span in block.spans]
    assert spans == [(("sari2018",), ("4",)), (("budi2019", "tono2020"), ("5", None))]


def test_an_email_address_is_no_citation() -> None:
    assert not only("Surel: sari@kampus.ac.id untuk tanya jawab.").spans


def test_a_caption_has_a_number_and_a_sentence_about_a_table_is_none() -> None:
    blocks = draft("Tabel 2.1 Penelitian Terdahulu\n\nTabel 2.1 menunjukkan bahwa semua berjalan.\n").blocks
    assert [(block.kind, block.label) for block in blocks] == [("caption", "2.1"), ("paragraph", "")]


def test_several_files_are_one_draft_in_their_order() -> None:
    both = read_draft([("a.md", b"Satu."), ("b.txt", b"Dua.")])
    assert both.files == ("a.md", "b.txt")
    assert [(block.file, block.text) for block in both.blocks] == [("a.md", "Satu."), ("b.txt", "Dua.")]


def test_windows_line_ends_move_no_line() -> None:
    assert draft("Satu.\r\n\r\nDua.\r\n").blocks[1].line == 3


def test_a_file_that_is_not_utf8_is_read_and_said() -> None:
    found = read_draft([("bab.txt", "Baris satu.\n\nMüller (2010) “menulis”.".encode("cp1252"))])
    assert "Müller (2010) “menulis”." in [block.text for block in found.blocks]
    assert [(finding.check, finding.place.line) for finding in found.findings] == [("draft-encoding", 3)]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("bab.pdf", b"%PDF-1.7", "draft-kind"),
        ("bab.odt", b"x", "draft-kind"),
        ("bab.txt", b"\x00\x01\x02", "draft-not-text"),
        ("bab.md", b"a" * 20_000_001, "draft-too-large"),
    ],
)
def test_what_is_no_draft_is_refused_in_one_line(name: str, data: bytes, code: str) -> None:
    with pytest.raises(InputError) as refused:
        read_draft([(name, data)])
    assert refused.value.code == code
    assert "\n" not in str(refused.value) and name in str(refused.value)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=600), st.sampled_from(["bab.md", "bab.txt", "bab.tex"]))
def test_any_text_is_read_and_every_place_lies_in_the_file(text: str, name: str) -> None:
    data = text.encode("utf-8", "ignore")
    if b"\x00" in data:
        return
    lines = data.decode().replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for block in read_draft([(name, data)]).blocks:
        for stretch in [block, *(cell for row in block.rows for cell in row)]:
            line, column = stretch.place(0)
            assert 1 <= line <= len(lines)
            assert 1 <= column <= len(lines[line - 1]) + 1


_WORDS = st.lists(
    st.sampled_from(["jejaring", "kerja", "desa", "usaha", "yang", "dan", "*home*", "**kuat**", "itu"]),
    min_size=4,
    max_size=40,
)


@settings(max_examples=80, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=5))
def test_each_character_of_marked_prose_is_found_at_its_place(paragraphs: list[list[str]]) -> None:
    text = "\n\n".join("Awal " + " ".join(words) + "." for words in paragraphs)
    for block in draft(text).blocks:
        for offset, letter in enumerate(block.text):
            assert character_at(text, block, offset) == letter
