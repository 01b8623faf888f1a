"""The narrative: only what is stated, readings said as such, what cannot be compared never claimed, good prose."""

from __future__ import annotations

import io
import itertools
import re
from pathlib import Path

import pytest
from docx import Document
from small_project import BASE, STATEMENTS, Said, make

from kb.model.narrative import Narrative, Paragraph
from kb.model.profile import Profile
from kb.model.search_log import SearchLog
from kb.model.text import runs
from kb.outputs import prose
from kb.outputs.records import narrative_record
from kb.queries.studies import prior_studies
from kb.review.narrative import narrative
from kb.review.searches import date_words, search_sentence
from kb.review.source_words import aim_of, continued, finding_of, is_doing, seen_from_here
from kb.store.library import Library
from kb.store.project import open_project

PROFILE = Profile("umum", "", ())
TOLD: dict[str, tuple[Said, ...]] = {
    **{name: tuple(said) for name, said in STATEMENTS.items()},
    "sari": (
        *STATEMENTS["sari"],
        ("facet:aim", "Tujuan penelitian ini adalah untuk mengetahui minat baca siswa.", "stated"),
        ("facet:findings", "Hasil penelitian menunjukkan bahwa minat baca naik.", "stated"),
        ("facet:findings", "namun, hanya pada siswa perempuan", "stated"),
        ("facet:subjects", "siswa kelas X", "stated"),
        ("facet:sampling", "facet:purposive-sampling", "stated"),
        ("facet:limitations", "waktu yang singkat", "stated"),
        ("facet:program", "pelatihan guru", "absent"),
    ),
    "nur": (
        *STATEMENTS["nur"],
        ("facet:aim", "pengaruh motivasi terhadap literasi", "stated"),
        ("facet:findings", "Budi Santoso paling banyak membaca", "stated"),
        ("facet:findings", "motivasi naik", "read"),
        ("facet:sampling", "dipilih tiga puluh siswa", "stated"),
        ("facet:analysis", "facet:thematic-analysis", "stated"),
    ),
}
SEARCH = """
:tinjauan kajian:searchLog :telusur-1 .
:telusur-1 a kajian:SearchLog ; kajian:database "Garuda" ; kajian:searchTerm "literasi digital" ; dct:date "2024-03-12" ;
    kajian:resultsFound 1240 ; kajian:resultsKept 5 .
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return make(tmp_path_factory.mktemp("membaca"), SEARCH, statements=TOLD)


@pytest.fixture(scope="module")
def example(example_root: Path) -> Library:
    return open_project(example_root)


def told(library: Library, language: str = "id") -> dict[str, str]:
    made = narrative(library, PROFILE, None, language)
    return {paragraph.study or paragraph.kind: paragraph.text for paragraph in made.paragraphs}


# --- one study --------------------------------------------------------------------------------------------------------
def test_a_study_is_told_from_its_facets_in_the_order_of_a_thesis(library: Library) -> None:
    assert told(library)["studi-sari"] == (
        "Sari (2019) melakukan penelitian berjudul “Literasi Digital Siswa”, yang berfokus pada literasi digital. "
        "Penelitian tersebut bertujuan untuk mengetahui minat baca siswa. Sari menggunakan pendekatan kuantitatif. "
        "Subjeknya adalah siswa kelas X di Kabupaten Garut. Sampel diambil dengan teknik *purposive sampling*. Data "
        "dikumpulkan melalui kuesioner. Penelitian Sari mencakup jenjang SMA. Penelitian tersebut menyatakan tidak "
        "memuat pelatihan guru. Hasil penelitian tersebut menunjukkan bahwa minat baca naik. Namun, hanya pada siswa "
        "perempuan. Keterbatasan yang disebutkan adalah waktu yang singkat."
    )


def test_what_fits_no_frame_is_quoted_and_names_keep_their_capital(library: Library) -> None:
    text = told(library)["studi-nur"]
    assert "Tujuannya berkenaan dengan pengaruh motivasi terhadap literasi." in text
    assert "Tentang pengambilan sampel, disebutkan “dipilih tiga puluh siswa”." in text
    assert (
        "Hasilnya sebagai berikut. Budi Santoso paling banyak membaca. Motivasi naik (menurut telaah penulis)." in text
    )


def test_a_reading_is_said_as_such_and_never_as_stated(library: Library) -> None:
    text = told(library)["studi-nur"]
    assert "yang berfokus pada motivasi belajar." in text
    assert "Menurut telaah penulis, pembahasannya bersesuaian dengan fokus literasi digital." in text
    assert "berfokus pada literasi digital" not in text


def test_nothing_is_said_of_what_is_unread_or_not_in_the_source(library: Library) -> None:
    text = told(library)["studi-hadi"]
    assert "pendekatan" not in text and "berfokus" not in text
    assert (
        told(library)["studi-lestari"]
        == "Penelitian terakhir yang ditelaah adalah penelitian Lestari (t.t.) berjudul “Membaca Lagi”."
    )


def test_neighbours_do_not_open_alike(library: Library) -> None:
    openings = [text.split()[:3] for study, text in told(library).items() if study.startswith("studi-")]
    assert all(one != other for one, other in itertools.pairwise(openings))


def test_english_quotes_words_of_another_language(library: Library) -> None:
    text = told(library, "en")["studi-sari"]
    assert "It was carried out in Garut." in text
    assert "Of its subjects the source says “siswa kelas X”." in text
    assert "Its findings, in the words of the source: “Hasil penelitian menunjukkan bahwa minat baca naik." in text


def test_a_thesis_is_called_one_and_two_authors_take_the_singular(tmp_path: Path) -> None:
    only = make(tmp_path, statements={**STATEMENTS, "sari": ()})
    assert "Ahmad" not in told(only)["studi-nur"]
    english = told(only, "en")["studi-nur"]
    assert "Nur and Putri (2021)" in english and not re.search(r"Putri (?:use|focus|collect)s?\b", english)


def test_the_order_of_the_notes_changes_nothing(library: Library, tmp_path: Path) -> None:
    make(tmp_path, SEARCH, statements=TOLD)
    notes = tmp_path / "notes" / "catatan.ttl"
    lines = notes.read_text(encoding="utf-8").splitlines()
    said = [line for line in lines if " a kajian:FacetStatement" in line]
    others = [line for line in lines if line not in said]
    assert len(said) > 20
    notes.write_text("\n".join([*others, *reversed(said)]), encoding="utf-8")
    assert told(open_project(tmp_path)) == told(library)


# --- together ---------------------------------------------------------------------------------------------------------
def test_what_all_share_what_some_do_and_what_single_ones_do(example: Library, library: Library) -> None:
    assert told(example)["shared"].startswith(
        "Berdasarkan uraian di atas, ketiga penelitian terdahulu tersebut dan penelitian ini sama-sama berfokus pada "
        "jejaring kerja. Adapun penelitian Murni (2016) dan Kumalasari (2021), seperti penelitian ini, menggunakan "
        "pendekatan kualitatif."
    )
    shared = told(library)["shared"]
    assert "penelitian Nur dan Putri (2021) serta Yanti (2015) menggunakan pendekatan kualitatif" in shared
    assert "Selain itu, seperti penelitian ini, penelitian Sari (2019) berfokus pada literasi digital;" in shared
    assert "Menurut telaah penulis, pembahasan dalam penelitian Nur dan Putri (2021) bersesuaian dengan" in shared


def test_place_is_the_last_thing_that_is_shared(library: Library) -> None:
    shared = told(library)["shared"]
    assert shared.index("dilakukan di Kabupaten Garut") > shared.index("pendekatan kualitatif")


def test_differences_are_grouped_and_place_comes_last(library: Library) -> None:
    text = told(library)["differences"]
    assert (
        "Penelitian ini menggunakan pendekatan kualitatif, sedangkan penelitian Sari (2019) menggunakan pendekatan "
        "kuantitatif; berdasarkan telaah penulis, pendekatan tidak disebutkan dalam penelitian Hadi (2021)."
    ) in text
    assert text.endswith("sedangkan penelitian ini dilakukan di Kabupaten Garut.")


def test_a_person_has_no_variables_and_what_was_learned_is_a_finding(tmp_path: Path) -> None:
    """Only a study has a level of schooling, and "hasil belajar" does not say that it is the result of a study."""
    said: dict[str, tuple[Said, ...]] = {
        **TOLD,
        "yanti": (*TOLD["yanti"], ("facet:findings", "Hasil belajar meningkat.", "stated")),
        "hadi": (("facet:findings", "Hasil uji menunjukkan minat baca naik.", "stated"),),
        "lestari": (("facet:findings", "Hasil penelitian minat baca naik.", "stated"),),
    }
    texts = told(make(tmp_path, statements=said))
    assert not any(re.search(r"(?<!enelitian) (Sari|Nur dan Putri|Yanti) mencakup", text) for text in texts.values())
    assert re.search(r"bahwa hasil belajar meningkat\.", texts["studi-yanti"])
    assert ". Hasil uji menunjukkan minat baca naik." in texts["studi-hadi"]
    assert ". Hasil penelitian minat baca naik." in texts["studi-lestari"]


def test_the_gap_is_never_that_nobody_asked_the_same_people(tmp_path: Path) -> None:
    """ "60 siswa kelas VIII" are this study's own: nobody else can have them, so they are no gap."""
    everyone = {
        name: (("facet:approach", "facet:qualitative", "stated"), ("facet:subjects", f"{at}0 siswa", "stated"))
        for at, name in enumerate(STATEMENTS, 3)
    }
    assert "gap" not in told(make(tmp_path, statements=everyone))


