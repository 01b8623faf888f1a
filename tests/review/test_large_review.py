"""What is worked out once for many studies is what each of them would give alone, and what fresh notes give."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_project import STATEMENTS, WORKS, Said, make

from benchmarks.synthetic_reviews import write_review
from kb.model.coverage import Mark
from kb.model.profile import Profile
from kb.model.study import Study
from kb.queries.studies import focal_study, prior_studies
from kb.review.arrangement import SortKey, arranged
from kb.review.cells import content_cell, sort_name, values_in_words
from kb.review.coverage import coverage
from kb.review.crosstab import crosstab
from kb.review.headings import heading
from kb.review.order import in_order, relied_on, value_order
from kb.review.similarity import distinct
from kb.review.view import view_of
from kb.store.library import Library
from kb.store.project import open_project

VIEW = view_of(Profile("umum", "", ()))
CONTENTS = ("year", "author", "title", "topic", "approach", "data-collection", "location", "subjects", "note")
SORTS = st.lists(st.builds(SortKey, st.sampled_from(CONTENTS), st.booleans()), max_size=3)
FACETS = st.sampled_from(("topic", "approach", "design", "data-collection", "location"))
SAID: st.SearchStrategy[Said] = st.one_of(
    st.tuples(
        st.just("facet:approach"),
        st.sampled_from(("facet:qualitative", "facet:quantitative", "facet:mixed-methods")),
        st.sampled_from(("stated", "read", "absent")),
    ),
    st.tuples(
        st.just("facet:data-collection"),
        st.sampled_from(("facet:interview", "facet:observation", "Catatan lapangan", "catatan *lapangan*.")),
        st.sampled_from(("stated", "read", "absent")),
    ),
    st.tuples(st.just("facet:approach"), st.just(""), st.just("silent")),
    st.tuples(st.just("facet:topic"), st.sampled_from((":konsep-literasi", ":konsep-motivasi")), st.just("stated")),
)


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> tuple[Library, Library]:
    """Many studies that are alike, and a few that miss much."""
    many = open_project(write_review(tmp_path_factory.mktemp("banyak") / "proyek", 60))
    return many, make(tmp_path_factory.mktemp("sedikit"))


def sorted_plainly(library: Library, chosen: Sequence[Study], keys: Sequence[SortKey]) -> list[Study]:
    """Each key's filled ones in order, before those that have nothing; the last key first."""
    ordered = list(chosen)
    for key in reversed(keys):
        words = {study.id: plain_words(library, study, key.content) for study in ordered}
        filled = sorted((s for s in ordered if words[s.id]), key=lambda s: words[s.id], reverse=key.descending)
        ordered = filled + [study for study in ordered if not words[study.id]]
    return ordered


def plain_words(library: Library, study: Study, content: str) -> str:
    if content == "author":
        return sort_name(study, VIEW).casefold()
    if content == "year":
        return (study.work.year if study.work else None) or ""
    return content_cell(library, study, content, VIEW).text.casefold()


def heading_plainly(library: Library, study: Study, content: str) -> str:
    """What the group of one study alone is called."""
    values = in_order(library, study).facets.get(content, ())
    words = values_in_words(library, values, "id") if values else ""
    words = words or "; ".join(content_cell(library, study, content, VIEW).text.split("\n")) or "belum diisi"
    return f"{heading(library, content, 'id')}: {words}"


def chosen_of(library: Library, drop: set[int]) -> tuple[Study, ...]:
    return tuple(study for at, study in enumerate(prior_studies(library)) if at not in drop)


@given(SORTS, st.sampled_from((None, *CONTENTS)), st.sets(st.integers(0, 59), max_size=50))
@settings(max_examples=60, deadline=None)
def test_any_part_of_the_review_is_ordered_as_if_sorted_plainly(
    libraries: tuple[Library, Library], keys: list[SortKey], group: str | None, drop: set[int]
) -> None:
    for library in libraries:
        for chosen in (prior_studies(library), chosen_of(library, drop)):
            placed = arranged(library, chosen, keys, group, VIEW)
            plain = sorted_plainly(library, chosen, keys)
            if group is None:
                assert [each.study.id for each in placed] == [study.id for study in plain]
                assert {each.heading for each in placed} <= {None}
                continue
            assert [each.heading for each in placed] == [heading_plainly(library, e.study, group) for e in placed]
            for name in {each.heading for each in placed}:
                within = [each.study.id for each in placed if each.heading == name]
                assert within == [s.id for s in plain if heading_plainly(library, s, group) == name]
                at = [place for place, each in enumerate(placed) if each.heading == name]
                assert at == list(range(at[0], at[-1] + 1)), "a group stands in one piece"


