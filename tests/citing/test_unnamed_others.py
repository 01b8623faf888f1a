"""A work whose bibliography ends its names with "and others" says so wherever it is cited."""

from __future__ import annotations

import pytest

from kb.citing.chains import ENGLISH, INDONESIAN, cite_work, narrative, parenthetical, work_names
from kb.model.definition import Attribution, Hop
from kb.model.work import Author, Work

SARI, BUDI = Author("Dewi Sari", "Sari", "Dewi"), Author("Budi")


@pytest.mark.parametrize(
    ("authors", "others", "indonesian", "english"),
    [
        ((SARI,), True, "Sari dkk. (2019)", "Sari et al. (2019)"),
        ((SARI, BUDI), True, "Sari dkk. (2019)", "Sari et al. (2019)"),
        ((SARI, BUDI), False, "Sari dan Budi (2019)", "Sari and Budi (2019)"),
        ((SARI,), False, "Sari (2019)", "Sari (2019)"),
        ((), True, "Judul (2019)", "Judul (2019)"),  # nobody named: nobody else either
    ],
)
def test_a_work_is_cited_with_its_unnamed_authors(
    authors: tuple[Author, ...], others: bool, indonesian: str, english: str
) -> None:
    work = Work("sari2019", "Book", authors, "2019", "Judul", others=others)
    assert (cite_work(work, INDONESIAN), cite_work(work, ENGLISH)) == (indonesian, english)
    assert work_names(work) == indonesian.removesuffix(" (2019)")


def test_a_chain_names_them_too() -> None:
    hop = Hop("Dewi Sari", "Sari", None, "2019", None, "sari2019", "certain", short_names=("Sari",), others=True)
    assert narrative(Attribution(hop)) == "Sari dkk. (2019)"
    assert parenthetical(Attribution(hop), ENGLISH) == "(Sari et al., 2019)"
