"""Shared fixtures: the example project, and words compiled before the first test."""

from __future__ import annotations

from pathlib import Path

import pytest

from hatch_build import compile_words

ROOT = Path(__file__).parent.parent


def pytest_configure(config: pytest.Config) -> None:
    compile_words(ROOT)


@pytest.fixture(scope="session")
def example_root() -> Path:
    """The example project, which is the repository itself: read, never written."""
    return ROOT
