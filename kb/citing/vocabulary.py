"""The small-lettered words of a draft: what a text writes small is no name in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from kb.citing.words import FUNCTION, is_noun

_SMALL = re.compile(r"\b[a-z][a-z'’-]{2,}\b")


class Vocabulary:
    """Counts words that begin small; `common` says that a capital letter is all that makes a word look like a name."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._counts: Counter[str] = Counter()
        for text in texts:
            self._counts.update(_SMALL.findall(text))

    def common(self, word: str) -> bool:
        """Whether the draft uses a word as an ordinary one, or everybody does."""
        bare = word.strip(".,'’").lower()
        return bare in FUNCTION or is_noun(bare) or self._counts[bare] >= 2
