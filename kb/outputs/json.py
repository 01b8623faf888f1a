"""A table as JSON with the keys of the command line's contract."""

from __future__ import annotations

import json
import re

from kb.model.profile import Profile
from kb.model.table import Table
from kb.outputs.cleaning import MARK
from kb.outputs.records import table_record

_SURROGATE = re.compile("[\ud800-\udfff]")


def render(table: Table, profile: Profile) -> bytes:
    """The table; cells keep their passages, and a transposed table is the same data."""
    return document(table_record(table))


def document(data: object) -> bytes:
    """One UTF-8 document; half a character, which UTF-8 cannot hold, becomes `MARK`."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return (_SURROGATE.sub(MARK, text) + "\n").encode()
