"""Works that Word's own source manager keeps in a file (`b:Sources`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kb.findings import Place
from kb.model.record import WorkRecord
from kb.reading.records.markup import plain
from kb.reading.records.names import citekey, joined, whole
from kb.reading.word_package import Package, child, local

_TYPES = {
    "JournalArticle": "article", "ArticleInAPeriodical": "article", "Book": "book", "BookSection": "incollection",
    "ConferenceProceedings": "inproceedings", "Report": "techreport", "InternetSite": "online",
    "DocumentFromInternetSite": "online", "ElectronicSource": "online", "Patent": "patent", "Film": "video",
    "SoundRecording": "audio", "Case": "jurisdiction", "Art": "artwork",
}  # fmt: skip
_FIELDS = {
    "Title": "title", "Year": "year", "Month": "month", "Day": "day", "City": "address", "Publisher": "publisher",
    "JournalName": "journal", "PeriodicalTitle": "journal", "BookTitle": "booktitle", "ConferenceName": "booktitle",
    "Volume": "volume", "Issue": "number", "Pages": "pages", "Institution": "institution", "ThesisType": "type",
    "URL": "url", "DOI": "doi", "Edition": "edition", "Comments": "note", "ShortTitle": "shorttitle",
    "InternetSiteTitle": "howpublished", "Medium": "medium", "NumberVolumes": "volumes", "ChapterNumber": "chapter",
    "Version": "version", "Department": "department",
}  # fmt: skip
_INTERNAL = frozenset(
    {"Tag", "SourceType", "Guid", "LCID", "RefOrder", "Author", "YearAccessed", "MonthAccessed", "DayAccessed"}
)
_ROLES = {"Author": "author", "Editor": "editor", "BookAuthor": "bookauthor", "Translator": "translator"}


def word_sources(file: str, package: Package) -> tuple[WorkRecord, ...]:
    """The sources of the file; the quote of each place is its tag."""
    found: list[WorkRecord] = []
    for name in package.names("customXml/item")[:20]:
        root = package.xml(name) if name.endswith(".xml") and "Props" not in name else None
        if root is not None and local(root) == "Sources":
            found += [_work(file, source) for source in root if local(source) == "Source"]
    return tuple(work for work in found if work.fields)


def _work(file: str, source: Any) -> WorkRecord:
    tag = _text(source, "Tag")
    thesis = _text(source, "ThesisType")
    kind = "thesis" if thesis else _TYPES.get(_text(source, "SourceType"), "misc")
    fields = dict(_values(source, kind))
    return WorkRecord(
        Place(file, None, None, tag), kind, citekey(tag), {name: text for name, text in fields.items() if text}
    )


def _values(source: Any, kind: str) -> Iterator[tuple[str, str]]:
    for role in child(source, "Author") if child(source, "Author") is not None else ():
        yield _ROLES.get(local(role), "word-" + local(role).lower()), joined(_people(role))
    accessed = [_text(source, part + "Accessed") for part in ("Year", "Month", "Day")]
    yield "urldate", "-".join(part.zfill(2) for part in accessed if part)
    for element in source:
        name = local(element)
        if name and name not in _INTERNAL:
            yield _field(name, kind), plain("".join(element.itertext()))


def _field(name: str, kind: str) -> str:
    if name == "StandardNumber":
        return "isbn" if kind in ("book", "incollection") else "issn"
    if name in ("Institution", "Publisher") and kind == "thesis":
        return "school"
    return _FIELDS.get(name) or "word-" + name.lower()


def _people(role: Any) -> Iterator[str]:
    for element in role.iter():
        if local(element) == "Corporate":
            yield whole(plain("".join(element.itertext())))
        elif local(element) == "Person":
            last, first = (
                _text(element, "Last"),
                " ".join(filter(None, (_text(element, "First"), _text(element, "Middle")))),
            )
            yield f"{last}, {first}" if last and first else whole(last or first)


def _text(element: Any, name: str) -> str:
    found = child(element, name)
    return plain("".join(found.itertext())) if found is not None else ""
