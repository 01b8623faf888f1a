"""Whatever a draft holds: no crash, the same report twice, every finding in words and inside its file."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kb.audit.audit import audit
from kb.audit.chapter import Notes
from kb.locale import finding_fix, finding_message
from kb.model.person import Person
from kb.model.report import Report
from kb.reading.drafts import read_draft
from kb.store.bibliography_read import read_bibliography
from tests.audit.word_maker import word_file

BIB = """
@book{sari2018, author = {Sari, Dewi}, title = {Jejaring usaha}, year = {2018}}
@book{budi2012, author = {Budiman, Tono and Sari, Dewi}, title = {Modal sosial}, year = {2012}}
@misc{kosong,}
"""
PIECES = st.sampled_from(
    [
        "Sari (2018)", "(Budiman & Sari, 2012: 4)", "Menurut Kusnadi", "dalam Sari (2018)", "(dalam Budiman, 2012)", "2.1 Teori",
        "Tabel 2.1 Penelitian Terdahulu", "Peneliti\tJudul\tHasil", "Sari (2018)\tJejaring\tbaik", "Sumber: hasil penelitian",
        "Ada tiga jenis, yaitu:", "a. satu", "b. dua", "1. satu", "- butir", "“kutip", "”", "yang kedua adalah dua", "| a | b |",
        "|---|---|", "BAB II", "DAFTAR PUSTAKA", "Sari, D. (2018). Jejaring. Bandung: X.", "[1], [2], [3]", "[^1]", "[^1]: Sari, X, 2018.",
        "tiga (tiga)", "Desa Sukamaju", "Desa Sukamajo", "@sari2018", "# Judul", "> kutipan", "```", "\\cite{sari2018}", "UU No. 3 Tahun 2014",
        "kemiskinan adalah ketidakmampuan memenuhi standar hidup", ".", "\n", "\n\n", " ", "# boleh: x y", "<!--", "-->",
    ]
)  # fmt: skip
SOUP = st.lists(
    st.one_of(PIECES, st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)), max_size=30
)


def audited(name: str, data: bytes) -> Report:
    notes = Notes((Person("tokoh-sari", "Dewi Sari", spellings=("Dewy Sari",), works=("sari2018", "tidak-ada")),))
    return audit(read_draft([(name, data)]), read_bibliography(BIB.encode(), "r.bib"), notes)


@settings(max_examples=150, deadline=None)
@given(SOUP, st.sampled_from(["bab.md", "bab.txt", "bab.tex"]), st.booleans())
def test_any_soup_of_a_draft_is_audited_twice_alike(pieces: list[str], name: str, lines: bool) -> None:
    data = ("\n" if lines else " ").join(pieces).encode()
    report = audited(name, data)
    assert audited(name, data) == report
    size = data.decode().replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for finding in report.findings:
        for language in ("id", "en"):
            assert finding_message(finding, language) and finding_fix(finding, language)
        if finding.place.file == name:
            assert finding.place.line is not None and 1 <= finding.place.line <= size


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, max_size=20))
def test_any_soup_in_word_is_audited(pieces: list[str]) -> None:
    source = "\n".join(piece.replace("{{", "").replace("[^", "[") for piece in pieces)
    assert audited("bab.docx", word_file(source)) == audited("bab.docx", word_file(source))


def test_a_draft_without_words_gives_an_empty_report() -> None:
    report = audit(read_draft([("bab.md", b"")]))
    assert report == Report(("bab.md",), (), 0, (), ())
