"""Projects whose folders hold what no reader expects: pipes, devices, links that lead out, names that break a line."""

from __future__ import annotations

import json
import os
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from tests.hostile.traps import Case, Lay, Traps, laid

NAMES = ("references.bib", "draf.md", "kajian.toml", "notes/catatan.ttl")
"""Files of the project that are put in the place of, each in every strange way."""
KEPT = ("lock", "holder", "journal", "folders", "index.sqlite", "cache", "drafts", "history", "history/saves",
        "history/versions", "history/saves/000001.json")  # fmt: skip
"""What Kajian keeps for itself in `.kajian`."""
ENDS = ("a\nb", "a\x1b[31mb", "a\u202eb", "a\u2028b", "a'\"`$(touch x)b", "%s{}{0}{{", "..a..", " ", "x" * 240, "a&b<c>", "-rf",
        "a\\b", "a:b", "a#b?c=d", "a%2e%2e%2fb", "e\u0301\u0301\u0301", "\U0001f4a9", "~", "CON")  # fmt: skip


def away(path: Path) -> None:
    """Whatever lies there, and the folder above it made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileNotFoundError):
        path.unlink()


def pipe(path: Path, _traps: Traps) -> None:
    away(path)
    os.mkfifo(path)


def folder(path: Path, _traps: Traps) -> None:
    away(path)
    path.mkdir()
    (path / "isi").write_text("x")


def plug(path: Path, _traps: Traps) -> None:
    away(path)
    here = os.getcwd()
    os.chdir(path.parent)  # an address of a socket may not be long
    try:
        socket.socket(socket.AF_UNIX).bind(path.name)
    finally:
        os.chdir(here)


def link_to(target: str) -> Callable[[Path, Traps], None]:
    def link(path: Path, traps: Traps) -> None:
        away(path)
        path.symlink_to(target.replace("@OUT@", traps.outside).replace("@SECRET@", traps.secret))

    return link


PUT: dict[str, Callable[[Path, Traps], None]] = {
    "a pipe": pipe,
    "a folder": folder,
    "a socket": plug,
    "a link to a device": link_to("/dev/zero"),
    "a link to the terminal": link_to("/dev/stdin"),
    "a link to a secret": link_to("@SECRET@"),
    "a link to a folder elsewhere": link_to("@OUT@"),
    "a link to a file elsewhere": link_to("@OUT@/1.ttl"),
    "a link to the root": link_to("/"),
    "a link to itself": link_to("diri"),
    "a link to nothing": link_to("@OUT@/tidak/ada"),
}


def put(name: str, what: Callable[[Path, Traps], None]) -> Lay:
    def lay(project: Path, traps: Traps) -> None:
        what(project / name, traps)
        if name != "diri" and (project / name).is_symlink() and os.readlink(project / name) == "diri":
            (project / name).with_name("diri").symlink_to((project / name).name)

    return lay


def written(name: str, data: bytes | str) -> Lay:
    """A file of its own with these bytes."""

    def lay(project: Path, traps: Traps) -> None:
        away(project / name)
        text = data.encode() if isinstance(data, str) else data
        (project / name).write_bytes(text.replace(b"@OUT@", traps.outside.encode()))

    return lay


def named(name: bytes) -> Lay:
    """Notes, a style and a campus form of that name."""

    def lay(project: Path, _traps: Traps) -> None:
        for place, end in (("notes", b".ttl"), ("styles", b".csl"), ("profiles", b".toml"), ("naskah", b".md")):
            (project / place).mkdir(exist_ok=True)
            (project / place / os.fsdecode(name + end)).write_text("x")
        os.makedirs(project / "notes" / os.fsdecode(name) / "lagi", exist_ok=True)

    return lay


def deep(project: Path, _traps: Traps) -> None:
    """Folders in folders, as many as a path can name."""
    subprocess.run(["mkdir", "-p", str(project / "notes") + "/a" * 1_500], check=True)


def many(count: int, text: str) -> Lay:
    def lay(project: Path, _traps: Traps) -> None:
        for number in range(count):
            (project / "notes" / f"n{number}.ttl").write_text(text.replace("@N@", str(number)))

    return lay


def shut(name: str) -> Lay:
    def lay(project: Path, _traps: Traps) -> None:
        (project / name).chmod(0)

    return lay


RECORD = {"save": 1, "when": "2026-01-01T00:00:00+07:00", "by": "app", "summary": "\x1b[31mx\n<b>",
          "changed": {"../luar/1.ttl": [None, "0" * 64], "references.bib": [None, "../../x"]},
          "state": {"../luar/1.ttl": "0" * 64, "\x1b[2J": "x" * 64, "/etc/passwd": None}, "origin": {}}  # fmt: skip


def kept() -> dict[str, Lay]:
    """Name -> what Kajian's own folder holds."""
    saves = ".kajian/history/saves"
    found = {f".kajian/{name} is {how}": put(f".kajian/{name}", what) for name in KEPT for how, what in PUT.items()}
    found |= {f".kajian is {how}": put(".kajian", what) for how, what in PUT.items()}
    return found | {
        "a journal that leads out": written(".kajian/journal", json.dumps(RECORD)),
        "a journal, deep": written(".kajian/journal", "[" * 100_000),
        "a journal of noise": written(".kajian/journal", bytes(range(256)) * 100),
        "a journal of 30 MB": written(".kajian/journal", b'{"save": "' + b"9" * 30_000_000),
        "folders that lead out": written(".kajian/folders", '["../luar", "/", "../../../../tmp", 5, "a\\u0000b"]'),
        "a record that leads out": written(f"{saves}/000001.json", json.dumps(RECORD)),
        "a record of a long number": written(f"{saves}/{'9' * 240}.json", json.dumps(RECORD)),
        "a record of other digits": written(f"{saves}/\u0663.json", json.dumps({**RECORD, "save": "\u0663"})),
        "a record without end": written(f"{saves}/000001.json", json.dumps({**RECORD, "save": 1e308})),
        "an index of noise": written(".kajian/index.sqlite", bytes(range(256)) * 100),
        "a holder with commands": written(".kajian/holder", json.dumps({"program": "\x1b[31m\n", "pid": [1], "host": {}, "since": None})),
        "a form of noise": written(".kajian/drafts/x.json", '{"form": [], "window": {}, "values": {"a": 1e400}, "base": [], "when": NaN}'),
    }  # fmt: skip


