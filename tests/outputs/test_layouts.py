"""Where cells stand: turned tables, groups, pages, pieces."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from docx import Document
from hostile_text import PROFILE, table_of
from read_back import csv_rows, docx_rows, html_rows, latex_rows, markdown_rows

from kb.errors import InputError
from kb.model.table import Cell, Column, Row, Table, cell
from kb.model.text import Run, runs
from kb.outputs import prose, tables
from kb.outputs.grid import flat, grid
from kb.outputs.html import table_fragment
from kb.outputs.measure import line_count, portions, width, wrapped
from kb.outputs.paper import first_page, fits_one_page, one_page, page_grid, panels

COLUMNS = (Column("who", "Pengarang"), Column("what", "*Findings*", 2), Column("tick", "purpose", align="center"))


def studies(count: int, groups: tuple[str, ...] = ()) -> Table:
    rows = tuple(
        Row(
            f"s{at}",
            {"who": cell(f"P{at}"), "what": cell(f"hasil {at}"), "tick": cell("✓")},
            groups[at % len(groups)] if groups else None,
        )
        for at in range(count)
    )
    return Table("Judul", "2.1", (), COLUMNS, rows)


def test_turned_table_has_studies_as_columns_with_the_same_cells() -> None:
    turned = replace(studies(2), transposed=True)
    expected = [["Pengarang", "P0", "P1"], ["Findings", "hasil 0", "hasil 1"], ["purpose", "✓", "✓"]]
    for form, read in (("docx", docx_rows), ("html", html_rows), ("csv", csv_rows), ("md", markdown_rows)):
        assert read(tables.render(turned, PROFILE, form)) == expected, form


def test_turned_table_too_wide_for_the_page_stands_in_pieces() -> None:
    turned = replace(studies(9), transposed=True)
    pieces = panels(turned, PROFILE)
    assert [len(piece.rows) for piece in pieces] == [3, 3, 3]
    document = Document(io.BytesIO(tables.render(turned, PROFILE, "docx")))
    assert [len(table.columns) for table in document.tables] == [4, 4, 4]
    assert [p.text for p in document.paragraphs].count("Lanjutan Tabel 2.1") == 2
    assert panels(studies(9), PROFILE) == [studies(9)]


def test_groups_are_heading_rows_in_documents() -> None:
    grouped = studies(3, ("Kualitatif", "Kuantitatif"))
    grouped = replace(grouped, rows=tuple(sorted(grouped.rows, key=lambda row: row.group or "")))
    laid = grid(grouped)
    assert [line.heading for line in laid.lines] == [True, False, False, True, False]
    rows = docx_rows(tables.render(grouped, PROFILE, "docx"))
    assert [row[0] for row in rows] == ["Pengarang", "Kualitatif", "P0", "P2", "Kuantitatif", "P1"]
    assert set(rows[1]) == {"Kualitatif"}
    assert html_rows(tables.render(grouped, PROFILE, "html"))[1] == ["Kualitatif"]
    assert r"\multicolumn{3}" in tables.render(grouped, PROFILE, "tex").decode().split(r"\endhead")[1]


def test_groups_are_a_column_in_data() -> None:
    header, rows = flat(studies(2, ("A", "B")))
    assert header == ["Kelompok", "Pengarang", "Findings", "purpose"]
    assert list(rows) == [["A", "P0", "hasil 0", "✓"], ["B", "P1", "hasil 1", "✓"]]


def test_group_of_a_turned_table_is_a_line() -> None:
    laid = grid(replace(studies(2, ("A", "B")), transposed=True))
    assert [cell.text for cell in laid.lines[0].cells] == ["Kelompok", "A", "B"]


def test_missing_cell_is_an_empty_one() -> None:
    bare = replace(studies(0), rows=(Row("s", {}),))
    for form, read in (("docx", docx_rows), ("html", html_rows), ("csv", csv_rows), ("md", markdown_rows)):
        assert read(tables.render(bare, PROFILE, form))[1] == ["", "", ""], form
    assert 'class="empty"' in table_fragment(bare)


@pytest.mark.parametrize("form", tables.FORMATS)
@pytest.mark.parametrize("turned", [False, True])
def test_table_without_rows_or_columns_is_still_a_document(form: str, turned: bool) -> None:
    assert tables.render(replace(studies(0), transposed=turned), PROFILE, form)
    assert tables.render(Table("", "", (), (), (), transposed=turned), PROFILE, form)


def test_pdf_is_made_of_any_text_and_obeys_none_of_it() -> None:
    pdf = tables.render(table_of('#read("/etc/passwd") $x$ *a* @b <c> \\ `d`', "العربية"), PROFILE, "pdf")
    assert pdf.startswith(b"%PDF")


def test_unknown_format_is_named_with_those_there_are() -> None:
    for call in (lambda: tables.render(studies(1), PROFILE, "doc"), lambda: prose.render([], "doc")):
        with pytest.raises(InputError, match="docx"):
            call()


def test_foreign_words_of_a_label_are_italic() -> None:
    assert grid(studies(1)).header[1].paragraphs == ((Run("Findings", italic=True),),)


def test_columns_of_ticks_are_centered() -> None:
    one = studies(1)
    assert ":--" in tables.render(one, PROFILE, "md").decode()
    assert '<td class="middle">✓' in tables.render(one, PROFILE, "html").decode()
    assert r">{\centering\arraybackslash}p" in tables.render(one, PROFILE, "tex").decode()
    document = Document(io.BytesIO(tables.render(one, PROFILE, "docx")))
    assert [c.paragraphs[0].alignment for c in document.tables[0].rows[1].cells] == [None, None, 1]


def test_markdown_keeps_emphasis_and_the_columns_shares() -> None:
    table = replace(studies(0), rows=(Row("s", {"who": Cell((runs("di *home industry* ini"),))}),))
    text = tables.render(table, PROFILE, "md").decode()
    assert "di *home industry* ini" in text
    rule = text.splitlines()[3].strip("|").split("|")
    assert len(rule[1]) == 2 * len(rule[0])


def test_prose_in_markdown_is_never_a_heading_or_a_list() -> None:
    text = prose.render([runs("# satu\n- dua\n1. tiga\n> empat"), runs("lima *enam*")], "md", heading="Judul").decode()
    from markdown_it import MarkdownIt

    made = MarkdownIt("commonmark").render(text)
    assert made.count("<h2>") == 1 and made.count("<p>") == 2
    assert not any(tag in made for tag in ("<h1>", "<li>", "<blockquote>"))
    assert "<em>enam</em>" in made


def test_prose_in_latex_is_a_document() -> None:
    text = prose.render([runs("a & *b*")], "tex", heading="Judul 100%").decode()
    assert r"\subsection*{Judul 100\%}" in text and r"a \& \textit{b}\par" in text
    assert text.count(r"\begin{document}") == text.count(r"\end{document}") == 1


def test_latex_row_higher_than_a_page_is_parted_without_loss() -> None:
    long = "kata " * 3000
    text = tables.render(table_of(long), PROFILE, "tex")
    assert latex_rows(text)[0][1] == long
    assert text.decode().count("\\\\[0pt]\n") > 3


def test_latex_counts_the_table_and_heads_later_pages() -> None:
    text = tables.render(table_of("x", number="2.3"), PROFILE, "tex").decode()
    assert r"\renewcommand{\thetable}{2.\arabic{table}}" in text and r"\setcounter{table}{2}" in text
    assert r"\caption{Judul \& \textless{}b\textgreater{} \% \{x\}}" in text
    assert text.count("Lanjutan Tabel 2.3") == 1
    assert text.index(r"\endfirsthead") < text.index("Lanjutan Tabel 2.3") < text.index(r"\endhead")


def test_pieces_of_a_cell_put_together_are_the_cell() -> None:
    whole = Cell((runs("satu *dua tiga* empat " * 60), (), runs("lima enam " * 40)), "source", "stated")
    pieces = portions(whole, 100, "Times New Roman", 10, 5)
    assert len(pieces) > 3
    assert "".join(piece.text for piece in pieces) == whole.text
    italics = [run.text for piece in pieces for part in piece.paragraphs for run in part if run.italic]
    assert "".join(italics) == "dua tiga" * 60


def test_widths_are_those_of_the_letters() -> None:
    assert width("iii", "Times New Roman", 10) < width("WWW", "Times New Roman", 10)
    assert width("kata", "Arial", 10) > width("kata", "Times New Roman", 10)
    assert line_count("a b c", 1000, "Arial", 10) == 1
    assert line_count("satu dua tiga", 30, "Times New Roman", 10) == 3
    assert line_count("a\nb\n", 1000, "Arial", 10) == 3
    assert wrapped("satu dua tiga", 45, "Times New Roman", 10) == ["satu dua", "tiga"]


def test_columns_of_a_page_add_up_to_its_width() -> None:
    assert sum(page_grid(studies(3), PROFILE).shares) == pytest.approx(1.0)
    many = Table("J", "1", (), tuple(Column(f"k{at}", "Pemberdayaan") for at in range(40)), ())
    assert sum(page_grid(many, PROFILE).shares) == pytest.approx(1.0)


def test_first_page_holds_what_fits_and_never_a_heading_alone() -> None:
    long = Table("J", "1", (), (Column("a", "A"),), tuple(Row(f"s{n}", {"a": cell("kata " * 120)}) for n in range(30)))
    count = first_page(long, PROFILE)
    assert 4 < count < 15
    headed = replace(
        long, rows=tuple(replace(row, group="x" if at < count - 1 else "y") for at, row in enumerate(long.rows))
    )
    assert not grid(headed).lines[first_page(headed, PROFILE) - 1].heading


def test_type_shrinks_only_as_far_as_needed() -> None:
    def rows(count: int) -> Table:
        return table_of(*["kata " * 100] * count)

    assert one_page(rows(3), PROFILE).table_size == PROFILE.table_size
    smaller = one_page(rows(9), PROFILE)
    assert 8 <= smaller.table_size < PROFILE.table_size and fits_one_page(rows(9), smaller)
    assert one_page(rows(50), PROFILE).continuation == "ulang-kepala"


def test_fragment_for_the_app_can_be_reached_and_read_by_keyboard() -> None:
    fragment = table_fragment(table_of("x"))
    assert 'role="region"' in fragment and 'tabindex="0"' in fragment
    assert 'aria-label="Tabel 2.1 Judul &amp; &lt;b&gt; % {x}"' in fragment
    assert "<html" not in fragment and "Sumber" not in fragment
    assert "Sumber: " in table_fragment(table_of("x"), PROFILE)
