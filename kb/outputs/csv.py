"""A table as CSV that opens in a spreadsheet: header first, no formula from data, numbers as they are."""

from __future__ import annotations

import csv
import io

from kb.model.profile import Profile
from kb.model.table import Table
from kb.outputs.cleaning import formula_safe
from kb.outputs.grid import flat


def render(table: Table, profile: Profile, delimiter: str = ",") -> bytes:
    """UTF-8 with the mark that Excel looks for; `delimiter` ";" is what Excel splits at in Indonesian settings."""
    header, rows = flat(table)
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=delimiter)
    writer.writerow(formula_safe(text) for text in header)
    writer.writerows([formula_safe(text) for text in row] for row in rows)
    return target.getvalue().encode("utf-8-sig")
