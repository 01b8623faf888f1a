"""Circles in a hierarchy, found without walking round in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def circles(up: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Groups of things of which each lies above itself by way of the others (Tarjan's strong components, no recursion)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    on_path: set[str] = set()
    path: list[str] = []
    for root in up:
        if root in index:
            continue
        work = [(root, iter(up.get(root, ())))]
        _enter(root, index, low, path, on_path)
        while work:
            node, parents = work[-1]
            following = next((parent for parent in parents if parent in up), None)
            if following is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    group = _leave(node, path, on_path)
                    if len(group) > 1:
                        yield group[::-1]
            elif following not in index:
                _enter(following, index, low, path, on_path)
                work.append((following, iter(up.get(following, ()))))
            elif following in on_path:
                low[node] = min(low[node], index[following])


def _enter(node: str, index: dict[str, int], low: dict[str, int], path: list[str], on_path: set[str]) -> None:
    index[node] = low[node] = len(index)
    path.append(node)
    on_path.add(node)


def _leave(node: str, path: list[str], on_path: set[str]) -> list[str]:
    group = []
    while True:
        last = path.pop()
        on_path.discard(last)
        group.append(last)
        if last == node:
            return group
