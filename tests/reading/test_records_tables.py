"""Tables of prior studies as students keep them in spreadsheets: every row arrives, and what does not is told."""

from __future__ import annotations

import pytest

from kb.errors import InputError
from kb.reading.records.author_names import authors_of
from kb.reading.records.headings import contents_of
from kb.reading.records.study_reference import reference_of
from tests.reading.record_samples import read, said
from tests.reading.table_samples import cells, with_part, workbook

HEAD = "No;Nama Peneliti;Tahun;Judul;Hasil\n"
ROW = "1;Budi Santoso;2019;Modal sosial;Berpengaruh\n"


@pytest.mark.parametrize(
    ("heading", "contents"),
    [
        ("No.", ("number",)),
        ("Nama/Judul/Tahun", ("author", "title", "year")),
        ("Nama Peneliti, Tahun, dan Judul", ("author", "year", "title")),
        ("Penulis (Tahun)", ("author", "year")),
        ("Nama Peneliti\ndan Tahun", ("author", "year")),
        ("Judul Jurnal", ("title",)),
        ("Nama Jurnal", ("container",)),
        ("METODE PENELITIAN", ("method",)),
        ("Jenis dan Pendekatan Penelitian", ("design", "approach")),
        ("Teknik Pengumpulan Data", ("data-collection",)),
        ("Alat Analisis", ("analysis",)),
        ("Hasil & Pembahasan", ("findings",)),
        ("Persamaan dan Perbedaan", ("similarities", "differences")),
        ("Persamaan dengan Penelitian Ini", ("similarities",)),
        ("Subjek/Informan", ("subjects",)),
        ("Subjek dan Lokasi", ("subjects", "location")),
        ("Variabel X", ("topic",)),
        ("Research Findings", ("findings",)),
        ("Metode › Pendekatan", ("approach",)),
        ("Document Type", ("kind",)),
        ("Abstrak", ("abstract",)),
        ("Kode", ()),
    ],
)
def test_headings_are_understood(heading: str, contents: tuple[str, ...]) -> None:
    assert contents_of(heading) == contents


@pytest.mark.parametrize(
    ("name", "text", "rows"),
    [
        ("comma", "No,Nama Peneliti,Judul,Hasil\n1,Budi,Modal,Baik\n", [("Budi", "Baik")]),
        ("semicolon", "No;Nama Peneliti;Judul;Hasil\n1;Budi;Modal, usaha, kecil;Baik\n", [("Budi", "Baik")]),
        ("tab", "No\tNama Peneliti\tJudul\tHasil\n1\tBudi\tModal\tBaik\n", [("Budi", "Baik")]),
        ("said", "sep=|\nNo|Nama Peneliti|Judul|Hasil\n1|Budi|Modal|Baik\n", [("Budi", "Baik")]),
        ("bom", "\ufeffNo;Nama Peneliti;Judul;Hasil\n1;Budi;Modal;Baik\n", [("Budi", "Baik")]),
        ("crlf", "No;Nama Peneliti;Judul;Hasil\r\n1;Budi;Modal;Baik\r\n", [("Budi", "Baik")]),
        ("old mac", "No;Nama Peneliti;Judul;Hasil\r1;Budi;Modal;Baik\r", [("Budi", "Baik")]),
        ("blank rows", ";;;\nNo;Nama Peneliti;Judul;Hasil\n;;;\n1;Budi;Modal;Baik\n;;;\n", [("Budi", "Baik")]),
        ("title rows", "Tabel 2.1;;;\nPenelitian Terdahulu;;;\nNo;Nama Peneliti;Judul;Hasil\n1;Budi;Modal;Baik\n",
         [("Budi", "Baik")]),
        ("padded", "No ;  Nama   Peneliti ;Judul;Hasil\n1; Budi ;Modal;  Baik  \n", [("Budi", "Baik")]),
        ("numbers of columns", "No;Nama Peneliti;Judul;Hasil\n(1);(2);(3);(4)\n1;Budi;M;Baik\n", [("Budi", "Baik")]),
        ("header again", "No;Nama Peneliti;Judul;Hasil\n1;Budi;M;Baik\nNo;Nama Peneliti;Judul;Hasil\n2;Ani;N;Buruk\n",
         [("Budi", "Baik"), ("Ani", "Buruk")]),
        ("continued", "No;Nama Peneliti;Judul;Hasil\n1;Budi;M;Baik\nLanjutan Tabel 2.1;;;\n2;Ani;N;Buruk\n",
         [("Budi", "Baik"), ("Ani", "Buruk")]),
        ("row goes on", "No;Nama Peneliti;Judul;Hasil\n1;Budi;M;Baik\n;;;Dan meluas\n2;Ani;N;Buruk\n",
         [("Budi", "Baik\nDan meluas"), ("Ani", "Buruk")]),
        ("line ends in a cell", 'No;Nama Peneliti;Judul;Hasil\n1;Budi;M;"Baik dan\nmeluas"\n', [("Budi", "Baik dan\nmeluas")]),
        ("studies counted", "Aspek;Penelitian 1;Penelitian 2\nNama Peneliti;Budi;Ani\nJudul;M;N\nHasil;Baik;Buruk\n",
         [("Budi", "Baik"), ("Ani", "Buruk")]),
        ("studies as columns", "Nama Peneliti;Budi;Ani\nTahun;2019;2020\nJudul;M;N\nHasil;Baik;Buruk\n",
         [("Budi", "Baik"), ("Ani", "Buruk")]),
    ],
)  # fmt: skip
def test_a_csv_gives_its_rows(name: str, text: str, rows: list[tuple[str, str]]) -> None:
    records = read("a.csv", text.encode())
    assert cells(records, "Nama Peneliti", "Hasil") == rows
    assert not records.rejected


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_any_encoding_of_excel(encoding: str) -> None:
    records = read("a.csv", "Nama Peneliti;Tahun;Judul\nRené Müller;2019;Café\n".encode(encoding))
    assert cells(records, "Nama Peneliti", "Judul") == [("René Müller", "Café")]


