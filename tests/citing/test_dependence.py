"""Numbers of what was read through others: shares, hosts, originals to look up, hosts older than their originals."""

from __future__ import annotations

from kb.citing.dependence import dependence
from kb.model.definition import Attribution, Hop
from kb.model.work import Work


def hop(name: str, year: str | None = None, key: str | None = None, sure: str = "certain") -> Hop:
    return Hop(name, name, year, year, None, key, sure if key else None, (), (name,))


HOST, OTHER, LATE = hop("Perantara", "2016", "host"), hop("Lain", "2010"), hop("Baru", "2018", "baru")


def test_nothing_cited_is_no_share() -> None:
    found = dependence([], {})
    assert (found.citations, found.secondary, found.share) == (0, 0, 0.0)


def test_the_share_counts_each_citation_once() -> None:
    found = dependence([Attribution(HOST), Attribution(hop("A"), (HOST,)), Attribution(hop("B"), (OTHER,))], {})
    assert (found.secondary, round(found.share, 2)) == (2, 0.67)


def test_hosts_stand_by_how_much_rests_on_them() -> None:
    found = dependence([Attribution(hop("A"), (OTHER,)), *(Attribution(hop(n), (HOST,)) for n in "BC")], {})
    assert [(host.name, host.times, host.originals) for host in found.hosts] == [
        ("Perantara", 2, ("B", "C")),
        ("Lain", 1, ("A",)),
    ]


def test_a_host_that_is_only_possibly_that_work_stands_apart() -> None:
    lan = hop("LAN", None, "host", "possible")
    found = dependence([Attribution(hop("A"), (HOST,)), Attribution(hop("A"), (lan,))], {})
    assert [host.name for host in found.hosts] == ["LAN", "Perantara"]


def test_what_was_held_somewhere_need_not_be_looked_up() -> None:
    work = Work("baru", "Book", title="Judul Baru")
    found = dependence(
        [Attribution(LATE, (HOST,)), Attribution(hop("A"), (HOST,)), Attribution(hop("A"))], {"baru": work}
    )
    assert [(each.name, each.title, each.hosts) for each in found.originals] == [("Baru", "Judul Baru", ("Perantara",))]


def test_a_host_older_than_its_original_is_named_once_at_any_depth() -> None:
    chain = Attribution(LATE, (HOST,))
    deep = Attribution(hop("Asli", "1990"), (hop("Satu", "2001"), hop("Tengah", "2005")))
    found = dependence([chain, chain, deep], {})
    assert [(o.original, o.original_year, o.host, o.host_year) for o in found.older] == [
        ("Baru", "2018", "Perantara", "2016"),
        ("Tengah", "2005", "Satu", "2001"),
    ]
