"""All hostile inputs there are."""

from __future__ import annotations

import importlib
from functools import cache

from tests.hostile.traps import Case

KINDS = ("bib", "key", "rdf", "graph", "office", "word", "table", "record", "text", "draft", "style", "layout")
"""Each a module `…_inputs` with its `cases`."""


@cache
def all_cases() -> tuple[Case, ...]:
    """Every case; made once, since some hold megabytes."""
    modules = (importlib.import_module(f"tests.hostile.{kind}_inputs") for kind in KINDS)
    return tuple(case for module in modules for case in module.cases())
