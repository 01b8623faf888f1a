"""Works entered by a person, and what happens where a thing is taken out that others point to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from kb.audit.notes import check_notes
from kb.editing.concepts import save_concept, written_concept
from kb.editing.definitions import save_definition
from kb.editing.deletion import delete, what_points_to
from kb.editing.faults import FormError
from kb.editing.works import people_field, people_lines, save_work, written_work
from kb.editing.written import (
    WrittenCitation,
    WrittenDefinition,
    WrittenHop,
    WrittenRelation,
    WrittenTypology,
    WrittenWork,
)
from kb.errors import InputError
from kb.queries.concepts import concepts
from kb.queries.definitions import definitions
from kb.store.new_project import copy_example
from kb.store.project import open_project
from kb.store.undo import undo
from tests.editing.entered import BIB, QUICK, anything, project, reopened

NEW = WrittenWork(
    "article",
    {
        "author": "Wijaya, Sri and {Badan Pusat Statistik}",
        "year": "2020",
        "title": "Pasar & rakyat 100%",
        "journal": "J",
    },
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path)


def test_a_new_work_gets_a_key_and_leaves_the_others_alone(root: Path) -> None:
    kept = save_work(open_project(root), NEW)
    assert kept.id == "wijaya2020pasar"
    library = open_project(root)
    entry = library.bibliography.entries[-1]
    assert entry.fields["title"] == "Pasar & rakyat 100%"
    assert [name.full for name in entry.names["author"]] == ["Sri Wijaya", "Badan Pusat Statistik"]
    assert (root / "references.bib").read_text("utf-8").startswith(BIB)
    assert written_work(library, kept.id) == replace(NEW, key=kept.id)


def test_one_field_and_the_type_change_and_nothing_else(root: Path) -> None:
    library = open_project(root)
    held = written_work(library, "sari2019modul")
    wanted = replace(held, type="report", fields={**held.fields, "institution": "Dinas", "publisher": ""})
    save_work(library, wanted, "sari2019modul")
    text = (root / "references.bib").read_text("utf-8")
    assert text.startswith("% daftar pustaka\n@report{sari2019modul,\n  author = {Sari, Dewi},")
    assert "institution = {Dinas}" in text and text.count("Pustaka") == 1
    assert text.endswith(BIB[BIB.index("@article") :])


def test_saving_what_was_read_changes_not_a_byte(tmp_path: Path) -> None:
    library = open_project(copy_example(tmp_path / "contoh"))
    for entry in library.bibliography.entries:
        assert save_work(library, written_work(library, entry.key), entry.key).saved.files == (), entry.key


@pytest.mark.parametrize(
    ("wanted", "fields"),
    [
        (WrittenWork("book", {}), {"author", "year", "title", "publisher"}),
        (replace(NEW, fields={**NEW.fields, "journal": " "}), {"journal"}),
        (replace(NEW, fields={**NEW.fields, "year": ""}), {"year"}),
        (replace(NEW, key="sari2019modul"), {"key"}),
        (replace(NEW, key="a b"), {"key"}),
        (
            WrittenWork("book", {"author": "Sari, Dewi", "year": "2019", "title": "Modul koperasi", "publisher": "X"}),
            {"title"},
        ),
        (replace(NEW, fields={**NEW.fields, "url": "http://x/{"}), {"url"}),
        (WrittenWork("legislation", {"title": "UU 3/2014"}), {"year"}),
    ],
)
def test_what_a_work_lacks_is_said_beside_its_field(root: Path, wanted: WrittenWork, fields: set[str]) -> None:
    library = open_project(root)
    with pytest.raises(FormError) as refused:
        save_work(library, wanted)
    assert set(refused.value.faults) == fields
    assert reopened(library).fingerprint == library.fingerprint


def test_an_old_entry_may_go_on_lacking_what_it_lacked(root: Path) -> None:
    path = root / "references.bib"
    path.write_text(BIB + "@book{tua,\n  title = {Tua}\n}\n", "utf-8")
    library = open_project(root)
    held = written_work(library, "tua")
    save_work(library, replace(held, fields={"title": "Lebih tua"}), "tua")
    with pytest.raises(FormError):
        save_work(reopened(library), replace(held, fields={"title": ""}), "tua")


def test_people_are_one_a_line() -> None:
    lines = "Sari, Dewi\n\n Badan Pusat  Statistik \nSuharto\nDewi Lestari"
    written = "Sari, Dewi and {Badan Pusat Statistik} and Suharto and Dewi Lestari"
    assert people_field(lines) == written
    assert people_lines(written) == "Sari, Dewi\nBadan Pusat Statistik\nSuharto\nDewi Lestari"


@settings(
    max_examples=40, deadline=None, phases=QUICK,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(title=anything, publisher=anything)
def test_no_text_breaks_out_of_its_field(root: Path, title: str, publisher: str) -> None:
    (root / "references.bib").write_text(BIB, "utf-8")
    library = open_project(root)
    wanted = WrittenWork("book", {"author": "Orang, Si", "year": "2001", "title": title, "publisher": publisher})
    try:
        kept = save_work(library, wanted)
    except FormError:
        assert reopened(library).fingerprint == library.fingerprint
        return
    entries = reopened(library).bibliography.entries
    assert [entry.key for entry in entries[:3]] == [entry.key for entry in library.bibliography.entries]
    assert len(entries) == 4 and entries[3].key == kept.id
    assert (root / "references.bib").read_text("utf-8").startswith(BIB)


SARI = WrittenHop(("Dewi Sari",), "", "", "", "sari2019modul")
HATTA = WrittenHop(("Mohammad Hatta",), "Hatta", "1951", "3", "hatta1951koperasi")
DEFINED = WrittenDefinition(
    "konsep-koperasi", "Koperasi adalah usaha bersama", citations=(WrittenCitation((HATTA, SARI)),)
)


def test_a_work_that_is_quoted_goes_only_when_that_was_chosen(root: Path) -> None:
    kept = save_definition(open_project(root), DEFINED)
    library = open_project(root)
    assert kept.id in {use.id for use in what_points_to(library, "sari2019modul")}
    with pytest.raises(InputError) as refused:
        delete(library, "sari2019modul")
    assert kept.id in str(refused.value)
    delete(library, "sari2019modul", with_uses=True)
    library = reopened(library)
    assert "sari2019modul" not in {entry.key for entry in library.bibliography.entries}
    (found,) = definitions(library)
    assert found.attribution is not None and found.attribution.via[0].citekey is None
    assert found.attribution.via[0].name == "Dewi Sari"
    assert found.attribution.originator.citekey == "hatta1951koperasi"
    assert [f.check for f in check_notes(library) if f.severity == "error"] == []


def test_a_concept_goes_with_what_hangs_on_it_and_can_come_back(root: Path) -> None:
    save_definition(open_project(root), DEFINED)
    library = open_project(root)
    held = written_concept(library, "konsep-anggota")
    typology = WrittenTypology({"id": "unsur"}, "element", ("koperasi", "modal"))
    relation = WrittenRelation("memiliki", "koperasi")
    save_concept(library, replace(held, typologies=(typology,), relations=(relation,)), "konsep-anggota")
    before = open_project(root)
    with pytest.raises(InputError):
        delete(before, "konsep-koperasi")
    kept = delete(before, "konsep-koperasi", with_uses=True)
    after = reopened(before)
    assert definitions(after) == ()
    anggota = next(c for c in concepts(after).values() if c.id == "konsep-anggota")
    assert [t.member_labels for t in anggota.typologies] == [("modal",)] and anggota.relations == ()
    assert [f.check for f in check_notes(after) if f.severity == "error"] == []
    undo(root, kept.saved.number)
    assert open_project(root).fingerprint == before.fingerprint


def errors(root: Path) -> set[tuple[str, tuple[str, ...]]]:
    return {(f.check, f.about) for f in check_notes(open_project(root)) if f.severity == "error"}


def test_what_is_taken_out_of_the_example_leaves_the_rest_right(tmp_path: Path) -> None:
    root = copy_example(tmp_path / "contoh")
    before = errors(root)
    for identifier in (definitions(open_project(root))[3].id, "konsep-kemiskinan", "fatwadi2019jejaring"):
        delete(open_project(root), identifier, with_uses=True)
    assert errors(root) <= before


def test_the_work_of_a_study_stays(tmp_path: Path) -> None:
    library = open_project(copy_example(tmp_path / "contoh"))
    with pytest.raises(InputError) as refused:
        delete(library, "murni2016peran", with_uses=True)
    assert refused.value.code == "delete-work-of-study"
