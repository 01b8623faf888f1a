"""Bibliographies that break readers."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.hostile.traps import Case, case

GOOD = "@book{baik, author = {Sari, Dewi}, title = {Judul}, year = {2019}, publisher = {P}}\n"


def entry(title: str = "Judul", key: str = "k", more: str = "") -> str:
    return f"@book{{{key},\n author = {{Sari, Dewi}},\n title = {{{title}}},\n year = {{2019}}{more}\n}}\n"


def texts() -> dict[str, str | bytes]:
    """Name -> the bibliography."""
    laughs = "@string{a0 = {ha}}\n" + "".join(
        f"@string{{a{n} = {' # '.join([f'a{n - 1}'] * 10)}}}\n" for n in range(1, 12)
    )
    return {
        "empty": b"",
        "only a byte order mark": b"\xef\xbb\xbf",
        "NUL bytes": entry("a\x00b"),
        "only NUL": b"\x00" * 100_000,
        "UTF-16": entry().encode("utf-16"),
        "UTF-32": entry().encode("utf-32"),
        "an encoded surrogate": entry("a\ud800b"),
        "overlong UTF-8": b"@book{k, title = {\xc0\xaf\xe0\x80\xaf}}",
        "noncharacters": entry("a\ufffe\uffff\U0010ffffb"),
        "control characters": entry("".join(map(chr, range(1, 32)))),
        "bidi overrides": entry("\u202e\u2066judul\u2069" * 500),
        "a tower of accents": entry("a" + "\u0301" * 500_000),
        "nested braces": entry("{" * 100_000 + "x" + "}" * 100_000),
        "braces that open": "@book{k, title = " + "{" * 1_000_000,
        "braces that close": "@book{k, title = {x" + "}" * 1_000_000,
        "ten megabytes of braces": "{" * 10_000_000,
        "round brackets": "@book(" + "(" * 200_000,
        "quotes": '@book{k, title = ' + '"' * 1_000_000,
        "at signs": "@" * 1_000_000,
        "at signs with lines": "@\n" * 300_000,
        "entries that begin": "@book{" * 100_000,
        "entries in entries": "@book{k, title = {" * 20_000 + "}}" * 20_000,
        "backslashes": entry("\\" * 1_000_001),
        "dollar signs": entry("$" * 300_001),
        "hashes": "@book{k, title = " + "a # " * 200_000 + "{b}}",
        "equals signs": "@book{k, " + "=" * 500_000 + "}",
        "commas": "@book{k" + "," * 500_000 + "}",
        "percent signs": "%" * 1_000_000 + "\n" + GOOD,
        "entities": entry("&lt;&amp;&#x41;&nbsp;" * 20_000),
        "tags": entry("<i><b><sub>" * 30_000),
        "macros that laugh": laughs + "@book{k, title = a11, year = 2019}",
        "a macro of itself": "@string{a = a # a}\n@book{k, title = a}",
        "macros by the thousand": "".join(f"@string{{m{n} = {{x}}}}\n" for n in range(50_000)) + entry(),
        "crossref in a circle": "@book{a, crossref = {b}}\n@book{b, crossref = {a}}\n@book{c, crossref = {c}}",
        "a long crossref chain": "".join(f"@inbook{{k{n}, crossref = {{k{n + 1}}}}}\n" for n in range(20_000)),
        "all inherit from one": "".join(f"@inbook{{k{n}, xdata = {{x}}}}\n" for n in range(20_000)) + "@xdata{x, year = 2000}",
        "one key": entry() * 10_000,
        "keys that differ by case": "".join(entry(key="".join(c.upper() if n >> i & 1 else c for i, c in enumerate("abcdefghijkl"))) for n in range(4096)),
        "a key like a path": entry(key="../../../../etc/passwd") + entry(key="C:\\Windows\\x") + entry(key="/dev/zero"),
        "a key like an IRI": entry(key='<a>"|^`\\x') + entry(key="a> <b:c> <d:e> . <f"),
        "a key of spaces and lines": entry(key=" a\tb\x0bc d "),
        "a long key": entry(key="k" * 1_000_000),
        "no keys": "@book{, title = {x}}\n" * 10_000,
        "a key like HTML": entry(key="<script>alert(1)</script>"),
        "a long type": "@" + "b" * 1_000_000 + "{k, title = {x}}",
        "many fields": "@book{k" + "".join(f", f{n} = {{x}}" for n in range(100_000)) + "}",
        "one field often": "@book{k" + ", title = {x}" * 100_000 + "}",
        "a field name of a megabyte": "@book{k, " + "n" * 1_000_000 + " = {x}}",
        "five megabytes of title": entry("judul " * 800_000),
        "a hundred thousand authors": "@book{k, title = {x}, author = {" + " and ".join(["Sari, Dewi"] * 100_000) + "}}",
        "an author of commas": "@book{k, title = {x}, author = {" + "," * 100_000 + "}}",
        "an author of and": "@book{k, title = {x}, author = {" + "and " * 100_000 + "}}",
        "an author of dots": "@book{k, title = {x}, author = {" + "a. " * 100_000 + "}}",
        "an author of degrees": "@book{k, title = {x}, author = {Sari, " + "S.Pd., M.Pd., " * 30_000 + "}}",
        "an author in braces": "@book{k, title = {x}, author = {" + "{A} and " * 50_000 + "}}",
        "LaTeX that reads a file": entry("\\input{@SECRET@} \\includegraphics{@SECRET@} \\verbatiminput{@SECRET@}"),
        "LaTeX that writes": entry("\\write18{touch /tmp/x} \\openout1=x \\immediate\\write1{x}"),
        "LaTeX nested": entry("\\textbf{" * 20_000 + "x" + "}" * 20_000),
        "LaTeX accents nested": entry("\\'{" * 20_000 + "x" + "}" * 20_000),
        "LaTeX that defines": entry("\\def\\a{\\a\\a}\\a \\csname input\\endcsname ^^5cinput{x}"),
        "a value that is an entry": entry("}\n}\n@misc{jahat, title = {baru}"),
        "markup": entry("<script>alert(1)</script><img src=x onerror=alert(1)> javascript:alert(1)"),
        "links": entry(more=",\n url = {javascript:alert(1)},\n doi = {\"><script>},\n file = {@SECRET@}"),
        "strange years": "".join(entry(key=f"y{n}").replace("2019", year) for n, year in enumerate(["9" * 5000, "-1", "1e309", "NaN", "２０１９", "\u0968", "2019/2020/", "in press" * 9000])),
        "strange dates": "".join(f"@book{{d{n}, title = {{x}}, date = {{{d}}}}}\n" for n, d in enumerate(["0000-00-00", "2019-13-45", "/", "../..", "1/2/3/4", "9" * 9000])),
        "preamble": "@preamble{\"\\newcommand{\\x}{\\input{@SECRET@}}\"}\n" + GOOD,
        "comments nested": "@comment{" * 50_000 + GOOD,
        "carriage returns": entry().replace("\n", "\r") * 2000,
        "all line ends": "\r\n\n\r\x0b\x0c\x85\u2028\u2029".join([GOOD] * 500),
        "one long line": GOOD.replace("\n", " ") * 20_000,
        "white space": " " * 3_000_000 + GOOD,
        "lines": "\n" * 2_000_000 + GOOD,
        "fifty thousand entries": "".join(entry(key=f"k{n}") for n in range(50_000)),
        "a JSON file": b'[{"id": "x", "type": "book"}]',
        "a PDF": b"%PDF-1.7\n" + bytes(range(256)) * 200,
        "noise": random.Random(3).randbytes(200_000),
        "noise of letters": "".join(random.Random(4).choices('@{}",=#%\\\n abc', k=300_000)),
        "escaped keywords": "\\u0040book{k, title = {x}}\n&#64;book{j, title = {y}}",
        "HTML": "<!DOCTYPE html><html><body>" + "<div>" * 30_000,
        "twenty-five megabytes": "%" + "x" * 25_000_000,
    }  # fmt: skip


def cases() -> Iterator[Case]:
    """Each at the doors for bibliographies: named for an audit, taken in, a project's own."""
    for name, text in texts().items():
        yield case(f"bib, audit: {name}", "bib", ".bib", text)
        yield case(f"bib, import: {name}", "import", ".bib", text)
        yield case(f"bib, project: {name}", "project-bib", ".bib", text)
