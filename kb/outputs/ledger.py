"""The definition ledger in every format: who said what a concept is, and through whom it was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from kb.locale import fill, translator
from kb.model.definition import Definition
from kb.model.profile import Profile
from kb.model.table import Cell, Column, Row, Table
from kb.model.text import runs
from kb.outputs import tables

FORMATS: tuple[str, ...] = ("md", "docx", "csv", "html", "tex", "xlsx", "pdf")


def render(
    definitions: Sequence[Definition],
    cited: Mapping[str, str],
    form: str,
    language: str = "id",
    profile: Profile | None = None,
    number: str = "",
) -> bytes:
    """The ledger in a format of `FORMATS`; `cited` holds each definition's citation as the text prints it, by id."""
    page = profile or Profile("umum", "", ())
    table = data_table(definitions, cited, language) if form in ("csv", "xlsx") else None
    return tables.render(table or ledger_table(definitions, cited, language, number), page, form)


def ledger_table(
    definitions: Sequence[Definition], cited: Mapping[str, str], language: str = "id", number: str = ""
) -> Table:
    """The ledger to print: definitions with their citations, under headings of their concepts."""
    _ = translator(language)
    every = {entry.id: entry for entry in definitions}
    by_concept = sorted(definitions, key=lambda entry: _concept(entry, language).casefold())
    rows: list[Row] = []
    for concept, entries in groupby(by_concept, key=lambda entry: _concept(entry, language)):
        for place, entry in enumerate(entries, 1):
            cells = {
                "number": _cell(str(place)),
                "text": _cell(
                    "\n\n".join([f"“{entry.text}”" if entry.quotation else entry.text, *alike(entry, every, language)])
                ),
                "citation": _cell(cited.get(entry.id) or _as_written(entry) or _("tanpa sumber")),
            }
            rows.append(Row(entry.id, cells, concept))
    columns = (
        Column("number", _("No"), 4),
        Column("text", _("Pengertian"), 66),
        Column("citation", _("Sumber rujukan"), 30),
    )
    return Table(_("Pengertian Konsep"), number, (), columns, tuple(rows), language)


def alike(entry: Definition, every: Mapping[str, Definition], language: str) -> list[str]:
    """A line for each definition that uses nearly the same words under another name or year."""
    template = translator(language)("Mirip ({score} %): {source}")
    return [
        fill(template, {"score": other.score, "source": _credit(every[other.id], language)})
        for other in entry.similar
        if other.id in every
    ]


def _credit(entry: Definition, language: str) -> str:
    """Who and when, as written: it is their difference that matters."""
    if entry.attribution is None:
        return translator(language)("tanpa sumber")
    origin = entry.attribution.originator
    name = origin.name_as_written or origin.name
    return f"{name} ({origin.year_as_written})" if origin.year_as_written else name


def data_table(definitions: Sequence[Definition], cited: Mapping[str, str], language: str = "id") -> Table:
    """The ledger as data: one column for each thing known, so that it can be sorted and filtered."""
    _ = translator(language)
    labels = {
        "id": ("id", 6.0),
        "concept": (_("Konsep"), 10.0),
        "text": (_("Pengertian"), 40.0),
        "author": (_("Pengarang"), 10.0),
        "author_as_written": (_("Tertulis"), 10.0),
        "year": (_("Tahun tertulis"), 5.0),
        "work_year": (_("Tahun karya"), 5.0),
        "locator": (_("Halaman"), 5.0),
        "citekey": (_("Kunci"), 8.0),
        "via": (_("Dibaca melalui"), 14.0),
        "citation": (_("Sitasi"), 14.0),
        "place": (_("Letak"), 6.0),
        "similar": (_("Mirip"), 8.0),
    }
    columns = tuple(Column(name, label, weight) for name, (label, weight) in labels.items())
    rows = tuple(
        Row(entry.id, {name: _cell(text) for name, text in _facts(entry, cited, language).items()})
        for entry in definitions
    )
    return Table(_("Pengertian Konsep"), "", (), columns, rows, language)


def _facts(entry: Definition, cited: Mapping[str, str], language: str) -> dict[str, str]:
    origin = entry.attribution.originator if entry.attribution else None
    via = entry.attribution.via if entry.attribution else ()
    place = entry.passage
    return {
        "id": entry.id,
        "concept": _concept(entry, language),
        "text": entry.text,
        "author": origin.name if origin else "",
        "author_as_written": (origin.name_as_written if origin else None) or "",
        "year": (origin.year_as_written if origin else None) or "",
        "work_year": (origin.work_year if origin else None) or "",
        "locator": (origin.locator if origin else None) or "",
        "citekey": (origin.citekey if origin else None) or "",
        "via": " < ".join(f"{hop.name} {hop.year_as_written or ''}".strip() for hop in via),
        "citation": cited.get(entry.id, ""),
        "place": f"{place.source}:{place.line or '?'}" if place else "",
        "similar": "; ".join(f"{other.id} {other.score} %" for other in entry.similar),
    }


def _concept(entry: Definition, language: str) -> str:
    return entry.labels.get(language) or entry.labels.get("id") or entry.concept


def _as_written(entry: Definition) -> str:
    return (entry.attribution.as_printed if entry.attribution else None) or ""


def _cell(text: str) -> Cell:
    return Cell(tuple(runs(part) for part in text.split("\n\n")), "source", "stated") if text else Cell()
