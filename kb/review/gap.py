"""The gap, in words: that no study covers all the values together, and which of them none covers.

Quantified only over the studies that were read ("yang ditelaah"); what is interpreted is said as such; nothing is
claimed of a facet that a study was not read for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kb.citing.chains import Terms, cite_work, narrative
from kb.model.coverage import Coverage
from kb.model.definition import Attribution
from kb.model.study import FacetValue, Study
from kb.queries.labels import labels_of
from kb.queries.studies import focal_study
from kb.review.clauses import predicate, value_list
from kb.review.columns import value_label
from kb.review.comparison import exclusive_facets, facet_words
from kb.review.emphasis import emphasise, foreign_terms
from kb.review.frame import frame
from kb.review.grammar import GRAMMARS
from kb.review.numerals import all_of, cardinal, series
from kb.review.order import relied_on
from kb.review.similarity import NARRATIVE_FACETS, distinct
from kb.store.library import Library


def gap_sentences(library: Library, matrix: Coverage, chosen: Sequence[Study], terms: Mapping[str, Terms]) -> Coverage:
    """The matrix with its gap sentence in both languages; an empty sentence where there is nothing to claim."""
    return replace(
        matrix, gap_sentence={lang: _Gap(library, matrix, chosen, lang, terms[lang]).text() for lang in ("id", "en")}
    )


class _Gap:
    """One gap in one language: the values that this study takes together, and who takes which of them."""

    def __init__(
        self, library: Library, matrix: Coverage, chosen: Sequence[Study], language: str, terms: Terms
    ) -> None:
        self.library, self.facet, self.language, self.terms = library, matrix.facet, language, terms
        self.read = [study for study in chosen if study.facets.get(matrix.facet)]
        own = focal_study(library)
        self.focal = relied_on(library, own) if own else None
        self.word = facet_words(library, language)[matrix.facet]
        self.wanted = self._wanted(matrix)

    def _wanted(self, matrix: Coverage) -> tuple[str, ...]:
        """Keys of the values in question: all aspects of the frame, of another facet those that this study states."""
        if self.facet in NARRATIVE_FACETS or self.facet in exclusive_facets(self.library):
            return ()
        if self.facet == "aspect":
            return matrix.value_ids
        return tuple(value.key for value in self._values(self.focal)) if self.focal else ()

    def _values(self, study: Study) -> tuple[FacetValue, ...]:
        return distinct(study.facets.get(self.facet, ()))

    def text(self) -> str:
        if not self.read or len(self.wanted) < 2:
            return ""
        wanted = set(self.wanted)
        if any(wanted <= {v.key for v in s.facets[self.facet] if v.state == "stated"} for s in self.read):
            return ""
        taken = [{value.key for value in self._values(study)} & wanted for study in self.read]
        parts = [self._none_covers_all(), self._uncovered(set().union(*taken)), self._therefore()]
        sentence = " ".join(part for part in parts if part)
        return emphasise(sentence, foreign_terms(self.library)) if self.language == "id" else sentence

    # --- the claim ------------------------------------------------------------------------------------------------
    def _none_covers_all(self) -> str:
        """One study is said in the singular; the figure is that of the studies read for this facet."""
        number, what, each = len(self.read), self._together(), self._each_study()
        told = self.facet == "aspect"
        if self.language == "id":
            if number == 1:
                who = "Satu penelitian terdahulu yang ditelaah"
                lead = f"Pembahasan dalam s{who[1:]} tidak" if told else f"{who} tidak"
            else:
                lead = f"Dari {cardinal(number, 'id')} penelitian terdahulu yang ditelaah, tidak ada yang"
                lead += " pembahasannya" if told else ""
            return f"{lead} {what} sekaligus: {each}."
        if number == 1:
            return f"The one previous study reviewed does not {what} at once: {each}."
        return f"Of the {cardinal(number, 'en')} previous studies reviewed, none {what} at once: {each}."

    def _together(self) -> str:
        """What no study does: "mencakup keempat aspek …", or the facet's own verb with this study's values."""
        many = len(self.read) > 1
        if self.facet != "aspect":
            values = self._values(self.focal) if self.focal else ()
            return predicate(GRAMMARS[self.language], self.facet, values, self.word, plural=not many)
        owner, source = self._frame()
        number = all_of(len(self.wanted), self.language)
        if self.language == "id":
            after = f" {owner}" if owner else ""
            return f"mencakup {number} {self.word}{after}{f' menurut {source}' if source else ''}"
        before = f" {owner}" if owner else ""
        return f"{'covers' if many else 'cover'} {number}{before} {self.word}s{f' named by {source}' if source else ''}"

    def _frame(self) -> tuple[str, str]:
        """The concept whose aspects they are, and the citation of who names them: the most certain chain."""
        found = frame(self.library)
        if found is None:
            return "", ""
        owner = labels_of(self.library, self.library.base + found.owner)[self.language]
        chain = min(found.attributed_to, key=_doubt, default=None)
        return owner, narrative(chain, self.terms) if chain else ""

    # --- the evidence ---------------------------------------------------------------------------------------------
    def _each_study(self) -> str:
        """Who takes what: each study by name, or of many how many take each value."""
        taking = [s for s in self.read if any(value.key in self.wanted for value in self._values(s))]
        if len(taking) > _NAMED:
            return self._each_value(taking)
        clauses: list[str] = []
        before = ""
        for study in self.read:
            for basis in ("stated", "interpreted"):
                values = [v for v in self._values(study) if v.basis == basis and v.key in self.wanted]
                if values:
                    clauses.append(
                        self._clause(study, values, first=not clauses, again=before == basis == "interpreted")
                    )
                    before = basis
        if not clauses:
            return "tidak satu pun dibahas" if self.language == "id" else "none of them is addressed"
        grammar = GRAMMARS[self.language]
        nested = any(f" {grammar.and_} " in clause for clause in clauses)
        if self.language == "id":
            return series(clauses, self.language, grammar.and_between if nested or len(clauses) > 2 else None)
        if nested and len(clauses) > 1:
            return f"{'; '.join(clauses[:-1])}; and {clauses[-1]}"
        return series(clauses, self.language)

    def _each_value(self, taking: Sequence[Study]) -> str:
        clauses = []
        by_reader = False
        for key in self.wanted:
            found = [v for study in taking for v in self._values(study) if v.key == key]
            by_reader = by_reader or any(value.basis == "interpreted" for value in found)
            if found:
                clauses.append(_COUNTED[self.language].format(value=self._label(key), n=len(found)))
        said = series(clauses, self.language)
        if self.language == "id":
            return f"{'menurut telaah penulis, ' if by_reader else ''}{self.word} {said}"
        return f"{'as the author reads them, ' if by_reader else ''}the {self.word} {said}"

    def _clause(self, study: Study, values: Sequence[FacetValue], *, first: bool, again: bool) -> str:
        """Who takes which values; "bersesuaian dengan aspek" is said once for studies that follow each other."""
        name, grammar = self._name(study), GRAMMARS[self.language]
        if again:
            frame = "{name} dengan {values}" if self.language == "id" else "that of {name} to {values}"
            return frame.format(name=name, values=value_list(grammar, values))
        said = predicate(grammar, self.facet, values, self.word)
        if self.language == "id":
            return f"{'penelitian ' if first else ''}{name} {said}"
        return f"the study by {name} {said}"

    def _uncovered(self, taken: set[str]) -> str:
        left = [self._label(key) for key in self.wanted if key not in taken]
        if not left:
            return ""
        frame = GRAMMARS[self.language].of_facet[1 if len(left) > 1 else 0]
        values = frame.format(facet=self.word, v=series(left, self.language))
        if self.language == "id":
            return f"Pada penelitian yang ditelaah itu, {values} belum ditemukan dibahas."
        verb = "were" if len(left) > 1 else "was"
        return f"In the stud{'ies' if len(self.read) > 1 else 'y'} reviewed, {values} {verb} not found to be addressed."

    def _label(self, key: str) -> str:
        own = [v for study in (self.focal, *self.read) if study for v in self._values(study) if v.key == key]
        if own:
            return own[0].labels.get(self.language) or own[0].text or key
        return value_label(self.library, key, self.language)

    # --- what follows ---------------------------------------------------------------------------------------------
    def _therefore(self) -> str:
        if self.focal is None or not set(self.wanted) <= {value.key for value in self._values(self.focal)}:
            return ""
        future = self.library.configuration.tense == "proposal"
        where = self._where(self.focal) if self.facet not in ("subjects", "location") else ""
        number = all_of(len(self.wanted), self.language)
        if self.facet != "aspect":
            does = predicate(GRAMMARS[self.language], self.facet, self._values(self.focal), self.word, future=future)
            so, at_once = ("Oleh karena itu,", "sekaligus") if self.language == "id" else ("Therefore", "at once")
            return f"{so} {GRAMMARS[self.language].this_study} {does} {at_once}{where}."
        if self.language == "id":
            return f"Oleh karena itu, penelitian ini {'akan ' if future else ''}mengkaji {number} {self.word} tersebut{where}."
        return f"Therefore this study {'will examine' if future else 'examines'} {number} {self.word}s{where}."

    def _where(self, focal: Study) -> str:
        subjects, places = (self._stated(focal, facet) for facet in ("subjects", "location"))
        words = {"id": ("pada", "di"), "en": ("among", "in")}[self.language]
        said = [f" {words[0]} {series(subjects, self.language)}"] if subjects else []
        return "".join([*said, f" {words[1]} {series(places, self.language)}"] if places else said)

    def _stated(self, study: Study, facet: str) -> list[str]:
        found = [value.labels.get(self.language) or value.text or "" for value in distinct(study.facets.get(facet, ()))]
        return list(dict.fromkeys(found))

    def _name(self, study: Study) -> str:
        return cite_work(study.work, self.terms) if study.work else study.label


_NAMED = 8
"""More studies than this are counted rather than named one by one."""

_COUNTED = {"id": "{value} dijumpai pada {n} penelitian", "en": "{value} is found in {n} of them"}


def _doubt(attribution: Attribution) -> int:
    return sum(not hop.confirmed for hop in (attribution.originator, *attribution.via))
