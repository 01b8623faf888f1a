"""Ten pairs of studies of several fields, for sentences that were read: this study first, then a prior one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kb.model.study import Basis, FacetValue, State, Study
from kb.review.grammar import GRAMMARS
from kb.review.sentences import Naming, Speaker
from kb.review.similarity import compare

ENGLISH = {
    "jejaring kerja": "networking", "motivasi belajar": "motivation to learn", "hasil belajar": "learning outcomes",
    "literasi digital": "digital literacy", "kepuasan kerja": "job satisfaction", "kinerja karyawan": "employee performance",
    "teori konstruktivisme": "constructivist theory", "teori perilaku terencana": "theory of planned behaviour",
    "pekerjaan sosial": "social work", "modal sosial": "social capital", "tujuan": "purpose", "struktur": "structure",
    "gaya": "style", "nilai": "value", "kualitatif": "qualitative", "kuantitatif": "quantitative", "campuran": "mixed-methods",
    "studi kasus": "case study", "deskriptif": "descriptive", "eksperimen semu": "quasi-experimental", "survei": "survey",
    "penelitian tindakan kelas": "classroom action research", "wawancara": "interviews",
    "wawancara mendalam": "in-depth interviews", "observasi": "observation", "kuesioner": "questionnaires",
    "dokumentasi": "documentation", "tes": "tests", "analisis tematik": "thematic analysis", "uji t": "t-tests",
    "regresi linear berganda": "multiple linear regression", "sampel jenuh": "total sampling",
    "purposive sampling": "purposive sampling", "siswa kelas X": "Grade 10 students", "guru honorer": "contract teachers",
    "karyawan bagian produksi": "production workers", "pemilik warung": "shop owners", "lansia": "older people",
    "SMA Negeri 1 Garut": "SMA Negeri 1 Garut", "Kota Medan": "Medan", "PT Sinar Abadi": "PT Sinar Abadi",
    "Desa Sukamaju": "Sukamaju village", "pelatihan wirausaha": "business training", "kelompok dukungan": "support groups",
    "SMA": "senior high school", "SMP": "junior high school", "manufaktur": "manufacturing", "jasa": "services",
    "permodalan": "capital", "pemasaran": "marketing", "jaringan usaha": "business networks",
}  # fmt: skip
LABELS = {
    "id": {"aspect": "aspek", "topic": "fokus", "approach": "pendekatan", "design": "desain", "theory": "teori",
           "jenjang": "jenjang", "sektor": "sektor", "hambatan": "hambatan", "data-collection": "pengumpulan data"},
    "en": {"aspect": "aspect", "topic": "topic", "approach": "approach", "design": "design", "theory": "theory",
           "jenjang": "level of schooling", "sektor": "sector", "hambatan": "obstacle", "data-collection": "data collection"},
}  # fmt: skip
FACETS = ("topic", "aspect", "theory", "approach", "design", "data-collection", "analysis", "sampling", "subjects",
          "jenjang", "sektor", "hambatan", "location", "program")  # fmt: skip
KINDS = {"wawancara mendalam": {"wawancara"}}

Said = Mapping[str, str]
"""Facet -> values separated by ";": "-x" is absent, "?x" not mentioned, "~x" a reader's mapping, "x=word" called so."""


@dataclass(frozen=True)
class Pair:
    """Two studies, and how the prior one is cited."""

    name: str
    ours: Said
    theirs: Said
    citation: str = "Sari (2019)"
    prior: str = "Sari"
    future: bool = False
    quantitative: bool = False
    owner: Mapping[str, str] = field(default_factory=dict)


