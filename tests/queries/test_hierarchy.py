"""The hierarchy's rules: the same as their queries say, and in proportion to what is written."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from kb.queries import rules as rules_of
from kb.queries.hierarchy import Above, in_circles, related_and_above
from kb.queries.question import rows
from kb.store.library import Library
from kb.store.project import open_project

HEAD = "@prefix : <urn:x#> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"


def project(folder: Path, links: Sequence[str]) -> Library:
    (folder / "notes").mkdir()
    (folder / "kajian.toml").write_text('version = 1\nbase = "urn:x#"\n')
    (folder / "references.bib").write_text("")
    (folder / "notes" / "a.ttl").write_text(HEAD + "\n".join(links))
    return open_project(folder)


@pytest.mark.parametrize("seed", range(25))
def test_the_walked_rules_say_what_their_queries_say(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    links = [
        f":c{chance.randrange(9)} skos:{chance.choice(['broader', 'broader', 'related'])} :c{chance.randrange(9)} ."
        for _ in range(chance.randint(0, 14))
    ]
    library = project(tmp_path, links)
    for name, walked in (("hierarchy-cycle", in_circles), ("related-and-broader", related_and_above)):
        text = next(rule.text for rule in rules_of.rules() if rule.name == name)
        expected = {(row["entity"], row["property"], row["value"]) for row in rows(library, text)}
        assert {(row["entity"], row["property"], row["value"]) for row in walked(library)} == expected


def test_a_long_chain_is_never_listed_whole() -> None:
    asked: list[str] = []

    class Counted(dict[str, list[str]]):
        def get(self, key: str, default: object = None) -> object:  # type: ignore[override]
            asked.append(key)
            return super().get(key, default)

    over = Above(Counted({str(n): [str(n + 1)] for n in range(5_000)}))
    assert "7" in over["0"] and "0" not in over["7"]
    assert sum(len(over[str(n)]) for n in range(5_000)) <= 1_500_000
    assert len(asked) <= 1_500_000
