"""Bibliographies, further: citation keys that mean something elsewhere, values and cross-references without end."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.bib_inputs import GOOD, entry
from tests.hostile.traps import Case, case

KEYS = ("__proto__", "constructor", "../../x", "{{", "%s", "a b", "a,b", "a}b", "a\u202eb", "\u200b", "k" * 100_000, "\u0301" * 1_000, "-rf",
        "a#b", "a%2Fb", "a?b", "a'b", 'a"b', "a\\b", "a\x00b", "a\x1bb", "\u00e9", "e\u0301", "\U0001f4a9", "con", "nul.txt", "0", "null", "true",
        "@a", "a@b", "<b>", "&amp;", "$x$", "~", "*", "tokoh-x", "studi-ini", "skema-konsep", "jaringan", "a:b", "urn:x", "http://x/")  # fmt: skip
FIELDS = ("author", "editor", "title", "year", "date", "pages", "volume", "doi", "url", "isbn", "publisher", "address", "journal", "booktitle",
          "edition", "langid", "crossref", "keywords", "note", "month")  # fmt: skip
PIECES = {"commas": ", ", "braces": "{}", "and": " and ", "backslashes": "\\", "accents": "\\'e", "dollars": "$", "commands": "\\textit{a}", "hyphens": "-",
          "dots": "A. ", "tildes": "~", "digits": "9", "quotes": "``", "ampersands": "\\& ", "hashes": "#", "percents": "\\%", "lines": "\n\n",
          "entities": "&amp;", "particles": "van der ", "degrees": "S.Pd., ", "slashes": "/", "colons": ": ", "accents apart": "\u0301"}  # fmt: skip


def texts() -> dict[str, str]:
    """Name -> the bibliography."""
    filled = "".join(
        f"@book{{{field}{number}, author = {{Sari}}, title = {{x}}, {field} = {{{piece * (40_000 // len(piece))}}}}}\n"
        for number, piece in enumerate(list(PIECES.values())[:1])
        for field in FIELDS
    )
    found = {
        f"every field of {name}": "".join(
            f"@article{{{field}, {field} = {{{piece * (30_000 // len(piece))}}}}}\n" for field in FIELDS
        )
        for name, piece in PIECES.items()
    }
    alike = "".join(
        f"@book{{s{n}, author = {{Sar{'i' * (n % 60)}, Dewi}}, title = {{Judul yang sama {n % 40}}}, year = {{2019}}}}\n"
        for n in range(3_000)
    )
    return found | {
        "fields twice": filled,
        "keys of all kinds": "".join(entry(key=key) for key in KEYS),
        "keys of all kinds, cited": "".join(entry(key=key) + f"@inbook{{{key}2, crossref = {{{key}}}}}\n" for key in KEYS),
        "three thousand nearly alike": alike,
        "one title three thousand times": "".join(entry(key=f"k{n}") for n in range(3_000)),
        "one DOI three thousand times": "".join(entry(key=f"k{n}", title=f"Judul {n}", more=",\n doi = {10.1000/x}") for n in range(3_000)),
        "one author three thousand times": "".join(entry(key=f"k{n}", title=f"Judul {n} tentang {n}") for n in range(3_000)),
        "initials of all kinds": "".join(f"@book{{k{n}, author = {{Sari, {chr(65 + n % 26)}. {chr(65 + n // 26 % 26)}.}}, title = {{Judul {n}}}, year = {{2019}}}}\n" for n in range(3_000)),
        "strings within strings": "".join(f'@string{{m{n} = m{n + 1} # "x"}}\n' for n in range(20_000)) + "@book{k, title = m0}",
        "strings that grow": "@string{a = {" + "x" * 10_000 + "}}\n@book{k, title = " + " # ".join(["a"] * 5_000) + "}",
        "a hundred entries of strings": "@string{a = {" + "kata " * 10_000 + "}}\n" + "".join(f"@book{{k{n}, title = a # a # a, author = a, year = a}}\n" for n in range(100)),
        "a crossref to all": "@book{a, crossref = {" + ",".join(f"k{n}" for n in range(20_000)) + "}}",
        "xdata of each other": "".join(f"@xdata{{x{n}, xdata = {{x{(n + 1) % 2_000},x{(n + 2) % 2_000}}}, note = {{n}}}}\n" for n in range(2_000)) + "@book{k, xdata = {x0}}",
        "related in a circle": "@book{a, related = {b}, relatedtype = {translationof}}\n@book{b, related = {a}}",
        "a set of itself": "@set{a, entryset = {a,b}}\n@set{b, entryset = {a}}",
        "types of all kinds": "".join(f"@{kind}{{k{n}, title = {{x}}}}\n" for n, kind in enumerate(("__proto__", "COMMENT", "string", "preamble", "b\u00f6ok", "book2", "\u202ebook"))),
        "brackets of both kinds": "@book(k, title = {x)}, year = (2019))\n" * 3_000,
        "parted by nothing": "@book{a@book{b@book{c" * 20_000,
        "a percent in every line": "% x\n" * 200_000 + GOOD,
        "one entry of nineteen megabytes": entry(more=",\n abstract = {" + "kata " * 3_700_000 + "}"),
        "nineteen megabytes of entries": entry(more=",\n abstract = {" + "kata " * 2_000 + "}") * 1_800,
    }  # fmt: skip


def cases() -> Iterator[Case]:
    """Each at the doors for bibliographies."""
    for name, text in texts().items():
        yield case(f"keys, audit: {name}", "bib", ".bib", text)
        yield case(f"keys, import: {name}", "import", ".bib", text)
        yield case(f"keys, project: {name}", "project-bib", ".bib", text)
