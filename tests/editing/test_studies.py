"""Studies entered by a person: read back as they were meant, disjoint edits in any order, nothing else touched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.audit.notes import check_notes
from kb.editing.faults import FormError
from kb.editing.passages import quotes_of
from kb.editing.studies import add_study, as_study, remove_study, save_study, written_study
from kb.editing.study_statements import settled
from kb.editing.study_works import author_names, study_label
from kb.editing.written_study import ReportedWork, WrittenSentence, WrittenStudy, WrittenValue
from kb.errors import InputError
from kb.queries.studies import prior_studies
from kb.review.comparison import compared_study, previewed_study
from kb.review.written import doubts
from kb.store.library import Library
from kb.store.new_project import copy_example, new_project
from kb.store.project import open_project

WORK = ReportedWork("Dr. Budi Santoso, M.Pd. dan Siti Aminah", "Literasi Digital Siswa", "2019", "article", "Jurnal X")
FILLED = WrittenStudy(
    values={
        "topic": (WrittenValue(text="literasi digital"),),
        "approach": (WrittenValue(text="Metode Kualitatif", locator="12"),),
        "theory": (WrittenValue(state="not-in-source"),),
        "findings": (WrittenValue(text="Siswa membaca lebih banyak."), WrittenValue(text="Guru kurang dilatih.")),
    },
    sentences=(WrittenSentence("similarity", "Sama-sama meneliti literasi.", ("topic",)),),
    note="Baca lagi bab 4.",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return new_project(tmp_path / "proyek", "Judul saya")


def bare(library: Library, study: WrittenStudy) -> WrittenStudy:
    """A study without what the notes give it: ids, its label and work, the order of values."""
    values = {
        facet: tuple(sorted((replace(settled(library, facet, v), id="") for v in held), key=repr))
        for facet, held in study.values.items()
        if held
    }
    sentences = tuple(sorted((replace(s, id="") for s in study.sentences), key=repr))
    return replace(study, label="", work="", values=values, sentences=sentences)


def grave(root: Path) -> list[tuple[str, object]]:
    return [(f.check, f.params) for f in check_notes(open_project(root)) if f.severity != "info"]


def files(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file() and ".kajian" not in p.parts}  # fmt: skip


def test_a_new_study_stands_in_the_notes_with_its_work_and_keeps_the_rules(root: Path) -> None:
    done = add_study(open_project(root), FILLED, WORK)
    opened = open_project(root)
    assert done.id == "studi-santoso"
    assert [study.label for study in prior_studies(opened)] == ["Budi Santoso & Siti Aminah (2019)"]
    found = written_study(opened, done.id)
    assert found.work == "santoso2019literasi"
    assert bare(opened, found) == bare(opened, FILLED)
    assert found.values["approach"][0].value == "qualitative"
    assert grave(root) == []
    assert doubts(opened) == {}


def test_a_work_that_the_bibliography_has_is_used_and_no_study_is_written_twice(root: Path) -> None:
    bib = root / "references.bib"
    bib.write_text(
        "@article{lama, author={Santoso, Budi and Aminah, Siti}, title={Literasi digital siswa}, year=2019}\n"
    )
    before = bib.read_bytes()
    add_study(open_project(root), FILLED, WORK)
    assert bib.read_bytes() == before
    with pytest.raises(FormError) as refused:
        add_study(open_project(root), FILLED, WORK)
    assert refused.value.faults["title"].code == "study-there"


def test_two_studies_of_one_family_name_have_ids_of_their_own(root: Path) -> None:
    add_study(open_project(root), WrittenStudy(), WORK)
    second = add_study(open_project(root), WrittenStudy(), replace(WORK, title="Hal lain", year="2021"))
    assert second.id == "studi-santoso-2021"


@pytest.mark.parametrize(
    ("field", "work"),
    [("authors", replace(WORK, authors=" ; ")), ("title", replace(WORK, title="")), ("year", replace(WORK, year="19"))],
)
def test_what_a_work_needs_is_told_field_by_field(root: Path, field: str, work: ReportedWork) -> None:
    before = files(root)
    with pytest.raises(FormError) as refused:
        add_study(open_project(root), FILLED, work)
    assert list(refused.value.faults) == [field]
    assert files(root) == before


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Ruaida Murni", ["Ruaida Murni"]),
        ("Murni, R.", ["Murni, R."]),
        ("Budi Santoso, Siti Aminah", ["Budi Santoso", "Siti Aminah"]),
        ("Santoso, B.; Aminah, S.", ["Santoso, B.", "Aminah, S."]),
        ("Prof. Dr. H. Budi Santoso, M.Si.", ["Budi Santoso"]),
        ("Budi & Siti\nTono and Ani", ["Budi", "Siti", "Tono", "Ani"]),
        ("Badan Pusat Statistik", ["Badan Pusat Statistik"]),
    ],
)
def test_authors_as_people_type_them(typed: str, names: list[str]) -> None:
    assert author_names(typed) == names


def test_labels_of_one_two_and_many_authors() -> None:
    assert study_label(replace(WORK, authors="Murni, R.", year="")) == "R. Murni"
    assert study_label(replace(WORK, authors="A B; C D; E F")) == "A B dkk. (2019)"


def test_saving_what_was_read_changes_no_byte(tmp_path: Path) -> None:
    root = copy_example(tmp_path / "salinan")
    before = files(root)
    for study in prior_studies(open_project(root)):
        save_study(open_project(root), written_study(open_project(root), study.id), study.id)
    assert files(root) == before


def test_one_changed_facet_leaves_the_others_byte_for_byte(tmp_path: Path) -> None:
    root = copy_example(tmp_path / "salinan")
    opened = open_project(root)
    held = written_study(opened, "studi-murni")
    quote = quotes_of(opened, "Analisis data dilakukan secara deskriptif kualitatif")[0]
    values = {**held.values, "limitations": (WrittenValue(text="Satu panti saja", basis="interpreted", passage=quote),)}
    save_study(opened, replace(held, values=values), "studi-murni")
    again = open_project(root)
    assert bare(again, written_study(again, "studi-murni")) == bare(again, replace(held, values=values))
    text, old = ((r / "ontology/balewangi/studies/murni.ttl").read_text() for r in (root, Path(__file__).parents[2]))
    base = opened.base
    assert text.startswith(old.replace("urn:uuid:69e47b3a-c088-46f9-9e7a-b62494c55878#", base))


@pytest.mark.parametrize("first", ["studi-murni", "studi-daulay"])
def test_the_preview_says_what_the_saved_study_will_say(first: str) -> None:
    opened = open_project(Path(__file__).parents[2])
    order = sorted(prior_studies(opened), key=lambda study: study.id != first)
    for study in order:
        seen = previewed_study(opened, as_study(opened, written_study(opened, study.id), None))
        kept = compared_study(opened, study)
        computed = [s.text for s in (*kept.similarities, *kept.differences) if s.origin == "computed"]
        assert [s.text for s in (*seen.similarities, *seen.differences)] == computed


def test_a_removed_study_takes_what_speaks_of_it_and_nothing_else(tmp_path: Path) -> None:
    root = copy_example(tmp_path / "salinan")
    before = grave(root)
    remove_study(open_project(root), "studi-daulay")
    opened = open_project(root)
    assert [study.id for study in prior_studies(opened)] == ["studi-murni", "studi-kumalasari"]
    assert not (root / "ontology/balewangi/studies/daulay.ttl").exists()
    notes = b"".join(data for name, data in files(root).items() if name.endswith(".ttl"))
    assert b":studi-daulay" not in notes and b":sama-daulay-1 a" not in notes
    assert [each for each in grave(root) if each not in before] == []


def test_the_own_study_is_not_removed(root: Path) -> None:
    with pytest.raises(InputError) as refused:
        remove_study(open_project(root), "studi-ini")
    assert refused.value.code == "study-focal"


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029"), min_size=1, max_size=30
)
TEXTS = WORDS.map(lambda text: " ".join(text.split())).filter(bool)
VALUES = st.builds(
    WrittenValue,
    text=TEXTS,
    state=st.sampled_from(["stated", "absent", "not-in-source"]),
    basis=st.sampled_from(["stated", "interpreted"]),
    locator=st.sampled_from(["", "12", "iv-v"]),
)
FACETS = ("topic", "approach", "design", "subjects", "findings", "location")
STUDIES = st.builds(
    WrittenStudy,
    values=st.dictionaries(st.sampled_from(FACETS), st.lists(VALUES, min_size=1, max_size=3).map(tuple), max_size=4),
    sentences=st.lists(
        st.builds(
            WrittenSentence,
            st.sampled_from(["similarity", "difference"]),
            TEXTS,
            st.lists(st.sampled_from(FACETS), unique=True, max_size=2).map(
                lambda f: tuple(sorted(f, key=FACETS.index))
            ),
        ),
        max_size=2,
    ).map(tuple),
    note=st.one_of(st.just(""), TEXTS),
)
MANY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def in_order(study: WrittenStudy) -> WrittenStudy:
    """Facets of sentences in the order in which the notes give them back."""
    return replace(study, sentences=tuple(replace(s, facets=tuple(sorted(s.facets))) for s in study.sentences))


@MANY
@given(first=STUDIES, second=STUDIES)
def test_what_was_written_reads_back_equal(
    tmp_path_factory: pytest.TempPathFactory, first: WrittenStudy, second: WrittenStudy
) -> None:
    root = new_project(tmp_path_factory.mktemp("studi") / "p")
    done = add_study(open_project(root), first, WORK)
    opened = open_project(root)
    assert in_order(bare(opened, written_study(opened, done.id))) == in_order(bare(opened, first))
    held = written_study(opened, done.id)
    save_study(opened, replace(second, label=held.label, work=held.work), done.id)
    again = open_project(root)
    assert in_order(bare(again, written_study(again, done.id))) == in_order(bare(again, second))
    assert [finding.check for finding in again.findings] == []


@MANY
@given(facets=st.permutations(FACETS), ours=VALUES, theirs=VALUES)
def test_edits_of_disjoint_facets_commute(
    tmp_path_factory: pytest.TempPathFactory, facets: list[str], ours: WrittenValue, theirs: WrittenValue
) -> None:
    root = new_project(tmp_path_factory.mktemp("studi") / "p")
    done = add_study(open_project(root), FILLED, WORK)
    one = two = open_project(root)
    held = written_study(one, done.id)
    mine, other = facets[0], facets[1]
    save_study(one, replace(held, values={**held.values, mine: (ours,)}), done.id)
    save_study(two, replace(held, values={**held.values, other: (theirs,)}), done.id)
    again = open_project(root)
    both = replace(held, values={**held.values, mine: (ours,), other: (theirs,)})
    assert bare(again, written_study(again, done.id)) == bare(again, both)
