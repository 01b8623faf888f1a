"""The reference list as a Word file: hanging indents, italics, the profile's font and margins."""

from __future__ import annotations

import re

from kb.model.profile import Profile
from kb.model.reference import Reference, ReferenceList
from kb.model.text import Run
from kb.outputs.docx import section_xml
from kb.outputs.docx_shell import PROSE, package
from kb.outputs.docx_text import attribute, paragraph, runs_xml, text_xml
from kb.outputs.paper import portrait
from kb.outputs.references import heading

_HALF_INCH = 720
_A_DIGIT = 120
_LANGUAGE = re.compile(r'<w:lang w:val="[^"]*"/>')


def render(listed: ReferenceList, profile: Profile) -> bytes:
    """The list under its heading, single spaced with a blank line between works, flush left: addresses tear lines."""
    body = list_xml(listed, profile) + section_xml(portrait(profile))
    return package(profile, listed.language, body)


def list_xml(listed: ReferenceList, profile: Profile, *, new_page: bool = False) -> str:
    """The heading and the works as paragraphs."""
    works = "".join(_work(each, listed, profile) for each in listed.references)
    return _heading(listed, profile, new_page) + works


def _work(reference: Reference, listed: ReferenceList, profile: Profile) -> str:
    indent = _indent(listed)
    tabs = f'<w:tabs><w:tab w:val="left" w:pos="{indent}"/></w:tabs>' if reference.label else ""
    form = (
        f'<w:keepLines/>{tabs}<w:spacing w:after="{round(profile.body_size * 20)}" w:line="240" w:lineRule="auto"/>'
        f'<w:ind w:left="{indent}" w:hanging="{indent}"/>'
    )
    label = runs_xml((Run(f"{reference.label}\t"),)) if reference.label else ""
    # Italics mark titles here, not foreign words, so they say nothing of their language to the spelling checker.
    return paragraph(label + _LANGUAGE.sub("", runs_xml(reference.runs, listed.language)), PROSE, form)


def _indent(listed: ReferenceList) -> int:
    """Half an inch, or room for the longest number; 0 where the style hangs nothing."""
    longest = max((len(each.label) for each in listed.references), default=0)
    if longest:
        return max(_HALF_INCH - 153, (longest + 1) * _A_DIGIT)
    return _HALF_INCH if listed.hanging else 0


def _heading(listed: ReferenceList, profile: Profile, new_page: bool) -> str:
    """A heading of the first level, for the table of contents, in the thesis's own letters."""
    font = attribute(profile.font)
    size = round(profile.body_size * 2)
    look = (
        f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/><w:b/><w:bCs/>'
        f'<w:color w:val="000000"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )
    words = f"<w:r>{look}{text_xml(heading(listed.language).upper())}</w:r>"
    breaks = "<w:pageBreakBefore/>" if new_page else ""
    return paragraph(words, "Heading1", f'{breaks}<w:spacing w:before="0" w:after="360"/><w:jc w:val="center"/>')
