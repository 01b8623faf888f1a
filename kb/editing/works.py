"""Works: entries of the bibliography changed field by field, or added with a key of their own."""

from __future__ import annotations

from collections.abc import Mapping

from kb.citing.same_work import known
from kb.citing.words import is_body
from kb.editing.faults import Faults, FormError, require, word_faults
from kb.editing.matching import known_works
from kb.editing.work_types import lacking
from kb.editing.written import Kept, WrittenWork
from kb.errors import InputError, KajianError
from kb.findings import Place
from kb.queries.naming import nearest
from kb.store.bibliography_append import append_entries, is_key, made_entry
from kb.store.bibliography_edit import set_field
from kb.store.bibliography_entry import NAME_FIELDS, Entry
from kb.store.bibliography_keys import Keys
from kb.store.bibliography_names import Name
from kb.store.bibliography_read import read_bibliography
from kb.store.bibliography_type import set_type
from kb.store.history import By
from kb.store.library import Library
from kb.store.save import Change, save


def written_work(library: Library, key: str) -> WrittenWork:
    """An entry as a form shows it: its own fields, people as `Family, Given and …`; InputError where there is none."""
    entry = _entry(library, key)
    own = {name: text for name, text in entry.fields.items() if name not in entry.inherited}
    people = {name: written_names(entry.names[name]) for name in NAME_FIELDS if name in own and entry.names.get(name)}
    return WrittenWork(entry.type, own | people, entry.key)


def written_names(names: tuple[Name, ...]) -> str:
    """People as a `.bib` has them: bodies of several words between braces, so that they stay in one piece."""
    return " and ".join(_one_name(name) for name in names)


def _one_name(name: Name) -> str:
    if name.literal:
        return f"{{{name.literal}}}" if " " in name.literal else name.literal
    family = " ".join(part for part in (name.particle, name.family) if part)
    return ", ".join(part for part in (family, name.suffix, name.given) if part)


def people_lines(names: str) -> str:
    """People one a line, as a form shows them."""
    return "\n".join(part.strip().strip("{}") for part in names.split(" and ") if part.strip())


def people_field(lines: str) -> str:
    """People one a line as a `.bib` has them; a body of several words is put between braces."""
    return " and ".join(_braced(" ".join(line.split())) for line in lines.splitlines() if line.strip())


def _braced(line: str) -> str:
    body = "," not in line and " " in line and (is_body(line.split()[0]) or " and " in line)
    return f"{{{line}}}" if body else line


def save_work(library: Library, work: WrittenWork, key: str | None = None, by: By = "app") -> Kept:
    """Add an entry, or change the one with that key; FormError where something is missing or cannot be written.

    Fields that are not named in `work` are taken away; those that say the same already stay byte for byte.
    """
    held = written_work(library, key) if key else None
    require(work_faults(library, work, held))
    name = library.configuration.bibliography
    data = library.files.get(name, b"")
    done = held.key if held else work.key or free_key(library, work.fields)
    mine = _changed(data, held, work) if held else _added(data, done, work)
    summary = f"@{done}: {work.fields.get('title', '')[:60]}"
    return Kept(done, save(library.root, [Change(name, library.files.get(name), mine)], by, summary))


def work_faults(library: Library, work: WrittenWork, held: WrittenWork | None = None) -> Faults:
    """Field by field; what an entry lacked before is not asked for when something else in it is changed."""
    found = word_faults(dict(work.fields))
    before = lacking(held.type, held.fields) if held and held.type == work.type else ()
    found |= {name: InputError("entry-needed") for name in lacking(work.type, work.fields) if name not in before}
    if "year" in found and not held:
        found["year"] = InputError("work-year-needed")
    if held is None:
        if work.key and not is_key(work.key):
            found["key"] = InputError("edit-bad-key", key=work.key)
        elif any(work.key.casefold() == entry.key.casefold() for entry in library.bibliography.entries):
            found["key"] = InputError("edit-key-taken", key=work.key)
        others = known_works((entry.key, entry.type, entry.fields) for entry in library.bibliography.entries)
        if same := others.find(known("", work.type, _as_read(work.fields)), Place()):
            found.setdefault("title", InputError("work-known", key=same[0]))
    return found


def free_key(library: Library, fields: Mapping[str, str]) -> str:
    """A key made of author, year and title that no entry has."""
    first = (fields.get("author") or fields.get("editor") or "").split(" and ")[0].strip("{} ")
    name = first.partition(",")[0] if "," in first else first
    keys = Keys(entry.key for entry in library.bibliography.entries)
    return keys.key("", 0, name, fields.get("year") or fields.get("date", ""), fields.get("title", ""))


def entry_of(library: Library, work: WrittenWork) -> Entry | None:
    """The entry as it would be read once it is saved: what a form shows as printed."""
    try:
        made = made_entry(work.type, work.key or "kunci", _filled(work.fields))
        read = read_bibliography(made.text.encode("utf-8", "replace"), "").entries
    except KajianError:
        return None
    return read[0] if len(read) == 1 else None


def _added(data: bytes, key: str, work: WrittenWork) -> bytes:
    fields = _filled(work.fields)
    try:
        return append_entries(data, [made_entry(work.type, key, fields)])
    except InputError as refused:
        raise FormError({str(refused.params.get("field", "title")): refused}) from refused


def _changed(data: bytes, held: WrittenWork, work: WrittenWork) -> bytes:
    if work.type != held.type:
        data = set_type(data, held.key, work.type)
    for name in dict.fromkeys((*held.fields, *work.fields)):
        value = work.fields.get(name, "")
        if value == held.fields.get(name, ""):
            continue
        try:
            data = set_field(data, held.key, name, value or None)
        except InputError as refused:
            raise FormError({name: refused}) from refused
    return data


def _filled(fields: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in fields.items() if text.strip()}


def _as_read(fields: Mapping[str, str]) -> dict[str, str]:
    return {name: text.replace("{", "").replace("}", "") for name, text in fields.items()}


def _entry(library: Library, key: str) -> Entry:
    entries = library.bibliography.entries
    found = next((e for e in entries if e.key == key), None) or next(
        (e for e in entries if e.key.casefold() == key.casefold()), None
    )
    if found is None:
        close = nearest(key, [e.key for e in entries]) or tuple(e.key for e in entries)[:5]
        raise InputError("unknown-id", name=key, nearest=", ".join(close) or "–")
    return found
