"""Reading a `.bib`: beyond the corpus of dirty files, what holds for any of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kb.store.bibliography_encoding import codec_of, decode, text_to_edit
from kb.store.bibliography_read import read_bibliography

LATIN = "@book{a, author={García, José}, title={Économie à Liège}}"


def checks(text: str | bytes) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    return [finding.check for finding in read_bibliography(data, "x.bib").findings]


def test_example_bibliography_has_no_error_and_no_warning(example_root: Path) -> None:
    found = read_bibliography((example_root / "references.bib").read_bytes(), "references.bib")
    assert len(found.entries) > 30
    assert {finding.severity for finding in found.findings} <= {"info"}


@pytest.mark.parametrize(
    ("encoding", "name", "check"),
    [
        ("utf-8", "utf-8", None),
        ("utf-8-sig", "utf-8", None),
        ("utf-16", "utf-16-le", "encoding-converted"),
        ("utf-32", "utf-32-le", "encoding-converted"),
        ("utf-16-be", "utf-16-be", "encoding-guessed"),
        ("latin-1", "cp1252", "encoding-guessed"),
        ("cp1252", "cp1252", "encoding-guessed"),
        ("mac-roman", "", "encoding-unknown"),
    ],
)
def test_encoding_is_told_and_said(encoding: str, name: str, check: str | None) -> None:
    decoded = decode(LATIN.encode(encoding), "x.bib")
    assert decoded.encoding == name
    assert [finding.check for finding in decoded.findings] == ([check] if check else [])
    assert decoded.text in (LATIN, "")


@pytest.mark.parametrize("encoding", ["koi8-r", "cp1251", "shift-jis", "big5", "cp1256", "iso8859-7"])
def test_other_scripts_without_a_name_are_refused_rather_than_read_wrongly(encoding: str) -> None:
    words = {
        "koi8-r": "Социальные сети", "cp1251": "Социальные сети и бедность", "shift-jis": "ソーシャル・ネットワークと貧困",
        "big5": "鄉土中國的社會網絡與貧窮", "cp1256": "الشبكات الاجتماعية والفقر", "iso8859-7": "Κοινωνικά δίκτυα",
    }[encoding]  # fmt: skip
    found = read_bibliography(f"@book{{a,\n  title = {{{words}}}\n}}\n".encode(encoding), "x.bib")
    assert found.entries == () and checks(f"@book{{a, title={{{words}}}}}".encode(encoding)) == ["encoding-unknown"]


@pytest.mark.parametrize("text", ["José Arcadio", "Économie", "Müller", "Façade"])
def test_letters_of_an_old_macintosh_are_not_taken_for_windows(text: str) -> None:
    data = f"@book{{a, title={{Kata {text} lagi}}}}".encode("mac-roman")
    assert decode(data, "x").text != data.decode("cp1252", "replace")


@pytest.mark.parametrize("said", ["utf-7", "unicode_escape", "rot13", "zlib", "tidak-ada", "idna"])
def test_a_name_of_something_that_is_no_encoding_is_not_believed(said: str) -> None:
    assert decode(f"% Encoding: {said}\n".encode() + LATIN.encode("latin-1"), "x").encoding == "cp1252"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "latin-1", "utf-32"])
def test_bytes_come_back_from_the_text_that_is_edited(encoding: str) -> None:
    data = LATIN.replace("{", "{\r\n").encode(encoding)
    codec = codec_of(data)
    assert codec is not None and codec.bytes_of(text_to_edit(data, codec)) == data


def test_lines_of_findings_are_those_of_the_file() -> None:
    bib = "% satu\r\n\r\n@book{a,\r\n  author = {A, B},\r\n  title = {C},\r\n  volume = x,\r\n  year = 2016\r\n}\r\nteks\r\n@book{b,\r\n"
    found = read_bibliography(bib.encode(), "x.bib")
    assert [(finding.check, finding.place.line) for finding in found.findings] == [
        ("undefined-string", 6),
        ("text-between-entries", 9),
        ("unreadable-entry", 10),
    ]
    assert found.findings[0].place.quote == "volume = x"


def test_raw_is_the_entry_and_nothing_else() -> None:
    bib = "teks @book{a, title={A}} ekor\n  @misc(b, title={B})\n"
    assert [entry.raw for entry in read_bibliography(bib.encode(), "x").entries] == [
        "@book{a, title={A}}",
        "@misc(b, title={B})",
    ]


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_raw_has_one_kind_of_line_end(ends: str) -> None:
    bib = "@book{a,\n  title={A},\n}"
    assert read_bibliography(bib.replace("\n", ends).encode(), "x").entries[0].raw == bib


def test_fields_keep_the_order_of_the_file_in_small_letters() -> None:
    (entry,) = read_bibliography(b'@Book{a, YEAR=2016, Title={T}, note="N", author={A B}}', "x").entries
    assert list(entry.fields) == ["year", "title", "note", "author"]
    assert entry.type == "book"


@pytest.mark.parametrize("name", ["author", "title", "year"])
@pytest.mark.parametrize("by", ["openfields", "unverified"])
def test_what_is_admitted_to_be_open_is_only_a_remark(name: str, by: str) -> None:
    whole = {"author": "{A, B}", "title": "{T}", "year": "2016"}
    fields = ", ".join(f"{each}={value}" for each, value in whole.items() if each != name)
    found = read_bibliography(f"@book{{a, {fields}, {by}={{{name}, pages}}}}".encode(), "x").findings
    assert [(finding.check, finding.severity) for finding in found] == [(f"missing-{name}", "info")]


def test_parents_of_parents_are_followed_and_a_long_chain_ends() -> None:
    chain = "".join(f"@book{{k{n}, title={{T{n}}}, author={{A, B}}, crossref={{k{n + 1}}}}}\n" for n in range(200))
    found = read_bibliography(f"{chain}@book{{k200, title={{T}}, author={{A, B}}, year=2001}}".encode(), "x")
    years = [entry.fields.get("year") for entry in found.entries]
    assert years[-40:] == ["2001"] * 40
    assert "broken-crossref" in {finding.check for finding in found.findings}


def test_chapter_does_not_take_what_speaks_of_its_book_alone() -> None:
    bib = "@inbook{c, title={C}, author={A, B}, crossref={b}}\n@book{b, title={B}, editor={E, F}, year=2001, doi={10.1/b}, pages={300}, note={N}}"
    chapter = read_bibliography(bib.encode(), "x").entries[0]
    assert chapter.fields["booktitle"] == "B" and chapter.names["editor"][0].family == "E"
    assert not {"doi", "pages", "note"} & set(chapter.fields)
    assert chapter.inherited == {"booktitle", "editor", "year"}


def test_two_files_pasted_together_keep_both_encodings() -> None:
    found = read_bibliography("@misc{a, title={é}}\n".encode() + "@misc{b, title={é}}\n".encode("cp1252"), "x")
    assert [entry.fields["title"] for entry in found.entries] == ["é", "é"]
    assert [f.check for f in found.findings if f.place.line == 2 and "encoding" in f.check] == ["encoding-mixed"]


@pytest.mark.parametrize(
    "text",
    [
        "@a{b, c={" * 20_000,
        "@book{k,\n" * 5_000,
        "{" * 100_000,
        "@book{a, title=" + "{" * 20_000 + "}" * 20_000 + "}",
        '@book{a, title="' + '{"' * 10_000,
        "@book{a, x=" + "y # " * 20_000 + "z}",
        "@book{a, author={" + "A and " * 20_000 + "B}}",
        "@book{a, title={x\n@book{y}\n" * 2_000,
        "@string{a={x}}" + "".join(f"@string{{a{n} = a{n - 1} # a{n - 1}}}" for n in range(1, 3)) * 500,
        "@book{a, title={" + "\\emph{" * 3_000 + "x" + "}" * 3_000 + "}}",
    ],
)
def test_hostile_files_end_in_findings(text: str) -> None:
    found = read_bibliography(text.encode(), "x.bib")
    assert found.entries or found.findings


def test_reader_loads_neither_graph_nor_screen() -> None:
    program = "import sys, kb.store.bibliography_read; print({'rdflib', 'pyoxigraph', 'streamlit'} & set(sys.modules))"
    assert (
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "set()\n"
    )


def test_parser_and_decoder_have_one_home_each() -> None:
    homes = {"bibtexparser": set[str](), "pylatexenc": set[str]()}
    root = Path(__file__).parent.parent.parent
    for path in (*root.glob("kb/**/*.py"), *root.glob("app/**/*.py")):
        for library, found in homes.items():
            if f"from {library}" in path.read_text(encoding="utf-8"):
                found.add(path.name)
    assert homes == {"bibtexparser": {"bibliography_blocks.py"}, "pylatexenc": {"bibliography_latex.py"}}


def test_a_line_that_ends_in_a_backslash_is_a_line() -> None:
    text = "@misc{a,\n  title = {Satu \\\\\n dua \\\n tiga},\n  note = {x}\n}\n\n@misc{b,\n  title = {y <b>z</b>}\n}\n"
    read = read_bibliography(text.encode(), "x.bib")
    assert [(entry.key, entry.line) for entry in read.entries] == [("a", 1), ("b", 8)]
    assert next(each.place.line for each in read.findings if each.check == "html-in-field") == 9
    assert "\\\\\n dua \\\n" in read.entries[0].raw and "\uf8ff" not in str(read.entries[0].fields)
