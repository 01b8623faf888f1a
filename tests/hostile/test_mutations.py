"""A few hundred mutated files at every reader; `benchmarks/proofs/mutations.py` has the long run."""

from __future__ import annotations

import random
from collections import Counter

from benchmarks.proofs.mutations import endings, mutated, readers


def test_mutated_files_are_read_or_refused() -> None:
    wrong = [ending for ending in endings(270, seed=1) if ending not in ("read", "refused")]
    assert wrong == []


def test_the_mutations_reach_both_endings_for_every_kind() -> None:
    found = Counter(endings(270, seed=1_000))
    assert found["read"] > 30 and found["refused"] > 30
    assert len(readers()) == 9


def test_a_mutation_is_not_the_seed() -> None:
    seed = b"@book{k, title = {x}}" * 5
    assert sum(mutated(seed, random.Random(n)) != seed for n in range(100)) > 90


def test_a_bibliography_that_once_went_past_its_last_line_is_read() -> None:
    seed, read = readers()["bib"]
    read(mutated(seed, random.Random(20_014_959)))
