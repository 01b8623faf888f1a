"""A table, or prose, as a Word file that goes into the thesis as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.locale import translator
from kb.model.profile import Profile
from kb.model.table import Table
from kb.model.table_mark import mark_of, properties
from kb.model.text import Run, Runs
from kb.outputs.captions import below, caption, continued, label, split_number, title
from kb.outputs.cleaning import clean
from kb.outputs.docx_shell import CAPTION, CONTINUED, PROSE, SOURCE, TITLE, package
from kb.outputs.docx_table import TableLook, table_xml
from kb.outputs.docx_text import bookmark, field, paragraph, runs_xml, text_xml
from kb.outputs.paper import Paper, first_page, one_page, page_grid, panels, paper, portrait

_UNNAMEABLE = re.compile(r"[^A-Za-z0-9_]")
_NEXT_PAGE = paragraph("", SOURCE, '<w:pageBreakBefore/><w:spacing w:before="0" w:line="20" w:lineRule="exact"/>')
"""A paragraph one point high: two tables with nothing between them would be one."""


def render(table: Table, profile: Profile) -> bytes:
    """The table with caption, source line and page as the profile has them.

    A landscape table has a section of its own between two of the thesis's pages; the first says where the table is.
    What the file says of itself in its properties lets an edited table be read in again.
    """
    mark = properties(mark_of(table, profile.name, clean))
    profile = _fitting(table, profile)
    page = section_xml(portrait(profile))
    if profile.orientation == "portrait":
        return package(profile, table.language, _table_with_words(table, profile) + page, mark)
    around = paragraph(pointer(table), PROSE, page) + landscape_table(table, profile) + paragraph("", PROSE)
    return package(profile, table.language, around + page, mark)


def upright_table(table: Table, profile: Profile, *, new_page: bool = False) -> str:
    """The table with its words on a page of the thesis, among other text."""
    return _table_with_words(table, _fitting(table, profile), new_page=new_page)


def landscape_table(table: Table, profile: Profile) -> str:
    """The table with its words, which ends a section of its own; the paragraph before it has to end the one before."""
    return _table_with_words(table, _fitting(table, profile), section_xml(paper(profile)))


def _fitting(table: Table, profile: Profile) -> Profile:
    """The profile with letters so small that a table which must stand on one page does."""
    return one_page(table, profile) if profile.continuation == "satu-halaman" else profile


def render_prose(paragraphs: Sequence[Runs], profile: Profile, heading: str = "", language: str = "id") -> bytes:
    """Paragraphs in the thesis's form: justified, first line indented, one and a half lines apart."""
    form = '<w:spacing w:line="360" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>'
    head = paragraph(runs_xml((Run(heading),), language), TITLE) if heading else ""
    prose = "".join(paragraph(runs_xml(parts, language), PROSE, form) for parts in paragraphs)
    return package(profile, language, f"{head}{prose}{section_xml(portrait(profile))}")


def _table_with_words(table: Table, profile: Profile, section: str = "", new_page: bool = False) -> str:
    """Caption, table, lines under it; the last paragraph carries the section it ends, if any."""
    between = _continued(table, profile)
    written = [between.join(_panel(table, panel, profile) for panel in panels(table, profile))]
    words = _caption(table, "<w:pageBreakBefore/>" if new_page else "")
    if profile.caption_position == "above":
        written.insert(0, words)
    else:
        written.append(words)
    # An empty line where there is no source: a section cannot end, nor another table follow, right after a table.
    *under, last = below(table, profile) or ((),)
    written += [paragraph(runs_xml(runs, table.language), SOURCE) for runs in under]
    return "".join(written) + paragraph(runs_xml(last, table.language), SOURCE, section)


def _panel(table: Table, panel: Table, profile: Profile) -> str:
    """One table, or two where later pages are to be headed "Lanjutan Tabel …".

    Word cannot print on later pages what is not on the first, so the first page's rows, by estimate, are a table of
    their own; "Lanjutan …" is a header row of the second, so it stands on every later page however the text changes.
    A row is never cut in two: a study stays one row for whoever reads the file again.
    """
    laid = page_grid(panel, profile)
    if not laid.shares:
        return ""
    look = TableLook(profile, table.language, caption(table))
    count = first_page(panel, profile) if profile.continuation == "lanjutan" else len(laid.lines)
    first = table_xml(laid, laid.lines[:count], look)
    if count == len(laid.lines):
        return first
    words = paragraph(runs_xml((Run(continued(table, profile)),), table.language), CONTINUED)
    return first + _NEXT_PAGE + table_xml(laid, laid.lines[count:], look, over=words)


def _caption(table: Table, form: str = "") -> str:
    """ "Tabel 2.1 …" with the last number as a field; a list of tables finds the paragraph by that field."""
    name = label(table)
    before, counted = split_number(table.number)
    by_chapter = r" \s 1" if before else ""
    number = field(rf"SEQ {name} \* ARABIC{by_chapter}", counted) if counted else field(rf"SEQ {name} \h", "")
    marked = bookmark(f"<w:r>{text_xml(f'{name} {before}')}</w:r>{number}", _bookmark_name(table), int(counted or 1))
    return paragraph(f"{marked}<w:r>{text_xml(' ' + title(table))}</w:r>", CAPTION, form)


def _continued(table: Table, profile: Profile) -> str:
    """What stands over the next piece of a turned table that is too wide for one."""
    words = runs_xml((Run(continued(table, profile)),), table.language)
    return paragraph(words, CONTINUED, '<w:spacing w:before="240"/>')


def pointer(table: Table) -> str:
    """The sentence that says where the table is, with its number as a cross-reference."""
    before, after = translator(table.language)("{caption} disajikan pada {table}.").split("{table}")
    start = before.replace("{caption}", title(table))
    link = field(rf"REF {_bookmark_name(table)} \h", f"{label(table)} {''.join(split_number(table.number))}")
    return f"<w:r>{text_xml(start)}</w:r>{link}<w:r>{text_xml(after)}</w:r>"


def _bookmark_name(table: Table) -> str:
    return _UNNAMEABLE.sub("_", f"tabel_{table.number}")[:40]


def section_xml(sheet: Paper) -> str:
    turned = ' w:orient="landscape"' if sheet.width > sheet.height else ""
    top, right, bottom, left = (round(side * 20) for side in (sheet.top, sheet.right, sheet.bottom, sheet.left))
    return (
        '<w:sectPr><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{round(sheet.width * 20)}" w:h="{round(sheet.height * 20)}"{turned}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        'w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
    )
