"""A chapter as one Word file: headings for the table of contents, prose, tables with their captions, the works."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kb.model.chapter import Chapter, Covered, Heading, Part, Placed, Prose
from kb.model.profile import Profile
from kb.model.table import Table
from kb.model.text import Run
from kb.outputs.docx import landscape_table, pointer, section_xml, upright_table
from kb.outputs.docx_references import list_xml
from kb.outputs.docx_shell import PROSE, package
from kb.outputs.docx_text import attribute, paragraph, runs_xml
from kb.outputs.matrices import matrix_table
from kb.outputs.paper import portrait

_FORM = '<w:spacing w:before="{before}" w:line="360" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>'
_AFTER_TABLE = 240


def render(chapter: Chapter, profile: Profile) -> bytes:
    """The chapter on the thesis's pages; a landscape table has a section of its own."""
    page = section_xml(portrait(profile))
    body = "".join(_parts(chapter, profile, page))
    works = list_xml(chapter.references, profile, new_page=True) if chapter.references else ""
    return package(profile, chapter.language, body + works + page)


def _parts(chapter: Chapter, profile: Profile, page: str) -> Iterator[str]:
    before: Part | None = None
    for part in chapter.parts:
        room = _AFTER_TABLE if isinstance(before, Placed | Covered) else 0
        if isinstance(part, Heading):
            yield _heading(part, chapter.language, profile)
        elif isinstance(part, Prose):
            lead = tuple(replace(run, bold=True) for run in part.lead)
            yield _prose(runs_xml((*lead, *part.runs), chapter.language), room)
        elif isinstance(part, Covered):
            table = matrix_table(part.matrix, chapter.language, part.number)
            yield from _table(table, replace(profile, orientation="portrait", continuation="ulang-kepala"), page, room)
        else:
            yield from _table(part.table, profile, page, room)
        before = part


def _table(table: Table, profile: Profile, page: str, room: int) -> Iterator[str]:
    """The sentence that points to the table, and the table.

    Where it goes on under "Lanjutan …" it begins a page: which rows the first page holds is counted from its top.
    """
    if profile.orientation == "portrait":
        yield _prose(pointer(table), room)
        yield upright_table(table, profile, new_page=profile.continuation == "lanjutan")
    else:
        yield _prose(pointer(table), room, page)
        yield landscape_table(table, profile)


def _prose(inner: str, room: int, section: str = "") -> str:
    return paragraph(inner, PROSE, _FORM.format(before=room) + section)


def _heading(part: Heading, language: str, profile: Profile) -> str:
    """Level 1 stands in the middle, a line each; the others at the margin behind their number."""
    font, size = attribute(profile.font), round(profile.body_size * 2)
    look = (
        f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/><w:b/><w:bCs/>'
        f'{{slant}}<w:color w:val="000000"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )
    lines = []
    for place, line in enumerate(part.lines):
        first = (Run(f"{part.number} "),) if part.number and place == 0 else ()
        lines.append("".join(_look(run, language, look) for run in (*first, *line)))
    middle = part.level == 1
    spacing = '<w:spacing w:before="0" w:after="360" w:line="360" w:lineRule="auto"/>' if middle else (
        '<w:spacing w:before="240" w:after="0" w:line="360" w:lineRule="auto"/>'
    )  # fmt: skip
    aligned = '<w:jc w:val="center"/>' if middle else ""
    return paragraph("<w:r><w:br/></w:r>".join(lines), f"Heading{part.level}", f"<w:keepNext/>{spacing}{aligned}")


def _look(run: Run, language: str, look: str) -> str:
    """One run of a heading; the style's own letters are another font's."""
    plain = runs_xml((Run(run.text),), language)
    slant = "<w:i/><w:iCs/>" if run.italic else '<w:i w:val="0"/><w:iCs w:val="0"/>'
    return plain.replace("<w:r>", "<w:r>" + look.replace("{slant}", slant))
