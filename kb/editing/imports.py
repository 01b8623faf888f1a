"""A foreign file into the project, all or nothing: the same plan is shown by a dry run and saved by an import."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from kb.editing.import_plan import Incoming, Plan, Planner, Progress
from kb.errors import InputError
from kb.model.record import Imported
from kb.reading.records.reading import kind_of, kinds_of, targets_of
from kb.store.library import Library
from kb.store.save import save

_PLANNERS: Mapping[str, str] = {
    "bibliography": "kb.editing.incoming_works:plan_works",
    "studies": "kb.editing.incoming_studies:plan_studies",
    "concepts": "kb.editing.incoming_concepts:plan_concepts",
    "project": "kb.editing.incoming_project:plan_project",
}
"""What a file becomes -> the function that plans it; a module is loaded only when its target is asked for."""


def importable() -> tuple[str, ...]:
    """Ends of names of the files that can be imported."""
    return kinds_of(_PLANNERS)


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
    accept: Sequence[str] = (),
) -> Imported:
    """Read a file's records into the project; nothing is saved on a dry run, or when a record was rejected.

    `file` is its name, "-" or none for pasted text. `mapping`: a table's column -> facet, bibliographic content or "-"
    (leave out). `accept`: cells of a table that came back, STUDY:COLUMN; all where none is named. With `partial` the records that were not rejected are saved. InputError where the file as a whole
    cannot be read; SaveError as for every save.
    """
    plan = plan_import(library, file, data, to, mapping, progress, accept)
    if dry_run or not plan.changes or (plan.result.rejected and not partial):
        return plan.result
    summary = f"{PurePosixPath(file).name}: +{len(plan.result.added)}"
    saved = save(library.root, plan.changes, "import", summary)
    return replace(plan.result, files=saved.files, save=saved.number if saved.files else None)


def plan_import(
    library: Library,
    file: str,
    data: bytes,
    to: str | None = None,
    mapping: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    accept: Sequence[str] = (),
) -> Plan:
    """What an import would do; nothing is written."""
    kind = kind_of(file, data)
    targets = targets_of(kind)
    target = to or targets[0]
    if target not in targets:
        raise InputError("import-target", file=file, to=to, target=" / ".join(targets))
    if mapping and target != "studies":
        raise InputError("import-map-without-table", file=file)
    return _planner(file, target)(Incoming(library, file, data, kind, mapping or {}, progress, accept))


def _planner(file: str, target: str) -> Planner:
    if target not in _PLANNERS:
        raise InputError("import-kind", file=file, kinds=" ".join(importable()))
    module, _, name = _PLANNERS[target].partition(":")
    planner: Planner = getattr(importlib.import_module(module), name)
    return planner
