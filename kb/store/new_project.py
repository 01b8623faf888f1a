"""Making a project: empty, or a copy of the example."""

from __future__ import annotations

import json
import shutil
import uuid
from pathlib import Path

from kb.errors import ProjectError
from kb.store.configuration import FILE, VERSION
from kb.store.resources import EXAMPLE, EXAMPLE_FILES
from kb.store.templates import Template

_NOTES = """\
@prefix : <{base}> .
@prefix karya: <{base}karya/> .
@prefix kajian: <https://w3id.org/kajian/ns#> .
@prefix facet: <https://w3id.org/kajian/facets#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

:skema-konsep a skos:ConceptScheme ;
    skos:prefLabel "Konsep"@id , "Concepts"@en .

:tinjauan a kajian:Review ;
    skos:prefLabel "Tinjauan pustaka"@id , "Literature review"@en ;
    kajian:focalStudy :studi-ini .

:studi-ini a kajian:Study ;
    skos:prefLabel "Penelitian ini"@id , "This study"@en .
"""
_BIBLIOGRAPHY = "% Daftar pustaka proyek ini. Tempelkan entri BibTeX di bawah, atau: kajian import berkas.bib\n"


def new_project(folder: Path, title: str = "", template: Template | None = None) -> Path:
    """An empty project in `folder`, with a base IRI of its own; ProjectError where one is already or nothing can be.

    With a template it starts with the facets and values of a field.
    """
    base = f"urn:uuid:{uuid.uuid4()}#"
    settings = "\n".join(
        (
            "# Pengaturan proyek Kajian. Petunjuk: docs/cli.md",
            f"version = {VERSION}",
            f'base = "{base}"',
            f"title = {json.dumps(title, ensure_ascii=False)}",
            'bibliography = "references.bib"',
            'notes = ["notes"]',
            "drafts = []",
            "chapter = 2",
            'profile = "umum"',
            'language = "id"',
            'tense = "proposal"',
            "",
        )
    )
    files = {FILE: settings, "references.bib": _BIBLIOGRAPHY, "notes/review.ttl": _NOTES.format(base=base)}
    if template is not None:
        files["notes/facets.ttl"] = template.notes(base)
    return _make(folder, files)


def copy_example(folder: Path) -> Path:
    """A copy of the example in `folder`, under a base IRI of its own so that it never meets the original."""
    files: dict[str, str] = {}
    for name in EXAMPLE_FILES:
        source = EXAMPLE / name
        for path in sorted(source.rglob("*")) if source.is_dir() else [source]:
            if path.is_file():
                files[path.relative_to(EXAMPLE).as_posix()] = path.read_text(encoding="utf-8")
    base = _base_of(files[FILE])
    own = f"urn:uuid:{uuid.uuid4()}#"
    return _make(folder, {name: text.replace(base, own) for name, text in files.items()})


def _base_of(settings: str) -> str:
    import tomllib

    return str(tomllib.loads(settings)["base"])


def _make(folder: Path, files: dict[str, str]) -> Path:
    """All files or none: they are laid beside the folder's own, `kajian.toml` last, and taken away again on failure."""
    if (folder / FILE).exists():
        raise ProjectError("project-exists", where=folder)
    taken = [name for name in files if (folder / name).exists()]
    if taken:
        raise ProjectError("folder-has-file", where=folder, name=taken[0])
    fresh = not folder.exists()
    written: list[Path] = []
    try:
        for name in sorted(files, key=lambda name: (name == FILE, name)):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            written.append(path)
            path.write_text(files[name], encoding="utf-8", newline="\n")
    except OSError as stopped:
        for path in written:
            path.unlink(missing_ok=True)
        if fresh:
            shutil.rmtree(folder, ignore_errors=True)
        raise ProjectError("folder-unwritable", where=folder, why=stopped) from stopped
    return folder
