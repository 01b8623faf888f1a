"""A draft's text, line by line; passages are marked, and one line can be pointed at."""

from __future__ import annotations

import html

import streamlit as st

from app import session
from kb.queries.passages import passages
from kb.reading.source_text import source_text
from kb.store.library import Library, Source

_STYLE = """<style>
.kajian-draft p{margin:.35rem 0 .35rem 3.2rem;text-indent:-3.2rem;line-height:1.5}
.kajian-draft .n{display:inline-block;width:2.6rem;margin-right:.6rem;text-indent:0;text-align:right;opacity:.75;font-size:.8rem}
.kajian-draft mark{background:rgba(31,78,156,.16);color:inherit}.kajian-draft p.here{outline:2px solid #c2410c;outline-offset:4px}
</style>"""
_AROUND = 12


def show(opened: Library, source: Source, line: int | None) -> None:
    """All lines, or those around the line that the link names."""
    _ = session.words()
    lines = source_text(source).split("\n")
    everything = line is None or st.toggle(_("Tampilkan seluruh naskah"), key="whole-draft")
    first = 1 if everything else max(1, (line or 1) - _AROUND)
    last = len(lines) if everything else min(len(lines), (line or 1) + _AROUND)
    marks = _marks(opened, source)
    body = "".join(
        f"<p{' class=here id=here' if number == line else ''}><span class='n'>{number}</span>"
        f"{_marked(lines[number - 1], marks.get(number, []))}</p>"
        for number in range(first, last + 1)
        if lines[number - 1].strip()
    )
    st.html(f"{_STYLE}<div class='kajian-draft' lang='id'>{body}</div>")


def _marks(opened: Library, source: Source) -> dict[int, list[tuple[int, int]]]:
    """Spans of passages within each line."""
    text = source_text(source)
    found: dict[int, list[tuple[int, int]]] = {}
    for passage in passages(opened).values():
        if passage.source == source.id and passage.start is not None and passage.line and passage.end is not None:
            begin = text.rfind("\n", 0, passage.start) + 1
            found.setdefault(passage.line, []).append((passage.start - begin, passage.end - begin))
    return found


def _marked(line: str, spans: list[tuple[int, int]]) -> str:
    shown, at = "", 0
    for start, end in sorted(spans):
        if start >= at:
            shown += f"{html.escape(line[at:start])}<mark>{html.escape(line[start:end])}</mark>"
            at = min(end, len(line))
    return shown + html.escape(line[at:])
