"""A small project of another field than the example: five studies of reading at school, written as compact Turtle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from kb.store.library import Library
from kb.store.project import open_project

BASE = "https://contoh.example/kajian/"
PREFIXES = f"""\
@prefix : <{BASE}> .
@prefix karya: <{BASE}karya/> .
@prefix kajian: <https://w3id.org/kajian/ns#> .
@prefix facet: <https://w3id.org/kajian/facets#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
VALUES = """
facet:location kajian:valueScheme :skema-lokasi .
:skema-lokasi a skos:ConceptScheme ; skos:prefLabel "lokasi"@id .
:lokasi-garut a skos:Concept ; skos:inScheme :skema-lokasi ; skos:prefLabel "Kabupaten Garut"@id , "Garut"@en .
:lokasi-medan a skos:Concept ; skos:inScheme :skema-lokasi ; skos:prefLabel "Kota Medan"@id , "Medan"@en .
:skema-konsep a skos:ConceptScheme ; skos:prefLabel "Konsep"@id .
:konsep-literasi a skos:Concept ; skos:inScheme :skema-konsep ; skos:prefLabel "literasi digital"@id , "digital literacy"@en .
:konsep-motivasi a skos:Concept ; skos:inScheme :skema-konsep ; skos:prefLabel "motivasi belajar"@id ,
    "motivation to learn"@en .
"""
OWN_FACETS = """
facet:facets skos:hasTopConcept :unsur-jenjang .
:unsur-jenjang a skos:Concept ; skos:inScheme facet:facets ; skos:notation 95 ; kajian:valueScheme :skema-jenjang ;
    skos:prefLabel "jenjang"@id , "level of schooling"@en ; skos:altLabel "jenjang pendidikan"@id .
:skema-jenjang a skos:ConceptScheme ; skos:prefLabel "jenjang"@id .
:jenjang-sma a skos:Concept ; skos:inScheme :skema-jenjang ; skos:notation 3 ; skos:prefLabel "SMA"@id , "senior high school"@en .
:jenjang-sd a skos:Concept ; skos:inScheme :skema-jenjang ; skos:notation 1 ; skos:prefLabel "SD"@id , "primary school"@en .
:jenjang-smp a skos:Concept ; skos:inScheme :skema-jenjang ; skos:notation 2 ; skos:prefLabel "SMP"@id , "junior high school"@en .
"""
BIBLIOGRAPHY = """
@article{sari2019, author = {Sari, Dewi}, title = {Literasi Digital Siswa}, year = {2019}, journal = {Jurnal Pena}}
@thesis{nur2021, author = {Nur, Ahmad and Putri, Rina}, title = {Motivasi dan Literasi}, year = {2021}, type = {Skripsi}}
@inproceedings{hadi2021, author = {Hadi, Bambang}, title = {Kelas Digital}, year = {2021}, booktitle = {Prosiding Pena}}
@phdthesis{yanti2015, author = {Yanti, Sri}, title = {Membaca di Sekolah}, year = {2015}, publisher = {UPI}}
@misc{tanpa, author = {Lestari, Wulan}, title = {Membaca Lagi}, openfields = {year}}
"""
WORKS = {"sari": "sari2019", "nur": "nur2021", "hadi": "hadi2021", "yanti": "yanti2015", "lestari": "tanpa"}
OWN = "penelitian ini"

Said = tuple[str, str, str]
"""Facet, value and how it is said: "stated", "read" (a reader's), "absent", "silent" (not in the source)."""

