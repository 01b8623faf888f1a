"""What hinders a save, in the person's language, field by field as a form wants it."""

from __future__ import annotations

from kb.editing.faults import Faults
from kb.locale import error_text


def told(faults: Faults, language: str) -> dict[str, str]:
    """Field -> words."""
    return {name: error_text(error, language) for name, error in faults.items()}
