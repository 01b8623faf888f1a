"""A thousand random edits of a bibliography of 500 entries: `python -m benchmarks.proofs.bibliography_edits`.

Every edit is looked at with another parser than the editor's: bibtexparser as it comes must find all other entries
and all other fields as they were, and the bytes outside the entry must be the same bytes.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter

from bibtexparser import parse_string

from kb.errors import InputError
from kb.store.bibliography_edit import add_entry, delete_entry, rename_key, set_field
from kb.store.bibliography_read import read_text
from tests.store.bibliography_samples import generated_bibliography

Seen = dict[str, dict[str, str]]
TEXTS = ("Baru N & lama", "50% dari {X}, ke-N", "} @misc{jahatN, title={x}}", "garis \\ miring N", 'kutip " N', "é – N")


def seen(data: bytes) -> Seen:
    """Every entry by key as bibtexparser reads it, names of fields in small letters."""
    library = parse_string(data.decode())
    if library.failed_blocks:
        raise AssertionError(library.failed_blocks[0].raw)
    return {entry.key: {field.key.lower(): str(field.value) for field in entry.fields} for entry in library.entries}


def edited(data: bytes, chance: random.Random, number: int) -> tuple[bytes, str, str, str]:
    """The file after one random edit, what kind it was, and the key and field it was about."""
    keys = [entry.key for entry in read_text(data.decode(), "").entries]
    key, kind = chance.choice(keys), chance.choice(["set"] * 12 + ["clear"] * 3 + ["rename", "add", "delete"])
    field = chance.choice(["title", "year", "note", "publisher", "author", "pages"])
    if kind == "set":
        return set_field(data, key, field, chance.choice(TEXTS).replace("N", str(number))), kind, key, field
    if kind == "clear":
        return set_field(data, key, field, None), kind, key, field
    if kind == "rename":
        return rename_key(data, key, f"nama{number}"), kind, key, f"nama{number}"
    if kind == "add":
        return (
            add_entry(data, "book", f"baru{number}", {"title": f"Judul {number}", "year": "2024"}),
            kind,
            f"baru{number}",
            "",
        )
    return delete_entry(data, key), kind, key, ""


def faults(before: bytes, after: bytes, kind: str, key: str, field: str) -> list[str]:
    """What the edit did besides what it was to do."""
    old, new = seen(before), seen(after)
    found = []
    if kind == "rename":
        new = {key if name == field else name: fields for name, fields in new.items()}
    others = {name: fields for name, fields in old.items() if name != key}
    if {name: fields for name, fields in new.items() if name != key} != others:
        found.append("another entry changed")
    if kind in ("set", "clear", "rename"):
        rest = [{name: value for name, value in each[key].items() if name != field} for each in (old, new)]
        if rest[0] != rest[1]:
            found.append("another field changed")
    if (key in new) != (kind != "delete"):
        found.append("the entry is gone" if kind != "delete" else "the entry is still there")
    text = before.decode()
    for entry, block in zip(read_text(text, "").entries, read_text(text, "").blocks, strict=True):
        if entry.key == key and not (
            after.decode().startswith(text[: block.start]) and after.decode().endswith(text[block.end :].lstrip("\n"))
        ):
            found.append("bytes outside the entry changed")
    return found


def main() -> int:
    """Make the edits; 1 where one of them did anything besides what it was to do."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--edits", type=int, default=1_000)
    options.add_argument("--entries", type=int, default=500)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    chance = random.Random(chosen.seed)
    data = generated_bibliography(chosen.seed, chosen.entries, dirty=True)
    done, wrong = Counter[str](), 0
    for number in range(chosen.edits):
        try:
            after, kind, key, field = edited(data, chance, number)
        except InputError as refused:
            done[f"refused ({refused.code})"] += 1
            continue
        done[kind] += 1
        for fault in faults(data, after, kind, key, field):
            wrong += 1
            print(f"edit {number}, {kind} {key} {field}: {fault}")
        data = after
    print(f"{chosen.edits} edits of {chosen.entries} entries: {dict(done)}; {wrong} faults")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
