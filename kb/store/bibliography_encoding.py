"""The bytes of a bibliography as text: UTF-8 first, others only where they can be told apart, never silent mojibake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.findings import Finding, Place, Severity
from kb.patterns import byte_pattern, pattern

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_FOREIGN = ((b"%PDF", "PDF"), (b"PK\x03\x04", "ZIP, DOCX, XLSX"), (b"\xd0\xcf\x11\xe0", "DOC, XLS"), (b"{\\rtf", "RTF"))
"""How files begin that people hand in by mistake."""

_SAID = byte_pattern(
    rb"^[%\s]*(?:-\*-\s*coding|encoding)\s*[:=]\s*((?:cp|windows|iso|latin|gb|big5|shift|euc|mac|koi8)[\w-]*)",
    re.MULTILINE | re.IGNORECASE,
)
_ALIASES = {"cp1252": "windows-1252", "iso8859-1": "iso-8859-1", "iso8859-15": "iso-8859-15", "utf-8-sig": "utf-8"}
_HIGH = byte_pattern(rb"[\x80-\xff]+")
_NO_WORD = byte_pattern(rb"[a-z][\x8a\x8c\x8e\x9f]|[A-Za-z][\x83\x88\x98]|[\x83\x86-\x89\x98\x9f][a-z]")
"""What no word has in Windows-1252: a capital Ž behind a small letter, a dagger before one. Other encodings do."""

_TWICE_ENCODED = pattern(
    r"[\u00c2\u00c3\u00c5\u00e2][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u203a\u20ac\u2122]+"
)


@dataclass(frozen=True, slots=True)
class Codec:
    """How the text of a file became bytes: the mark it began with and the encoding's name for Python."""

    mark: bytes
    name: str

    def bytes_of(self, text: str) -> bytes:
        """The text as this file writes it; UnicodeEncodeError where the encoding has no such letter."""
        return self.mark + text.encode(self.name, "surrogateescape" if self.name == "utf-8" else "strict")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of a file, the name of its encoding for people, and what has to be said about it."""

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()


def decode(data: bytes, file: str) -> Decoded:
    """The file's text; what fits no encoding is an error with empty text, for a guess is worse than a refusal."""
    try:
        text = data.removeprefix(_MARKS[0][0]).decode("utf-8")
    except UnicodeDecodeError as wrong:
        return _other(data, file, wrong.start)
    if "\0" in text and (_mark(data) or _wide(data)):
        return _other(data, file, 0)
    return Decoded(text, "utf-8", tuple(_damage(text, file)))


def codec_of(data: bytes) -> Codec | None:
    """The codec whose `bytes_of` gives the file's text back as the same bytes; None where it is not known.

    A file of two encodings is edited as UTF-8 in which the strange bytes stay what they are.
    """
    decoded = decode(data, "")
    mark = _mark(data)
    if mark is not None:
        return Codec(*mark)
    if decoded.encoding in ("utf-8", "mixed"):
        return Codec(b"", "utf-8")
    return Codec(b"", decoded.encoding) if decoded.encoding else None


def text_to_edit(data: bytes, codec: Codec) -> str:
    """The text of which `codec.bytes_of` makes the very same bytes."""
    return data.removeprefix(codec.mark).decode(codec.name, "surrogateescape" if codec.name == "utf-8" else "strict")


def _other(data: bytes, file: str, start: int) -> Decoded:
    foreign = next((kind for begin, kind in _FOREIGN if data.startswith(begin)), None)
    if foreign is not None:
        return _refused("not-a-bibliography", file, 1, kind=foreign)
    line = data.count(b"\n", 0, start) + 1
    mark = _mark(data)
    if mark is not None:
        return _as(data.removeprefix(mark[0]), mark[1], file, "info") or _refused("encoding-unknown", file, line)
    if _wide(data):
        name = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
        return _as(data, name, file, "warning") or _refused("encoding-unknown", file, line)
    said = _SAID.search(data[:2000])
    if said and (known := _as(data, said.group(1).decode("ascii"), file, "info")):
        return known
    guess = _guess(data)
    strange = [_whole_utf8(each) for each in data.splitlines() if not each.isascii()]
    if any(strange) and (guess != "gb18030" or 2 * sum(strange) > len(strange)):
        return _mixed(data, file)
    return (guess and _as(data, guess, file, "warning", line)) or _refused("encoding-unknown", file, line)


