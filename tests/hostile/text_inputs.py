"""Drafts (LaTeX, Markdown, plain text), tables of values and exchange formats that break readers."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

from tests.hostile.traps import Case, case


def latex() -> dict[str, str | bytes]:
    """Name -> a draft in LaTeX."""
    laughs = (
        "\\newcommand{\\a}{ha}"
        + "".join(f"\\newcommand{{\\{chr(97 + n)}}}{{{f'{chr(92)}{chr(96 + n)}' * 10}}}" for n in range(1, 12))
        + "\\l"
    )
    return {
        "reads a file": "\\input{@SECRET@} \\include{@SECRET@} \\verbatiminput{@SECRET@} \\lstinputlisting{@SECRET@} \\import{/etc/}{passwd}",
        "reads upwards": "\\input{../../../../../../../../etc/passwd}",
        "reads itself": "\\input{masukan}\\input{masukan.tex}",
        "reads a device": "\\input{/dev/zero}\\input{/dev/stdin}",
        "runs a program": "\\input{|cat /etc/passwd} \\write18{id} \\immediate\\write18{id}",
        "a bibliography elsewhere": "\\bibliography{../../../../etc/passwd}\\addbibresource{@URL@}",
        "macros that laugh": laughs,
        "a macro of itself": "\\newcommand{\\a}{\\a\\a}\\a \\def\\b{\\c}\\def\\c{\\b}\\b",
        "braces": "{" * 200_000 + "}" * 200_000,
        "braces that open": "{" * 1_000_000,
        "brackets": "\\cite" + "[" * 200_000,
        "environments": "\\begin{quote}" * 20_000 + "x" + "\\end{quote}" * 20_000,
        "environments that open": "\\begin{tabular}{l}" * 20_000,
        "footnotes nested": "\\footnote{" * 20_000 + "x" + "}" * 20_000,
        "emphasis nested": "\\textit{" * 20_000 + "x" + "}" * 20_000,
        "lists nested": "\\begin{itemize}\\item " * 5_000 + "x",
        "verbatim that opens": "\\begin{verbatim}" + "x\n" * 100_000,
        "verb that opens": "\\verb|" * 50_000,
        "dollars": "$" * 300_001,
        "backslashes": "\\" * 300_001,
        "percents": "%" * 1_000_000,
        "carets": "^^" * 200_000 + "^^5cinput{x}",
        "twenty thousand keys": "\\cite{" + ",".join(f"k{n}" for n in range(20_000)) + "}",
        "fifty thousand citations": "\\cite{k} " * 50_000,
        "a wide table": "\\begin{tabular}{" + "l" * 10_000 + "}" + "a & " * 10_000 + "\\\\\\end{tabular}",
        "columns by number": "\\begin{tabular}{*{999999999}{l}}a\\\\\\end{tabular}",
        "catcodes": "\\catcode`\\@=0 @input{x} \\csname input\\endcsname{x}",
        "a NUL": "a\x00b",
        "an encoded surrogate": "a\ud800b",
        "one long line": "kata \\cite{a} " * 200_000,
        "sections": "\\section{x}\n" * 20_000,
        "captions": "\\begin{table}\\caption{x}\\end{table}\n" * 10_000,
        "noise": "".join(random.Random(7).choices("\\{}[]$%&#^_~ abc\n", k=200_000)),
    }  # fmt: skip


def prose() -> dict[str, str | bytes]:
    """Name -> a draft in Markdown or plain text."""
    return {
        "empty": "",
        "a NUL": "a\x00b",
        "UTF-16": "Teks (Sari, 2019).".encode("utf-16"),
        "Latin-1": "Teks (S\xe9ri, 2019).".encode("latin-1"),
        "noise": random.Random(8).randbytes(100_000),
        "an encoded surrogate": "a\ud800 (Sari, 2019)",
        "control characters": "".join(map(chr, range(1, 32))) + " (Sari, 2019)",
        "bidi and zero width": "\u202e\u200b\u200d\ufeff(Sari, 2019)\u2066" * 5_000,
        "a tower of accents": "a" + "\u0301" * 300_000,
        "one long line": "kata kata (Sari, 2019) menurut Dewi (2020) " * 100_000,
        "one long word": "a" * 5_000_000,
        "lists nested": "".join("  " * n + "- x\n" for n in range(1_500)),
        "quotes nested": ">" * 100_000 + " x",
        "brackets": "[" * 500_000,
        "brackets and round": "[](" * 200_000,
        "stars": "*" * 500_000,
        "stars and letters": "*a " * 200_000,
        "stars and underscores": "*a_b" * 100_000,
        "backticks": "`" * 300_001,
        "backticks growing": "".join("`" * n + "a" for n in range(800)),
        "round brackets": "(" * 500_000,
        "brackets that close": ")" * 500_000,
        "citations that open": "(Sari, 2019; " * 50_000,
        "a citation of a thousand works": "(" + "; ".join(f"Sari{n}, 20{n % 100:02}" for n in range(20_000)) + ")",
        "dalam dalam dalam": "(Sari, 2019, " + "dalam Dewi, 2020, " * 20_000 + ")",
        "dalam alone": "dalam " * 200_000,
        "names of dots": "A. " * 100_000 + "(2019)",
        "names of hyphens": "A-" * 100_000 + " (2019)",
        "names of capitals": "Aa " * 200_000 + "(2019)",
        "dan dan dan": "Sari dan " * 50_000 + "(2019)",
        "years": "2019, " * 100_000,
        "digits": "9" * 1_000_000,
        "commas": "," * 500_000,
        "semicolons in brackets": "(" + ";" * 300_000 + ")",
        "double quotes": '"' * 300_001,
        "apostrophes": "'" * 300_001,
        "a table of ten thousand columns": "|" + " a |" * 10_000 + "\n|" + "---|" * 10_000 + "\n" + "|" + " b |" * 10_000,
        "pipes": "|" * 300_000,
        "table rules": "|---" * 50_000 + "\n" * 3,
        "headings": "# x\n" * 20_000,
        "heading marks": "#" * 300_000,
        "numbering": "1.1.1.1.1.1.1.1 Judul\n" * 10_000,
        "numbers of dots": "1." * 100_000 + " Judul",
        "captions": "Tabel 2.1 Judul\n\n" * 5_000,
        "comments that open": "<!-- " * 100_000,
        "tags": "<b>" * 100_000,
        "entities": "&lt;&amp;" * 50_000,
        "links": "[x](javascript:alert(1)) <http://x/" + "a" * 100_000 + ">",
        "footnotes in a circle": "[^1]: lihat [^2]\n[^2]: lihat [^1]\nx[^1]",
        "footnotes by the thousand": "".join(f"x[^{n}]\n\n[^{n}]: (Sari, 2019)\n\n" for n in range(5_000)),
        "front matter": "---\na: &a [x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b, *b]\n---\nx",
        "allowances": "<!-- boleh: x \"y\" z -->\n" * 20_000,
        "references": "DAFTAR PUSTAKA\n" + "Sari, D. (2019). Judul. Penerbit.\n" * 5_000,
        "references of one line": "DAFTAR PUSTAKA\n" + "Sari, D. (2019). Judul. " * 20_000,
        "markup": "<script>alert(1)</script> (Sari & <b>, 2019)",
        "all line ends": "a (Sari, 2019)\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029" * 2_000,
        "spaces": " " * 3_000_000,
        "tabs": "\t" * 1_000_000,
        "lines": "\n" * 1_000_000,
        "underscores in brackets": "(_" * 100_000,
        "et al.": "et al. " * 100_000,
        "dkk": "dkk., " * 100_000,
        "hlm": "hlm. 1-" * 100_000,
        "equals under words": ("a\n" + "=" * 100 + "\n") * 3_000,
        "twenty-five megabytes": "kata " * 5_000_000,
    }  # fmt: skip


def csl_json() -> dict[str, str | bytes]:
    """Name -> CSL-JSON."""
    item = {
        "id": "x",
        "type": "book",
        "title": "T",
        "author": [{"family": "Sari", "given": "Dewi"}],
        "issued": {"date-parts": [[2019]]},
    }
    wrong = [None, 5, [], {}, "x", True, [[]], {"a": {}}]
    return {
        "empty list": "[]",
        "a number": "5",
        "a word": '"x"',
        "nothing": "null",
        "deep": "[" * 200_000,
        "deep and closed": "[" * 100_000 + "]" * 100_000,
        "deep in an item": '[{"id": "x", "title": ' + '{"a":' * 50_000 + "1" + "}" * 50_000 + "}]",
        "a number of a million digits": '[{"id": ' + "9" * 1_000_000 + "}]",
        "not numbers": '[{"id": NaN, "title": Infinity}]',
        "a lone surrogate": '[{"id": "\\ud800", "title": "\\udfff", "type": "book"}]',
        "a NUL": '[{"id": "a\\u0000b", "title": "x\\u0000", "type": "book"}]',
        "names twice": '[{"id": "a", "id": "b", "title": "x", "title": "y"}]',
        "names of the language": '[{"__proto__": {"x": 1}, "constructor": 1, "__class__": "x", "id": "x"}]',
        "cut": json.dumps([item])[:-5],
        "words after it": json.dumps([item]) + "x",
        "a byte order mark": b"\xef\xbb\xbf" + json.dumps([item]).encode(),
        "UTF-16": json.dumps([item]).encode("utf-16"),
        "items of all kinds": json.dumps(wrong),
        **{f"{field} of all kinds": json.dumps([{**item, field: value} for value in wrong]) for field in ("id", "type", "title", "author", "issued", "page", "DOI")},
        "authors of all kinds": json.dumps([{**item, "author": wrong}, {**item, "author": [{"family": value, "given": value, "literal": value} for value in wrong]}]),
        "dates of all kinds": json.dumps([{**item, "issued": {"date-parts": value}} for value in [*wrong, [[]], [[None]], [["x"]], [[1e300]], [[-5, 99, 99]], [[10**30]]]]),
        "markup": json.dumps([{**item, "title": "<script>alert(1)</script>", "URL": "javascript:alert(1)"}]),
        "an id like a path": json.dumps([{**item, "id": "../../../etc/passwd"}, {**item, "id": "<a> <b> ."}]),
        "LaTeX": json.dumps([{**item, "title": "\\input{@SECRET@} }\n}\n@misc{x, title={"}]),
        "twenty thousand": json.dumps([{**item, "id": f"x{n}"} for n in range(20_000)]),
        "a hundred thousand authors": json.dumps([{**item, "author": [{"family": "Sari"}] * 100_000}]),
        "a title of five megabytes": json.dumps([{**item, "title": "x" * 5_000_000}]),
        "a map of items": json.dumps({"items": [item]}),
    }  # fmt: skip


def ris() -> dict[str, str | bytes]:
    """Name -> RIS."""
    one = "TY  - BOOK\r\nAU  - Sari, Dewi\r\nTI  - Judul\r\nPY  - 2019\r\nER  - \r\n"
    return {
        "no end": "TY  - BOOK\nTI  - x",
        "types alone": "TY  - BOOK\n" * 50_000,
        "ends alone": "ER  - \n" * 50_000,
        "twenty thousand": one * 20_000,
        "unknown tags": "TY  - BOOK\n" + "".join(f"{chr(65 + n % 26)}{n % 10}  - x\n" for n in range(50_000)) + "ER  - \n",
        "authors": "TY  - BOOK\nTI  - x\n" + "AU  - Sari, Dewi\n" * 100_000 + "ER  - \n",
        "keywords": "TY  - BOOK\nTI  - x\n" + "KW  - a\n" * 200_000 + "ER  - \n",
        "a long line": "TY  - BOOK\nTI  - " + "kata " * 1_000_000 + "\nER  - \n",
        "lines that go on": "TY  - BOOK\nTI  - x\n" + "lanjut\n" * 200_000 + "ER  - \n",
        "a NUL": one.replace("Judul", "a\x00b"),
        "an encoded surrogate": one.replace("Judul", "a\ud800b"),
        "UTF-16": one.encode("utf-16"),
        "Latin-1": one.replace("Judul", "caf\xe9").encode("latin-1"),
        "strange years": "".join(one.replace("2019", year) for year in ("9" * 5000, "//", "2019/13/99/x", "NaN", "-")),
        "markup": one.replace("Judul", "<script>alert(1)</script>").replace("ER", "UR  - javascript:alert(1)\r\nER"),
        "LaTeX": one.replace("Judul", "\\input{@SECRET@} }}@misc{x,"),
        "an id like a path": one.replace("TI", "ID  - ../../etc/passwd\r\nTI"),
        "no separator": "TY BOOK\nTI x\nER\n",
        "an EndNote file": "%0 Book\n%A Sari\n%T x\n",
        "noise": random.Random(9).randbytes(100_000),
        "empty": "",
    }  # fmt: skip


def csv() -> dict[str, str | bytes]:
    """Name -> a table of values."""
    head = "Penulis,Tahun,Judul,Metode\n"
    row = "Sari,2019,Judul,kualitatif\n"
    return {
        "only the header": head,
        "a quote that opens": head + '"' + "x\n" * 500_000,
        "quotes": head + '"' * 500_001,
        "a cell of a megabyte": head + "Sari,2019," + "x" * 1_000_000 + ",y\n",
        "a hundred thousand columns": "a," * 100_000 + "\n" + "b," * 100_000 + "\n",
        "a hundred thousand rows": head + row * 100_000,
        "commas": "," * 1_000_000,
        "semicolons": ";" * 500_000 + "\n" + ";" * 500_000,
        "a NUL": head + "Sari\x00,2019,x,y\n",
        "UTF-16": (head + row).encode("utf-16"),
        "Latin-1": (head + row.replace("Sari", "S\xe9ri")).encode("latin-1"),
        "a separator line": "sep=;\n" + (head + row).replace(",", ";"),
        "formulas": head + "=1+1,@SUM(A1),+1+1,-1-1\n=HYPERLINK(\"@URL@\"),\t=1,x,y\n",
        "markup": head + "<script>alert(1)</script>,2019,<img src=x onerror=alert(1)>,x\n",
        "headers that are one": "Judul,Judul,Judul\na,b,c\n",
        "a header of nothing": ",,,\na,b,c,d\n",
        "rows of all lengths": head + "".join("a," * n + "\n" for n in range(300)),
        "a key like a path": "citekey,Penulis,Judul\n../../etc/passwd,Sari,x\n<a> <b>,Sari,y\n",
        "all line ends": head + row.replace("\n", "\r") + row.replace("\n", "\x0b") + row.replace("\n", "\u2028"),
        "an encoded surrogate": head + "Sari\ud800,2019,x,y\n",
        "noise": random.Random(10).randbytes(100_000),
        "empty": "",
    }  # fmt: skip


def cases() -> Iterator[Case]:
    """Drafts at the audit, the others at the import."""
    for name, text in latex().items():
        yield case(f"latex: {name}", "draft", ".tex", text)
    for name, text in prose().items():
        yield case(f"prose: {name}", "draft", ".md", text)
        if not name.startswith(("heading", "front", "table", "back", "star")):
            yield case(f"plain: {name}", "draft", ".txt", text)
    for name, text in csl_json().items():
        yield case(f"csl-json: {name}", "import", ".json", text)
    for name, text in ris().items():
        yield case(f"ris: {name}", "import", ".ris", text)
    for name, text in csv().items():
        yield case(f"csv: {name}", "import", ".csv", text)
