"""A citation means one work where names and year say so; what is not clear is said."""

from __future__ import annotations

import pytest

from kb.citing.grammar import citations
from kb.citing.listing import from_entry, merged
from kb.citing.people import body_likeness, likeness, parts_of
from kb.citing.reference_list import list_blocks, people, typed_works
from kb.citing.resolution import Resolution
from kb.model.citation import Resolved
from kb.model.person import Person
from kb.reading.drafts import read_draft
from kb.store.bibliography_read import read_bibliography

BIB = """
@book{baker1994, author = {Baker, Wayne E.}, title = {Networking smart}, year = {1994}}
@book{baker2000, author = {Baker, Wayne}, title = {Achieving success}, year = {2000}}
@book{sari2018, author = {Sari, Dewi}, title = {Satu}, year = {2018}}
@book{saribudi2018, author = {Sari, Dewi and Budiman, Tono}, title = {Dua}, year = {2018}}
@book{kotler2009, author = {Kotler, Philip and Keller, Kevin Lane}, title = {Pemasaran}, year = {2009}}
@book{ryan2000, author = {Ryan, Richard M. and Deci, Edward L.}, title = {Teori}, year = {2000}}
@book{suryana2006, author = {Suryana}, title = {Kewirausahaan}, year = {2006}}
@book{modul2019, author = {Fatwadi, Mochamad}, title = {Modul}, year = {2019}, publisher = {Lembaga Administrasi Negara Republik Indonesia}}
@techreport{bps2021, author = {{Badan Pusat Statistik}}, title = {Statistik}, institution = {BPS}, year = {2021}}
@techreport{kemenkes2018, author = {{Kementerian Kesehatan Republik Indonesia}}, title = {Riset}, institution = {K}, year = {2018}}
@misc{uu3, author = {{Republik Indonesia}}, title = {Undang-Undang Nomor 3 Tahun 2014 tentang Perindustrian}, year = {2014}}
@book{nug1, author = {Nugroho, Eko}, title = {Bekerja}, year = {2017}}
@book{nug2, author = {Nugroho, Eko}, title = {Honor}, year = {2017}}
@book{tua, author = {Tanpatahun, Andi}, title = {Tua}}
"""


def resolved(text: str, bib: str = BIB, people: tuple[Person, ...] = ()) -> list[Resolved]:
    works = merged([from_entry(entry, "r.bib") for entry in read_bibliography(bib.encode(), "r.bib").entries], [])
    return Resolution(works, people).resolve(citations(read_draft([("bab.md", text.encode())])))


ONE = {
    "Baker (1994) menulis.": "baker1994",
    "Begitu (W. E. Baker, 1994).": "baker1994",
    "Begitu (Wayne Baker, 2000).": "baker2000",
    "Begitu (Sari, 2018).": "sari2018",
    "Begitu (Sari & Budiman, 2018).": "saribudi2018",
    "Begitu (Sari dkk., 2018).": "saribudi2018",
    "Kotler dan Keller (2009) menulis.": "kotler2009",
    "Menurut Suryana (2006) begitu.": "suryana2006",
    "BPS (2021) mencatat.": "bps2021",
    "Badan Pusat Statistik (2021) mencatat.": "bps2021",
    "Begitu (Kemenkes, 2018).": "kemenkes2018",
    "Kementerian Kesehatan RI (2018) melapor.": "kemenkes2018",
    "Sesuai UU No. 3 Tahun 2014 tentang itu.": "uu3",
    "Begitu (Nugroho, 2017a).": "nug1",
    "Begitu (Nugroho, 2017b).": "nug2",
}


@pytest.mark.parametrize("text", ONE)
def test_names_and_year_mean_one_work(text: str) -> None:
    each = resolved(text)[0]
    assert (each.status, each.citekeys) == ("resolved", (ONE[text],))
    assert not each.own.near_name and not each.own.other_year


def test_a_slip_of_the_pen_means_the_work_and_is_remembered() -> None:
    for text in ("Bakker (1994) menulis.", "Menurut Wayne E. Braker (1994) begitu.", "Begitu (Deci & Ryan, 2000)."):
        each = resolved(text)[0]
        assert each.status == "resolved" and each.own.near_name, text


def test_another_year_of_the_only_work_is_remembered_and_of_two_is_ambiguous() -> None:
    one = resolved("Suryana (2008) menulis.")[0]
    assert (one.citekeys, one.own.other_year) == (("suryana2006",), True)
    two = resolved("Baker (1984) menulis.")[0]
    assert (two.status, two.own.other_year, set(two.citekeys)) == ("ambiguous", True, {"baker1994", "baker2000"})


def test_one_author_and_year_without_a_letter_is_ambiguous() -> None:
    each = resolved("Begitu (Nugroho, 2017).")[0]
    assert (each.status, each.citekeys) == ("ambiguous", ("nug1", "nug2"))


def test_another_person_of_the_same_family_is_not_taken() -> None:
    assert resolved("Begitu (Agus Sari, 2018).")[0].status == "unresolved"


def test_the_host_decides_and_the_originator_is_linked_where_it_is_listed() -> None:
    each = resolved("Baker (1994) dalam Suryana (2006) menulis.")[0]
    assert (each.status, each.own.keys, each.host and each.host.keys) == ("resolved", ("baker1994",), ("suryana2006",))
    other = resolved("Burt (2001) dalam Suryana (2006) menulis.")[0]
    assert (other.status, other.citekeys) == ("resolved", ("suryana2006",))
    lost = resolved("Baker (1994) dalam Rahardjo (2006) menulis.")[0]
    assert lost.status == "unresolved"


