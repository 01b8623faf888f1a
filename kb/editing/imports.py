"""A foreign file into the project, all or nothing: the same plan is shown by a dry run and saved by an import."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from kb.editing.incoming_works import IncomingWorks, Progress
from kb.errors import InputError
from kb.model.record import Imported, Records
from kb.reading.records.reading import kind_of, read_records, target_of
from kb.store.library import Library
from kb.store.save import Change, save

TARGETS = ("bibliography", "studies", "concepts")


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import comes to, and the files that it would change."""

    result: Imported
    changes: Sequence[Change] = ()


def import_file(
    library: Library,
    file: str,
    data: bytes,
    to: str | None = None,
    mapping: Mapping[str, str] | None = None,
    *,
    partial: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Imported:
    """Read a file's records into the project; nothing is saved on a dry run, or when a record was rejected.

    `mapping`: a table's column -> facet, bibliographic content or "-" (leave out). With `partial` the records that were
    not rejected are saved. InputError where the file as a whole cannot be read; SaveError as for every save.
    """
    plan = plan_import(library, file, data, to, mapping or {}, progress)
    if dry_run or not plan.changes or (plan.result.rejected and not partial):
        return plan.result
    summary = f"{PurePosixPath(file).name}: +{len(plan.result.added)}"
    saved = save(library.root, plan.changes, "import", summary)
    return replace(plan.result, files=saved.files, save=saved.number)


def plan_import(
    library: Library, file: str, data: bytes, to: str | None, mapping: Mapping[str, str], progress: Progress | None
) -> Plan:
    """What an import would do; nothing is written."""
    kind = kind_of(file, data)
    target = target_of(kind)
    if to is not None and to != target:
        raise InputError("import-target", file=file, to=to, target=target)
    if mapping and target != "studies":
        raise InputError("import-map-without-table", file=file)
    if target != "bibliography":
        raise InputError("import-kind", file=file, kinds=".bib .ris .json")
    return plan_works(library, read_records(file, data, kind), progress)


def incoming(library: Library) -> IncomingWorks:
    """The bibliography, ready to take works in."""
    data = library.files.get(library.configuration.bibliography, b"")
    return IncomingWorks(data, library.bibliography.entries)


def bibliography_change(library: Library, works: IncomingWorks) -> list[Change]:
    """The change of the bibliography, none where nothing is new."""
    name = library.configuration.bibliography
    mine = works.result()
    return [Change(name, library.files.get(name), mine)] if mine != works.data else []


def plan_works(library: Library, records: Records, progress: Progress | None = None) -> Plan:
    """Works into the bibliography."""
    works = incoming(library)
    works.take(records, progress)
    changes = bibliography_change(library, works)
    result = Imported(
        read=records.count,
        added=tuple(works.added),
        duplicates=tuple(works.duplicates),
        rejected=(*records.rejected, *works.rejected),
        notes=(*records.notes, *works.notes),
    )
    return Plan(result, changes)