def test_an_encoding_that_is_none_is_refused() -> None:
    records = read("a.csv", b"\x00\x01\x02\xff\xfe" * 40)
    assert not records.rows and records.rejected


def test_two_levels_of_headings_without_merged_cells() -> None:
    text = "No;Nama;Judul;Metode;;Hasil\n;;;Pendekatan;Desain;\n1;Budi;M;Kualitatif;Studi kasus;Baik\n"
    records = read("a.csv", text.encode())
    assert records.columns == ("No", "Nama", "Judul", "Metode › Pendekatan", "Metode › Desain", "Hasil")
    assert cells(records, "Metode › Desain", "Hasil") == [("Studi kasus", "Baik")]


def test_what_is_said_with_its_line() -> None:
    text = HEAD + ROW + "Sumber: diolah;;;;\n2;Ani;2020;Judul;a;b;c\n"
    assert said(read("a.csv", text.encode())) == [("import-row-too-long", 4), ("import-line-left", 3)]


def test_a_quotation_mark_that_nothing_closes_is_rejected_with_its_line() -> None:
    records = read("a.csv", (HEAD + '1;Budi;2019;"Modal;Baik\n2;Ani;2020;N;Buruk\n').encode())
    assert ("import-quote-open", 2) in said(records) and records.rejected


def test_repeated_and_missing_headings_keep_their_cells() -> None:
    records = read("a.csv", b"Nama;Judul;Hasil;Hasil;;\nBudi;M;a;b;c;\n")
    assert records.columns == ("Nama", "Judul", "Hasil", "Hasil (2)", "Kolom 5")
    assert [check for check, _ in said(records)] == ["import-column-renamed", "import-column-unnamed"]


def test_a_workbook_with_merged_cells_formulas_and_errors() -> None:
    data = workbook(
        {
            "Matriks": [
                ["PENELITIAN TERDAHULU", None, None, None, None, None],
                ["No", "Nama/Judul/Tahun", "Metode", None, "Hasil", "Skor"],
                [None, None, "Kualitatif", "Kuantitatif", None, None],
                [1, "Budi (2019) Modal", True, False, "Baik", "=1+1"],
                [2, "Ani (2020) Pasar", False, "v", "Buruk", "#DIV/0!"],
                [None, None, None, None, None, None],
                [3, "Cici (2021) Desa", None, "√", 4.0, None],
                [None, None, None, None, "Dua baris", None],
            ],
            "Catatan": [["bukan tabel"]],
        },
        ["A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:F3", "A7:A8", "B7:B8"],
    )
    records = read("a.xlsx", data)
    assert records.columns == ("No", "Nama/Judul/Tahun", "Metode › Kualitatif", "Metode › Kuantitatif", "Hasil", "Skor")
    assert cells(records, "Metode › Kualitatif", "Metode › Kuantitatif", "Hasil") == [
        ("TRUE", "FALSE", "Baik"),
        ("FALSE", "v", "Buruk"),
        ("", "√", "4\nDua baris"),
    ]
    assert [check for check, _ in said(records)] == ["import-formula", "import-cell-error", "import-sheet-left"]


def test_a_value_merged_over_several_studies_is_each_ones() -> None:
    rows = [["Nama", "Judul", "Pendekatan"], ["Budi", "M", "Kualitatif"], ["Ani", "N", None], ["Cici", "O", None]]
    records = read("a.xlsx", workbook({"A": rows}, ["C2:C4"]))
    assert cells(records, "Nama", "Pendekatan") == [(name, "Kualitatif") for name in ("Budi", "Ani", "Cici")]


