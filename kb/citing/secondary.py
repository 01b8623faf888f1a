"""Citations with the sources they were read through, in any style: "X, sebagaimana dikutip dalam Y".

Citation styles (CSL) know nothing of a work read through another. So citeproc prints the source that was held, and what
it was held for is put before it, as the guides say:

- author-date: `(Anklam, 2007, dalam Fatwadi, 2019, hlm. 12)`, `Anklam (2007, dalam …)`: APA 7, 8.6; Chicago has "quoted
  in" (17th ed., 15.56), Harvard "cited in" (Cite Them Right).
- numbers: `(Anklam, 2007, sebagaimana dikutip dalam [3, hlm. 12])`: IEEE has no rule of its own; De Montfort University's
  guide names both in the text and numbers only the one that was read.
- notes: the original's full note, then `sebagaimana dikutip dalam`, then the host's: Chicago 17th ed., 14.260.

What is not confirmed is printed as it was written, never by the entry that may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kb.citing.chains import ENGLISH, INDONESIAN, Terms, flat, join_names, narrative, parenthetical
from kb.citing.csl_files import Style
from kb.citing.pandoc_document import CitationRequest
from kb.citing.style import printed
from kb.model.definition import Attribution, Hop
from kb.model.text import Run, Runs, plain
from kb.store.bibliography_entry import Entry
from kb.store.derived import Derived

_WITHIN = {
    "apa": ("dalam", "as cited in"),
    "harvard": ("dalam", "cited in"),
    "chicago": ("dikutip dalam", "quoted in"),
    "ieee": ("sebagaimana dikutip dalam", "as cited in"),
    "catatan-kaki": ("sebagaimana dikutip dalam", "quoted in"),
}
_LIKE = {"author-date": "apa", "numeric": "ieee", "note": "catatan-kaki"}
"""Whose wording a style takes that somebody else wrote."""

_BETWEEN = Entry("", "misc", {"title": "–"}, {}, 0, "")
"""Cited between two notes, so that none says "Ibid." of a note that names two works."""


def terms_of(style: Style, language: str) -> Terms:
    """The words in which chains are told in a style."""
    own = style.shipped or _LIKE[style.category]
    base = ENGLISH if language == "en" else INDONESIAN
    base = replace(base, within=_WITHIN.get(own, _WITHIN["apa"])[language == "en"])
    if own == "chicago":
        return replace(base, page="", et_al_from=4, bracketed="", before_year=" ")
    if own == "harvard":
        return replace(base, et_al_from=4, bracketed="", serial_comma=False)
    return base if own == "apa" else replace(base, bracketed="")


def cited(
    attributions: Sequence[Attribution],
    forms: Sequence[bool],
    listed: Sequence[Entry],
    style: Style,
    language: str = "id",
    kept: Derived | None = None,
    others: Sequence[Entry] = (),
) -> tuple[Runs, ...]:
    """Each attribution as its style prints it, in the order of the text; a form is True for the narrative one.

    `listed` is the reference list, whose numbers the citations carry; `others` are works that only hosts quote.
    """
    ways = _Ways(attributions, forms, listed, others, style, language)
    runs = printed(listed, style, language, ways.requests, kept, ways.unlisted).citations if ways.requests else ()
    return tuple(ways.told(place, runs) for place in range(len(attributions)))


class _Ways:
    """What has to be asked of citeproc for a row of attributions, and how the answers are put together."""

    def __init__(
        self, attributions: Sequence[Attribution], forms: Sequence[bool], listed: Sequence[Entry], others: Sequence[Entry],
        style: Style, language: str,
    ) -> None:  # fmt: skip
        self.attributions, self.forms, self.style = attributions, forms, style
        self.terms = terms_of(style, language)
        self.notes = style.category == "note"
        self.listed = {entry.key for entry in listed}
        self.unlisted = [entry for entry in others if entry.key not in self.listed] + ([_BETWEEN] if self.notes else [])
        self.known = self.listed | {entry.key for entry in self.unlisted}
        self.requests: list[CitationRequest] = []
        self.held = [self._ask_held(place) for place in range(len(attributions))]
        self.origins = [self._ask_origins(each) for each in attributions]

    def _ask_held(self, place: int) -> int | None:
        """Where citeproc's answer for the source in hand will stand, None where it is printed as written."""
        attribution = self.attributions[place]
        held, through = (attribution.via or (attribution.originator,))[0], bool(attribution.via)
        if held.citekey not in self.listed or not (held.confirmed or self.style.category != "author-date"):
            return None
        apart = through and self.notes
        return self._ask(held, narrative=self.forms[place] and not through, apart=apart)

    def _ask_origins(self, attribution: Attribution) -> list[int | None]:
        """In notes: the full notes of the originals, outermost first."""
        if not self.notes or not attribution.via:
            return []
        hops = (attribution.originator, *reversed(attribution.via[1:]))
        return [self._ask(hop, apart=True) if hop.confirmed and hop.citekey in self.known else None for hop in hops]

    def _ask(self, hop: Hop, narrative: bool = False, apart: bool = False) -> int:
        between = [CitationRequest("")] if apart else []
        self.requests += [*between, CitationRequest(hop.citekey or "", hop.locator, narrative), *between]
        return len(self.requests) - 1 - len(between)

    def told(self, place: int, answers: Sequence[Runs]) -> Runs:
        """One attribution in words."""
        attribution, in_sentence = self.attributions[place], self.forms[place]
        at = self.held[place]
        if at is None:
            return self._as_written(attribution, in_sentence)
        held = answers[at]
        if not attribution.via:
            return held
        if self.notes:
            return self._note(place, answers, held)
        terms = replace(self.terms, before_year=self._before_year(held))
        return _bracketed(attribution, held, in_sentence, terms)

    def _before_year(self, held: Runs) -> str:
        """What parts name and year, as the style itself does it in the host's citation."""
        if self.style.category != "author-date":
            return ", "
        return ", " if re.search(r", (?:\d{4}|t\.t\.|n\.d\.|no date)", plain(held)) else " "

    def _as_written(self, attribution: Attribution, in_sentence: bool) -> Runs:
        if self.notes:
            told = [flat(hop, self.terms) for hop in (attribution.originator, *reversed(attribution.via))]
            return (Run(f", {self.terms.within} ".join(told) + "."),)
        return (Run((narrative if in_sentence else parenthetical)(attribution, self.terms)),)

    def _note(self, place: int, answers: Sequence[Runs], held: Runs) -> Runs:
        attribution = self.attributions[place]
        hops = (attribution.originator, *reversed(attribution.via[1:]))
        told: list[Run] = []
        for hop, at in zip(hops, self.origins[place], strict=True):
            told += _without_stop(answers[at]) if at is not None else (Run(flat(hop, self.terms)),)
            told.append(Run(f", {self.terms.within} "))
        return _joined((*told, *held))


