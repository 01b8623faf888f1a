"""Guided questions on the example, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.review.questions import answer, questions
from kb.store.new_project import new_project
from kb.store.profiles import project_profile
from kb.store.project import open_project

ROOT = Path(__file__).parent.parent.parent


def texts(name: str, value: str = "", language: str = "id") -> tuple[str, list[list[str]], tuple[tuple[str, str], ...]]:
    library = open_project(ROOT)
    found = answer(questions(library, project_profile(library.configuration), language)[name], value, language)
    rows = [[row.cells[column.id].text for column in found.table.columns] for row in found.table.rows]
    return found.question, rows, found.things


def test_which_study_addresses_an_aspect_and_what_it_found() -> None:
    question, rows, things = texts("unsur-aspect", "konsep-style")
    assert question == "Penelitian mana yang membahas aspek “style”, dan apa hasilnya?"
    assert things == (("study", "studi-daulay"),)
    assert rows[0][0] == "Raihanah Daulay (2018)"
    assert "pemberian motivasi (tafsiran)" in rows[0][1]
    assert "pembentukan jaringan bisnis" in rows[0][2]


def test_who_defines_a_concept() -> None:
    _, rows, things = texts("pengertian", "konsep-kemiskinan")
    assert len(rows) == 3 and {kind for kind, _ in things} == {"definition"}
    assert rows[0][2] == "(Kuncoro, 1997, dalam Bambang Rustanto, t.t.)"


def test_what_was_read_through_others() -> None:
    _, rows, _ = texts("lewat")
    assert any("Anklam (2007)" in row[0] and "Fatwadi" in row[1] for row in rows)


def test_english_questions_are_english() -> None:
    question, rows, _ = texts("unsur-approach", "qualitative", "en")
    assert question == "Which studies have the approach “qualitative”, and what did they find?"
    assert len(rows) == 2


def test_every_question_answers_every_option() -> None:
    library = open_project(ROOT)
    for question in questions(library, project_profile(library.configuration)).values():
        for value in question.options or ("",):
            found = answer(question, value)
            assert found.table.rows and len(found.table.rows) == len(found.things), (question.name, value)


def test_an_empty_project_asks_only_what_needs_no_choice(tmp_path: Path) -> None:
    library = open_project(new_project(tmp_path / "p", "Judul"))
    known = questions(library, project_profile(library.configuration))
    assert set(known) == {"lewat", "belum"}
    assert not answer(known["belum"], "").table.rows


def test_a_value_that_is_no_option_is_refused() -> None:
    with pytest.raises(KeyError):
        texts("pengertian", "konsep-entah")
