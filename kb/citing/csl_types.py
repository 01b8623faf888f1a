"""What kind of thing an entry is in CSL, and what a thesis is called."""

from __future__ import annotations

import re

from kb.citing.laws import LAW
from kb.store.bibliography_completeness import LAWS
from kb.store.bibliography_entry import Entry

_TYPES = {
    "article-journal": "article periodical suppperiodical review jurnal artikel",
    "book": "book mvbook collection mvcollection proceedings manual booklet reference buku",
    "chapter": "inbook incollection bookinbook suppbook suppcollection",
    "entry-encyclopedia": "inreference",
    "paper-conference": "inproceedings conference makalah",
    "thesis": "mastersthesis phdthesis bathesis thesis skripsi tesis disertasi",
    "report": "techreport report laporan standard",
    "webpage": "online electronic www webpage web",
    "manuscript": "unpublished",
    "legal_case": "jurisdiction",
    "article-newspaper": "newspaper",
    "motion_picture": "video movie",
    "song": "audio music",
    "graphic": "image artwork",
    "speech": "presentation",
    "personal_communication": "letter",
    "patent": "patent",
    "dataset": "dataset",
    "software": "software",
    "performance": "performance",
}
_BY_NAME = {name: kind for kind, names in _TYPES.items() for name in names.split()}

_THESES = {
    (
        "Skripsi",
        "Undergraduate thesis",
    ): "skripsi bathesis bachelorsthesis bachelorthesis undergraduatethesis undergraduate sarjana s1 "
    "skripsis1 skripsisarjana",
    (
        "Tesis",
        "Master's thesis",
    ): "tesis thesis mathesis masterthesis mastersthesis masterthesis magister master masters s2 tesiss2 tesismagister",
    (
        "Disertasi",
        "Doctoral dissertation",
    ): "disertasi phdthesis phd doctoral doctoralthesis doctoraldissertation dissertation doktor s3 disertasis3",
}
_THESIS_WORDS = {name: words for words, names in _THESES.items() for name in names.split()}

_TYPED_AS_ANYTHING = frozenset(
    {"misc", "book", "booklet", "techreport", "report", "online", "manual", "unpublished", "web"}
)
"""Types under which people keep acts and regulations for want of a better one."""


def csl_type(entry: Entry) -> str:
    """The type by the entry's own, and by what it holds where its own says nothing."""
    title = entry.fields.get("title", "")
    law = LAW.match(title) if entry.type in _TYPED_AS_ANYTHING else None
    if law or (entry.type in LAWS and entry.type != "jurisdiction"):
        return "legislation"
    if entry.type == "article":
        return {"newspaper": "article-newspaper", "magazine": "article-magazine"}.get(
            entry.fields.get("entrysubtype", ""), "article-journal"
        )
    if entry.type == "prosiding":
        return "paper-conference" if entry.fields.get("booktitle") else "book"
    return _BY_NAME.get(entry.type) or _by_fields(entry)


def _by_fields(entry: Entry) -> str:
    fields = entry.fields
    if fields.get("journal") or fields.get("journaltitle"):
        return "article-journal"
    if fields.get("booktitle"):
        return "chapter"
    if fields.get("school") or _squeezed(fields.get("type", "")) in _THESIS_WORDS:
        return "thesis"
    addressed = fields.get("url") or "://" in fields.get("howpublished", "")
    return "webpage" if addressed and not fields.get("publisher") else "document"


def genre(entry: Entry, kind: str, language: str) -> str:
    """What stands in brackets behind a thesis, before the number of a report; empty where nothing says it."""
    written = entry.fields.get("type", "")
    if kind == "legislation":
        return ""
    if kind != "thesis":
        return written
    words = _THESIS_WORDS.get(_squeezed(written or (entry.type if entry.type != "thesis" else "")))
    return words[language == "en"] if words else written


def _squeezed(words: str) -> str:
    return re.sub(r"[^a-z0-9]", "", words.casefold())
