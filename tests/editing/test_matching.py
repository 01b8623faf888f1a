"""What is the same work, and what only looks alike."""

from __future__ import annotations

import pytest

from kb.citing.same_work import known
from kb.editing.matching import known_works
from kb.findings import Place

THERE = {
    "author": "Murni, Ruaida",
    "title": "Peran jejaring kerja dalam rehabilitasi sosial",
    "year": "2016",
    "journal": "Sosio Konsepsia",
    "volume": "5",
    "number": "2",
    "pages": "11–29",
    "doi": "10.1234/abc",
}


def found(type: str = "article", key: str = "", **fields: str) -> tuple[str, str] | None:
    """The key and check by which a record is recognised among one work `murni2016`."""
    works = known_works([("murni2016", "article", THERE)])
    match = works.find(known(key, type, fields), Place())
    return (match[0], match[1].check) if match else None


SAME = {"author": "R. Murni", "title": "Peran Jejaring Kerja dalam Rehabilitasi Sosial.", "year": "2016"}


@pytest.mark.parametrize(
    ("record", "check"),
    [
        ({"key": "MURNI2016", "title": THERE["title"]}, "import-same-key"),
        ({"title": "Peran jejaring kerja", "doi": "https://doi.org/10.1234/ABC"}, "import-same-doi"),
        ({"title": "Peran jejaring kerja", "url": "https://doi.org/10.1234/abc"}, "import-same-doi"),
        (SAME, "import-same-words"),
        ({**SAME, "title": "Peran jejaring kerja dalam rehabilitasi sosiai"}, "import-same-words"),
        ({"title": THERE["title"], "year": "2016"}, "import-same-words"),
        ({**SAME, "volume": "Vol. 5", "pages": "11-29"}, "import-same-words"),
    ],
)
def test_the_same_work_is_recognised_by_evidence(record: dict[str, str], check: str) -> None:
    assert found(**record) == ("murni2016", check)


@pytest.mark.parametrize(
    "record",
    [
        {**SAME, "type": "thesis"},
        {**SAME, "doi": "10.1234/xyz"},
        {**SAME, "volume": "6"},
        {**SAME, "pages": "101-110"},
        {**SAME, "year": "2017"},
        {**SAME, "author": "Murtini, R."},
        {"title": "Peran jejaring", "doi": "10.1234/abc", "year": "1999", "author": "Zed"}
        | {"title": "Kimia organik untuk pemula"},
        {"key": "murni2016", "title": "Kimia organik", "author": "Zed, A.", "year": "1999"},
        {"key": "murni2016", "type": "thesis", "title": THERE["title"], "year": "2016"},
    ],
    ids=["thesis", "other-doi", "volume", "pages", "year", "name", "wrong-doi", "key-only", "key-thesis"],
)
def test_what_only_looks_alike_is_another_work(record: dict[str, str]) -> None:
    assert found(**record) is None


def test_a_short_title_without_an_author_says_too_little() -> None:
    works = known_works([("a", "misc", {"title": "Pendahuluan", "year": "2019", "author": "Amin"})])
    assert works.find(known("", "misc", {"title": "Pendahuluan", "year": "2019"}), Place()) is None


def test_what_is_kept_apart_is_told_with_what_keeps_it_apart() -> None:
    works = known_works([("murni2016", "article", THERE)])
    note = works.resembling(known("", "thesis", {"author": "Murni", "title": THERE["title"], "year": "2016"}), Place())
    assert note and (note.params["of"], note.params["what"], note.params["here"]) == ("murni2016", "type", "thesis")
    assert (
        works.resembling(known("", "article", {"author": "Zed", "title": THERE["title"], "year": "2016"}), Place())
        is None
    )


def test_parts_of_a_series_are_works_of_their_own() -> None:
    works = known_works(
        [("a", "book", {"title": "Statistik untuk penelitian 1", "author": "Sugiyono", "year": "2010"})]
    )
    assert (
        works.find(
            known("", "book", {"title": "Statistik untuk penelitian 2", "author": "Sugiyono", "year": "2010"}), Place()
        )
        is None
    )
