"""Chapter II as a Word file: read back with python-docx."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document

from kb.model.chapter import Chapter, Heading, Prose
from kb.model.text import Run, runs
from kb.outputs import docx_chapter
from kb.review.bundle import bundle
from kb.store.profiles import load_profile
from kb.store.project import open_project

ROOT = Path(__file__).parent.parent.parent


def written(profile: str = "umum", language: str = "id") -> bytes:
    library = open_project(ROOT)
    campus = load_profile(profile, library.root)
    return docx_chapter.render(bundle(library, campus, None, language), campus)


def document_xml(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


@pytest.mark.parametrize("profile", ["umum", "lanskap", "lanjutan", "unesa", "um-metro"])
def test_word_can_read_the_chapter_in_every_form(profile: str) -> None:
    data = written(profile)
    document = Document(io.BytesIO(data))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")]
    assert styles[0] == "Heading 1" and styles[-1] == "Heading 1" and "Heading 2" in styles and "Heading 3" in styles
    assert len(document.tables) >= 2
    marks = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"', document_xml(data))
    assert len({number for number, _ in marks}) == len(marks) == 2
    for _, name in marks:
        assert f"REF {name}" in document_xml(data)
    turned = [section for section in document.sections if section.page_width > section.page_height]
    assert len(turned) == (1 if profile == "lanskap" else 0)


def test_captions_count_and_the_list_begins_a_page() -> None:
    text = document_xml(written())
    assert text.count("SEQ Tabel") == 2
    assert re.search(r'Heading1"/><w:pageBreakBefore/>(?:(?!</w:p>).)*DAFTAR PUSTAKA', text)


def test_the_same_chapter_gives_the_same_bytes() -> None:
    assert written() == written()


def test_hostile_words_stay_words() -> None:
    nasty = "</w:t></w:r><script>&\x00\ud800 ]]>"
    parts = (
        Heading(1, "", ((Run(nasty),),)),
        Heading(3, "2.1.1", (runs(f"*{nasty}*"),)),
        Prose((Run(nasty),), (Run(nasty),)),
    )
    data = docx_chapter.render(Chapter("id", parts), load_profile("umum", ROOT))
    assert "<script>" in "".join(paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs)
