"""Typed citations are found with their parts, and what only looks like one is left alone."""

from __future__ import annotations

from typing import Any

import pytest

from kb.citing.grammar import citations
from kb.model.citation import CitationFound
from kb.reading.drafts import read_draft


def found(text: str, name: str = "bab.md") -> list[CitationFound]:
    return [each for each in citations(read_draft([(name, text.encode())])) if not each.weak]


def parts(text: str) -> list[tuple[Any, ...]]:
    return [(each.authors, each.year, each.locator) for each in found(text)]


DIRECT = {
    "Hal itu penting (Sari, 2018).": (("Sari",), "2018", None),
    "Sari (2018) menulis hal itu.": (("Sari",), "2018", None),
    "Menurut Sugiyono (2017:9), itu benar.": (("Sugiyono",), "2017", "9"),
    "Menurut Sugiyono, 2017: 9 itu benar.": (("Sugiyono",), "2017", "9"),
    "Begitulah (Arikunto, 2010: 172).": (("Arikunto",), "2010", "172"),
    "Pendapat Arikunto, (2010: 172) lain.": (("Arikunto",), "2010", "172"),
    "Pendapat Nana Sudjana (2010; 22) lain.": (("Nana Sudjana",), "2010", "22"),
    "Hamalik (2008, h.30-31) menulis.": (("Hamalik",), "2008", "30–31"),
    "Hamalik (2008 hlm. 60) menulis.": (("Hamalik",), "2008", "60"),
    "Itu benar (Moleong, 2014, hal. 6).": (("Moleong",), "2014", "6"),
    "Itu benar (lihat Moleong, 2014, pp. 6–7).": (("Moleong",), "2014", "6–7"),
    "Deci & Ryan (2000) berpendapat.": (("Deci", "Ryan"), "2000", None),
    "Dimyati dan Mudjiono (2013) berpendapat.": (("Dimyati", "Mudjiono"), "2013", None),
    "Prasetyo, Qomariah, dan Rahayu (2021) menulis.": (("Prasetyo", "Qomariah", "Rahayu"), "2021", None),
    "Nainggolan dkk. (2021) menulis.": (("Nainggolan",), "2021", None),
    "Sari, dkk (2020) menulis.": (("Sari",), "2020", None),
    "Wibowo dan kawan-kawan (2018) menulis.": (("Wibowo",), "2018", None),
    "Begitulah (Huda et al., 2015).": (("Huda",), "2015", None),
    "Sanjaya, W. (2010) menulis.": (("Sanjaya, W.",), "2010", None),
    "Rahmawati, S., & Hidayat, T. (2020) menulis.": (("Rahmawati, S.", "Hidayat, T."), "2020", None),
    "Menurut Prof. Dr. S. Nasution, M.A. (2003) itu benar.": (("S. Nasution",), "2003", None),
    "Robert K. Yin (2009) menulis.": (("Robert K. Yin",), "2009", None),
    "Teori van der Berg (2003) lain.": (("van der Berg",), "2003", None),
    "Menurut al-Ghazali (1999) lain.": (("al-Ghazali",), "1999", None),
    "Teori Maslow (1943) terkenal.": (("Maslow",), "1943", None),
    "Hasil penelitian Dewi (2018) sama.": (("Dewi",), "2018", None),
    "Badan Pusat Statistik (2020) mencatat.": (("Badan Pusat Statistik",), "2020", None),
    "Kementerian Kesehatan RI (2018) melapor.": (("Kementerian Kesehatan RI",), "2018", None),
    "Begitu (Kementerian Pendidikan dan Kebudayaan, 2013).": (("Kementerian Pendidikan dan Kebudayaan",), "2013", None),
    "Begitu (BPS, 2020).": (("BPS",), "2020", None),
    "Itu benar (Nugroho, 2017a).": (("Nugroho",), "2017a", None),
    "Freud (1900/1953) menulis.": (("Freud",), "1953", None),
    "Sugiyono (t.t.) menulis.": (("Sugiyono",), None, None),
    "Johnson's (2014) study.": (("Johnson",), "2014", None),
    "According to Smith and Jones (2018, p. 45), so.": (("Smith", "Jones"), "2018", "45"),
    "Sementara menurut Suharto, jenisnya tiga.": (("Suharto",), None, None),
    "Begitulah (Wayre E. Bakri: 1994).": (("Wayre E. Bakri",), "1994", None),
    "Begitulah (Anklam,2007).": (("Anklam",), "2007", None),
    "Itu kata (Suprapto, 2010": (("Suprapto",), "2010", None),
}


@pytest.mark.parametrize("text", DIRECT)
def test_a_typed_citation_is_found_with_its_parts(text: str) -> None:
    assert parts(text) == [DIRECT[text]]


