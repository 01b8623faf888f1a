"""Works read through others print as the guides say, in every style, at any depth."""

from __future__ import annotations

import pytest

from kb.citing.chains import ENGLISH, INDONESIAN, Terms, narrative, parenthetical
from kb.citing.csl_files import find_style
from kb.citing.secondary import cited
from kb.model.definition import Attribution, Hop
from kb.store.bibliography_entry import Entry
from kb.store.bibliography_read import read_bibliography
from tests.citing.printing import STYLES, shown
from tests.citing.secondary_cases import COUNT, Case, cases, expected

CASES: list[Case] = list(cases())


def entries(keys: set[str] | None = None) -> list[Entry]:
    sources = [source for case in CASES for source in (case.origin, *case.between, case.host)]
    text = "\n".join(source.entry for source in sources if keys is None or source.key in keys)
    return list(read_bibliography(text.encode(), "x.bib").entries)


def told(
    style: str, found: list[Attribution], forms: list[bool], listed: list[Entry], language: str = "id"
) -> list[str]:
    return [shown(runs) for runs in cited(found, forms, listed, find_style(style), language, others=entries())]


def test_there_are_thirty_different_cases() -> None:
    assert len(CASES) == COUNT == 30
    assert {len(case.between) for case in CASES} == {0, 1, 2}
    assert {case.origin.year is None for case in CASES} == {case.host.year is None for case in CASES} == {True, False}


@pytest.mark.parametrize("style", STYLES)
def test_thirty_secondary_citations_print_as_the_guides_say(style: str) -> None:
    listed = entries({case.host.key for case in CASES})
    found = told(style, [case.attribution for case in CASES], [case.narrative for case in CASES], listed)
    wanted = [expected(case, style, number) for number, case in enumerate(CASES, 1)]
    assert found == wanted


def hop(key: str, name: str, year: str | None, page: str | None = None, sure: str = "certain") -> Hop:
    return Hop(
        name,
        f"{name}-tertulis",
        "1900",
        year,
        page,
        key,
        sure,
        (),
        (name if sure == "certain" else f"{name}-tertulis",),
    )


class TestConfirmed:
    """By the confirmed entry; what is not confirmed as it was written."""

    BOOKS = read_bibliography(
        b"""@book{asli, author = {Asli, A.}, title = {Karya Asli}, publisher = {P}, year = {1994}}
@book{host, author = {Perantara, P.}, title = {Karya Perantara}, publisher = {P}, year = {2019}}""",
        "x.bib",
    ).entries

    def told(self, style: str, attribution: Attribution) -> str:
        listed = [self.BOOKS[1]]
        return shown(cited([attribution], [False], listed, find_style(style), others=self.BOOKS)[0])

    def test_a_confirmed_host_has_the_year_of_its_entry(self) -> None:
        found = self.told("apa", Attribution(hop("asli", "Asli", "1994"), (hop("host", "Perantara", "2019", "5"),)))
        assert found == "(Asli, 1994, dalam Perantara, 2019, hlm. 5)"

    def test_an_unconfirmed_one_stays_as_written(self) -> None:
        chain = Attribution(
            hop("asli", "Asli", "1994", None, "probable"), (hop("host", "Perantara", "2019", "5", "possible"),)
        )
        assert self.told("apa", chain) == "(Asli-tertulis, 1900, dalam Perantara-tertulis, 1900, hlm. 5)"

    def test_a_note_has_the_full_entry_only_of_what_is_confirmed(self) -> None:
        chain = Attribution(hop("asli", "Asli", "1994", None, "probable"), (hop("host", "Perantara", "2019", "5"),))
        assert self.told("catatan-kaki", chain) == (
            "Asli-tertulis, 1900, sebagaimana dikutip dalam P. Perantara, *Karya Perantara* (P, 2019), hlm. 5."
        )

    def test_only_the_host_stands_in_the_list_and_has_the_number(self) -> None:
        found = self.told("ieee", Attribution(hop("asli", "Asli", "1994"), (hop("host", "Perantara", "2019", "5"),)))
        assert found == "(Asli, 1994, sebagaimana dikutip dalam [1, hlm. 5])"

    def test_no_ibid_stands_for_a_note_of_two_works(self) -> None:
        chain = Attribution(hop("asli", "Asli", "1994"), (hop("host", "Perantara", "2019", "5"),))
        direct = Attribution(hop("host", "Perantara", "2019", "5"))
        runs = cited(
            [chain, direct, direct, chain], [False] * 4, [self.BOOKS[1]], find_style("catatan-kaki"), others=self.BOOKS
        )
        assert [shown(each) for each in runs] == [
            "A. Asli, *Karya Asli* (P, 1994), sebagaimana dikutip dalam P. Perantara, *Karya Perantara* (P, 2019), hlm. 5.",
            "Perantara, *Karya Perantara*, hlm. 5.",
            "*Ibid.*",
            "Asli, *Karya Asli*, sebagaimana dikutip dalam Perantara, *Karya Perantara*, hlm. 5.",
        ]

    def test_english_has_its_own_words(self) -> None:
        two = Hop("A & B", "A", "1994", None, None, None, None, (), ("Asli", "Baru"))
        chain = Attribution(two, (hop("host", "Perantara", "2019", "5-6"),))
        runs = cited([chain, chain], [False, True], [self.BOOKS[1]], find_style("apa"), "en")
        assert [shown(each) for each in runs] == [
            "(Asli & Baru, 1994, as cited in Perantara, 2019, pp. 5–6)",
            "Asli and Baru (1994, as cited in Perantara, 2019, pp. 5–6)",
        ]


class TestChainsWithoutEntries:
    """Author-date chains where no entry is asked for: the ledger's own form."""

    def hop(self, *names: str, year: str | None = None, page: str | None = None) -> Hop:
        return Hop(names[0], names[0], year, None, page, None, None, (), names)

    def test_a_year_that_nobody_gave_is_t_t(self) -> None:
        chain = Attribution(self.hop("Siporin"), (self.hop("Fahrudin", year="2014"),))
        assert parenthetical(chain) == "(Siporin, t.t., dalam Fahrudin, 2014)"

    def test_a_campus_may_put_pages_behind_a_colon(self) -> None:
        chain = Attribution(self.hop("Kerlinger"), (self.hop("Riswanto", year="2019", page="382"),))
        assert narrative(chain, Terms(page=":")) == "Kerlinger (t.t., dalam Riswanto, 2019: 382)"

    def test_three_names_below_the_limit_are_a_row(self) -> None:
        chain = Attribution(self.hop("A", "B", "C", year="2001"))
        assert parenthetical(chain, Terms(et_al_from=4)) == "(A, B, dan C, 2001)"
        assert parenthetical(chain, INDONESIAN) == "(A dkk., 2001)"

    def test_english_brackets_join_by_a_sign_and_sentences_by_a_word(self) -> None:
        chain = Attribution(self.hop("A", "B", year="2001"))
        assert (parenthetical(chain, ENGLISH), narrative(chain, ENGLISH)) == ("(A & B, 2001)", "A and B (2001)")