def test_the_last_cell_of_a_sheet_is_named_and_not_walked_to() -> None:
    import io

    import openpyxl

    book = openpyxl.Workbook()
    for row in (["Nama", "Judul", "Hasil"], ["Budi", "M", "Baik"]):
        book.active.append(row)
    book.active["XFD1048576"] = "jauh"
    target = io.BytesIO()
    book.save(target)
    records = read("a.xlsx", target.getvalue())
    assert cells(records, "Nama") == [("Budi",)] and said(records) == [("import-cell-far", 1048576)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 bukan zip", "import-sheet-damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "import-sheet-damaged"),
        (with_part(workbook({"A": [["a"]]}), "xl/media/x.bin", b"\0" * 60_000_000), "import-sheet-too-large"),
        (with_part(workbook({"A": [["a"]]}), "xl/media/x.bin", b"\0" * 20_000_000), "import-sheet-too-large"),
        (with_part(workbook({"A": [["a"]]}), "xl/styles.xml", b"<!DOCTYPE x><x/>"), "import-sheet-damaged"),
        (with_part(workbook({"A": [["a"]]}), "xl/workbook.xml", b"<broken"), "import-sheet-damaged"),
        (workbook({"A": []}), "import-no-table"),
    ],
)
def test_what_is_no_workbook_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as refusal:
        read("a.xlsx", data)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("cell", "author", "year", "title"),
    [
        ("Budi Santoso (2019)", "Budi Santoso", "2019", ""),
        ("Budi Santoso, 2019, Peran modal sosial", "Budi Santoso", "2019", "Peran modal sosial"),
        ("Budi Santoso (2019) Usaha Tahun 2010-2015", "Budi Santoso", "2019", "Usaha Tahun 2010-2015"),
        ("Budi Santoso\nPeran Modal Dalam Usaha\n2019", "Budi Santoso", "2019", "Peran Modal Dalam Usaha"),
        ("1. Budi Santoso\n(2019)\nPeran modal", "Budi Santoso", "2019", "Peran modal"),
        ("Sari, D. P., & Wibowo, A. (2020). Pengaruh modal. Jurnal X", "Sari, D. P., & Wibowo, A.", "2020", "Pengaruh modal"),
        ("Budi Santoso, “Peran modal, usaha, desa”, 2019", "Budi Santoso", "2019", "Peran modal, usaha, desa"),
        ("Nama: Budi\nJudul: Modal saja\nTahun: 2019", "Budi", "2019", "Modal saja"),
        ("Pengaruh modal (Studi di PT X Tahun 2018)\nBudi Santoso, 2019", "Budi Santoso", "2019",
         "Pengaruh modal (Studi di PT X Tahun 2018)"),
        ("Skripsi Budi Santoso (2019) Pengaruh modal", "Budi Santoso", "2019", "Pengaruh modal"),
        ("Budi & Ani (Skripsi UIN Malang): Peran BUMDes, 2019", "Budi & Ani", "2019", "Peran BUMDes"),
        ("Budi Santoso (t.t.)", "Budi Santoso", "", ""),
        ("Budi Santoso (n.d.) Peran modal", "Budi Santoso", "", "Peran modal"),
        ("Budi Santoso, S.Pd., M.Pd. (2019)", "Budi Santoso, S.Pd., M.Pd.", "2019", ""),
        ("Peran Jejaring Kerja Dalam Pelayanan Sosial", "", "", "Peran Jejaring Kerja Dalam Pelayanan Sosial"),
    ],
)  # fmt: skip
def test_who_when_and_what_in_one_cell(cell: str, author: str, year: str, title: str) -> None:
    found = reference_of(cell)
    assert (found.author, found.year, found.title) == (author, year, title)


@pytest.mark.parametrize(
    ("names", "written", "sure"),
    [
        ("Budi Santoso dan Ani Sari", "Budi Santoso and Ani Sari", True),
        ("Sari, D. P., & Wibowo, A.", "Sari, D. P. and Wibowo, A.", True),
        ("Budi Santoso, Ani Sari, dan Cahya Dewi", "Budi Santoso and Ani Sari and Cahya Dewi", True),
        ("Sari, Wibowo, dan Putra", "Sari and Wibowo and Putra", True),
        ("Smith, J., & Lee, K.", "Smith, J. and Lee, K.", True),
        ("Sari D.P.; Wibowo A.", "Sari, D.P. and Wibowo, A.", True),
        ("Ani Sari dkk.", "Ani Sari and others", True),
        ("Budi Santoso, S.Pd., M.Pd.", "Budi Santoso, S.Pd., M.Pd.", True),
        ("Badan Pusat Statistik", "{Badan Pusat Statistik}", True),
        ("Murni, Ruaida dan Sari", "{Murni, Ruaida dan Sari}", False),
    ],
)
def test_names_as_the_bibliography_writes_them(names: str, written: str, sure: bool) -> None:
    assert authors_of(names) == (written, sure)
