"""The types of works that a person chooses from, and which fields each of them needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorkType:
    """A type of entry: fields it needs, those it may have, in the order of a form."""

    needed: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.needed, *self.others)


TYPES: Mapping[str, WorkType] = {
    "article": WorkType(("author", "year", "title", "journal"), ("volume", "number", "pages", "doi", "url")),
    "book": WorkType(
        ("author", "year", "title", "publisher"), ("editor", "edition", "address", "isbn", "translator", "url")
    ),
    "incollection": WorkType(
        ("author", "year", "title", "booktitle", "publisher"), ("editor", "pages", "address", "edition", "doi", "url")
    ),
    "inproceedings": WorkType(
        ("author", "year", "title", "booktitle"), ("editor", "pages", "address", "publisher", "doi", "url")
    ),
    "thesis": WorkType(("author", "year", "title", "type", "school"), ("address", "url")),
    "report": WorkType(("author", "year", "title", "institution"), ("type", "number", "address", "url")),
    "legislation": WorkType(("title", "year"), ("number", "address", "institution", "url")),
    "online": WorkType(("author", "year", "title", "url"), ("publisher", "urldate")),
    "misc": WorkType(("author", "year", "title"), ("howpublished", "publisher", "note", "url")),
}
"""Entry type -> its fields; other types are kept as they are and need what every work needs."""

_LIKE = {
    "jurnal": "article", "artikel": "article", "buku": "book", "mvbook": "book", "collection": "book", "inbook": "incollection",
    "conference": "inproceedings", "makalah": "inproceedings", "skripsi": "thesis", "tesis": "thesis", "disertasi": "thesis",
    "mastersthesis": "thesis", "phdthesis": "thesis", "techreport": "report", "laporan": "report", "statute": "legislation",
    "undang-undang": "legislation", "peraturan": "legislation", "web": "online", "www": "online", "electronic": "online",
    "webpage": "online",
}  # fmt: skip

_INSTEAD = {"author": ("editor", "organization", "institution"), "year": ("date",), "journal": ("journaltitle",),
            "school": ("institution",), "address": ("location",), "institution": ("organization", "publisher"),
            "publisher": ("organization",)}  # fmt: skip
"""Field -> fields that say the same or stand in for it."""

_TYPE_IS_SAID = {"mastersthesis", "phdthesis", "skripsi", "tesis", "disertasi"}


def type_like(type: str) -> WorkType:
    """What a type of entry needs: its own row, that of the type it is like, else that of any work."""
    return TYPES.get(type) or TYPES[_LIKE.get(type, "misc")]


def lacking(type: str, fields: Mapping[str, str]) -> tuple[str, ...]:
    """The needed fields that are empty, and that no other field stands in for."""
    needed = (name for name in type_like(type).needed if not (name == "type" and type in _TYPE_IS_SAID))
    return tuple(
        name for name in needed if not any(fields.get(each, "").strip() for each in (name, *_INSTEAD.get(name, ())))
    )