SECONDARY = {
    "Burt (2001:31) dalam Mochamad Fatwandi membagi jejaring.": ("Burt", "2001", "Mochamad Fatwandi", None),
    "Itu luas. (Baker 2000) dalam Mochamad Fatwandi.": ("Baker", "2000", "Mochamad Fatwandi", None),
    "Itu luas. Wayne E.Braker,1984 dalam Mochamad Fatwandi.": ("Wayne E.Braker", "1984", "Mochamad Fatwandi", None),
    "Alasannya menurut Anklam 2007 dalam buku LAN RI karena itu.": ("Anklam", "2007", "LAN RI", None),
    "Menurut Charles Zastrow (dalam Dwi Heru Sukoco, 1998, hal. 7) begitu.": ("Charles Zastrow", None, "Dwi Heru Sukoco", "1998"),
    'Siporin juga mendefinisikannya sebagai "cara untuk membantu" (dalam Adi Fahrudin, 2014).': (
        "Siporin", None, "Adi Fahrudin", "2014",
    ),
    "Menurut tambunan dalam Muchlisin Riadi dan industri rumah tangga adalah.": ("tambunan", None, "Muchlisin Riadi", None),
    "Sumaatmadja dalam Muchlisin Riadi menggambarkan industri.": ("Sumaatmadja", None, "Muchlisin Riadi", None),
    "Colemann (1990) dalam Cahyadi (2012) menyatakan.": ("Colemann", "1990", "Cahyadi", "2012"),
    "Baumgart (1998, dalam Hartanti, 2016) menyebut.": ("Baumgart", "1998", "Hartanti", "2016"),
    "Begitu (Bernardinus, 2003 dalam Sudarmanta, 2014: 8).": ("Bernardinus", "2003", "Sudarmanta", "2014"),
    "Begitu (Gulo dalam Trianingsih, 2010).": ("Gulo", None, "Trianingsih", "2010"),
    "Begitu (Moorland & Hunter, 1994 dikutip dalam Tjipta, 2012).": ("Moorland", "1994", "Tjipta", "2012"),
    "Begitu (Piaget, 1952, as cited in Santrock, 2011).": ("Piaget", "1952", "Santrock", "2011"),
    "Sebagaimana dikutip oleh Djamarah (2015), Slameto (2010) menulis.": ("Slameto", "2010", "Djamarah", "2015"),
    "As cited in Parker (2015), Dewey (1938) wrote it.": ("Dewey", "1938", "Parker", "2015"),
    "Hasbullah (2006: 1) (dalam Tirtarahardja, 2005) menulis.": ("Hasbullah", "2006", "Tirtarahardja", "2005"),
    "Lickona (1991) yang dikutip oleh Hasan (2015) menyebut.": ("Lickona", "1991", "Hasan", "2015"),
}  # fmt: skip


@pytest.mark.parametrize("text", SECONDARY)
def test_a_secondary_citation_keeps_originator_and_host(text: str) -> None:
    each = found(text)[0]
    assert each.via is not None
    year = SECONDARY[text][1]
    assert (each.authors[0], each.year, each.via.authors[0], each.via.year) == SECONDARY[text]
    assert len(found(text)) == 1 and year == each.year


def test_two_originators_read_through_one_host_are_two_citations() -> None:
    both = found("Menurut Kartasasmita (1997) dan Baswir (1997) dalam Bambang Rustanto ada empat.")
    assert [(each.authors, each.via and each.via.authors) for each in both] == [
        (("Kartasasmita",), ("Bambang Rustanto",)),
        (("Baswir",), ("Bambang Rustanto",)),
    ]


def test_several_works_in_one_bracket_are_several_citations_at_their_places() -> None:
    text = "Begitu (Hendrawati, 2018; Iskandar, 2020: 4; Nugroho, 2017a, 2017b)."
    each = found(text)
    assert [(one.authors[0], one.year) for one in each] == [
        ("Hendrawati", "2018"), ("Iskandar", "2020"), ("Nugroho", "2017a"), ("Nugroho", "2017b"),
    ]  # fmt: skip
    assert [text[one.column - 1 :].startswith(one.authors[0]) for one in each] == [True] * 4


LAWS = [
    "Undang-Undang Nomor 3 Tahun 2014",
    "UU No. 20 Tahun 2003",
    "UU 3/2014",
    "Peraturan Pemerintah RI No. 74 Tahun 2008",
    "Permendikbud Nomor 22 Tahun 2016",
    "Peraturan Menteri Pendidikan dan Kebudayaan Republik Indonesia Nomor 103 Tahun 2014",
]


@pytest.mark.parametrize("law", LAWS)
def test_a_law_is_cited_by_number_and_year(law: str) -> None:
    each = found(f"Hal itu diatur dalam {law} tentang sesuatu.")
    assert [(one.subject, one.as_written) for one in each] == [("law", law)]


