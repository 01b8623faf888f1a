"""Names of foreign formats as BibTeX writes them; nothing is split that the format does not split."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.findings import Finding, Place
from kb.store.bibliography_organisations import is_law, is_organisation

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})

_KEY = re.compile(r"(?=.*[a-z])[a-z][\w:.+-]{2,79}", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:item|ref|id|rec|record|citation|zotero|mendeley)?[-_:]?\d+|[A-Z0-9]{8}|[0-9a-f-]{32,36}")


def citekey(written: str) -> str:
    """The id of a record where a person could cite by it; running numbers and programs' own ids are no keys."""
    key = written.strip()
    usable = _KEY.fullmatch(key) and not _NUMBERED.fullmatch(key) and not _NUMBERED.fullmatch(key.casefold())
    return key if usable else ""


def kept_whole(fields: dict[str, str], place: Place) -> tuple[Finding, ...]:
    """A remark about people whose names the file does not divide; organisations and laws are whole by right."""
    people = re.findall(r"\{([^{}]+)\}", " and ".join(fields.get(name, "") for name in ("author", "editor")))
    undivided = [name for name in people if not is_organisation(name) and not is_law(name)]
    if not undivided:
        return ()
    return (Finding("import-names-whole", "info", place, {"names": "; ".join(undivided)}),)


def turned(name: str) -> str:
    """`Family, Given, Jr.` of RIS as `Family, Jr., Given`; what has no comma is one name and is kept whole."""
    parts = [part.strip() for part in name.split(",") if part.strip()]
    if len(parts) == 1:
        return whole(parts[0])
    if len(parts) == 3 and parts[2].casefold() in _SUFFIXES:
        return f"{parts[0]}, {parts[2]}, {parts[1]}"
    return f"{_safe(parts[0])}, {_safe(', '.join(parts[1:]))}" if len(parts) == 2 else whole(name.strip())


def whole(name: str) -> str:
    """A name that must not be split; one word needs no braces."""
    return f"{{{name}}}" if " " in name else name


def joined(names: Iterable[str]) -> str:
    """The names of one field."""
    return " and ".join(name for name in names if name)


def _safe(part: str) -> str:
    return f"{{{part}}}" if " and " in f" {part} " or "," in part else part
