"""Turtle, RDF/XML and JSON-LD that break readers: as a project's own notes, and taken in as a vocabulary."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

from tests.hostile.traps import Case, case

HEAD = (
    "@prefix : <urn:x-kajian:hostile#> .\n@prefix kajian: <https://w3id.org/kajian/ns#> .\n"
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
    "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
    ':skema a skos:ConceptScheme ; skos:prefLabel "Skema"@id .\n'
)
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"


def concept(name: str, label: str = "Konsep", more: str = "") -> str:
    return f':{name} a skos:Concept ; skos:inScheme :skema ; skos:prefLabel "{label}"@id {more} .\n'


def turtle() -> dict[str, str | bytes]:
    """Name -> notes in Turtle."""
    chain = "".join(concept(f"c{n}", f"K{n}", f"; skos:broader :c{n + 1}") for n in range(3_000))
    circle = "".join(
        concept(f"c{n}", f"K{n}", f"; skos:broader :c{(n + 1) % 500} ; skos:narrower :c{(n + 499) % 500}")
        for n in range(500)
    )
    return {
        "empty": "",
        "blank nodes nested": HEAD + ":a :b " + "[ :p " * 50_000 + "1" + " ]" * 50_000 + " .",
        "blank nodes that open": HEAD + ":a :b " + "[ :p " * 500_000,
        "lists nested": HEAD + ":a :b " + "(" * 50_000 + ")" * 50_000 + " .",
        "lists that open": HEAD + ":a :b " + "(" * 1_000_000,
        "lists and blank nodes": HEAD + ":a :b " + "([ :p " * 30_000,
        "triple terms nested": HEAD + ":a :b " + "<<( :s :p " * 20_000 + ":o" + " )>>" * 20_000 + " .",
        "reified triples nested": HEAD + "<< :s :p " * 20_000 + ":o" + " >>" * 20_000 + " :x :y .",
        "annotations nested": HEAD + ":s :p :o " + "{| :a :b " * 20_000 + "|}" * 20_000 + " .",
        "formulas nested": HEAD + "{ " * 50_000 + "} " * 50_000,
        "a long list": HEAD + ":a :b (" + " 1" * 300_000 + ") .",
        "prefixes": "".join(f"@prefix p{n}: <urn:p{n}#> .\n" for n in range(30_000)) + HEAD,
        "one prefix often": "@prefix p: <urn:p#> .\n" * 100_000 + HEAD,
        "a prefix of itself": "@prefix p: <p:> .\n@prefix q: <> .\np:a q:b p:c .",
        "base upon base": "".join(f"@base <a{n}/> .\n" for n in range(5_000)) + "<x> <y> <z> .",
        "base of another": "@base <@URL@> .\n<a> <b> <c> .",
        "dots in an IRI": "<http://x/" + "../" * 300_000 + "> <a:b> <a:c> .",
        "semicolons": HEAD + ":a :b :c " + ";" * 1_000_000 + " .",
        "commas": HEAD + ":a :b :c" + ", :c" * 300_000 + " .",
        "comments": "#\n" * 500_000 + HEAD,
        "a string of five megabytes": HEAD + ':a :b "' + "x" * 5_000_000 + '" .',
        "a string that opens": HEAD + ':a :b """' + '" ' * 500_000,
        "escapes": HEAD + ':a :b "' + "\\u0041" * 200_000 + '" .',
        "an escaped surrogate": HEAD + ':a :b "\\uD800" .',
        "an escaped NUL": HEAD + concept("n", "a\\u0000b"),
        "escaped noncharacters": HEAD + concept("n", "a\\uFFFE\\uFFFFb"),
        "escaped control characters": HEAD + concept("n", "".join(f"\\u{n:04X}" for n in range(1, 32))),
        "beyond Unicode": HEAD + ':a :b "\\UFFFFFFFF" .',
        "a NUL": HEAD + ':a :b "\x00" .',
        "an encoded surrogate": HEAD + ':a :b "\ud800" .',
        "UTF-16": (HEAD + concept("n")).encode("utf-16"),
        "Latin-1": (HEAD + concept("n", "caf\xe9")).encode("latin-1"),
        "a space in an IRI": HEAD + "<http://x/a b> :b :c .",
        "an escaped space in an IRI": HEAD + "<http://x/a\\u0020b> :b :c .",
        "an IRI that closes": HEAD + "<http://x/a\\u003E\\u003Cb> :b :c .",
        "an IRI without scheme": "<a> <b> <c> .",
        "a javascript IRI": HEAD + concept("n", "K", "; skos:exactMatch <javascript:alert(1)> , <data:text/html,x> , <file://@SECRET@>"),
        "a long IRI": HEAD + "<urn:" + "x" * 2_000_000 + "> :b :c .",
        "a name like a path": HEAD + "<urn:x-kajian:hostile#../../etc/passwd> a skos:Concept ; skos:prefLabel \"x\"@id .",
        "a long language": HEAD + ':a :b "x"@' + "a" * 100_000 + " .",
        "a wrong language": HEAD + ':a :b "x"@i_d .',
        "numbers": HEAD + ":a :b 1e400 , -0 , 01 , " + "9" * 200_000 + " , 0." + "0" * 200_000 + "1 .",
        "wrong types": HEAD + ':a :b "x"^^xsd:integer , "2019-99-99"^^xsd:date , "99999999999-01-01"^^xsd:date , "x"^^<urn:x> .',
        "imports": HEAD + "<urn:x> a owl:Ontology ; owl:imports <@URL@> , <file://@SECRET@> .",
        "a shape with SPARQL": HEAD + ':s a sh:NodeShape ; sh:targetClass skos:Concept ; sh:sparql [ sh:select "SELECT $this { SERVICE <@URL@> { ?a ?b ?c } }" ] .' + concept("n"),
        "a shape with JavaScript": HEAD + ':s a sh:NodeShape ; sh:js [ sh:jsLibrary [ sh:jsLibraryURL "@URL@"^^xsd:anyURI ] ] .',
        "a list in a circle": HEAD + ":l rdf:first 1 ; rdf:rest :l .\n:t a kajian:Typology ; skos:prefLabel \"T\"@id ; skos:memberList :l ; skos:member :l .",
        "a list of two tails": HEAD + ":l rdf:first 1 , 2 ; rdf:rest rdf:nil , :l .",
        "concepts in a circle": HEAD + circle,
        "a long chain of concepts": HEAD + chain,
        "a concept above itself": HEAD + concept("n", "K", "; skos:broader :n ; skos:narrower :n ; skos:related :n"),
        "a chain of citations in a circle": HEAD + ":h a kajian:Hop ; kajian:via :h ; kajian:cites :h .",
        "ten thousand labels": HEAD + concept("n", "K", "; skos:altLabel " + " , ".join(f'"s{n}"@id' for n in range(10_000))),
        "twenty thousand concepts": HEAD + "".join(concept(f"c{n}", f"K{n}") for n in range(20_000)),
        "a label of a megabyte": HEAD + concept("n", "kata " * 200_000),
        "markup in labels": HEAD + concept("n", SCRIPT.replace('"', "'")),
        "LaTeX in labels": HEAD + concept("n", "\\\\input{@SECRET@} % & # _ $ ^ ~ { }"),
        "formulas in labels": HEAD + concept("n", "=HYPERLINK(1)") + concept("m", "@SUM(A1)"),
        "lines in labels": HEAD + concept("n", "a\\nb\\r\\tc"),
        "a label of spaces": HEAD + concept("n", "   "),
        "studies with wrong values": HEAD + ":s a kajian:Study ; kajian:year [] , \"x\" , 5 ; skos:prefLabel :s , 7 ; kajian:statement :s , \"x\" .",
        "everything is everything": HEAD + ":x a skos:Concept , kajian:Study , kajian:Definition , kajian:Typology , kajian:Hop , kajian:Work , kajian:Review ; skos:prefLabel \"x\"@id .",
        "blank nodes with names": HEAD + "".join(f"_:b{n} :p _:b{n + 1} .\n" for n in range(50_000)),
        "SPARQL": "PREFIX : <urn:x#>\nBASE <urn:y#>\nSELECT * { SERVICE <@URL@> { ?s ?p ?o } }",
        "graphs": HEAD + "GRAPH <urn:g> { :a :b :c }",
        "escaped keywords": "\\u0040prefix : <urn:x#> .\n:a \\u0061 :b .",
        "a dot after a dot": HEAD + "." * 200_000,
        "names of dots": HEAD + ":a" + "." * 200_000 + "b :p :o .",
        "names of percents": HEAD + ":a" + "%41" * 100_000 + " :p :o .",
        "names of backslashes": HEAD + ":a" + "\\-" * 100_000 + " :p :o .",
        "colons": ":" * 500_000,
        "quotes": HEAD + ":a :b " + '"' * 500_001 + " .",
        "XML": "<?xml version='1.0'?><!DOCTYPE x><x/>",
        "noise": random.Random(5).randbytes(200_000),
        "noise of signs": "".join(random.Random(6).choices('<>"[](){};,.:@^\\# ab\n', k=200_000)),
        "cut in the middle": (HEAD + concept("n"))[:-20],
        "seven megabytes of triples": HEAD + "".join(f":a{n} :b :c .\n" for n in range(450_000)),
        "thirty megabytes": HEAD + "#" + "x" * 30_000_000,
    }  # fmt: skip


RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">'


def rdf_xml() -> dict[str, str | bytes]:
    """Name -> a vocabulary in RDF/XML."""
    body = (
        '<skos:Concept rdf:about="urn:x:a"><skos:prefLabel xml:lang="id">&x;</skos:prefLabel></skos:Concept></rdf:RDF>'
    )
    plain = RDF + body.replace("&x;", "K")
    laughs = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 12))
    return {
        "billion laughs": f'<!DOCTYPE r [<!ENTITY x0 "ha">{laughs}<!ENTITY x "&x11;">]>{RDF}{body}',
        "quadratic": f'<!DOCTYPE r [<!ENTITY x "{"a" * 100_000}">]>{RDF}' + body.replace("&x;", "&x;" * 30_000),
        "an entity of a file": f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://@SECRET@">]>{RDF}{body}',
        "an entity of the network": f'<!DOCTYPE r [<!ENTITY x SYSTEM "@URL@">]>{RDF}{body}',
        "a DTD of the network": f'<!DOCTYPE r SYSTEM "@URL@dtd">{plain}',
        "parameter entities": f'<!DOCTYPE r [<!ENTITY % p SYSTEM "@URL@p"> %p;]>{plain}',
        "a DOCTYPE in UTF-16": f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://@SECRET@">]>{RDF}{body}'.encode("utf-16"),
        "a DOCTYPE far down": " " * 100_000 + f'<!DOCTYPE r [<!ENTITY x "y">]>{RDF}{body}',
        "XInclude": plain.replace("<skos:Concept ", '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="@URL@"/><skos:Concept ', 1),
        "a style sheet": '<?xml-stylesheet href="@URL@"?>' + plain,
        "deep": RDF + "<skos:Concept><skos:broader>" * 20_000,
        "deep and closed": RDF + "<skos:Concept><skos:broader>" * 5_000 + "</skos:broader></skos:Concept>" * 5_000 + "</rdf:RDF>",
        "a literal of XML, deep": RDF + '<skos:Concept><skos:note rdf:parseType="Literal">' + "<a>" * 20_000 + "</a>" * 20_000 + "</skos:note></skos:Concept></rdf:RDF>",
        "a collection": RDF + '<skos:Concept><skos:x rdf:parseType="Collection">' + "<skos:Concept/>" * 20_000 + "</skos:x></skos:Concept></rdf:RDF>",
        "an attribute of two megabytes": plain.replace("urn:x:a", "urn:" + "x" * 2_000_000),
        "many attributes": RDF + "<skos:Concept " + " ".join(f'skos:a{n}="x"' for n in range(20_000)) + "/></rdf:RDF>",
        "a wrong IRI": plain.replace("urn:x:a", "a b <> {}"),
        "xml:base of the network": plain.replace("<rdf:RDF", '<rdf:RDF xml:base="@URL@"', 1).replace("urn:x:a", "x"),
        "UTF-7": '<?xml version="1.0" encoding="UTF-7"?>' + plain,
        "an unknown encoding": '<?xml version="1.0" encoding="x-none"?>' + plain,
        "a NUL": plain.replace("K", "K\x00"),
        "an illegal reference": plain.replace("K", "&#0;&#xD800;&#xFFFF;"),
        "cut": plain[:-30],
        "no RDF": "<html><body>x</body></html>",
        "empty": "",
    }  # fmt: skip