def test_words_of_another_language_stand_in_italics_and_places_do_not(tmp_path: Path) -> None:
    own = (("facet:subjects", "siswa kelas VIII", "stated"), ("facet:location", "Desa Balai", "stated"))
    prior = (("facet:subjects", "guru", "stated"), ("facet:location", "Kota Lama", "stated"))
    library = make(tmp_path, statements={**STATEMENTS, "ini": own, "sari": prior})
    assert "concerns *siswa kelas VIII* in Desa Balai" in told(library, "en")["differences"]
    assert "berkenaan dengan siswa kelas VIII di Desa Balai" in told(library)["differences"]


def test_one_relevance_of_all_is_told_once(example: Library) -> None:
    made = told(example)
    assert sum(text.count("sebagai acuan saat melakukan penelitian") for text in made.values()) == 1
    assert "relevan bagi penelitian ini karena" in made["shared"]


def test_what_cannot_be_compared_is_left_out_and_listed(example: Library) -> None:
    made = narrative(example, PROFILE)
    left_out = dict(made.left_out)
    assert {"theory", "approach", "program"} <= set(left_out["studi-daulay"])
    together = " ".join(p.text for p in made.paragraphs if p.kind in ("shared", "differences"))
    for sentence in re.split(r"(?<=[.;]) ", together):
        if "Daulay" in sentence:
            assert not re.search(r"pendekatan|teori|program", sentence), sentence


