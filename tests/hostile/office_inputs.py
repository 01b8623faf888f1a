"""Word files, workbooks and project archives that break readers: all of them are zip files."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping

from tests.hostile.traps import Case, Make, Traps, case

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PKG = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>{}</Types>'
)
PARA = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>Penulis</t></is></c><c r="B1" t="inlineStr"><is><t>Judul</t></is></c></row>'
LAUGHS = (
    '<!DOCTYPE r [<!ENTITY x0 "ha">' + "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 12)) + "]>"
)


def packed(parts: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def trapped(text: str, traps: Traps) -> str:
    return text.replace("@URL@", traps.url).replace("@SECRET@", traps.secret)


def word(
    body: str = PARA.format("Teks (Sari, 2019)."), *, prolog: str = "", more: Mapping[str, bytes | str] | None = None
) -> dict[str, bytes | str]:
    """The parts of a Word file with this body."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return {
        "[Content_Types].xml": TYPES.format(f'<Override PartName="/word/document.xml" ContentType="{kind}"/>'),
        "_rels/.rels": f'<Relationships xmlns="{PKG}"><Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'{prolog}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>',
        **(more or {}),
    }  # fmt: skip


def book(
    rows: str = CELL, *, prolog: str = "", shared: str = "", more: Mapping[str, bytes | str] | None = None
) -> dict[str, bytes | str]:
    """The parts of a workbook with these rows."""
    sheet, main = (
        f"application/vnd.openxmlformats-officedocument.spreadsheetml.{k}+xml" for k in ("worksheet", "sheet.main")
    )
    return {
        "[Content_Types].xml": TYPES.format(f'<Override PartName="/xl/workbook.xml" ContentType="{main}"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{sheet}"/>'),
        "_rels/.rels": f'<Relationships xmlns="{PKG}"><Relationship Id="r1" Type="{R}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PKG}"><Relationship Id="r1" Type="{R}/worksheet" Target="worksheets/sheet1.xml"/>'
        + (f'<Relationship Id="r2" Type="{R}/sharedStrings" Target="sharedStrings.xml"/>' if shared else "") + "</Relationships>",
        "xl/worksheets/sheet1.xml": f'{prolog}<worksheet xmlns="{S}"><sheetData>{rows}</sheetData></worksheet>',
        **({"xl/sharedStrings.xml": shared} if shared else {}),
        **(more or {}),
    }  # fmt: skip


def field(instruction: str) -> str:
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>' + instruction + "</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>(x)</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def rows_of(count: int, columns: int = 3) -> str:
    cell = '<c t="inlineStr"><is><t>x</t></is></c>'
    return CELL + "".join(f"<row>{cell * columns}</row>" for _ in range(count))


