"""LaTeX files to blocks: what is printed, with what the sources take in from their own folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

from kb.errors import InputError
from kb.findings import Finding, Place
from kb.model.draft import Allowance, Block, Draft
from kb.reading.allowances import allowances
from kb.reading.decoding import decoded
from kb.reading.latex_part import Part
from kb.reading.latex_source import Macro
from kb.reading.mending import mended

_MAX_FILES = 200
_MAX_DEPTH = 20

Include = Callable[[str], bytes | None]


def read_latex(file: str, text: str, findings: tuple[Finding, ...], include: Include | None) -> Draft:
    """A .tex file with what it takes in, as one draft."""
    whole = Whole(include)
    whole.read(file, text)
    found = (*findings, *whole.findings)
    let_pass = tuple(whole.allowances)
    return Draft((file,), mended(whole.blocks), findings=found, allowances=let_pass, silent_keys=tuple(whole.silent))


class Whole:
    """What the files of one LaTeX draft share: their blocks in order, and the macros defined so far."""

    def __init__(self, include: Include | None) -> None:
        self.include = include
        self.blocks: list[Block] = []
        self.findings: list[Finding] = []
        self.allowances: list[Allowance] = []
        self.silent: list[str] = []
        self.macros: dict[str, Macro] = {}
        self.seen: set[str] = set()
        self._depth = 0

    def read(self, file: str, text: str) -> None:
        """Append the blocks of one file."""
        self.seen.add(file)
        self.allowances += allowances(text, file)
        self._depth += 1
        part = Part(file, text, self.macros, self)
        part.read()
        self._depth -= 1

    def add(self, block: Block) -> None:
        """One more block."""
        self.blocks.append(block)

    def keep_silent(self, keys: list[str]) -> None:
        """Keys that are listed without being cited."""
        self.silent += keys

    def take_in(self, name: str, place: Place) -> None:
        """Read a file that another names; one that cannot be read is a finding, never a silent gap."""
        path = name.strip().removeprefix("./")
        if PurePosixPath(path).suffix != ".tex":
            path += ".tex"
        unsafe = path.startswith(("/", "~", "\\")) or ".." in PurePosixPath(path).parts or ":" in path
        if path in self.seen:
            return
        too_many = len(self.seen) >= _MAX_FILES or self._depth >= _MAX_DEPTH
        data = None if unsafe or too_many or self.include is None else self.include(path)
        if data is None:
            self.seen.add(path)  # told once, however often it is asked for
            self.findings.append(Finding("part-missing", "warning", place, {"part": path}))
            return
        try:
            text, findings = decoded(data, path)
        except InputError:
            self.findings.append(Finding("part-missing", "warning", place, {"part": path}))
            return
        self.findings += findings
        self.read(path, text)
