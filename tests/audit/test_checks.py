"""Each check on a few lines that show its case, and on lines that look like it and are right."""

from __future__ import annotations

import pytest

from kb.audit.audit import audit
from kb.audit.checks import CHECKS, OTHER_CHECKS
from kb.findings import SEVERITIES, Finding
from kb.locale import finding_fix, finding_message
from kb.locale.words import FINDINGS
from kb.model.limits import Limits
from kb.reading.drafts import read_draft
from kb.store.bibliography_read import read_bibliography

BIB = """
@book{sari2018, author = {Sari, Dewi}, title = {Jejaring usaha di desa}, year = {2018}}
@book{budi2012, author = {Budiman, Tono}, title = {Modal sosial petani}, year = {2012}}
"""
BOTH = "Sari (2018) dan Budiman (2012) sependapat."


def found(text: str, check: str, bib: str = BIB, name: str = "bab.md", limits: Limits | None = None) -> list[Finding]:
    bibliography = read_bibliography(bib.encode(), "r.bib") if bib else None
    report = audit(read_draft([(name, text.encode())]), bibliography, limits=limits or Limits(this_year=2024))
    return [each for each in report.findings if each.check == check]


BAD = {
    "no-bibliography": (BOTH, ""),
    "cited-not-listed": ("Kusnadi (2020) menulis.", BIB),
    "listed-not-cited": ("Sari (2018) menulis.", BIB),
    "citation-year-differs": ("Sari (2017) menulis.", BIB),
    "citation-name-differs": ("Budimann (2012) menulis.", BIB),
    "ambiguous-citation": (BOTH, BIB + "@book{sari2, author = {Sari, Dewi}, title = {Lain}, year = {2018}}"),
    "citation-without-year": ("Menurut Kusnadi, itu benar.", BIB),
    "host-not-listed": ("Colemann (1990) dalam Kusnadi (2012) menulis.", BIB),
    "host-without-year": ("Colemann (1990) dalam Budiman menulis.", BIB),
    "host-older-than-original": ("Colemann (2015) dalam Budiman (2012) menulis.", BIB),
    "two-hosts": ("Colemann (1990) dalam Budiman (2012). Colemann (1990) dalam Sari (2018).", BIB),
    "secondary-share": ("Colemann (1990) dalam Budiman (2012) menulis. " * 6 + BOTH * 3, BIB),
    "person-spellings": ("Koentara (1984) dalam Budiman (2012). Koentarra (1984) dalam Sari (2018).", BIB),
    "name-in-small-letters": ("Menurut suwarsih dalam Budiman (2012) begitu.", BIB),
    "similar-definitions": (
        "Kemiskinan adalah ketidakmampuan memenuhi standar hidup minimum keluarga (Sari, 2018).\n\n"
        "Kemiskinan ialah ketidakmampuan memenuhi standar hidup minimum suatu keluarga (Budiman, 2012).",
        BIB,
    ),
    "list-count-differs": ("Ada tiga jenis, yaitu:\n\n1. satu\n2. dua\n", BIB),
    "ordinal-differs": ("Unsurnya:\n\na. Kepercayaan\nb. Norma\n\nYang kedua adalah kepercayaan antarwarga.", BIB),
    "number-doubled": ("Terdapat tiga (tiga) prinsip.", BIB),
    "item-repeated": ("Kebutuhan dasar seperti papan, pakaian, papan, dan pendidikan.", BIB),
    "heading-order": ("2.1 Satu\n\nIsi.\n\n2.3 Tiga\n\nIsi.\n", BIB),
    "list-order": ("Butir:\n\na. satu\nb. dua\nb. tiga\n", BIB),
    "chapter-title-order": ("KAJIAN KONSEPTUAL\n\nBAB II\n\nIsi bab.", BIB),
    "caption-form": ("Tabel 2 1 Penelitian\n\nA\tB\tC\n1\t2\t3\n", BIB),
    "table-without-caption": ("Isi.\n\nA\tB\tC\n1\t2\t3\n", BIB),
    "table-without-source": ("Tabel 2.1 Penelitian Terdahulu\n\nPeneliti\tJudul\tHasil\nSari (2018)\tX\tY\n", BIB),
    "quotation-unbalanced": ("Ia menulis “begitulah adanya.", BIB),
    "quotation-without-page": (
        "“Modal sosial tidak dapat dibeli dan hanya dapat dipelihara oleh warga yang rukun” (Sari, 2018).", BIB,
    ),
    "quoted-title-differs": ("Penelitian Sari (2018) berjudul “Jejaring usaha kecil di desa” menarik.", BIB),
    "place-spellings": ("Warga Desa Karangwuluh rukun. Di Desa Karangwulu ada pasar.", BIB),
    "mixed-citation-style": ("Begitu (Sari, 2018, hal. 4). Begitu (Budiman, 2012, hlm. 5).", BIB),
    "citation-punctuation": ("Begitu (Sari,2018) dan (Budiman, 2012).", BIB),
    "menurut-doubled": ("Menurut Sari (2018) mengatakan bahwa itu benar.", BIB),
    "words-repeated": ("Siswa yang yang lelah.", BIB),
    "punctuation-doubled": ("Itu benar.. Begitu.", BIB),
    "placeholder-left": ("Kinerja adalah [isi di sini].", BIB),
    "broken-reference": ("Error! Reference source not found. menunjukkan itu.", BIB),
    "entry-people": (BOTH, BIB + "@book{u, author = {Universitas Negeri, Fakultas Teknik}, title = {Pedoman}, year = {2020}}"),
    "entry-year": (BOTH, BIB + "@book{u, author = {Tua, Andi}, title = {Pedoman}, year = {3020}}"),
    "entry-duplicate": (BOTH, BIB + "@book{u, author = {Sari, Dewi}, title = {Jejaring Usaha di Desa}, year = {2018}}"),
}  # fmt: skip