def projects() -> dict[str, Lay]:
    """Name -> how the folder is made ready."""
    found = {f"{name} is {how}": put(name, what) for name in NAMES for how, what in PUT.items()}
    found |= {f"notes are {how}": put_notes(what) for how, what in PUT.items()}
    found |= {f"more notes are {how}": put("notes/z.ttl", what) for how, what in PUT.items()}
    found |= {f"a style is {how}": put("styles/apa.csl", what) for how, what in PUT.items()}
    found |= {f"a form is {how}": put("profiles/umum.toml", what) for how, what in PUT.items()}
    found |= {f"a name like {name[:20]!r}": named(name.encode()) for name in ENDS}
    empty = "@prefix : <urn:x-kajian:hostile#> .\n"
    concept = f'{empty}@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n:k@N@ a skos:Concept ; skos:prefLabel "K@N@"@id .\n'
    return found | {
        "a name that is no text": named(b"a\xff\xfeb"),
        "folders in folders": deep,
        "five thousand notes, empty": many(5_000, empty),
        "three thousand notes": many(3_000, concept),
        "notes that are shut": shut("notes/catatan.ttl"),
        "a bibliography that is shut": shut("references.bib"),
    }


def put_notes(what: Callable[[Path, Traps], None]) -> Lay:
    def lay(project: Path, traps: Traps) -> None:
        (project / "notes" / "catatan.ttl").unlink()
        (project / "notes").rmdir()
        put("notes", what)(project, traps)

    return lay


def cases() -> Iterator[Case]:
    """Looked at by every verb that reads; what Kajian keeps is met by saves too."""
    for name, lay in projects().items():
        yield laid(f"layout: {name}", "project", lay)
    for name, lay in kept().items():
        yield laid(f"kept: {name}", "project", lay)
        yield laid(f"kept, saved: {name}", "project-save", lay)
