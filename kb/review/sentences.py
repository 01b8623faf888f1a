"""From meaning to sentences: facets of one kind joined, no doubled words, each clause with what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kb.model.passage import Passage
from kb.model.similarity import FacetComparison
from kb.model.study import FacetValue, Sentence
from kb.review.clauses import Clause, Manner, join, say, value_list, value_name
from kb.review.grammar import Grammar
from kb.review.numerals import cardinal, series

SETTING = ("subjects", "location")
"""Facets that are said last, in one clause: who, where."""
_LONGEST_QUOTE = 10
_CLAUSES = 3


@dataclass(frozen=True, slots=True)
class Naming:
    """What the sentences call things: the prior study's citation and bare name, facets, and whose aspects they are.

    `synonyms` are the other names of a value, by its id and in lower case; in a proposal this study is `future`.
    """

    citation: str
    name: str
    facet_labels: Mapping[str, str]
    aspect_owner: str = ""
    quantitative: bool = False
    synonyms: Mapping[str, Collection[str]] = field(default_factory=dict)
    future: bool = False


class Speaker:
    """Says one comparison; the year of the prior study is given at its first mention only."""

    def __init__(self, grammar: Grammar, naming: Naming, emphasise: Callable[[str], str]) -> None:
        self.grammar, self.naming, self.emphasise = grammar, naming, emphasise
        self.mentioned = False
        self.spoken: list[Sentence] = []

    # --- similarities ---------------------------------------------------------------------------------------------
    def similarities(self, found: Sequence[FacetComparison]) -> tuple[Sentence, ...]:
        """What both have in common."""
        self._shared([c for c in found if c.shared and c.outcome != "both-absent" and not _only_read(c)])
        for comparison in found:
            if comparison.shared and comparison.outcome != "both-absent" and _only_read(comparison):
                self._corresponds(comparison)
        for comparison in found:
            for mine, other, ours_is_narrower in comparison.kinds:
                self._kind(comparison, mine, other, ours_is_narrower)
        self._both_absent([c for c in found if c.outcome == "both-absent"])
        return tuple(self.spoken)

    def _shared(self, found: list[FacetComparison]) -> None:
        for start in range(0, len(found), _CLAUSES):
            group = found[start : start + _CLAUSES]
            plural = Manner(plural=True, quantitative=self.naming.quantitative)
            phrases = [
                clause for c in group for clause in self._say_of(c.facet, [mine for mine, _ in c.shared], plural)
            ]
            joined = join(self.grammar, phrases, self._called(group))
            if start:
                text = self.grammar.both_again.format(vps=joined)
            else:
                text = self.grammar.both.format(ours=self.grammar.this_study, theirs=self._study(), vps=joined)
            self._say(text, group, [value for c in group for pair in c.shared for value in pair])

    def _called(self, group: Sequence[FacetComparison]) -> dict[str, str]:
        """For facets whose value the prior study calls by another name: what to add after it."""
        added: dict[str, str] = {}
        frame = self.grammar.called if len(group) == 1 else self.grammar.called_inside
        for comparison in group:
            for _mine, theirs in comparison.shared:
                word = (theirs.text or "").strip()
                if word.replace("*", "").casefold() in self.naming.synonyms.get(theirs.value or "", ()):
                    added[comparison.facet] = frame.format(name=self.naming.name, word=word)
        return added

    def _corresponds(self, comparison: FacetComparison) -> None:
        theirs = [other for _, other in comparison.shared]
        ours = [mine for mine, _ in comparison.shared]
        frame = self.grammar.of_facet[1 if len(ours) > 1 else 0]
        facet = self.naming.facet_labels.get(comparison.facet, comparison.facet)
        text = self.grammar.corresponds.format(
            a=self.grammar.this_study,
            b=self._study(),
            values=frame.format(facet=facet, v=value_list(self.grammar, ours)),
            quotes=self._quotes(theirs),
            examined=self.grammar.examined[1 if self.naming.future else 0],
        )
        self._say(text, [comparison], [v for pair in comparison.shared for v in pair])

    def _quotes(self, values: Sequence[FacetValue]) -> str:
        said = [value.text or "" for value in values]
        short = [text for text in dict.fromkeys(said) if text and len(text.split()) <= _LONGEST_QUOTE]
        own = {label.casefold() for value in values for label in value.labels.values()}
        short = [text for text in short if text.replace("*", "").casefold() not in own]
        return (
            self.grammar.quotes.format(list=series([f"“{t}”" for t in short], self.grammar.language)) if short else ""
        )

    def _kind(self, comparison: FacetComparison, mine: FacetValue, other: FacetValue, ours: bool) -> None:
        ends = (value_name(mine, self.grammar.language), value_name(other, self.grammar.language))
        studies = (self.grammar.this_study, self._study())
        (narrow, broad), (a, b) = (ends, studies) if ours else (ends[::-1], studies[::-1])
        self._say(self.grammar.kind.format(narrow=narrow, broad=broad, a=a, b=b), [comparison], [mine, other])

    def _both_absent(self, found: list[FacetComparison]) -> None:
        if not found:
            return
        phrases = [clause for c in found for clause in self._say_of(c.facet, [mine for mine, _ in c.shared])]
        vps = join(self.grammar, phrases, conjunction=self.grammar.nor)
        text = self.grammar.both_absent.format(ours=self.grammar.this_study, theirs=self._study(), vps=vps)
        self._say(text, found, [value for c in found for pair in c.shared for value in pair])

    # --- differences ----------------------------------------------------------------------------------------------
    def differences(self, found: Sequence[FacetComparison]) -> tuple[Sentence, ...]:
        """Where they differ: focus and theory, aspects, approach and the rest, who and where last."""
        order = {"topic": 0, "theory": 1}
        plain = [c for c in found if c.facet not in SETTING and c.facet != "aspect"]
        first = [c for c in plain if order.get(c.facet) is not None]
        rest = [c for c in plain if order.get(c.facet) is None]
        self._one_sided([c for c in found if c.outcome in ("not-mentioned", "absent")])
        self._pairs([c for c in first if c.outcome == "disjoint"])
        for comparison in found:
            if comparison.facet == "aspect" and comparison.outcome in ("overlap", "disjoint"):
                self._aspects(comparison)
        self._pairs([c for c in rest if c.outcome == "disjoint"])
        self._remainders([c for c in found if c.outcome == "overlap" and c.facet != "aspect"])
        told = [c for c in found if c.facet == "location" and c.outcome == "unread"]
        self._setting([c for c in found if c.facet in SETTING and c.outcome == "disjoint"], told)
        return tuple(self.spoken)

    def _one_sided(self, found: list[FacetComparison]) -> None:
        """What one states and the other denies or does not mention, grouped by side and kind."""
        for outcome in ("not-mentioned", "absent"):
            for ours in (True, False):
                group = [c for c in found if c.outcome == outcome and _ours_states(c) == ours]
                if group:
                    self._one_side(group, outcome, ours)

    def _one_side(self, group: list[FacetComparison], outcome: str, ours: bool) -> None:
        stated = [c.only_ours if ours else c.only_theirs for c in group]
        alone = Manner(alone=True)
        phrases = [clause for c, v in zip(group, stated, strict=True) for clause in self._say_of(c.facet, v, alone)]
        a, b = (self.grammar.this_study, self._study()) if ours else (self._study(), self.grammar.this_study)
        vps = self._of_ours(phrases) if ours else join(self.grammar, phrases)
        frame, it, facets = self._denial(group, stated, outcome, ours)
        text = frame.format(a=a, b=b, vps=vps, it=it, facets=facets, same=self._denied(group, stated))
        self._say(text, group, [v for c in group for v in (*c.only_ours, *c.only_theirs)])

    def _denial(
        self, group: list[FacetComparison], stated: Sequence[Sequence[FacetValue]], outcome: str, ours: bool
    ) -> tuple[str, str, str]:
        """The frame, the pronoun for what is stated, and the facets where the other side names nothing of them at all."""
        count = min(sum(len(values) for values in stated), 3)
        silent = [value for c in group for value in (c.only_theirs if ours else c.only_ours)]
        labels = [self.naming.facet_labels.get(c.facet, c.facet) for c in group]
        if outcome == "absent":
            frame = self.grammar.absent if count == 1 else self.grammar.absent_all
        else:
            whole = not any(value.key for value in silent)
            frame = self.grammar.not_named if whole else self.grammar.not_mentioned
        return frame, self.grammar.pronouns[count - 1], series(labels, self.grammar.language)

    def _denied(self, group: list[FacetComparison], stated: Sequence[Sequence[FacetValue]]) -> str:
        """What one side says that it does not do: the other's verb and object again."""
        plain = Manner(plural=self.grammar.language == "en")
        clauses = [clause for c, v in zip(group, stated, strict=True) for clause in self._say_of(c.facet, v, plain)]
        return join(self.grammar, clauses)

    def _pairs(self, found: list[FacetComparison]) -> None:
        for start in range(0, len(found), 2):
            group = found[start : start + 2]
            ours = self._of_ours([clause for c in group for clause in self._say_of(c.facet, c.only_ours)])
            theirs = join(self.grammar, [clause for c in group for clause in self._say_of(c.facet, c.only_theirs)])
            text = self.grammar.pair.format(a=self.grammar.this_study, vp_a=ours, b=self._study(), vp_b=theirs)
            self._say(text, group, [v for c in group for v in (*c.only_ours, *c.only_theirs)])

    def _aspects(self, comparison: FacetComparison) -> None:
        ours = [mine for mine, _ in comparison.shared] + list(comparison.only_ours)
        theirs = [other for _, other in comparison.shared]
        interpreted = any(v.basis == "interpreted" for v in (*theirs, *comparison.only_theirs))
        if not comparison.shared:
            self._pairs([comparison])
            return
        if not comparison.only_ours:
            self._remainders([comparison])
            return
        verb = self.grammar.phrases["aspect"]
        frame = self.grammar.counted_interpreted if interpreted else self.grammar.counted_stated
        rest = frame.format(b=self._study(), m=cardinal(len(theirs), self.grammar.language))
        rest += self._beside(comparison, interpreted)
        text = self.grammar.counted.format(
            a=self.grammar.this_study,
            examines=self._of_ours([Clause(verb.verb, "", "aspect", verb.plural or verb.verb)]).strip(),
            n=cardinal(len(ours), self.grammar.language),
            facet=self.naming.facet_labels.get(comparison.facet, comparison.facet),
            owner=self.naming.aspect_owner,
            rest=rest,
        )
        self._say(text, [comparison], [*ours, *theirs, *comparison.only_theirs])

    def _beside(self, comparison: FacetComparison, interpreted: bool) -> str:
        """Aspects of the prior study that this one does not take."""
        objects = [clause.object for clause in self._say_of(comparison.facet, comparison.only_theirs)]
        frame = self.grammar.beside[1 if interpreted else 0]
        return frame.format(v=series(objects, self.grammar.language)) if objects else ""

    def _remainders(self, found: Sequence[FacetComparison]) -> None:
        """What each has beside the values that they share; facets in which only one side has more go together."""
        for comparison in found:
            if comparison.only_ours and comparison.only_theirs:
                ours = self._of_ours(self._say_of(comparison.facet, comparison.only_ours), also=True)
                theirs = join(self.grammar, self._say_of(comparison.facet, comparison.only_theirs), also=True)
                text = self.grammar.pair.format(a=self.grammar.this_study, vp_a=ours, b=self._study(), vp_b=theirs)
                self._say(text, [comparison], [*comparison.only_ours, *comparison.only_theirs])
        for ours_has in (True, False):
            more = [c for c in found if (c.only_ours if ours_has else c.only_theirs)]
            self._more([c for c in more if not (c.only_ours and c.only_theirs)], ours_has)

    def _more(self, found: Sequence[FacetComparison], ours: bool) -> None:
        for start in range(0, len(found), _CLAUSES):
            group = found[start : start + _CLAUSES]
            values = [c.only_ours if ours else c.only_theirs for c in group]
            clauses = [clause for c, v in zip(group, values, strict=True) for clause in self._say_of(c.facet, v)]
            said = self._of_ours(clauses, also=True) if ours else join(self.grammar, clauses, also=True)
            self._say(
                f"{self.grammar.this_study if ours else self._study()} {said}.", group, [v for g in values for v in g]
            )

    def _setting(self, found: list[FacetComparison], told: list[FacetComparison]) -> None:
        """Who and where; a place that only one side states (`told`) goes with that side's people."""
        if not found:
            return
        ours = self._where([(c.facet, c.only_ours) for c in (*found, *told)])
        theirs = self._where([(c.facet, c.only_theirs) for c in (*found, *told)])
        text = self.grammar.pair.format(a=self._study(), vp_a=theirs, b=self.grammar.this_study, vp_b=ours)
        self._say(text, found, [v for c in found for v in (*c.only_ours, *c.only_theirs)])

    def _where(self, parts: Iterable[tuple[str, Sequence[FacetValue]]]) -> str:
        """Who and where in one clause: "berkenaan dengan X di Y"."""
        said = dict(parts)
        who, where = said.get("subjects"), said.get("location")
        if who and where:
            subjects = join(self.grammar, self._say_of("subjects", who))
            return f"{subjects} {self.grammar.at} {value_list(self.grammar, where)}"
        facet = "subjects" if who else "location"
        return join(self.grammar, self._say_of(facet, who or where or ()))

    # --- words ----------------------------------------------------------------------------------------------------
    def _study(self) -> str:
        frame = self.grammar.again if self.mentioned else self.grammar.study
        name = self.naming.name if self.mentioned else self.naming.citation
        self.mentioned = True
        return frame.format(name=name)

    def _say_of(self, facet: str, values: Sequence[FacetValue], manner: Manner | None = None) -> tuple[Clause, ...]:
        how = manner or Manner(quantitative=self.naming.quantitative)
        return say(self.grammar, facet, values, self.naming.facet_labels.get(facet, facet), how)

    def _of_ours(self, clauses: Sequence[Clause], *, also: bool = False) -> str:
        """What this study does, or will do."""
        return join(self.grammar, clauses, future=self.naming.future, also=also)

    def _say(self, text: str, group: Sequence[FacetComparison], values: Sequence[FacetValue]) -> None:
        passages: list[Passage] = []
        for value in values:
            if value.passage and value.passage not in passages:
                passages.append(value.passage)
        interpreted = any(value.basis == "interpreted" and value.state == "stated" for value in values)
        self.spoken.append(
            Sentence(
                text=self.emphasise(text[:1].upper() + text[1:]),
                origin="computed",
                facets=tuple(comparison.facet for comparison in group),
                basis="interpreted" if interpreted else "stated",
                passages=tuple(passages),
            )
        )


def _only_read(comparison: FacetComparison) -> bool:
    """Whether what is shared rests on a reader's mapping of the prior study: then it only corresponds."""
    return any(theirs.basis == "interpreted" for _, theirs in comparison.shared)


def _ours_states(comparison: FacetComparison) -> bool:
    return any(value.state == "stated" for value in comparison.only_ours)
