"""An uploaded draft is the same draft, and one that would never end only ends its child."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.errors import InputError
from kb.reading import uploads
from kb.reading.drafts import read_draft
from kb.reading.uploads import read_upload
from kb.store.worker import Bounds

ROOT = Path(__file__).parent.parent.parent
DRAFTS = [ROOT / "ontology" / "balewangi" / "bab2.md", *sorted(ROOT.glob("tests/audit/corpus/**/*.md"))[:2],
          *sorted(ROOT.glob("tests/audit/corpus/**/main.tex"))]  # fmt: skip


def test_an_upload_is_the_same_draft_as_the_file() -> None:
    files = [(path.name, path.read_bytes()) for path in DRAFTS]
    files.append(("latin.txt", "Teks (Séri, 2019).".encode("latin-1")))
    assert read_upload(files) == read_draft(files)


def test_a_refusal_comes_through(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError) as refused:
        read_upload([("x.pdf", b"%PDF-1.7")])
    assert refused.value.code == "draft-kind" and refused.value.params["file"] == "x.pdf"


def test_a_draft_that_takes_too_long_ends_its_child_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "BOUNDS", Bounds(0.05, 1536))
    with pytest.raises(InputError) as stopped:
        read_upload([("x.md", b"Kata kata kata kata kata.\n\n" * 39_000)])
    assert stopped.value.code == "draft-stopped" and stopped.value.params["what"] == "x.md"