TABLE = """
1. Jejaring usaha di desa (Dewi Sari, 2018)

{prose}

2. Modal sosial petani (Tono Budiman, 2012)

Penelitian Tono Budiman memakai metode kualitatif.

Tabel 2.1 Penelitian Terdahulu

Peneliti\tJudul\tMetode\tHasil\tPersamaan\tPerbedaan
{first}
Tono Budiman (2012)\tModal sosial petani\tKualitatif\tPetani rukun\tSama-sama desa\t{difference}

Sumber: {source}
"""
RIGHT = {
    "prose": "Penelitian Dewi Sari memakai metode kuantitatif. Jejaring telah berjalan baik.",
    "first": "Dewi Sari (2018)\tJejaring usaha di desa\tKuantitatif\tJejaring sudah berjalan\tSama-sama desa\tDewi Sari memakai angket",
    "difference": "Tono Budiman mengkaji petani",
    "source": "Sari (2018); Budiman (2012)",
}
TABLE_BAD = {
    "row-names-another-study": {"difference": "Penelitian Dewi Sari memakai angket"},
    "row-differs-from-bibliography": {"first": RIGHT["first"].replace("(2018)", "(2019)")},
    "row-differs-from-prose": {"first": RIGHT["first"].replace("Kuantitatif", "Kualitatif")},
    "own-method-differs": {
        "first": RIGHT["first"].replace("Sama-sama desa", "Sama-sama memakai metode kualitatif"),
        "difference": "Penelitian ini menggunakan metode kuantitatif, Tono Budiman tidak",
    },
    "study-missing-from-table": {"first": "Agus Salim (2018)\tLain\tKuantitatif\tX\tY\tZ"},
    "study-missing-from-prose": {"first": RIGHT["first"] + "\nRatih Kumala (2012)\tLain\tKualitatif\tX\tY\tZ"},
    "source-claims-others": {"source": "Hasil Penelitian 2023"},
}


@pytest.mark.parametrize("check", BAD)
def test_the_case_of_a_check_is_found_once(check: str) -> None:
    text, bib = BAD[check]
    assert len(found(text, check, bib)) == 1


@pytest.mark.parametrize("check", TABLE_BAD)
def test_the_case_of_a_check_of_tables_is_found(check: str) -> None:
    assert found(TABLE.format(**{**RIGHT, **TABLE_BAD[check]}), check)


def test_a_right_table_has_no_error_and_no_warning() -> None:
    report = audit(read_draft([("bab.md", TABLE.format(**RIGHT).encode())]), read_bibliography(BIB.encode(), "r.bib"))
    assert [each for each in report.findings if each.severity != "info"] == []


def test_every_check_has_a_case_or_a_test_of_its_own() -> None:
    own = {"header-repeated", "few-sources", "old-sources"}
    assert {check.name for check in CHECKS} == set(BAD) | set(TABLE_BAD) | own


