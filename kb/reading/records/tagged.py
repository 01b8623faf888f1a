"""The values of one RIS record to a work; also of EndNote's formats, whose fields are the same under other names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kb.findings import Place
from kb.model.record import WorkRecord
from kb.reading.records.markup import plain
from kb.reading.records.names import citekey, joined, turned

Values = dict[str, list[str]]
"""Texts by tag, in the order of the record."""

TYPES = {
    "JOUR": "article", "EJOUR": "article", "JFULL": "article", "ABST": "article", "INPR": "article", "MGZN": "article",
    "NEWS": "article", "BOOK": "book", "EBOOK": "book", "WHOLE": "book", "EDBOOK": "book", "CHAP": "incollection",
    "ECHAP": "incollection", "CPAPER": "inproceedings", "CONF": "proceedings", "THES": "thesis", "RPRT": "techreport",
    "GOVDOC": "techreport", "ELEC": "online", "WEB": "online", "BLOG": "online", "ICOMM": "online", "UNPB": "unpublished",
    "MANSCPT": "unpublished", "PAT": "patent", "DATA": "dataset", "AGGR": "dataset", "COMP": "software",
    "STAT": "legislation", "LEGAL": "legislation", "BILL": "legislation", "UNBILL": "legislation", "HEAR": "legislation",
    "CASE": "jurisdiction", "VIDEO": "video", "SOUND": "audio", "GEN": "misc", "ENCYC": "inreference",
    "DICT": "inreference", "SER": "book", "STAND": "standard", "SLIDE": "presentation", "PAMP": "misc", "MULTI": "misc",
    "ART": "artwork", "FIGURE": "image", "MAP": "misc", "INTV": "misc", "PCOMM": "misc", "CLSWK": "book", "EDINT": "misc",
}  # fmt: skip
_SPELLED = {
    "JOURNALARTICLE": "JOUR", "JOURNAL": "JOUR", "ARTICLE": "JOUR", "ARTIKEL": "JOUR", "JURNAL": "JOUR",
    "MAGAZINEARTICLE": "MGZN", "NEWSPAPERARTICLE": "NEWS", "BUKU": "BOOK", "BOOKSECTION": "CHAP", "BOOKCHAPTER": "CHAP",
    "CHAPTER": "CHAP", "EDITEDBOOK": "EDBOOK", "CONFERENCEPAPER": "CPAPER", "CONFERENCEPROCEEDINGS": "CONF",
    "PROCEEDINGS": "CONF", "INPROCEEDINGS": "CPAPER", "THESIS": "THES", "DISSERTATION": "THES", "SKRIPSI": "THES",
    "TESIS": "THES", "DISERTASI": "THES", "REPORT": "RPRT", "GOVERNMENTDOCUMENT": "GOVDOC", "WEBPAGE": "ELEC",
    "WEBSITE": "ELEC", "ELECTRONICARTICLE": "EJOUR", "ELECTRONICBOOK": "EBOOK", "UNPUBLISHEDWORK": "UNPB",
    "UNPUBLISHED": "UNPB", "MANUSCRIPT": "MANSCPT", "GENERIC": "GEN", "MISC": "GEN", "STATUTE": "STAT",
    "ENCYCLOPEDIA": "ENCYC", "DICTIONARY": "DICT", "PATENT": "PAT", "DATASET": "DATA",
}  # fmt: skip
"""Types as programs write them that do not keep to the four letters."""
_CONTAINED = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle",
              "inreference": "booktitle", "online": "howpublished"}  # fmt: skip
_PUBLISHER = {"thesis": "school", "techreport": "institution"}
_PLAIN = {
    "VL": "volume", "IS": "number", "DO": "doi", "PB": "publisher", "CY": "address", "PP": "address", "ET": "edition",
    "AB": "abstract", "N2": "abstract", "LA": "language", "KW": "keywords", "UR": "url", "SN": "issn", "ST": "shorttitle",
    "M3": "type", "T3": "series", "N1": "note",
}  # fmt: skip
_TITLES = ("TI", "T1", "CT", "BT")
_CONTAINERS = ("T2", "JF", "JO", "JA", "J1", "J2", "BT", "C3")
_WHOLES = frozenset({"book", "thesis", "techreport", "proceedings"})
_MONTHS = ("jan", "feb", "mar", "apr", "mei may", "jun", "jul", "agu aug", "sep", "okt oct", "nov", "des dec")
TAGS = frozenset({*_PLAIN, *_TITLES, *_CONTAINERS, "TY", "ER", "AU", "A1", "A2", "A3", "A4", "ED", "PY", "Y1", "Y2", "DA",
                  "SP", "EP", "ID", "AD", "AN", "AV", "C1", "C2", "C4", "C5", "C6", "C7", "C8", "CA", "CN", "CP", "DB",
                  "DP", "L1", "L2", "L3", "L4", "LB", "LK", "M1", "M2", "M4", "NV", "OP", "PMID", "RI", "RN", "RP", "SE",
                  "SV", "TA", "TT", "U1", "U2", "U3", "U4", "U5", "VO", "TO", "SO", "WT", "CR"})  # fmt: skip
"""Tags that are tags also where they are badly spaced; anything else needs the two blanks of the format."""


def known_type(written: str) -> str | None:
    """The RIS type that is meant, None where nobody knows."""
    bare = re.sub(r"[^A-Z]", "", written.upper())
    return bare if bare in TYPES else _SPELLED.get(bare)


def tagged_work(place: Place, record: Mapping[str, Iterable[str]]) -> WorkRecord:
    """One record as a work; what BibTeX has no field for is kept as `ris-…`."""
    values = {tag: [text for each in texts if (text := plain(each))] for tag, texts in record.items()}
    kind = _kind(values)
    fields: dict[str, str] = {
        "author": _people(values, "AU", "A1"),
        "editor": _people(values, "ED", "A2"),
    }
    key = citekey("".join(values.pop("ID", [])[:1]))
    _title(kind, values, fields)
    _time(values, fields)
    _pages(kind, values, fields)
    for tag in ("A3", "A4"):
        fields[f"ris-{tag.lower()}"] = _people(values, tag)
    for name, text in _rest(kind, values):
        fields[name] = fields[name] + "; " + text if fields.get(name) and text not in fields[name] else text
    return WorkRecord(place, kind, key, {name: text for name, text in fields.items() if text})


def _kind(values: Values) -> str:
    written = "".join(values.pop("TY", []))
    meant = known_type(written)
    if meant is None:
        values["ty"] = [written] if written else []
        journal = values.get("JO") or values.get("JF") or (values.get("T2") and values.get("VL"))
        return "article" if journal else "misc"
    if meant == "CONF" and any(values.get(tag) for tag in ("T2", "BT", "C3", "JO", "SP")):
        # Zotero and Mendeley say CONF of the paper, not only of the volume
        return "inproceedings"
    return TYPES[meant]


def _people(values: Values, *tags: str) -> str:
    names = [name.strip() for tag in tags for text in values.pop(tag, []) for name in text.split(";")]
    return joined(dict.fromkeys(turned(name) for name in names if name))


def _title(kind: str, values: Values, fields: dict[str, str]) -> None:
    for tag in _TITLES[:3] if kind in _CONTAINED else _TITLES:
        if values.get(tag) and not fields.get("title"):
            fields["title"] = values[tag].pop(0)
    name = _CONTAINED.get(kind, "series" if kind == "book" else "")
    for tag in _CONTAINERS:
        texts = values.get(tag)
        if name and texts and not fields.get(name):
            fields[name] = texts.pop(0)
        elif texts and texts[0] in fields.values():
            texts.pop(0)


def _time(values: Values, fields: dict[str, str]) -> None:
    """`2016/03/12/` is year, month, day; what is written beside it stays beside it."""
    for tag in ("PY", "Y1", "DA"):
        texts = values.pop(tag, [])
        for text in texts[:1]:
            year, month, day, rest = _date(text)
            if fields.get("year", year) != year or rest:
                fields[f"ris-{tag.lower()}"] = text
            for name, part in (("year", year), ("month", month), ("day", day)):
                if part:
                    fields.setdefault(name, part)
        if texts[1:]:
            values[tag.lower()] = texts[1:]
    for text in values.pop("Y2", [])[:1]:
        fields["urldate"] = text.strip("/").replace("/", "-")


def _date(text: str) -> tuple[str, str, str, bool]:
    """Year, month, day, and whether the text says more; words without a year ("t.t.") are the year."""
    parts = [part.strip() for part in text.split("/")]
    found = re.fullmatch(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:T.*)?", text)
    if found:
        parts = [found[1], found[2], found[3] or ""]
    digits = re.search(r"(?<!\d)\d{4}(?!\d)", text)
    if not digits:
        return ("", _month(text), "", True) if _month(text) else (text, "", "", False)
    if parts[0] != digits.group():
        return digits.group(), _month(text), "", True
    month = str(int(parts[1])) if len(parts) > 1 and re.fullmatch(r"0?[1-9]|1[0-2]", parts[1]) else ""
    day = str(int(parts[2])) if month and len(parts) > 2 and re.fullmatch(r"0?[1-9]|[12]\d|3[01]", parts[2]) else ""
    more = [part for part in parts[1:] if part and part.lstrip("0") not in ("", month, day)]
    return parts[0], month, day, bool(more)


def _month(text: str) -> str:
    word = re.search(r"[a-z]{3,}", text.casefold())
    numbers = [n for n, names in enumerate(_MONTHS, 1) if word and word.group()[:3] in names.split()]
    return str(numbers[0]) if numbers else ""


def _pages(kind: str, values: Values, fields: dict[str, str]) -> None:
    """First and last page; of a whole work with one number it is how many pages it has."""
    start, end = values.pop("SP", []), values.pop("EP", [])
    first, last = "; ".join(start), "; ".join(end)
    span = re.search(r"[-–—]", first)
    if kind in _WHOLES and first and not last and not span:
        fields["pagetotal"] = first
    elif first and last and first != last and not span:
        fields["pages"] = last if re.match(re.escape(first) + r"\s*[-–—]", last) else f"{first}–{last}"
    elif first or last:
        fields["pages"] = re.sub(r"\s*(?:[-–—]|--)\s*", "–", first or last)


def _rest(kind: str, values: Values) -> Iterator[tuple[str, str]]:
    """Every other tag: in its field, or under its own name so that nothing is lost."""
    for tag, texts in values.items():
        if tag == "ER" or not texts:
            continue
        name = _PLAIN.get(tag, f"ris-{re.sub('[^a-z0-9]', '', tag.lower()) or 'x'}")
        name = _PUBLISHER.get(kind, name) if name == "publisher" else name
        if name == "issn" and kind in ("book", "incollection"):
            name = "isbn"
        if name == "doi":
            texts = [
                re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", text, flags=re.IGNORECASE) for text in texts
            ]
        if name in ("url", "doi") and len(texts) > 1:
            yield name, texts[0]
            yield f"ris-{tag.lower()}", "; ".join(texts[1:])
        else:
            yield name, "; ".join(dict.fromkeys(texts))