def marks_plainly(library: Library, study: Study, facet: str) -> dict[str, Mark]:
    """The strongest thing said of each value: stated by the source, by the reader, then denied."""
    marks: dict[str, Mark] = {}
    values = relied_on(library, study).facets.get(facet, ())
    for key in {value.key for value in values}:
        said = [value for value in values if value.key == key]
        best = min(said, key=lambda v: (v.state != "stated", v.basis != "stated", v.state == "not-in-source"))
        marks[key] = Mark(best.state, best.basis)
    return marks


def check_coverage(library: Library, facet: str, chosen: Sequence[Study]) -> None:
    matrix = coverage(library, facet, chosen)
    labels = dict(zip(matrix.value_ids, matrix.values, strict=True))
    own = focal_study(library)
    everyone = [*([own] if own else []), *chosen]
    stated = {v.key for study in everyone for v in distinct(relied_on(library, study).facets.get(facet, ()))}
    places = value_order(library, facet)
    assert list(matrix.value_ids) == sorted(stated, key=places.__getitem__)
    assert [row.study for row in matrix.rows] == [study.id for study in chosen]
    for row, study in zip(matrix.rows, chosen, strict=True):
        marks = marks_plainly(library, study, facet)
        assert row.cells == {label: marks.get(key, Mark("unread", None)) for key, label in labels.items()}
    for label, by in matrix.covered_by.items():
        assert by == tuple(row.study for row in matrix.rows if row.cells[label].state == "stated")


def check_crosstab(library: Library, facet: str, by: str, chosen: Sequence[Study]) -> None:
    made = crosstab(library, facet, by, chosen)
    rows, columns = coverage(library, facet, chosen), coverage(library, by, chosen)
    assert (made.values, made.by_values) == (rows.values, columns.values)
    met: set[str] = set()
    for a in rows.values:
        for b in columns.values:
            pairs = [
                (one.study, one.cells[a], other.cells[b])
                for one, other in zip(rows.rows, columns.rows, strict=True)
                if one.cells[a].state == other.cells[b].state == "stated" and not (facet == by and a == b)
            ]
            found = made.cells.get((a, b))
            assert (found.studies if found else ()) == tuple(study for study, *_ in pairs)
            read = tuple(s for s, *marks in pairs if any(mark.basis == "interpreted" for mark in marks))
            assert (found.interpreted if found else ()) == read
            met |= {study for study, *_ in pairs}
    assert made.left_out == tuple(study.id for study in chosen if study.id not in met)


@given(FACETS, FACETS, st.sets(st.integers(0, 59), max_size=50))
@settings(max_examples=40, deadline=None)
def test_matrix_and_crosstab_are_what_each_study_gives_alone(
    libraries: tuple[Library, Library], facet: str, by: str, drop: set[int]
) -> None:
    for library in libraries:
        chosen = chosen_of(library, drop)
        check_coverage(library, facet, chosen)
        check_crosstab(library, facet, by, chosen)


@given(st.lists(st.lists(SAID, max_size=6), min_size=len(WORKS) + 1, max_size=len(WORKS) + 1))
@settings(max_examples=40, deadline=None)
def test_so_they_are_whatever_is_said_of_a_value(
    tmp_path_factory: pytest.TempPathFactory, said: list[list[Said]]
) -> None:
    library = make(tmp_path_factory.mktemp("acak"), statements=dict(zip(STATEMENTS, said, strict=True)))
    chosen = prior_studies(library)
    for facet in ("approach", "data-collection"):
        check_coverage(library, facet, chosen)
        placed = arranged(library, chosen, (), facet, VIEW)
        assert [each.heading for each in placed] == [heading_plainly(library, each.study, facet) for each in placed]
    check_crosstab(library, "approach", "data-collection", chosen)


def test_what_is_kept_goes_with_the_notes(tmp_path: Path) -> None:
    before = make(tmp_path)
    group, keys = "approach", [SortKey("approach")]
    assert len({each.heading for each in arranged(before, prior_studies(before), keys, group, VIEW)}) == 4
    changed = {name: tuple(s for s in said if s[0] != "facet:approach") for name, said in STATEMENTS.items()}
    after = make(tmp_path, statements=changed)
    assert after.fingerprint != before.fingerprint
    assert {each.heading for each in arranged(after, prior_studies(after), keys, group, VIEW)} == {
        "Pendekatan: belum diisi"
    }
    assert coverage(after, "approach").values == () and coverage(before, "approach").values != ()
