"""What a list must get right whatever its style: names, letters behind years, what is missing, what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.citing import style as styles
from kb.citing.csl_files import Style, find_style
from kb.citing.pandoc_document import CitationRequest
from kb.citing.style import Printed, printed, with_citations
from kb.errors import InputError
from kb.model.text import plain
from kb.store import pandoc
from kb.store.bibliography_read import read_bibliography
from kb.store.derived import MOST, Derived
from tests.citing.printing import VARIED, entries_of, shown


@pytest.fixture(scope="module")
def apa() -> dict[str, tuple[str, dict[str, str]]]:
    """Text and citations of each work in APA."""
    listed = with_citations(entries_of(VARIED), find_style("apa")).references
    return {each.citekey: (shown(each.runs), {form: plain(r) for form, r in each.in_text.items()}) for each in listed}


def test_two_works_of_a_year_have_letters_in_list_and_text(apa: dict[str, tuple[str, dict[str, str]]]) -> None:
    assert apa["suharto2005analisis"][0].startswith("Suharto, E. (2005a). *Analisis")
    assert apa["suharto2005membangun"][0].startswith("Suharto, E. (2005b). *Membangun")
    assert apa["suharto2005membangun"][1]["narrative"] == "E. Suharto (2005b)"


def test_namesakes_have_initials_in_the_text(apa: dict[str, tuple[str, dict[str, str]]]) -> None:
    assert apa["suharto2010lain"][1]["parenthetical"] == "(B. Suharto, 2010)"


def test_single_names_and_bodies_stay_whole(apa: dict[str, tuple[str, dict[str, str]]]) -> None:
    assert apa["suryana2006"][0].startswith("Suryana. (2006).")
    assert apa["ahmad2003"][0].startswith("Ahmad bin Ali. (2003).")
    assert apa["bps2020"][0] == "Badan Pusat Statistik. (2020). *Statistik Indonesia 2020*."


def test_three_authors_are_dkk_in_the_text_and_all_in_the_list(apa: dict[str, tuple[str, dict[str, str]]]) -> None:
    text, ways = apa["delapan"]
    assert ways["narrative"] == "Aminah dkk. (2018)"
    assert "Gunawan, G., dan Hidayat, H. (2018)" in text


def test_others_in_the_bibliography_are_dkk_and_nobody_s_name(apa: dict[str, tuple[str, dict[str, str]]]) -> None:
    text, ways = apa["dkk2017"]
    assert text.startswith("Lestari, D., dkk. (2017).") and ways["parenthetical"] == "(Lestari dkk., 2017)"
    assert not any("\ue000" <= letter <= "\uf8ff" for letter in text)


def test_a_thesis_says_what_it_is_and_where(apa: dict[str, tuple[str, dict[str, str]]]) -> None:
    assert "[Tesis, Universitas Gadjah Mada]" in apa["rahayu2019"][0]
    assert "[Skripsi, Universitas Udayana]" in apa["putra2021"][0]
    assert "athesis" not in "".join(text for text, _ in apa.values())


def test_a_law_prints_as_one_with_title_and_number(apa: dict[str, tuple[str, dict[str, str]]]) -> None:
    assert apa["uu13"][0] == (
        "Republik Indonesia. (2011). *Undang-Undang Nomor 13 Tahun 2011 tentang Penanganan Fakir Miskin*. "
        "Lembaran Negara Republik Indonesia Tahun 2011 Nomor 83."
    )
    assert "*Peraturan Pemerintah Nomor 63 Tahun 2013 tentang Pelaksanaan" in apa["pp42"][0]


def test_a_page_has_its_date_of_access_and_its_whole_address(apa: dict[str, tuple[str, dict[str, str]]]) -> None:
    assert apa["kemensos2021"][0].endswith(
        "Diakses 12 April 2021, dari https://kemensos.example.go.id/pkh?a=b%20c&d=~e"
    )
    assert "(2021, 1 Maret)" in apa["kemensos2021"][0]
    assert "Diakses 12 Maret 2021, dari https://kajian.example.com/home-industry" in apa["riadi2020"][0]


def test_what_is_missing_shows_as_missing(apa: dict[str, tuple[str, dict[str, str]]]) -> None:
    assert apa["tanpatahun"][0] == "Hadi, S. (t.t.). *Metodologi Riset*. Andi."
    assert apa["tanpajudul"][0] == "Wibowo, A. (2001). [judul belum diketahui]."


def test_english_titles_are_in_sentence_case_and_keep_names(apa: dict[str, tuple[str, dict[str, str]]]) -> None:
    assert "Social capital of rural women in West Java, Indonesia: A UNICEF study." in apa["dkk2017"][0]


def test_notes_say_ibid_for_the_same_work_and_its_name_again_later() -> None:
    entries = entries_of(VARIED)
    asked = [
        ("suryana2006", "3"),
        ("suryana2006", "3"),
        ("suryana2006", "7-9"),
        ("bps2020", None),
        ("suryana2006", "1"),
    ]
    requests = [CitationRequest(key, page) for key, page in asked]
    notes = [shown(runs) for runs in printed(entries, find_style("catatan-kaki"), requests=requests).citations]
    assert notes == [
        "Suryana, *Kewirausahaan* (Jakarta: Salemba Empat, 2006), hlm. 3.",
        "*Ibid.*",
        "*Ibid.*, hlm. 7–9.",
        "Badan Pusat Statistik, *Statistik Indonesia 2020* (Jakarta: Badan Pusat Statistik, 2020).",
        "Suryana, *Kewirausahaan*, hlm. 1.",
    ]


def test_numbers_follow_the_order_in_which_works_are_read() -> None:
    entries = entries_of(VARIED)[::-1]
    listed = printed(entries, find_style("ieee")).references.references
    assert [each.citekey for each in listed] == [entry.key for entry in entries]
    assert [each.label for each in listed] == [f"[{number}]" for number in range(1, len(entries) + 1)]


def test_what_looks_like_markup_or_a_command_is_printed_as_it_stands() -> None:
    text = (
        r"@book{k, author = {{A & B <x>}}, title = {\input{/etc/passwd} <script>x</script> @sitasi *b* _c_ `d`}, "
        r"year = {2020}, url = {javascript:alert(1)}}"
    )
    listed = printed(read_bibliography(text.encode(), "x.bib").entries, find_style("apa")).references.references
    said = plain(listed[0].runs)
    assert r"\input{/etc/passwd} <script>x</script> @sitasi *b* _c_ `d`" in said
    assert "javascript" not in said and "root:" not in said


def test_keys_may_hold_anything() -> None:
    text = "@book{a b;]@x, author = {Satu, A.}, title = {T}, year = 2001}\n@book{--, author = {Dua, B.}, title = {U}, year = 2002}"
    listed = printed(read_bibliography(text.encode(), "x.bib").entries, find_style("apa")).references.references
    assert [each.citekey for each in listed] == ["--", "a b;]@x"]


class TestKept:
    """What was made once is not made again."""

    @pytest.fixture
    def calls(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        made: list[str] = []
        real = pandoc.citeproc

        def counted(*arguments: object) -> bytes:
            made.append("call")
            return real(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(styles, "citeproc", counted)
        return made

    def made(self, root: Path, key: str = "k") -> Printed:
        text = f"@book{{{key}, author = {{Satu, A.}}, title = {{T}}, year = 2001}}"
        return printed(read_bibliography(text.encode(), "x.bib").entries, find_style("apa"), kept=Derived(root))

    def test_an_unchanged_list_is_taken_from_the_cache(self, calls: list[str], tmp_path: Path) -> None:
        assert self.made(tmp_path) == self.made(tmp_path)
        assert len(calls) == 1

    def test_a_changed_entry_is_made_anew(self, calls: list[str], tmp_path: Path) -> None:
        self.made(tmp_path)
        self.made(tmp_path, "other")
        assert len(calls) == 2

    @pytest.mark.parametrize("broken", [b"", b"{", b"[]", b'{"citations": 3, "listed": [], "hanging": 0}', b"\xff"])
    def test_a_broken_cache_is_made_again(self, calls: list[str], tmp_path: Path, broken: bytes) -> None:
        first = self.made(tmp_path)
        for path in Derived(tmp_path).folder.iterdir():
            path.write_bytes(broken)
        assert self.made(tmp_path) == first and len(calls) == 2

    def test_a_folder_that_cannot_be_written_only_costs_time(self, calls: list[str], tmp_path: Path) -> None:
        (tmp_path / ".kajian").write_text("no folder", encoding="utf-8")
        assert self.made(tmp_path) == self.made(tmp_path)
        assert len(calls) == 2

    def test_the_oldest_results_go(self, tmp_path: Path) -> None:
        kept = Derived(tmp_path)
        for number in range(MOST + 5):
            kept.put(f"name-{number}", b"x")
        left = {path.name for path in kept.folder.iterdir()}
        assert MOST * 4 // 5 <= len(left) <= MOST
        assert left == {f"name-{number}" for number in range(MOST + 5 - len(left), MOST + 5)}

    def test_the_same_entry_laid_out_otherwise_is_not_made_again(self, calls: list[str], tmp_path: Path) -> None:
        style, kept = find_style("apa"), Derived(tmp_path)
        for text in (
            "@book{x, title = {Satu Dua}, year = 2020, langid = {english}}",
            "@book{x,\n  year={2020},\n langid={english},\n  title={Satu Dua}\n}",
        ):
            printed(read_bibliography(text.encode(), "x.bib").entries, style, kept=kept)
        assert len(calls) == 1
        protected = "@book{x, title = {Satu {Dua}}, year = 2020, langid = {english}}"
        printed(read_bibliography(protected.encode(), "x.bib").entries, style, kept=kept)
        assert len(calls) == 2


def test_a_style_that_never_ends_is_stopped() -> None:
    with pytest.raises(InputError) as stopped:
        pandoc.citeproc(b"{}", find_style("apa").data, b"[]", "apa", seconds=0.0001)
    assert stopped.value.code == "style-stopped"


def test_a_style_that_eats_memory_is_stopped() -> None:
    endless = find_style("apa").data.replace(b'<macro name="year">', b'<macro name="year"><text macro="year"/>')
    style = Style("tanpa-akhir", "", endless, "author-date")
    with pytest.raises(InputError) as stopped:
        printed(entries_of(VARIED)[:1], style)
    assert stopped.value.code == "style-stopped"


def test_a_style_that_citeproc_cannot_use_is_refused_in_one_line(tmp_path: Path) -> None:
    data = find_style("apa").data.replace(b"<choose>", b"<pilih>").replace(b"</choose>", b"</pilih>")
    broken = tmp_path / "rusak.csl"
    broken.write_bytes(data)
    with pytest.raises(InputError) as refused:
        printed(entries_of(VARIED), find_style(str(broken)))
    assert refused.value.code == "style-broken" and "\n" not in str(refused.value)
