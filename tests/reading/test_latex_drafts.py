"""LaTeX sources become what is printed, with citing commands as citations."""

from __future__ import annotations

from kb.model.draft import Block, Draft
from kb.reading.drafts import read_draft


def draft(text: str, files: dict[str, str] | None = None) -> Draft:
    kept = files or {}
    return read_draft([("bab.tex", text.encode())], lambda name: kept[name].encode() if name in kept else None)


def cited(blocks: tuple[Block, ...]) -> list[tuple[str, ...]]:
    return [span.keys for block in blocks for span in block.spans if span.kind == "citation"]


def test_citing_commands_keep_their_words_keys_and_pages() -> None:
    block = draft(r"Menurut \citet[hlm.~9]{sari2018} dan \citep[lihat][12]{budi2019,tono2020}.").blocks[0]
    spans = [span for span in block.spans if span.kind == "citation"]
    assert [(span.command, span.keys, span.locators) for span in spans] == [
        ("citet", ("sari2018",), ("9",)),
        ("citep", ("budi2019", "tono2020"), (None, "12")),
    ]
    assert block.text[spans[0].start : spans[0].end] == r"\citet[hlm.~9]{sari2018}"


def test_comments_iffalse_and_comment_environments_are_left_out() -> None:
    text = "Satu. % \\cite{a}\n\\iffalse \\cite{b} \\fi\n\\begin{comment}\\cite{c}\\end{comment}\nDua \\% \\cite{d}.\n"
    assert cited(draft(text).blocks) == [("d",)]


def test_a_comment_line_does_not_cut_a_paragraph_and_an_empty_line_does() -> None:
    assert len(draft("Satu\n% komentar\ndua.").blocks) == 1
    assert len(draft("Satu. % komentar\n\nDua.").blocks) == 2


def test_listings_are_code_and_cite_nothing() -> None:
    blocks = draft("Teks.\n\\begin{verbatim}\n\\cite{x} % bukan komentar\n\\end{verbatim}\nLagi.").blocks
    assert [block.kind for block in blocks] == ["paragraph", "code", "paragraph"]
    assert not cited(blocks)


def test_lists_tables_captions_footnotes_and_headings() -> None:
    text = (
        "\\section{Teori}\nAda dua:\n\\begin{enumerate}\n\\item tujuan\n\\item struktur\n\\end{enumerate}\n"
        "\\begin{table}\\caption{Ringkasan}\\begin{tabular}{ll}\nNama & Isi \\\\ \\hline\nSari & Baik \\\\\n"
        "\\end{tabular}\\end{table}\nAkhir\\footnote{Lihat \\cite{x}.}.\n"
    )
    blocks = draft(text).blocks
    assert [block.kind for block in blocks] == [
        "heading", "paragraph", "list-item", "list-item", "caption", "table", "paragraph", "footnote",
    ]  # fmt: skip
    assert [[cell.text for cell in row] for row in blocks[5].rows] == [["Nama", "Isi"], ["Sari", "Baik"]]
    assert blocks[7].text == "Lihat \\cite{x}."


def test_the_repeated_head_of_a_long_table_is_read_once() -> None:
    text = "\\begin{longtable}{ll}\nA & B \\\\ \\endfirsthead\nA & B \\\\ \\endhead\n1 & 2 \\\\\n\\end{longtable}"
    assert [[cell.text for cell in row] for row in draft(text).blocks[0].rows] == [["A", "B"], ["1", "2"]]


def test_macros_that_wrap_text_give_their_text_and_macros_that_cite_cite() -> None:
    text = (
        r"\newcommand{\ist}[1]{\emph{#1}}\newcommand{\kut}[2]{\citep[hlm.~#2]{#1}}"
        "\n"
        r"Sebuah \ist{jejaring} \kut{sari2018}{7}."
    )
    block = draft(text).blocks[0]
    assert block.text == r"Sebuah jejaring \kut{sari2018}{7}."
    assert [(span.keys, span.locators) for span in block.spans if span.kind == "citation"] == [(("sari2018",), ("7",))]


def test_parts_are_taken_in_with_their_own_lines_and_a_missing_one_is_said() -> None:
    found = draft("\\input{bagian/satu}\n\\include{dua}\n", {"bagian/satu.tex": "\n\nIsi \\cite{x}."})
    assert [(block.file, block.line, block.text) for block in found.blocks] == [
        ("bagian/satu.tex", 3, "Isi \\cite{x}.")
    ]
    assert [(finding.check, finding.params["part"]) for finding in found.findings] == [("part-missing", "dua.tex")]


def test_nothing_outside_the_folder_is_asked_for_and_a_circle_ends() -> None:
    asked: list[str] = []

    def include(name: str) -> bytes | None:
        asked.append(name)
        return b"\\input{bab}\\input{a}" if name == "a.tex" else None

    read_draft([("bab.tex", b"\\input{a}\\input{../rahasia}\\input{/etc/passwd}\\input{C:/x}")], include)
    assert asked == ["a.tex"]


def test_nocite_lists_silently() -> None:
    found = draft("Teks.\\nocite{a,b} \\nocite{*}")
    assert found.silent_keys == ("a", "b", "*")
    assert not cited(found.blocks)


def test_only_the_document_is_read_and_the_preamble_defines() -> None:
    text = "\\documentclass{x}\n\\newcommand{\\desa}{Balewangi}\nBukan teks.\n\\begin{document}\nDi Desa \\desa{} ini.\n\\end{document}\nSisa."
    assert [block.text for block in draft(text).blocks] == ["Di Desa Balewangi ini."]


def test_a_citation_after_removed_markup_keeps_its_column() -> None:
    text = r"\textbf{Tebal} sekali \cite{x}."
    block = draft(text).blocks[0]
    span = next(span for span in block.spans if span.kind == "citation")
    assert block.place(span.start) == (1, text.index("\\cite") + 1)


def test_deep_nesting_and_open_braces_end_quickly() -> None:
    for text in (
        "\\emph{" * 30_000,
        "{" * 50_000,
        "\\begin{a}" * 20_000,
        "$" * 9_999,
        "[" * 50_000,
        "\\cite[" * 20_000,
    ):
        draft(text)
