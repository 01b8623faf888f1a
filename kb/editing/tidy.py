"""A copy of a draft's text file with its slips set right; every other byte stays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kb.errors import InputError
from kb.model.slip import Slip

_LINE = re.compile(r"\r\n|\r|\n")
_ENCODINGS = ("utf-8-sig", "utf-8", "cp1252")


@dataclass(frozen=True, slots=True)
class Tidied:
    """The copy, what was set right in it, and what was not, its words standing otherwise in the file."""

    data: bytes
    done: tuple[Slip, ...]
    left: tuple[Slip, ...]


def tidied(file: str, data: bytes, slips: Sequence[Slip]) -> Tidied:
    """Set right the slips of `file`; InputError for a Word file, which is commented and never changed."""
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise InputError("draft-fix-word", file=file)
    text, encoding = _text(data)
    starts = [0, *(match.end() for match in _LINE.finditer(text))]
    done: list[Slip] = []
    left: list[Slip] = []
    end = len(text)
    for slip in sorted((slip for slip in slips if slip.file == file), key=lambda each: (-each.line, -each.column)):
        at = starts[slip.line - 1] + slip.column - 1 if slip.line <= len(starts) else end
        if text.startswith(slip.written, at) and at + len(slip.written) <= end:
            text = text[:at] + slip.right + text[at + len(slip.written) :]
            done.append(slip)
            end = at
        else:
            left.append(slip)
    return Tidied(text.encode(encoding), tuple(reversed(done)), tuple(reversed(left)))


def _text(data: bytes) -> tuple[str, str]:
    """The text and the encoding that gives these very bytes back."""
    for encoding in ("utf-16", *_ENCODINGS) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.encode(encoding) == data:
            return text, encoding
    return data.decode("latin-1"), "latin-1"