def _as(data: bytes, name: str, file: str, severity: Severity, line: int = 1) -> Decoded | None:
    """The file read in the encoding `name`, None where it is not written in it; the quote shows letters to check."""
    try:
        text = data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None
    strange = next((each.strip() for each in text.splitlines() if not each.isascii()), "")
    check = "encoding-guessed" if severity == "warning" else "encoding-converted"
    place = Place(file, line, None, strange[:200])
    params = {"file": file, "encoding": _ALIASES.get(name.casefold(), name), "line": line}
    return Decoded(text, name.casefold(), (Finding(check, severity, place, params), *_damage(text, file)))


def _refused(check: str, file: str, line: int, **params: object) -> Decoded:
    return Decoded("", "", (Finding(check, "error", Place(file, line), {"file": file, "line": line, **params}),))


def _mark(data: bytes) -> tuple[bytes, str] | None:
    return next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), None)


def _wide(data: bytes) -> bool:
    """UTF-16 without a mark: at least every third byte of its beginning is zero."""
    head = data[:4000]
    return len(data) % 2 == 0 and head.count(0) * 3 > len(head)


def _whole_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _mixed(data: bytes, file: str) -> Decoded:
    """Two files pasted into one: each line in the encoding it is written in, every strange line reported."""
    lines: list[str] = []
    findings: list[Finding] = []
    for number, line in enumerate(data.split(b"\n"), 1):
        if _whole_utf8(line):
            lines.append(line.decode("utf-8"))
            continue
        lines.append(line.decode("cp1252", "replace"))
        place = Place(file, number, None, lines[-1].strip()[:200])
        findings.append(Finding("encoding-mixed", "warning", place, {"file": file, "line": number}))
    return Decoded("\n".join(lines), "mixed", tuple(findings))


def _guess(data: bytes) -> str | None:
    """Windows-1252 where strange bytes stand alone among letters, GB18030 where they come in common pairs, else None."""
    runs = _HIGH.findall(data)
    pairs = [run[i : i + 2] for run in runs if len(run) % 2 == 0 for i in range(0, len(run), 2)]
    if sum(len(run) % 2 == 0 for run in runs) > 0.8 * len(runs):
        common = sum(0xB0 <= pair[0] <= 0xD7 or pair[0] in (0xA1, 0xA3) for pair in pairs)
        return "gb18030" if common > 0.85 * len(pairs) else None
    short = sum(len(run) <= 2 for run in runs)
    return "cp1252" if short > 0.9 * len(runs) and not _NO_WORD.search(data) else None


def _damage(text: str, file: str) -> Iterator[Finding]:
    """Letters that were lost or encoded twice before the file came here."""
    if text.isascii():
        return
    lost, twice = (
        text.count("\N{REPLACEMENT CHARACTER}"),
        [m for m in _TWICE_ENCODED.finditer(text) if _undone(m.group())],
    )
    if lost:
        yield _damaged("encoding-lost", text, text.index("\N{REPLACEMENT CHARACTER}"), file, count=lost)
    if twice:
        meant = _undone(twice[0].group())
        yield _damaged(
            "encoding-twice", text, twice[0].start(), file, count=len(twice), seen=twice[0].group(), meant=meant
        )


def _damaged(check: str, text: str, start: int, file: str, **params: object) -> Finding:
    line = text.count("\n", 0, start) + 1
    quote = text[text.rfind("\n", 0, start) + 1 :].split("\n", 1)[0].strip()[:200]
    return Finding(check, "warning", Place(file, line, None, quote), {"file": file, "line": line, **params})


def _undone(seen: str) -> str:
    """What was meant where UTF-8 was once read as Windows-1252, or nothing."""
    try:
        return seen.encode("cp1252").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return ""
