"""Bytes of a text file to text, with what had to be guessed said."""

from __future__ import annotations

from kb.errors import InputError
from kb.findings import Finding, Place

MAX_BYTES = 4_000_000
"""Bytes of a draft that is all text: a thesis of a thousand pages has half of it."""


def decoded(data: bytes, file: str) -> tuple[str, tuple[Finding, ...]]:
    """Text with `\\n` line ends; a file that is no UTF-8 is read as Windows-1252 and that is a finding."""
    if len(data) > MAX_BYTES:
        raise InputError("draft-too-large", file=file, limit=MAX_BYTES // 1_000_000)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _line_ends(data.decode("utf-16", "replace")), ()
    if b"\x00" in data[:65536]:
        raise InputError("draft-not-text", file=file)
    try:
        return _line_ends(data.decode("utf-8-sig")), ()
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        finding = Finding("draft-encoding", "warning", Place(file, line, 1), {"line": line})
        return _line_ends(data.decode("cp1252", "replace")), (finding,)


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
