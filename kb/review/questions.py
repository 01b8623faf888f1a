"""Guided questions: what a student asks of what was read, each with what may be put into it and its answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from kb.citing.chains import all_parenthetical
from kb.citing.dependence import dependence
from kb.locale import Translator, fill, translator
from kb.model.answer import Answer
from kb.model.definition import Attribution, Definition
from kb.model.profile import Profile
from kb.model.study import FacetValue, Study
from kb.model.table import Cell, Column, Row, Table
from kb.model.text import Run, runs
from kb.queries.attributions import citations_noted
from kb.queries.concepts import concepts, typologies
from kb.queries.definitions import definitions
from kb.queries.facets import facets
from kb.queries.people import people
from kb.queries.studies import prior_studies
from kb.queries.works import works_by_key
from kb.review.comparison import facet_words
from kb.review.view import terms_of
from kb.store.library import Library

Found = tuple[str, str, tuple[str, ...]]
"""Kind and id of the thing, and the words of each column."""


@dataclass(frozen=True, slots=True)
class Question:
    """`template` says the whole sentence, with the slot {value} where something is to be chosen among `options`."""

    name: str
    template: str
    options: Mapping[str, str]
    columns: tuple[tuple[str, float], ...]
    find: Callable[[str], Iterable[Found]]

    @property
    def chooses(self) -> bool:
        """Whether it needs a choice before it can be answered."""
        return "{value}" in self.template


def questions(library: Library, profile: Profile, language: str = "id") -> dict[str, Question]:
    """Every question that this project can be asked, by name; a facet that no study states is not asked for."""
    asked = _Asked(library, profile, language)
    found = [*asked.by_facet(), asked.definers(), asked.credited(), asked.through(), asked.uses(), asked.unread()]
    return {question.name: question for question in found if question.options or not question.chooses}


def answer(question: Question, value: str, language: str = "id") -> Answer:
    """The answer with this value put in; KeyError for a value that is not among the options."""
    words = question.options[value] if question.chooses else ""
    sentence = fill(question.template, {"value": words})
    rows, things = [], []
    for at, (kind, identifier, cells) in enumerate(question.find(value)):
        things.append((kind, identifier))
        rows.append(Row(f"{at}", {f"c{place}": _cell(text) for place, text in enumerate(cells)}))
    columns = tuple(Column(f"c{place}", label, weight) for place, (label, weight) in enumerate(question.columns))
    return Answer(sentence, Table(sentence, "", (), columns, tuple(rows), language), tuple(things))


def _cell(text: str) -> Cell:
    parts = tuple(runs(" ".join(part.split())) for part in text.split("\n") if part.strip())
    return Cell(parts or ((Run("–"),),), "source", "stated")


class _Asked:
    """The questions in one language and one campus's words."""

    def __init__(self, library: Library, profile: Profile, language: str) -> None:
        self.library, self.language = library, language
        self.terms = terms_of(profile, language)
        self._: Translator = translator(language)
        self.labels = facet_words(library, language)

    def by_facet(self) -> Iterable[Question]:
        """Which studies state a value, and what they found: one question for each facet that is stated."""
        _ = self._
        general = _("Penelitian mana yang memiliki {facet} “{value}”, dan apa hasilnya?")
        own = {"aspect": _("Penelitian mana yang membahas aspek “{value}”, dan apa hasilnya?")}
        for facet in facets(self.library).values():
            options = self._values(facet.name)
            template = own.get(facet.name) or general.replace("{facet}", self.labels.get(facet.name, facet.name))
            columns = ((_("Penelitian"), 2.0), (_("Menurut penelitian"), 3.0), (_("Hasil"), 5.0))
            if options and facet.name != "findings":
                yield Question(f"unsur-{facet.name}", template, options, columns, partial(self._having, facet.name))

    def _values(self, facet: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for study in prior_studies(self.library):
            for value in study.facets.get(facet, ()):
                if value.state == "stated":
                    found.setdefault(value.key, value.labels.get(self.language) or value.text or value.key)
        return dict(sorted(found.items(), key=lambda pair: pair[1].casefold()))

    def _having(self, facet: str, wanted: str) -> Iterable[Found]:
        for study in prior_studies(self.library):
            said = [v for v in study.facets.get(facet, ()) if v.state == "stated" and v.key == wanted]
            if said:
                yield "study", study.id, (study.label, self._words(said), self._words(study.facets.get("findings", ())))

    def _words(self, values: Iterable[FacetValue]) -> str:
        _ = self._
        told = [
            (v.text or v.labels.get(self.language, "")) + (f" ({_('tafsiran')})" if v.basis == "interpreted" else "")
            for v in values
            if v.state == "stated"
        ]
        return "\n".join(dict.fromkeys(told))

    def definers(self) -> Question:
        """Who defines a concept, in which words, read through whom."""
        _ = self._
        names = {concept.id: concept.labels[self.language] for concept in concepts(self.library).values()}
        defined = dict.fromkeys(entry.concept for entry in definitions(self.library))
        options = {concept: names.get(concept, concept) for concept in defined}
        columns = ((_("Tokoh"), 2.0), (_("Pengertian"), 6.0), (_("Sumber"), 3.0))
        return Question("pengertian", _("Siapa yang mendefinisikan “{value}”, dan apa katanya?"), options, columns,
                        lambda v: (self._defined(e) for e in definitions(self.library) if e.concept == v))  # fmt: skip

    def _defined(self, entry: Definition) -> Found:
        _ = self._
        cited = entry.attribution
        names = "; ".join(each.originator.name for each in ((cited, *entry.also) if cited else ()))
        source = all_parenthetical((cited, *entry.also), self.terms) if cited else _("tanpa sumber")
        return "definition", entry.id, (names or "–", entry.text, source)

    def credited(self) -> Question:
        """What is taken from a scholar: definitions and typologies."""
        _ = self._
        found: dict[str, list[Found]] = {}
        for entry in definitions(self.library):
            chains = (entry.attribution, *entry.also) if entry.attribution else ()
            name = entry.labels.get(self.language, entry.concept)
            self._under(found, chains, ("definition", entry.id, (name, _("pengertian"), entry.text)))
        for each in typologies(self.library):
            words = (each.labels[self.language], _("rincian"), "; ".join(each.member_labels))
            self._under(found, each.attributed_to, ("concept", each.owner, words))
        known = {person.id: person.name for person in people(self.library).values() if person.id in found}
        columns = ((_("Tentang"), 2.0), (_("Berupa"), 1.5), (_("Isi"), 6.0))
        return Question("tokoh", _("Apa saja yang diambil dari {value}?"), known, columns, lambda v: found[v])

    @staticmethod
    def _under(found: dict[str, list[Found]], chains: Iterable[Attribution], told: Found) -> None:
        for person in dict.fromkeys(person for chain in chains for person in chain.originator.people):
            found.setdefault(person, []).append(told)

    def through(self) -> Question:
        """Which originals were only read through others."""
        _ = self._
        columns = ((_("Karya asli"), 4.0), (_("Dibaca lewat"), 4.0), (_("Berapa kali"), 1.0))

        def find(value: str) -> Iterable[Found]:
            for each in dependence(citations_noted(self.library), works_by_key(self.library)).originals:
                name = f"{each.name} ({each.year})" if each.year else each.name
                yield (
                    "work",
                    each.citekey or "",
                    (f"{name}\n{each.title or ''}", "\n".join(each.hosts), str(each.times)),
                )

        return Question("lewat", _("Karya apa yang dibaca lewat karya lain?"), {}, columns, find)

    def uses(self) -> Question:
        """Where a concept is used: by which studies, for which element."""
        _ = self._
        found: dict[str, list[Found]] = {}
        for study in prior_studies(self.library):
            for value in self._of_concepts(study):
                words = (study.label, self.labels.get(value.facet, value.facet), value.text or "")
                found.setdefault(value.value or "", []).append(("study", study.id, words))
        names = {concept.id: concept.labels[self.language] for concept in concepts(self.library).values()}
        options = {
            concept: names[concept] for concept in sorted(found, key=lambda c: names.get(c, c)) if concept in names
        }
        columns = ((_("Penelitian"), 2.0), (_("Sebagai"), 2.0), (_("Kata-katanya"), 5.0))
        return Question(
            "dipakai", _("Penelitian mana yang memakai konsep “{value}”?"), options, columns, lambda v: found[v]
        )

    @staticmethod
    def _of_concepts(study: Study) -> Iterable[FacetValue]:
        return (v for values in study.facets.values() for v in values if v.value and v.state == "stated")

    def unread(self) -> Question:
        """Which elements of which studies are not read yet."""
        _ = self._
        columns = ((_("Penelitian"), 2.0), (_("Belum dibaca"), 6.0))

        def find(value: str) -> Iterable[Found]:
            for study in prior_studies(self.library):
                missing = [
                    self.labels.get(f.name, f.name)
                    for f in facets(self.library).values()
                    if not study.facets.get(f.name)
                ]
                if missing:
                    yield "study", study.id, (study.label, ", ".join(missing))

        return Question("belum", _("Apa yang belum dibaca, pada penelitian mana?"), {}, columns, find)
