"""The class of a work in the graph, by its entry's type and, for theses, by what `type` says."""

from __future__ import annotations

from kb.patterns import pattern
from kb.store.bibliography_completeness import LAWS
from kb.store.bibliography_entry import Entry
from kb.vocabulary import BIBO, FABIO

_CLASSES = {
    "article": "JournalArticle", "jurnal": "JournalArticle", "artikel": "JournalArticle",
    "book": "Book", "mvbook": "Book", "buku": "Book", "collection": "Book", "mvcollection": "Book", "booklet": "Book",
    "reference": "ReferenceBook",
    "inbook": "BookChapter", "incollection": "BookChapter", "bookinbook": "BookChapter", "suppbook": "BookChapter",
    "inreference": "ReferenceEntry",
    "inproceedings": "ConferencePaper", "conference": "ConferencePaper", "makalah": "ConferencePaper",
    "proceedings": "ConferenceProceedings", "prosiding": "ConferenceProceedings",
    "periodical": "Periodical",
    "techreport": "Report", "report": "Report", "laporan": "Report",
    "manual": "InstructionManual",
    "online": "WebPage", "www": "WebPage", "electronic": "WebPage", "webpage": "WebPage", "web": "WebPage",
    "phdthesis": "DoctoralThesis", "disertasi": "DoctoralThesis",
    "mastersthesis": "MastersThesis", "tesis": "MastersThesis",
    "skripsi": "BachelorsThesis", "thesis": "Thesis",
    "patent": "PatentDocument",
}  # fmt: skip
"""Entry type -> class of FaBiO; anything else is an expression of a work, and no more is claimed."""

_THESES = (
    (pattern(r"skripsi|tugas akhir|sarjana|bachelor|undergraduate|\bs-?1\b"), "BachelorsThesis"),
    (pattern(r"disertasi|doktor|doctor|phd|ph\.d|\bs-?3\b"), "DoctoralThesis"),
    (pattern(r"\btesis|magister|master|mathesis|\bs-?2\b"), "MastersThesis"),
)
_MAY_BE_THESIS = frozenset({"thesis", "phdthesis", "mastersthesis", "misc", "unpublished", "techreport", "report"})


def work_class(entry: Entry) -> str:
    """The IRI of the class."""
    if entry.type in LAWS:
        return BIBO + "Statute"
    said = entry.fields.get("type", "").casefold()
    if said and entry.type in _MAY_BE_THESIS:
        for words, name in _THESES:
            if words.search(said):
                return FABIO + name
    return FABIO + _CLASSES.get(entry.type, "Expression")
