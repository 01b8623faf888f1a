"""Standard input that never ends is not read for ever."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("arguments", [["import", "-", "--dry-run"], ["query", "-"]])
def test_an_endless_input_is_refused(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "kajian.toml").write_text('version = 1\nbase = "urn:x#"\n')
    (tmp_path / "references.bib").write_text("")
    bounded = "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30)); from kb.cli.main import main; sys.exit(main(sys.argv[1:]))"
    with open("/dev/zero", "rb") as endless:
        done = subprocess.run(
            [sys.executable, "-c", bounded, "-C", str(tmp_path), *arguments], stdin=endless, capture_output=True, text=True, timeout=60
        )  # fmt: skip
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1 and "MemoryError" not in done.stderr
