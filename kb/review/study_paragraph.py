"""One study told in a paragraph: only what is stated, with what a reader mapped said as such."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.citing.chains import Terms, cite_work, work_names
from kb.model.narrative import Paragraph
from kb.model.study import FacetValue, Study
from kb.queries.work_kinds import work_kinds
from kb.review.cells import as_sentence
from kb.review.clauses import Clause, Manner, join, say, value_list
from kb.review.comparison import facet_words, synonyms
from kb.review.grammar import GRAMMARS
from kb.review.numerals import series
from kb.review.order import relied_on
from kb.review.similarity import NARRATIVE_FACETS, distinct
from kb.review.source_words import (
    aim_of,
    continued,
    finding_of,
    fits,
    flat,
    is_doing,
    is_ground,
    ordinary_words,
    seen_from_here,
)
from kb.review.telling import TELLINGS
from kb.store.library import Library

_OWN_SENTENCE = frozenset({"topic", "aspect", "subjects", "location", "data-collection", "analysis", "sampling"})
_METHOD = ("theory", "approach", "design")
_RESULT = re.compile(
    r"(?:hasil(?:nya)?(?: dan pembahasan)? (?:penelitian|analisis|kajian|studi|riset|uji|pengujian|ini|itu|tersebut|yang|dari|menunjukkan"
    r"|wawancara|observasi|pengamatan)|temuan|(?:the )?(?:results|findings))\b",
    re.IGNORECASE,
)
_THESES = frozenset({"BachelorsThesis", "MastersThesis", "DoctoralThesis"})


class StudyTeller:
    """Tells one study; `place` of `count` chooses among the frames, so that neighbours do not sound alike."""

    def __init__(self, library: Library, study: Study, place: int, count: int, language: str, terms: Terms) -> None:
        self.library, self.language, self.place, self.count = library, language, place, count
        self.study, self.terms = relied_on(library, study), terms
        self.telling, self.grammar = TELLINGS[language], GRAMMARS[language]
        self.labels, self.used = facet_words(library, language), list[FacetValue]()
        work = study.work
        self.cite = cite_work(work, terms) if work else study.label
        self.name = work_names(work, terms) if work else study.label

    def paragraph(self, skip: Sequence[str] = ()) -> Paragraph:
        """The study in a paragraph, without the facets of `skip`, which are told elsewhere."""
        sentences = [
            *self._opening(),
            *self._aim(),
            *self._method(),
            *self._people(),
            *self._data(),
            *self._own(),
            *self._findings(),
            *self._limits(),
            *self._readings(),
            *(self._relevance() if "relevance" not in skip else ()),
        ]
        passages = dict.fromkeys(value.passage for value in self.used if value.passage)
        facets = dict.fromkeys(value.facet for value in self.used)
        return Paragraph("study", " ".join(sentences), self.study.id, tuple(facets), tuple(passages))

    # --- pieces ---------------------------------------------------------------------------------------------------
    def _turn(self, frames: tuple[str, ...]) -> str:
        return frames[self.place % len(frames)]

    def _stated(self, facet: str) -> tuple[FacetValue, ...]:
        """What is stated by the source itself."""
        return tuple(value for value in distinct(self.study.facets.get(facet, ())) if value.basis == "stated")

    def _take(self, facet: str, *, slotted: bool = True) -> tuple[FacetValue, ...]:
        """Stated values that fit a frame, or those that do not; what is taken counts as told."""
        values = tuple(value for value in self._stated(facet) if fits(value, self.language) == slotted)
        self.used += values
        return values

    def _opening(self) -> Iterator[str]:
        title = (self.study.work.title if self.study.work else None) or ""
        focus = self._focus()
        if not title:
            frame = self.telling.untitled
        else:
            last = self.place == self.count - 1 and self.count > 2
            frame = self.telling.last if last else self._turn(self.telling.opening)
        beside, apart = (words.format(topic=focus) if focus else "" for words in self.telling.focus)
        yield frame.format(
            cite=self.cite, title=f"“{title}”", research=self._research(), focus=beside, focus_apart=apart
        )

    def _research(self) -> str:
        kind = self.study.work.kind if self.study.work else ""
        known = work_kinds(self.library).get(kind) if kind in _THESES else None
        return self.telling.thesis.format(kind=known.labels[self.language]) if known else self.telling.research

    def _focus(self) -> str:
        values = self._take("topic")
        words = value_list(self.grammar, values)
        called = synonyms(self.library, self.language)
        others = [
            v.text or ""
            for v in values
            if flat(v.text or "").replace("*", "").casefold() in called.get(v.value or "", ())
        ]
        return words + (self.telling.called.format(word=flat(others[0])) if len(values) == 1 and others else "")

    def _aim(self) -> Iterator[str]:
        values = self._stated("aim")
        self.used += values
        own = [
            aim_of(seen_from_here(v.text or "", v.language), v.language) for v in values if v.language == self.language
        ]
        doing = [text for text in own if is_doing(text, self.language)]
        if doing:
            bare = [text.removeprefix("to ") for text in doing]
            conjunction = self.grammar.and_between if any(f" {self.grammar.and_} " in text for text in bare) else None
            yield self._turn(self.telling.aim_doing).format(
                aim=series(bare, self.language, conjunction), name=self.name
            )
        for text in own:
            if text not in doing:
                yield self.telling.aim_thing.format(aim=continued(text, ordinary_words(self.library)) or text)
        foreign = [f"“{flat(value.text or '')}”" for value in values if value.language != self.language]
        if foreign:
            yield self.telling.aim_quoted.format(aim=series(foreign, self.language))

    def _method(self) -> Iterator[str]:
        clauses = [c for facet in _METHOD for c in self._clauses(facet)]
        if clauses:
            yield f"{self._subject(1)} {join(self.grammar, clauses)}."
        yield from (sentence for facet in _METHOD for sentence in self._quoted(facet))

    def _clauses(self, facet: str) -> tuple[Clause, ...]:
        values = self._take(facet)
        return say(self.grammar, facet, values, self.labels.get(facet, facet), Manner()) if values else ()

    def _quoted(self, facet: str) -> Iterator[str]:
        """What does not fit a frame, in the source's words."""
        for value in self._take(facet, slotted=False):
            words = flat(value.text or "")
            yield self.telling.said_of.format(facet=self.labels.get(facet, facet), words=words)

    def _subject(self, turn: int, *, person: bool = True) -> str:
        """The study, or whoever wrote it: a person uses a method, but only a study has variables."""
        frames = self.telling.subject
        frame = frames[(self.place + turn) % len(frames)]
        if frame == "{name}" and not person:
            frame = next(other for other in frames if other != frame and frame in other)
        return frame.format(name=self.name)

    def _people(self) -> Iterator[str]:
        who, where = (value_list(self.grammar, self._take(facet)) for facet in ("subjects", "location"))
        if who and where:
            yield self._turn(self.telling.who_where).format(who=who, where=where)
        elif who or where:
            yield self._turn(self.telling.who if who else self.telling.where).format(who=who, where=where)
        sampled = value_list(self.grammar, [v for v in self._stated("sampling") if v.value])
        if sampled:
            self.used += [v for v in self._stated("sampling") if v.value]
            yield self.telling.sampled.format(sampled=sampled)
        for facet in ("subjects", "location"):
            yield from self._quoted(facet)
        for value in self._stated("sampling"):
            if not value.value:
                self.used.append(value)
                yield self.telling.said_of.format(facet=self.labels["sampling"], words=flat(value.text or ""))

    def _data(self) -> Iterator[str]:
        gathered, worked = (value_list(self.grammar, self._take(facet)) for facet in ("data-collection", "analysis"))
        if gathered and worked:
            yield self._turn(self.telling.data).format(gathered=gathered, worked=worked)
        elif gathered or worked:
            frames = self.telling.gathered if gathered else self.telling.worked
            yield self._turn(frames).format(gathered=gathered, worked=worked)
        for facet in ("data-collection", "analysis"):
            yield from self._quoted(facet)

    def _own(self) -> Iterator[str]:
        """The programme and the project's own facets, and what the study says that it lacks."""
        told = {*_OWN_SENTENCE, *_METHOD, *NARRATIVE_FACETS}
        names = [name for name in self.study.facets if name not in told]
        clauses = [clause for name in names for clause in self._clauses(name)]
        if clauses:
            yield f"{self._subject(2, person=False)} {join(self.grammar, clauses)}."
        yield from (sentence for name in names for sentence in self._quoted(name))
        denied = [v for name, group in self.study.facets.items() for v in group if v.state == "absent" and v.key]
        for value in denied:
            self.used.append(value)
            manner = Manner(plural=self.language == "en")
            label = self.labels.get(value.facet, value.facet)
            does = join(self.grammar, say(self.grammar, value.facet, [value], label, manner))
            yield self.telling.denies.format(subject=self._subject(0), does=does)

    def _findings(self) -> Iterator[str]:
        values = distinct(self.study.facets.get("findings", ()))
        self.used += values
        own = [(finding_of(v.text or "", v.language), v) for v in values if v.language == self.language]
        told = [self._marked(seen_from_here(text, self.language), value) for text, value in own if text]
        if told:
            begun = continued(told[0], ordinary_words(self.library))
            after = [as_sentence(text) for text in told[1:]]
            if _names_itself(told[0]):
                yield " ".join([as_sentence(told[0]), *after])
            elif begun:
                frame = self._turn(self.telling.found_that)
                yield " ".join([frame.format(found=begun.rstrip(".") + "."), *after])
            else:
                yield self.telling.found.format(found=" ".join([as_sentence(told[0]), *after]))
        foreign = [as_sentence(flat(v.text or "")) for v in values if v.language != self.language]
        if foreign:
            yield self.telling.found_quoted.format(found=" ".join(foreign))

    def _marked(self, text: str, value: FacetValue) -> str:
        return self.telling.by_reader.format(found=text) if value.basis == "interpreted" else text

    def _limits(self) -> Iterator[str]:
        values = self._stated("limitations")
        self.used += values
        short = [value for value in values if fits(value, self.language)]
        if short:
            yield self.telling.limits.format(limits=value_list(self.grammar, short))
        for value in values:
            if value not in short:
                yield self.telling.limits_quoted.format(limits=flat(value.text or ""))

    def _readings(self) -> Iterator[str]:
        """The aspects that it states, and what a reader maps it to."""
        stated = self._take("aspect")
        if stated:
            yield self.telling.aspects.format(aspects=value_list(self.grammar, stated))
        for facet, group in self.study.facets.items():
            own = {value.key for value in self._stated(facet)}
            read = [v for v in distinct(group) if v.basis == "interpreted" and v.value and v.key not in own]
            if read and facet not in NARRATIVE_FACETS:
                self.used += read
                frame = self.grammar.of_facet[1 if len(read) > 1 else 0]
                values = frame.format(facet=self.labels.get(facet, facet), v=value_list(self.grammar, read))
                yield self.telling.reading.format(quotes=self._quotes(read), values=values)

    def _quotes(self, values: Sequence[FacetValue]) -> str:
        own = {label.casefold() for value in values for label in value.labels.values()}
        said = [flat(value.text or "") for value in values]
        short = [
            t for t in dict.fromkeys(said) if t and len(t.split()) <= 10 and t.replace("*", "").casefold() not in own
        ]
        return self.grammar.quotes.format(list=series([f"“{t}”" for t in short], self.language)) if short else ""

    def _relevance(self) -> Iterator[str]:
        for value in self._stated("relevance"):
            self.used.append(value)
            yield relevance_sentence(value, self.language)


def relevance_sentence(value: FacetValue, language: str) -> str:
    """What a study is good for, in the frame that its words fit."""
    telling, why = TELLINGS[language], flat(value.text or "")
    if value.language != language:
        return telling.relevant_quoted.format(why=why)
    ground = language == "en" or is_ground(why)
    return (telling.relevant_because if ground else telling.relevant_as).format(why=why)


def _names_itself(text: str) -> bool:
    """Whether a finding already says that it is one; "hasil belajar" is what was found out about."""
    return bool(_RESULT.match(text))
