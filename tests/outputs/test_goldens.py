"""Small documents as they are, to be read by eye when they change; KAJIAN_RECORD=1 writes them anew."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hostile_text import PROFILE

from benchmarks.sample_tables import EXAMPLE, example_matrix
from kb.model.table import Column, Row, Table, cell
from kb.model.text import runs
from kb.outputs import matrices, prose, tables

GOLDEN = Path(__file__).parent / "golden"


def small() -> Table:
    columns = (Column("author-year", "Pengarang dan Tahun", 12), Column("similarities", "Persamaan", 30))
    rows = tuple(
        Row(
            name,
            {
                "author-year": cell(study["author-year"]),
                "similarities": replace(cell("x"), paragraphs=(runs(study["similarities"]),)),
            },
        )
        for name, study in EXAMPLE.items()
    )
    return Table("Penelitian Terdahulu", "2.1", runs("Murni (2016); Daulay (2018)"), columns, rows)


def made(name: str) -> bytes:
    form = name.rsplit(".", 1)[1]
    if name.startswith("matriks"):
        return matrices.render(example_matrix(), form, "id", None, "2.2")
    if name.startswith("narasi"):
        return prose.render([runs(EXAMPLE["daulay"]["differences"])], form, PROFILE, "Penelitian Terdahulu")
    return tables.render(small(), PROFILE, form)


@pytest.mark.parametrize(
    "name", ["tabel.md", "tabel.csv", "tabel.tex", "tabel.json", "matriks.md", "matriks.svg", "narasi.md", "narasi.tex"]
)
def test_document_is_as_it_was(name: str) -> None:
    path = GOLDEN / name
    if os.environ.get("KAJIAN_RECORD"):
        path.write_bytes(made(name))
    assert made(name) == path.read_bytes()


def test_no_golden_is_left_over() -> None:
    assert len(list(GOLDEN.iterdir())) == 8
