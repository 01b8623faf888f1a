"""Authors whom the bibliography leaves unnamed stand as "dkk." in the table."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.model.profile import ColumnSpec
from kb.queries.works import works_by_key
from kb.review.table import comparison_table
from kb.store.new_project import copy_example
from kb.store.profiles import load_profile
from kb.store.project import open_project

COLUMNS = [ColumnSpec(name, name, name, (name,), 1.0) for name in ("author", "citation")]


@pytest.mark.parametrize(
    ("tail", "author", "citation"),
    [
        (" and others", "Ruaida Murni dkk.", "Murni dkk. (2016)"),
        (" dkk.", "Ruaida Murni dkk.", "Murni dkk. (2016)"),  # set apart from the name as it is read
        ("", "Ruaida Murni", "Murni (2016)"),
    ],
)
def test_the_table_says_that_there_are_others(tmp_path: Path, tail: str, author: str, citation: str) -> None:
    folder = copy_example(tmp_path / "proyek")
    path = folder / "references.bib"
    head, entry, rest = path.read_text(encoding="utf-8").partition("{murni2016peran,")
    line = next(line for line in rest.splitlines() if line.strip().startswith("author"))
    path.write_text(head + entry + rest.replace(line, line.replace("},", tail + "},"), 1), encoding="utf-8")
    library = open_project(folder)
    assert works_by_key(library)["murni2016peran"].others == bool(tail)
    table = comparison_table(library, load_profile("umum", folder), COLUMNS, None, "best", "id")
    row = next(row for row in table.rows if row.study == "studi-murni")
    assert (row.cells["author"].text, row.cells["citation"].text) == (author, citation)
