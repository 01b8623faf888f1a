"""Words as WordprocessingML: runs, paragraphs, fields. Strings, because a table of a thousand rows is made of them."""

from __future__ import annotations

import re
from html import escape

from kb.model.text import Run, Runs
from kb.outputs.cleaning import clean

LANGUAGE_TAGS = {"id": "id-ID", "en": "en-US"}
_FOREIGN = {"id": "en-US", "en": "id-ID"}

_SPECIAL = re.compile("[&<>\n\t]")
_RIGHT_TO_LEFT = re.compile(
    "([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+(?: +[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)*)"
)
_IN_TEXT = {"\n": "</w:t><w:br/>", "\t": "</w:t><w:tab/>"}
_T = '<w:t xml:space="preserve">'


def text_xml(text: str) -> str:
    """The content of a run."""
    text = clean(text)
    if not _SPECIAL.search(text):
        return f"{_T}{text}</w:t>"
    inner = escape(text, quote=False)
    for sign, element in _IN_TEXT.items():
        inner = inner.replace(sign, element + _T)
    return f"{_T}{inner}</w:t>"


def attribute(text: str) -> str:
    """Words as the value of an attribute."""
    return escape(clean(text).replace("\n", " "), quote=True)


def runs_xml(parts: Runs, language: str = "id", bold: bool = False) -> str:
    """Runs; words in italics are foreign and say so to the spelling checker, Arabic and Hebrew run right to left."""
    return "".join(_run_xml(run, language, bold or run.bold) for run in parts)


def _run_xml(run: Run, language: str, bold: bool) -> str:
    look = ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if run.italic else "")
    tag = f'<w:lang w:val="{_FOREIGN.get(language, "en-US")}"/>' if run.italic else ""
    if not _RIGHT_TO_LEFT.search(run.text):
        properties = f"<w:rPr>{look}{tag}</w:rPr>" if look else ""
        return f"<w:r>{properties}{text_xml(run.text)}</w:r>"
    pieces = _RIGHT_TO_LEFT.split(run.text)
    return "".join(
        f"<w:r><w:rPr>{look}{'<w:rtl/>' if turned else tag}</w:rPr>{text_xml(piece)}</w:r>"
        for turned, piece in zip((at % 2 for at in range(len(pieces))), pieces, strict=True)
        if piece
    )


def paragraph(inner: str, style: str, properties: str = "") -> str:
    """A paragraph of ready runs in a named style; `properties` come after the style in the schema's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inner}</w:p>'


def field(instruction: str, shown: str) -> str:
    """A field with the text it shows until the reader's program works it out again."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{text_xml(shown)}</w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmark(inner: str, name: str, number: int = 1) -> str:
    """Ready runs that a cross-reference can point to; `number` is the bookmark's own in the document."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'
