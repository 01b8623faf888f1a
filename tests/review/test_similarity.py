"""What two studies share and where they differ, before any words: the rules of docs/comparing.md."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kb.model.similarity import DIFFERENT, SIMILAR, FacetComparison
from kb.model.study import FacetValue, Study
from kb.review.similarity import compare

FACETS = ("topic", "theory", "approach", "design", "data-collection", "subjects", "location")
EXCLUSIVE = {"approach"}
BROADER = {"in-depth-interview": {"interview"}}


def value(
    facet: str, name: str | None, state: str = "stated", basis: str = "stated", text: str | None = None
) -> FacetValue:
    labels = {"id": name, "en": name} if name else {}
    return FacetValue(f"fs-{facet}-{name}-{state}", facet, name, text or name, state, basis, None, labels)  # type: ignore[arg-type]


def study(*values: FacetValue, focal: bool = False) -> Study:
    facets: dict[str, tuple[FacetValue, ...]] = {}
    for entry in values:
        facets[entry.facet] = (*facets.get(entry.facet, ()), entry)
    return Study("studi-ini" if focal else "studi-lain", "Studi", None, focal, facets)


def one(ours: Study, theirs: Study, facet: str, disputed: set[str] | None = None) -> FacetComparison:
    return compare(ours, theirs, (facet,), BROADER, EXCLUSIVE, disputed or ())[0]


def test_equal_sets_are_a_similarity() -> None:
    assert one(study(value("topic", "a")), study(value("topic", "a")), "topic").outcome == "equal"


def test_the_same_concept_in_other_words_is_equal() -> None:
    ours, theirs = value("topic", "a", text="jejaring kerja"), value("topic", "a", text="networking")
    assert one(study(ours), study(theirs), "topic").outcome == "equal"


def test_partial_overlap_is_both() -> None:
    found = one(study(value("theory", "a"), value("theory", "b")), study(value("theory", "a")), "theory")
    assert found.outcome == "overlap"
    assert [v.value for v in found.only_ours] == ["b"]
    assert found.outcome in SIMILAR and found.outcome in DIFFERENT


def test_disjoint_values_are_a_difference() -> None:
    assert one(study(value("location", "a")), study(value("location", "b")), "location").outcome == "disjoint"


def test_a_kind_of_the_other_is_a_similarity_said_as_such() -> None:
    ours, theirs = value("data-collection", "interview"), value("data-collection", "in-depth-interview")
    found = one(study(ours), study(theirs), "data-collection")
    assert found.outcome == "broader"
    assert found.kinds[0][2] is False


def test_unread_claims_nothing() -> None:
    found = one(study(value("theory", "a")), study(), "theory")
    assert (found.outcome, found.missing) == ("unread", ("theirs",))


def test_absent_is_what_the_study_itself_says_it_lacks() -> None:
    found = one(study(value("program", "p")), study(value("program", "p", "absent")), "program")
    assert found.outcome == "absent"


def test_a_lack_of_one_thing_says_nothing_of_another() -> None:
    found = one(study(value("program", "p")), study(value("program", "q", "absent")), "program")
    assert found.outcome == "unread"


def test_what_is_only_not_mentioned_is_never_said_to_be_denied() -> None:
    theirs = study(value("theory", "a", "absent"), value("theory", "b", "not-in-source"))
    found = one(study(value("theory", "a"), value("theory", "b")), theirs, "theory")
    assert found.outcome == "absent"
    assert [v.value for v in found.only_ours] == ["a"] and [v.state for v in found.only_theirs] == ["absent"]


def test_not_in_source_is_what_a_reader_looked_for() -> None:
    found = one(study(value("theory", "a")), study(value("theory", "a", "not-in-source")), "theory")
    assert found.outcome == "not-mentioned"


def test_two_approaches_of_one_study_give_no_claim() -> None:
    ours = study(value("approach", "qualitative"), value("approach", "quantitative"))
    found = one(ours, study(value("approach", "qualitative")), "approach")
    assert (found.outcome, found.missing) == ("conflict", ("ours",))


def test_stated_and_denied_give_no_claim() -> None:
    ours = study(value("program", "p"), value("program", "p", "absent"))
    assert one(ours, study(value("program", "p")), "program").outcome == "conflict"


def test_design_and_approach_do_not_conflict() -> None:
    ours = study(value("approach", "quantitative"), value("design", "descriptive"))
    assert one(ours, study(value("design", "descriptive")), "design").outcome == "equal"


def test_a_disputed_statement_is_not_relied_on() -> None:
    wrong = value("approach", "quantitative")
    ours = study(value("approach", "qualitative"), wrong)
    found = one(ours, study(value("approach", "qualitative")), "approach", {wrong.id})
    assert found.outcome == "equal"


def test_findings_are_never_compared_word_by_word() -> None:
    ours, theirs = study(value("findings", None, text="x")), study(value("findings", None, text="x"))
    assert compare(ours, theirs, ("findings", "aim"), BROADER) == ()


VALUES = st.builds(
    value,
    st.sampled_from(FACETS),
    st.sampled_from(["a", "b", "c", "interview", "in-depth-interview"]),
    st.sampled_from(["stated", "stated", "stated", "absent", "not-in-source"]),
    st.sampled_from(["stated", "interpreted"]),
)
STUDIES = st.lists(VALUES, max_size=12, unique_by=lambda v: (v.facet, v.value)).map(lambda values: study(*values))


@given(STUDIES)
def test_a_study_compared_with_its_own_copy_has_no_differences(any_study: Study) -> None:
    for found in compare(any_study, replace(any_study, id="salinan"), FACETS, BROADER, EXCLUSIVE):
        assert found.outcome not in DIFFERENT, found


@given(STUDIES, STUDIES)
def test_swapping_the_studies_swaps_the_sides(ours: Study, theirs: Study) -> None:
    forth, back = (compare(*pair, FACETS, BROADER, EXCLUSIVE) for pair in ((ours, theirs), (theirs, ours)))
    for one_way, other_way in zip(forth, back, strict=True):
        assert one_way.outcome == other_way.outcome
        assert _keys(one_way.only_ours) == _keys(other_way.only_theirs)
        assert _keys(one_way.only_theirs) == _keys(other_way.only_ours)


@given(STUDIES, STUDIES, st.sampled_from(FACETS), st.booleans())
def test_leaving_a_facet_unread_never_adds_a_claim(ours: Study, theirs: Study, facet: str, mine: bool) -> None:
    side = ours if mine else theirs
    poorer = replace(side, facets={name: values for name, values in side.facets.items() if name != facet})
    found = one(poorer if mine else ours, theirs if mine else poorer, facet)
    assert found.outcome == "unread" and not found.shared


@given(STUDIES, STUDIES)
def test_the_order_of_statements_changes_nothing(ours: Study, theirs: Study) -> None:
    turned = replace(ours, facets={name: values[::-1] for name, values in reversed(ours.facets.items())})
    first, second = (compare(side, theirs, FACETS, BROADER, EXCLUSIVE) for side in (ours, turned))
    assert [c.outcome for c in first] == [c.outcome for c in second]
    assert [_keys(c.only_ours) for c in first] == [_keys(c.only_ours) for c in second]


def _keys(values: tuple[FacetValue, ...]) -> set[str | None]:
    return {v.value for v in values}
