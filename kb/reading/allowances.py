"""What a student lets pass: `boleh: <check> "words" reason` in a comment of the draft or the project."""

from __future__ import annotations

import re

from kb.model.draft import Allowance
from kb.reading.gathering import Lines

_ALLOWANCE = re.compile(
    r"^[ \t]*(?:#|%|<!--)[ \t]*boleh[ \t]*:[ \t]*(?P<check>[a-z][a-z-]*)?"
    r"[ \t]*(?:[“\"](?P<words>[^”\"\n]*)[”\"])?[ \t]*(?P<reason>[^\n]*?)[ \t]*(?:-->)?[ \t]*$",
    re.MULTILINE,
)


def allowances(text: str, file: str | None) -> tuple[Allowance, ...]:
    """All allowances written in a text, with their lines."""
    lines = Lines(text)
    return tuple(
        Allowance(
            check=match["check"] or "",
            reason=match["reason"].strip(" –-:"),
            words=match["words"] or "",
            file=file,
            line=lines.place(match.start())[0],
        )
        for match in _ALLOWANCE.finditer(text)
    )


def is_allowance(line: str) -> bool:
    """Whether a line is such a comment and no text of the chapter."""
    return _ALLOWANCE.match(line) is not None