def test_a_body_that_published_one_work_may_stand_for_it() -> None:
    each = resolved("Menurut Anklam 2007 dalam buku LAN RI begitu.")[0]
    assert each.host and each.host.keys == ("modul2019",) and each.host.near_name


def test_a_name_without_year_recalls_the_dated_citation() -> None:
    both = resolved("Baker (1994) menulis itu. Menurut Baker, jejaring luas.")
    assert both[1].own.mention and both[1].citekeys == ("baker1994",)


def test_a_name_beside_a_key_of_its_work_recalls_it() -> None:
    both = resolved("Menurut Suryana, usaha kecil tumbuh [@suryana2006]. Kata Keller dan Kotler lain.")
    assert [(each.citation.subject, each.own.mention) for each in both] == [("work", True), ("key", False)]


def test_a_weak_guess_is_kept_only_where_the_list_knows_it() -> None:
    assert [each.citekeys for each in resolved("Begitu (Suryana 2006) dan Pemilu (2019) dan UMKM (2018).")] == [
        ("suryana2006",)
    ]


def test_a_spelling_that_the_notes_have_set_right_leads_to_the_work() -> None:
    person = Person("tokoh-baker", "Wayne E. Baker", spellings=("Wayre E. Bakri", "Bakri"), works=("baker1994",))
    assert resolved("Begitu (Bakri, 1994).", people=(person,))[0].citekeys == ("baker1994",)


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("Raihanan Daulay", "Raihanah Daulay", "near"),
        ("Sheaford", "Sheafor", "near"),
        ("Ceoss", "Cross", "near"),
        ("Rahman", "Rohmat", "other"),
        ("Sari", "Sali", "near"),
        ("D. Sari", "Dewi Sari", "same"),
        ("Sari, D.", "Dewi Sari", "same"),
        ("Agus Sari", "Dewi Sari", "other"),
    ],
)
def test_names_are_the_same_near_or_other(one: str, other: str, fit: str) -> None:
    assert likeness(parts_of(one), parts_of(other)) == fit


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("BPS", "Badan Pusat Statistik"),
        ("LAN RI", "Lembaga Administrasi Negara Republik Indonesia"),
        ("WHO", "World Health Organization"),
        ("Kemendikbud", "Kementerian Pendidikan dan Kebudayaan"),
        ("Depdiknas", "Departemen Pendidikan Nasional"),
        ("Bappenas", "Badan Perencanaan Pembangunan Nasional"),
    ],
)
def test_short_forms_of_bodies_are_known_by_their_letters(short: str, name: str) -> None:
    assert body_likeness(short, name) == "same"
    assert body_likeness("OJK", name) == "other"


LIST = """
Teks (Sari, 2018).

# Daftar Pustaka

Sari, D., & Budi, T. (2018). *Judul satu: subjudul*. Bandung: Pena.

Antonio, Muhammad Syafi'i, 2001, Bank Syariah dari Teori, Jakarta: Gema.

Sudarmanta. 2014. Kinerja dan Kompetensi. Yogyakarta: Pustaka.

Kusuma, Rahmadi. *Hukum Perlindungan Konsumen*. Bandung: Mitra Hukum, 2013.

[4] A. Pratomo and S. Gunadi, "Pengenalan tanaman obat," Jurnal Komputasi, vol. 3, pp. 1-9, 2019.

Badan Pusat Statistik. (2021). *Statistik desa*. Jakarta: BPS.

Undang-Undang Nomor 8 Tahun 1999 tentang Perlindungan Konsumen.

# Lampiran

Sari (2019) di lampiran.
"""


def test_a_typed_list_gives_works_in_every_usual_form() -> None:
    blocks = read_draft([("bab.md", LIST.encode())]).blocks
    listed = list_blocks(blocks)
    works = typed_works(blocks, listed)
    assert [(tuple(" ".join(a.parts.family) for a in work.authors), work.year) for work in works] == [
        (("sari", "budi"), "2018"), (("antonio",), "2001"), (("sudarmanta",), "2014"), (("kusuma",), "2013"),
        (("pratomo", "gunadi"), "2019"), (("badan pusat statistik",), "2021"), ((), "1999"),
    ]  # fmt: skip
    assert works[4].number == "4" and works[6].law == ("undang-undang", "8", "1999")
    assert blocks[max(listed) + 1].text == "Lampiran"


@pytest.mark.parametrize(
    ("written", "families"),
    [
        ("Robbinson, S. P. & T. A. Judgeman", ["robbinson", "judgeman"]),
        ("Dimyati & Mudjiono", ["dimyati", "mudjiono"]),
        ("Kotler, Philip dan Kevin Lane Keller", ["kotler", "keller"]),
        ("Huda, Nurul, dkk.", ["huda"]),
        ("Widjaja, K., Simatupang, L., & Ginting, E.", ["widjaja", "simatupang", "ginting"]),
    ],
)
def test_authors_of_a_typed_entry_are_taken_apart(written: str, families: list[str]) -> None:
    assert [" ".join(author.parts.family) for author in people(written)] == families
