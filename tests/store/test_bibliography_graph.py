"""Works as triples: what an entry says, by the terms that questions ask for, and nothing else."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, Store

from kb.store.bibliography_entry import Bibliography, Entry
from kb.store.bibliography_graph import works_triples
from kb.store.bibliography_names import Name
from kb.store.bibliography_read import read_bibliography
from kb.vocabulary import PREFIXES, citekey_of

BASE = "urn:uuid:00000000-0000-4000-8000-000000000000#"


def store(bib: str | bytes) -> Store:
    data = bib.encode() if isinstance(bib, str) else bib
    loaded = Store()
    loaded.bulk_load(input=works_triples(read_bibliography(data, "x.bib"), BASE), format=RdfFormat.N_TRIPLES)
    return loaded


def values(bib: str | bytes, pattern: str) -> list[str]:
    """The values of ?v, as N-Triples terms without their quotes, in the order of their text."""
    prefixes = "".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items())
    found = store(bib).query(f"{prefixes} SELECT ?v WHERE {{ {pattern} }} ORDER BY ?v")
    return [row["v"].value for row in found]  # type: ignore[union-attr, index]


BURT = """@incollection{burt2001,
  author = {Burt, Ronald S. and Suryana and {Badan Pusat Statistik} and others},
  editor = {Lin, Nan}, title = {Structural Holes}, subtitle = {Social Capital}, booktitle = {Social Capital: Theory},
  publisher = {Aldine}, address = {New York}, year = {2001}, volume = {2}, number = {3}, edition = {1},
  pages = {31--56}, isbn = {978-0}, issn = {1234-5678}, doi = {https://doi.org/10.1000/x_1}, langid = {indonesian},
  url = {https://x.id/a%20b}, abstract = {Baris "satu"}, unverified = {year, title}
}"""


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("?w a ?v . ?w kajian:citekey ?k", [PREFIXES["fabio"] + "BookChapter"]),
        ("?w kajian:citekey ?v", ["burt2001"]),
        ("?w dct:title ?v", ["Structural Holes: Social Capital"]),
        ("?w fabio:hasPublicationYear ?v FILTER(datatype(?v) = xsd:gYear)", ["2001"]),
        ("?w dct:publisher ?v", ["Aldine"]),
        ("?w prism:publicationName ?v", ["Social Capital: Theory"]),
        ("?w prism:volume ?v", ["2"]),
        ("?w prism:issueIdentifier ?v", ["3"]),
        ("?w prism:pageRange ?v", ["31–56"]),
        ("?w bibo:doi ?v", ["10.1000/x_1"]),
        ("?w bibo:isbn ?v", ["978-0"]),
        ("?w bibo:issn ?v", ["1234-5678"]),
        ("?w dct:language ?v", ["id"]),
        ("?w fabio:hasURL ?v", ["https://x.id/a%20b"]),
        ("?w dct:abstract ?v", ['Baris "satu"']),
        ("?w kajian:unverified ?v", ["title", "year"]),
        ("?w dct:creator/foaf:name ?v", ["Badan Pusat Statistik", "Ronald S. Burt", "Suryana"]),
        ("?w dct:creator/foaf:familyName ?v", ["Burt"]),
        ("?w dct:creator/foaf:givenName ?v", ["Ronald S."]),
        ("?w bibo:authorList/rdf:rest*/rdf:first/foaf:name ?v", ["Badan Pusat Statistik", "Ronald S. Burt", "Suryana"]),
        ("?w bibo:authorList/rdf:rest/rdf:first/foaf:name ?v", ["Suryana"]),
        ("?w bibo:authorList/rdf:rest/rdf:rest/rdf:rest ?v", [PREFIXES["rdf"] + "nil"]),
        ("?w bibo:editor/foaf:familyName ?v", ["Lin"]),
        ("?p foaf:name 'Badan Pusat Statistik' ; a ?v", [PREFIXES["foaf"] + "Organization"]),
        ("?p foaf:name 'Suryana' ; a ?v", [PREFIXES["foaf"] + "Agent"]),
        ("?p foaf:name 'Ronald S. Burt' ; a ?v", [PREFIXES["foaf"] + "Person"]),
    ],
)
def test_entry_says_in_the_graph_what_it_says_in_the_file(pattern: str, expected: list[str]) -> None:
    assert values(BURT, pattern) == expected


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("@book{a,", "fabio:Book"),
        ("@article{a,", "fabio:JournalArticle"),
        ("@inproceedings{a,", "fabio:ConferencePaper"),
        ("@techreport{a,", "fabio:Report"),
        ("@online{a,", "fabio:WebPage"),
        ("@legislation{a,", "bibo:Statute"),
        ("@misc{a,", "fabio:Expression"),
        ("@bukuajar{a,", "fabio:Expression"),
        ("@skripsi{a,", "fabio:BachelorsThesis"),
        ("@thesis{a,", "fabio:Thesis"),
        ("@phdthesis{a,", "fabio:DoctoralThesis"),
        ("@mastersthesis{a,", "fabio:MastersThesis"),
        ("@thesis{a, type={Skripsi},", "fabio:BachelorsThesis"),
        ("@phdthesis{a, type={skripsi},", "fabio:BachelorsThesis"),
        ("@mastersthesis{a, type={Tesis},", "fabio:MastersThesis"),
        ("@thesis{a, type={Disertasi Doktor},", "fabio:DoctoralThesis"),
        ("@thesis{a, type={phdthesis},", "fabio:DoctoralThesis"),
        ("@article{a, type={skripsi},", "fabio:JournalArticle"),
    ],
)
def test_class_follows_the_type(head: str, name: str) -> None:
    prefix, local = name.split(":")
    assert values(f"{head} title={{x}}}}", "?w kajian:citekey ?k ; a ?v") == [PREFIXES[prefix] + local]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        ("2016", ["2016"]),
        ("2016a", ["2016"]),
        ("2018/2019", ["2018"]),
        ("[1997]", ["1997"]),
        ("t.t.", []),
        ("0000", []),
        ("dalam proses", []),
        ("20160", []),
        ("c. 1997", []),
    ],
)
def test_only_a_year_is_a_year(year: str, expected: list[str]) -> None:
    assert values(f"@book{{a, year={{{year}}}}}", "?w fabio:hasPublicationYear ?v") == expected


@pytest.mark.parametrize(
    "key", ["a/author-1", "../../x", "a b", "kunci#1", "é", "123456789/4567", "a%2Fb", "a>b", "a\\b"]
)
def test_any_key_is_one_valid_iri_and_comes_back(key: str) -> None:
    entry = Entry(key, "book", {"title": "x"}, {"author": (Name("A", "B"),)}, 1, "")
    loaded = Store()
    loaded.bulk_load(input=works_triples(Bibliography((entry,), ()), BASE), format=RdfFormat.N_TRIPLES)
    works = [quad.subject.value for quad in loaded if quad.predicate.value == PREFIXES["kajian"] + "citekey"]  # type: ignore[union-attr]
    assert len(works) == 1 and citekey_of(BASE, works[0]) == key


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ('kutip " dan \\ dan \n baris \t tab \r', 'kutip " dan \\ dan \n baris \t tab \r'),
        ("nol \x00 dan \x0b dan \x1f", "nol \ufffd dan \ufffd dan \ufffd"),
        ("setengah \ud800 huruf", "setengah \ufffd huruf"),
        ("\\u0041 \\x 😀 \x85 \u2028", "\\u0041 \\x 😀 \x85 \u2028"),
    ],
)
def test_any_text_is_a_valid_literal(text: str, stored: str) -> None:
    entry = Entry("a", "book", {"title": text, "note": text}, {"author": (Name(literal=text),)}, 1, "")
    loaded = Store()
    loaded.bulk_load(input=works_triples(Bibliography((entry,), ()), BASE), format=RdfFormat.N_TRIPLES)
    titles = [quad.object.value for quad in loaded if quad.predicate.value == PREFIXES["dct"] + "title"]  # type: ignore[union-attr]
    assert titles == [stored]


def test_entries_that_only_lend_their_fields_are_no_works() -> None:
    bib = "@xdata{x, publisher={P}}\n@set{s, entryset={a}}\n@book{a, title={T}, xdata={x}}"
    assert values(bib, "?w kajian:citekey ?v") == ["a"]
    assert values(bib, "?w dct:publisher ?v") == ["P"]


def test_no_entries_are_no_triples() -> None:
    assert works_triples(Bibliography((), ()), BASE) == b""


def test_example_works_are_all_there(example_root) -> None:  # type: ignore[no-untyped-def]
    data = (example_root / "references.bib").read_bytes()
    keys = [entry.key for entry in read_bibliography(data, "references.bib").entries]
    assert values(data, "?w kajian:citekey ?v") == sorted(keys)