FINE = {
    "list-count-differs": [
        "Ada beberapa jenis, antara lain tiga yang utama:\n\n1. satu\n2. dua\n",
        "Pengujian dilakukan tiga kali pada:\n\n1. pagi\n2. sore\n",
        "Ada dua macam, yaitu:\n\na. satu\n   - rinci\n   - rinci lagi\nb. dua\n",
        "Dari dua jenis data tersebut, langkahnya adalah:\n\n1. satu\n2. dua\n3. tiga\n",
        "Ada tiga macam, yaitu:\n\n1. satu\n2. dua\n\nUraian yang kedua cukup panjang.\n\n3. tiga\n",
    ],
    "list-order": ["Butir:\n\na. satu\nb. dua\n\nLain:\n\na. satu\nb. dua\n", "Butir:\n\n1. luar\n1. dalam\n2. dalam\n2. luar\n", "Butir:\n\ni. satu\nii. dua\niii. tiga\niv. empat\n"],
    "heading-order": ["2.1 Satu\n\nIsi.\n\n2.1.1 Rinci\n\nIsi.\n\n2.1.2 Rinci\n\nIsi.\n\n2.2 Dua\n\nIsi.\n\n2.2.1 Lagi\n\nIsi.\n"],
    "number-doubled": ["Ada empat (4) hal dan 75 (tujuh puluh lima) poin serta tiga (3) unsur."],
    "item-repeated": ["Tahap pra rehabilitasi, rehabilitasi, dan pasca rehabilitasi.", "Dari hari ke hari, dari desa ke desa, warga rukun."],
    "words-repeated": ["Di Pulau Bora Bora orang berlibur. Hati-hati dan sama-sama."],
    "quotation-unbalanced": ["“Satu paragraf dibuka\n\n“dan paragraf kedua ditutup.”", 'Layar 14" dan kata "jejaring" itu.'],
    "place-spellings": ["Desa Sukamaju dan Desa Sukamajo bertetangga.", "Desa Sukamaju rukun. Desa Sukamakmur juga."],
    "quotation-without-page": [
        "“Modal sosial tidak dapat dibeli dan hanya dapat dipelihara oleh warga yang rukun” (Sari, 2018: 5).",
        'Istilah "jejaring" dipakai (Sari, 2018).',
    ],
    "caption-form": ["Tabel 2.1\n\nPenelitian Terdahulu\n\nA\tB\tC\n1\t2\t3\n", "Gambar 2.1. Alur penelitian\n"],
    "punctuation-doubled": ["Begitulah... dan seterusnya, dkk., dan Ibid., hlm. 5. Rp500.000,-."],
    "cited-not-listed": ["Menurut Sari (2018), begitu. Menurut Sari, begitu pula."],
    "host-older-than-original": ["Colemann (1990) dalam Budiman (2012) menulis."],
    "placeholder-left": ["Nama: ______ (Sumber [sumber: BPS]) dan PT XXXX.", "Tahun [2018] dan judul [sic] serta [1]."],
}  # fmt: skip


@pytest.mark.parametrize(("check", "text"), [(check, text) for check, texts in FINE.items() for text in texts])
def test_what_is_right_is_not_found(check: str, text: str) -> None:
    assert found(text, check) == []


def test_many_uncited_entries_are_a_suggestion_since_a_thesis_has_more_chapters() -> None:
    many = BIB + "".join(
        f"@book{{x{n}, author = {{Orang{n}, A}}, title = {{Judul nomor {n} itu}}, year = {{2001}}}}" for n in range(30)
    )
    assert [each.severity for each in found(BOTH, "listed-not-cited", many)] == ["info"]
    assert [each.severity for each in found("Sari (2018).", "listed-not-cited")] == ["warning"]


def test_limits_of_a_campus_make_warnings() -> None:
    limits = Limits(secondary_share=0.1, least_sources=5, recent_years=5, this_year=2024)
    text = "Colemann (1990) dalam Budiman (2012). Sari (2018)."
    for check in ("secondary-share", "few-sources", "old-sources"):
        assert [each.severity for each in found(text, check, limits=limits)] == ["warning"], check
        if check != "secondary-share":
            assert not found(text, check)


def test_one_work_cited_often_and_not_listed_is_one_finding_with_all_places() -> None:
    each = found("Kusnadi (2020) menulis.\n\nBegitu (Kusnadi, 2020).\n\nKusnadi (2020: 4) lagi.", "cited-not-listed")
    assert [(one.place.line, [place.line for place in one.related]) for one in each] == [(1, [3, 5])]


def test_repeated_table_heads_are_said_once() -> None:
    head = "Peneliti\tJudul\tHasil\n"
    rows = [f"{head}Sari (2018)\tX\tY\n", f"{head}Budiman (2012)\tX\tY\n"]
    assert len(found("Tabel 2.1 Penelitian Terdahulu\n\n" + "\n".join(rows), "header-repeated")) == 1


def test_an_entry_that_cannot_be_read_is_in_the_report() -> None:
    broken = BIB + "\n@book{rusak, author = {Sari, title = {X}\n"
    report = audit(read_draft([("bab.md", BOTH.encode())]), read_bibliography(broken.encode(), "r.bib"))
    assert "unreadable-entry" in {each.check for each in report.findings}


@pytest.mark.parametrize("check", [*(check.name for check in CHECKS), *OTHER_CHECKS])
def test_every_finding_says_what_and_what_next_in_both_languages(check: str) -> None:
    finding = Finding(check, "info")
    for language in ("id", "en"):
        message, fix = finding_message(finding, language), finding_fix(finding, language)
        assert len(message) > 15 and len(fix) >= 10 and message != fix
    assert finding_message(finding, "id") != finding_message(finding, "en")


def test_checks_are_named_once_and_stay_within_their_severity() -> None:
    names = [check.name for check in CHECKS]
    assert len(names) == len(set(names)) and set(names) <= set(FINDINGS)
    worst = {check.name: SEVERITIES.index(check.severity) for check in CHECKS}
    for check, (text, bib) in BAD.items():
        for each in found(text, check, bib):
            assert SEVERITIES.index(each.severity) >= worst[check], check
