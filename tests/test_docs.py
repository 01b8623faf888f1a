"""Docs run: every `$ kajian …` in a console block is called, and prints what the docs say it prints."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest

from kb.cli.main import VERBS, main

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BY_HAND = ("make ", "pip ", "python", "py ", ".venv/bin/pre-commit", "git ")
"""Commands of the docs that other tests or people run."""


@dataclass(frozen=True)
class Example:
    """A command with the output that the docs show; a line `…` stands for any lines."""

    page: str
    line: int
    command: str
    shown: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def examples() -> list[Example]:
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for block in re.finditer(r"^```console\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
            line = text.count("\n", 0, block.start()) + 2
            for part in re.split(r"^(?=\$ )", block.group(1), flags=re.MULTILINE):
                if part.startswith("$ "):
                    command, _, shown = part[2:].partition("\n")
                    found.append(Example(page.name, line, command.strip(), shown.rstrip("\n")))
                line += part.count("\n")
    return found


EXAMPLES = [example for example in examples() if not example.command.startswith(BY_HAND)]


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 8


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_prints_what_the_docs_show(
    example: Example, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    words = shlex.split(example.command.split(" | ")[0])
    assert words[0] == "kajian", example.command
    monkeypatch.setenv("KAJIAN_LANG", "id")
    monkeypatch.chdir(tmp_path if "-o" in words or "init" in words else ROOT)
    folder = ["-C", str(ROOT)] if "-C" not in words and "init" not in words else []
    code = main([*folder, *words[1:]])
    out, err = capfdbinary.readouterr()
    assert code in (0, 1), err.decode()
    printed = out.decode("utf-8").rstrip("\n")
    if " | head" in example.command:
        count = int(re.findall(r"head -n? ?(\d+)", example.command)[0])
        printed = "\n".join(printed.splitlines()[:count])
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line).replace("…", ".*") + r"\n"
        for line in example.shown.splitlines()
    )
    if example.shown:
        assert re.fullmatch(pattern, printed + "\n"), f"{example}\n{printed}"


def test_every_verb_has_a_heading_in_the_docs() -> None:
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    missing = [verb for verb in VERBS if not re.search(rf"^## `{verb}", text, re.MULTILINE)]
    assert not missing, missing


def test_every_link_between_docs_leads_somewhere() -> None:
    wrong = []
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            if not (page.parent / target).exists():
                wrong.append(f"{page.name} -> {target}")
    assert not wrong, wrong
