"""The prose of "Penelitian Terdahulu": a paragraph a study, what they share, where they differ, the gap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kb.model.passage import Passage

ParagraphKind = Literal["study", "shared", "differences", "search", "gap"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph whose foreign terms stand between asterisks, with the facets and passages it rests on.

    `study` is the id of the study that it tells of, None where it speaks of several.
    """

    kind: ParagraphKind
    text: str
    study: str | None = None
    facets: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Narrative:
    """The paragraphs in order; `left_out` names, for each study, the facets of which nothing could be claimed."""

    heading: str
    language: str
    paragraphs: tuple[Paragraph, ...]
    left_out: tuple[tuple[str, tuple[str, ...]], ...] = ()
