"""Copies of the student's own file: commented in Word, with slips set right in text; the words themselves stay."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.audit.audit import audit
from kb.audit.slips import slips
from kb.editing.tidy import tidied
from kb.errors import InputError
from kb.model.comment import Comment
from kb.outputs.audit_comments import comments
from kb.reading.drafts import read_draft
from kb.reading.word_comments import commented
from kb.store.bibliography_read import read_bibliography
from tests.audit.word_maker import word_file

BIB = read_bibliography(
    b"@book{suharto2005, author = {Suharto, Edi}, title = {Membangun Masyarakat}, year = {2005}}\n", "a.bib"
)
WORD = """# Kajian Pustaka
Menurut Suharto (2005) pendidikan itu penting. Ada tiga (tiga) jenis yang yang dikenal (Tarigan, 1999).
Hal ini benar.[^Rahmawati Ningsih, Ekonomi Desa (Bandung: Alfabeta, 2011), hlm. 4.]
|Peneliti|Hasil|
|Wibowo (2013)|Baik..|
"""


def _commented(source: str) -> tuple[bytes, bytes, int]:
    data = word_file(source)
    draft = read_draft([("bab.docx", data)])
    report = audit(draft, BIB)
    return data, commented("bab.docx", data, comments(report, draft)), len(report.findings)


def test_every_finding_is_a_comment_and_no_word_of_the_file_changes() -> None:
    data, copy, count = _commented(WORD)
    told = list(docx.Document(io.BytesIO(copy)).comments)
    assert len(told) == count > 3
    assert read_draft([("bab.docx", copy)]).blocks == read_draft([("bab.docx", data)]).blocks
    assert any("Tarigan (1999)" in each.text and "Wajib diperbaiki" in each.text for each in told)


def test_a_comment_stands_at_the_words_it_speaks_of() -> None:
    _, copy, _ = _commented(WORD)
    around = _words_around(copy)
    assert any(words == "tiga (tiga)" for words in around.values())
    assert any("Tarigan, 1999" in words for words in around.values())


def _words_around(copy: bytes) -> dict[str, str]:
    """Comment number -> the words between its marks."""
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    found: dict[str, str] = {}
    opened: list[str] = []
    for element in docx.Document(io.BytesIO(copy)).element.iter():
        if element.tag == f"{w}commentRangeStart":
            opened.append(element.get(f"{w}id"))
        elif element.tag == f"{w}commentRangeEnd":
            opened.remove(element.get(f"{w}id"))
        elif element.tag == f"{w}t":
            for number in opened:
                found[number] = found.get(number, "") + element.text
    assert not opened
    return found


def test_a_remark_on_a_footnote_stands_at_its_mark() -> None:
    data = word_file("Satu kalimat.[^Catatan kaki.] Dan lagi.[^Yang kedua.]")
    copy = commented("a.docx", data, [Comment("a.docx", 1, 1, 8, ("Perlu dicek",), footnote="2")])
    xml = zipfile.ZipFile(io.BytesIO(copy)).read("word/document.xml").decode()
    assert xml.index("commentRangeStart") > xml.index("Dan lagi")


def test_comments_that_a_supervisor_left_stay() -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("Menurut Tarigan (1999), tiga (tiga).")
    document.add_comment(run, text="Sudah dibaca?", author="Pembimbing")
    out = io.BytesIO()
    document.save(out)
    draft = read_draft([("a.docx", out.getvalue())])
    copy = commented("a.docx", out.getvalue(), comments(audit(draft, BIB), draft))
    told = [(each.author, each.comment_id) for each in docx.Document(io.BytesIO(copy)).comments]
    assert ("Pembimbing", 0) in told and len({number for _, number in told}) == len(told) > 1


def test_a_text_is_mended_only_where_one_form_is_right() -> None:
    text = (
        "Menurut suharto (2005) ada tiga (tiga) hal yang yang penting (Suharto,2005)..\r\n"
        "Anak anak belajar (Suharto 2005) . Lihat https://a.id/x..y dan 1..3 itu.\r\n"
    )
    draft = read_draft([("bab.md", text.encode())])
    result = tidied("bab.md", text.encode(), slips(draft, audit(draft, BIB)))
    assert result.data.decode() == (
        "Menurut Suharto (2005) ada tiga hal yang penting (Suharto, 2005).\r\n"
        "Anak anak belajar (Suharto, 2005) . Lihat https://a.id/x..y dan 1..3 itu.\r\n"
    )
    assert not result.left


def test_what_is_let_pass_is_not_mended() -> None:
    text = "<!-- boleh: number-doubled format kampus -->\n\nAda tiga (tiga) hal.\n"
    draft = read_draft([("bab.md", text.encode())])
    assert tidied("bab.md", text.encode(), slips(draft, audit(draft, BIB))).data == text.encode()


def test_a_word_file_is_never_mended() -> None:
    with pytest.raises(InputError) as refused:
        tidied("bab.docx", word_file("Satu."), ())
    assert refused.value.code == "draft-fix-word"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["Suharto (2005)", "(Suharto,2005)", "tiga (tiga)", "yang yang", "..", "\n\n", "é", "\r\n", "*a*", " "]), max_size=14))  # fmt: skip
def test_mending_twice_changes_nothing_more(pieces: list[str]) -> None:
    data = " ".join(pieces).encode()
    once = tidied("a.md", data, slips(*_audited(data))).data
    assert tidied("a.md", once, slips(*_audited(once))).data == once


def _audited(data: bytes):  # type: ignore[no-untyped-def]
    draft = read_draft([("a.md", data)])
    return draft, audit(draft, BIB)


def test_the_example_is_mended_in_nine_places() -> None:
    root = Path(__file__).parents[2]
    data = (root / "ontology" / "balewangi" / "bab2.md").read_bytes()
    bib = read_bibliography((root / "references.bib").read_bytes(), "references.bib")
    draft = read_draft([("bab2.md", data)])
    result = tidied("bab2.md", data, slips(draft, audit(draft, bib)))
    assert len(result.done) == 9 and not result.left
    after = read_draft([("bab2.md", result.data)])
    assert len(audit(after, bib).citations) == 32
