"""Makes Word files with tables as students have them: merged cells, content controls, tracked changes."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_MARK = re.compile(r"\{(ins|del|sdt)\|([^}]*)\}")


def cell_xml(text: str, span: int = 1, merge: str = "") -> str:
    """A cell: paragraphs on lines; `{ins|…}`, `{del|…}`, `{sdt|…}` inside; `merge` is "restart" or "continue"."""
    more = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    more += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    paragraphs = "".join(f"<w:p>{_runs(line)}</w:p>" for line in text.split("\n"))
    return f"<w:tc><w:tcPr>{more}</w:tcPr>{paragraphs}</w:tc>"


def _runs(line: str) -> str:
    parts, at = [], 0
    for mark in _MARK.finditer(line):
        parts.append(_run(line[at : mark.start()]))
        kind, words = mark.groups()
        if kind == "sdt":
            parts.append(f"<w:sdt><w:sdtContent>{_run(words)}</w:sdtContent></w:sdt>")
        else:
            run = (
                _run(words).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
                if kind == "del"
                else _run(words)
            )
            parts.append(f'<w:{kind} w:id="9" w:author="P">{run}</w:{kind}>')
        at = mark.end()
    return "".join((*parts, _run(line[at:])))


def _run(words: str) -> str:
    safe = words.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:r><w:t xml:space="preserve">{safe}</w:t></w:r>' if words else ""


def row_xml(cells: Sequence[str], header: bool = False, change: str = "", control: bool = False) -> str:
    """A row of cells (text, or ready XML); `change` is "ins" or "del" of the whole row."""
    properties = ("<w:tblHeader/>" if header else "") + (f'<w:{change} w:id="8" w:author="P"/>' if change else "")
    inner = "".join(cell if cell.startswith("<w:tc>") else cell_xml(cell) for cell in cells)
    row = f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"
    return f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>" if control else row


def table_xml(rows: Sequence[str | Sequence[str]]) -> str:
    """A table of rows: texts of cells, or ready XML."""
    inner = "".join(row if isinstance(row, str) else row_xml(row) for row in rows)
    return f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tblGrid/>{inner}</w:tbl>"


def word_file(*parts: str) -> bytes:
    """A Word file of paragraphs and tables (XML) in order."""
    document = docx.Document()
    body = document.element.body
    for part in parts:
        if part.startswith("<w:tbl"):
            body.insert(len(body) - 1, parse_xml(part))
        else:
            document.add_paragraph(part)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
