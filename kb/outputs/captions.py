"""The words around a table: caption, head of a continued part, source line, notes."""

from __future__ import annotations

import re

from kb.locale import translator
from kb.model.profile import Profile
from kb.model.table import Table
from kb.model.text import Run, Runs, plain
from kb.outputs.cleaning import clean

_LAST_NUMBER = re.compile(r"(.*?)(\d+)$", re.DOTALL)


def title(table: Table) -> str:
    """The caption without its number, in one line."""
    return " ".join(clean(table.caption).split())


def label(table: Table) -> str:
    """ "Tabel", or "Table" in an English document; also the name of the caption's sequence."""
    return translator(table.language)("Tabel")


def reference(table: Table) -> str:
    """How the text points to the table: "Tabel 2.1"."""
    return f"{label(table)} {table.number}".rstrip()


def caption(table: Table) -> str:
    """The whole caption in one line: "Tabel 2.1 Penelitian Terdahulu"; without a number the title alone."""
    return f"{reference(table)} {title(table)}".strip() if table.number else title(table)


def continued(table: Table, profile: Profile) -> str:
    """What heads a later part of the table: "Lanjutan Tabel 2.1", in the profile's form."""
    pattern = translator(table.language)(profile.continued)
    return pattern.replace("{table}", reference(table)).replace("{caption}", title(table))


def split_number(number: str) -> tuple[str, str]:
    """A number as the part that is written and the part that counts: "2.1" is ("2.", "1"), "A" is ("A", "").

    No number at all counts from 1, for documents that count by themselves.
    """
    if not number:
        return "", "1"
    match = _LAST_NUMBER.match(number)
    return (match.group(1), match.group(2)) if match else (number, "")


def source(table: Table, profile: Profile) -> Runs:
    """The source line with its word, "Sumber: …"; empty where the table names no source."""
    if not plain(table.source_line).strip():
        return ()
    word = translator(table.language)(profile.source_line_word)
    return (Run(f"{word}: "), *table.source_line)


def below(table: Table, profile: Profile) -> tuple[Runs, ...]:
    """All lines under the table."""
    line = source(table, profile)
    return ((line,) if line else ()) + table.notes
