"""The chapter in one piece: its order, its numbers, and definitions that are cited once and rightly."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.citing.chains import INDONESIAN
from kb.errors import InputError
from kb.model.chapter import Chapter, Covered, Heading, Placed, Prose
from kb.model.definition import Attribution, Definition, Hop
from kb.model.text import plain
from kb.review.bundle import bundle
from kb.review.definitions_told import _whole_paragraphs, cited_text
from kb.store.new_project import new_project
from kb.store.profiles import load_profile
from kb.store.project import open_project

ROOT = Path(__file__).parent.parent.parent


def made(language: str = "id", profile: str = "umum") -> Chapter:
    library = open_project(ROOT)
    return bundle(library, load_profile(profile, library.root), None, language)


def headings(chapter: Chapter) -> list[str]:
    return [
        f"{part.number} {' / '.join(plain(line) for line in part.lines)}".strip()
        for part in chapter.parts
        if isinstance(part, Heading)
    ]


def test_the_order_is_that_of_a_chapter() -> None:
    chapter = made()
    assert headings(chapter) == [
        "BAB II / TINJAUAN PUSTAKA",
        "2.1 Penelitian Terdahulu",
        "2.2 Kajian Konseptual",
        "2.2.1 Jejaring Kerja",
        "2.2.2 Kemiskinan",
        "2.2.3 Home Industry",
        "2.2.4 Pekerjaan Sosial",
        "2.2.5 Istilah Lain",
    ]
    kinds = [type(part) for part in chapter.parts]
    assert kinds.index(Placed) < kinds.index(Covered)
    assert chapter.references is not None and len(chapter.references.references) > 10


def test_tables_are_numbered_in_sequence_and_the_gap_is_told_once() -> None:
    chapter = made()
    numbers = [part.table.number for part in chapter.parts if isinstance(part, Placed)]
    covered = [part for part in chapter.parts if isinstance(part, Covered)]
    assert numbers + [part.number for part in covered] == ["2.1", "2.2"]
    assert not covered[0].matrix.gap_sentence
    told = [plain(part.runs) for part in chapter.parts if isinstance(part, Prose)]
    assert sum("tidak ada yang pembahasannya mencakup" in text for text in told) == 1


def test_english_has_english_headings() -> None:
    assert headings(made("en"))[:3] == [
        "CHAPTER II / LITERATURE REVIEW",
        "2.1 Previous Studies",
        "2.2 Conceptual Framework",
    ]


def test_an_empty_project_is_told_what_it_lacks(tmp_path: Path) -> None:
    library = open_project(new_project(tmp_path / "p", "Judul"))
    with pytest.raises(InputError) as refused:
        bundle(library, load_profile("umum", library.root))
    assert refused.value.code == "bundle-empty"


def defined(text: str, printed: str | None, *, quotation: bool = False) -> Definition:
    hop = Hop("Rina Sari", "Sari", "2001", None, "31", None, None, (), ("Sari",))
    host = Hop("Budi", "Budi", "2019", None, None, None, None, (), ("Budi",))
    cited = Attribution(hop, (host,), printed)
    return Definition("d", "k", {"id": "k"}, text, "id", quotation, cited, None)


@pytest.mark.parametrize(
    ("text", "printed", "quotation", "told"),
    [
        ("Kerja adalah x.", "(Sari, 2001) dalam Budi", False, "Kerja adalah x (Sari, 2001, hlm. 31, dalam Budi, 2019)."),
        ("Kerja adalah x", None, False, "Kerja adalah x (Sari, 2001, hlm. 31, dalam Budi, 2019)."),
        ("Sari (2001:31) dalam Budi membagi x.", "Sari (2001:31) dalam Budi", False,
         "Sari (2001, hlm. 31, dalam Budi, 2019) membagi x."),
        ("Kerja (Sari, 2001) dalam Budi adalah x", "(Sari, 2001) dalam Budi", False,
         "Kerja (Sari, 2001, hlm. 31, dalam Budi, 2019) adalah x."),
        ("Kerja adalah x", "Sari", True, "“Kerja adalah x” (Sari, 2001, hlm. 31, dalam Budi, 2019)."),
        ("Ia berkata “kerja itu x”", "Sari", True, "Ia berkata “kerja itu x” (Sari, 2001, hlm. 31, dalam Budi, 2019)."),
        ("Menurut Sari, “kerja itu x”", "Sari", True, "Menurut Sari (2001, hlm. 31, dalam Budi, 2019), “kerja itu x”"),
    ],
)  # fmt: skip
def test_a_source_stands_once_and_in_the_campus_s_words(text: str, printed: str, quotation: bool, told: str) -> None:
    assert cited_text(defined(text, printed, quotation=quotation), INDONESIAN) == told


def test_a_break_in_the_midst_of_a_sentence_is_no_paragraph() -> None:
    assert _whole_paragraphs("yang kedua\n\ninformasi ini.\n \nLain lagi:\n\n“Kutipan”") == [
        "yang kedua informasi ini.", "Lain lagi:", "“Kutipan”",
    ]  # fmt: skip
