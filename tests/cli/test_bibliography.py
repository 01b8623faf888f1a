"""The reference list as a student takes it into the thesis."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Kajian

READ = {
    "murni2016peran", "daulay2018strategi", "kumalasari2021jaringan", "fatwadi2019jejaring", "cross2002birdseye", "suharto",
    "ll2012", "rustanto2015menangani", "riadi_home_industry", "uu3-2014perindustrian", "suryana2006kewirausahaan",
    "subanar_harimurti", "sheafor2000techniques", "zastrow1982introduction", "sukoco1998profesi", "fahrudin2014pengantar",
}  # fmt: skip
"""Hosts, works cited directly, and the prior studies: see "Works reached only through a secondary source" of the facts."""


def keys(answer: dict[str, list[dict[str, str]]]) -> list[str]:
    return [entry["citekey"] for entry in answer["entries"]]


def test_only_works_that_were_really_read_are_listed(kajian: Kajian) -> None:
    answer = kajian("bibliography", "--format", "json").json
    assert set(keys(answer)) == READ
    assert "anklam2007network" in answer["only_quoted"]


def test_all_lists_every_entry(kajian: Kajian) -> None:
    assert len(keys(kajian("bibliography", "--all", "--format", "json").json)) == 33


def test_the_list_is_sorted_as_the_style_wants(kajian: Kajian) -> None:
    texts = [entry["text"] for entry in kajian("bibliography", "--format", "json").json["entries"]]
    assert texts == sorted(texts, key=str.casefold)
    numbered = kajian("bibliography", "--style", "ieee", "--format", "json").json["entries"]
    assert [entry["label"] for entry in numbered] == [f"[{n}]" for n in range(1, len(READ) + 1)]


def test_json_says_how_each_work_is_cited_and_what_is_not_certain(kajian: Kajian) -> None:
    entries = {e["citekey"]: e for e in kajian("bibliography", "--format", "json").json["entries"]}
    assert entries["fatwadi2019jejaring"]["in_text"] == {
        "parenthetical": "(Fatwadi, 2019)",
        "narrative": "Fatwadi (2019)",
    }
    assert entries["kumalasari2021jaringan"]["unverified"] == ["year"]
    assert "journal" in entries["murni2016peran"]["open"]
    assert entries["ll2012"]["doubtful"] is True and entries["murni2016peran"]["doubtful"] is False


def test_a_draft_s_list_holds_its_hosts_and_not_what_they_quote(kajian: Kajian, tmp_path: Path) -> None:
    draft = tmp_path / "bab.md"
    draft.write_text(
        "Jejaring kerja menurut Anklam (2007) dalam Fatwadi (2019) memiliki empat aspek. "
        "Kemiskinan bersifat majemuk (Rustanto, 2015). Menurut Tidakada (2020) hal itu benar.\n",
        encoding="utf-8",
    )
    answer = kajian("bibliography", "--cited-in", str(draft), "--format", "json").json
    assert keys(answer) == ["fatwadi2019jejaring", "rustanto2015menangani"]
    assert answer["only_quoted"] == ["anklam2007network"]
    assert any("Tidakada" in name for name in answer["unlisted"])


def test_several_drafts_are_one(kajian: Kajian, tmp_path: Path) -> None:
    for name, text in (
        ("a.md", "Kemiskinan (Rustanto, 2015)."),
        ("b.txt", "Menurut Suryana (2006) usaha kecil penting."),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    answer = kajian(
        "bibliography", "--cited-in", str(tmp_path / "a.md"), str(tmp_path / "b.txt"), "--format", "json"
    ).json
    assert keys(answer) == ["rustanto2015menangani", "suryana2006kewirausahaan"]


def test_the_example_s_own_draft_names_the_same_works_as_the_notes(kajian: Kajian) -> None:
    answer = kajian(
        "bibliography", "--cited-in", str(Path(__file__).parents[2] / "ontology/balewangi/bab2.md"), "--format", "json"
    )
    assert set(keys(answer.json)) - {"cross2002making"} == READ


def test_bib_holds_the_entries_as_they_stand_in_the_file(kajian: Kajian) -> None:
    written = kajian("bibliography", "--format", "bib").out
    source = (Path(__file__).parents[2] / "references.bib").read_text(encoding="utf-8")
    found = re.findall(r"^@\w+\{([^,]+),", written, re.MULTILINE)
    assert set(found) == READ
    for block in written.strip().split("\n\n"):
        assert block in source


def test_bib_brings_the_macros_and_parents_that_entries_need(kajian: Kajian, project: Path, tmp_path: Path) -> None:
    (project / "references.bib").write_text(
        "@string{js = {Jurnal Desa}}\n@string{lain = {Lain}}\n"
        "@article{a, author = {Anwar, A.}, title = {T}, journal = js, year = 2001}\n"
        "@incollection{b, author = {Basri, B.}, title = {U}, crossref = {induk}, year = 2002}\n"
        "@book{induk, editor = {Tiga, C.}, title = {Buku}, year = 2002}\n@book{c, author = {Empat, D.}, title = {V}}\n",
        encoding="utf-8",
    )
    draft = tmp_path / "bab.md"
    draft.write_text("Benar (Anwar, 2001; Basri, 2002).", encoding="utf-8")
    written = kajian("-C", str(project), "bibliography", "--cited-in", str(draft), "--format", "bib").out
    assert "@string{js = {Jurnal Desa}}" in written and "lain" not in written
    assert re.findall(r"^@\w+\{(\w+),", written, re.MULTILINE) == ["a", "b", "induk"]


def test_word_has_hanging_indents_italics_and_the_profile_s_font(kajian: Kajian, tmp_path: Path) -> None:
    import docx

    target = tmp_path / "pustaka.docx"
    assert kajian("bibliography", "--profile", "uajy-ti", "-o", str(target)).code == 0
    document = docx.Document(str(target))
    heading, *works = [each for each in document.paragraphs if each.text]
    assert (heading.text, heading.style.name) == ("DAFTAR PUSTAKA", "Heading 1")
    assert len(works) == len(READ)
    for each in works:
        form = each.paragraph_format
        assert form.left_indent == -form.first_line_indent and form.left_indent.cm == pytest.approx(1.27)
    fatwadi = next(each for each in works if each.text.startswith("Fatwadi"))
    assert (
        "".join(run.text for run in fatwadi.runs if run.italic)
        == "Jejaring Kerja: Modul Pelatihan Kepemimpinan Administrator"
    )
    assert document.styles["Normal"].font.name == "Arial"
    xml = zipfile.ZipFile(target).read("word/document.xml").decode()
    assert "w:lang" not in xml


def test_numbers_hang_by_a_tab(kajian: Kajian, tmp_path: Path) -> None:
    import docx

    target = tmp_path / "pustaka.docx"
    assert kajian("bibliography", "--style", "ieee", "-o", str(target)).code == 0
    first = [each for each in docx.Document(str(target)).paragraphs if each.text][1]
    assert first.text.startswith("[1]\t") and first.paragraph_format.first_line_indent < 0


def test_text_says_below_the_list_what_is_not_certain(kajian: Kajian) -> None:
    said = kajian("bibliography", "--format", "txt").out
    listed, below = said.split("\n---\n")
    assert len(listed.strip().split("\n\n")) == len(READ)
    assert "Kumalasari (2021) [tahun]" in below and "Anklam (2007)" in below
    assert "Sumber sekunder: 18 dari 30 kutipan (60 %)" in below


def test_markdown_and_pages_hold_the_list_alone(kajian: Kajian) -> None:
    written = kajian("bibliography").out
    assert written.startswith("## Daftar Pustaka\n") and "*Jejaring Kerja: Modul Pelatihan" in written
    page = kajian("bibliography", "--format", "html").out
    assert (
        "<h1>Daftar Pustaka</h1>" in page and "<i>Jejaring Kerja:" in page and "belum dipastikan" not in page.casefold()
    )


def test_an_english_list_is_in_english(kajian: Kajian) -> None:
    written = kajian("--lang", "en", "bibliography", "--format", "txt").out
    assert "Horejsi, G. A. (2000)" in written and "(5th ed.)" in written and "n.d." in written
    assert "Not confirmed by any public record" in written


def test_the_campus_s_form_chooses_the_style(kajian: Kajian, project: Path) -> None:
    (project / "profiles").mkdir(exist_ok=True)
    (project / "profiles" / "teknik.toml").write_text('like = "umum"\ncitation_style = "ieee"\n', encoding="utf-8")
    answer = kajian("-C", str(project), "bibliography", "--profile", "teknik", "--format", "json").json
    assert answer["style"] == "ieee" and answer["entries"][0]["label"] == "[1]"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--style", "apaa"), "apa"),
        (("--style", "hilang.csl"), "hilang.csl"),
        (("--cited-in", "hilang.md"), "hilang.md"),
        (("--format", "pdf"), "docx"),
        (("--profile", "umumm"), "umum"),
    ],
)
def test_a_refusal_is_one_line_with_the_way_out(kajian: Kajian, arguments: tuple[str, ...], words: str) -> None:
    result = kajian("bibliography", *arguments)
    assert result.code == 2 and result.out == ""
    assert result.err.count("\n") == 1 and words in result.err


def test_a_style_without_a_list_is_refused(kajian: Kajian, tmp_path: Path) -> None:
    source = (Path(__file__).parents[2] / "kb/profiles/styles/apa.csl").read_text(encoding="utf-8")
    target = tmp_path / "s.csl"
    target.write_text(re.sub(r"<bibliography.*</bibliography>", "", source, flags=re.DOTALL), encoding="utf-8")
    result = kajian("bibliography", "--style", str(target))
    assert result.code == 2 and "--style" in result.err


def test_an_empty_project_has_an_empty_list(kajian: Kajian, tmp_path: Path) -> None:
    assert kajian("init", str(tmp_path / "baru")).code == 0
    result = kajian("-C", str(tmp_path / "baru"), "bibliography", "--format", "json")
    assert result.code == 0 and result.json["entries"] == []


def test_without_notes_every_entry_is_listed(kajian: Kajian, tmp_path: Path) -> None:
    assert kajian("init", str(tmp_path / "baru")).code == 0
    (tmp_path / "baru" / "references.bib").write_text(
        "@book{a, author = {Satu, A.}, title = {T}, year = 2001}\n", encoding="utf-8"
    )
    assert keys(kajian("-C", str(tmp_path / "baru"), "bibliography", "--format", "json").json) == ["a"]


class TestSummary:
    """`definitions --summary`: how much rests on others' quotations."""

    def test_the_numbers_are_those_counted_by_hand(self, kajian: Kajian) -> None:
        found = kajian("definitions", "--summary", "--format", "json").json
        assert (found["citations"], found["secondary"], found["share"]) == (30, 18, 0.6)
        times = {
            host["citekey"]: host["times"]
            for host in found["hosts"]
            if host["year"] or host["citekey"] != "fatwadi2019jejaring"
        }
        assert times == {
            "fatwadi2019jejaring": 7, "rustanto2015menangani": 5, "riadi_home_industry": 3, "fahrudin2014pengantar": 1,
            "sukoco1998profesi": 1,
        }  # fmt: skip
        assert found["hosts"][0]["name"] == "Fatwadi" and found["older_hosts"] == []
        assert "anklam2007network" in {each["citekey"] for each in found["originals"]}

    def test_text_names_hosts_and_originals(self, kajian: Kajian) -> None:
        said = kajian("definitions", "--summary").out
        assert said.startswith("18 dari 30 kutipan (60 %)")
        assert "7 × Fatwadi (2019)" in said and "Karya asli yang perlu dicari:" in said

    def test_the_list_s_json_has_the_same_numbers(self, kajian: Kajian) -> None:
        summary = kajian("definitions", "--summary", "--format", "json").json
        assert kajian("bibliography", "--format", "json").json["secondary"] == summary

    def test_definitions_may_be_cited_in_any_style(self, kajian: Kajian) -> None:
        cited = {
            each["id"]: each["citation"] for each in kajian("definitions", "--style", "ieee", "--format", "json").json
        }
        assert re.fullmatch(r"\(Anklam, 2007, sebagaimana dikutip dalam \[\d+\]\)", cited["def-purpose"])
        assert cited["def-home-industry-uu"].startswith("[")
