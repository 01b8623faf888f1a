"""References as the programs of Indonesian students export them, each with what must arrive and what must be said."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.reading.record_samples import read, said


class Case(NamedTuple):
    """A file, and of each of its works the fields that matter."""

    file: str
    text: str | bytes
    works: list[dict[str, str]]
    says: tuple[str, ...] = ()


CASES = {
    "ojs-ris": Case(
        "artikel.ris",
        """
        TY  - JOUR
        AU  - Siti Aminah
        AU  - Budi Santoso
        PY  - 2021/06/30
        Y2  - 2024/01/05
        TI  - Pemberdayaan <i>home industry</i> &amp; modal sosial
        JF  - Jurnal Ilmu Kesejahteraan Sosial
        JA  - JIKS
        VL  - 12
        IS  - 1
        SE  - Articles
        DO  - 10.12345/jiks.v12i1.55
        UR  - https://ejournal.contoh.ac.id/index.php/jiks/article/view/55
        SP  - 45-60
        AB  - <p>Penelitian ini mengkaji pemberdayaan.</p><p>Hasilnya baik.</p>
        ER  -
        """,
        [
            {
                "title": "Pemberdayaan home industry & modal sosial",
                "author": "{Siti Aminah} and {Budi Santoso}",
                "journal": "Jurnal Ilmu Kesejahteraan Sosial",
                "year": "2021",
                "month": "6",
                "day": "30",
                "pages": "45–60",
                "urldate": "2024-01-05",
                "ris-se": "Articles",
                "abstract": "Penelitian ini mengkaji pemberdayaan. Hasilnya baik.",
            }
        ],
        ("import-names-whole",),
    ),
    "garuda-ris": Case(
        "garuda.ris",
        "TY  - JOUR\r\nTI  - Sikap pegawai\r\nAU  - Nuswantara\r\nAU  - Wahyuni, Chatarina Umbul\r\nAU  - Badan Pusat Statistik\r\n"
        "PY  - 2023\r\nT2  - Jurnal Kesehatan\r\nJF  - Jurnal Kesehatan\r\nVL  - 16\r\nIS  - 2\r\nPB  - Universitas Contoh\r\n"
        "KW  - rokok\r\nKW  - kepatuhan\r\nL1  - https://contoh.id/unduh\r\nL2  - https://contoh.id/detail\r\nAN  - 3911790\r\n"
        "DB  - GARUDA\r\nER  - \r\n",
        [
            {
                "author": "Nuswantara and Wahyuni, Chatarina Umbul and {Badan Pusat Statistik}",
                "journal": "Jurnal Kesehatan",
                "publisher": "Universitas Contoh",
                "keywords": "rokok; kepatuhan",
                "ris-an": "3911790",
                "ris-db": "GARUDA",
                "ris-l1": "https://contoh.id/unduh",
            }
        ],
    ),
    "mendeley-ris": Case(
        "mendeley.ris",
        """
        TY  - CONF
        T1  - Jejaring pelaku usaha
        A1  - Hidayat, Rahmat
        Y1  - 2017///
        JF  - Prosiding Seminar Nasional
        SP  - 101
        EP  - 110
        M1  - 3
        ID  - 12
        ER  -

        TY  - THES
        T1  - Peran keluarga
        A1  - Lestari, Dewi
        Y1  - 2019///
        PB  - Universitas Contoh
        CY  - Malang
        SP  - 120
        ER  -
        """,
        [
            {
                "title": "Jejaring pelaku usaha",
                "booktitle": "Prosiding Seminar Nasional",
                "pages": "101–110",
                "year": "2017",
            },
            {"school": "Universitas Contoh", "address": "Malang", "pagetotal": "120", "year": "2019"},
        ],
    ),
    "zotero-ris": Case(
        "zotero.ris",
        """
        TY  - CHAP
        TI  - Modal sosial
        AU  - Field, John
        T2  - Handbook
        A2  - Castiglione, Dario
        A2  - Wolleb, Guglielmo
        PY  - 2008/05//
        DA  - 2008/05//
        SP  - 1
        EP  - 20
        SN  - 978-0-19-927123-8
        L1  - files/12/a.pdf
        ER  -

        TY  - CONF
        TI  - Kertas kerja
        AU  - Amin, M.
        C3  - Prosiding X
        PY  - 2010
        ER  -
        """,
        [
            {
                "booktitle": "Handbook",
                "editor": "Castiglione, Dario and Wolleb, Guglielmo",
                "isbn": "978-0-19-927123-8",
                "month": "5",
            },
            {"booktitle": "Prosiding X"},
        ],
    ),
    "citavi-ris": Case(
        "citavi.ris",
        "TY  - THES\nAU  - Léger, Nils\nT1  - Analisis\nDA  - 2022\nCY  - Bad Honnef\nPB  - IU\nA3  - Köhler, André\nM3  - Tesis\n"
        "M4  - Citavi\nER  -\n",
        [{"year": "2022", "type": "Tesis", "ris-a3": "Köhler, André", "ris-m4": "Citavi", "school": "IU"}],
    ),
    "scopus-ris": Case(
        "scopus.ris",
        "\ufeffScopus\nEXPORT DATE: 12 March 2024\n\nTY  - JOUR\nTI  - Social capital\nT2  - World Development\nJ2  - World Dev.\n"
        "VL  - 29\nIS  - 2\nC7  - 105\nSP  - 219\nEP  - 241\nPY  - 2001\nDO  - 10.1016/S0305-750X(00)00101-8\nSN  - 0305750X (ISSN)\n"
        "AU  - Grootaert, C.\nAD  - World Bank, Washington\nKW  - Poverty\nKW  - Poverty\nM3  - Article\nDB  - Scopus\nLA  - English\n"
        "N1  - Export Date: 12 March 2024; Cited By: 5\nER  -\n\n",
        [
            {
                "journal": "World Development",
                "ris-j2": "World Dev.",
                "doi": "10.1016/S0305-750X(00)00101-8",
                "keywords": "Poverty",
                "ris-ad": "World Bank, Washington",
            }
        ],
        ("import-ris-header", "import-ris-header"),
    ),
    "endnote-ris": Case(
        "endnote.ris",
        "TY  - BOOK\nAB  - Ringkasan baris satu\ndan baris dua - bukan tag.\nKB - bukan tag juga\nAU  - Kuncoro, Mudrajad\nCY  - "
        "Yogyakarta\nDA  - 1997\nET  - 2\nID  - 25\nPB  - UPP AMP YKPN\nPY  - 1997\nRN  - catatan\nST  - Ekonomi\nTI  - Ekonomi "
        "Pembangunan\nER  - \n",
        [
            {
                "abstract": "Ringkasan baris satu dan baris dua - bukan tag. KB - bukan tag juga",
                "address": "Yogyakarta",
                "edition": "2",
                "publisher": "UPP AMP YKPN",
                "ris-rn": "catatan",
                "shorttitle": "Ekonomi",
            }
        ],
    ),
    "google-scholar-enw": Case(
        "scholar.enw",
        "%0 Journal Article\n%T Kemiskinan dan penyebabnya\n%A Sharp, Ansel M\n%A Register, Charles A\n%J Economics\n%V 12\n%N 3\n"
        "%P 173-191\n%@ 0815-9602\n%D 1996\n%I Irwin\n\n%0 Book\n%T Pembangunan\n%A Suharto, Edi\n%C Bandung\n%I Refika\n%D t.t.\n",
        [
            {
                "journal": "Economics",
                "pages": "173–191",
                "issn": "0815-9602",
                "author": "Sharp, Ansel M and Register, Charles A",
            },
            {"year": "t.t.", "address": "Bandung", "publisher": "Refika"},
        ],
    ),
    "endnote-no-type": Case(
        "lama.enw",
        "%A Tambunan, Tulus\n%T Usaha mikro\n%D 2009\n\n%A Rustanto, Bambang\n%T Sejarah\n%D 2014\n",
        [{"title": "Usaha mikro", "year": "2009"}, {"title": "Sejarah", "year": "2014"}],
    ),
    "wrong-suffix": Case(
        "unduhan.txt", "TY  - BOOK\nTI  - Satu\nPY  - 2001\nER  - \n", [{"title": "Satu", "year": "2001"}]
    ),
    "ris-called-bib": Case("a.bib", "TY  - BOOK\nTI  - Satu\nER  - \n", [{"title": "Satu"}]),
    "wrong-type": Case(
        "a.ris",
        "TY  - Journal Article\nTI  - Satu\nJO  - Jurnal\nER  - \nTY  - ARTIKELKU\nTI  - Dua\nJO  - Jurnal\nER  - \nTY  - \nTI  - Tiga\nER  -",
        [{"journal": "Jurnal"}, {"journal": "Jurnal", "ris-ty": "ARTIKELKU"}, {"title": "Tiga"}],
        ("import-type-unknown", "import-type-unknown"),
    ),
    "many-in-one-author": Case(
        "a.ris", "TY  - BOOK\nTI  - S\nAU  - Daulay, R.; Murad, S.\nER  - \n", [{"author": "Daulay, R. and Murad, S."}]
    ),
    "odd-dates": Case(
        "a.ris",
        "TY  - BOOK\nTI  - A\nDA  - Maret 2016\nER  - \nTY  - BOOK\nTI  - B\nPY  - 2016-03-12\nER  - \nTY  - BOOK\nTI  - C\n"
        "PY  - t.t.\nER  - \nTY  - BOOK\nTI  - D\nPY  - 2016/2017\nER  - \nTY  - BOOK\nTI  - E\nPY  - 2016\nDA  - 2015/12/01\nER  - \n",
        [
            {"year": "2016", "month": "3", "ris-da": "Maret 2016"},
            {"year": "2016", "month": "3", "day": "12"},
            {"year": "t.t."},
            {"year": "2016", "ris-py": "2016/2017"},
            {"year": "2016", "ris-da": "2015/12/01"},
        ],
    ),
    "en-dash-tags": Case("a.ris", "TY  – BOOK\nTI  – Satu\nER  –\n", [{"title": "Satu"}]),
    "utf-16": Case("a.ris", "TY  - BOOK\nTI  - Satu ñ\nER  - \n".encode("utf-16"), [{"title": "Satu ñ"}]),
    "dspace-ris": Case(
        "dspace.ris",
        "TY  - Thesis\nAU  - Murni, R.\nTI  - Peran jejaring\nPY  - 2016\nUR  - https://repository.contoh.ac.id/handle/123456789/77\n"
        "UR  - http://hdl.handle.net/123456789/77\nAB  - Ringkasan 1\nAB  - Ringkasan 2\nER  - \n",
        [
            {
                "url": "https://repository.contoh.ac.id/handle/123456789/77",
                "ris-ur": "http://hdl.handle.net/123456789/77",
                "abstract": "Ringkasan 1; Ringkasan 2",
            }
        ],
    ),
    "eprints-bib": Case(
        "eprints.bib",
        """
        @phdthesis{eprints4711,
                  school = {Universitas Contoh},
                   title = {PERAN JEJARING USAHA},
                    year = {2016},
                  author = {MURNI RUAIDA},
                     url = {http://eprints.contoh.ac.id/4711/},
                abstract = {Ringkasan 50% dan seterusnya}
        }
        """,
        [{"school": "Universitas Contoh", "url": "http://eprints.contoh.ac.id/4711/"}],
    ),
    "google-scholar-bib": Case(
        "scholar.bib",
        "@article{daulay2018pengembangan,\n  title={Pengembangan usaha produktif},\n  author={Daulay, Raihanah},\n  "
        "journal={Miqot},\n  volume={40},\n  number={1},\n  year={2018}\n}\n",
        [{"journal": "Miqot", "volume": "40"}],
    ),
    "zotero-csl": Case(
        "pustaka.json",
        """
        [{"id": "http://zotero.org/users/1/items/ABCD2345", "type": "article-journal", "title": "Modal <b>sosial</b> &amp; usaha",
          "container-title": "Jurnal", "volume": "3", "issue": "2", "page": "1-9", "number": "77",
          "author": [{"family": "Putnam", "given": "Robert D."}, {"family": "Berg", "given": "A.", "dropping-particle": "van den"}],
          "issued": {"date-parts": [["2000", 3], ["2000", 5]], "season": "2"}, "accessed": {"date-parts": [[2024, 1, 5]]}}]
        """,
        [
            {
                "title": "Modal sosial & usaha",
                "number": "2",
                "csl-number": "77",
                "pages": "1-9",
                "urldate": "2024-01-05",
                "author": "Putnam, Robert D. and van den Berg, A.",
            }
        ],
    ),
    "crossref-csl": Case(
        "crossref.json",
        '{"type": "journal-article", "title": ["Judul artikel"], "container-title": ["Jurnal A"], "DOI": "10.1/abc", '
        '"issued": {"date-parts": [[2020]]}, "author": [{"given": "Ani", "family": "Wati", "sequence": "first"}]}',
        [{"title": "Judul artikel", "doi": "10.1/abc", "journal": "Jurnal A"}],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_an_export_arrives_with_all_that_it_says(case: Case) -> None:
    records = read(case.file, case.text)
    assert not records.rejected, records.rejected
    assert [
        {name: work.fields.get(name) for name in want} for work, want in zip(records.works, case.works, strict=True)
    ] == (case.works)
    assert tuple(check for check, _ in said(records) if check.startswith("import-")) == case.says


def test_running_numbers_and_ids_of_programs_are_no_citation_keys() -> None:
    ids = ("25", "ref12", "ITEM-1", "ABCD2345", "http://zotero.org/x/items/A", "0f1e2d3c-aaaa-bbbb-cccc-0123456789ab")
    text = "".join(f"TY  - BOOK\nID  - {id}\nTI  - Judul {id}\nER  - \n" for id in (*ids, "daulay2018"))
    assert [work.key for work in read("a.ris", text).works] == [""] * len(ids) + ["daulay2018"]


@pytest.mark.parametrize("name", ["a.pdf", "a.rtf", "a.html", "a.nbib", "gambar.png", "a.txt"])
def test_what_is_no_reference_file_is_refused_by_name(name: str) -> None:
    from kb.errors import InputError

    with pytest.raises(InputError) as refused:
        read(name, "isi apa saja")
    assert refused.value.code == "import-kind"
