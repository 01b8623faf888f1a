"""Values as Turtle, so that no text can break out of its literal."""

from __future__ import annotations

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def literal(text: str, language: str | None = "id") -> str:
    """A literal with its language; control characters and lone surrogates are refused by the store's own reader."""
    escaped = "".join(_ESCAPES.get(character, character) for character in text)
    return f'"{escaped}"@{language}' if language else f'"{escaped}"'


def resource(iri: str) -> str:
    """An IRI between angle brackets."""
    return f"<{iri}>"
