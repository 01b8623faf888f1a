"""Ten pairs whose sentences were read and found good; a change of wording shows here, to be read again.

`python tests/review/test_golden_pairs.py` writes the files anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from golden_pairs import PAIRS, Pair, spoken

FOLDER = Path(__file__).parent / "golden"


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_a_pair_is_spoken_of_as_it_was_read(pair: Pair) -> None:
    assert spoken(pair) == (FOLDER / f"{pair.name}.txt").read_text(encoding="utf-8")


def test_there_are_ten_pairs_and_no_file_too_many() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == sorted(pair.name for pair in PAIRS)
    assert len(PAIRS) == 10


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in PAIRS:
        (FOLDER / f"{each.name}.txt").write_text(spoken(each), encoding="utf-8")
