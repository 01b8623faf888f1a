"""Share of secondary sources, the hosts relied on most, originals to look up, hosts older than their originals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from kb.citing.years import whole_year
from kb.model.definition import Attribution, Hop
from kb.model.dependence import Dependence, HostUse, OlderHost, Original
from kb.model.work import Work

Identity = tuple[str, str]


def dependence(citations: Sequence[Attribution], works: Mapping[str, Work]) -> Dependence:
    """The numbers over citations, each counted once; `works` by citekey give titles of what has to be looked up."""
    through = [each for each in citations if each.via]
    return Dependence(
        len(citations), len(through), _hosts(through), _originals(citations, through, works), _older(through)
    )


def _hosts(through: Sequence[Attribution]) -> tuple[HostUse, ...]:
    groups: dict[Identity, list[Attribution]] = defaultdict(list)
    for each in through:
        groups[_identity(each.via[0])].append(each)
    found = [_host(group) for group in groups.values()]
    return tuple(sorted(found, key=lambda host: (-host.times, host.name)))


def _host(group: Sequence[Attribution]) -> HostUse:
    hops = [each.via[0] for each in group]
    named = next((hop for hop in hops if hop.confirmed), hops[0])
    originals = tuple(dict.fromkeys(_called(each.originator) for each in group))
    return HostUse(_name(named), _year(hops), named.citekey, len(group), originals)


def _originals(
    citations: Sequence[Attribution], through: Sequence[Attribution], works: Mapping[str, Work]
) -> tuple[Original, ...]:
    """What was never held: neither cited directly nor a host itself."""
    held = {_identity((each.via or (each.originator,))[0]) for each in citations}
    groups: dict[Identity, list[Attribution]] = defaultdict(list)
    for each in through:
        if _identity(each.originator) not in held:
            groups[_identity(each.originator)].append(each)
    found = [_original(group, works) for group in groups.values()]
    return tuple(sorted(found, key=lambda original: (-original.times, original.name)))


def _original(group: Sequence[Attribution], works: Mapping[str, Work]) -> Original:
    hops = [each.originator for each in group]
    named = next((hop for hop in hops if hop.confirmed), hops[0])
    work = works.get(named.citekey or "") if named.identification != "possible" else None
    hosts = tuple(dict.fromkeys(_name(each.via[0]) for each in group))
    return Original(_name(named), _year(hops), named.citekey, work.title if work else None, len(group), hosts)


def _older(through: Sequence[Attribution]) -> tuple[OlderHost, ...]:
    """Each step of a chain whose source is older than what it quotes, once."""
    found: list[OlderHost] = []
    for each in through:
        steps = (*each.via, each.originator)
        for host, original in pairwise(steps):
            host_year, year = whole_year(host.year or host.work_year), whole_year(original.year)
            if host_year and year and host_year < year:
                found.append(OlderHost(_name(original), str(year), _name(host), str(host_year)))
    return tuple(dict.fromkeys(found))


def _identity(hop: Hop) -> Identity:
    """One work by its key where it is likely that this work is meant; else by who and when."""
    likely = hop.citekey and hop.identification != "possible"
    return (hop.citekey or "", "") if likely else (_name(hop).casefold(), hop.year or "")


def _name(hop: Hop) -> str:
    return " & ".join(hop.short_names) if hop.confirmed and hop.short_names else hop.name


def _called(hop: Hop) -> str:
    return f"{_name(hop)} ({hop.year})" if hop.year else _name(hop)


def _year(hops: Sequence[Hop]) -> str | None:
    return next((hop.year for hop in hops if hop.confirmed and hop.year), None) or next(
        (hop.year for hop in hops if hop.year), None
    )
