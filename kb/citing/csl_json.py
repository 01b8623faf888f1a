"""An entry of the bibliography as CSL-JSON: what citeproc prints, and what Zotero and others read.

Nothing is added that the entry does not say, but for two words that stand where a fact is missing: a title that nobody
knows shows as such in brackets (APA 7, 9.22, describes an untitled work so), and a style prints "t.t." for the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from kb.citing.csl_dates import accessed, day_of, issued
from kb.citing.csl_titles import TITLES, english_title, protected_in
from kb.citing.csl_types import csl_type, genre
from kb.citing.editions import edition
from kb.citing.languages import entry_language
from kb.citing.laws import law_in
from kb.store.bibliography_entry import Entry
from kb.store.bibliography_names import OTHERS, Name, is_nobody

Item = dict[str, Any]

AND_OTHERS = "\ue0f0"
"""Stands for "dkk." among names, for which CSL has no word; put right in what is printed."""
UNTITLED = "\ue0f1"
"""Stands for a title that nobody knows; printed as words in brackets."""

_PEOPLE = {"author": "author", "editor": "editor", "translator": "translator", "bookauthor": "container-author"}
_TEXTS = {
    "volume": "volume", "pages": "page", "isbn": "ISBN", "issn": "ISSN", "series": "collection-title",
    "eventtitle": "event-title", "venue": "event-place", "version": "version", "pagetotal": "number-of-pages",
    "volumes": "number-of-volumes", "chapter": "chapter-number", "shorttitle": "title-short",
}  # fmt: skip
_CONTAINERS = {
    "article-journal": ("journal", "journaltitle"),
    "article-newspaper": ("journal", "journaltitle", "publisher"),
    "article-magazine": ("journal", "journaltitle"),
    "chapter": ("booktitle",),
    "paper-conference": ("booktitle", "journal"),
    "entry-encyclopedia": ("booktitle",),
    "webpage": ("organization", "publisher", "howpublished"),
    "legislation": ("howpublished", "journal"),
    "legal_case": ("howpublished", "journal"),
}
_PUBLISHERS = ("school", "institution", "publisher", "organization", "howpublished")
_NUMBERED = {"article-journal": "issue", "article-magazine": "issue", "article-newspaper": "issue", "book": "collection-number",
             "chapter": "collection-number", "paper-conference": "collection-number"}  # fmt: skip
_BODIES = {"report": ("institution", "organization"), "webpage": ("organization",), "document": ("organization", "institution"),
           "book": ("organization",)}  # fmt: skip
"""Bodies that are the author of a work that names no person (APA 7, 9.11: group authors)."""

_DOI = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_OPENS = re.compile(r"(?:https?|ftp)://|www\.", re.IGNORECASE)
_BARE = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/[^\s:]*)?", re.IGNORECASE)
"""An address without its scheme, printed as it was written."""
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def csl_item(entry: Entry, language: str = "id", identifier: str | None = None) -> Item:
    """The entry as one CSL-JSON item for a list in `language`; `identifier` stands in for its key."""
    kind = csl_type(entry)
    own = entry_language(entry, language)
    item: Item = {"id": identifier or entry.key, "type": kind, "language": own}
    item |= {name: people for field, name in _PEOPLE.items() if (people := _names(entry.names.get(field, ())))}
    item |= {name: entry.fields[field] for field, name in _TEXTS.items() if entry.fields.get(field)}
    item |= _titles(entry, kind, own)
    item |= _publication(entry, kind)
    item |= {
        "issued": issued(entry.fields),
        "accessed": accessed(entry.fields),
        "original-date": day_of(entry.fields.get("origdate", "")),
        "genre": genre(entry, kind, language),
        "edition": edition(entry.fields.get("edition", ""), language),
        **_addresses(entry.fields),
    }
    _group_author(item, entry, kind)
    return {name: printed for name, value in item.items() if value and (printed := _one_dash(name, value))}


def _names(names: Iterable[Name]) -> list[dict[str, str]]:
    return [_name(name) for name in names if not is_nobody(name)]


def _name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": AND_OTHERS if name == OTHERS else name.literal}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {part: words for part, words in parts.items() if words}


def _titles(entry: Entry, kind: str, own: str) -> Item:
    """Title, its short form and the book it stands in; English ones in sentence case."""
    title = _joined(entry.fields, "title", "subtitle")
    if not title:
        return {"title": UNTITLED}
    if kind == "legislation":
        return {"title": _law(title, entry.fields)}
    short = entry.fields.get("shorttitle") or (entry.fields["title"].split(": ")[0])
    found = {"title": title, "title-short": short if short != title else ""}
    container = _joined(entry.fields, "booktitle", "booksubtitle")
    if container and "booktitle" in _CONTAINERS.get(kind, ()):
        found["container-title"] = container
    if own != "en":
        return found
    kept = protected_in(entry.raw, *TITLES)
    return {name: english_title(words, kept) if words else "" for name, words in found.items()}


def _law(title: str, fields: Mapping[str, str]) -> str:
    """The law's full name, put together from its parts where the title gives only the subject."""
    kind, number, year = fields.get("type", ""), fields.get("number", ""), fields.get("year", "")
    if not (kind and number) or law_in(title) or number in title:
        return title
    numbered = f"{kind} Nomor {number}" + (f" Tahun {year}" if year and year not in number else "")
    subject = title[:1].lower() + title[1:] if title.casefold().startswith("tentang ") else f"tentang {title}"
    return f"{numbered} {subject}"