def test_the_disputed_sentence_reaches_no_paragraph(example: Library) -> None:
    assert "kuantitatif" not in " ".join(told(example).values())


def test_the_search_stands_before_the_gap_and_claims_no_more_than_it_found(library: Library) -> None:
    kinds = [paragraph.kind for paragraph in narrative(library, PROFILE).paragraphs]
    assert kinds[-2:] == ["search", "gap"]
    assert told(library)["search"] == (
        "Penelusuran pada Garuda (12 Maret 2024) dengan kata kunci “literasi digital” menghasilkan 1.240 karya; lima "
        "ditelaah sebagai penelitian terdahulu."
    )
    assert "belum ada yang meneliti" not in " ".join(told(library).values())


def test_a_project_without_a_frame_has_the_gap_of_two_facets(library: Library) -> None:
    gap = told(library)["gap"]
    assert gap.startswith(
        "Dari dua penelitian terdahulu yang ditelaah dari segi fokus dan pengumpulan data, tidak ada yang"
    )
    assert gap.endswith("serta mengumpulkan data melalui wawancara, observasi, dan dokumentasi.")


def test_no_gap_is_claimed_where_a_prior_study_joins_the_same(tmp_path: Path) -> None:
    everything = make(tmp_path, statements={**STATEMENTS, "hadi": STATEMENTS["ini"]})
    assert "gap" not in told(everything)


def test_a_proposal_speaks_of_what_is_to_come(tmp_path: Path) -> None:
    made = told(make(tmp_path, tense="proposal"))
    assert (
        "Penelitian ini akan menggunakan pendekatan kualitatif, sedangkan penelitian Sari (2019) menggunakan"
        in made["differences"]
    )
    assert " akan " not in made["studi-sari"]


def test_a_filter_leaves_only_the_chosen_studies(library: Library) -> None:
    only = [study for study in prior_studies(library) if study.id == "studi-sari"]
    made = narrative(library, PROFILE, only)
    assert [p.study for p in made.paragraphs if p.kind == "study"] == ["studi-sari"]
    assert "Nur" not in " ".join(p.text for p in made.paragraphs)


def test_without_an_own_study_nothing_is_compared(tmp_path: Path) -> None:
    library = make(tmp_path)
    text = (tmp_path / "notes" / "catatan.ttl").read_text(encoding="utf-8")
    (tmp_path / "notes" / "catatan.ttl").write_text(
        text.replace("kajian:focalStudy :studi-ini ;", ""), encoding="utf-8"
    )
    kinds = {paragraph.kind for paragraph in narrative(open_project(tmp_path), PROFILE).paragraphs}
    assert kinds == {"study"} and library.base == BASE


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_prose_has_no_empty_slot_doubled_word_or_wrong_stop(
    library: Library, example: Library, language: str
) -> None:
    for made in (narrative(library, PROFILE, None, language), narrative(example, PROFILE, None, language)):
        for paragraph in made.paragraphs:
            assert not faults(paragraph), paragraph.text


