"""Ways of writing met in theses that no rule was made for, each as a small case: what is cited, what is said of it."""

from __future__ import annotations

import pytest

from kb.audit.audit import audit
from kb.model.report import Report
from kb.reading.drafts import read_draft

LIST = """
## DAFTAR PUSTAKA

- Budiman, A., Budiman, S., & Ćosić, M. (2019). Faktor laba perusahaan makanan. *Jurnal Ekonomi*, 3(1), 9–20.
- Depdik.go.id. (2021). “Sekolah sehat untuk semua”. Diakses pada 15 September 2022, melalui https://www.depdik.go.id/x
- Lestari, Nanda, Bambang Wijaya, & Mangara Florestan. "Klasifikasi citra daun." *Telaah: Jurnal Informatika* [Online], 18.1 (2020): 118-130. Web. 15 Sep. 2022
- Suyono. (2019). *Metode Penelitian*. Alfabeta.
"""


def _report(text: str, works: str = LIST) -> Report:
    return audit(read_draft([("bab.md", (text + works).encode())]))


def _errors(report: Report) -> list[str]:
    return [each.check for each in report.findings if each.severity == "error"]


@pytest.mark.parametrize(
    "written",
    ["(Likert, 1932; dikutip dalam Suyono, 2019)", "(Likert, 1932; dalam Suyono, 2019)", "(Likert, 1932, dikutip dalam Suyono, 2019)"],
)  # fmt: skip
def test_a_semicolon_before_the_host_joins_the_two(written: str) -> None:
    report = _report(f"Skala ini mengukur sikap {written}.")
    assert [(each.citation.authors, each.citation.via and each.citation.via.authors) for each in report.citations] == [
        (("Likert",), ("Suyono",))
    ]
    assert not _errors(report)


def test_two_works_in_one_bracket_stay_two() -> None:
    report = _report("Hal ini dikenal (Budiman dkk., 2019; Suyono, 2019).")
    assert [each.citation.year for each in report.citations] == ["2019", "2019"] and not _errors(report)


TABLE = r"""
\begin{longtable}{p{3cm}p{8cm}}
\caption{Ringkasan penelitian}\\
\toprule
\textbf{Pengarang} & \textbf{Temuan} \\
\endhead
Budiman, Budiman, \& Ćosić (2019) \newline \textit{``Faktor laba''} & Laba \textit{naik}. \\
\bottomrule
\end{longtable}
"""


def test_a_table_of_latex_inside_markdown_is_a_table() -> None:
    report = _report(
        f"## 2.1 Terdahulu\n\nBerikut ringkasannya.\n{TABLE}\n\\newpage\n\nMenurut Suyono (2019), ini metode."
    )
    assert next((each.citation.authors, each.citation.cell) for each in report.citations) == (
        ("Budiman", "Budiman", "Ćosić"),
        (1, 0),
    )
    assert not _errors(report) and not any("textbf" in str(each.params) for each in report.findings)
    assert "item-repeated" not in [each.check for each in report.findings]


def test_lines_after_a_latex_table_keep_their_numbers() -> None:
    text = f"Satu.\n{TABLE}\nMenurut Suyono (2019), ini metode."
    last = _report(text).citations[-1].citation
    assert last.line == text.count("\n") + 1


def test_an_interval_is_no_numbered_citation() -> None:
    works = '\n## Daftar Pustaka\n\n1. T. L. Saaty, "Decision making," *IJSS*, vol. 1, pp. 83-98, 2008.\n2. C. Hwang, *Methods*, Berlin: Springer, 1981.\n'
    report = _report("Nilai dinormalkan ke [0, 1] seperti [1] dan [2], lalu [1].", works)
    assert [each.citation.as_written for each in report.citations] == ["[1]", "[2]", "[1]"]


def test_the_year_of_a_volume_comes_before_that_of_access() -> None:
    report = _report(
        "Akurasinya 92 % (Lestari dkk., 2020). Sekolah sehat (Depdik, 2021) dan (Depdik.go.id, 2021) penting."
    )
    assert report.unlisted == 0
    assert not {"citation-year-differs", "citation-name-differs"} & {each.check for each in report.findings}


def test_a_name_that_lost_its_capital_is_still_a_citation() -> None:
    report = _report("Menurut suyono (2019) metode itu penting. Menurut data (2019) jumlahnya naik.")
    assert [each.citation.authors for each in report.citations] == [("suyono",)]


@pytest.mark.parametrize("left", ["[nama ahli]", "[nama tokoh]", "Tabel ??", "Gambar (??)"])
def test_what_a_draft_left_open_is_an_error(left: str) -> None:
    assert set(_errors(_report(f"Menurut Suyono (2019), lihat {left} untuk itu."))) <= {
        "placeholder-left",
        "broken-reference",
    }
    assert _errors(_report(f"Menurut Suyono (2019), lihat {left} untuk itu."))


@pytest.mark.parametrize("meant", ["Benarkah demikian??", "tabel itu ? ya", "[nama-variabel]", "Apakah Tabel 2?"])
def test_questions_and_names_in_brackets_are_none(meant: str) -> None:
    assert not _errors(_report(f"Menurut Suyono (2019), {meant} begitu."))
