"""Which outline stands in which lane, and in what order: joined ones near each other, lanes about equally long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

PASSES, MANY = 6, 60
"""Rounds of improvement, and the number of items from which there are none."""
Lanes = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """Something that stands in a lane: its height, and how far below its top each of its nodes is."""

    height: float
    nodes: Mapping[str, float]
    lane: int | None = None
    """Set where it must head that lane."""


@dataclass(frozen=True, slots=True)
class Task:
    """Items for so many lanes, `links` between their nodes with a weight, and the room between and beside them.

    `tall` is what a px of the longest lane costs, against a px between two joined nodes.
    """

    items: Sequence[Item]
    links: Sequence[tuple[str, str, float]]
    lanes: int
    gap: float
    step: float
    tall: float


def arranged(task: Task, start: Lanes | None = None) -> Lanes:
    """The numbers of the items lane by lane, from the top down.

    With `start`, what stands there keeps its lane and order; only the others are put where they fit best.
    """
    lanes = start or _heads(task)
    placed = {number for lane in lanes for number in lane}
    for number in range(len(task.items)):
        if number not in placed:
            lanes = _best(task, lanes, number)
    return lanes if start else _improved(task, lanes)


def _heads(task: Task) -> Lanes:
    return tuple(
        tuple(number for number, item in enumerate(task.items) if item.lane == lane) for lane in range(task.lanes)
    )


def _improved(task: Task, lanes: Lanes) -> Lanes:
    """Neighbours moved together, two or three at a time, then each alone, until nothing gets better."""
    for _ in range(PASSES if len(task.items) <= MANY else 0):
        before = lanes
        for size in (3, 2, 1):
            for number, item in enumerate(task.items):
                if item.lane is None:
                    lanes = _best(task, lanes, *_run(task, lanes, number, size))
        if lanes == before:
            break
    return lanes


def _run(task: Task, lanes: Lanes, number: int, size: int) -> tuple[int, ...]:
    """The item and those that follow it in its lane."""
    column = next(lane for lane in lanes if number in lane)
    at = column.index(number)
    return column[at : at + size]


def _best(task: Task, lanes: Lanes, *run: int) -> Lanes:
    """The run of items where it fits best among the others."""
    others = tuple(tuple(n for n in lane if n not in run) for lane in lanes)
    trials = [
        (*others[:lane], (*column[:at], *run, *column[at:]), *others[lane + 1 :])
        for lane, column in enumerate(others)
        for at in range(sum(task.items[n].lane is not None for n in column), len(column) + 1)
    ]
    return min(trials, key=lambda trial: round(_cost(task, trial), 3))


def _cost(task: Task, lanes: Lanes) -> float:
    places: dict[str, tuple[int, float]] = {}
    longest = 0.0
    for lane, column in enumerate(lanes):
        top = 0.0
        for number in column:
            item = task.items[number]
            places.update((node, (lane, top + offset)) for node, offset in item.nodes.items())
            top += item.height + task.gap
        longest = max(longest, top)
    total = longest * task.tall
    for source, target, weight in task.links:
        if source in places and target in places:
            (lane, y), (other, z) = places[source], places[target]
            total += weight * (abs(lane - other) * task.step + abs(y - z))
    return total
