"""Printing author-date citations, secondary chains of any depth included.

Source of the form: APA 7, section 8.6 (secondary sources), with the Indonesian terms that campus guides ask for:
"dalam", "dan", "dkk.", "hlm.", "t.t." (for a work without a year).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.model.definition import Attribution, Hop
from kb.model.work import Work


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of a citation in one language, and from how many authors on only the first is named.

    `page` stands before a page; ":" means "2019: 12", nothing that the page stands alone. `bracketed` joins names inside
    brackets where they are joined otherwise there, `before_year` parts them from the year.
    """

    within: str = "dalam"
    conjunction: str = "dan"
    others: str = "dkk."
    page: str = "hlm."
    undated: str = "t.t."
    et_al_from: int = 3
    bracketed: str = ""
    before_year: str = ", "
    serial_comma: bool = True


INDONESIAN = Terms()
ENGLISH = Terms("as cited in", "and", "et al.", "p.", "n.d.", bracketed="&")
TERMS = {"id": INDONESIAN, "en": ENGLISH}


def parenthetical(attribution: Attribution, terms: Terms = INDONESIAN) -> str:
    """`(Anklam, 2007, dalam Fatwadi, 2019, hlm. 12)`."""
    return f"({flat(attribution.originator, terms)}{_through(attribution.via, terms)})"


def all_parenthetical(attributions: Sequence[Attribution], terms: Terms = INDONESIAN) -> str:
    """Several originators in one bracket; a host that they share is named once, after the last."""
    through = [_through(attribution.via, terms) for attribution in attributions]
    parts = [
        flat(attribution.originator, terms) + ("" if place + 1 < len(through) and through[place + 1] == via else via)
        for place, (attribution, via) in enumerate(zip(attributions, through, strict=True))
    ]
    return f"({'; '.join(parts)})"


def narrative(attribution: Attribution, terms: Terms = INDONESIAN) -> str:
    """`Anklam (2007, dalam Fatwadi, 2019, hlm. 12)`."""
    origin = attribution.originator
    inside = _with_page(origin.year or terms.undated, origin, terms)
    return f"{join_names(origin.short_names or (origin.name,), terms, others=origin.others)} ({inside}{_through(attribution.via, terms)})"


def cite_work(work: Work, terms: Terms = INDONESIAN) -> str:
    """`Murni (2016)`: a work named in a sentence."""
    return f"{work_names(work, terms)} ({work_year(work, terms)})"


def work_year(work: Work, terms: Terms = INDONESIAN) -> str:
    """The year as a citation prints it: `2019a` where the same authors have two works of 2019."""
    return f"{work.year}{work.letter}" if work.year else terms.undated


def work_names(work: Work, terms: Terms = INDONESIAN) -> str:
    """The names by which a work is cited; its title stands in where it has no author."""
    return (
        join_names([author.short for author in work.authors], terms, others=work.others) or work.title or work.citekey
    )


def flat(hop: Hop, terms: Terms = INDONESIAN) -> str:
    """`Fatwadi, 2019, hlm. 12`: one source as it stands inside brackets."""
    names = join_names(hop.short_names or (hop.name,), terms, terms.bracketed or terms.conjunction, hop.others)
    return _with_page(f"{names}{terms.before_year}{hop.year or terms.undated}", hop, terms)


def join_names(names: Sequence[str], terms: Terms = INDONESIAN, conjunction: str = "", others: bool = False) -> str:
    """`Kilduff dan Tsai`; from `et_al_from` names on, and where `others` are unnamed, `Cross dkk.`."""
    if len(names) >= terms.et_al_from or (names and others):
        return f"{names[0]} {terms.others}"
    if len(names) < 2:
        return "".join(names)
    *first, last = names
    comma = "," if len(first) > 1 and terms.serial_comma else ""
    return f"{', '.join(first)}{comma} {conjunction or terms.conjunction} {last}"


def _through(via: Sequence[Hop], terms: Terms) -> str:
    """The sources between, from the originator's side to the one that was held."""
    return "".join(f", {terms.within} {flat(hop, terms)}" for hop in reversed(via))


def _with_page(text: str, hop: Hop, terms: Terms) -> str:
    if not hop.locator:
        return text
    if terms.page == ":":
        return f"{text}: {hop.locator}"
    several = terms.page == "p." and any(dash in hop.locator for dash in "-–,")
    return f"{text}, {'pp.' if several else terms.page} {hop.locator}".replace(",  ", ", ")
