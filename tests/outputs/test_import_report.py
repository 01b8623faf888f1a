"""The report of an import names things as a person does; ids stand behind, and in JSON alone."""

from __future__ import annotations

from kb.findings import Place
from kb.model.record import Difference, Imported
from kb.outputs.imports import import_record, import_text

RESULT = Imported(
    read=1,
    added=("studi-baru", "tanpa-judul"),
    updated=("studi-lestari",),
    titles={"studi-baru": "Baru (2020)", "studi-lestari": "Dewi Lestari (2019)"},
    differences=(
        Difference("studi-lestari", "findings", "", "naik", Place("t.docx", 2), "Dewi Lestari (2019)", "Hasil"),
        Difference("studi-lain", "method", "a", "b", Place("t.docx", 3)),
    ),
)


def test_studies_and_cells_are_named_by_label_and_heading() -> None:
    lines = import_text(RESULT, "id", saving=True, partial=False).splitlines()
    assert "  Baru (2020)  [studi-baru]" in lines and "  tanpa-judul" in lines
    assert "  Dewi Lestari (2019)  [studi-lestari]" in lines
    assert "  Dewi Lestari (2019) · Hasil: – → naik  [studi-lestari:findings]" in lines
    assert "  studi-lain · method: a → b  [studi-lain:method]" in lines  # what has no name is called by its id


def test_json_keeps_ids() -> None:
    record = import_record(RESULT, "id")
    assert record["updated"] == ["studi-lestari"]
    assert (record["differences"][0]["study"], record["differences"][0]["column"]) == ("studi-lestari", "findings")
