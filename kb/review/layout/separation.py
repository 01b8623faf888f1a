"""Labels pushed apart until none covers another, or until the rounds are used up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kb.model.concept_map import Box, Rect

ROUNDS, GAP = 120, 4.0
WORK = 30_000_000
"""Pairs looked at in all rounds together: a map of more than 500 boxes gets fewer rounds."""


def separated(boxes: Mapping[str, Box], held: frozenset[str] = frozenset()) -> dict[str, Box]:
    """The boxes with their bodies apart; each moves as little as it can, those in `held` not at all."""
    import numpy

    ids = list(boxes)
    if len(ids) < 2:
        return dict(boxes)
    bodies = [boxes[id].body for id in ids]
    size = numpy.array([(b.right - b.left + GAP, b.bottom - b.top + GAP) for b in bodies])
    middle = numpy.array([((b.left + b.right) / 2, (b.top + b.bottom) / 2) for b in bodies])
    free = numpy.array([0.0 if id in held else 1.0 for id in ids])
    moved = middle.copy()
    for _ in range(max(1, min(ROUNDS, WORK // len(ids) ** 2))):
        delta = moved[:, None, :] - moved[None, :, :]
        overlap = (size[:, None, :] + size[None, :, :]) / 2 - numpy.abs(delta)
        pairs = numpy.argwhere(numpy.triu((overlap > 0.01).all(axis=2), 1))
        if not len(pairs):
            break
        for one, other in pairs.tolist():
            _push(moved, size, free, one, other)
    shift = numpy.round(moved - middle)
    return {id: _moved(boxes[id], float(shift[n, 0]), float(shift[n, 1])) for n, id in enumerate(ids)}


def _push(moved, size, free, one: int, other: int) -> None:  # type: ignore[no-untyped-def]
    """Move two overlapping boxes apart along the shorter way; the later one goes where both have the same place."""
    weight = free[one] + free[other]
    if not weight:
        return
    dx, dy = moved[other] - moved[one]
    over_x = (size[one, 0] + size[other, 0]) / 2 - abs(dx)
    over_y = (size[one, 1] + size[other, 1]) / 2 - abs(dy)
    if over_x <= 0 or over_y <= 0:
        return
    axis, over, sign = (0, over_x, -1.0 if dx < 0 else 1.0) if over_x < over_y else (1, over_y, -1.0 if dy < 0 else 1.0)
    moved[one, axis] -= sign * over * free[one] / weight
    moved[other, axis] += sign * over * free[other] / weight


def _moved(box: Box, dx: float, dy: float) -> Box:
    label = Rect(box.label.left + dx, box.label.top + dy, box.label.right + dx, box.label.bottom + dy)
    return replace(box, x=box.x + dx, y=box.y + dy, label=label)
