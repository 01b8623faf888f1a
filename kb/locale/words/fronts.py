"""Words of the room 'fronts'."""

FINDINGS: dict[str, tuple[str, str]] = {}

ERRORS: dict[str, str] = {}
