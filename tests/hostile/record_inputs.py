"""Records of reference managers, further, and styles and settings that the first set has not."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.hostile.style_inputs import style
from tests.hostile.traps import Case, case

ITEM = {
    "id": "x",
    "type": "book",
    "title": "T",
    "author": [{"family": "Sari", "given": "Dewi"}],
    "issued": {"date-parts": [[2019]]},
}
SETTINGS = 'version = 1\nbase = "urn:x-kajian:h#"\n'


def records() -> dict[str, tuple[str, str | bytes]]:
    """Name -> end of the file's name, and the file."""
    enw = "%0 Book\n%A Sari, Dewi\n%T Judul\n%D 2019\n\n"
    nbib = "PMID- 1\nOWN - NLM\nTI  - Judul\nFAU - Sari, Dewi\nDP  - 2019\n\n"
    item = json.dumps(ITEM)
    return {
        "EndNote": (".enw", enw * 15_000),
        "EndNote, types alone": (".enw", "%0 Book\n" * 50_000),
        "EndNote, authors": (".enw", "%0 Book\n" + "%A Sari, Dewi\n" * 100_000),
        "EndNote, unknown signs": (".enw", "%0 Book\n" + "".join(f"%{chr(33 + n % 90)} x\n" for n in range(50_000))),
        "EndNote, lines that go on": (".enw", "%0 Book\n%T x\n" + "lanjut\n" * 300_000),
        "EndNote, a NUL": (".enw", enw.replace("Judul", "a\x00b")),
        "EndNote, percents": (".enw", "%0 Book\n" + "%" * 1_000_000),
        "PubMed": (".nbib", nbib * 1_000),
        "PubMed with another name": (".ris", nbib * 1_000),
        "EndNote's XML": (".xml", "<?xml version='1.0'?><!DOCTYPE xml [<!ENTITY x SYSTEM 'file://@SECRET@'>]><xml><records><record>&x;</record></records></xml>"),
        "RIS, a megabyte of tags": (".ris", "TY  - BOOK\nTI  - x\n" + "AU  - \n" * 100_000 + "ER  - \n"),
        "RIS, blanks": (".ris", "TY  - BOOK\nTI  - x\n" + " \t\xa0" * 300_000 + "\nER  - \n"),
        "RIS, dashes": (".ris", "TY  - BOOK\nTI  - " + "- " * 500_000 + "\nER  - \n"),
        "RIS, semicolons": (".ris", "TY  - BOOK\nTI  - x\nAU  - " + "; " * 300_000 + "\nER  - \n"),
        "RIS, names": (".ris", "TY  - BOOK\nTI  - x\nAU  - " + "Sari; " * 100_000 + "\nER  - \n"),
        "RIS, commas": (".ris", "TY  - BOOK\nTI  - x\nAU  - " + "," * 300_000 + "\nER  - \n"),
        "RIS, identifiers": (".ris", "".join(f"TY  - BOOK\nID  - {key}\nTI  - x\nER  - \n" for key in ("__proto__", "k" * 100_000, "a\u202eb", "{{", "../../x", "\x1b[31m", "\u0301" * 999))),
        "RIS, one title often": (".ris", "TY  - BOOK\nTI  - Judul yang sama\nAU  - Sari, Dewi\nPY  - 2019\nER  - \n" * 9_000),
        "RIS, titles nearly one": (".ris", "".join(f"TY  - BOOK\nTI  - Judul {'x' * (n % 99)}\nAU  - Sari, Dewi\nPY  - 2019\nER  - \n" for n in range(9_000))),
        "RIS, nineteen megabytes": (".ris", ("TY  - BOOK\nTI  - x\nAB  - " + "kata " * 200 + "\nER  - \n") * 18_000),
        "RIS, UTF-7": (".ris", b"TY  - BOOK\nTI  - +ADw-script+AD4-\nER  - \n"),
        "CSL, numbers": (".json", '[{"id": 1e400, "title": -1e400, "volume": 1e-999, "type": "book", "page": 0.1, "issued": {"date-parts": [[1e400]]}}]'),
        "CSL, dates": (".json", json.dumps([{**ITEM, "id": str(n), "issued": date} for n, date in enumerate([{"date-parts": [["x" * 9_999]]}, {"raw": "9" * 9_999}, {"literal": "\u202e"}, {"date-parts": [[[[[1]]]]]}, {"date-parts": {"a": 1}}, {"season": {}}, {"date-parts": [[2019, -1, 99], [None]]}, [[2019]], "2019", 2019, True])])),
        "CSL, deep in every field": (".json", json.dumps([{**ITEM, field: [[[[{"a": [{}]}]]]]} for field in ("id", "title", "author", "editor", "issued", "accessed", "note", "DOI", "URL")])),
        "CSL, names by the thousand": (".json", json.dumps([{**ITEM, **{f"x{n}": n for n in range(50_000)}}])),
        "CSL, people": (".json", json.dumps([{**ITEM, "author": [{"family": "a" * 9_999, "given": "b" * 9_999, "suffix": {}, "non-dropping-particle": []}] * 500}])),
        "CSL, a key twice": (".json", "[" + ",".join(['{"id": "x", ' * 1 + '"id": "y", "type": "book", "title": "T"}'] * 9_000) + "]"),
        "CSL, white space": (".json", "[" + " \n\t" * 1_000_000 + item + "]"),
        "CSL, escapes": (".json", '[{"id": "x", "type": "book", "title": "' + "\\ud83d\\udca9\\ud800\\u0000" * 50_000 + '"}]'),
        "CSL, lines": (".json", (item + "\n") * 5_000),
        "CSL, a comment": (".json", "/* x */ [" + item + ",]"),
        "CSL, Zotero's own": (".json", json.dumps({"version": 3, "collections": [], "items": [ITEM] * 5_000})),
        "pasted text without a kind": ("", "kata " * 500_000),
        "a name of two ends": (".ris.exe", "TY  - BOOK\nER  - \n"),
    }  # fmt: skip


