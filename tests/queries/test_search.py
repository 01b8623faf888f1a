"""Searching everything: stems, both languages, hostile words, an index that may be lost at any time."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from kb.model.hit import HIT_KINDS, Found
from kb.model.text import plain
from kb.queries import search as room
from kb.queries import stems
from kb.queries.search import search
from kb.store.index import FILE
from kb.store.new_project import new_project
from kb.store.project import open_project

ROOT = Path(__file__).parent.parent.parent
NOTES = """@prefix : <BASE> . @prefix kajian: <https://w3id.org/kajian/ns#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix facet: <https://w3id.org/kajian/facets#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
:skema-konsep a skos:ConceptScheme ; skos:prefLabel "Konsep"@id .
:konsep-miskin a skos:Concept ; skos:inScheme :skema-konsep ; skos:prefLabel "rakyat miskin"@id , "the poor"@en ; skos:altLabel "kaum papa"@id ;
  skos:definition :def-1 ; skos:topConceptOf :skema-konsep .
:def-1 a kajian:Definition ; rdf:value "Kemiskinan adalah *kekurangan* yang (menurut 50% ahli) tidak dipilih; Majelis Ta'lim C++ & \\"kutipan\\"."@id .
:studi-a a kajian:Study ; skos:prefLabel "Sari (2020)"@id .
:fs-a a kajian:FacetStatement ; kajian:ofStudy :studi-a ; kajian:facet facet:findings ; rdf:value "Pemberdayaan ibu-ibu menaikkan pendapatan"@id ;
  kajian:state facet:stated ; kajian:basis facet:by-source .
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = new_project(tmp_path / "p", "Judul")
    base = open_project(folder).base
    (folder / "notes" / "isi.ttl").write_text(NOTES.replace("BASE", base), encoding="utf-8")
    return folder


def kinds(found: Found) -> set[str]:
    return {hit.kind for hit in found.hits}


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("kemiskinan", "concept"),  # by its stem
        ("miskin", "definition"),
        ("poor", "concept"),
        ("papa", "concept"),
        ("daya", "statement"),
        ("memberdayakan", "statement"),
        ("ta'lim", "definition"),
        ("ta’lim", "definition"),
        ("taklim", "definition"),
        ("kekur", "definition"),  # the beginning of a word
        ("sari 2020", "study"),
    ],
)
def test_a_word_finds_its_kin(project: Path, asked: str, kind: str) -> None:
    assert kind in kinds(search(open_project(project), asked))


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "*",
        '"',
        "(",
        "'",
        "-",
        "--",
        "NEAR(",
        "*)(",
        '""""',
        "\x00",
        "\ud800",
        "^",
        "{title}:",
        "; DROP TABLE found",
    ],
)
def test_signs_do_no_harm(project: Path, asked: str) -> None:
    assert search(open_project(project), asked).total == 0


@pytest.mark.parametrize("asked", ["miskin*", '"miskin"', "(miskin)", "miskin?!"])
def test_signs_around_a_word_are_no_matter(project: Path, asked: str) -> None:
    assert "concept" in kinds(search(open_project(project), asked))


def test_every_word_must_be_there_and_words_of_the_query_language_are_words(project: Path) -> None:
    library = open_project(project)
    assert search(library, "miskin dipilih").counts == {"definition": 1}
    assert search(library, "miskin OR gajah").total == 0
    assert search(library, "NOT miskin").total == 0


def test_two_letters_are_a_word_and_no_beginning(project: Path) -> None:
    library = open_project(project)
    assert search(library, "ra").total == 0
    assert search(library, "rak").counts == {"concept": 1, "definition": 1}


def test_hits_are_marked_and_say_where_they_lead(project: Path) -> None:
    (hit,) = search(open_project(project), "ta'lim").hits
    assert (hit.kind, hit.id, hit.label) == ("definition", "def-1", "rakyat miskin")
    assert [run.text for run in hit.snippet if run.bold] == ["Ta'lim"]
    assert "kekurangan" in plain(hit.snippet)


