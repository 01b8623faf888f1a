"""What can leave the project: each thing with its formats, made only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import streamlit as st

from app import session
from kb.citing.chains import all_parenthetical
from kb.citing.csl_files import find_style
from kb.citing.read_works import read_by_notes
from kb.citing.style import printed
from kb.locale import bare
from kb.model.concept_map import PlacedMap
from kb.model.coverage import Coverage
from kb.model.definition import Definition
from kb.model.narrative import Narrative
from kb.model.profile import Profile
from kb.model.reference import ReferenceList
from kb.model.table import Table
from kb.model.text import runs
from kb.outputs import briefs, docx_chapter, ledger, maps, matrices, prose, references, tables
from kb.queries.concept_map import overview
from kb.review.brief import brief
from kb.review.bundle import bundle
from kb.review.coverage import coverage
from kb.review.layout import place
from kb.review.ledger import ledger as definitions
from kb.review.narrative import narrative
from kb.review.table import comparison_table
from kb.review.view import all_terms, terms_of
from kb.store.derived import Derived
from kb.store.library import Library
from kb.store.serialize import serialize

NAMES = {
    "docx": "Word (.docx)", "xlsx": "Excel (.xlsx)", "csv": "CSV", "tex": "LaTeX", "pdf": "PDF", "html": "HTML", "md": "Markdown",
    "txt": "TXT", "svg": "SVG", "png": "PNG", "json": "JSON", "graphml": "GraphML", "ttl": "Turtle (.ttl)", "trig": "TriG",
    "nq": "N-Quads", "jsonld": "JSON-LD", "rdf": "RDF/XML", "zip": "ZIP",
}  # fmt: skip
TABLES = ("docx", "xlsx", "pdf", "html", "tex", "csv", "md", "json")


@dataclass(frozen=True, slots=True)
class Export:
    """One thing: the name of its file, its formats, the most wanted first, and what makes it in one of them."""

    file: str
    forms: tuple[str, ...]
    make: Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Material:
    """What a window shows, held fast: a download is made in a thread that knows neither window nor language any more."""

    opened: Library
    language: str
    campus: Profile

    def chapter(self) -> bytes:
        """Chapter II in one Word file."""
        return docx_chapter.render(bundle(self.opened, self.campus, None, self.language), self.campus)

    def table(self) -> Table:
        """The comparison table in the campus's columns."""
        return comparison_table(self.opened, self.campus, None, None, "best", self.language)

    def matrix(self) -> Coverage:
        """Which study covers which aspect."""
        return coverage(self.opened, "aspect", None, self.language, all_terms(self.campus))

    def narrated(self) -> Narrative:
        """The prior studies told in paragraphs."""
        return self.opened.remember(
            ("narrative", self.language, self.campus),
            lambda: narrative(self.opened, self.campus, None, self.language),
        )

    def ledger_entries(self) -> tuple[Definition, ...]:
        """The definitions by concept."""
        return definitions(self.opened)

    def cited(self) -> dict[str, str]:
        """How the campus's form cites each definition."""
        terms = terms_of(self.campus, self.language)
        entries = self.ledger_entries()
        return {e.id: all_parenthetical((e.attribution, *e.also), terms) for e in entries if e.attribution}

    def works(self) -> ReferenceList:
        """The works that were read, in the campus's style."""
        opened, language = self.opened, self.language
        style = find_style(self.campus.citation_style, opened.root)
        by_key = {entry.key: entry for entry in opened.bibliography.entries}
        entries = [by_key[key] for key in read_by_notes(opened).keys if key in by_key]
        return opened.remember(
            ("references", style.name, language),
            lambda: printed(entries, style, language, kept=Derived(opened.root)).references,
        )

    def drawn(self) -> PlacedMap:
        """The overview, laid out for a page of the thesis."""
        opened, language = self.opened, self.language
        return opened.remember(
            ("placed", "overview", None, language, False), lambda: place(overview(opened, language), False)
        )

    def number(self, nth: int) -> str:
        """The number of the chapter's nth table."""
        return self.campus.caption_number(self.opened.configuration.chapter, nth)


def here() -> Material:
    """What this window shows now."""
    return Material(session.library(), session.language(), session.profile())


def exports() -> dict[str, Export]:
    """Everything but the chapter in one piece, by name."""
    held = here()
    opened, language, campus = held.opened, held.language, held.campus

    def told(form: str) -> bytes:
        text = held.narrated()
        return prose.render([runs(p.text) for p in text.paragraphs], form, campus, text.heading, text.language)

    def defined(form: str) -> bytes:
        return ledger.render(held.ledger_entries(), held.cited(), form, language, campus, held.number(3))

    def covered(form: str) -> bytes:
        return matrices.render(held.matrix(), form, language, campus, held.number(2))

    def for_supervisor(form: str) -> bytes:
        return briefs.render(brief(opened, campus, None, language, date.today().isoformat()), campus, form)

    return {
        "table": Export("tabel-penelitian-terdahulu", TABLES, lambda form: tables.render(held.table(), campus, form)),
        "matrix": Export("matriks-cakupan", (*TABLES, "svg"), covered),
        "narrative": Export("penelitian-terdahulu", ("docx", "md", "tex"), told),
        "definitions": Export("pengertian", ("docx", "xlsx", "pdf", "html", "tex", "csv", "md"), defined),
        "references": Export(
            "daftar-pustaka", ("docx", "md", "html", "txt"), lambda form: references.render(held.works(), form, campus)
        ),
        "map": Export(
            "peta-konsep", ("png", "svg", "html", "graphml", "json"), lambda form: maps.render(held.drawn(), form)
        ),
        "brief": Export("berkas-bimbingan", ("pdf", "html"), for_supervisor),
        "base": Export(
            "basis-pengetahuan", ("zip", "ttl", "trig", "nq", "jsonld", "rdf"), lambda form: serialize(opened, form)
        ),
    }


def titles() -> dict[str, str]:
    """What each thing is called."""
    _ = session.words()
    return {
        "table": _("Tabel perbandingan"),
        "matrix": _("Matriks aspek"),
        "narrative": _("Narasi penelitian terdahulu"),
        "definitions": bare(_("menu|Pengertian")),
        "references": _("Daftar Pustaka"),
        "map": _("Peta konsep"),
        "brief": _("Berkas bimbingan"),
        "base": _("Seluruh proyek"),
    }


def buttons(wanted: Export) -> None:
    """A button for each format, the most wanted first."""
    _ = session.words()
    with st.container(horizontal=True):
        for at, form in enumerate(wanted.forms):
            st.download_button(
                NAMES[form], lambda form=form: wanted.make(form), f"{wanted.file}.{form}", on_click="ignore",
                type="secondary" if at else "primary", icon=":material/download:", key=f"export-{wanted.file}-{form}",
                help=f"{_('Unduh')} {wanted.file}.{form}",
            )  # fmt: skip
