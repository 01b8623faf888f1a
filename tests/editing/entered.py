"""A small project of a stranger, with a draft, works and concepts, to write into."""

from __future__ import annotations

from pathlib import Path

from hypothesis import Phase
from hypothesis import strategies as st

from kb.store.library import Library
from kb.store.new_project import new_project
from kb.store.project import open_project

BIB = """% daftar pustaka
@book{sari2019modul,
  author = {Sari, Dewi},
  title = {Modul koperasi},
  year = {2019},
  publisher = {Pustaka}
}

@article{hatta1951koperasi,
  author = {Hatta, Mohammad},
  title = {Koperasi dan rakyat},
  journal = {Ekonomi},
  year = {1951}
}

@book{putra2021usaha,
  author = {Putra, Andi and Lestari, Wulan},
  title = {Usaha bersama},
  year = {2021},
  publisher = {Pustaka}
}
"""
DRAFT = """BAB II

Koperasi adalah *usaha bersama* untuk memperbaiki
nasib (Hatta, 1951: 3) dalam Sari.

Anggota koperasi berperan ganda. Anggota koperasi berperan ganda.
"""
CONCEPTS = """
:konsep-koperasi a skos:Concept ;
    skos:inScheme :skema-konsep ;
    skos:prefLabel "koperasi"@id .

:konsep-anggota a skos:Concept ;
    skos:inScheme :skema-konsep ;
    skos:prefLabel "anggota"@id .
"""


def project(folder: Path) -> Path:
    """A project with three works, a draft whose name has a blank, and two concepts."""
    root = new_project(folder / "proyek", "Koperasi")
    (root / "references.bib").write_text(BIB, encoding="utf-8")
    (root / "BAB II.md").write_text(DRAFT, encoding="utf-8")
    settings = root / "kajian.toml"
    settings.write_text(settings.read_text("utf-8").replace("drafts = []", 'drafts = ["BAB II.md"]'), "utf-8")
    notes = root / "notes" / "review.ttl"
    notes.write_text(notes.read_text("utf-8") + CONCEPTS, "utf-8")
    return root


def reopened(library: Library) -> Library:
    return open_project(library.root)


QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""Each case opens and saves a project: shrinking a failure would take minutes."""

letters = st.characters(codec="utf-8", exclude_characters="\x00")
anything = st.one_of(
    st.text(letters, min_size=1, max_size=60),
    st.sampled_from(
        [
            '"""',
            '"',
            "\\",
            "\\u0041",
            "baris\nbaru\r\nlagi",
            "العدل هو",
            "a}b{c",
            "*purpose*",
            "'''",
            "<x> .",
            '"@en',
            "\t",
        ]
    ),
).filter(str.strip)
"""What a person may type or paste."""
