"""A project to change."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.store.new_project import copy_example


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the example that a test may change."""
    return copy_example(tmp_path / "proyek")
