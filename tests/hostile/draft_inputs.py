"""Drafts made of many paragraphs, each just within its bound, and of commands by the million: what grows faster than the file shows here."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.traps import Case, case

WIDE = 290_000
"""Characters of one paragraph: a little less than readers take."""
PIECES = {
    "round brackets": "(",
    "brackets that close": ")",
    "round pairs": "()",
    "citations that open": "(Sari, 2019; ",
    "citations nested": "(Sari (",
    "dalam": "dalam ",
    "dalam and years": "dalam Sari, 2019, ",
    "years": ", 2019",
    "years in brackets": "(2019) ",
    "ampersands": "& ",
    "ampersands and names": "Sari & ",
    "names": "Sari, ",
    "initials": "A. ",
    "initials and names": "Sari, A. B., ",
    "names in a row": "Sari Dewi ",
    "hyphens": "a-",
    "apostrophes": "O'",
    "et al.": "et al., ",
    "dkk.": "Sari dkk. ",
    "pages": "hlm. 12, ",
    "colons": "2019: 12; ",
    "quotes": "“",
    "quotes and citations": "“kata” (Sari, 2019) ",
    "straight quotes": '"',
    "square brackets": "[",
    "numbers in brackets": "[1], ",
    "number ranges": "[1]–[99] ",
    "stars": "*",
    "stars and words": "*a* ",
    "underscores": "_a",
    "marks of all kinds": "*_`~^",
    "backticks": "` ",
    "entities": "&#x41;",
    "links": "[a](b) ",
    "footnotes": "[^1] ",
    "marks of pandoc": "[@a; @b] ",
    "at signs": "@",
    "dots": ". ",
    "dashes": "– ",
    "digits": "1 ",
    "decimals": "1.",
    "capitals": "AB ",
    "accents": "a\u0301",
    "zero width": "\u200b",
    "right to left": "\u202ea ",
    "emoji": "\U0001f469\u200d\U0001f4bb ",
    "wide digits": "\uff11\uff10 ",
    "no-break spaces": "\u00a0",
    "soft hyphens": "kata\u00ad",
    "one long word": "x",
    "abbreviations": "dll. dsb. dst. ",
    "ibid": "Ibid., op. cit., ",
    "according to": "menurut Sari ",
    "verbs of saying": "Sari menyatakan bahwa ",
    "enumerations": "a) kata; b) kata; ",
    "counts": "tiga jenis: ",
    "tables": "Tabel 2.1 ",
    "addresses": "http://a.b/c ",
    "DOIs": "10.1000/x ",
    "tabs": "\t",
    "laws": "UU No. 1 Tahun 2019 ",
    "verses": "QS. Al-Baqarah: 1, ",
}
"""What a paragraph is filled with."""


def prose() -> dict[str, str]:
    """Name -> a draft of three such paragraphs with words between them."""
    found = {name: "\n\nKata kata.\n\n".join([piece * (WIDE // len(piece))] * 3) for name, piece in PIECES.items()}
    lines = {f"lines of {name}": (piece * (300 // len(piece)) + "\n") * 3_000 for name, piece in PIECES.items()}
    paragraphs = {f"paragraphs of {name}": (piece * 3 + "\n\n") * 20_000 for name, piece in PIECES.items()}
    return found | lines | paragraphs | {
        "nineteen megabytes of words": "Kata kata kata kata kata.\n\n" * 700_000,
        "nineteen megabytes of lines": "kata\n" * 3_800_000,
        "nineteen megabytes of headings": "# Judul\n\n" * 2_000_000,
        "nineteen megabytes of letters": "a\n\n" * 6_000_000,
        "nine thousand citations": "Menurut Sari (2019) kata kata (Dewi, 2020).\n\n" * 4_900,
        "nine thousand different citations": "".join(f"Kata (Nama{n}, {1900 + n % 120}).\n\n" for n in range(9_900)),
        "nine thousand works listed": "Kata (Sari, 2019).\n\nDAFTAR PUSTAKA\n\n" + "".join(f"Nama{n}, A. ({1900 + n % 120}). Judul ke-{n}. Penerbit.\n\n" for n in range(9_900)),
        "both": "".join(f"Kata (Nama{n}, {1900 + n % 120}).\n\n" for n in range(9_900)) + "DAFTAR PUSTAKA\n\n" + "".join(f"Nama{n}, A. ({1900 + n % 120}). Judul ke-{n}. Penerbit.\n\n" for n in range(9_900)),
        "one name spelled in all ways": "".join(f"Kata (Sar{'i' * (n % 900)}, 2019).\n\n" for n in range(5_000)),
        "quotations": "".join(f"Sari (2019) menyatakan “kata {n} kata kata kata kata kata”.\n\n" for n in range(8_000)),
        "definitions": "".join(f"Menurut Sari (2019), jaringan{n} adalah hubungan {n}.\n\n" for n in range(8_000)),
        "definitions of one term": "".join(f"Menurut Nama{n} (2019), jaringan adalah hubungan {n}.\n\n" for n in range(8_000)),
        "tables of many rows": ("| No | Peneliti | Hasil |\n|---|---|---|\n" + "| 1 | Sari (2019) | kata |\n" * 500 + "\n") * 20,
        "ten thousand tables": "| a | b |\n|---|---|\n| (Sari, 2019) | x |\n\n" * 10_000,
        "footnotes that cite": "".join(f"Kata[^{n}].\n\n[^{n}]: Dewi Sari, *Judul {n}* (Kota: P, 2019), hlm. {n}.\n\n" for n in range(8_000)),
    }  # fmt: skip


COMMANDS = {
    "verb": "\\verb|",
    "comments": "%\n",
    "braces": "{}",
    "braces that open": "{",
    "braces that close": "}",
    "begins": "\\begin{a}",
    "ends": "\\end{a}",
    "begins of verbatim": "\\begin{verbatim}",
    "false": "\\iffalse",
    "fi": "\\fi",
    "citations": "\\cite{a}",
    "citations with notes": "\\parencite[a][b]{c}",
    "citations that open": "\\cite{",
    "notes that open": "\\cite[",
    "definitions": "\\newcommand{\\a}{b}",
    "definitions that open": "\\newcommand{\\a}[1][",
    "arguments": "\\def\\a#1#2#3#4{",
    "footnotes": "\\footnote{a}",
    "sections": "\\section{A}",
    "items": "\\item a ",
    "cells": "a & ",
    "rows": "\\\\ ",
    "formulas": "$a$",
    "accents": "\\'{e}",
    "letters": "\\alpha ",
    "inputs": "\\input{a}",
    "escapes": "\\%",
    "quotes": "``a'' ",
    "tildes": "~",
    "carets": "^^41",
}
"""What a LaTeX file is filled with."""


def latex() -> dict[str, str]:
    """Name -> a file of two megabytes, with and without line ends."""
    found = {name: piece * (2_000_000 // len(piece)) for name, piece in COMMANDS.items()}
    found |= {
        f"paragraphs of {name}": (piece * 20 + "\n\n") * (1_000_000 // len(piece) // 20)
        for name, piece in COMMANDS.items()
    }
    macros = "".join(f"\\newcommand{{\\m{chr(97 + n // 26)}{chr(97 + n % 26)}}}{{x}}\n" for n in range(600))
    return found | {
        "names that no file can have": "\\input{" + "x" * 5_000 + "} \\input{a\x00b} \\include{" + "a/" * 3_000 + "} \\input{\udcff}",
        "macros that are called": macros + "".join(f"\\m{chr(97 + n // 26)}{chr(97 + n % 26)} " for n in range(600)) * 200,
        "a macro of ten arguments": "\\newcommand{\\a}[9]{#1#2#3#4#5#6#7#8#9#1#2#3}" + "\\a{b}{c}{d}" * 50_000,
        "macros that grow": "".join(f"\\newcommand{{\\m{chr(97 + n)}}}[1]{{\\m{chr(98 + n)}{{#1#1}}}}" for n in range(24)) + "\\ma{x}",
        "nineteen megabytes": "Kata \\cite{a} kata.\n\n" * 9_000 + "Kata kata kata.\n\n" * 1_000_000,
    }  # fmt: skip


def cases() -> Iterator[Case]:
    """Every one at the audit."""
    for name, text in prose().items():
        yield case(f"draft: {name}", "draft", ".md", text, slow=True)
    for name, text in latex().items():
        yield case(f"draft, LaTeX: {name}", "draft", ".tex", text, slow=True)
