"""Makes Word files out of short sources, as Word, Zotero and Mendeley write them.

A source is one paragraph a line: `# heading`, `- item`, `|cell|cell|` rows; inside a line `[^footnote]`,
`{{cite zotero: Family Year|shown words|key}}`, `{{del|…}}` and `{{ins|…}}` for tracked changes.
"""

from __future__ import annotations

import io
import json
import re
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn

_PIECE = re.compile(
    r"\[\^(?P<note>[^\[\]]*(?:\[[^\]]*\][^\[\]]*)*)\]"
    r"|\{\{cite (?P<maker>\w+): (?P<who>[^|]*?) (?P<year>\d{4})\|(?P<shown>[^|]*)\|(?P<key>[^}|]*)\}\}"
    r"|\{\{(?P<change>del|ins)\|(?P<words>[^}]*)\}\}"
)
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def word_file(source: str) -> bytes:
    """The bytes of the Word file that a source describes."""
    document = docx.Document()
    notes: list[str] = []
    rows: list[list[str]] = []
    for line in [*source.splitlines(), ""]:
        if line.startswith("|"):
            rows.append(line.strip("|").split("|"))
            continue
        if rows:
            _table(document, rows, notes)
            rows = []
        if line.strip():
            _paragraph(document, line, notes)
    if notes:
        _add_notes(document, notes)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _paragraph(document: Any, line: str, notes: list[str]) -> None:
    hashes = re.match(r"(#+) ", line)
    if hashes:
        _fill(document.add_heading("", level=len(hashes[1])), line[hashes.end() :], notes)
        return
    _fill(document.add_paragraph(), line.removeprefix("- "), notes)


def _table(document: Any, rows: list[list[str]], notes: list[str]) -> None:
    table = document.add_table(rows=0, cols=max(len(row) for row in rows))
    for row in rows:
        cells = table.add_row().cells
        for cell, words in zip(cells, row, strict=False):
            _fill(cell.paragraphs[0], words, notes)


def _fill(paragraph: Any, line: str, notes: list[str]) -> None:
    at = 0
    for piece in _PIECE.finditer(line):
        paragraph.add_run(line[at : piece.start()])
        if piece["note"] is not None:
            notes.append(piece["note"])
            _note_mark(paragraph, len(notes))
        elif piece["maker"]:
            _field(paragraph, piece)
        else:
            _change(paragraph, piece["change"], piece["words"])
        at = piece.end()
    paragraph.add_run(line[at:])


def _note_mark(paragraph: Any, number: int) -> None:
    mark = OxmlElement("w:footnoteReference")
    mark.set(qn("w:id"), str(number))
    paragraph.add_run()._r.append(mark)


def _change(paragraph: Any, kind: str, words: str) -> None:
    run = paragraph.add_run(words)._r
    change = OxmlElement(f"w:{kind}")
    change.set(qn("w:id"), "90")
    change.set(qn("w:author"), "Pembimbing")
    run.addprevious(change)
    change.append(run)
    if kind == "del":
        for text in run.findall(qn("w:t")):
            text.tag = qn("w:delText")


def _field(paragraph: Any, piece: re.Match[str]) -> None:
    item = {"family": piece["who"], "given": "A."}
    record = {
        "citationItems": [
            {
                "id": piece["key"],
                "itemData": {"id": piece["key"], "author": [item], "issued": {"date-parts": [[int(piece["year"])]]}},
            }
        ]
    }
    head = "ADDIN ZOTERO_ITEM CSL_CITATION " if piece["maker"] == "zotero" else "ADDIN CSL_CITATION "
    _mark(paragraph, "begin")
    instruction = OxmlElement("w:instrText")
    instruction.text = head + json.dumps(record)
    paragraph.add_run()._r.append(instruction)
    _mark(paragraph, "separate")
    paragraph.add_run(piece["shown"])
    _mark(paragraph, "end")


def _mark(paragraph: Any, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)


def _add_notes(document: Any, notes: list[str]) -> None:
    body = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {_escaped(note)}'
        "</w:t></w:r></w:p></w:footnote>"
        for number, note in enumerate(notes, 1)
    )
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    xml = f"<w:footnotes {nsdecls('w')}>{separator}{body}</w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
