"""The page Impor with a table that came back: each changed cell is accepted or refused by its own box."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from app.components import import_source
from kb.outputs.tables import render
from kb.queries.studies import studies
from kb.review.table import comparison_table
from kb.store.new_project import copy_example
from kb.store.profiles import load_profile
from kb.store.project import open_project
from tests.app.test_pages import opened, visit


def test_a_cell_that_is_refused_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copy_example(tmp_path / "proyek")
    library, profile = open_project(folder), load_profile("umum", folder)
    document = docx.Document(io.BytesIO(render(comparison_table(library, profile), profile, "docx")))
    rows = document.tables[0].rows
    rows[1].cells[1].text, rows[2].cells[1].text = "Judul yang diterima", "Judul yang ditolak"
    target = io.BytesIO()
    document.save(target)
    monkeypatch.setattr(import_source, "_uploaded", lambda: ("tabel.docx", target.getvalue()))
    app = opened(folder, monkeypatch)
    visit(app, "imports")
    assert not app.exception, [entry.value for entry in app.exception]
    boxes = [box for box in app.checkbox if box.key and box.key.startswith("import-accept-")]
    assert [box.value for box in boxes] == [True, True]
    for box, study in zip(boxes, [s for s in studies(library) if s.work][:2], strict=True):
        words = box.label.replace("\\", "")
        assert words.startswith(study.label) and study.id not in box.label and " · title" not in box.label
    boxes[1].uncheck().run()
    app.button(key="import-now").click().run()
    text = (folder / "references.bib").read_text(encoding="utf-8")
    assert not app.exception and "Judul yang diterima" in text and "Judul yang ditolak" not in text
