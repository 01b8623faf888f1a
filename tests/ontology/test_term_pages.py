"""The vocabulary can be turned into pages by a tool that nobody of us wrote."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from ontology_graphs import ONTOLOGY

PAGES = {
    "kajian.ttl": ("class-kajiandefinition", "prop-kajianchain"),
    "facets.ttl": ("concept-facetcase-study", "concept-facetin-depth-interview"),
}


@pytest.mark.parametrize("name", sorted(PAGES))
def test_ontospy_builds_pages(name: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ontospy.cli", "gendocs", "--type", "2", "--nobrowser", "-o", str(tmp_path)]
    done = subprocess.run(
        [*command, str(ONTOLOGY / name)],
        capture_output=True,
        text=True,
        env={"PATH": "", "HOME": str(tmp_path)},
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    pages = {path.stem for path in tmp_path.rglob("*.html")}
    for page in PAGES[name]:
        assert any(page in stem for stem in pages), sorted(pages)[:20]
