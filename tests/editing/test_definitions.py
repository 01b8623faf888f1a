"""Definitions entered by a person: read back as they were meant, with nothing else of the notes touched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.audit.notes import check_notes
from kb.citing.chains import narrative, parenthetical
from kb.editing.citations import attribution_of
from kb.editing.definitions import save_definition, written_definition
from kb.editing.faults import FormError
from kb.editing.passages import quotes_of
from kb.editing.written import Quote, WrittenCitation, WrittenDefinition, WrittenHop
from kb.queries.definitions import definitions
from kb.queries.people import people
from kb.store.new_project import copy_example
from kb.store.project import open_project
from tests.editing.entered import QUICK, anything, project, reopened

HATTA = WrittenHop(("Mohammad Hatta",), "Hatta", "1951", "3", "hatta1951koperasi")
SARI = WrittenHop(("Dewi Sari",), "Sari", "", "", "sari2019modul")
TEXT = "Koperasi adalah usaha bersama untuk memperbaiki nasib"
PLAIN = WrittenDefinition("konsep-koperasi", TEXT)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path)


def grave(root: Path) -> list[tuple[str, tuple[str, ...]]]:
    return [(f.check, f.about) for f in check_notes(open_project(root)) if f.severity == "error"]


def test_a_definition_read_through_another_is_written_like_those_by_hand(root: Path) -> None:
    library = open_project(root)
    (quote,) = quotes_of(library, TEXT)
    assert quote.source == "BAB II" and quote.exact == "Koperasi adalah *usaha bersama* untuk memperbaiki\nnasib"
    wanted = replace(PLAIN, citations=(WrittenCitation((HATTA, SARI), "(Hatta, 1951: 3) dalam Sari"),), passage=quote)
    kept = save_definition(library, wanted)
    assert kept.id == "def-hatta-1951"
    after = reopened(library)
    (found,) = definitions(after)
    assert found.attribution is not None and found.passage is not None and found.passage.line == 3
    assert parenthetical(found.attribution) == "(Hatta, 1951, hlm. 3, dalam Sari, 2019)"
    assert found.attribution.originator.name == "Mohammad Hatta"
    assert {p.name: p.works for p in people(after).values()} == {
        "Mohammad Hatta": ("hatta1951koperasi",),
        "Dewi Sari": ("sari2019modul",),
    }
    assert grave(root) == []
    held = written_definition(after, kept.id)
    assert held.citations[0].hops[0].people == ("tokoh-hatta",)
    text = (root / "notes" / "definitions.ttl").read_text("utf-8")
    assert text.index(":def-hatta-1951 a") < text.index(":ptr-hatta-1951 a")
    assert 'kajian:locator "3"' in text and "cito:hasCitedEntity karya:sari2019modul" in text


def test_saving_what_was_read_changes_not_a_byte(tmp_path: Path) -> None:
    root = copy_example(tmp_path / "contoh")
    library = open_project(root)
    for definition in definitions(library):
        kept = save_definition(library, written_definition(library, definition.id), definition.id)
        assert kept.saved.files == (), definition.id


def test_a_citation_that_others_use_is_not_changed_for_them(tmp_path: Path) -> None:
    root = copy_example(tmp_path / "contoh")
    library = open_project(root)
    shared = next(d for d in definitions(library) if d.id == "def-jejaring-burt")
    held = written_definition(library, shared.id)
    hops = (replace(held.citations[0].hops[0], year="2005"), *held.citations[0].hops[1:])
    others = {d.id: d.attribution for d in definitions(library) if d.id != shared.id}
    save_definition(library, replace(held, citations=(WrittenCitation(hops, "Burt (2005:31) dalam X"),)), shared.id)
    after = reopened(library)
    assert {d.id: d.attribution for d in definitions(after) if d.id != shared.id} == others
    changed = next(d for d in definitions(after) if d.id == shared.id)
    assert changed.attribution is not None and changed.attribution.originator.year_as_written == "2005"


def test_moving_a_definition_to_another_concept(root: Path) -> None:
    library = open_project(root)
    kept = save_definition(library, PLAIN)
    library = reopened(library)
    save_definition(library, replace(PLAIN, concept="konsep-anggota"), kept.id)
    (found,) = definitions(reopened(library))
    assert found.concept == "konsep-anggota"


def test_what_is_no_longer_used_goes_with_it(root: Path) -> None:
    library = open_project(root)
    (quote,) = quotes_of(library, TEXT)
    kept = save_definition(library, replace(PLAIN, citations=(WrittenCitation((HATTA,)),), passage=quote))
    library = reopened(library)
    save_definition(library, PLAIN, kept.id)
    text = (root / "notes" / "definitions.ttl").read_text("utf-8")
    assert "ptr-" not in text and "oa:exact" not in text and TEXT in text
    assert grave(root) == []


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        (replace(PLAIN, text="  "), "text"),
        (replace(PLAIN, concept="konsep-entah"), "concept"),
        (replace(PLAIN, language="Bahasa Indonesia"), "language"),
        (replace(PLAIN, text="a\ud800"), "text"),
        (replace(PLAIN, citations=(WrittenCitation((WrittenHop(),)),)), "hop.0.people"),
        (replace(PLAIN, citations=(WrittenCitation((HATTA, WrittenHop(work="entah"))),)), "hop.1.work"),
        (replace(PLAIN, citations=(WrittenCitation((HATTA, replace(SARI, work=HATTA.work))),)), "hop.1.work"),
        (replace(PLAIN, passage=Quote("BAB II", "Anggota koperasi berperan ganda")), "passage"),
        (replace(PLAIN, passage=Quote("bab9", TEXT)), "passage"),
    ],
)
def test_what_cannot_be_saved_is_said_beside_its_field(root: Path, wanted: WrittenDefinition, field: str) -> None:
    library = open_project(root)
    with pytest.raises(FormError) as refused:
        save_definition(library, wanted)
    assert list(refused.value.faults) == [field]
    assert str(refused.value)
    assert reopened(library).fingerprint == library.fingerprint


def test_words_that_stand_twice_are_offered_with_what_sets_them_apart(root: Path) -> None:
    library = open_project(root)
    found = quotes_of(library, "anggota  koperasi berperan")
    assert len(found) == 2 and len(set(found)) == 2
    for quote in found:
        assert save_definition(reopened(library), replace(PLAIN, text=quote.exact, passage=quote)).saved.files


def test_what_is_shown_before_saving_is_what_is_printed_after(root: Path) -> None:
    library = open_project(root)
    citation = WrittenCitation(
        (HATTA, replace(SARI, certainty="possible"), WrittenHop(("Andi Putra",), work="putra2021usaha"))
    )
    shown = attribution_of(library, citation)
    assert narrative(shown) == "Hatta (1951, hlm. 3, dalam Sari, t.t., dalam Putra dan Lestari, 2021)"
    save_definition(library, replace(PLAIN, citations=(citation,)))
    (found,) = definitions(reopened(library))
    assert found.attribution is not None
    assert narrative(found.attribution) == narrative(shown)
    assert found.attribution.as_printed == shown.as_printed
    assert not [f for f in check_notes(reopened(library)) if f.check in ("not-as-printed", "chain-broken")]


hops = st.builds(
    WrittenHop,
    people=st.just(()),
    name=anything,
    year=st.one_of(st.just(""), anything),
    locator=st.one_of(st.just(""), anything),
    work=st.just(""),
)
citations = st.lists(
    st.builds(WrittenCitation, hops=st.lists(hops, min_size=1, max_size=4).map(tuple), printed=anything), max_size=2
).map(tuple)


@settings(
    max_examples=40,
    deadline=None,
    phases=QUICK,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=anything, other=anything, note=st.one_of(st.just(""), anything), quotation=st.booleans(), chains=citations)
def test_any_text_reads_back_as_it_was_typed(
    root: Path, text: str, other: str, note: str, quotation: bool, chains: tuple[WrittenCitation, ...]
) -> None:
    library = open_project(root)
    wanted = WrittenDefinition("konsep-koperasi", text, "id", quotation, chains, None, note)
    kept = save_definition(library, wanted)
    library = reopened(library)
    assert library.findings == ()
    read = written_definition(library, kept.id)
    assert replace(read, citations=()) == replace(wanted, citations=())
    assert sorted(map(repr, read.citations)) == sorted(map(repr, wanted.citations))
    save_definition(library, replace(wanted, text=other, citations=chains[:1]), kept.id)
    read = written_definition(reopened(library), kept.id)
    assert (read.text, read.citations) == (other, chains[:1])
