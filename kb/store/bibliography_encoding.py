"""The bytes of a bibliography as text: UTF-8 first, others only where they can be told apart."""

from __future__ import annotations

from kb.findings import Finding, Place

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def decode(data: bytes, file: str) -> tuple[str, str, list[Finding]]:
    """Text with line ends as `\\n`, the encoding's name, and a finding where it was not UTF-8.

    Bytes that fit no encoding become replacement characters, each line of which is named: never silent mojibake.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return _lines(data.decode(name)), name.removesuffix("-sig"), []
            except UnicodeDecodeError:
                break
    try:
        return _lines(data.decode("utf-8")), "utf-8", []
    except UnicodeDecodeError as wrong:
        line = data.count(b"\n", 0, wrong.start) + 1
    return _guessed(data, file, line)


def _guessed(data: bytes, file: str, line: int) -> tuple[str, str, list[Finding]]:
    """Two-byte Chinese text where it decodes whole and holds pairs, else Windows-1252, else what is left of UTF-8."""
    for name in ("gb18030", "cp1252"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if name == "gb18030" and not any("\u4e00" <= character <= "\u9fff" for character in text):
            continue
        found = Finding(
            "encoding-not-utf8", "warning", Place(file, line), {"file": file, "encoding": name, "line": line}
        )
        return _lines(text), name, [found]
    text = _lines(data.decode("utf-8", "replace"))
    found = Finding("encoding-unknown", "error", Place(file, line), {"file": file, "line": line})
    return text, "unknown", [found]


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
