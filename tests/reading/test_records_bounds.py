"""How much one import takes."""

from __future__ import annotations

import pytest

from kb.errors import InputError
from kb.reading.records.reading import MOST_ROWS, read_records

HEAD = "Penulis,Tahun,Judul,Metode\n"


def test_a_table_of_more_studies_than_anybody_read_is_refused() -> None:
    rows = "".join(f"Nama{n},2019,Judul {n},kualitatif\n" for n in range(MOST_ROWS + 1))
    with pytest.raises(InputError) as refused:
        read_records("x.csv", (HEAD + rows).encode(), "csv")
    assert refused.value.code == "import-too-many" and refused.value.params["most"] == MOST_ROWS


def test_a_file_that_stops_the_reader_is_told_as_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    from kb.reading.records import reading
    from kb.store.worker import Bounds

    monkeypatch.setattr(reading, "BOUNDS", Bounds(0.05, 1536))
    with pytest.raises(InputError) as stopped:
        read_records("x.csv", (HEAD + "a,2019,b,c\n" * 900_000).encode(), "csv")
    assert stopped.value.code == "file-stopped" and stopped.value.params["what"] == "x.csv"
