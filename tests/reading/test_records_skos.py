"""Vocabularies in SKOS: every concept arrives, circles are told, nothing is fetched."""

from __future__ import annotations

import json

import pytest

from kb.errors import InputError
from kb.model.circles import circles
from tests.reading.record_samples import read, said

HEAD = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix ex: <http://contoh.id/> .\n"
XML = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">'
    '<skos:Concept rdf:about="http://contoh.id/a"><skos:prefLabel xml:lang="id">A</skos:prefLabel></skos:Concept>'
)


def turtle(text: str) -> str:
    return HEAD + text


def test_labels_notes_and_links_in_both_directions() -> None:
    records = read(
        "a.ttl",
        turtle(
            'ex:s a skos:ConceptScheme ; skos:hasTopConcept ex:a .\n'
            'ex:a a skos:Concept ; skos:topConceptOf ex:s ; skos:prefLabel "modal"@id , "capital"@en-GB , "capitale"@fr ;\n'
            ' skos:altLabel "kapital"@in ; skos:hiddenLabel "modl" ; skos:definition "Batasan."@id ; skos:scopeNote "Ket."@id ;\n'
            ' skos:notation "1.2" ; skos:narrower ex:b ; skos:related ex:b .\n'
            'ex:b a skos:Concept ; skos:prefLabel "modal sosial"@id .\n'
        ),
    )  # fmt: skip
    first, second = records.concepts
    assert first.labels == (("modal", "id"), ("capital", "en"), ("capitale", "fr"))
    assert first.synonyms == (("kapital", "id"),) and first.spellings == (("modl", ""),)
    assert (
        first.definitions == (("Batasan.", "id"),) and first.notes == (("Ket.", "id"),) and first.notations == ("1.2",)
    )
    assert second.broader == ("http://contoh.id/a",) and first.related == ("http://contoh.id/b",)
    assert (first.place.line, second.place.line) == (4, 7) and not records.rejected


def test_circles_are_rejected_with_their_path_and_the_rest_stays() -> None:
    records = read(
        "a.ttl",
        turtle(
            'ex:a skos:prefLabel "A"@id ; skos:broader ex:b , ex:d .\nex:b skos:prefLabel "B"@id ; skos:broader ex:c .\n'
            'ex:c skos:prefLabel "C"@id ; skos:broader ex:a .\nex:d skos:prefLabel "D"@id ; skos:broader ex:d .\n'
        ),
    )
    assert [each.params["path"] for each in records.rejected] == ["D → D", "A → B → C → A"]
    assert {each.iri[-1]: each.broader for each in records.concepts} == {
        "a": ("http://contoh.id/d",), "b": (), "c": (), "d": (),
    }  # fmt: skip


def test_a_long_chain_is_no_circle_and_exhausts_nothing() -> None:
    up = {str(n): [str(n + 1)] for n in range(50_000)}
    assert list(circles(up)) == []
    up["50000"] = ["0"]
    (ring,) = circles(up)
    assert len(ring) == 50_001


def test_what_has_no_place_is_told() -> None:
    records = read(
        "a.ttl",
        turtle(
            'ex:a a skos:Concept ; skos:prefLabel "A"@en ; skos:broader ex:hilang , ex:b , ex:c ; skos:closeMatch ex:z .\n'
            'ex:b a skos:Concept ; skos:prefLabel "B"@en .\nex:c a skos:Concept ; skos:prefLabel "C"@en .\n'
            "ex:e a skos:Concept .\nex:k a skos:Collection ; skos:member ex:a .\n"
        ),
    )
    assert [(check, line) for check, line in said(records)] == [
        ("import-concept-no-label", 6), ("import-concept-link-lost", 3), ("import-concept-no-indonesian", 3),
        ("import-concept-parents", 3), ("import-concept-no-scheme", None), ("import-concept-left", None),
    ]  # fmt: skip
    assert "closeMatch (1)" in str(records.notes[-1].params["predicates"])


def test_labels_that_are_things_of_their_own() -> None:
    text = (
        "@prefix xl: <http://www.w3.org/2008/05/skos-xl#> .\n"
        'ex:a a skos:Concept ; xl:prefLabel ex:l ; skos:definition [ <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> "D"@id ] .\n'
        'ex:l a xl:Label ; xl:literalForm "modal"@id .\n'
    )
    (concept,) = read("a.ttl", turtle(text)).concepts
    assert concept.labels == (("modal", "id"),) and concept.definitions == (("D", "id"),)


def test_two_labels_of_one_language_keep_both() -> None:
    (concept,) = read("a.ttl", turtle('ex:a a skos:Concept ; skos:prefLabel "A"@id , "AA"@id .\n')).concepts
    assert {concept.labels[0][0], concept.synonyms[0][0]} == {"A", "AA"}


def test_rdf_xml_and_json_ld_give_the_same_concept() -> None:
    context = {"skos": "http://www.w3.org/2004/02/skos/core#"}
    document = {
        "@context": context,
        "@id": "http://contoh.id/a",
        "@type": "skos:Concept",
        "skos:prefLabel": {"@value": "A", "@language": "id"},
    }
    for name, content in (
        ("a.rdf", XML + "</rdf:RDF>"),
        ("a.jsonld", json.dumps(document)),
        ("a.json", json.dumps(document)),
    ):
        (concept,) = read(name, content).concepts
        assert (concept.iri, concept.labels, concept.place.line) == ("http://contoh.id/a", (("A", "id"),), 1), name


DEEP: object = "x"
for _ in range(300):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.rdf", '<?xml version="1.0"?>\n<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<r>&x;</r>', "import-doctype"),
        ("a.rdf", XML, "import-graph-broken"),
        ("a.rdf", "bukan xml", "import-graph-broken"),
        ("a.jsonld", '{"@context": "https://contoh.id/konteks", "@id": "http://contoh.id/a"}', "import-remote-context"),
        ("a.jsonld", '{"@context": [{"@import": "https://contoh.id/k"}], "@id": "a"}', "import-remote-context"),
        ("a.jsonld", json.dumps({"@context": {}, "a": DEEP}), "import-graph-too-deep"),
        ("a.jsonld", '{"@context": {', "import-graph-broken"),
        ("a.ttl", turtle("ex:a skos:prefLabel A .\n"), "import-graph-broken"),
        ("a.ttl", b"\xff\xfe\x00ex", "import-graph-broken"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(name: str, content: str | bytes, code: str) -> None:
    with pytest.raises(InputError) as refusal:
        read(name, content)
    assert refusal.value.code == code


def test_a_graph_without_concepts_says_so() -> None:
    assert said(read("a.ttl", turtle("ex:a ex:b ex:c .\n"))) == [("import-no-records", 1)]
