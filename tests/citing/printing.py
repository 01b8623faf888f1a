"""Lists as lines that golden files hold: emphasis between asterisks, below each work how the text cites it."""

from __future__ import annotations

from pathlib import Path

from kb.citing.csl_files import find_style
from kb.citing.style import with_citations
from kb.model.text import Runs
from kb.store.bibliography_entry import Entry
from kb.store.bibliography_read import read_bibliography

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
EXAMPLE = ROOT / "references.bib"
VARIED = HERE / "works.bib"
STYLES = ("apa", "harvard", "chicago", "ieee", "catatan-kaki")


def entries_of(path: Path) -> tuple[Entry, ...]:
    return read_bibliography(path.read_bytes(), path.name).entries


def shown(runs: Runs) -> str:
    return "".join(f"*{run.text}*" if run.italic else run.text for run in runs)


def lines(path: Path, style: str, language: str = "id") -> str:
    """The whole list with its citations."""
    listed = with_citations(entries_of(path), find_style(style), language)
    found: list[str] = []
    for reference in listed.references:
        found.append(f"{reference.label} {shown(reference.runs)}".strip())
        found.append("    " + " | ".join(shown(runs) for runs in reference.in_text.values()))
    return "\n".join(found) + "\n"
