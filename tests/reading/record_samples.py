"""Reading a foreign file in process, and what was said about it."""

from __future__ import annotations

import textwrap

from kb.model.record import Records
from kb.reading.records.reading import _records, kind_of, read_plain


def read(file: str, content: str | bytes) -> Records:
    """The records of a file, by the way that the child goes; texts are dedented."""
    import base64
    import json

    data = content if isinstance(content, bytes) else textwrap.dedent(content).lstrip("\n").encode()
    plain = read_plain(file, base64.b64encode(data).decode(), kind_of(file, data))
    return _records(json.loads(json.dumps(plain)))


def said(records: Records) -> list[tuple[str, int | None]]:
    """Checks and lines of all that is rejected or noted."""
    return [(each.check, each.place.line) for each in (*records.rejected, *records.notes)]
