"""The grammar of comparison sentences: which verb each facet takes, and the frames of the sentences.

Good Indonesian first, good English beside it. Facets that a project adds fall back on `Grammar.default`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """How a facet is said: `verb` (for one study), `plural` (for two, and after "will"), `object` with `{v}`.

    `noun` is not said twice where a value already holds it; `alone` is the verb where only one study has the facet,
    `alone_plural` its other form; `several` is the object for more than one value. A `steady` verb says what a study
    is about and stays in the present in a proposal too.
    """

    verb: str
    object: str = "{v}"
    plural: str = ""
    noun: str = ""
    alone: str = ""
    alone_plural: str = ""
    several: str = ""
    steady: bool = False


@dataclass(frozen=True, repr=False, eq=False)  # forty fields: each generated method is compiled at every start
class Grammar:
    """One language; slots are filled by `kb.review.sentences`, and no frame opens with a conjunction."""

    language: str
    phrases: Mapping[str, Phrase]
    default: Phrase
    variable: Phrase
    corresponding: Phrase
    this_study: str
    study: str
    again: str
    both: str
    both_again: str
    pair: str
    not_mentioned: str
    not_named: str
    pronouns: tuple[str, str, str]
    absent: str
    absent_all: str
    both_absent: str
    nor: str
    kind: str
    called: str
    called_inside: str
    corresponds: str
    examined: tuple[str, str]
    of_facet: tuple[str, str]
    counted: str
    counted_stated: str
    counted_interpreted: str
    beside: tuple[str, str]
    quotes: str
    future: str
    too: str
    and_: str
    and_between: str
    and_verbs: str
    at: str


INDONESIAN = Grammar(
    language="id",
    phrases={
        "topic": Phrase("berfokus pada", steady=True),
        "theory": Phrase("menggunakan", "teori {v}", noun="teori"),
        "aspect": Phrase("mengkaji", "aspek {v}", noun="aspek"),
        "approach": Phrase("menggunakan", "pendekatan {v}", noun="pendekatan"),
        "design": Phrase("menggunakan", "desain {v}", noun="desain"),
        "data-collection": Phrase("mengumpulkan data melalui"),
        "analysis": Phrase("menganalisis data dengan"),
        "sampling": Phrase("mengambil sampel dengan teknik", noun="teknik"),
        "subjects": Phrase("berkenaan dengan", steady=True),
        "location": Phrase("dilakukan di"),
        "program": Phrase("memuat", alone="menambahkan"),
    },
    default=Phrase("mencakup", "{facet} {v}", steady=True),
    variable=Phrase("meneliti", "variabel {v}", noun="variabel"),
    corresponding=Phrase("bersesuaian dengan", steady=True),
    this_study="penelitian ini",
    study="penelitian {name}",
    again="penelitian {name}",
    both="{ours} dan {theirs} sama-sama {vps}.",
    both_again="Keduanya juga {vps}.",
    pair="{a} {vp_a}, sedangkan {b} {vp_b}.",
    not_mentioned="{a} {vps}; berdasarkan telaah penulis, {it} tidak disebutkan dalam {b}.",
    pronouns=("hal itu", "keduanya", "semuanya"),
    not_named="{a} {vps}; berdasarkan telaah penulis, {facets} tidak disebutkan dalam {b}.",
    absent="{a} {vps}, sedangkan {b} menyatakan tidak {same}.",
    absent_all="{a} {vps}, sedangkan {b} menyatakan tidak demikian.",
    both_absent="{ours} dan {theirs} sama-sama tidak {vps}.",
    nor="maupun",
    kind="{narrow} dalam {a} termasuk {broad}, yang terdapat dalam {b}.",
    called=", yang oleh {name} disebut {word}",
    called_inside=" (oleh {name} disebut {word})",
    corresponds="Pembahasan dalam {b}{quotes} bersesuaian dengan {values} yang {examined} dalam {a}.",
    examined=("dikaji", "akan dikaji"),
    of_facet=("{facet} {v}", "{facet} {v}"),
    counted="{a} {examines} {n} {facet}{owner}, sedangkan {rest}.",
    counted_stated="{b} mengkaji {m} di antaranya",
    counted_interpreted="{b} bersesuaian dengan {m} di antaranya",
    beside=(" serta {v}", " serta dengan {v}"),
    quotes=" tentang {list}",
    future="akan",
    too="juga",
    and_="dan",
    and_between="serta",
    and_verbs="serta",
    at="di",
)

ENGLISH = Grammar(
    language="en",
    phrases={
        "topic": Phrase("focuses on", plural="focus on"),
        "theory": Phrase("uses", "{v} theory", plural="use", noun="theory", several="the theories of {v}"),
        "aspect": Phrase(
            "examines", "the aspect of {v}", plural="examine", noun="aspect", several="the aspects of {v}"
        ),
        "approach": Phrase("uses", "{a} {v} approach", plural="use", noun="approach", several="{v} approaches"),
        "design": Phrase("uses", "{a} {v} design", plural="use", noun="design", several="{v} designs"),
        "data-collection": Phrase("collects data through", plural="collect data through"),
        "analysis": Phrase("analyses data by", plural="analyse data by"),
        "sampling": Phrase("draws its sample by", plural="draw their samples by"),
        "subjects": Phrase("concerns", plural="concern", steady=True),
        "location": Phrase("takes place in", plural="take place in"),
        "program": Phrase("includes", plural="include", alone="adds", alone_plural="add"),
    },
    default=Phrase("has", "{v} as its {facet}", plural="have", steady=True),
    variable=Phrase("studies", "the variable {v}", plural="study", noun="variable", several="the variables {v}"),
    corresponding=Phrase("corresponds to", plural="correspond to", steady=True),
    this_study="this study",
    study="the study by {name}",
    again="the study by {name}",
    both="{ours} and {theirs} both {vps}.",
    both_again="Both also {vps}.",
    pair="{a} {vp_a}, whereas {b} {vp_b}.",
    not_mentioned="{a} {vps}; as far as the author could find, {b} does not mention {it}.",
    pronouns=("it", "either", "any of them"),
    not_named="{a} {vps}; as far as the author could find, {b} does not name its {facets}.",
    absent="{a} {vps}, whereas {b} states that it does not {same}.",
    absent_all="{a} {vps}, whereas {b} states that it does not.",
    both_absent="Neither {ours} nor {theirs} {vps}.",
    nor="or",
    kind="{narrow} in {a} can be counted as {broad}, as found in {b}.",
    called=", called {word} by {name}",
    called_inside=" (called {word} by {name})",
    corresponds="What {b} discusses{quotes} corresponds to {values} {examined} in {a}.",
    examined=("examined", "to be examined"),
    of_facet=("the {facet} of {v}", "the {facet}s of {v}"),
    counted="{a} {examines} {n} {facet}s{owner}, whereas {rest}.",
    counted_stated="{b} examines {m} of them",
    counted_interpreted="{b} corresponds to {m} of them",
    beside=(" as well as {v}", " as well as to {v}"),
    quotes=" ({list})",
    future="will",
    too="also",
    and_="and",
    and_between="as well as",
    and_verbs="and",
    at="in",
)

GRAMMARS = {"id": INDONESIAN, "en": ENGLISH}
