"""What the prior studies share with this one and where they differ, taken together; nothing from what is unread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kb.citing.chains import Terms, cite_work
from kb.model.narrative import Paragraph
from kb.model.passage import Passage
from kb.model.similarity import FacetComparison
from kb.model.study import FacetValue, Study
from kb.review.clauses import Clause, Manner, join, say, value_list
from kb.review.comparison import facet_comparisons, facet_words
from kb.review.grammar import GRAMMARS
from kb.review.numerals import all_of, cardinal, series
from kb.review.sentences import SETTING
from kb.review.source_words import flat, is_ground
from kb.review.telling import TELLINGS
from kb.store.library import Library

_NAMED, _MOST_SETTINGS = 5, 4
Group = tuple[str, ...]
Pair = tuple[FacetValue, FacetValue]


@dataclass(slots=True)
class _Told:
    """Sentences with the facets and passages they rest on."""

    sentences: list[str] = field(default_factory=list)
    facets: dict[str, None] = field(default_factory=dict)
    passages: dict[Passage, None] = field(default_factory=dict)

    def add(self, sentence: str, values: Sequence[FacetValue]) -> None:
        self.sentences.append(sentence[:1].upper() + sentence[1:])
        self.facets |= dict.fromkeys(value.facet for value in values)
        self.passages |= dict.fromkeys(value.passage for value in values if value.passage)

    def paragraph(self, kind: str) -> Paragraph:
        return Paragraph(kind, " ".join(self.sentences), None, tuple(self.facets), tuple(self.passages))  # type: ignore[arg-type]


class Synthesis:
    """One review's studies against the focal one, grouped by what is the same to say of them."""

    def __init__(self, library: Library, chosen: Sequence[Study], language: str, terms: Terms) -> None:
        self.library, self.chosen, self.language, self.terms = library, chosen, language, terms
        self.grammar, self.telling = GRAMMARS[language], TELLINGS[language]
        self.labels = facet_words(library, language)
        self.future = library.configuration.tense == "proposal"
        self.found = {study.id: facet_comparisons(library, study) for study in chosen}
        self.by_id = {study.id: study for study in chosen}

    # --- what is shared -------------------------------------------------------------------------------------------
    def shared(self) -> Paragraph:
        """First what all share, then what some do, then what a reader maps, last what they are good for."""
        told = _Told()
        groups = self._grouped(lambda c: [pair for pair in c.shared if c.outcome != "both-absent" and not _read(pair)])
        several = [item for item in groups.items() if len(item[0]) > 1 or len(item[0]) == len(self.chosen)]
        for turn, (group, pairs) in enumerate(sorted(several, key=lambda item: (_place_only(item[1]), -len(item[0])))):
            everyone = len(group) == len(self.chosen)
            frames = self.telling.shared_by_some
            frame = self.telling.shared_by_all if everyone else frames[turn % len(frames)]
            text = frame.format(who=self._who(group), does=self._does(pairs, Manner(plural=True)))
            told.add(text, [value for pair in pairs for value in pair])
        single = [item for item in groups.items() if item not in several]
        if single:
            each = [f"{self._who(group)} {self._does(pairs, Manner())}" for group, pairs in single]
            told.add(
                self.telling.shared_by_one.format(each=self._list(each)), [v for _, ps in single for p in ps for v in p]
            )
        for group, pairs in self._grouped(lambda c: [p for p in c.shared if _read(p) and c.facet != "aspect"]).items():
            frame = self.grammar.of_facet[1 if len(pairs) > 1 else 0]
            for facet, values in _by_facet([mine for mine, _ in pairs]).items():
                said = frame.format(facet=self.labels.get(facet, facet), v=value_list(self.grammar, values))
                told.add(
                    self.telling.shared_reading.format(who=self._who(group), values=said), [v for p in pairs for v in p]
                )
        self._relevance(told)
        return told.paragraph("shared")

    def _does(self, pairs: Sequence[Pair], manner: Manner) -> str:
        mine = _by_facet([mine for mine, _ in pairs])
        return join(self.grammar, [clause for facet, own in mine.items() for clause in self._say(facet, own, manner)])

    def _relevance(self, told: _Told) -> None:
        common = self.common_relevance()
        if common:
            why = flat(common[0].text or "")
            if common[0].language != self.language:
                frame = self.telling.relevant_all_quoted
            else:
                ground = self.language == "en" or is_ground(why)
                frame = self.telling.relevant_all if ground else self.telling.relevant_all_as
            told.add(frame.format(who=self._who(tuple(self.by_id)), why=why), common)

    def common_relevance(self) -> tuple[FacetValue, ...]:
        """The relevance that every study has in the same words: it is told once, of all of them."""
        each = [{v.key: v for v in s.facets.get("relevance", ()) if v.basis == "stated"} for s in self.chosen]
        if len(each) < 2:
            return ()
        common = next((key for key in each[0] if all(key in one for one in each)), None)
        return tuple(one[common] for one in each) if common else ()

    # --- where they differ ----------------------------------------------------------------------------------------
    def differences(self) -> Paragraph:
        """What only one side has, then other values, then who and where; aspects are the gap's."""
        told = _Told()
        self._one_sided(told, "not-mentioned", False)
        self._one_sided(told, "absent", False)
        for facet in self.labels:
            if facet not in (*SETTING, "aspect"):
                self._apart(told, facet)
        self._one_sided(told, "not-mentioned", True)
        self._settings(told)
        return told.paragraph("differences")

    def _one_sided(self, told: _Told, outcome: str, whole: bool) -> None:
        def pairs(c: FacetComparison) -> list[tuple[FacetValue, FacetValue]]:
            named = any(value.key for value in c.only_theirs)
            if c.outcome != outcome or named == whole or not any(v.state == "stated" for v in c.only_ours):
                return []
            if whole and c.facet in told.facets:
                return []
            return [(mine, c.only_theirs[0]) for mine in c.only_ours]

        for group, found in self._grouped(pairs).items():
            values = _by_facet([mine for mine, _ in found])
            clauses = [c for facet, own in values.items() for c in self._say(facet, own, Manner(alone=True))]
            labels = [self.labels.get(facet, facet) for facet in values]
            if outcome == "absent":
                frame = self.grammar.absent if len(found) == 1 else self.grammar.absent_all
            else:
                frame = self.grammar.not_named if whole else self.grammar.not_mentioned
            same = join(self.grammar, [c for f, own in values.items() for c in self._say(f, own, Manner(plural=True))])
            text = frame.format(
                a=self.grammar.this_study,
                b=self._who(group),
                vps=join(self.grammar, clauses, future=self.future),
                it=self.grammar.pronouns[min(len(found), 3) - 1],
                facets=series(labels, self.language),
                same=same,
            )
            told.add(self._agreeing(text, group), [value for pair in found for value in pair])

    def _agreeing(self, text: str, group: Group) -> str:
        """English verbs of the frames after several studies."""
        if self.language != "en" or len(group) < 2:
            return text
        for one, many in ((" does not mention", " do not mention"), (" does not name its", " do not name their"),
                          (" states that it does not", " state that they do not")):  # fmt: skip
            text = text.replace(one, many)
        return text

    def _apart(self, told: _Told, facet: str) -> None:
        """Studies whose values of a facet are all others than ours, those with the same values together."""
        groups: dict[tuple[str, ...], list[str]] = {}
        sides: dict[tuple[str, ...], FacetComparison] = {}
        for study, found in self.found.items():
            for c in found:
                if c.facet == facet and c.outcome == "disjoint":
                    key = tuple(sorted(value.key for value in c.only_theirs))
                    groups.setdefault(key, []).append(study)
                    sides[key] = c
        if not groups:
            return
        first = next(iter(sides.values()))
        ours = join(self.grammar, self._say(facet, first.only_ours, Manner()), future=self.future)
        theirs = [
            f"{self._who(tuple(group))} {join(self.grammar, self._say(facet, sides[key].only_theirs, Manner(plural=len(group) > 1)))}"
            for key, group in groups.items()
        ]
        text = self.grammar.pair.format(a=self.grammar.this_study, vp_a=ours, b="", vp_b=self._list(theirs))
        text = " ".join(text.split()).removesuffix(".") + self._silent(facet) + "."
        told.add(text, [*first.only_ours, *(v for c in sides.values() for v in c.only_theirs)])

    def _silent(self, facet: str) -> str:
        """The studies that name nothing of the facet, behind those that name something else."""
        group = tuple(
            study
            for study, found in self.found.items()
            for c in found
            if c.facet == facet and c.outcome == "not-mentioned" and not any(value.key for value in c.only_theirs)
        )
        if not group:
            return ""
        return self._agreeing(self.telling.not_named.format(facet=self.labels[facet], who=self._who(group)), group)

    def _settings(self, told: _Told) -> None:
        """Who and where, in one sentence: place alone is no difference that counts, so it comes last."""
        different = {
            study: [c for c in found if c.facet in SETTING and c.outcome == "disjoint"]
            for study, found in self.found.items()
        }
        studies = [study for study, found in different.items() if found]
        if not studies:
            return
        values = [value for study in studies for c in different[study] for value in (*c.only_ours, *c.only_theirs)]
        facets = [facet for facet in SETTING if any(c.facet == facet for study in studies for c in different[study])]
        what = series([self.labels[facet] for facet in facets], self.language)
        own = {
            c.facet: c.only_ours for study in studies for c in self.found[study] if c.facet in SETTING and c.only_ours
        }
        ours = f"{self.grammar.this_study} {self._setting(own)}"
        if len(studies) > _MOST_SETTINGS:
            number = cardinal(len(studies), self.language)
            told.add(self.telling.settings_many.format(what=what, n=number, ours=ours), values)
            return
        each = []
        for study in studies:
            theirs = {c.facet: c.only_theirs for c in self.found[study] if c.facet in SETTING and c.only_theirs}
            each.append(f"{self._who((study,))} {self._setting(theirs)}")
        told.add(self.telling.settings.format(what=what, each=self._list(each), ours=ours), values)

    def _setting(self, values: dict[str, tuple[FacetValue, ...]]) -> str:
        who, where = values.get("subjects"), values.get("location")
        if who and where:
            said = join(self.grammar, self._say("subjects", who, Manner()))
            return f"{said} {self.grammar.at} {value_list(self.grammar, where)}"
        facet = "subjects" if who else "location"
        return join(self.grammar, self._say(facet, who or where or (), Manner()))

    # --- words ----------------------------------------------------------------------------------------------------
    def _say(self, facet: str, values: Sequence[FacetValue], manner: Manner) -> tuple[Clause, ...]:
        plural = manner.plural and self.language == "en"
        how = Manner(plural=plural, alone=manner.alone, quantitative=manner.quantitative)
        return say(self.grammar, facet, values, self.labels.get(facet, facet), how)

    def _list(self, clauses: list[str]) -> str:
        """Clauses in a row; semicolons part those that hold commas or an "and" of their own."""
        nested = any(f" {self.grammar.and_} " in clause or ", " in clause for clause in clauses)
        if nested and len(clauses) > 1:
            return f"{'; '.join(clauses[:-1])}; {self.grammar.and_} {clauses[-1]}"
        return series(clauses, self.language)

    def _who(self, group: Group) -> str:
        """The studies of a group: all of them by their number, few by name, many by number and some names."""
        if len(group) == len(self.chosen) and len(group) > 1:
            return self.telling.all_of.format(all=all_of(len(group), self.language))
        if len(group) == len(self.chosen):
            return self.telling.only_one
        names = [self._cite(study) for study in group]
        if len(names) > _NAMED:
            some = series(names[:3], self.language, self._between(names[:3]))
            return self.telling.several.format(n=cardinal(len(names), self.language), names=some)
        frame = self.telling.studies_of[1 if len(names) > 1 else 0]
        return frame.format(names=series(names, self.language, self._between(names)))

    def _between(self, names: Sequence[str]) -> str | None:
        """What joins names of which one is already two: "Sari (2018) serta Nur dan Putri (2021)"."""
        return self.grammar.and_between if any(f" {self.grammar.and_} " in name for name in names) else None

    def _cite(self, study: str) -> str:
        work = self.by_id[study].work
        return cite_work(work, self.terms) if work else self.by_id[study].label

    def _grouped(self, pairs_of: Callable[[FacetComparison], Sequence[Pair]]) -> dict[Group, list[Pair]]:
        """Pairs of values (ours, theirs) by the studies that have the same of ours."""
        having: dict[tuple[str, str], dict[str, tuple[FacetValue, FacetValue]]] = {}
        for study, found in self.found.items():
            for comparison in found:
                for pair in pairs_of(comparison):
                    having.setdefault((comparison.facet, pair[0].key), {})[study] = pair
        groups: dict[Group, list[tuple[FacetValue, FacetValue]]] = {}
        for pairs in having.values():
            groups.setdefault(tuple(pairs), []).append(next(iter(pairs.values())))
        return groups


def _place_only(pairs: Sequence[Pair]) -> bool:
    """To share a place is the least that studies can share; it is said after the rest."""
    return all(mine.facet == "location" for mine, _ in pairs)


def _read(pair: tuple[FacetValue, FacetValue]) -> bool:
    return any(value.basis == "interpreted" for value in pair)


def _by_facet(values: Sequence[FacetValue]) -> dict[str, list[FacetValue]]:
    found: dict[str, list[FacetValue]] = {}
    for value in values:
        found.setdefault(value.facet, []).append(value)
    return found
