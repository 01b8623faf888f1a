"""`kajian bibliography [--style NAME|FILE.csl] [--cited-in DRAFT…]`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import output_options
from kb.errors import InputError

if TYPE_CHECKING:
    from kb.citing.read_works import ReadWorks
    from kb.model.reference import ReferenceList
    from kb.store.bibliography_entry import Entry
    from kb.store.library import Library

FORMATS = ("md", "docx", "html", "txt", "bib", "json")


@click.command("bibliography")
@click.argument("drafts", metavar="[DRAFT…]", nargs=-1, type=click.Path(path_type=Path))
@click.option("--style", metavar="NAMA|FILE.csl", help="Gaya kutipan; bawaan milik format kampus / citation style.")
@click.option("--cited-in", "cited_in", multiple=True, type=click.Path(path_type=Path), metavar="DRAFT",
              help="Hanya karya yang dibaca menurut naskah ini / only works that this draft read.")  # fmt: skip
@click.option("--all", "everything", is_flag=True, help="Semua entri, juga yang tidak dibaca / every entry.")
@click.option("--profile", metavar="NAMA", help="Format kampus / campus form.")
@output_options
@click.pass_obj
def command(
    call: Call,
    drafts: tuple[Path, ...],
    style: str | None,
    cited_in: tuple[Path, ...],
    everything: bool,
    profile: str | None,
    output: Path | None,
    form: str | None,
) -> None:
    """Daftar pustaka: karya yang benar-benar dibaca / the reference list: works that were really read."""
    chosen = choose_format(form, output, FORMATS)
    library = call.library()
    read = _read_works(library, (*cited_in, *drafts), everything)
    by_key = {entry.key: entry for entry in library.bibliography.entries}
    entries = [by_key[key] for key in read.keys if key in by_key]
    if chosen == "bib":
        deliver(_extracted(library, read), output)
        return
    from kb.citing.csl_files import find_style
    from kb.citing.style import printed, with_citations
    from kb.outputs import references
    from kb.store.derived import Derived

    campus = call.profile(library, profile)
    language = call.language(library)
    wanted = find_style(style or campus.citation_style, library.root)
    if not wanted.lists:
        raise InputError("style-without-list", name=wanted.name)
    kept = Derived(library.root)
    if chosen == "json":
        listed = with_citations(entries, wanted, language, kept)
        deliver(as_json(_record(library, listed, read)), output)
    else:
        listed = printed(entries, wanted, language, kept=kept).references
        below = _remarks(library, listed, read) if chosen == "txt" else []
        deliver(references.render(listed, chosen, campus, below), output, binary=chosen == "docx")


def _read_works(library: Library, drafts: Sequence[Path], everything: bool) -> ReadWorks:
    from kb.citing.read_works import ReadWorks, every_work, read_by_draft, read_by_notes

    if everything:
        return ReadWorks(every_work(library))
    if not drafts:
        return read_by_notes(library)
    from kb.queries.identifications import same_works
    from kb.queries.people import persons
    from kb.reading.drafts import read_draft
    from kb.store.drafts import read_files, within

    draft = read_draft(read_files(drafts), within(drafts[0].parent))
    file = library.configuration.bibliography
    return read_by_draft(draft, library.bibliography, file, persons(library), same_works(library))


def _extracted(library: Library, read: ReadWorks) -> str:
    from kb.store.bibliography_extract import extract

    file = library.configuration.bibliography
    return extract(library.files.get(file, b""), file, library.bibliography.entries, set(read.keys))


def _record(library: Library, listed: ReferenceList, read: ReadWorks) -> dict[str, Any]:
    from kb.outputs.reference_remarks import dependence_record
    from kb.outputs.references import list_record

    entries = {entry.key: entry for entry in library.bibliography.entries}
    about = {
        each.citekey: {
            "unverified": _named_fields(entries[each.citekey], "unverified"),
            "open": _named_fields(entries[each.citekey], "openfields"),
            "doubtful": each.citekey in read.doubtful,
        }
        for each in listed.references
    }
    secondary = dependence_record(_dependence(library))
    return list_record(listed, about, unlisted=list(read.unknown), only_quoted=list(read.quoted), secondary=secondary)


def _remarks(library: Library, listed: ReferenceList, read: ReadWorks) -> list[str]:
    from kb.citing.chains import TERMS, cite_work
    from kb.outputs.reference_remarks import remarks, share
    from kb.queries.works import works_by_key

    entries = {entry.key: entry for entry in library.bibliography.entries}
    known = works_by_key(library)
    names = {key: cite_work(work, TERMS[listed.language]) for key, work in known.items()}
    keys = [each.citekey for each in listed.references]
    said = remarks(
        listed.language,
        {names.get(key, key): _named_fields(entries[key], "unverified") for key in keys},
        {names.get(key, key): _named_fields(entries[key], "openfields") for key in keys},
        [f"{names.get(key, key)} [{key}]" for key in read.doubtful],
        read.unknown,
        [names.get(key, key) for key in read.quoted],
    )
    return [*said, *filter(None, [share(_dependence(library), listed.language)])]


def _dependence(library: Library) -> Any:
    from kb.citing.dependence import dependence
    from kb.queries.attributions import citations_noted
    from kb.queries.works import works_by_key

    return dependence(citations_noted(library), works_by_key(library))


def _named_fields(entry: Entry, field: str) -> list[str]:
    return [name for name in re.split(r"[,;\s]+", entry.fields.get(field, "")) if name]
