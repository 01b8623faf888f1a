"""A commented copy of any Word structure: no word changes, every finding has its comment, others' comments stay."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.audit.audit import audit
from kb.outputs.audit_comments import comments
from kb.reading.drafts import read_draft
from kb.reading.word_comments import commented

RUNS = st.lists(
    st.sampled_from(
        [
            "Menurut Tarigan (1999) ",
            "ada tiga (tiga) hal ",
            "yang yang ",
            "(Suyono, 2005). ",
            "\t",
            "\n",
            "é ",
            " ",
            "..",
            "Wibowo (2013) ",
        ]
    ),
    max_size=6,
)
HOMES = st.sampled_from(["p", "heading", "cell", "nested", "link", "ins", "sdt", "simple", "comment"])


def _wrapped(paragraph: Any, tag: str) -> None:
    box = OxmlElement(tag)
    for run in list(paragraph._p):
        if run.tag == qn("w:r"):
            box.append(run)
    if tag == "w:sdt":
        inner = OxmlElement("w:sdtContent")
        for each in list(box):
            inner.append(each)
        box.append(inner)
    if tag == "w:fldSimple":
        box.set(qn("w:instr"), " PAGE ")
    paragraph._p.append(box)


def _document(parts: list[tuple[str, list[str]]]) -> bytes:
    document = docx.Document()
    for home, runs in parts:
        if home == "heading":
            paragraph = document.add_heading("", 1)
        elif home == "cell":
            paragraph = document.add_table(2, 2).cell(0, 1).paragraphs[0]
        elif home == "nested":
            paragraph = document.add_table(1, 1).cell(0, 0).add_table(1, 1).cell(0, 0).paragraphs[0]
        else:
            paragraph = document.add_paragraph()
        for number, words in enumerate(runs):
            paragraph.add_run(words).bold = bool(number % 2)
        if home in ("link", "ins", "sdt", "simple"):
            _wrapped(paragraph, {"link": "w:hyperlink", "ins": "w:ins", "sdt": "w:sdt", "simple": "w:fldSimple"}[home])
        if home == "comment" and paragraph.runs:
            document.add_comment(paragraph.runs[0], text="Sudah?", author="P")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _words(data: bytes) -> list[tuple[Any, ...]]:
    """Blocks without their marks, which a run cut in two has twice."""
    blocks = read_draft([("a.docx", data)]).blocks
    return [
        (each.kind, each.text, each.line, each.label, [[cell.text for cell in row] for row in each.rows])
        for each in blocks
    ]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(HOMES, RUNS), max_size=5))
def test_any_word_file_is_commented_without_a_change_of_words(parts: list[tuple[str, list[str]]]) -> None:
    data = _document(parts)
    draft = read_draft([("a.docx", data)])
    report = audit(draft)
    copy = commented("a.docx", data, comments(report, draft))
    assert _words(copy) == _words(data)
    own = sum(home == "comment" and bool(runs) for home, runs in parts)
    told = list(docx.Document(io.BytesIO(copy)).comments)
    assert len(told) == len(report.findings) + own
    assert len({each.comment_id for each in told}) == len(told)