def json_ld() -> dict[str, str | bytes]:
    """Name -> a vocabulary in JSON-LD."""
    node = '{"@id": "urn:x:a", "@type": "http://www.w3.org/2004/02/skos/core#Concept", "http://www.w3.org/2004/02/skos/core#prefLabel": {"@value": "K", "@language": "id"}'
    return {
        "a context of the network": '{"@context": "@URL@", "@id": "urn:x:a", "name": "x"}',
        "a context of a file": '{"@context": "file://@SECRET@", "@id": "urn:x:a"}',
        "a context in a list": '{"@context": ["@URL@", {}], "@id": "urn:x:a"}',
        "a context of a value": '{"@context": {"a": {"@id": "urn:a", "@context": "@URL@"}}, "a": {"b": 1}}',
        "an import": '{"@context": {"@version": 1.1, "@import": "@URL@"}, "@id": "urn:x:a"}',
        "a context of itself": '{"@context": {"a": "a:b", "b": "b:a"}, "a:x": "b:y"}',
        "deep objects": '{"@context": {}, "urn:p":' * 20_000 + "1" + "}" * 20_000,
        "deep lists": '{"@context": {}, "urn:p":' + "[" * 100_000 + "]" * 100_000 + "}",
        "deep graphs": '{"@context": {}, "@graph":[' * 5_000 + "]}" * 5_000,
        "a number of a million digits": '{"@context": {}, "urn:p": ' + "9" * 1_000_000 + "}",
        "not numbers": '{"@context": {}, "urn:p": NaN, "urn:q": Infinity}',
        "a lone surrogate": '{"@context": {}, "urn:p": "\\ud800"}',
        "a NUL": '{"@context": {}, "urn:p": "a\\u0000b"}',
        "names twice": '{"@context": {}, "@id": "urn:a", "@id": "urn:b", "urn:p": 1, "urn:p": 2}',
        "keywords with escapes": '{"\\u0040context": "@URL@", "@id": "urn:x:a"}',
        "a wrong IRI": '{"@context": {}, "@id": "a b <>", "a b": "c"}',
        "fifty thousand": "[" + ",".join(node.replace("urn:x:a", f"urn:x:a{n}") + ', "@context": {}}' for n in range(20_000)) + "]",
        "no object": '"@context"',
        "cut": node + ', "@context": {}',
        "values of all kinds": json.dumps({"@context": {}, "@id": None, "@type": 5, "@value": {}, "@list": True, "urn:p": [[[None]]]}),
    }  # fmt: skip


def cases() -> Iterator[Case]:
    """Turtle at two doors, the others at the one that takes them in."""
    for name, text in turtle().items():
        yield case(f"turtle, project: {name}", "project-notes", ".ttl", text)
        yield case(f"turtle, import: {name}", "import", ".ttl", text)
    for name, text in rdf_xml().items():
        yield case(f"rdf/xml: {name}", "import", ".rdf", text)
    for name, text in json_ld().items():
        yield case(f"json-ld: {name}", "import", ".jsonld", text)
