"""Words of the room 'audit'."""

FINDINGS: dict[str, tuple[str, str]] = {}

ERRORS: dict[str, str] = {}
