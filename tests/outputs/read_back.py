"""Cells read back from documents by libraries, or rules, that did not write them."""

from __future__ import annotations

import csv
import io
import re

Rows = list[list[str]]


def docx_rows(data: bytes) -> Rows:
    from docx import Document

    return [[cell.text for cell in row.cells] for table in Document(io.BytesIO(data)).tables for row in table.rows]


def xlsx_rows(data: bytes) -> Rows:
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    return [["" if value is None else str(value) for value in row] for row in sheet.iter_rows(values_only=True)]


def csv_rows(data: bytes) -> Rows:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def html_rows(data: bytes) -> Rows:
    from html.parser import HTMLParser

    class Reader(HTMLParser):
        def __init__(self) -> None:
            super().__init__(convert_charrefs=True)
            self.rows: Rows = []
            self.inside = False

        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag == "tr":
                self.rows.append([])
            elif tag in ("td", "th"):
                self.rows[-1].append("")
                self.inside = True
            elif tag == "br" or (tag == "p" and self.inside and self.rows[-1][-1]):
                self.handle_data("\n")

        def handle_endtag(self, tag: str) -> None:
            if tag in ("td", "th"):
                self.inside = False

        def handle_data(self, data: str) -> None:
            if self.inside:
                self.rows[-1][-1] += data

    reader = Reader()
    reader.feed(data.decode())
    return reader.rows


def markdown_rows(data: bytes) -> Rows:
    """As CommonMark with pipe tables reads it."""
    from markdown_it import MarkdownIt

    made = MarkdownIt("commonmark").enable("table").render(data.decode())
    return html_rows(made.encode())


_TEX = {
    r"\textbackslash{}": "\\",
    r"\textasciicircum{}": "^",
    r"\textasciitilde{}": "~",
    r"\textless{}": "<",
    r"\textgreater{}": ">",
    r"\textbar{}": "|",
    r"\newline{}": "\n",
    r"\mbox{}": "",
    "{}": "",
    r"\(\surd\)": "✓",
    r"\(\approx\)": "≈",
    r"\(\times\)": "✗",
    r"\(\cdot\)": "·",
    **{f"\\{sign}": sign for sign in "{}$&#_%"},
}
_TEX_TOKEN = re.compile("|".join(re.escape(key) for key in sorted(_TEX, key=len, reverse=True)))


def latex_rows(data: bytes) -> Rows:
    """Body rows only; pieces of a row, which TeX may part over pages, are put together again."""
    text = data.decode()
    body = text[text.rindex("\\endhead\n") + len("\\endhead\n") : text.index("\n\\end{longtable}")]
    rows = []
    for row in body.split("\\\\[0pt] \\hline")[:-1]:
        pieces = [part.split(" & ") for part in row.lstrip("\n").split("\\\\[0pt]\n")]
        rows.append(["".join(detexed(piece[at]) for piece in pieces) for at in range(len(pieces[0]))])
    return rows


def detexed(text: str) -> str:
    """The words that TeX would print; no sign may stand bare that TeX would obey."""
    bare = _TEX_TOKEN.sub("", text)
    assert not re.search(r"[\\{}$&#^_~%]", bare), bare
    return _TEX_TOKEN.sub(lambda found: _TEX[found.group()], text)
