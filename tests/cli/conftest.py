"""Calling the command line in process."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kb.cli.main import main
from kb.store.new_project import copy_example

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Result:
    """What a call left behind."""

    code: int
    out: str
    err: str
    raw: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Kajian = Callable[..., Result]


@pytest.fixture
def kajian(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Kajian:
    """`kajian("table", "--format", "json")` on the example; a first argument `-C` names another project."""
    monkeypatch.delenv("KAJIAN_LANG", raising=False)

    def call(*arguments: str) -> Result:
        folder = () if "-C" in arguments else ("-C", str(ROOT))
        capfdbinary.readouterr()
        code = main([*folder, *arguments])
        out, err = capfdbinary.readouterr()
        return Result(code, out.decode("utf-8", "replace"), err.decode("utf-8", "replace"), out)

    return call


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the example that a test may change."""
    return copy_example(tmp_path / "proyek")
