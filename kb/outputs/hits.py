"""What a search found, for the terminal and as JSON."""

from __future__ import annotations

import textwrap
from itertools import groupby
from typing import Any

from kb.locale import Translator, translator
from kb.model.hit import Found, Hit
from kb.model.text import plain
from kb.outputs.listing import WIDTH
from kb.outputs.records import passage_record


def kind_words(_: Translator) -> dict[str, str]:
    """What a kind of hit is called, as a heading over several."""
    return {
        "concept": _("Konsep"),
        "definition": _("Pengertian"),
        "typology": _("Rincian"),
        "relation": _("Relasi"),
        "study": _("Penelitian"),
        "statement": _("Isi penelitian"),
        "person": _("Tokoh"),
        "work": _("Sumber"),
        "draft": _("Naskah"),
    }


def listing(found: Found, language: str) -> str:
    """The hits under headings of their kinds, each with its words and where they stand."""
    _ = translator(language)
    if not found.total:
        return _("Tidak ada yang cocok.")
    lines: list[str] = []
    for kind, group in groupby(found.hits, key=lambda hit: hit.kind):
        lines += ["", f"{kind_words(_)[kind]} ({found.counts[kind]})"]
        for hit in group:
            lines += _lines(hit)
    return "\n".join(lines[1:])


def _lines(hit: Hit) -> list[str]:
    at = f" [{hit.passage.source}:{hit.passage.line}]" if hit.passage and hit.passage.line else ""
    known = "" if hit.kind == "draft" else f" [{hit.id}]"
    head = textwrap.fill(
        f"{hit.label}{at if hit.kind != 'draft' else ''}{known}", WIDTH, initial_indent="  • ", subsequent_indent="    "
    )
    body = textwrap.fill(plain(hit.snippet), WIDTH, initial_indent="      ", subsequent_indent="      ")
    return [head, body] if hit.snippet else [head]


def record(found: Found) -> dict[str, Any]:
    """The hits as JSON; `marks` are start and end of the words that were looked for, within `snippet`."""
    return {"counts": dict(found.counts), "hits": [_hit(hit) for hit in found.hits]}


def _hit(hit: Hit) -> dict[str, Any]:
    marks, at = [], 0
    for run in hit.snippet:
        if run.bold:
            marks.append([at, at + len(run.text)])
        at += len(run.text)
    return {
        "kind": hit.kind,
        "id": hit.id,
        "label": hit.label,
        "snippet": plain(hit.snippet),
        "marks": marks,
        "passage": passage_record(hit.passage),
    }
