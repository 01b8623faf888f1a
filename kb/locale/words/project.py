"""Words of the room 'project'."""

FINDINGS: dict[str, tuple[str, str]] = {}

ERRORS: dict[str, str] = {}
