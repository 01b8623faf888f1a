"""What points to a thing, for the question before it is deleted."""

from __future__ import annotations

from collections.abc import Callable

from app.components import prose
from app.components.form import Pointers
from kb.editing.deletion import delete, what_points_to
from kb.store.library import Library
from kb.store.save import Saved


def of(opened: Library, identifier: str) -> tuple[Pointers, Callable[[Library], Saved]]:
    """What points to a thing, in words, and how it is taken out with them."""

    def remove(library: Library) -> Saved:
        return delete(library, identifier, with_uses=True).saved

    def words() -> list[str]:
        uses = what_points_to(opened, identifier)
        return list({use.id: f"{prose.escaped(use.words[:100])} ({prose.escaped(use.id)})" for use in uses}.values())

    return words, remove
