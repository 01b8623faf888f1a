"""A study as fields and back, and the vocabulary's words in a pasted text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kb.editing.alike import look_alike
from kb.editing.found_words import found_words
from kb.editing.studies import written_study
from kb.editing.study_fields import new_study_fields, study_fields, study_of
from kb.editing.written_study import WrittenSentence, WrittenStudy, WrittenValue
from kb.store.library import Library
from kb.store.project import open_project

ROOT = Path(__file__).parents[2]
EXAMPLE = [path.stem for path in (ROOT / "ontology/balewangi/studies").glob("*.ttl") if path.stem != "values"]


@pytest.fixture(scope="module")
def library() -> Library:
    return open_project(ROOT)


@pytest.mark.parametrize("name", EXAMPLE)
def test_fields_say_all_that_the_notes_say(library: Library, name: str) -> None:
    held = written_study(library, f"studi-{name}")
    assert study_of(library, held, study_fields(library, held)) == held


def test_a_new_study_of_known_values_and_own_words(library: Library) -> None:
    fields = new_study_fields(library) | {"topic": ["konsep-kemiskinan", "hal saya"], "findings": "Satu.\n\nDua."}
    assert study_of(library, WrittenStudy(), fields).values == {
        "topic": (WrittenValue(value="konsep-kemiskinan"), WrittenValue(text="hal saya")),
        "findings": (WrittenValue(text="Satu."), WrittenValue(text="Dua.")),
    }


def test_a_state_stands_only_where_nothing_is_stated(library: Library) -> None:
    fields = new_study_fields(library) | {"theory|state": "not-in-source", "topic|state": "absent", "topic": ["x"]}
    found = study_of(library, WrittenStudy(), fields).values
    assert found == {"theory": (WrittenValue(state="not-in-source"),), "topic": (WrittenValue(text="x"),)}


def test_a_value_taken_from_the_list_goes_and_the_others_keep_their_statements(library: Library) -> None:
    held = WrittenStudy(values={"topic": (WrittenValue("konsep-a", "a", id="fs-1"), WrittenValue(text="b", id="fs-2"))})
    fields = study_fields(library, held) | {
        "topic": ["b"],
        "topic|fs-2|basis": "interpreted",
        "topic|fs-2|locator": "7",
    }
    wanted = replace(held.values["topic"][1], basis="interpreted", locator="7")
    assert study_of(library, held, fields).values == {"topic": (wanted,)}


def test_one_reworded_paragraph_stays_the_same_statement(library: Library) -> None:
    held = WrittenStudy(
        values={"findings": (WrittenValue(text="Satu\n\nbaris", id="fs-1"), WrittenValue(text="Dua", id="fs-2"))}
    )
    fields = study_fields(library, held)
    assert fields["findings"] == "Satu baris\n\nDua"
    changed = study_of(library, held, fields | {"findings": "Satu baris\n\nDua lagi"}).values["findings"]
    assert changed == (held.values["findings"][0], WrittenValue(text="Dua lagi", id="fs-2"))
    added = study_of(library, held, fields | {"findings": "Nol\n\nSatu baris\n\nDua"}).values["findings"]
    assert [value.id for value in added] == ["", "fs-1", "fs-2"]


def test_an_emptied_sentence_goes_and_a_new_one_comes(library: Library) -> None:
    held = WrittenStudy(sentences=(WrittenSentence("similarity", "Lama.", ("topic",), None, "sama-1"),))
    fields = study_fields(library, held) | {
        "sentence|sama-1|text": " ",
        "sentence|+difference|text": "Baru.",
        "sentence|+difference|facets": ["location"],
    }
    assert study_of(library, held, fields).sentences == (WrittenSentence("difference", "Baru.", ("location",)),)


ABSTRACT = (
    "Penelitian ini bertujuan mendeskripsikan jaringan kerja pengrajin. Metode yang digunakan adalah deskriptif "
    "kualitatif dengan teknik wawancara mendalam dan observasi; informan dipilih secara purposive sampling."
)


def test_an_abstract_offers_the_vocabulary_with_its_sentence(library: Library) -> None:
    found = {(word.facet, word.value): word for word in found_words(library, ABSTRACT)}
    assert {
        ("topic", "konsep-jejaring-kerja"),
        ("sampling", "purposive-sampling"),
        ("data-collection", "observation"),
    } <= {*found}
    assert found["topic", "konsep-jejaring-kerja"].sentence.startswith("Penelitian ini bertujuan")
    assert "konsep-purpose" not in {value for _, value in found}


def test_nothing_is_found_in_nothing(library: Library) -> None:
    assert found_words(library, "") == () == found_words(library, "... 123 ((( *")


@pytest.mark.parametrize(
    ("typed", "known"),
    [("Kwalitatif", "a"), ("kualitatip", "a"), ("kuisioner", "b"), ("kualitas", None), ("kelas XI", None), ("", None)],
)
def test_slips_of_the_pen_are_asked_about_and_other_words_are_not(typed: str, known: str | None) -> None:
    assert look_alike(typed, {"a": "kualitatif", "b": ["angket", "kuesioner"], "c": "kelas X"}) == known
