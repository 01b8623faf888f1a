"""The text of a draft that passages are counted in."""

from __future__ import annotations

from functools import lru_cache

from kb.store.library import Source


@lru_cache(maxsize=16)
def _decoded(data: bytes) -> str:
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")


def source_text(source: Source) -> str:
    """Code points of a source with line ends as `\\n`; a Word file gives its paragraphs, one a line."""
    if source.path.lower().endswith(".docx"):
        from kb.reading.drafts import read_draft

        return "\n".join(block.text for block in read_draft([(source.path, source.data)]).blocks)
    return _decoded(source.data)