def _bracketed(attribution: Attribution, held: Runs, in_sentence: bool, terms: Terms) -> Runs:
    """Originators before the host's own citation, whose round brackets become those of the whole."""
    origin = attribution.originator
    hops = tuple(reversed(attribution.via[1:]))
    between = "".join(f", {terms.within} {flat(hop, terms)}" for hop in hops)
    inner = _without_brackets(held)
    if not in_sentence:
        return _joined((Run(f"({flat(origin, terms)}{between}, {terms.within} "), *inner, Run(")")))
    names = join_names(origin.short_names or (origin.name,), terms, others=origin.others)
    alone = flat(replace(origin, name="", short_names=("",), others=False), replace(terms, before_year=""))
    if inner != held:
        return _joined((Run(f"{names} ({alone}{between}, {terms.within} "), *inner, Run(")")))
    between = "".join(f", {terms.within} {narrative(Attribution(hop), terms)}" for hop in hops)
    return _joined((Run(f"{names} ({alone}){between}, {terms.within} "), *inner))


def _without_brackets(runs: Runs) -> Runs:
    text = plain(runs)
    if not (text.startswith("(") and text.endswith(")")):
        return runs
    first, last = runs[0], runs[-1]
    if len(runs) == 1:
        return (replace(first, text=first.text[1:-1]),)
    return (replace(first, text=first.text[1:]), *runs[1:-1], replace(last, text=last.text[:-1]))


def _without_stop(runs: Runs) -> Runs:
    """A note without its full stop, also where that stands inside the quotation marks of a title."""
    if not runs:
        return runs
    last = runs[-1].text
    shorter = re.sub(r"\.([”’]?)$", r"\1", last)
    return (*runs[:-1], replace(runs[-1], text=shorter)) if shorter else runs[:-1]


def _joined(runs: Sequence[Run]) -> Runs:
    joined: list[Run] = []
    for run in runs:
        if joined and (joined[-1].italic, joined[-1].bold) == (run.italic, run.bold):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    return tuple(joined)