def word_bodies() -> dict[str, dict[str, bytes | str]]:
    """Name -> parts."""
    table = "<w:tbl><w:tr><w:tc>"
    closed = "</w:tc></w:tr></w:tbl>"
    styles = (
        f'<w:styles xmlns:w="{W}">'
        + "".join(
            f'<w:style w:type="paragraph" w:styleId="S{n}"><w:basedOn w:val="S{(n + 1) % 50}"/></w:style>'
            for n in range(50)
        )
        + "</w:styles>"
    )
    rels = f'<Relationships xmlns="{PKG}"><Relationship Id="t" Type="{R}/attachedTemplate" Target="@URL@t.dotm" TargetMode="External"/><Relationship Id="i" Type="{R}/image" Target="@URL@i.png" TargetMode="External"/><Relationship Id="c" Type="{R}/aFChunk" Target="file://@SECRET@" TargetMode="External"/></Relationships>'
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="1">{PARA.format("x")}<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote></w:footnotes>'
    return {
        "billion laughs": word(PARA.format("&x11;"), prolog=LAUGHS),
        "quadratic": word(PARA.format("&x;" * 20_000), prolog=f'<!DOCTYPE r [<!ENTITY x "{"a" * 100_000}">]>'),
        "an entity of a file": word(PARA.format("&x;"), prolog='<!DOCTYPE r [<!ENTITY x SYSTEM "file://@SECRET@">]>'),
        "an entity of the network": word(PARA.format("&x;"), prolog='<!DOCTYPE r [<!ENTITY x SYSTEM "@URL@">]>'),
        "a DOCTYPE after a comment": word(PARA.format("&x;"), prolog="<!--" + "x" * 10_000 + '--><!DOCTYPE r [<!ENTITY x SYSTEM "file://@SECRET@">]>'),
        "laughs in the styles": word(more={"word/styles.xml": LAUGHS + f'<w:styles xmlns:w="{W}">&x11;</w:styles>'}),
        "tables nested": word(table * 3_000 + PARA.format("x") + closed * 3_000),
        "tables nested, not closed": word(table * 10_000),
        "content controls nested": word("<w:sdt><w:sdtContent>" * 3_000 + PARA.format("x") + "</w:sdtContent></w:sdt>" * 3_000),
        "insertions nested": word("<w:p>" + "<w:ins>" * 3_000 + "<w:r><w:t>x</w:t></w:r>" + "</w:ins>" * 3_000 + "</w:p>"),
        "depth of two hundred": word("<w:sdt><w:sdtContent>" * 100 + PARA.format("x") + "</w:sdtContent></w:sdt>" * 100),
        "fields nested": word('<w:p>' + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000 + "</w:p>"),
        "fields that end": word('<w:p>' + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 20_000 + "</w:p>"),
        "a field that includes": word(field("INCLUDETEXT &quot;@SECRET@&quot;") + field("INCLUDEPICTURE &quot;@URL@&quot;") + field("DDEAUTO c:\\\\windows\\\\cmd x")),
        "Zotero, deep": word(field("ADDIN ZOTERO_ITEM CSL_CITATION " + "[" * 50_000)),
        "Zotero, wrong": word(field("ADDIN ZOTERO_ITEM CSL_CITATION " + json.dumps({"citationItems": [None, 5, {"itemData": []}, {"itemData": {"author": "x", "issued": {"date-parts": [[{}]]}, "title": {}}}]}).replace('"', "&quot;"))),
        "Zotero, a number of a million digits": word(field("ADDIN ZOTERO_ITEM CSL_CITATION {&quot;citationItems&quot;: [" + "9" * 1_000_000 + "]}")),
        "Mendeley, not base64": word('<w:sdt><w:sdtPr><w:tag w:val="MENDELEY_CITATION_v3_!!!!"/></w:sdtPr><w:sdtContent>' + PARA.format("(x)") + "</w:sdtContent></w:sdt>"),
        "EndNote, XML that laughs": word(field("ADDIN EN.CITE " + LAUGHS.replace("<", "&lt;").replace('"', "&quot;").replace("&x", "&amp;x"))),
        "outside relations": word(more={"word/_rels/document.xml.rels": rels}),
        "an outside chunk": word('<w:altChunk r:id="c"/>' + PARA.format("x"), more={"word/_rels/document.xml.rels": rels}),
        "styles in a circle": word('<w:p><w:pPr><w:pStyle w:val="S1"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>', more={"word/styles.xml": styles}),
        "notes in a circle": word('<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>', more={"word/footnotes.xml": notes}),
        "a note that is not there": word('<w:p><w:r><w:footnoteReference w:id="99"/><w:footnoteReference w:id="x"/></w:r></w:p>', more={"word/footnotes.xml": notes}),
        "wrong numbers": word('<w:p><w:pPr><w:numPr><w:ilvl w:val="x"/><w:numId w:val="-9999999999999999999999"/></w:numPr><w:outlineLvl w:val="1e9"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>' + PARA.format("x") + closed),
        "a wide table": word("<w:tbl>" + ("<w:tr>" + f"<w:tc>{PARA.format('x')}</w:tc>" * 2_000 + "</w:tr>") * 20 + "</w:tbl>"),
        "spans": word("<w:tbl>" + ("<w:tr><w:tc><w:tcPr><w:gridSpan w:val='63'/><w:vMerge/></w:tcPr>" + PARA.format("x") + "</w:tc></w:tr>") * 2_000 + "</w:tbl>"),
        "two hundred thousand paragraphs": word(PARA.format("x") * 200_000),
        "a paragraph of nine megabytes": word(PARA.format("kata (Sari, 2019) " * 500_000)),
        "a million runs": word("<w:p>" + "<w:r><w:t>x</w:t></w:r>" * 300_000 + "</w:p>"),
        "markup": word(PARA.format("&lt;script&gt;alert(1)&lt;/script&gt; (Sari &amp; &lt;b&gt;, 2019)")),
        "broken XML": word("<w:p><w:r>"),
        "another document": {**word(), "word/document.xml": "<html/>"},
        "no body": {**word(), "word/document.xml": f'<w:document xmlns:w="{W}"/>'},
        "an empty document part": {**word(), "word/document.xml": ""},
        "no document part": {name: data for name, data in word().items() if name != "word/document.xml"},
        "macros": word(more={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}),
        "UTF-16 with an entity": {**word(), "word/document.xml": ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE r [<!ENTITY x SYSTEM "file://@SECRET@">]>' + f'<w:document xmlns:w="{W}"><w:body>{PARA.format("&x;")}</w:body></w:document>').encode("utf-16")},
        "three thousand parts": word(more={f"word/x{n}.xml": "<x/>" for n in range(3_000)}),
        "names like paths": word(more={"../../../../tmp/kajian-canary": "x", "/etc/passwd": "x", "C:\\x": "x", "word\\document.xml": "<x/>"}),
        "equations nested": word('<w:p xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:oMath>' + "<m:d><m:e>" * 100 + "<m:r><m:t>x</m:t></m:r>" + "</m:e></m:d>" * 100 + "</m:oMath></w:p>"),
    }  # fmt: skip


def book_bodies() -> dict[str, dict[str, bytes | str]]:
    """Name -> parts."""
    return {
        "billion laughs": book(CELL.replace("Judul", "&x11;"), prolog=LAUGHS),
        "laughs in the shared strings": book('<row><c t="s"><v>0</v></c></row>', shared=LAUGHS + f'<sst xmlns="{S}"><si><t>&x11;</t></si></sst>'),
        "an entity of a file": book(CELL.replace("Judul", "&x;"), prolog='<!DOCTYPE r [<!ENTITY x SYSTEM "file://@SECRET@">]>'),
        "an entity of the network": book(CELL.replace("Judul", "&x;"), prolog='<!DOCTYPE r [<!ENTITY x SYSTEM "@URL@">]>'),
        "the last cell": book(CELL + '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'),
        "a cell beyond the last": book(CELL + '<row r="99999999"><c r="ZZZZZZ99999999"><v>1</v></c></row>'),
        "a false dimension": book().__class__({**book(), "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{S}"><dimension ref="A1:XFD1048576"/><sheetData>{CELL}</sheetData></worksheet>'}),
        "a shared string that is not there": book('<row><c t="s"><v>99</v></c></row>', shared=f'<sst xmlns="{S}"/>'),
        "formulas": book(CELL + '<row><c><f>cmd|"/c calc"!A0</f><v>1</v></c><c t="str"><f>WEBSERVICE("@URL@")</f><v>x</v></c></row>'),
        "dates": book(CELL + '<row><c s="1"><v>1e308</v></c><c t="d"><v>9999-99-99</v></c><c t="n"><v>abc</v></c><c t="b"><v>7</v></c><c t="e"><v>#N/A</v></c></row>'),
        "an outside book": book(more={"xl/externalLinks/externalLink1.xml": "<x/>", "xl/externalLinks/_rels/externalLink1.xml.rels": f'<Relationships xmlns="{PKG}"><Relationship Id="r1" Type="{R}/externalLinkPath" Target="@URL@x.xlsx" TargetMode="External"/></Relationships>'}),
        "fifty thousand rows": book(rows_of(50_000)),
        "sixteen thousand columns": book(CELL + "<row>" + '<c t="inlineStr"><is><t>x</t></is></c>' * 16_384 + "</row>"),
        "a text of nine megabytes": book(CELL.replace("Judul", "kata " * 1_900_000)),
        "merged cells": book().__class__({**book(), "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{S}"><sheetData>{CELL}</sheetData><mergeCells>' + '<mergeCell ref="A1:XFD1048576"/>' * 2_000 + "</mergeCells></worksheet>"}),
        "no sheets": {**book(), "xl/workbook.xml": f'<workbook xmlns="{S}"><sheets/></workbook>'},
        "no workbook": {name: data for name, data in book().items() if name != "xl/workbook.xml"},
        "a sheet that is not there": {name: data for name, data in book().items() if "sheet1" not in name},
        "broken XML": book("<row><c>"),
        "deep": book("<row><c><is>" + "<r>" * 20_000),
        "macros": book(more={"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"}),
        "markup and formulas as text": book(CELL + '<row><c t="inlineStr"><is><t>=1+1</t></is></c><c t="inlineStr"><is><t>&lt;script&gt;</t></is></c></row>'),
        "headers that are one": book(CELL.replace("Penulis", "Judul")),
        "a header of nothing": book('<row><c/><c/></row><row><c t="inlineStr"><is><t>x</t></is></c></row>'),
        "three thousand parts": book(more={f"xl/x{n}.xml": "<x/>" for n in range(3_000)}),
    }  # fmt: skip


def with_traps(parts: Mapping[str, bytes | str]) -> Make:
    """Packs parts once the traps stand."""

    def make(traps: Traps) -> bytes:
        return packed({name: trapped(data, traps) if isinstance(data, str) else data for name, data in parts.items()})

    return make


def broken_zips(parts: Callable[[], dict[str, bytes | str]], inner: str) -> dict[str, Make]:
    """The same container trouble for every kind of zip."""
    good = packed(parts())

    def bomb(_traps: Traps) -> bytes:
        return packed({**parts(), inner: b"<x>" + b" " * 400_000_000})

    def many_bombs(_traps: Traps) -> bytes:
        return packed({**parts(), **{f"word/media/x{n}": bytes(20_000_000) for n in range(5)}})

    def encrypted(_traps: Traps) -> bytes:
        data = bytearray(good)
        for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            at = data.find(mark)
            while at >= 0:
                data[at + offset] |= 1
                at = data.find(mark, at + 4)
        return bytes(data)

    def lying(_traps: Traps) -> bytes:
        """The directory says a byte, the part holds 400 MB."""
        data = bytearray(packed({**parts(), inner: b"<x>" + b" " * 400_000_000}))
        at = data.rfind(b"PK\x01\x02")
        while at >= 0:
            if data[at + 46 :].startswith(inner.encode()):
                data[at + 24 : at + 28] = struct.pack("<I", 1)
            at = data.rfind(b"PK\x01\x02", 0, at)
        return bytes(data)

    def twice(_traps: Traps) -> bytes:
        out = io.BytesIO(good)
        with zipfile.ZipFile(out, "a") as file:
            file.writestr(inner, "<x/>")
        return out.getvalue()

    def method(_traps: Traps) -> bytes:
        data = bytearray(good)
        at = data.find(b"PK\x01\x02")
        while at >= 0:
            data[at + 10 : at + 12] = struct.pack("<H", 99)
            at = data.find(b"PK\x01\x02", at + 4)
        return bytes(data)

    return {
        "a bomb": bomb,
        "many bombs": many_bombs,
        "a bomb that lies": lying,
        "encrypted": encrypted,
        "a name twice": twice,
        "an unknown packing": method,
        "cut": lambda _t: good[: len(good) // 2],
        "the directory alone": lambda _t: good[good.rfind(b"PK\x01\x02") :],
        "words before and after": lambda _t: b"x" * 1000 + good + b"y" * 1000,
        "no zip": lambda _t: b"PK\x03\x04" + b"\x00" * 1000,
        "an old document": lambda _t: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 2000,
        "empty": lambda _t: b"",
        "an empty zip": lambda _t: packed({}),
        "a byte turned": lambda _t: good[: len(good) // 3] + bytes([good[len(good) // 3] ^ 0xFF]) + good[len(good) // 3 + 1 :],
        "a zip in a zip": lambda _t: packed({"x.zip": packed({"x.zip": good})}),
    }  # fmt: skip


TOML = 'version = 1\nbase = "urn:x-kajian:zip#"\nbibliography = "references.bib"\nnotes = ["notes"]\n'


def project() -> dict[str, bytes | str]:
    """The parts of a project's archive."""
    return {
        "kajian.toml": TOML,
        "references.bib": "@book{zip1, author = {Sari, Dewi}, title = {T}, year = {2019}}\n",
        "notes/a.ttl": '@prefix : <urn:x-kajian:zip#> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n:k a skos:Concept ; skos:prefLabel "Zip"@id .\n',
    }


def project_bodies() -> dict[str, dict[str, bytes | str]]:
    """Name -> parts."""
    return {
        "names like paths": {**project(), "../../jahat.txt": "x", "/etc/jahat": "x", "..\\..\\jahat": "x", "notes/../../jahat.ttl": "x"},
        "settings that leave": {**project(), "kajian.toml": TOML.replace("references.bib", "../../../../etc/passwd")},
        "settings that are absolute": {**project(), "kajian.toml": TOML.replace('["notes"]', '["/"]')},
        "broken settings": {**project(), "kajian.toml": "base = "},
        "no settings": {"references.bib": "x"},
        "deep settings": {**project(), "kajian.toml": TOML + "x = " + "[" * 100_000},
        "broken notes": {**project(), "notes/a.ttl": ":a :b"},
        "deep notes": {**project(), "notes/a.ttl": "<a:a> <a:b> " + "(" * 100_000},
        "a journal": {**project(), ".kajian/journal": json.dumps({"save": 1, "changed": {"../../jahat": [None, "0" * 64]}})},
        "device names": {**project(), "CON": "x", "notes/AUX.ttl": "x", "NUL.bib": "x", "a:b.ttl": "x"},
        "one in another": {f"dalam/{name}": data for name, data in project().items()} | project(),
        "five thousand notes": {**project(), **{f"notes/n{n}.ttl": "" for n in range(5_000)}},
        "a link": project() | {"notes/tautan.ttl": "@SECRET@"},
    }  # fmt: skip


def cases() -> Iterator[Case]:
    """Word as a draft and as a table to take in, workbooks, archives."""
    for name, parts in word_bodies().items():
        slow = sum(len(data) for data in parts.values()) > 3_000_000
        yield case(f"word, draft: {name}", "draft", ".docx", with_traps(parts), slow=slow)
        yield case(f"word, import: {name}", "import", ".docx", with_traps(parts), slow=slow)
    for name, parts in book_bodies().items():
        slow = sum(len(data) for data in parts.values()) > 3_000_000
        yield case(f"workbook: {name}", "import", ".xlsx", with_traps(parts), slow=slow)
    for name, parts in project_bodies().items():
        yield case(f"archive: {name}", "import", ".zip", with_traps(parts))
    for kind, suffix, door, parts_of, inner in (
        ("word, draft", ".docx", "draft", word, "word/document.xml"),
        ("word, import", ".docx", "import", word, "word/document.xml"),
        ("workbook", ".xlsx", "import", book, "xl/worksheets/sheet1.xml"),
        ("archive", ".zip", "import", project, "references.bib"),
    ):
        for name, make in broken_zips(parts_of, inner).items():
            yield case(f"{kind}: {name}", door, suffix, make, slow="bomb" in name)
