"""Texts that documents are broken with, and tables of them."""

from __future__ import annotations

from hypothesis import strategies as st

from kb.model.profile import Profile
from kb.model.table import Column, Row, Table, cell
from kb.model.text import Run

PROFILE = Profile("umum", "Umum", ())

FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://127.0.0.1/","klik")',
    '=cmd|" /C calc"!A0',
    "{=SUM(A1:A9)}",
    "+1+1",
    "-1-1",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "＝1+1",
    "http://127.0.0.1/",
)
NUMBERS = ("-5", "+3", "2016", "-1,5", "12.5%", "-1.000,25")

LINES = (
    "& < > \" ' = + @ % _ \\ { } $ # ~ ^ |",
    "baris satu\nbaris dua\n\nbaris empat",
    "kata العربية dan العربية السعودية lagi",
    "kata " * 1000,
    "`kode` *bukan miring* **tebal** ![x](y) <b>a</b> <!-- c -->",
    "-- --- ... ,, `` '' << >> ?` !`",
    "[a] *b* % komentar",
    "\\input{/etc/passwd} \\write18{ls} ^^M \\csname",
    "a\x00b\x0bc\x0cd\x1be\ufffef\ud800g",
    "satu\r\ndua\rtiga",
    "| sel | lain | \\| \\\\|",
    "😀 𝛼 漢字 ﷽",
    "javascript:alert(1) http://contoh.id/?a=1&b=2, doi:10.1234/abc.5).",
    " di depan dan di belakang ",
    "&C&P &amp; &#x41; &nbsp;",
)
CELLS = (*LINES, *FORMULAS, *NUMBERS)

hostile = st.text(
    st.one_of(st.sampled_from(sorted(set("".join((*LINES, *FORMULAS)) + "*"))), st.characters()), max_size=60
)


def table_of(*texts: str, number: str = "2.1", language: str = "id") -> Table:
    """Two columns: a plain one, and one with the texts; caption and labels are hostile as well."""
    columns = (Column("k1", "No & <b>", 1), Column("k2", "Teks {x} % _", 4))
    rows = tuple(Row(f"s{at}", {"k1": cell(str(at)), "k2": cell(text)}) for at, text in enumerate(texts))
    return Table("Judul & <b> % {x}", number, (Run("Murni (2016) & 100%"),), columns, rows, language)