PAIRS: Sequence[Pair] = (
    Pair(
        "aspek-dan-program",
        {"topic": "jejaring kerja", "aspect": "tujuan;struktur;gaya;nilai", "theory": "pekerjaan sosial",
         "approach": "kualitatif", "program": "pelatihan wirausaha", "subjects": "pemilik warung", "location": "Desa Sukamaju"},
        {"topic": "jejaring kerja=jaringan usaha", "aspect": "~tujuan=pembentukan kelompok;~nilai=pembagian hasil",
         "theory": "?pekerjaan sosial", "approach": "kualitatif", "program": "?pelatihan wirausaha",
         "subjects": "guru honorer", "location": "Kota Medan"},
        owner={"id": " jejaring kerja", "en": " of networking"},
    ),
    Pair(
        "dua-kuantitatif",
        {"topic": "kepuasan kerja;kinerja karyawan", "approach": "kuantitatif", "design": "survei",
         "data-collection": "kuesioner", "analysis": "regresi linear berganda", "sampling": "sampel jenuh",
         "subjects": "karyawan bagian produksi", "sektor": "manufaktur", "location": "PT Sinar Abadi"},
        {"topic": "kepuasan kerja;kinerja karyawan", "approach": "kuantitatif", "design": "survei",
         "data-collection": "kuesioner", "analysis": "uji t", "sampling": "purposive sampling",
         "subjects": "guru honorer", "sektor": "jasa", "location": "Kota Medan"},
        "Nur dan Putri (2021)", "Nur dan Putri", quantitative=True,
    ),
    Pair(
        "pendekatan-berbeda",
        {"topic": "motivasi belajar", "theory": "teori konstruktivisme", "approach": "kualitatif", "design": "studi kasus",
         "data-collection": "wawancara;observasi;dokumentasi", "subjects": "siswa kelas X", "location": "SMA Negeri 1 Garut"},
        {"topic": "motivasi belajar;hasil belajar", "theory": "teori konstruktivisme", "approach": "kuantitatif",
         "design": "eksperimen semu", "data-collection": "tes;observasi", "subjects": "siswa kelas X", "location": "Kota Medan"},
    ),
    Pair(
        "proposal",
        {"topic": "literasi digital", "theory": "teori perilaku terencana;modal sosial", "approach": "campuran",
         "design": "survei;studi kasus", "data-collection": "kuesioner;wawancara", "subjects": "siswa kelas X",
         "location": "SMA Negeri 1 Garut", "program": "kelompok dukungan"},
        {"topic": "literasi digital", "theory": "teori perilaku terencana", "approach": "kuantitatif", "design": "survei",
         "data-collection": "kuesioner", "subjects": "guru honorer", "program": "-kelompok dukungan"},
        "Hadi dkk. (2020)", "Hadi dkk.", future=True,
    ),
    Pair(
        "jenis-dari",
        {"topic": "modal sosial", "data-collection": "wawancara;dokumentasi", "analysis": "analisis tematik"},
        {"topic": "modal sosial", "data-collection": "wawancara mendalam;dokumentasi", "analysis": "analisis tematik"},
    ),
    Pair(
        "hanya-tempat",
        {"topic": "literasi digital", "approach": "kualitatif", "jenjang": "SMP", "location": "Desa Sukamaju"},
        {"topic": "literasi digital", "approach": "kualitatif", "jenjang": "SMP", "location": "Kota Medan"},
    ),
    Pair(
        "sama-sama-tidak",
        {"topic": "jejaring kerja", "theory": "-modal sosial", "program": "-pelatihan wirausaha", "hambatan": "permodalan;pemasaran"},
        {"topic": "modal sosial", "theory": "-modal sosial", "program": "-pelatihan wirausaha", "hambatan": "permodalan"},
    ),
    Pair(
        "tidak-disebutkan-seluruhnya",
        {"topic": "hasil belajar", "approach": "kuantitatif", "design": "penelitian tindakan kelas", "jenjang": "SMA"},
        {"topic": "hasil belajar", "approach": "?", "design": "?", "jenjang": "SMP"},
        "Yanti (t.t.)", "Yanti",
    ),
    Pair(
        "aspek-dinyatakan",
        {"topic": "jejaring kerja", "aspect": "tujuan;struktur;gaya", "approach": "kualitatif"},
        {"topic": "jejaring kerja", "aspect": "struktur;nilai", "approach": "kualitatif;kuantitatif"},
        owner={"id": " jejaring kerja", "en": " of networking"},
    ),
    Pair(
        "tafsiran-berbeda",
        {"topic": "modal sosial", "aspect": "tujuan", "theory": "pekerjaan sosial", "subjects": "lansia", "location": "Desa Sukamaju"},
        {"topic": "~modal sosial=saling percaya antarwarga", "aspect": "~struktur=susunan pengurus", "subjects": "lansia",
         "program": "kelompok dukungan", "location": "Kota Medan"},
    ),
)  # fmt: skip


def study_of(said: Said, focal: bool) -> Study:
    """A study from its compact form."""
    facets = {name: tuple(_value(name, part) for part in values.split(";")) for name, values in said.items()}
    return Study("studi-ini" if focal else "studi-lain", "Studi", None, focal, facets)


def _value(facet: str, words: str) -> FacetValue:
    state: State = "absent" if words[:1] == "-" else "not-in-source" if words[:1] == "?" else "stated"
    basis: Basis = "interpreted" if words[:1] in "~?" and words else "stated"
    bare, _, called = words.lstrip("-?~").partition("=")
    labels = {"id": bare, "en": ENGLISH[bare]} if bare else {}
    return FacetValue(f"{facet}-{bare}", facet, bare or None, called or bare or None, state, basis, None, labels)


def spoken(pair: Pair) -> str:
    """What Kajian says of the pair in both languages, with what it does not compare."""
    ours, theirs = study_of(pair.ours, True), study_of(pair.theirs, False)
    found = compare(ours, theirs, FACETS, KINDS, {"approach"})
    lines = []
    for language in ("id", "en"):
        naming = Naming(
            _in(language, pair.citation),
            _in(language, pair.prior),
            LABELS[language],
            pair.owner.get(language, ""),
            pair.quantitative,
            {"jejaring kerja": {"jaringan usaha"}},
            pair.future,
        )
        similar = Speaker(GRAMMARS[language], naming, str).similarities(found)
        different = Speaker(GRAMMARS[language], naming, str).differences(found)
        lines.append(f"[{language}]")
        lines += [f"= {sentence.text}" for sentence in similar] + [f"≠ {sentence.text}" for sentence in different]
    open_ones = [c for c in found if c.outcome in ("unread", "conflict") and c.missing != ("ours", "theirs")]
    lines.append("[?]")
    lines += [f"{c.facet}: {c.outcome} {', '.join(c.missing)}" for c in open_ones]
    return "\n".join(lines) + "\n"


def _in(language: str, name: str) -> str:
    return (
        name if language == "id" else name.replace(" dan ", " and ").replace("dkk.", "et al.").replace("t.t.", "n.d.")
    )
