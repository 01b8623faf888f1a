"""The sentences: no empty slot, no doubled word, right conjunctions, in both languages."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Sequence

import pytest

from kb.model.similarity import FacetComparison
from kb.model.study import FacetValue, Sentence, Study
from kb.review.grammar import GRAMMARS
from kb.review.sentences import Naming, Speaker
from kb.review.similarity import compare

LABELS = {
    "topic": ["jejaring kerja", "motivasi belajar", "kepuasan kerja", "literasi digital"],
    "theory": ["pekerjaan sosial", "teori konstruktivisme", "modal sosial"],
    "aspect": ["tujuan", "struktur", "gaya", "nilai"],
    "approach": ["kualitatif", "kuantitatif"],
    "design": ["deskriptif", "studi kasus", "eksperimen"],
    "data-collection": ["wawancara", "observasi", "kuesioner", "dokumentasi"],
    "analysis": ["analisis tematik", "uji t"],
    "sampling": ["sampel acak", "sampel jenuh"],
    "subjects": ["guru honorer", "siswa kelas X", "pemilik *home industry*"],
    "location": ["Desa Sukamaju", "SMA Negeri 1 Garut"],
    "program": ["program pelatihan", "kegiatan magang"],
    "hambatan": ["permodalan"],
}
FACETS = tuple(LABELS)
NAMES = {"id": {"aspect": "aspek", "hambatan": "hambatan"}, "en": {"aspect": "aspect", "hambatan": "obstacle"}}


def a_study(seed: random.Random, focal: bool) -> Study:
    facets: dict[str, tuple[FacetValue, ...]] = {}
    for facet, labels in LABELS.items():
        state = seed.choice(["stated"] * 6 + ["absent", "not-in-source", "", ""])
        if state:
            many = 1 if facet in ("approach", "program", "hambatan") else seed.randint(1, min(3, len(labels)))
            chosen = seed.sample(labels, many if state == "stated" else 1)
            basis = "interpreted" if facet == "aspect" and not focal else "stated"
            facets[facet] = tuple(
                FacetValue(f"{facet}-{label}", facet, label, label, state, basis, None, {"id": label, "en": label})  # type: ignore[arg-type]
                for label in chosen
            )
    return Study("studi-ini" if focal else "studi-lain", "S", None, focal, facets)


def speak(found: Sequence[FacetComparison], language: str) -> list[Sentence]:
    naming = Naming("Murniati (2016)", "Murniati", NAMES[language], "")
    speakers = [Speaker(GRAMMARS[language], naming, str) for _ in range(2)]
    return [*speakers[0].similarities(found), *speakers[1].differences(found)]


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_thousand_pairs_read_well(language: str) -> None:
    seed = random.Random(2026)
    count = 0
    for _pair in range(1000):
        ours, theirs = a_study(seed, True), a_study(seed, False)
        for sentence in speak(compare(ours, theirs, FACETS, {}, {"approach"}), language):
            count += 1
            assert not faults(sentence.text, language), sentence.text
    assert count > 3000


def faults(text: str, language: str) -> list[str]:
    """What a careful reader would strike out."""
    found = []
    if re.search(r"[{}]|\bNone\b|  |\s[,.;]|,,|\.\.|“”", text):
        found.append("slot")
    words = re.findall(r"[\w-]+", text.casefold())
    found += [f"doubled {word}" for word, after in itertools.pairwise(words) if word == after]
    if re.match(r"(?i)(sedangkan|serta|dan|tetapi|whereas|and|but)\b", text):
        found.append("opens with a conjunction")
    if not re.match(r"[A-Z“*]", text) or not text.endswith("."):
        found.append("case or stop")
    if re.search(r"(?i)\b(dan|and),|, (?:dan|and)\.|\b(dan|serta|and)\s+(dan|serta|and)\b", text):
        found.append("conjunction")
    if re.search(r"(?i)lebih (baik|lengkap)|belum ada yang meneliti", text):
        found.append("claims too much")
    other = r"\b(the|whereas|study|uses)\b" if language == "id" else r"\b(penelitian|sedangkan|menggunakan|dengan)\b"
    if re.search(other, text):
        found.append("other language")
    return found


def test_the_fault_finder_finds_faults() -> None:
    assert faults("Sedangkan  penelitian penelitian {x}", "id")
    assert not faults("Penelitian ini menggunakan teori pekerjaan sosial.", "id")


def test_the_year_is_given_once() -> None:
    seed = random.Random(7)
    for _pair in range(50):
        found = compare(a_study(seed, True), a_study(seed, False), FACETS, {}, {"approach"})
        naming = Naming("Murniati (2016)", "Murniati", NAMES["id"], "")
        spoken = Speaker(GRAMMARS["id"], naming, str).differences(found)
        assert sum(sentence.text.count("(2016)") for sentence in spoken) <= 1


def test_an_interpreted_value_never_prints_as_stated() -> None:
    ours = Study("i", "S", None, True, {"aspect": (_aspect("tujuan", "stated"),)})
    theirs = Study("l", "S", None, False, {"aspect": (_aspect("struktur", "interpreted"),)})
    spoken = speak(compare(ours, theirs, ("aspect",), {}), "id")
    assert [sentence.text for sentence in spoken] == [
        "Penelitian ini mengkaji aspek tujuan, sedangkan penelitian Murniati (2016) bersesuaian dengan aspek struktur."
    ]
    assert spoken[0].basis == "interpreted"


def _aspect(label: str, basis: str) -> FacetValue:
    return FacetValue(label, "aspect", label, label, "stated", basis, None, {"id": label, "en": label})  # type: ignore[arg-type]