def _publication(entry: Entry, kind: str) -> Item:
    """Where it appeared: container, publisher, place, numbers."""
    fields = entry.fields
    if _ADDRESS.search(fields.get("howpublished", "")):
        fields = {name: value for name, value in fields.items() if name != "howpublished"}
    found: Item = {
        "publisher-place": _first(fields, ("location", "address", "city")),
        _NUMBERED.get(kind, "number"): fields.get("number", ""),
    }
    container = _first(fields, _CONTAINERS.get(kind, ("journal",)))
    if container and not fields.get("booktitle"):
        found["container-title"] = ": ".join(filter(None, (container, fields.get("journalsubtitle"))))
    publisher = _first(fields, _PUBLISHERS)
    if publisher != container and not kind.startswith("article-"):
        found["publisher"] = publisher
    if fields.get("issue"):
        found["issue"] = fields["issue"]
    if fields.get("eid") and not fields.get("pages"):
        found["number"] = fields["eid"]
    return found


def _first(fields: Mapping[str, str], names: Iterable[str]) -> str:
    return next((fields[name] for name in names if fields.get(name)), "")


def _group_author(item: Item, entry: Entry, kind: str) -> None:
    """A body that published a work of no named person is its author; a site that is its own author is named once."""
    body = _first(entry.fields, _BODIES.get(kind, ()))
    if body and not item.get("author") and not item.get("editor"):
        item["author"] = [{"literal": body}]
    if [{"literal": item.get("container-title")}] == item.get("author"):
        del item["container-title"]


def _addresses(fields: Mapping[str, str]) -> Item:
    """DOI without its resolver, address without a second one for the same DOI."""
    doi = _DOI.sub("", fields.get("doi", "").strip())
    url = fields.get("url", "").strip() or next(iter(_ADDRESS.findall(fields.get("howpublished", ""))), "")
    if not doi and _DOI.match(url):
        doi, url = _DOI.sub("", url), ""
    if not _OPENS.match(url):  # "scrum.org" beside a whole address elsewhere says less than that
        url = next(iter(_ADDRESS.findall(fields.get("howpublished", ""))), url)
    safe = _OPENS.match(url) or _BARE.fullmatch(url)
    return {"DOI": doi, "URL": url if safe and not (doi and url.lower().endswith(doi.lower())) else ""}


def _joined(fields: Mapping[str, str], title: str, subtitle: str) -> str:
    return ": ".join(" ".join(fields[name].split()) for name in (title, subtitle) if fields.get(name))


_LABELLED = frozenset({"page", "volume", "issue", "number-of-pages"})
_LABEL = re.compile(
    r"^\s*(?:volume|vol|jilid|nomor|no|number|issue|halaman|hlm|hal|pages?|pp|p)\b\.?[\s:]*(?=\d)", re.IGNORECASE
)
"""Words that styles print themselves: "Volume 1" would become "Vol. Volume 1"."""


def _one_dash(name: str, value: Any) -> Any:
    """Ranges with the hyphen that styles look for; numbers of documents with one that no style takes for a range.

    A dash that only fills the field is no number.
    """
    if not isinstance(value, str):
        return value
    if name in _LABELLED:
        value = _LABEL.sub("", value) if any(map(str.isalnum, value)) else ""
    if name in ("page", "volume", "issue", "number-of-pages"):
        return re.sub(r"\s*(?:-{1,3}|[–—])\s*", "-" if name == "page" else "–", value)
    return value.replace("-", "\u2011") if name in ("number", "collection-number") else value
