"""Words of the room 'save'."""

FINDINGS: dict[str, tuple[str, str]] = {}

ERRORS: dict[str, str] = {}
