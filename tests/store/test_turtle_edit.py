"""Changing one subject in a Turtle file: that block and nothing else, and what stands there then is what was meant."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

from kb.errors import SaveError
from kb.store import turtle_edit
from kb.store.graph_compare import meaning
from kb.store.turtle_edit import add_subject, replace_subject, set_properties, subject_block, subjects
from kb.store.turtle_meaning import said, triples
from kb.store.turtle_order import header
from kb.store.turtle_spans import read_document
from kb.store.turtle_write import render_subject
from kb.vocabulary import SKOS

BASE = "urn:x-kajian:p#"
NOTES = b"""@prefix : <urn:x-kajian:p#> .
@prefix kajian: <https://w3id.org/kajian/ns#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

# ---- konsep; titik. dan "kutip" dalam komentar < > [ ] ----

:konsep-a a skos:Concept ;   # yang pertama
    skos:prefLabel "a. # bukan komentar ; ]"@id , "a"@en ;
    kajian:sendiri "tetap" .

:p-a a oa:SpecificResource ;
    oa:hasSelector [ a oa:TextQuoteSelector ; oa:exact \"\"\"dua
baris. "kutip" \\" dan ''' \"\"\" ; oa:prefix 'petik' ] .
:konsep-b a skos:Concept ; skos:prefLabel "b"@id ; kajian:angka 1.5 , 2 , 3.0e1 , true .

   # ekor
<urn:x-kajian:p#konsep-c>   skos:prefLabel   "c"@id.
"""
LABEL_A = SKOS + "prefLabel"


def graph(data: bytes) -> object:
    return meaning(parse(data.removeprefix(b"\xef\xbb\xbf"), format=RdfFormat.TURTLE, base_iri=BASE))


def iri(name: str) -> str:
    return BASE + name


def without(data: bytes, block: str) -> tuple[bytes, bytes]:
    before, found, after = data.partition(block.encode())
    assert found
    return before, after


def test_the_subjects_are_found_in_order_whatever_stands_between() -> None:
    assert subjects(NOTES, BASE) == [iri("konsep-a"), iri("p-a"), iri("konsep-b"), iri("konsep-c")]
    assert subject_block(NOTES, iri("konsep-c"), BASE) == '<urn:x-kajian:p#konsep-c>   skos:prefLabel   "c"@id.'
    assert subject_block(NOTES, iri("none"), BASE) is None


@pytest.mark.parametrize("name", ["konsep-a", "p-a", "konsep-b", "konsep-c"])
def test_every_byte_outside_the_block_stays(name: str) -> None:
    before, after = without(NOTES, subject_block(NOTES, iri(name), BASE) or "")
    new = replace_subject(NOTES, iri(name), f':{name} a skos:Concept ; skos:prefLabel "baru"@id .', BASE)
    assert new.startswith(before) and new.endswith(after)
    assert f':{name} a skos:Concept ;\n    skos:prefLabel "baru"@id .'.encode() in new


def test_comments_within_the_block_move_above_it() -> None:
    new = replace_subject(NOTES, iri("konsep-a"), ":konsep-a a skos:Concept .", BASE)
    assert b"# yang pertama\n:konsep-a a skos:Concept .\n" in new


def test_a_block_that_says_the_same_is_left_as_typed() -> None:
    same = ':konsep-c <http://www.w3.org/2004/02/skos/core#prefLabel> "c"@id .'
    assert replace_subject(NOTES, iri("konsep-c"), same, BASE) is NOTES
    assert set_properties(NOTES, iri("konsep-a"), {LABEL_A: '"a"@en , "a. # bukan komentar ; ]"@id'}, BASE) is NOTES


def test_one_property_changes_and_the_others_stay_known_or_not() -> None:
    new = set_properties(NOTES, iri("konsep-a"), {LABEL_A: '"A"@id'}, BASE)
    assert b'    skos:prefLabel "A"@id ;\n    kajian:sendiri "tetap" .' in new
    gone = set_properties(new, iri("konsep-a"), {LABEL_A: None}, BASE)
    assert b':konsep-a a skos:Concept ;\n    kajian:sendiri "tetap" .' in gone


def test_a_property_with_nested_nodes_is_replaced_with_them() -> None:
    selector = "http://www.w3.org/ns/oa#hasSelector"
    new = set_properties(NOTES, iri("p-a"), {selector: '[ a oa:TextQuoteSelector ; oa:exact "lain" ]'}, BASE)
    block = subject_block(new, iri("p-a"), BASE) or ""
    assert "dua" not in block and '[ a oa:TextQuoteSelector ;\n        oa:exact "lain" ] .' in block


def test_taking_a_subject_out_leaves_everything_else() -> None:
    for name in ("konsep-a", "p-a", "konsep-b", "konsep-c"):
        block = subject_block(NOTES, iri(name), BASE) or ""
        new = replace_subject(NOTES, iri(name), None, BASE)
        assert iri(name) not in subjects(new, BASE) and len(subjects(new, BASE)) == 3
        outside = NOTES.replace(block.encode(), b"")
        assert new.split() == outside.split() and b"\n\n\n" not in new
    assert replace_subject(NOTES, iri("none"), None, BASE) is NOTES


def test_several_blocks_of_one_subject_become_one() -> None:
    data = NOTES + b':konsep-a skos:altLabel "aa"@id . # kedua\n:konsep-z a skos:Concept .\n'
    new = set_properties(data, iri("konsep-a"), {LABEL_A: '"A"@id'}, BASE)
    assert subjects(new, BASE).count(iri("konsep-a")) == 1 and new.count(b":konsep-a") == 1
    assert (
        b'"aa"@id' in new and b"# kedua" in new and b"# yang pertama" in new and b":konsep-z a skos:Concept .\n" in new
    )


def test_a_new_subject_goes_to_the_end() -> None:
    for end in (b"", b"\n", b"\n\n", b"\n# ekor tanpa baris baru"):
        data = NOTES.rstrip() + end
        new = add_subject(data, iri("baru"), ':baru skos:prefLabel "x"@id ; a skos:Concept .', BASE)
        assert new.startswith(data)
        assert new[len(data) :].strip() == b':baru a skos:Concept ;\n    skos:prefLabel "x"@id .'
    with pytest.raises(SaveError):
        add_subject(NOTES, iri("konsep-a"), ":konsep-a a skos:Concept .", BASE)
    assert replace_subject(NOTES, iri("baru"), ":baru a skos:Concept .", BASE) == add_subject(
        NOTES, iri("baru"), ":baru a skos:Concept .", BASE
    )


@pytest.mark.parametrize("start", [b"", b"# catatan saya\n", b"\xef\xbb\xbf"])
def test_a_new_file_gets_the_prefixes_in_their_order(start: bytes) -> None:
    new = add_subject(start, iri("baru"), ":baru a skos:Concept ; :karya karya:a2001 .", BASE)
    assert new.startswith(start) and header(BASE).encode() in new
    assert b":baru a skos:Concept ;\n    :karya karya:a2001 .\n" in new


def test_line_ends_of_windows_and_the_byte_order_mark_are_kept() -> None:
    data = b"\xef\xbb\xbf" + NOTES.replace(b"\n", b"\r\n")
    new = set_properties(data, iri("konsep-a"), {LABEL_A: '"baris\\nbaru"@id'}, BASE)
    assert new.startswith(b"\xef\xbb\xbf@prefix") and b"\n" not in new.replace(b"\r\n", b"")
    assert b'"baris\\nbaru"@id' in new
    block = subject_block(data, iri("konsep-a"), BASE) or ""
    before, after = without(data, block)
    assert new.startswith(before) and new.endswith(after)


def test_prefixes_that_change_half_way_and_relative_names_are_followed() -> None:
    data = (
        b"PREFIX x: <urn:one#>\n@base <http://b.test/dir/> .\nx:a x:p <doc#1> .\n"
        b"prefix x: <urn:two#>\nx:a x:p 2 .\n<doc#1> x:p 3 .\n<\\u0061> x:p 4 . x:a\\,b%41 x:p 5 .\n"
    )
    assert subjects(data, BASE) == [
        "urn:one#a",
        "urn:two#a",
        "http://b.test/dir/doc#1",
        "http://b.test/dir/a",
        "urn:two#a,b%41",
    ]
    new = replace_subject(data, "urn:two#a", "x:a x:p 22 .", BASE)
    assert new == data.replace(b"x:a x:p 2 .", b"x:a x:p 22 .")


def test_a_namespace_without_a_prefix_is_written_out_and_no_line_is_added() -> None:
    new = add_subject(NOTES, iri("baru"), ':baru dct:title "x" .', BASE)
    assert new.endswith(b':baru <http://purl.org/dc/terms/title> "x" .\n')


@pytest.mark.parametrize(
    "text",
    [
        ":lain a skos:Concept .",
        ":konsep-a a skos:Concept . :lain a skos:Concept .",
        ":konsep-a skos:related _:x , _:y . _:x skos:related _:z . _:y skos:related _:z .",
        ":konsep-a skos:related _:x . _:x skos:related _:x .",
        "",
        ":konsep-a a skos:Concept",
        ':konsep-a skos:prefLabel "\\uD800" .',
        ":konsep-a skos:related <http://x/a b> .",
        ":konsep-a skos:related tak:dikenal .",
        ":konsep-a skos:related " + "[ skos:related " * 60 + "1" + " ]" * 60 + " .",
    ],
)
def test_what_is_not_one_block_is_refused(text: str) -> None:
    with pytest.raises(SaveError) as caught:
        replace_subject(NOTES, iri("baru") if not text else iri("konsep-a"), text, BASE)
    assert caught.value.code in ("turtle-not-one-block", "turtle-unreadable")


def test_a_blank_node_shared_with_another_block_is_refused() -> None:
    data = NOTES + b":konsep-d skos:related _:n .\n_:n skos:related :konsep-a .\n"
    with pytest.raises(SaveError) as caught:
        replace_subject(data, iri("konsep-d"), ":konsep-d a skos:Concept .", BASE)
    assert caught.value.code == "turtle-shared-blank"
    own = NOTES + b":konsep-d skos:related _:n , [] .\n"
    assert b":konsep-d a skos:Concept ." in replace_subject(own, iri("konsep-d"), ":konsep-d a skos:Concept .", BASE)


@pytest.mark.parametrize(
    "data",
    [
        b"@prefix : <urn:x#> .\n:a :b \xff .",
        b":a :b ( 1 ] .",
        b":a :b 1",
        b'<a> <b> "open .',
        b"<a> <b> <<( <a> <b> <c> )>> .",
    ],
)
def test_a_file_that_is_not_understood_is_refused_with_the_line(data: bytes) -> None:
    with pytest.raises(SaveError) as caught:
        replace_subject(data, "urn:x#a", "<urn:x#a> <urn:p> 1 .", "urn:x#")
    assert caught.value.code == "turtle-unreadable"


def test_a_writer_that_drops_something_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(*arguments: object) -> str:
        return re.sub(r' , "[^"]*"@en', "", render_subject(*arguments))  # type: ignore[arg-type]

    monkeypatch.setattr(turtle_edit, "render_subject", forgetful)
    with pytest.raises(SaveError) as caught:
        set_properties(NOTES, iri("konsep-a"), {LABEL_A: '"x"@id , "y"@en'}, BASE)
    assert caught.value.code == "save-not-as-meant"


def test_an_edit_that_touches_another_subject_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    real = turtle_edit._without

    def short(text: str, blocks: object) -> str:
        return real(text, blocks).replace('"b"@id', '"B"@id')  # type: ignore[arg-type]

    monkeypatch.setattr(
        turtle_edit, "_without", lambda text, blocks: short(text, blocks) if not blocks else real(text, blocks)
    )
    with pytest.raises(SaveError):
        replace_subject(NOTES, iri("konsep-a"), ":konsep-a a skos:Concept .", BASE)


def test_the_form_is_the_same_however_the_triples_were_written() -> None:
    one = ':baru skos:prefLabel "x"@id ; a skos:Concept ; skos:related ( :a [ :p 1 ] ) ; <urn:z> 1 ; <urn:y> 2 .'
    two = (
        "@prefix k: <http://www.w3.org/2004/02/skos/core#> . :baru <urn:y> 2 ; <urn:z> 1 . :baru a k:Concept . "
        ":baru k:related _:c . _:c rdf:rest _:d ; rdf:first :a . _:d rdf:first _:e ; rdf:rest () . _:e :p 1 . "
        ':baru k:prefLabel "x"@id .'
    )
    made = add_subject(NOTES, iri("baru"), one, BASE)
    assert made == add_subject(NOTES, iri("baru"), two, BASE)
    assert made.endswith(
        b':baru a skos:Concept ;\n    skos:prefLabel "x"@id ;\n    skos:related (\n        :a\n        [ :p 1 ] ) ;\n'
        b"    <urn:y> 2 ;\n    <urn:z> 1 .\n"
    )


def test_the_notes_of_the_example_already_stand_in_this_form(example_root: Path) -> None:
    other: list[str] = []
    count = 0
    for path in sorted((example_root / "ontology" / "balewangi").rglob("*.ttl")):
        document = read_document(path.read_bytes(), BASE)
        for statement in document.statements:
            if statement.kind == "triples":
                count += 1
                written = render_subject(
                    statement.about, said(document, [statement]), statement.prefixes, document.newline
                )
                other += [statement.about] if written != document.part(statement) else []
    assert count > 300 and len(other) <= count / 50, other


def test_graphs_are_compared_whatever_blank_nodes_are_called() -> None:
    def m(text: str) -> object:
        return meaning(triples(text, {":": "urn:x#"}, "urn:x#"))

    assert m(":a :p [ :q 1 ] , [ :q 2 ] .") == m("_:z :q 2 . :a :p _:z , _:y . _:y :q 1 .")
    assert m(":a :p [ :q 1 ] . :b :p [ :q 2 ] .") != m(":a :p [ :q 2 ] . :b :p [ :q 1 ] .")
    assert m(":a :p _:x . :b :p _:x .") != m(":a :p [] . :b :p [] .")
    assert m(":a :p ( 1 2 3 ) .") != m(":a :p ( 1 3 2 ) .")
    assert m(":a :p [] , [] , [] .") != m(":a :p [] , [] .")


def test_comparing_a_graph_made_to_stall_ends() -> None:
    same = ":a :p " + " , ".join(["[]"] * 200) + " ."
    long = ":a :p ( " + "1 " * 400 + ") ."
    for text in (same, long):
        assert meaning(triples(text, {":": "urn:x#"}, "urn:x#"))


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NAMES = st.sampled_from(["skos:prefLabel", "skos:related", "kajian:catatan", ":p", "rdf:value", "a"])
IRIS = st.sampled_from(
    [":a", "karya:b2001", "<http://x.test/%41?q=1>", "skos:Concept", "<urn:x-kajian:p#a%20b>", ":a-.b", "()"]
)


def quoted(text: str) -> str:
    return '"' + "".join(f"\\U{ord(c):08X}" for c in text) + '"'


LITERALS = st.builds(
    lambda text, end: quoted(text) + end, TEXTS, st.sampled_from(["", "@id", "@en-GB", "^^:jenis", "^^xsd:date"])
)
NUMBERS = st.sampled_from(
    ["1", "-2", "1.50", "1e3", "true", '"01"^^xsd:integer', '"x"^^xsd:integer', '"1."^^xsd:decimal']
)
OBJECTS = st.recursive(
    IRIS | LITERALS | NUMBERS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(lambda o: f"( {' '.join(o)} )")
        | st.lists(st.tuples(NAMES, inner), max_size=3).map(
            lambda p: f"[ {' ; '.join(f'{n} {o}' for n, o in p if n != 'a')} ]"
        )
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(NAMES, OBJECTS), min_size=1, max_size=5),
    st.sampled_from(["konsep-a", "p-a", "konsep-b", "baru"]),
    st.booleans(),
)
def test_whatever_is_said_comes_back_and_nothing_else_moves(
    said_now: list[tuple[str, str]], name: str, windows: bool
) -> None:
    data = NOTES.replace(b"\n", b"\r\n") if windows else NOTES
    pairs = [(predicate, ":Kelas" if predicate == "a" else value) for predicate, value in said_now]
    text = f":{name} " + " ; ".join(f"{predicate} {value}" for predicate, value in pairs) + " ."
    new = replace_subject(data, iri(name), text, BASE)
    block = subject_block(new, iri(name), BASE) or ""
    prefixes = dict(read_document(NOTES, BASE).prefixes) | {
        "karya:": BASE + "karya/",
        "xsd:": "http://www.w3.org/2001/XMLSchema#",
    }
    assert meaning(triples(block, prefixes, BASE)) == meaning(triples(text, prefixes, BASE))
    assert replace_subject(new, iri(name), text, BASE) == new
    for other in ("konsep-a", "p-a", "konsep-b", "konsep-c"):
        if other != name:
            assert subject_block(new, iri(other), BASE) == subject_block(data, iri(other), BASE)


def test_a_hundred_random_edits_of_the_example_touch_one_block_each(example_root: Path) -> None:
    chance = random.Random(5)
    paths = sorted((example_root / "ontology" / "balewangi").rglob("*.ttl"))
    for _ in range(100):
        path = chance.choice(paths)
        data = path.read_bytes()
        base = read_document(data, BASE).prefixes[":"]
        subject = chance.choice(subjects(data, base))
        before, after = without(data, subject_block(data, subject, base) or "")
        new = set_properties(data, subject, {SKOS + "editorialNote": '"catatan uji"@id'}, base)
        assert new.startswith(before) and new.endswith(after) and b"catatan uji" in new
