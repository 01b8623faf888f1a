"""Reviews of any size, made up and always the same: a project in a folder, with works, studies and facets."""

from __future__ import annotations

import random
from pathlib import Path

BASE = "https://contoh.example/ukur/"
_PREFIXES = f"""@prefix : <{BASE}> .
@prefix karya: <{BASE}karya/> .
@prefix kajian: <https://w3id.org/kajian/ns#> .
@prefix facet: <https://w3id.org/kajian/facets#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
_A_FILE = 1000
_TOPICS = [f"topik penelitian {at}" for at in range(12)]
_APPROACHES = ("qualitative", "quantitative", "mixed-methods")
_DESIGNS = ("descriptive", "case-study", "survey", "experiment", "correlational")
_METHODS = ("interview", "observation", "questionnaire", "documentation")
_WORDS = (
    "jejaring",
    "kerja",
    "usaha",
    "keluarga",
    "desa",
    "siswa",
    "motivasi",
    "hasil",
    "belajar",
    "pasar",
    "modal",
    "warga",
)


def write_review(folder: Path, count: int) -> Path:
    """A project of `count` prior studies, eight statements each, and this study; a thousand studies a file."""
    seed = random.Random(2026)
    (folder / "notes").mkdir(parents=True)
    (folder / "kajian.toml").write_text(f'base = "{BASE}"\ntense = "finished"\n', encoding="utf-8")
    entries, blocks = [], []
    for at in range(count):
        entries.append(
            f"@article{{karya{at}, author = {{Penulis{at % 977}, Nama{at % 31}}}, year = {{{1995 + seed.randrange(30)}}}, "
            f"title = {{Penelitian {at} tentang {_sentence(seed, 6)}}}, journal = {{Jurnal {at % 40}}}}}"
        )
        blocks.append(_study(seed, f"s{at}", f"karya:karya{at}"))
    blocks += [_study(seed, "ini", None), _concepts(), _review(count)]
    (folder / "references.bib").write_text("\n".join(entries), encoding="utf-8")
    for part in range(0, len(blocks), _A_FILE):
        text = "\n".join([_PREFIXES, *blocks[part : part + _A_FILE]])
        (folder / "notes" / f"tinjauan-{part // _A_FILE}.ttl").write_text(text, encoding="utf-8")
    return folder


def _concepts() -> str:
    made = [':skema-konsep a skos:ConceptScheme ; skos:prefLabel "Konsep"@id .']
    made += [
        f':topik-{at} a skos:Concept ; skos:inScheme :skema-konsep ; skos:prefLabel "{label}"@id , "topic {at}"@en .'
        for at, label in enumerate(_TOPICS)
    ]
    return "\n".join(made)


def _review(count: int) -> str:
    priors = " ".join(f":studi-s{at}" for at in range(count))
    return f":tinjauan a kajian:Review ; kajian:focalStudy :studi-ini ; kajian:priorStudies ( {priors} ) ."


def _study(seed: random.Random, name: str, work: str | None) -> str:
    reported = f" ; kajian:reportedIn {work}" if work else ""
    lines = [f':studi-{name} a kajian:Study ; skos:prefLabel "Penelitian {name}"@id{reported} .']
    said = [("topic", f":topik-{seed.randrange(len(_TOPICS))}", "")]
    said.append(("approach", f"facet:{seed.choice(_APPROACHES)}", ""))
    said.append(("design", f"facet:{seed.choice(_DESIGNS)}", ""))
    said += [("data-collection", f"facet:{method}", "") for method in seed.sample(_METHODS, 2)]
    said.append(("location", "", f"Desa {_sentence(seed, 1)} {seed.randrange(400)}"))
    said.append(("subjects", "", f"{_sentence(seed, 2)} {seed.randrange(900)}"))
    said.append(("findings", "", _sentence(seed, 24)))
    for place, (facet, value, text) in enumerate(said):
        what = f"kajian:facetValue {value}" if value else f'rdf:value "{text}"@id'
        lines.append(
            f":fs-{name}-{place} a kajian:FacetStatement ; kajian:ofStudy :studi-{name} ; kajian:facet facet:{facet} ; "
            f"{what} ; kajian:state facet:stated ; kajian:basis facet:by-source ."
        )
    return "\n".join(lines)


def _sentence(seed: random.Random, words: int) -> str:
    return " ".join(seed.choice(_WORDS) for _ in range(words))
