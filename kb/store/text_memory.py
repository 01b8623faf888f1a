"""What was made of the texts read lately: of the same text it is not made twice, of a similar one only where they differ.

A save reads a few texts of one file (what it began with, what it made of that, what lies on the disk, both together), and
the project is then opened on the last of them; in a class every window does so after each save of the others.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from kb.store.alike_text import same_ends

Made = TypeVar("Made")
LARGE = 2**20
"""Characters beyond which a text is not worth the memory."""
_MOST = 8


class TextMemory(Generic[Made]):
    """Results by text and by whatever else they depend on; what is made must never be changed."""

    def __init__(self) -> None:
        self.known: OrderedDict[tuple[str, str], Made] = OrderedDict()
        self.lock = threading.Lock()

    def made(self, text: str, also: str, make: Callable[[], Made], patch: Callable[[str, Made], Made | None]) -> Made:
        """The result for a text: known, or `patch`ed from that of the text that is most like it, or made."""
        if len(text) > LARGE:
            return make()
        with self.lock:
            found = self.known.get((text, also))
            near = [(old, held) for (old, other), held in self.known.items() if other == also]
        if found is None and near:
            found = patch(*max(near, key=lambda each: sum(same_ends(each[0], text))))
        if found is None:
            found = make()
        with self.lock:
            self.known[text, also] = found
            self.known.move_to_end((text, also))
            while len(self.known) > _MOST:
                self.known.popitem(last=False)
        return found
