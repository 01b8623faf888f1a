"""Merging and splitting: a statement that everything follows, every entry and spelling kept, undone byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.audit.audit import audit
from kb.audit.noted import noted
from kb.audit.notes import check_notes
from kb.citing.alike_people import alike_people
from kb.citing.alike_works import alike_works
from kb.citing.dependence import dependence
from kb.citing.people_met import people_met
from kb.citing.read_works import every_work, read_by_notes
from kb.editing.merging import merge
from kb.editing.splitting import split
from kb.errors import InputError
from kb.queries.attributions import citations_noted
from kb.queries.definitions import definitions
from kb.queries.people import persons
from kb.queries.works import entered_works, works_by_key
from kb.reading.drafts import read_draft
from kb.store.library import Library
from kb.store.project import open_project
from kb.store.undo import undo
from tests.citing.alike_project import article, project

BIBLIOGRAPHY = (
    article("rusman2015", "Rusman", "Model Pembelajaran Mengembangkan Guru", "2015")
    + article("rusman2015b", "Rusman", "Model pembelajaran: mengembangkan guru", "2015", note="dari Mendeley")
    + article("vygotsky1978", "Vygotsky, Lev", "Mind in Society of Learners", "1978")
    + article("lain2001", "Anwar, Desi", "Buku Lain yang Berbeda", "2001")
)
CHAPTER = """# BAB II

Menurut Vigotsky (1978) dalam Rusman (2015) belajar bersifat sosial dan terjadi bersama orang lain.

Menurut Vygotsky (1978) dalam buku PBB (2015) belajar bersifat sosial.
"""
NOTES = """
:skema-konsep a skos:ConceptScheme ; skos:prefLabel "Konsep"@id .
:konsep-belajar a skos:Concept ; skos:inScheme :skema-konsep ; skos:prefLabel "belajar"@id ; skos:definition :def-satu , :def-dua .
:def-satu a kajian:Definition ; rdf:value "Belajar bersifat sosial."@id ; prov:wasAttributedTo :tokoh-vygotsky ; kajian:pointer :ptr-satu .
:ptr-satu a c4o:InTextReferencePointer ; c4o:hasContent "Vigotsky (1978) dalam Rusman (2015)" ; kajian:chain (
  [ a cito:Citation ; cito:hasCitingEntity :bab2 ; cito:hasCitedEntity karya:rusman2015 ; kajian:nameAsWritten "Rusman" ;
    kajian:yearAsWritten "2015" ; kajian:identification facet:certain ]
  [ a cito:Citation ; cito:hasCitingEntity karya:rusman2015 ; cito:hasCitedEntity karya:vygotsky1978 ; prov:wasAttributedTo :tokoh-vygotsky ;
    kajian:nameAsWritten "Vigotsky" ; kajian:yearAsWritten "1978" ; kajian:identification facet:probable ] ) .
:def-dua a kajian:Definition ; rdf:value "Belajar terjadi bersama."@id ; prov:wasAttributedTo :tokoh-vygotsky ; kajian:pointer :ptr-dua .
:ptr-dua a c4o:InTextReferencePointer ; c4o:hasContent "Vygotsky (1978) dalam Rusman (2015)" ; kajian:chain (
  [ a cito:Citation ; cito:hasCitingEntity :bab2 ; cito:hasCitedEntity karya:rusman2015b ; kajian:nameAsWritten "Rusman" ;
    kajian:yearAsWritten "2015" ; kajian:identification facet:certain ]
  [ a cito:Citation ; cito:hasCitingEntity karya:rusman2015b ; cito:hasCitedEntity karya:vygotsky1978 ; prov:wasAttributedTo :tokoh-vygotsky ;
    kajian:nameAsWritten "Vygotsky" ; kajian:yearAsWritten "1978" ; kajian:identification facet:certain ] ) .
:bab2 a kajian:Draft .
:tokoh-vygotsky a foaf:Person ; foaf:name "Lev Vygotsky" ; foaf:givenName "Lev" ; foaf:familyName "Vygotsky" ;
  skos:hiddenLabel "Vigotsky" , "Vygotsky" ; foaf:made karya:vygotsky1978 .
