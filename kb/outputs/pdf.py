"""A table as PDF through Typst: its one wheel needs no other program and no network.

The words of the table reach Typst as data (`sys.inputs`), never as its language, so nothing in them is obeyed.
"""

from __future__ import annotations

import json
from typing import Any

from kb.errors import InputError
from kb.model.profile import Profile
from kb.model.table import Cell, Table
from kb.model.text import Run, Runs
from kb.outputs.captions import below, caption, continued
from kb.outputs.cleaning import clean
from kb.outputs.grid import Grid
from kb.outputs.paper import one_page, page_grid, panels, paper
from kb.outputs.pdf_template import TEMPLATE


def render(table: Table, profile: Profile) -> bytes:
    """The table on the profile's page; later pages repeat the header, under "Lanjutan Tabel …" if the profile says so.

    InputError where Typst is not installed.
    """
    if profile.continuation == "satu-halaman":
        profile = one_page(table, profile)
    return compiled(TEMPLATE, _data(table, profile))


def compiled(template: str, data: dict[str, Any]) -> bytes:
    """A template of ours filled with data; InputError where Typst is not installed."""
    try:
        import typst
    except ImportError as missing:
        raise InputError("pdf-unavailable") from missing
    words = json.dumps(data, ensure_ascii=False)
    return bytes(typst.compile(template.encode(), format="pdf", sys_inputs={"data": words}))


def _data(table: Table, profile: Profile) -> dict[str, Any]:
    page = paper(profile)
    return {
        "language": table.language,
        "caption": caption(table),
        "continued": continued(table, profile) if profile.continuation == "lanjutan" else "",
        "panel_heading": continued(table, profile),
        "below": [runs_data(runs) for runs in below(table, profile)],
        "panels": [panel_data(page_grid(panel, profile)) for panel in panels(table, profile)],
        "page": {
            "width": page.width,
            "height": page.height,
            "margin": {"left": page.left, "right": page.right, "top": page.top, "bottom": page.bottom},
        },
        "fonts": [profile.font, "Liberation Serif", "Libertinus Serif"],
        "body_size": profile.body_size,
        "table_size": profile.table_size,
        "align": profile.caption_align,
        "bold": profile.caption_bold,
        "above": profile.caption_position == "above",
        "grid": profile.rules == "grid",
        "split": profile.split_rows and profile.continuation != "satu-halaman",
    }


def panel_data(laid: Grid) -> dict[str, Any]:
    """A laid-out table as the templates take it."""
    return {
        "shares": list(laid.shares),
        "centered": list(laid.centered),
        "header": [_cell(cell) for cell in laid.header],
        "lines": [{"heading": line.heading, "cells": [_cell(cell) for cell in line.cells]} for line in laid.lines],
    }


def _cell(cell: Cell) -> list[list[dict[str, Any]]]:
    return [runs_data(runs) for runs in cell.paragraphs]


def runs_data(runs: Runs) -> list[dict[str, Any]]:
    """Runs as the templates take them."""
    return [_run(run) for run in runs]


def _run(run: Run) -> dict[str, Any]:
    return {"text": clean(run.text), "italic": run.italic, "bold": run.bold}