TRAPS = [
    "Menurut (X), dalam penyusunan program perlu data.",
    "Pada tahun 2019 penelitian bertambah, dan pada 2020 berkurang.",
    "RPJPN 2005–2025 dan RPJMN (2020–2024) memuatnya.",
    "Pasal 1 ayat (2) dan Pasal 28D ayat (1) UUD 1945 mengaturnya.",
    "Firman Allah dalam QS. Al-Baqarah: 275 dan (QS. Ali 'Imran [3]: 92).",
    "Hadis riwayat Muslim (HR. Muslim No. 1631).",
    "Kirim ke guru.2019@sekolah.sch.id atau https://contoh.id/sari(2019).",
    "Rumus (2.1) dan Persamaan (3) memakai f(x) = 2x (1).",
    "Standar ISO 9001:2015 dan SNI 7596:2010 serta IEEE 802.15.4 (2003).",
    "Kurikulum 2013 dan Ujian Nasional (2019) sudah diganti.",
    "Lihat Gambar 2 (2020) dan Tabel 3.1 (hlm. 5) serta Lampiran (2).",
    "Data dikumpulkan (Maret 2020) dan (Senin, 12 Mei 2020).",
    "Hal itu dikatakan warga (wawancara, 3 Juni 2022).",
    "Foto itu (Dokumentasi Peneliti, 2022) dan (Data diolah, 2023).",
    "Menurut para ahli, menurut peneliti, dan menurut hemat penulis begitu.",
    "Menurut Bapak Karto selaku kepala desa, warga rajin.",
    "Menurut Islam, belajar itu wajib. Menurut Pasal 5 juga.",
    "Peran jejaring dalam Pekerjaan Sosial dibahas dalam Bab III.",
    "Jejaring Kerja dalam Pekerjaan Sosial menolong warga.",
    "Ada dua hal: (1) modal dan (2) kerja.",
    "Semester genap 2019/2020 dan Tahun Ajaran (2019/2020).",
    "Di Kota Bandung (2019) dan Kabupaten Garut (2020) dilakukan survei.",
    "Angka itu naik dari 10,7 juta (2019) menjadi 11,2 juta (2020).",
    "Siswa SMP Negeri 3 (2022) dan SD Negeri 1 Cibadak (2022) ikut.",
    "Windows 10 (2015) dan Python 3.8 (2019) dipakai.",
    "Array a[0] sampai a[9] dan x[1] = 2, x[2] = 3, x[3] = 4.",
]


@pytest.mark.parametrize("text", TRAPS)
def test_what_only_looks_like_a_citation_is_none(text: str) -> None:
    assert [each.as_written for each in found(text)] == []


def test_dalam_after_a_comma_is_an_ordinary_word() -> None:
    each = found("Menurut (Cahyadi, 2012), dalam penyusunan program desa, modal sosial dipetakan.")
    assert [(one.authors, one.via) for one in each] == [(("Cahyadi",), None)]


@pytest.mark.parametrize(
    "text",
    [
        "Purwadi (2011) dalam bukunya Dasar-Dasar Sosiologi menyebut tiga.",
        "Kotler (2009) dalam Manajemen Pemasaran menyatakan itu.",
        "Suparno (2001) dalam Jurnal Pendidikan menyatakan itu.",
        "Rohani (2010) dalam penelitiannya menyatakan itu.",
        "Purwadi (2011) dalam kehidupan desa melihat tiga.",
    ],
)
def test_a_work_of_the_same_author_is_no_host(text: str) -> None:
    assert [each.via for each in found(text)] == [None]


def test_code_in_backticks_is_left_alone() -> None:
    assert not found("Panggil `akurasi(benar, 2019)` dan `(Zed, 2019)`.")


def test_numbers_in_brackets_count_only_where_a_draft_cites_by_number() -> None:
    assert not found("Lihat butir [1] saja.")
    each = found("Penelitian [1], [2] dan [3]-[5] serta [2, hlm. 7] sama.")
    assert [(one.keys[0], one.locator) for one in each] == [
        ("1", None), ("2", None), ("3", None), ("4", None), ("5", None), ("2", "7"),
    ]  # fmt: skip


def test_footnotes_are_citations_and_ibid_is_none() -> None:
    text = (
        "Satu.[^1] Dua.[^2] Tiga.[^3]\n\n[^1]: Zubair Mahfud, *Fikih Wakaf* (Jakarta: Pena, 2012), hlm. 3.\n"
        '[^2]: Ibid., hlm. 5.\n[^3]: Latifah Husna, "Syarat Wakif", *Jurnal*, Vol. 3, No. 1 (2018), h. 22.\n'
    )
    assert [(one.form, one.authors[0], one.year, one.locator) for one in found(text)] == [
        ("footnote", "Zubair Mahfud", "2012", "3"),
        ("footnote", "Latifah Husna", "2018", "22"),
    ]


def test_keys_of_pandoc_and_latex_cite_and_a_host_may_be_a_key() -> None:
    each = found("Begitu [@sari2018, hlm. 4].")
    assert [(one.form, one.keys, one.locator) for one in each] == [("key", ("sari2018",), "4")]
    through = found(r"Kridawati (2008) dalam \textcite{poedjo2015} menulis.", "bab.tex")
    assert [(one.authors, one.via and one.via.keys) for one in through] == [(("Kridawati",), ("poedjo2015",))]
    both = found(r"Menurut \citet{moreau1956} dalam \citet{wahyudin2017} begitu.", "bab.tex")
    assert [(one.keys, one.via and one.via.keys) for one in both] == [(("moreau1956",), ("wahyudin2017",))]