def faults(paragraph: Paragraph) -> list[str]:
    text = paragraph.text
    found = re.findall(r"[{}]|\bNone\b|  |\s[,.;]|,,|\.\.|“”|;\.|,\.", text)
    found += re.findall(r"\b(\w+) \1\b", text.casefold())
    found += re.findall(r"\b(?:dan|and|serta),", text)
    return found if text.endswith((".", "”", ".”")) and text[0].isupper() else [*found, "case or stop"]


def test_every_paragraph_says_what_it_rests_on(example: Library) -> None:
    record = narrative_record(narrative(example, PROFILE))
    assert set(record) == {"heading", "language", "paragraphs", "left_out"}
    for paragraph in record["paragraphs"]:
        assert paragraph["facets"] and all(p["start"] is not None for p in paragraph["passages"]), paragraph["kind"]
        assert paragraph["passages"]


# --- outputs ----------------------------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def made(example: Library) -> Narrative:
    return narrative(example, PROFILE)


def test_word_has_the_heading_and_a_paragraph_each_with_foreign_terms_in_italics(made: Narrative) -> None:
    paragraphs = [runs(p.text) for p in made.paragraphs]
    document = Document(io.BytesIO(prose.render(paragraphs, "docx", PROFILE, made.heading)))
    texts = [paragraph for paragraph in document.paragraphs if paragraph.text]
    assert texts[0].text == "Penelitian Terdahulu" and len(texts) == 1 + len(made.paragraphs)
    assert any(run.italic and run.text == "purpose" for paragraph in texts for run in paragraph.runs)


def test_markdown_and_latex_hold_every_paragraph(made: Narrative) -> None:
    paragraphs = [runs(p.text) for p in made.paragraphs]
    markdown = prose.render(paragraphs, "md", PROFILE, made.heading).decode()
    assert markdown.startswith("## Penelitian Terdahulu\n\n") and markdown.count("\n\n") == len(made.paragraphs)
    assert r"\textit{purpose}" in prose.render(paragraphs, "tex", PROFILE, made.heading).decode()


# --- the source's words -----------------------------------------------------------------------------------------------
def test_what_introduces_an_aim_or_a_finding_is_said_by_the_frame() -> None:
    assert aim_of("Penelitian ini bertujuan untuk menguji model.", "id") == "menguji model"
    assert aim_of("Tujuan dari penelitian tersebut adalah mengetahui kinerja", "id") == "mengetahui kinerja"
    assert aim_of("The aim of this study was to test a model.", "en") == "to test a model"
    assert finding_of("Penelitian ini menemukan bahwa kelas ramai.", "id") == "kelas ramai"
    assert finding_of("The results show that scores rose.", "en") == "scores rose"


def test_this_study_in_anothers_words_is_not_ours() -> None:
    assert seen_from_here("Hasil penelitian ini baik. Penelitian ini selesai", "id") == (
        "Hasil penelitian tersebut baik. Penelitian tersebut selesai"
    )
    assert seen_from_here("penelitian inilah", "id") == "penelitian inilah"


@pytest.mark.parametrize(("text", "doing"), [("mengetahui X", True), ("media belajar", False), ("pengaruh X", False),
                                             ("berwirausaha", True), ("berita palsu", False)])  # fmt: skip
def test_a_verb_is_told_from_a_thing(text: str, doing: bool) -> None:
    assert is_doing(text, "id") is doing


def test_a_capital_goes_only_from_a_word_that_is_no_name() -> None:
    assert continued("Jejaring kerja baik", {"jejaring"}) == "jejaring kerja baik"
    assert continued("Murni menemukan", {"jejaring"}) is None
    assert continued("PSBKPL Bekasi", {"psbkpl"}) is None


def test_a_search_says_only_what_the_notes_say() -> None:
    log = SearchLog("t", ("Garuda", "Neliti"), ("modal sosial",), None, {}, None, 31, None)
    assert search_sentence(log, "id") == (
        "Penelusuran pada Garuda dan Neliti dengan kata kunci “modal sosial” dilakukan; judul dan abstrak 31 di antaranya "
        "dibaca."
    )
    assert (
        search_sentence(SearchLog("t", ("Garuda",), ("x",)), "en")
        == "A search of Garuda for “x” was made for this review."
    )
    assert [date_words(d, "id") for d in ("2024-03-12", "2024-03", "2024", "awal 2024")] == [
        "12 Maret 2024", "Maret 2024", "2024", "awal 2024",
    ]  # fmt: skip
