"""Concepts entered by a person: labels, links, typologies in their order, relations with the text's verbs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.audit.notes import check_notes
from kb.editing.concepts import save_concept, written_concept
from kb.editing.faults import FormError
from kb.editing.passages import quotes_of
from kb.editing.written import Quote, WrittenCitation, WrittenConcept, WrittenHop, WrittenRelation, WrittenTypology
from kb.queries.concepts import concepts
from kb.store.new_project import copy_example, new_project
from kb.store.project import open_project
from tests.editing.entered import QUICK, anything, project, reopened

KINDS = WrittenTypology(
    {"id": "jenis koperasi", "en": "kinds of cooperative"}, "type", ("simpan pinjam", "produksi"), 3
)
SAYS = WrittenRelation("mengurangi", "kemiskinan")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path)


def test_a_concept_in_an_empty_project_checks_clean(tmp_path: Path) -> None:
    root = new_project(tmp_path / "baru", "Judul")
    kept = save_concept(
        open_project(root), WrittenConcept({"id": "literasi digital", "en": "digital literacy"}, main=True)
    )
    assert kept.id == "konsep-literasi-digital"
    library = open_project(root)
    (found,) = concepts(library).values()
    assert found.main and found.labels == {"id": "literasi digital", "en": "digital literacy"}
    assert [f.check for f in check_notes(library) if f.severity == "error" and "konsep" in str(f.about)] == []
    assert (root / "notes" / "concepts.ttl").is_file()


def test_a_typology_with_new_members_keeps_their_order(root: Path) -> None:
    library = open_project(root)
    (quote,) = quotes_of(library, "Koperasi adalah usaha bersama")
    citation = WrittenCitation((WrittenHop(("Mohammad Hatta",), "Hatta", "1951", work="hatta1951koperasi"),))
    held = written_concept(library, "konsep-koperasi")
    typology = replace(KINDS, members=("anggota", *KINDS.members), citations=(citation,), passage=quote)
    save_concept(library, replace(held, typologies=(typology,), relations=(SAYS,)), "konsep-koperasi")
    library = reopened(library)
    concept = next(c for c in concepts(library).values() if c.id == "konsep-koperasi")
    (found,) = concept.typologies
    assert found.member_labels == ("anggota", "simpan pinjam", "produksi")
    assert found.members[0] == "konsep-anggota" and found.stated_count == 3
    assert found.attributed_to[0].originator.name == "Mohammad Hatta"
    (relation,) = concept.relations
    assert (relation.verb, relation.object) == ("verba-mengurangi", "konsep-kemiskinan")
    assert [f for f in check_notes(library) if f.severity == "error"] == []
    held = written_concept(library, "konsep-koperasi")
    turned = replace(held.typologies[0], members=tuple(reversed(held.typologies[0].members)))
    save_concept(library, replace(held, typologies=(turned,)), "konsep-koperasi")
    concept = next(c for c in concepts(reopened(library)).values() if c.id == "konsep-koperasi")
    assert concept.typologies[0].member_labels == ("produksi", "simpan pinjam", "anggota")


def test_saving_what_was_read_changes_not_a_byte(tmp_path: Path) -> None:
    library = open_project(copy_example(tmp_path / "contoh"))
    for concept in concepts(library).values():
        kept = save_concept(library, written_concept(library, concept.id), concept.id)
        assert kept.saved.files == (), concept.id


def test_what_is_taken_out_of_a_concept_leaves_nothing_behind(tmp_path: Path) -> None:
    root = copy_example(tmp_path / "contoh")
    library = open_project(root)
    concept = next(c for c in concepts(library).values() if c.typologies and c.relations and not c.main)
    held = written_concept(library, concept.id)
    save_concept(library, replace(held, typologies=(), relations=()), concept.id)
    library = reopened(library)
    after = next(c for c in concepts(library).values() if c.id == concept.id)
    assert (after.typologies, after.relations) == ((), ())
    before = {str(f.params.get("rule", f.check)) for f in check_notes(open_project(copy_example(tmp_path / "lain")))}
    left = {str(f.params.get("rule", f.check)) for f in check_notes(library)}
    assert left - before <= {"orphan-concept"}


def test_the_frame_of_a_study_is_not_taken_away(tmp_path: Path) -> None:
    library = open_project(copy_example(tmp_path / "contoh"))
    owner = next(c for c in concepts(library).values() if any(t.id == "tip-aspek" for t in c.typologies))
    held = written_concept(library, owner.id)
    with pytest.raises(FormError) as refused:
        save_concept(library, replace(held, typologies=()), owner.id)
    assert "typologies" in refused.value.faults


BARE = WrittenConcept({"id": "pasar"})


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        (WrittenConcept({"en": "market"}), "label.id"),
        (WrittenConcept({"id": "Koperasi"}), "label.id"),
        (replace(BARE, synonyms={"id": ("Pasar",)}), "synonyms.id"),
        (replace(BARE, broader=("konsep-entah",)), "broader"),
        (replace(BARE, relations=(WrittenRelation("", "koperasi"),)), "relation.0.verb"),
        (replace(BARE, relations=(WrittenRelation("ada", "pasar"),)), "relation.0.object"),
        (
            replace(BARE, relations=(WrittenRelation("ada", "anggota", Quote("BAB II", "tidak ada")),)),
            "relation.0.passage",
        ),
        (replace(BARE, typologies=(replace(KINDS, kind="entah"),)), "typology.0.kind"),
        (replace(BARE, typologies=(replace(KINDS, members=()),)), "typology.0.members"),
        (replace(BARE, typologies=(replace(KINDS, members=("koperasi", "konsep-koperasi")),)), "typology.0.members"),
        (replace(BARE, typologies=(replace(KINDS, stated_count=0),)), "typology.0.count"),
        (replace(BARE, typologies=(replace(KINDS, labels={}),)), "typology.0.label.id"),
    ],
)
def test_what_cannot_be_saved_is_said_beside_its_field(root: Path, wanted: WrittenConcept, field: str) -> None:
    library = open_project(root)
    with pytest.raises(FormError) as refused:
        save_concept(library, wanted)
    assert list(refused.value.faults) == [field]
    assert reopened(library).fingerprint == library.fingerprint


def test_no_concept_stands_below_itself(root: Path) -> None:
    library = open_project(root)
    held = written_concept(library, "konsep-anggota")
    save_concept(library, replace(held, broader=("konsep-koperasi",)), "konsep-anggota")
    library = reopened(library)
    with pytest.raises(FormError):
        held = written_concept(library, "konsep-koperasi")
        save_concept(library, replace(held, broader=("konsep-anggota",)), "konsep-koperasi")


def in_order(some: Iterable[WrittenTypology]) -> list[WrittenTypology]:
    return sorted(
        some,
        key=lambda typology: repr(
            (sorted(typology.labels.items()), typology.members, typology.note, typology.kind, typology.stated_count)
        ),
    )


typologies = st.builds(
    WrittenTypology,
    labels=st.fixed_dictionaries({"id": anything}, optional={"en": anything}),
    kind=st.sampled_from(["aspect", "type", "cause"]),
    members=st.lists(anything, min_size=1, max_size=4, unique_by=lambda word: " ".join(word.casefold().split())).map(
        tuple
    ),
    stated_count=st.one_of(st.none(), st.integers(1, 9)),
    note=st.one_of(st.just(""), anything),
)


@settings(
    max_examples=20,
    deadline=None,
    phases=QUICK,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    label=anything,
    english=anything,
    synonym=anything,
    note=anything,
    main=st.booleans(),
    lists=st.lists(typologies, max_size=2),
)
def test_any_words_read_back_as_they_were_typed(
    tmp_path_factory: pytest.TempPathFactory,
    label: str, english: str, synonym: str, note: str, main: bool, lists: list[WrittenTypology],
) -> None:  # fmt: skip
    library = open_project(project(tmp_path_factory.mktemp("k")))
    synonyms = {} if synonym.casefold() == label.casefold() else {"id": (synonym,)}
    wanted = WrittenConcept({"id": label, "en": english}, synonyms, main, (), (), tuple(lists), note)
    kept = save_concept(library, wanted)
    library = reopened(library)
    assert library.findings == ()
    read = written_concept(library, kept.id)
    assert replace(read, typologies=()) == replace(wanted, typologies=())
    words = {c.id: c.labels["id"] for c in concepts(library).values()}
    got = [replace(t, id="", members=tuple(words[m] for m in t.members)) for t in read.typologies]
    assert in_order(got) == in_order(wanted.typologies)
