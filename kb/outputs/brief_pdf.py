"""The "berkas bimbingan" as PDF through Typst, with the map as a drawing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kb.locale import translator
from kb.model.brief import Brief
from kb.model.profile import Profile
from kb.model.table import Table
from kb.model.text import Run, Runs, runs, without_emphasis
from kb.outputs.brief_open import no_search_note, open_groups
from kb.outputs.brief_template import TEMPLATE
from kb.outputs.captions import below, caption
from kb.outputs.cleaning import clean
from kb.outputs.matrices import matrix_table, uncovered_lines
from kb.outputs.paper import page_grid
from kb.outputs.pdf import compiled, panel_data, runs_data

Piece = dict[str, Any]


def render(brief: Brief, profile: Profile) -> bytes:
    """The document on A4 pages; InputError where Typst is not installed."""
    _ = translator(brief.language)
    sections: tuple[tuple[str, bool, list[Piece]], ...] = (
        (_("Tabel perbandingan"), False, list(_compared(brief, profile))),
        (_("Matriks cakupan"), False, list(_covered(brief, profile))),
        (_("Celah penelitian"), False, list(_gap(brief))),
        (_("Peta konsep"), True, list(_map(brief))),
        (_("Narasi penelitian terdahulu"), True, list(_told(brief))),
        (_("Yang masih terbuka"), True, list(_open(brief))),
    )
    data = {
        "kind": _("Berkas bimbingan"),
        "title": clean(without_emphasis(brief.title)),
        "heading": runs_data(runs(brief.title)),
        "language": brief.language,
        "made": brief.made,
        "counts": " · ".join(f"{number} {what}" for number, what in brief.counts),
        "fonts": [profile.font, "Liberation Serif", "Libertinus Serif"],
        "parts": [{"title": title, "page": page, "pieces": pieces} for title, page, pieces in sections if pieces],
    }
    return compiled(TEMPLATE, data)


def _compared(brief: Brief, profile: Profile) -> Iterator[Piece]:
    if brief.table.rows:
        yield _table(brief.table, profile)
        yield from (_small(line) for line in below(brief.table, profile))


def _covered(brief: Brief, profile: Profile) -> Iterator[Piece]:
    if brief.matrix.rows and brief.matrix.values:
        laid = matrix_table(brief.matrix, brief.language)
        yield _table(laid, profile)
        yield from (_small(line) for line in (*laid.notes[:1], *uncovered_lines(brief.matrix, brief.language)))


def _table(table: Table, profile: Profile) -> Piece:
    return {"kind": "table", "caption": caption(table), "panel": panel_data(page_grid(table, profile))}


def _gap(brief: Brief) -> Iterator[Piece]:
    told = [p for p in brief.narrative.paragraphs if p.kind in ("search", "gap")]
    if any(paragraph.kind == "gap" for paragraph in told):
        for paragraph in told:
            yield {"kind": "box", "runs": runs_data(runs(paragraph.text))}
        if not any(paragraph.kind == "search" for paragraph in told):
            yield _small((Run(no_search_note(brief.language)),))


def _map(brief: Brief) -> Iterator[Piece]:
    if brief.map is not None:
        from kb.outputs.svg import render as draw

        yield {"kind": "map", "picture": draw(brief.map, brief.language).decode("utf-8")}


def _told(brief: Brief) -> Iterator[Piece]:
    for paragraph in brief.narrative.paragraphs:
        if paragraph.kind not in ("search", "gap"):
            yield {"kind": "prose", "runs": runs_data(runs(paragraph.text))}


def _open(brief: Brief) -> Iterator[Piece]:
    _ = translator(brief.language)
    for group in open_groups(brief.findings, brief.language):
        yield {"kind": "head", "words": group.heading}
        for point in group.points:
            where = f" ({point.where})" if point.where else ""
            yield _item(point.message + where, point.quote, point.fix)
    if brief.unread:
        yield {"kind": "head", "words": _("Belum dapat dibandingkan")}
        yield from (_item(f"{label}: {', '.join(facets)}") for label, facets in brief.unread)


def _item(words: str, quote: str = "", fix: str = "") -> Piece:
    return {"kind": "item", "runs": runs_data((Run(words),)), "quote": clean(quote), "fix": clean(fix)}


def _small(line: Runs) -> Piece:
    return {"kind": "small", "runs": runs_data(line)}
