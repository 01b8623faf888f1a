"""Work that is still to be done on a project, and the page where it is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kb.findings import Finding

Where = Literal["study", "definition", "concept", "work", "draft", "studies", "concepts", "imports", "checks"]


@dataclass(frozen=True, slots=True)
class Todo:
    """`words` say what, or else `finding` does; `where` is a kind of thing with its `id`, or a page as a whole."""

    where: Where
    id: str = ""
    words: str = ""
    finding: Finding | None = None
