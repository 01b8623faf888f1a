"""A table, or prose, as a Word file that goes into the thesis as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.locale import translator
from kb.model.profile import Profile
from kb.model.table import Table
from kb.model.text import Run, Runs
from kb.outputs.captions import below, caption, continued, label, reference, split_number, title
from kb.outputs.docx_shell import CAPTION, CONTINUED, PROSE, SOURCE, TITLE, package
from kb.outputs.docx_table import table_xml
from kb.outputs.docx_text import bookmark, field, paragraph, runs_xml, text_xml
from kb.outputs.grid import Grid, Line
from kb.outputs.paper import Paper, one_page, page_grid, panels, paper, parts, portrait

_UNNAMEABLE = re.compile(r"[^A-Za-z0-9_]")
_PAGE_BREAK = "<w:pageBreakBefore/>"


def render(table: Table, profile: Profile) -> bytes:
    """The table with caption, source line and page as the profile has them.

    A landscape table has a section of its own between two of the thesis's pages; the first says where the table is.
    """
    if profile.continuation == "satu-halaman":
        profile = one_page(table, profile)
    page = _section(portrait(profile))
    if profile.orientation == "portrait":
        return package(profile, table.language, _table_with_words(table, profile) + page)
    own = _table_with_words(table, profile, _section(paper(profile)))
    around = paragraph(_pointer(table), PROSE, page) + own + paragraph("", PROSE)
    return package(profile, table.language, around + page)


def render_prose(paragraphs: Sequence[Runs], profile: Profile, heading: str = "", language: str = "id") -> bytes:
    """Paragraphs in the thesis's form: justified, first line indented, one and a half lines apart."""
    form = '<w:spacing w:line="360" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>'
    head = paragraph(runs_xml((Run(heading),), language), TITLE) if heading else ""
    prose = "".join(paragraph(runs_xml(parts, language), PROSE, form) for parts in paragraphs)
    return package(profile, language, f"{head}{prose}{_section(portrait(profile))}")


def _table_with_words(table: Table, profile: Profile, section: str = "") -> str:
    """Caption, table, lines under it; the last paragraph carries the section it ends, if any."""
    pieces = _pieces(table, profile)
    written = [
        (_continued(table, profile, fresh_page) if at else "")
        + table_xml(laid, lines, profile, table.language, caption(table))
        for at, (laid, lines, fresh_page) in enumerate(pieces)
    ]
    words = _caption(table)
    if profile.caption_position == "above":
        written.insert(0, words)
    else:
        written.append(words)
    # An empty line where there is no source: a section cannot end, nor another table follow, right after a table.
    *under, last = below(table, profile) or ((),)
    written += [paragraph(runs_xml(runs, table.language), SOURCE) for runs in under]
    return "".join(written) + paragraph(runs_xml(last, table.language), SOURCE, section)


def _pieces(table: Table, profile: Profile) -> list[tuple[Grid, tuple[Line, ...], bool]]:
    """Parts under captions of their own: where the profile asks for them, or a turned table is too wide."""
    found = []
    for panel in panels(table, profile):
        laid = page_grid(panel, profile)
        blocks = parts(panel, profile) if profile.continuation == "lanjutan" else [laid.lines]
        found += [(laid, block, profile.continuation == "lanjutan") for block in blocks]
    return found


def _caption(table: Table) -> str:
    """ "Tabel 2.1 …" with the last number as a field; a list of tables finds the paragraph by that field."""
    name = label(table)
    before, counted = split_number(table.number)
    by_chapter = r" \s 1" if before else ""
    number = field(rf"SEQ {name} \* ARABIC{by_chapter}", counted) if counted else field(rf"SEQ {name} \h", "")
    marked = bookmark(f"<w:r>{text_xml(f'{name} {before}')}</w:r>{number}", _bookmark_name(table))
    return paragraph(f"{marked}<w:r>{text_xml(' ' + title(table))}</w:r>", CAPTION)


def _continued(table: Table, profile: Profile, fresh_page: bool) -> str:
    words = runs_xml((Run(continued(table, profile)),), table.language)
    form = _PAGE_BREAK if fresh_page else '<w:spacing w:before="240"/>'
    return paragraph(words, CONTINUED, form)


def _pointer(table: Table) -> str:
    before, after = translator(table.language)("{caption} disajikan pada {table}.").split("{table}")
    start = before.replace("{caption}", title(table))
    link = field(rf"REF {_bookmark_name(table)} \h", reference(table))
    return f"<w:r>{text_xml(start)}</w:r>{link}<w:r>{text_xml(after)}</w:r>"


def _bookmark_name(table: Table) -> str:
    return _UNNAMEABLE.sub("_", f"tabel_{table.number}")[:40]


def _section(sheet: Paper) -> str:
    turned = ' w:orient="landscape"' if sheet.width > sheet.height else ""
    top, right, bottom, left = (round(side * 20) for side in (sheet.top, sheet.right, sheet.bottom, sheet.left))
    return (
        f'<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="{round(sheet.width * 20)}" w:h="{round(sheet.height * 20)}"{turned}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        'w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
    )
