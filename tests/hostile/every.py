"""All hostile inputs there are."""

from __future__ import annotations

import importlib
from collections.abc import Iterator

from tests.hostile.traps import Case

KINDS = ("bib", "key", "rdf", "graph", "office", "word", "table", "record", "text", "draft", "style", "layout")
"""Each a module `…_inputs` with its `cases`."""


def all_cases() -> Iterator[Case]:
    """Every case, a module's at a time: all of them together hold 1.7 GB."""
    for kind in KINDS:
        yield from importlib.import_module(f"tests.hostile.{kind}_inputs").cases()