def test_labels_are_in_the_language_asked_for(project: Path) -> None:
    found = search(open_project(project), "miskin", language="en", kind="concept")
    assert [hit.label for hit in found.hits] == ["the poor"]
    assert set(found.counts) == {"concept", "definition"}


def test_the_most_of_each_kind_are_shown_and_all_are_counted() -> None:
    found = search(open_project(ROOT), "jejaring", most=2)
    assert max(sum(1 for hit in found.hits if hit.kind == kind) for kind in kinds(found)) == 2
    assert found.counts["definition"] > 2
    order = [HIT_KINDS.index(hit.kind) for hit in found.hits]
    assert order == sorted(order)


def test_a_long_text_shows_the_stretch_where_the_word_stands(project: Path) -> None:
    long = "awal " * 200 + "bertemu gajah di jalan " + "akhir " * 200
    notes = project / "notes" / "isi.ttl"
    notes.write_text(notes.read_text(encoding="utf-8").replace("Pemberdayaan ibu-ibu", long), encoding="utf-8")
    (hit,) = search(open_project(project), "gajah").hits
    text = plain(hit.snippet)
    assert "gajah" in text and len(text) < 200 and text.startswith("…") and text.endswith("…")


def test_the_index_is_kept_and_made_anew_when_a_text_changes(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert search(open_project(project), "gajah").total == 0
    kept = (project / FILE).read_bytes()
    monkeypatch.setattr(room, "entries", lambda library: pytest.fail("made again though nothing changed"))
    assert search(open_project(project), "papa").total == 1
    assert (project / FILE).read_bytes() == kept
    monkeypatch.undo()
    notes = project / "notes" / "isi.ttl"
    notes.write_text(notes.read_text(encoding="utf-8").replace("kaum papa", "gajah"), encoding="utf-8")
    assert search(open_project(project), "gajah").total == 1
    assert (project / FILE).read_bytes() != kept


@pytest.mark.parametrize("damage", [b"", b"no database", None, b"SQLite format 3\x00" + b"\xff" * 4000])
def test_a_damaged_index_is_made_again(project: Path, damage: bytes | None) -> None:
    search(open_project(project), "papa")
    whole = (project / FILE).read_bytes()
    (project / FILE).write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    assert search(open_project(project), "papa").total == 1
    assert sqlite3.connect(project / FILE).execute("SELECT count(*) FROM entry").fetchone()[0] > 0


def test_bytes_turned_in_the_middle_never_show_as_a_failure(project: Path) -> None:
    search(open_project(project), "papa")
    whole = (project / FILE).read_bytes()
    for at in range(100, len(whole), len(whole) // 60):
        (project / FILE).write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) * 8 + whole[at + 8 :])
        assert search(open_project(project), "papa").counts.get("concept") == 1, at


def test_where_nothing_can_be_written_the_search_still_works(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise PermissionError("read-only")

    monkeypatch.setattr("kb.store.index.tempfile.mkstemp", refuse)
    assert search(open_project(project), "papa").total == 1
    assert not (project / FILE).exists()


def test_a_stem_is_worked_out_once_in_an_index_s_life(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    search(open_project(project), "papa")
    worked: list[str] = []
    monkeypatch.setattr(stems, "_root", lambda word: worked.append(word) or word)
    notes = project / "notes" / "isi.ttl"
    notes.write_text(notes.read_text(encoding="utf-8").replace("kaum papa", "kaum gajah"), encoding="utf-8")
    assert search(open_project(project), "badak").total == 0
    assert set(worked) == {"gajah", "badak"}


def test_what_bears_just_the_name_comes_first() -> None:
    found = search(open_project(ROOT), "Jejaring", most=1, kind="concept")
    assert [hit.id for hit in found.hits] == ["konsep-jejaring-kerja"]  # "jejaring" is one of its synonyms
    found = search(open_project(ROOT), "miskin", most=1, kind="concept")
    assert [hit.id for hit in found.hits] == ["konsep-kemiskinan"]  # its stem
