"""RDF, further: literals and names beyond every bound, lists and hierarchies without end, other syntaxes under these names."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.hostile.rdf_inputs import HEAD, RDF, concept
from tests.hostile.traps import Case, case

TYPES = ("integer", "decimal", "double", "float", "date", "dateTime", "time", "gYear", "gYearMonth", "duration", "boolean", "byte", "anyURI",
         "hexBinary", "base64Binary", "string", "language")  # fmt: skip
VALUES = (
    "9" * 1_000_000,
    "-" * 100_000,
    "1e999999999",
    "99999999999-12-31",
    "-0",
    "P999999999999999Y",
    "T" * 100_000,
    "NaN",
    "x\\u0000y",
    "",
)
NODE = {
    "@id": "urn:x:a",
    "@type": "http://www.w3.org/2004/02/skos/core#Concept",
    "http://www.w3.org/2004/02/skos/core#prefLabel": {"@value": "K", "@language": "id"},
}


def turtle() -> dict[str, str | bytes]:
    """Name -> notes in Turtle."""
    typed = "".join(f':v :p "{value}"^^xsd:{kind} .\n' for kind in TYPES for value in VALUES if len(value) < 100)
    long = {f"a long {kind}": HEAD + f':v :p "{value}"^^xsd:{kind} .\n' for kind in TYPES for value in VALUES[:1]}
    study = "".join(
        f':s{n} a kajian:Study ; skos:prefLabel "S{n}"@id ; kajian:year "{year}"^^xsd:gYear .\n'
        for n, year in enumerate(("99999999999", "-1", "x", "0000", "2019Z"))
    )
    tree = "".join(concept(f"c{n}", f"K{n}", f"; skos:broader :c{n // 2}") for n in range(1, 9_000))
    mesh = "".join(
        concept(f"c{n}", f"K{n}", "; skos:broader " + " , ".join(f":c{m}" for m in range(100))) for n in range(100, 400)
    )
    chain = "".join(
        concept(f"c{n}", f"K{n}", f"; skos:broader :c{n + 1} ; skos:related :c{(n * 7) % 9_000}") for n in range(9_000)
    )
    hops = "".join(f":h{n} a kajian:Hop ; kajian:via :h{n + 1} .\n" for n in range(9_000))
    return long | {
        "literals of all types": HEAD + typed,
        "years of studies": HEAD + study,
        "a tree of nine thousand": HEAD + tree,
        "a chain of nine thousand that are related": HEAD + chain,
        "three hundred under a hundred": HEAD + mesh,
        "circles by the thousand": HEAD + "".join(concept(f"c{n}", f"K{n}", f"; skos:broader :c{n ^ 1}") for n in range(6_000)),
        "one above all": HEAD + "".join(concept(f"c{n}", f"K{n}", "; skos:broader :c0 ; skos:related :c0") for n in range(6_000)),
        "all labels one": HEAD + "".join(concept(f"c{n}", "Konsep") for n in range(6_000)),
        "labels nearly one": HEAD + "".join(concept(f"c{n}", f"Konsep {'x' * (n % 300)}") for n in range(3_000)),
        "a list of twenty thousand": HEAD + ':t a kajian:Typology ; skos:prefLabel "T"@id ; skos:memberList (' + " ".join(f":c{n}" for n in range(20_000)) + ") .",
        "a list that repeats": HEAD + ':t a kajian:Typology ; skos:prefLabel "T"@id ; skos:memberList (' + ":c " * 3_000 + ") .",
        "three thousand chains of hops": HEAD + hops,
        "a chain of citations of five thousand": HEAD + ":d a kajian:Definition ; kajian:citation [ a <http://purl.org/spar/cito/Citation> ; kajian:chain (" + " ".join(f":h{n}" for n in range(5_000)) + ") ] .",
        "definitions by the thousand": HEAD + concept("n") + "".join(f':d{n} a kajian:Definition ; kajian:defines :n ; kajian:text "Kata {n} kata."@id .\n' for n in range(5_000)),
        "studies by the thousand": HEAD + "".join(f':s{n} a kajian:Study ; skos:prefLabel "Studi {n}"@id .\n' for n in range(5_000)),
        "people by the thousand": HEAD + "".join(f':o{n} a <http://xmlns.com/foaf/0.1/Person> ; <http://xmlns.com/foaf/0.1/name> "Sari {"x" * (n % 200)}" .\n' for n in range(5_000)),
        "a million prefixes": "".join(f"@prefix p{n}: <u:{n}> .\n" for n in range(300_000)),
        "languages": HEAD + "".join(f':v :p "x"@a{n} .\n' for n in range(100_000)),
        "a language of parts": HEAD + ':v :p "x"@a' + "-b" * 50_000 + " .",
        "predicates": HEAD + ":v " + " ; ".join(f":p{n} 1" for n in range(200_000)) + " .",
        "types": HEAD + ":v a " + " , ".join(f":t{n}" for n in range(200_000)) + " .",
        "subjects that are relative": "<> <> <> .\n<#> <?x> <//y/z> .\n<../../../../etc/passwd> <file:///x> <x:> .",
        "IRIs of all kinds": HEAD + "".join(f"<{iri}> a skos:Concept ; skos:prefLabel \"x\"@id .\n" for iri in ("urn:x-kajian:hostile#a%2F..%2F", "urn:x-kajian:hostile#\u202e", "urn:x-kajian:hostile#" + "a" * 90_000, "urn:x-kajian:hostile#__proto__", "urn:x-kajian:hostile#", "urn:x-kajian:hostile#\u00e9\u0301", "http://[::1]/", "http://a:99999999/", "tag:x", "urn:x-kajian:hostile#a?b#c")),
        "words of ours about themselves": HEAD + "".join(f"kajian:{name} a kajian:{name} ; kajian:{name} kajian:{name} .\n" for name in ("Study", "Hop", "Typology", "Review", "Definition", "chain", "facet")),
        "a shape that asks for everything": HEAD + ":s a sh:NodeShape ; sh:targetClass skos:Concept ; sh:property [ sh:path ([ sh:zeroOrMorePath skos:broader ]) ; sh:pattern \"^(a+)+$\" ; sh:node :s ; sh:minCount 99999 ] .\n" + tree[:100_000].rpartition("\n")[0],
        "named graphs": "GRAPH <urn:g> { <a:b> <a:c> <a:d> }\n",
        "graphs of TriG": HEAD + ":g { :a :b :c } :h { :a :b :c }",
        "N-Quads": "<a:b> <a:c> <a:d> <a:e> .\n" * 1_000,
        "Notation 3": HEAD + "{ ?x :p ?y } => { ?y :p ?x } . @forAll :x . :a = :b . :a!:b :c :d .",
        "version of RDF": '@version "1.2" .\nVERSION "9" .\n' + HEAD + '<< :a :b :c ~ :r {| :p :q |} >> :x "y"@id--ltr .',
    }  # fmt: skip


def others() -> dict[str, tuple[str, str | bytes]]:
    """Name -> end of the file's name, and a vocabulary."""
    nested = json.dumps({**NODE, "@context": {f"t{n}": f"t{n + 1}:x" for n in range(5_000)} | {"t5000": "urn:x"}})
    scoped = (
        '{"@context": {"a": {"@id": "urn:a", "@context": {"a": {"@id": "urn:a", "@context": {}}}}}, '
        + '"a": {' * 60
        + '"@id": "urn:x"'
        + "}" * 61
    )
    return {
        "a term that leads on": (".jsonld", nested),
        "contexts in contexts": (".jsonld", scoped),
        "an included block": (".jsonld", json.dumps({**NODE, "@context": {}, "@included": [NODE] * 20_000})),
        "a reverse": (".jsonld", json.dumps({**NODE, "@context": {}, "@reverse": {"urn:p": [NODE] * 20_000}})),
        "a list of lists": (".jsonld", json.dumps({**NODE, "@context": {}, "urn:p": {"@list": [{"@list": [1]}] * 20_000}})),
        "a base elsewhere": (".jsonld", json.dumps({**NODE, "@context": {"@base": "http://127.0.0.1:1/", "@vocab": "../../"}, "@id": "x"})),
        "a remote word by escapes": (".jsonld", '{"\\u0040context": ["\\u0068ttp://127.0.0.1:1/"], "@id": "urn:x"}'),
        "an import by escapes": (".jsonld", '{"@context": {"\\u0040import": "@URL@"}, "@id": "urn:x"}'),
        "a propagated context": (".jsonld", '{"@context": {"@propagate": false, "T": {"@id": "urn:T", "@context": "@URL@"}}, "@type": "T"}'),
        "a number that is none": (".jsonld", '{"@context": {}, "@id": "urn:x", "urn:p": [1e400, -1e400, 0.1e-999999999]}'),
        "HTML": (".jsonld", '<html><script type="application/ld+json">{"@context": "@URL@"}</script></html>'),
        "RDF in HTML": (".rdf", f"<html>{RDF}</rdf:RDF></html>"),
        "identifiers twice": (".rdf", RDF + '<skos:Concept rdf:ID="a"/>' * 20_000 + "</rdf:RDF>"),
        "identifiers of nothing": (".rdf", RDF + '<skos:Concept rdf:ID=""/><skos:Concept rdf:about=""/><skos:Concept rdf:nodeID="1 2"/></rdf:RDF>'),
        "bags": (".rdf", RDF + "<rdf:Bag>" + "<rdf:li>x</rdf:li>" * 100_000 + "</rdf:Bag></rdf:RDF>"),
        "bases in bases": (".rdf", RDF + '<skos:Concept xml:base="../a/"><skos:broader>' * 100 + "<skos:Concept/>" + "</skos:broader></skos:Concept>" * 100 + "</rdf:RDF>"),
        "namespaces": (".rdf", RDF.replace(">", " " + " ".join(f'xmlns:n{n}="urn:{n}"' for n in range(20_000)) + ">") + "</rdf:RDF>"),
        "instructions": (".rdf", RDF + "<?x y?>" * 200_000 + "</rdf:RDF>"),
        "CDATA": (".rdf", RDF + "<skos:Concept><skos:note><![CDATA[" + "]]]]><![CDATA[>" * 50_000 + "]]></skos:note></skos:Concept></rdf:RDF>"),
        "EBCDIC": (".rdf", f'<?xml version="1.0" encoding="cp500"?><!DOCTYPE r [<!ENTITY x SYSTEM "file://@SECRET@">]>{RDF}&x;</rdf:RDF>'.encode("cp500")),
        "UTF-32 with an entity": (".rdf", f'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>{RDF}&x;</rdf:RDF>'.encode("utf-32")),
        "N-Triples": (".nt", "<a:b> <a:c> \"" + "\\u0041" * 300_000 + "\" .\n"),
        "N-Triples by the thousand": (".nt", "".join(f'<urn:x:{n}> <http://www.w3.org/2004/02/skos/core#prefLabel> "K{n}"@id .\n' for n in range(19_000))),
        "an ontology": (".owl", RDF.replace("rdf:RDF ", 'rdf:RDF xmlns:owl="http://www.w3.org/2002/07/owl#" ') + '<owl:Ontology rdf:about="urn:x"><owl:imports rdf:resource="@URL@"/></owl:Ontology></rdf:RDF>'),
        "a library in MODS": (".xml", '<mods xmlns="http://www.loc.gov/mods/v3"/>'),
        "a library in EndNote's XML": (".xml", "<xml><records>" + "<record><ref-type>6</ref-type></record>" * 20_000 + "</records></xml>"),
        "TriX, TriG, N-Quads": (".trig", "<urn:g> { <a:b> <a:c> <a:d> }"),
        "quads": (".nq", "<a:b> <a:c> <a:d> <a:e> .\n"),
    }  # fmt: skip


def cases() -> Iterator[Case]:
    """Turtle at two doors, the others at the one that takes in."""
    for name, text in turtle().items():
        yield case(f"graph, project: {name}", "project-notes", ".ttl", text)
        yield case(f"graph, import: {name}", "import", ".ttl", text)
    for name, (suffix, text) in others().items():
        yield case(f"graph, other: {name}", "import", suffix, text)
