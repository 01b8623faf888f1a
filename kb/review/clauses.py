"""Clauses of sentences: what a study does with the values of a facet, joined without saying a word twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kb.model.study import FacetValue
from kb.review.grammar import Grammar, Phrase
from kb.review.numerals import series


@dataclass(frozen=True, slots=True)
class Clause:
    """Verb and object for a facet; `base` is the verb after "akan" or "will", empty where it stays in the present."""

    verb: str
    object: str
    facet: str
    base: str = ""


@dataclass(frozen=True, slots=True)
class Manner:
    """How clauses are said: of two studies, of one that alone has the facet, of what is still to come."""

    plural: bool = False
    alone: bool = False
    quantitative: bool = False


def say(
    grammar: Grammar, facet: str, values: Sequence[FacetValue], label: str, manner: Manner = Manner()
) -> tuple[Clause, ...]:
    """What a study does with the values; what a reader maps is a clause of its own and only corresponds."""
    phrase = (
        grammar.variable if facet == "topic" and manner.quantitative else grammar.phrases.get(facet, grammar.default)
    )
    read = [value for value in values if value.basis == "interpreted" and value.state == "stated"]
    own = [value for value in values if value not in read]
    found = []
    if own:
        found.append(_clause(grammar, phrase, phrase, facet, own, label, manner))
    if read:
        found.append(_clause(grammar, grammar.corresponding, phrase, facet, read, label, manner))
    return tuple(found)


def _clause(
    grammar: Grammar,
    verbs: Phrase,
    objects: Phrase,
    facet: str,
    values: Sequence[FacetValue],
    label: str,
    manner: Manner,
) -> Clause:
    labels = list(dict.fromkeys(value_name(value, grammar.language) for value in values))
    frame = objects.several if objects.several and len(labels) > 1 else objects.object
    bare = [_without_noun(name, objects.noun, grammar.language) for name in labels]
    words = series(bare, grammar.language)
    if objects.noun and objects.noun in words.replace("*", "").casefold().split():
        words = series(labels, grammar.language)
        # "the theory of planned behaviour": an English label that opens with the noun asks for an article.
        frame = "the {v}" if grammar.language == "en" and words.casefold().startswith(f"{objects.noun} of ") else "{v}"
    article = "an" if words.lstrip("*")[:1].casefold() in "aeiou" else "a"
    said = frame.format(v=words, facet=label, a=article)
    if manner.plural and grammar.language == "en":
        said = said.replace(" as its ", " as their ")
    base = verbs.plural or verbs.verb
    verb = base if manner.plural else verbs.verb
    if manner.alone and verbs.alone:
        verb, base = verbs.alone, verbs.alone_plural or verbs.alone
    return Clause(verb, said, facet, "" if verbs.steady else base)


def _without_noun(name: str, noun: str, language: str) -> str:
    """ "teori konstruktivisme" without "teori", "survey design" without "design": the frame says the noun."""
    words = name.split()
    at = 0 if language == "id" else -1
    if noun and len(words) > 1 and words[at].casefold() == noun:
        return " ".join(words[1:] if language == "id" else words[:-1])
    return name


def join(
    grammar: Grammar,
    clauses: Sequence[Clause],
    added: Mapping[str, str] | None = None,
    *,
    future: bool = False,
    also: bool = False,
    conjunction: str = "",
) -> str:
    """Clauses in one predicate; one verb is said once for the objects that share it, "akan" once for all of them."""
    grouped: list[tuple[Clause, list[str]]] = []
    for clause in clauses:
        said = clause.object + (added or {}).get(clause.facet, "")
        if grouped and grouped[-1][0].verb == clause.verb:
            grouped[-1][1].append(said)
        else:
            grouped.append((clause, [said]))
    parts = []
    coming = False
    for clause, objects in grouped:
        nested = any(f" {grammar.and_} " in said for said in objects) and len(objects) > 1
        verb = clause.base if future and clause.base else clause.verb
        if future and clause.base and not coming:
            verb, coming = f"{grammar.future} {verb}", True
        parts.append(f"{verb} {series(objects, grammar.language, grammar.and_between if nested else None)}")
    if also and parts:
        parts[0] = _also(grammar, parts[0])
    nested = any(f" {grammar.and_} " in part for part in parts) and len(parts) == 2
    return series(parts, grammar.language, conjunction or (grammar.and_verbs if nested else None))


def _also(grammar: Grammar, part: str) -> str:
    """ "juga akan memuat", "will also use": the word's place in either language."""
    first, _, rest = part.partition(" ")
    if grammar.language == "en" and first == grammar.future:
        return f"{first} {grammar.too} {rest}"
    return f"{grammar.too} {part}"


def predicate(
    grammar: Grammar,
    facet: str,
    values: Sequence[FacetValue],
    label: str,
    *,
    plural: bool = False,
    future: bool = False,
) -> str:
    """One facet in one predicate: "menggunakan pendekatan kualitatif"."""
    return join(grammar, say(grammar, facet, values, label, Manner(plural=plural)), future=future)


def value_list(grammar: Grammar, values: Sequence[FacetValue]) -> str:
    """Names of values, each once: "A, B, dan C"."""
    return series(list(dict.fromkeys(value_name(value, grammar.language) for value in values)), grammar.language)


def value_name(value: FacetValue, language: str) -> str:
    """What a value is called in a sentence: its concept's label, else its words without a full stop.

    Words of another language are foreign words in italics; a place is called what it is called.
    """
    name = " ".join((value.labels.get(language) or value.text or "").split()).rstrip(".")
    foreign = not value.value and value.language != language and value.facet != "location"
    return f"*{name.replace('*', '')}*" if foreign and name else name