:tokoh-vigotski a foaf:Person ; foaf:name "L. Vigotski" .
:tokoh-pbb a foaf:Organization ; foaf:name "Perserikatan Bangsa-Bangsa" ; skos:hiddenLabel "PBB" .
""".replace(":bab2 a kajian:Draft .\n", "")  # fmt: skip


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return project(tmp_path, BIBLIOGRAPHY, CHAPTER, NOTES)


def again(library: Library) -> Library:
    return open_project(library.root)


def files(library: Library) -> dict[str, bytes]:
    found = (path for path in library.root.rglob("*") if path.is_file() and ".kajian" not in path.parts)
    return {path.relative_to(library.root).as_posix(): path.read_bytes() for path in found}


def hosts(library: Library) -> list[tuple[str | None, int]]:
    found = dependence(citations_noted(library), works_by_key(library))
    return [(host.citekey, host.times) for host in found.hosts]


def checks(library: Library) -> set[str]:
    return {finding.check for finding in check_notes(library)}


def faults(library: Library) -> set[str]:
    """What shapes and rules of the notes say, with what it is about."""
    return {f"{f.check} {f.about} {f.params}" for f in check_notes(library) if f.check in ("notes-shape", "notes-rule")}


def audited(library: Library) -> set[str]:
    draft = read_draft([("bab2.md", CHAPTER.encode())])
    return {f.check for f in audit(draft, library.bibliography, noted(library)).findings}


def test_two_hosts_that_are_one_work_count_as_one_everywhere(library: Library) -> None:
    assert hosts(library) == [("rusman2015", 1), ("rusman2015b", 1)] and "one-work-two-hosts" in checks(library)
    assert "entry-duplicate" in audited(library)
    before = files(library)
    saved = merge(library, ["rusman2015", "rusman2015b"])
    merged = again(library)
    assert hosts(merged) == [("rusman2015", 2)]
    assert not {"one-work-two-hosts", "same-work"} & checks(merged) and faults(merged) <= faults(library)
    assert "entry-duplicate" not in audited(merged)
    assert {d.attribution.via[0].citekey for d in definitions(merged) if d.attribution} == {"rusman2015"}
    assert "rusman2015b" not in every_work(merged) and "rusman2015b" not in read_by_notes(merged).keys
    after = files(merged)
    assert after["references.bib"] == before["references.bib"] and "rusman2015b" in entered_works(merged)
    undo(library.root, saved.number)
    assert {name: data for name, data in files(library).items() if data.strip()} == before
    assert hosts(again(library)) == [("rusman2015", 1), ("rusman2015b", 1)]


def test_the_first_one_named_stands_for_all(library: Library) -> None:
    merge(library, ["rusman2015b", "rusman2015"])
    assert hosts(again(library)) == [("rusman2015b", 2)]


def test_what_notes_already_suppose_is_made_certain_not_said_twice(tmp_path: Path) -> None:
    supposed = ':id-r a kajian:Identification ; kajian:identifies karya:rusman2015 , karya:rusman2015b ; kajian:identification facet:possible ; rdf:value "Mungkin."@id .\n'
    library = project(tmp_path, BIBLIOGRAPHY, CHAPTER, NOTES + supposed)
    assert [each.noted for each in alike_works(library)] == ["id-r"]
    merge(library, ["rusman2015", "rusman2015b"])
    merged = again(library)
    assert alike_works(merged) == () and files(merged)["notes/catatan.ttl"].count(b"kajian:Identification") == 1


def test_people_are_one_with_every_spelling_and_work(library: Library) -> None:
    merge(library, ["tokoh-vygotsky", "tokoh-vigotski"])
    [person] = [each for each in persons(again(library)) if each.same]
    assert (person.name, person.same) == ("Lev Vygotsky", ("tokoh-vigotski",))
    assert {"L. Vigotski", "Vigotsky", "Vygotsky"} == set(person.spellings) and person.works == ("vygotsky1978",)


def test_names_without_notes_become_a_person_with_a_spelling(tmp_path: Path) -> None:
    library = project(tmp_path, BIBLIOGRAPHY, CHAPTER)
    [found] = alike_people(library)
    merge(library, found.things)
    merged = again(library)
    [person] = persons(merged)
    assert (person.name, person.family, person.works) == ("Lev Vygotsky", "Vygotsky", ("vygotsky1978",))
    assert "Vigotsky" in person.spellings and alike_people(merged) == ()
    assert not faults(merged)
    assert "citation-name-differs" in audited(merged), "the chapter's own slip is still said"


def test_a_body_with_a_work_says_which_work_its_name_means(library: Library) -> None:
    assert "host-not-listed" in audited(library)
    merge(library, ["tokoh-pbb", "rusman2015"])
    merged = again(library)
    assert "host-not-listed" not in audited(merged) and faults(merged) <= faults(library)
    split(merged, "tokoh-pbb", "rusman2015")
    assert "host-not-listed" in audited(again(library))


def test_a_merge_is_taken_back_by_a_split_and_not_offered_again(library: Library) -> None:
    merge(library, ["rusman2015", "rusman2015b"])
    split(again(library), "rusman2015", "rusman2015b")
    apart = again(library)
    assert hosts(apart) == [("rusman2015", 1), ("rusman2015b", 1)]
    assert alike_works(apart) == () and "same-work" not in checks(apart)
    merge(apart, ["rusman2015", "rusman2015b"])
    assert hosts(again(library)) == [("rusman2015", 2)]


def test_a_third_leaves_a_cluster_of_three(tmp_path: Path) -> None:
    library = project(tmp_path, BIBLIOGRAPHY + article("c", "Rusman", "Model pembelajaran mengembangkan guru", "2015"))
    [found] = alike_works(library)
    assert found.things == ("rusman2015", "rusman2015b", "c")
    merge(library, found.things)
    assert len(works_by_key(again(library))) == 3
    split(again(library), "rusman2015", "c")
    assert list(works_by_key(again(library))) == ["rusman2015", "vygotsky1978", "lain2001", "c"]


def test_a_spelling_becomes_a_person_of_its_own_and_its_citations_follow(library: Library) -> None:
    split(library, "tokoh-vygotsky", "Vigotsky")
    apart = again(library)
    credited = {d.id: d.attribution.originator.people for d in definitions(apart) if d.attribution}
    assert credited == {"def-satu": ("tokoh-vigotsky",), "def-dua": ("tokoh-vygotsky",)}
    names = {person.id: person.spellings for person in persons(apart)}
    assert names["tokoh-vygotsky"] == ("Vygotsky",) and names["tokoh-vigotsky"] == ()
    assert faults(apart) <= faults(library)
    assert all({"tokoh-vygotsky", "tokoh-vigotsky"} != set(each.things) for each in alike_people(apart))


def test_a_split_is_undone_byte_for_byte(library: Library) -> None:
    before = files(library)
    saved = split(library, "tokoh-vygotsky", "Vigotsky")
    undo(library.root, saved.number)
    assert {name: data for name, data in files(library).items() if data.strip()} == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["rusman2015"], "merge-needs-two"),
        (["rusman2015", "rusman2015"], "merge-needs-two"),
        (["rusman2015", "rusman2015b", "tokoh-pbb"], "merge-mixed"),
        (["rusman2015", "tidak-ada"], "unknown-id"),
    ],
)
def test_what_cannot_be_merged_is_refused_and_nothing_is_written(library: Library, words: list[str], code: str) -> None:
    before = files(library)
    with pytest.raises(InputError) as refused:
        merge(library, words)
    assert refused.value.code == code and files(library) == before


def test_two_things_of_two_kinds_that_were_never_joined_cannot_be_split(library: Library) -> None:
    with pytest.raises(InputError) as refused:
        split(library, "tokoh-pbb", "lain2001")
    assert refused.value.code == "split-needs-two"


def test_a_person_may_be_called_by_any_spelling(library: Library) -> None:
    assert [p.id for p in people_met(library) if any(s.text == "Vigotsky" for s in p.spellings)] == ["tokoh-vygotsky"]
    saved = merge(library, ["vigotsky", "l. vigotski"])
    assert saved.files
