"""What matching looks at in a work, and what keeps two works apart that look alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

_THESES = frozenset({"thesis", "phdthesis", "mastersthesis", "skripsi", "tesis", "disertasi"})
_PIECES = frozenset({"article", "inproceedings", "conference", "incollection", "inbook"})
"""A thesis and the article that was made of it bear one title, one name and often one year; no carelessness mixes them up."""
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_DOI_ADDRESS = re.compile(r"doi\.org/(10\.\d{4,9}/[^\s?#]+)", re.IGNORECASE)


@dataclass(slots=True)
class Known:
    """A work as far as matching looks at it."""

    key: str
    type: str
    title: str
    author: str
    year: str
    doi: str
    fields: Mapping[str, str]

    def says(self, what: str) -> str:
        """Its own words for what keeps it apart."""
        return (
            self.type if what == "type" else self.fields.get(what, "") or (self.year if what == "year" else "") or "–"
        )


def known(key: str, type: str, fields: Mapping[str, str]) -> Known:
    """A work by what its fields say."""
    return Known(
        key, type.casefold(), folded(fields.get("title", "")), family(fields), year(fields), doi_of(fields), fields
    )


def apart(one: Known, other: Known) -> str:
    """The field that says that two alike works are two, empty where nothing does."""
    if (one.type in _THESES and other.type in _PIECES) or (one.type in _PIECES and other.type in _THESES):
        return "type"
    if one.doi and other.doi and one.doi != other.doi:
        return "doi"
    for name in ("volume", "number", "pages"):
        here, there = (re.search(r"\d{1,9}", work.fields.get(name, "")) for work in (one, other))
        if here and there and int(here.group()) != int(there.group()):
            return name
    return ""


def shares_doi_wrongly(one: Known, other: Known) -> bool:
    """Whether two records of one DOI speak of plainly different works: one of them must have it wrongly."""
    from rapidfuzz import fuzz

    return bool(one.title and other.title) and fuzz.token_set_ratio(one.title, other.title) < 50


def other_part(one: str, other: str) -> bool:
    """Whether two alike titles differ in a number: volumes, parts, grades are works of their own."""
    return re.findall(r"\d+|\b[ivx]+\b", one) != re.findall(r"\d+|\b[ivx]+\b", other)


def folded(text: str) -> str:
    """A title's letters and digits in lower case, without accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c))))


def family(fields: Mapping[str, str]) -> str:
    """The first author's family name, or all of a name that is one piece."""
    first = re.split(r"\s+and\s+", fields.get("author") or fields.get("editor") or "")[0].strip()
    if first.startswith("{"):
        return folded(first.split()[-1])
    return folded(first.partition(",")[0] if "," in first else first.split()[-1] if first else "")


def year(fields: Mapping[str, str]) -> str:
    """The four digits of the year, else what stands for it."""
    words = fields.get("year") or fields.get("date", "")
    digits = re.search(r"\d{4}", words)
    return digits.group() if digits else words.strip().casefold()


def doi_of(fields: Mapping[str, str]) -> str:
    """The DOI in lower case, also where it is written as an address."""
    found = _DOI.search(fields.get("doi", ""))
    if found:
        return found.group().rstrip(".,;").casefold()
    address = _DOI_ADDRESS.search(fields.get("url", ""))
    return address[1].rstrip(".,;/").casefold() if address else ""
