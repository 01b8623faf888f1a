"""A chapter's files to one draft: the reader is chosen by the file's name and its first bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath, PureWindowsPath

from kb.errors import InputError
from kb.findings import Finding
from kb.model.draft import Allowance, Block, Draft
from kb.reading.allowances import allowances
from kb.reading.decoding import decoded
from kb.reading.language import language_of
from kb.reading.mending import mended

Include = Callable[[str], bytes | None]
"""Bytes of a file inside the draft's folder by its relative name, or None."""

_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
_YEAR = re.compile(r"\d{4}")
MOST_LETTERS, MOST_BLOCKS, MOST_YEARS = 2_000_000, 40_000, 20_000
"""Of a draft in all: a thesis of a thousand pages has fewer."""
LONGEST = 200_000
"""Characters of a paragraph: what is longer is no text of a person, and the search for citations in it never ends."""


def read_draft(files: Sequence[tuple[str, bytes]], include: Include | None = None) -> Draft:
    """One draft of several files in their order; `include` finds what LaTeX takes in."""
    blocks: list[Block] = []
    findings: list[Finding] = []
    let_pass: list[Allowance] = []
    silent: list[str] = []
    for file, data in files:
        try:
            part = _read(file, data, include)
        except RecursionError as deep:
            raise InputError("draft-too-deep", file=file) from deep
        if any(len(block.text) > LONGEST for block in part.blocks):
            raise InputError("draft-paragraph-too-long", file=file, most=LONGEST)
        blocks += part.blocks
        _require_a_draft(file, blocks)
        findings += part.findings
        let_pass += part.allowances
        silent += part.silent_keys
    names = tuple(file for file, _ in files)
    return Draft(names, tuple(blocks), language_of(blocks), tuple(findings), tuple(let_pass), tuple(silent))


def _require_a_draft(file: str, blocks: Sequence[Block]) -> None:
    """InputError for more than anybody wrote: the search for citations takes its time for each letter and each year."""
    letters = sum(len(block.text) for block in blocks)
    years = sum(1 for block in blocks for _ in _YEAR.finditer(block.text))
    for code, count, most in (
        ("draft-too-long", letters, MOST_LETTERS),
        ("draft-too-many-paragraphs", len(blocks), MOST_BLOCKS),
        ("draft-too-many-years", years, MOST_YEARS),
    ):
        if count > most:
            raise InputError(code, file=file, count=count, most=most)


def _read(file: str, data: bytes, include: Include | None) -> Draft:
    suffix = _suffix(file)
    if suffix in (".docx", ".docm", ".doc", ".dotx") or data.startswith((_ZIP, _OLE)):
        from kb.reading.word import read_word

        return read_word(file, data)
    if suffix in (".pdf", ".odt", ".rtf") or data.startswith(_PDF):
        raise InputError("draft-kind", file=file)
    text, findings = decoded(data, file)
    if suffix in (".tex", ".latex", ".ltx"):
        from kb.reading.latex import read_latex

        return read_latex(file, text, findings, include)
    from kb.reading.markdown import Reader

    reader = Reader(text, file, markdown=suffix in (".md", ".markdown", ".qmd", ".rmd"))
    return Draft((file,), mended(reader.read()), findings=findings, allowances=allowances(text, file))


def _suffix(file: str) -> str:
    return PurePosixPath(PureWindowsPath(file).as_posix()).suffix.lower()