STATEMENTS: Mapping[str, Sequence[Said]] = {
    "ini": (
        ("facet:topic", ":konsep-literasi", "stated"),
        ("facet:approach", "facet:qualitative", "stated"),
        ("facet:data-collection", "facet:interview", "stated"),
        ("facet:data-collection", "facet:observation", "stated"),
        ("facet:data-collection", "facet:documentation", "stated"),
        ("facet:location", ":lokasi-garut", "stated"),
        (":unsur-jenjang", ":jenjang-smp", "stated"),
    ),
    "sari": (
        ("facet:topic", ":konsep-literasi", "stated"),
        ("facet:approach", "facet:quantitative", "stated"),
        ("facet:data-collection", "facet:questionnaire", "stated"),
        ("facet:location", ":lokasi-garut", "stated"),
        (":unsur-jenjang", ":jenjang-sma", "stated"),
    ),
    "nur": (
        ("facet:topic", ":konsep-motivasi", "stated"),
        ("facet:topic", ":konsep-literasi", "read"),
        ("facet:approach", "facet:qualitative", "stated"),
        ("facet:data-collection", "facet:observation", "stated"),
        ("facet:data-collection", "facet:interview", "stated"),
        ("facet:location", ":lokasi-medan", "stated"),
        (":unsur-jenjang", ":jenjang-smp", "stated"),
        (":unsur-jenjang", ":jenjang-sd", "stated"),
    ),
    "hadi": (
        ("facet:approach", "", "silent"),
        ("facet:data-collection", "facet:documentation", "stated"),
        ("facet:location", ":lokasi-garut", "stated"),
    ),
    "yanti": (("facet:approach", "facet:qualitative", "stated"), (":unsur-jenjang", ":jenjang-sd", "stated")),
    "lestari": (),
}
_STATES = {"stated": ("stated", "by-source"), "read": ("stated", "by-reader"), "absent": ("absent", "by-source"),
           "silent": ("not-in-source", "by-reader")}  # fmt: skip


def make(
    folder: Path, notes: str = "", tense: str = "finished", statements: Mapping[str, Sequence[Said]] = STATEMENTS
) -> Library:
    """The project written into `folder` and opened; `notes` is Turtle added to it."""
    (folder / "notes").mkdir(parents=True, exist_ok=True)
    (folder / "kajian.toml").write_text(f'base = "{BASE}"\ntense = "{tense}"\n', encoding="utf-8")
    (folder / "references.bib").write_text(BIBLIOGRAPHY, encoding="utf-8")
    turtle = (
        PREFIXES + VALUES + OWN_FACETS + review() + "\n".join(study(name, said) for name, said in statements.items())
    )
    (folder / "notes" / "catatan.ttl").write_text(turtle + notes, encoding="utf-8")
    library = open_project(folder)
    assert all(found.severity != "error" for found in library.findings), library.findings
    return library


def review() -> str:
    """The review with its studies in order, and what each is called."""
    listed = " ".join(f":studi-{name}" for name in WORKS)
    studies = "".join(
        f':studi-{name} a kajian:Study ; skos:prefLabel "{name.capitalize()}"@id ; kajian:reportedIn karya:{work} .\n'
        for name, work in WORKS.items()
    )
    own = f':studi-ini a kajian:Study ; skos:prefLabel "{OWN}"@id .\n'
    return (
        f":tinjauan a kajian:Review ; kajian:focalStudy :studi-ini ; kajian:priorStudies ( {listed} ) .\n{own}{studies}"
    )


def study(name: str, said: Sequence[Said]) -> str:
    """Statements of one study, numbered; a value that is no name is free text."""
    return "".join(_statement(f":fs-{name}-{at}", f":studi-{name}", *each) for at, each in enumerate(said, 1))


def _statement(identifier: str, of: str, facet: str, value: str, said: str) -> str:
    state, basis = _STATES[said]
    named = f"kajian:facetValue {value} ;" if value.startswith((":", "facet:")) else ""
    words = f'rdf:value "{value}"@id ;' if value and not named else ""
    return (
        f"{identifier} a kajian:FacetStatement ; kajian:ofStudy {of} ; kajian:facet {facet} ; {named} {words} "
        f"kajian:state facet:{state} ; kajian:basis facet:{basis} .\n"
    )


def sentence(identifier: str, kind: str, of: str, facets: str, words: str, basis: str = "") -> str:
    """A written similarity or difference."""
    based = f'kajian:basedOn "{basis}" ;' if basis else ""
    return (
        f":{identifier} a kajian:{kind} ; kajian:compares :studi-ini ; kajian:comparedWith :studi-{of} ; "
        f'kajian:facet {facets} ; {based} rdf:value "{words}"@id .\n'
    )
