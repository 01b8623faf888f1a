"""An opening after another one tells nothing that a first opening would not tell."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kb.editing.merging import merge
from kb.queries.concepts import concepts
from kb.queries.definitions import definitions
from kb.queries.identifications import same_works
from kb.queries.studies import studies
from kb.queries.works import works
from kb.store import project_files
from kb.store.bibliography_edit import set_field
from kb.store.library import Library
from kb.store.new_project import copy_example
from kb.store.ordinary import read_ordinary
from kb.store.project import open_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_example(tmp_path / "proyek")


def told(library: Library) -> tuple[object, ...]:
    texts = {source.id: source.data for source in library.sources.values()}
    return (definitions(library), concepts(library), studies(library), works(library), library.findings, texts, library.fingerprint)  # fmt: skip


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def set_in_works(project: Path, field: str, value: str) -> str:
    bib = project / "references.bib"
    key = open_project(project).bibliography.entries[0].key
    bib.write_bytes(set_field(bib.read_bytes(), key, field, value))
    return key


def test_a_note_of_a_work_leaves_the_graph_and_its_answers(project: Path) -> None:
    before = open_project(project)
    told(before)
    key = set_in_works(project, "note", "dibaca di perpustakaan")

    after = open_project(project, before)

    assert after.facts is before.facts
    entry = next(entry for entry in after.bibliography.entries if entry.key == key)
    assert entry.fields["note"] == "dibaca di perpustakaan"
    assert told(after) == told(open_project(project))


def test_a_title_of_a_work_is_told_anew(project: Path) -> None:
    before = open_project(project)
    told(before)
    key = set_in_works(project, "title", "Judul yang lain")

    after = open_project(project, before)

    assert after.facts is not before.facts
    assert "Judul yang lain" in {work.title for work in works(after).values() if work.citekey == key}
    assert told(after) == told(open_project(project))


def test_an_author_named_others_is_told_anew_though_no_triple_says_so(project: Path) -> None:
    before = open_project(project)
    told(before)
    first = before.bibliography.entries[0]
    key = set_in_works(project, "author", f"{first.fields['author']} and others")

    after = open_project(project, before)

    assert next(work for work in works(after).values() if work.citekey == key).others
    assert told(after) == told(open_project(project))


def test_changed_notes_drafts_and_settings_are_told_anew(project: Path) -> None:
    before = open_project(project)
    told(before)
    notes = next(path for path in sorted(project.rglob("definitions.ttl")))
    draft = project / before.configuration.drafts[0]
    for path, old, new in (
        (notes, "rdf:value", "rdf:value 'sebuah kalimat lain'@id ; rdf:value"),
        (draft, "\n", "\n\nSebuah alinea baru.\n"),
        (project / "kajian.toml", 'title = "', 'title = "Tentang '),
    ):
        change(path, old, new)

        after = open_project(project, before)

        assert after.facts is not before.facts, path
        assert told(after) == told(open_project(project)), path
        before = after


def test_what_broken_notes_lack_is_told_at_each_opening(project: Path) -> None:
    notes = next(path for path in sorted(project.rglob("people.ttl")))
    notes.write_text(notes.read_text(encoding="utf-8") + "\n:rusak a [ ", encoding="utf-8")
    before = open_project(project)
    assert "notes-broken" in {finding.check for finding in before.findings}
    set_in_works(project, "note", "dibaca")

    after = open_project(project, before)

    assert after.facts is before.facts
    assert [f for f in after.findings if f.check == "notes-broken"] == [f for f in before.findings if f.check == "notes-broken"]  # fmt: skip


def test_the_order_of_works_is_told_anew_since_the_first_of_two_that_are_one_stands(project: Path) -> None:
    first, second = open_project(project).bibliography.entries[:2]
    merge(open_project(project), (first.key, second.key))
    notes = next(path for path in project.rglob("*.ttl") if "kajian:preferred" in path.read_text(encoding="utf-8"))
    change(notes, f" ;\n    kajian:preferred karya:{first.key}", "")
    before = open_project(project)
    assert same_works(before) == {second.key: first.key}
    bib = project / "references.bib"
    text = bib.read_text(encoding="utf-8")
    bib.write_text(text.replace(first.raw, "%").replace(second.raw, f"{second.raw}\n\n{first.raw}"), encoding="utf-8")

    after = open_project(project, before)

    assert same_works(after) == {first.key: second.key}


def test_only_files_that_changed_are_read_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long_ago = 1_500_000_000
    for path in project.rglob("*"):
        os.utime(path, (long_ago, long_ago))
    before = open_project(project)
    key = set_in_works(project, "note", "dibaca")
    read: list[Path] = []

    def ordinary(path: Path, most: int | None = None) -> bytes:
        read.append(path)
        return read_ordinary(path, most)

    monkeypatch.setattr(project_files, "read_ordinary", ordinary)
    after = open_project(project, before)

    assert read == [project / "references.bib"]
    assert any(entry.key == key and entry.fields.get("note") == "dibaca" for entry in after.bibliography.entries)


def test_a_file_that_may_have_changed_within_a_tick_of_the_clock_is_read_again(project: Path) -> None:
    before = open_project(project)
    bib = project / "references.bib"
    status, data = bib.stat(), bib.read_bytes()
    first = before.bibliography.entries[0]
    with bib.open("r+b") as stream:
        stream.seek(data.index(first.key.encode()))
        stream.write(b"x")
    os.utime(bib, ns=(status.st_atime_ns, status.st_mtime_ns))

    after = open_project(project, before)

    assert after.bibliography.entries[0].key == "x" + first.key[1:]


def test_a_bibliography_under_another_name_is_read_under_that_name(project: Path) -> None:
    bib = project / "references.bib"
    bib.write_text(
        bib.read_text(encoding="utf-8") + "\nteks di antara\n\n@misc{z,\n  title = {Z}\n}\n", encoding="utf-8"
    )
    before = open_project(project)
    bib.rename(project / "pustaka.bib")
    settings = project / "kajian.toml"
    if "references.bib" in settings.read_text(encoding="utf-8"):
        change(settings, "references.bib", "pustaka.bib")
    else:
        change(settings, "version = 1", 'version = 1\nbibliography = "pustaka.bib"')

    after = open_project(project, before)

    assert {f.place.file for f in after.findings if f.check == "text-between-entries"} == {"pustaka.bib"}
    assert told(after) == told(open_project(project))