def styles() -> dict[str, str | bytes]:
    """Name -> a style."""
    wide = "".join(f'<macro name="m{n}"><text variable="title"/></macro>' for n in range(15_000))
    chain = (
        "".join(f'<macro name="m{n}"><text macro="m{n + 1}"/></macro>' for n in range(3_000))
        + '<macro name="m3000"><text value="x"/></macro>'
    )
    names = '<names variable="author"><name/><substitute>' * 100 + '<text value="x"/>' + "</substitute></names>" * 100
    return {
        "macros that stand beside each other": style('<text macro="m0"/>', macros=wide),
        "a chain of macros": style('<text macro="m0"/>', macros=chain),
        "macros through the names": style('<names variable="author"><substitute><text macro="a"/></substitute></names>', macros='<macro name="a"><names variable="editor"><substitute><text macro="a"/></substitute></names></macro>'),
        "names in names": style(names),
        "a sort of everything": style().replace("<layout>", "<sort>" + '<key variable="title"/>' * 5_000 + "</sort><layout>"),
        "a prefix of a megabyte": style(f'<text variable="title" prefix="{"x" * 1_000_000}"/>'),
        "conditions": style("<choose>" + '<if type="book" variable="title author" match="none"/>' + '<else-if type="x"/>' * 10_000 + "<else/></choose>"),
        "a macro twice": style('<text macro="a"/>', macros='<macro name="a"><text value="x"/></macro>' * 2),
        "a macro without name": style('<text macro=""/>', macros='<macro><text value="x"/></macro><macro name=""/>'),
        "terms": style('<text term="../../x"/><text term="__proto__"/><label variable="page"/>'),
        "a date of all parts": style('<date variable="issued">' + '<date-part name="year" form="long" range-delimiter="x"/>' * 10_000 + "</date>"),
        "two layouts": style().replace("</layout>", "</layout><layout/>"),
        "another space of names": style().replace("http://purl.org/net/xbiblio/csl", "urn:x"),
        "a link of every kind": style(head="".join(f'<link rel="{rel}" href="@URL@"/>' for rel in ("self", "template", "documentation", "independent-parent", "x"))),
        "a parent that is a device": '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>x</title><link rel="independent-parent" href="/dev/zero"/></info></style>',
        "an entity in UTF-32": style("&x;", prolog='<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>').encode("utf-32"),
        "an entity in EBCDIC": ('<?xml version="1.0" encoding="cp500"?>' + style("&x;", prolog='<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>')).encode("cp500"),
    }  # fmt: skip


def settings() -> dict[str, str]:
    """Name -> a `kajian.toml`."""
    odd = (
        "a\\nb",
        "\\u001b[31m",
        "\\u202e",
        "../x",
        "/dev/stdin",
        "",
        ".",
        "..",
        "x" * 300,
        "a\\u0000",
        "con",
        ".kajian/journal",
        ".git/config",
        "*",
        "~",
        "$HOME",
    )
    return {
        **{f"drafts like {name[:12]}": SETTINGS + f'drafts = ["{name}"]\n' for name in odd},
        **{f"notes like {name[:12]}": SETTINGS + f'notes = ["{name}"]\n' for name in odd},
        **{f"a bibliography like {name[:12]}": SETTINGS + f'bibliography = "{name}"\n' for name in odd},
        **{f"a profile like {name[:12]}": SETTINGS + f'profile = "{name}"\n' for name in odd},
        **{f"a style like {name[:12]}": SETTINGS + f'style = "{name}"\n' for name in odd},
        "everything twice": SETTINGS + 'drafts = ["draf.md", "draf.md", "./draf.md"]\nnotes = ["notes", "notes", "./notes", "notes/../notes"]\n',
        "a hundred thousand keys": SETTINGS + "".join(f"k{n} = {n}\n" for n in range(60_000)),
        "dates": SETTINGS + "title = 9999-99-99\n",
        "times": SETTINGS + "chapter = 07:32:00.9999999999\n",
        "strings of many lines": SETTINGS + 'title = """' + "\\\n" * 100_000 + '"""\n',
        "numbers of all kinds": SETTINGS + "chapter = 0xFFFFFFFFFFFFFFFFFFFF\n",
        "a number that is none": SETTINGS + "chapter = nan\n",
        "truth": SETTINGS.replace("1", "true", 1),
        "a long title": SETTINGS + f'title = "{"kata " * 150_000}"\n',
        "carriage returns": SETTINGS.replace("\n", "\r"),
    }  # fmt: skip


def cases() -> Iterator[Case]:
    """Records at the door that takes in, styles at a list, settings in a project."""
    for name, (suffix, text) in records().items():
        yield case(f"record: {name}", "import", suffix, text)
    for name, data in styles().items():
        yield case(f"style, more: {name}", "style", ".csl", data)
    for name, words in settings().items():
        yield case(f"settings, more: {name!r}", "settings", ".toml", words)
