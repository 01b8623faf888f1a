"""Words of the room 'reading'."""

FINDINGS: dict[str, tuple[str, str]] = {}

ERRORS: dict[str, str] = {}
