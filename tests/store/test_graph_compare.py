"""Graphs compared by what they say: as triples, and as lines of N-Triples."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, RdfFormat, Store

from kb.store.alike_text import same_ends
from kb.store.graph_compare import same_lines

HEAD = "@prefix : <urn:x#> ."


def lines(text: str) -> bytes:
    store = Store()
    store.load(f"{HEAD} {text}".encode(), RdfFormat.TURTLE)
    return store.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph()) or b""


def same(one: str, other: str) -> bool:
    return same_lines(lines(one), lines(other))


def test_trees_are_the_same_whatever_their_nodes_are_called() -> None:
    assert same(":a :p [ :q 1 ; :r ( 1 2 3 ) ] , [ :q 2 ] .", "_:z :q 2 . :a :p _:z , _:y . _:y :q 1 ; :r ( 1 2 3 ) .")
    assert not same(":a :p [ :q 1 ] . :b :p [ :q 2 ] .", ":a :p [ :q 2 ] . :b :p [ :q 1 ] .")
    assert not same(":a :p ( 1 2 3 ) .", ":a :p ( 1 3 2 ) .")
    assert not same(":a :p [] , [] , [] .", ":a :p [] , [] .")
    assert not same(":a :p [ :q [ :r 1 ] ] .", ":a :p [ :q [ :r 2 ] ] .")
    assert not same("[] :q 1 .", "[] :q 2 .")


def test_shared_nodes_and_circles_are_told_from_trees() -> None:
    assert same(":a :p _:x . :b :p _:x . _:x :q 1 .", ":b :p _:y . :a :p _:y . _:y :q 1 .")
    assert not same(":a :p _:x . :b :p _:x .", ":a :p [] . :b :p [] .")
    assert same("_:x :p _:y . _:y :p _:x .", "_:v :p _:w . _:w :p _:v .")
    assert not same("_:x :p _:y . _:y :p _:x . _:x :q 1 .", "_:x :p _:y . _:y :p _:x . :x :q 1 .")


def test_what_looks_like_a_blank_node_in_a_literal_is_none() -> None:
    for text in ('"_:a ."', '" _:a"@id', '"x _:a"^^:jenis', '"_:a"', '"\\" _:a ."', "<urn:x#_:a>"):
        assert same(f":a :p {text} .", f":a :p {text} .")
        assert not same(f":a :p {text} .", ":a :p [] .")
    assert not same(':a :p " _:a ." .', ':a :p " _:b ." .')


def test_a_long_list_and_many_alike_are_compared_at_once() -> None:
    long = "( " + "1 " * 20_000 + ")"
    assert same(f":a :p {long} .", f":a :p {long} .")
    many = " , ".join("[]" for _ in range(20_000))
    assert same(f":a :p {many} .", f":a :p {many} .")


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from("pq"), st.integers(0, 9)), max_size=9), st.randoms())
def test_renaming_and_shuffling_change_nothing_and_one_other_triple_does(
    triples: list[tuple[int, str, int]], chance: random.Random
) -> None:
    names = list(range(6))
    chance.shuffle(names)

    def told(rows: list[tuple[int, str, int]], name: list[int]) -> str:
        return " ".join(f"_:b{name[s]} :{p} {o if o > 5 else f'_:b{name[o]}'} ." for s, p, o in rows)

    others = chance.sample(triples, len(triples))
    assert same(told(triples, list(range(6))), told(others, names))
    assert not same(told(triples, names), told([*triples, (0, "r", 9)], names))


@settings(max_examples=300, deadline=None)
@given(st.text("ab", max_size=12), st.text("ab", max_size=12), st.integers(0, 3), st.integers(0, 3))
def test_the_ends_that_two_texts_share(one: str, other: str, before: int, behind: int) -> None:
    lead, tail = "x" * (before * 4095), "y" * (behind * 4097)
    old, new = lead + one + tail, lead + other + tail
    front, back = same_ends(old, new)
    most = min(len(old), len(new))
    assert old[:front] == new[:front] and (front == most or old[front] != new[front])
    rest = most - front
    assert back <= rest and old[len(old) - back :] == new[len(new) - back :]
    assert back == rest or old[-1 - back] != new[-1 - back]
