"""Starter templates of fields of study: facets and values as notes, `ontology/templates/*.ttl`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kb.store.resources import ONTOLOGY

BASE = "urn:kajian:template#"
"""Stands in a template where a project's own base comes."""

_HEADER = re.compile(r"^# (Judul|Title|Untuk|For): (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Template:
    """A template with its title and what it is for, by language; `text` is Turtle under `BASE`."""

    name: str
    titles: Mapping[str, str]
    uses: Mapping[str, str]
    text: str

    def notes(self, base: str) -> str:
        """The template as notes of a project."""
        return self.text.replace(f"<{BASE}>", f"<{base}>")


@cache
def templates() -> tuple[Template, ...]:
    """All templates, by name."""
    return tuple(
        _read(path.stem, path.read_text(encoding="utf-8")) for path in sorted(ONTOLOGY.glob("templates/*.ttl"))
    )


def _read(name: str, text: str) -> Template:
    header = dict(_HEADER.findall(text))
    titles = {"id": header.get("Judul", name), "en": header.get("Title", name)}
    return Template(name, titles, {"id": header.get("Untuk", ""), "en": header.get("For", "")}, text)
