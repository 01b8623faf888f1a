"""What columns and groups are called, in both languages."""

from __future__ import annotations

from kb.queries.facets import facets
from kb.review.cells import TICKS
from kb.store.library import Library

_WORDS = {
    "number": ("No", "No."),
    "author": ("Pengarang", "Author"),
    "year": ("Tahun", "Year"),
    "title": ("Judul Penelitian", "Title"),
    "author-year": ("Pengarang dan Tahun", "Author and Year"),
    "citation": ("Sitasi", "Citation"),
    "container": ("Jurnal atau Penerbit", "Journal or Publisher"),
    "kind": ("Jenis Karya", "Kind of Work"),
    "similarities": ("Persamaan", "Similarities"),
    "differences": ("Perbedaan", "Differences"),
    "note": ("Catatan", "Note"),
    TICKS: ("Centang Aspek", "Aspect Ticks"),
}


def headings(library: Library) -> dict[str, tuple[str, str]]:
    """What a column of each content is called, in Indonesian and in English."""

    def answer() -> dict[str, tuple[str, str]]:
        words = dict(_WORDS)
        for facet in facets(library).values():
            words.setdefault(facet.name, (_capital(facet.labels["id"]), _capital(facet.labels["en"])))
        return words

    return library.remember("headings", answer)


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]


def heading(library: Library, content: str, language: str) -> str:
    """What a column of a content is called; a content that nothing names is called by its own name."""
    known = headings(library).get(content, (content, content))
    return known[0 if language == "id" else 1]
