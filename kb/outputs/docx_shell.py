"""The empty Word file of a profile: styles, fonts, language; the body is put in as XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kb.model.profile import Profile
from kb.outputs.docx_properties import with_properties
from kb.outputs.docx_table import BODY, HEAD
from kb.outputs.docx_text import LANGUAGE_TAGS

CAPTION, CONTINUED, SOURCE, PROSE, TITLE = "Caption", "LanjutanTabel", "SumberTabel", "Normal", "Heading2"
"""Ids of styles; `Caption` is Word's own, which a list of tables looks for."""

SOURCE_SIZE = 10.0
_DOCUMENT = "word/document.xml"
_BODY_STARTS = "<w:body>"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Shell:
    """The parts of a Word file, and what stands before the body in the document part."""

    parts: tuple[tuple[str, bytes], ...]
    opening: str


def package(profile: Profile, language: str, body: str, properties: Sequence[tuple[str, str]] = ()) -> bytes:
    """A Word file with this body and custom properties; the same body gives the same bytes."""
    empty = shell(profile, language)
    parts = with_properties(empty.parts, properties)
    document = f"{empty.opening}{body}</w:body></w:document>".encode()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (*parts, (_DOCUMENT, document)):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return target.getvalue()


@lru_cache(maxsize=16)
def shell(profile: Profile, language: str) -> Shell:
    """The empty file, made once for a profile and language."""
    from docx import Document

    document = Document()
    _set_defaults(document, profile, language)
    _set_styles(document, profile)
    _set_compatibility(document)
    _forget_template(document)
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as archive:
        parts = tuple((name, archive.read(name)) for name in archive.namelist() if name != _DOCUMENT)
        text = archive.read(_DOCUMENT).decode()
    return Shell(parts, text[: text.index(_BODY_STARTS) + len(_BODY_STARTS)])


def _set_defaults(document: Any, profile: Profile, language: str) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault"))
    for old in list(defaults):
        defaults.remove(old)
    tag = LANGUAGE_TAGS.get(language, "id-ID")
    defaults.append(
        parse_xml(f'<w:rPr {nsdecls("w")}><w:lang w:val="{tag}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>')
    )
    normal = document.styles["Normal"]
    _set_font(normal, profile.font, profile.body_size)
    normal.paragraph_format.space_after = 0


def _set_styles(document: Any, profile: Profile) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import RGBColor

    left, center = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
    aligned = center if profile.caption_align == "center" else left
    caption, heading = document.styles["Caption"], document.styles["Heading 2"]
    _set_font(caption, profile.font, profile.body_size, bold=profile.caption_bold)
    _set_font(heading, profile.font, profile.body_size, bold=True)
    for style in (caption, heading):
        style.font.color.rgb = RGBColor(0, 0, 0)
    above = profile.caption_position == "above"
    _set_paragraph(caption, aligned, before=0 if above else 6, after=6 if above else 0, keep=above)
    own = (
        (CONTINUED, "Lanjutan Tabel", caption, profile.body_size),
        (BODY, "Isi Tabel", document.styles["Normal"], profile.table_size),
        (SOURCE, "Sumber Tabel", document.styles["Normal"], SOURCE_SIZE),
    )
    continued, body, source = (_add_style(document, *entry) for entry in own)
    head = _add_style(document, HEAD, "Kepala Tabel", body, profile.table_size)
    head.font.bold = head.font.cs_bold = True
    _set_paragraph(continued, aligned, before=0, after=6, keep=True)
    _set_paragraph(source, left, before=4, after=0, keep=False)
    _set_paragraph(body, left, before=0, after=0, keep=False, spacing=profile.line_spacing)
    _set_paragraph(head, center, before=0, after=0, keep=True, spacing=profile.line_spacing)


def _add_style(document: Any, style_id: str, name: str, base: Any, size: float) -> Any:
    from docx.enum.style import WD_STYLE_TYPE

    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(_qualified("styleId"), style_id)
    style.base_style = base
    _set_size(style, size)
    return style


def _set_font(style: Any, font: str, size: float, bold: bool | None = None) -> None:
    """Name the font for every script: Word keeps the theme's for those left out."""
    style.font.name, style.font.bold, style.font.cs_bold = font, bold, bold
    _set_size(style, size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(_qualified(script), None)
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(_qualified(script), font)


def _set_size(style: Any, size: float) -> None:
    """The size of Latin and of Arabic letters, which Word keeps apart."""
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    style.font.size = Pt(size)
    properties = style.element.rPr
    for old in properties.findall(_qualified("szCs")):
        properties.remove(old)
    arabic = OxmlElement("w:szCs")
    arabic.set(_qualified("val"), str(round(size * 2)))
    properties.find(_qualified("sz")).addnext(arabic)


def _set_paragraph(style: Any, align: Any, before: float, after: float, keep: bool, spacing: float = 1.0) -> None:
    from docx.shared import Pt

    form = style.paragraph_format
    form.alignment, form.space_before, form.space_after = align, Pt(before), Pt(after)
    form.keep_with_next, form.line_spacing = keep, spacing
    form.widow_control = True  # a row that goes on over the page takes two lines with it


def _set_compatibility(document: Any) -> None:
    """Without this Word opens the file in compatibility mode, where a table's edge stands outside the margin."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    settings = document.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    compat = parse_xml(
        f'<w:compat {nsdecls("w")}><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    after = ("w:rsids", "m:mathPr", "w:themeFontLang", "w:clrSchemeMapping", "w:decimalSymbol", "w:listSeparator")
    following = next((child for child in settings if child.tag in {qn(name) for name in after}), None)
    if following is None:
        settings.append(compat)
    else:
        following.addprevious(compat)


def _forget_template(document: Any) -> None:
    """Take away the template's author, date and picture: the thesis is the student's."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    for child in list(document.core_properties._element):
        document.core_properties._element.remove(child)
    relations = document.part.package.rels
    thumbnails = [key for key, relation in relations.items() if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL]
    for key in thumbnails:
        del relations[key]


def _qualified(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))
