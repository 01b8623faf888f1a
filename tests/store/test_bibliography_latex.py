"""LaTeX to text: decoded where there is something to decode, addresses and money left alone, nothing dropped."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kb.store import bibliography_latex
from kb.store.bibliography_latex import decode_by_library, field_text, holds_html, text_of


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Peran {Jejaring} Kerja", "Peran Jejaring Kerja"),
        ("A \\& B {\\&} C & D", "A & B & C & D"),
        ("Naik 50\\% dari 20%", "Naik 50% dari 20%"),
        ("31--56 --- ``kutip''", "31–56 — “kutip”"),
        ("a-{}-b", "a--b"),
        ("{\\'E}tude, G{\\\"o}del, Sk\\l odowska, {\\L}{\\'o}d{\\'z}", "Étude, Gödel, Skłodowska, Łódź"),
        ("\\emph{home industry} \\textbf{a {\\ss} b}", "home industry a ß b"),
        ("$\\alpha$ dan $x^2$ dan H$_2$O", "α dan x^2 dan H_2O"),
        ("dari $5 ke $10 dan \\$7", "dari $5 ke $10 dan $7"),
        ("C:\\temp\\baru", "C:\\temp\\baru"),
        ("\\tidakdikenal dan \\input{/etc/passwd}", "\\tidakdikenal dan \\input{/etc/passwd}"),
        ("\\textless{}i\\textgreater{} \\textbackslash{}", "<i> \\"),
        ("satu\\\\dua", "satu dua"),
        ("\\href{https://x.id/a%20b}{kata}", "kata (https://x.id/a%20b)"),
        ("lihat \\url{https://x.id/a%20b_c\\_d}, lalu https://y.id/~z#5%25.", "lihat https://x.id/a%20b_c_d, lalu https://y.id/~z#5%25."),
        ("<i>Home</i> &amp; modal &lt;p&gt;x&lt;/p&gt; p < 0.05", "Home & modal x p < 0.05"),
        ("H<sub>2</sub>O &#8211; AT&T; co", "H2O – AT&T; co"),
        ("tak ada apa-apa", "tak ada apa-apa"),
    ],
)  # fmt: skip
def test_text_is_what_a_person_reads(written: str, read: str) -> None:
    assert text_of(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://x.id/100%25/~a_b?x=1&y=2#z", "https://x.id/100%25/~a_b?x=1&y=2#z"),
        ("https://x.id/a{\\_}b{\\%}20c{\\~{}}d\\&e", "https://x.id/a_b%20c~d&e"),
        ("\\url{https://x.id/a\\_b}", "https://x.id/a_b"),
        ("{https://x.id/$\\sim$a}", "https://x.id/$\\sim$a".replace("$\\sim$", "~")),
    ],
)
def test_addresses_keep_every_character(written: str, read: str) -> None:
    assert field_text("url", written) == read


def test_file_paths_are_not_latex() -> None:
    assert field_text("file", ":C$\\backslash$:/Users/a_b/x.pdf:pdf") == ":C$\\backslash$:/Users/a_b/x.pdf:pdf"


def test_html_is_noticed_only_where_something_is_taken_away() -> None:
    assert holds_html("<i>a</i>") and holds_html("a &amp; b")
    assert not holds_html("p < 0.05 & x > 3; AT&T; a <b") and not holds_html("biasa")


@pytest.mark.parametrize(
    "value", ["{", "}", "{\\'", "\\", "$", "$x", "\\begin{x", "{{}", "\\emph{", "%", "\\verb|a b|"]
)
def test_broken_latex_never_fails(value: str) -> None:
    assert isinstance(text_of(value), str) and isinstance(decode_by_library(value), str)


def test_same_word_is_decoded_by_the_library_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    real = bibliography_latex.decode_by_library
    monkeypatch.setattr(bibliography_latex, "decode_by_library", lambda value: calls.append(value) or real(value))
    for number in range(5):
        text_of(f"uji \\textsc{{Kata}} ke {number} $\\beta$ dan kata-kata tanpa perintah")
    assert calls == ["\\textsc{Kata}", "$\\beta$"]


@pytest.mark.parametrize(("title", "loaded"), [("Peran {Jejaring} 50\\% {\\&} -- x", False), ("\\emph{Kerja}", True)])
def test_decoder_is_built_only_for_files_that_need_it(title: str, loaded: bool) -> None:
    program = (
        "import sys; from kb.store import bibliography_latex, bibliography_read as r;"
        f"r.read_bibliography(rb'''@misc{{a, title={{{title}}}, url={{http://x/a%20b}}}}''', 'x');"
        "print(bibliography_latex._library.cache_info().currsize, 'rdflib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(int(loaded)), "False"]


def test_a_flood_of_commands_stays_as_it_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bibliography_latex, "_library", lambda: pytest.fail("the library was asked"))
    flood = "\\" * (2 * bibliography_latex.MOST_COMMANDS)
    assert bibliography_latex.decode_by_library(flood) == flood
