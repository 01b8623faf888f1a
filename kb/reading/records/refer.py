"""EndNote's tagged export (`.enw`, also of Google Scholar and OJS) to works: RIS with other names for its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.model.record import Records
from kb.reading.records.ris import LINE_END, tagged_records
from kb.store.bibliography_encoding import decode

_FIELD = re.compile(r"[ \t]*%([0-9A-Z@!?~<>=|&^#$*+(\[)\]])(?:[ \t]+(.*))?\Z")
_TAGS = {
    "0": "TY", "A": "AU", "E": "ED", "T": "TI", "J": "JO", "B": "T2", "V": "VL", "N": "IS", "P": "SP", "D": "PY", "I": "PB",
    "C": "CY", "@": "SN", "U": "UR", "R": "DO", "X": "AB", "K": "KW", "8": "DA", "9": "M3", "S": "T3", "7": "ET",
    "Z": "N1", "G": "LA", "F": "ID", "Y": "A3", "!": "ST", "+": "AD", "L": "CN", "M": "AN", "Q": "TT", "W": "DP", "~": "DB",
    ">": "L1", "[": "Y2", "1": "ID",
}  # fmt: skip


def read_refer(file: str, data: bytes) -> Records:
    """The file's records; fields without a name in RIS keep their sign."""
    decoded = decode(data, file)
    lines = list(_as_ris(LINE_END.split(decoded.text)))
    return tagged_records(file, lines, "EndNote (%0 …)", decoded.findings)


def _as_ris(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Numbered lines of RIS; where no record names its type, an empty line parts them."""
    typed = any(line.lstrip().startswith("%0") for line in lines)
    fresh = not typed
    for number, line in enumerate(lines, 1):
        found = _FIELD.match(line)
        if not found:
            yield number, line
            fresh = fresh or (not typed and not line.strip())
            continue
        if fresh or found[1] == "0":
            # RIS ends each record; here only the beginning of the next one does
            yield number, "ER  - "
        if fresh:
            yield number, "TY  - GEN"
        fresh = False
        yield number, f"{_ris_tag(found[1])}  - {found[2] or ''}"


def _ris_tag(sign: str) -> str:
    return _TAGS.get(sign) or "E" + (sign if sign.isalnum() else "X")
