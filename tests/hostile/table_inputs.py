"""Workbooks and tables of values, further: numbers beyond every grid, parts that lie, quotes that nothing closes."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.office_inputs import CELL, LAUGHS, PKG, TYPES, R, S, book, packed, rows_of, with_traps
from tests.hostile.traps import Case, case

Parts = dict[str, bytes | str]
EXTERNAL = '<!DOCTYPE r [<!ENTITY x SYSTEM "file://@SECRET@"><!ENTITY y SYSTEM "@URL@">]>'
HEAD = "Penulis,Tahun,Judul,Metode\n"


def text(words: str, ref: str = "") -> str:
    return f'<c t="inlineStr"{ref and f" r={ref!r}"}><is><t>{words}</t></is></c>'


def sheet(content: str, before: str = "", after: str = "") -> Parts:
    """A workbook whose sheet is written out."""
    return {
        **book(),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{S}">{before}<sheetData>{content}</sheetData>{after}</worksheet>',
    }


def workbooks() -> dict[str, Parts]:
    """Name -> parts."""
    names = ("xl/styles.xml", "xl/sharedStrings.xml", "xl/theme/theme1.xml", "docProps/core.xml", "docProps/custom.xml", "xl/calcChain.xml",
             "xl/comments1.xml", "xl/tables/table1.xml", "xl/drawings/drawing1.xml", "xl/pivotTables/pivotTable1.xml", "xl/connections.xml",
             "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/_rels/sheet1.xml.rels")  # fmt: skip
    found: dict[str, Parts] = {}
    for name in names:
        found[f"an entity in {name}"] = {**book(), name: f"{EXTERNAL}<x>&x;&y;</x>"}
        found[f"laughs in {name}"] = {**book(), name: f"{LAUGHS}<x>&x11;</x>"}
        found[f"noise in {name}"] = {**book(), name: bytes(range(256)) * 50}
        found[f"nothing in {name}"] = {**book(), name: ""}
        found[f"depth in {name}"] = {**book(), name: "<a>" * 50_000}
    strings = (
        f'<sst xmlns="{S}" count="4000000000" uniqueCount="4000000000">' + "<si><t>x</t></si>" * 200_000 + "</sst>"
    )
    formats = "".join(f'<numFmt numFmtId="{n}" formatCode="{"yyyy" * 50}"/>' for n in range(20_000))
    styled = (
        f'<styleSheet xmlns="{S}"><numFmts>{formats}</numFmts><cellXfs>'
        + '<xf numFmtId="14"/>' * 64_000
        + "</cellXfs></styleSheet>"
    )
    sheets = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r1"/>' for n in range(1, 5_000))
    dates = "".join(
        f'<row><c s="1"><v>{value}</v></c></row>'
        for value in ("1000000000", "-5", "1e400", "NaN", "2958466", "9" * 400, "0.0000001", "60", "inf")
    )
    dated = f'<styleSheet xmlns="{S}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    main = f'<workbook xmlns="{S}" xmlns:r="{R}">{{}}<sheets>{{}}</sheets></workbook>'
    one = '<sheet name="S" sheetId="1" r:id="r1"/>'
    return found | {
        "a million cells": sheet(rows_of(20_000, 50)),
        "a hundred and fifty thousand rows": sheet(rows_of(150_000, 2)),
        "merges by the hundred thousand": sheet(CELL, after="<mergeCells>" + "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 300_000)) + "</mergeCells>"),
        "merges of everything, filled": sheet(CELL, after="<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 20 + "</mergeCells>"),
        "merges that are none": sheet(CELL, after='<mergeCells><mergeCell ref="Z9:A1"/><mergeCell ref="x"/><mergeCell/><mergeCell ref="A1:A99999999999"/></mergeCells>'),
        "rows that repeat": sheet(CELL + '<row r="1">' + text("x") + "</row>" * 1),
        "rows without order": sheet('<row r="1048576">' + text("x") + "</row>" + CELL),
        "a row below nothing": sheet(CELL + f'<row r="-1">{text("x")}</row><row r="0">{text("y")}</row><row r="x">{text("z")}</row>'),
        "a cell of no address": sheet(f'<row>{text("x", "1A")}{text("y", "$$")}{text("z", "")}</row>'),
        "columns of any": sheet(CELL + "<row r='2'>" + "".join(text("x", f"{chr(65 + n % 26)}{chr(65 + n // 26 % 26)}2") for n in range(20_000)) + "</row>"),
        "a shared string below nothing": book('<row><c t="s"><v>-1</v></c><c t="s"><v>x</v></c><c t="s"/></row>', shared=f'<sst xmlns="{S}"><si><t>a</t></si></sst>'),
        "shared strings that lie": book(CELL, shared=strings),
        "a shared string of nine megabytes": book('<row><c t="s"><v>0</v></c></row>' * 1_000, shared=f'<sst xmlns="{S}"><si><t>{"kata " * 400_000}</t></si></sst>'),
        "one long string in every cell": book(CELL + '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>' * 3_000, shared=f'<sst xmlns="{S}"><si><t>{"kata " * 6_000}</t></si></sst>'),
        "runs of a string": book(CELL.replace("<t>Judul</t>", "<r><t>x</t></r>" * 200_000)),
        "control characters": book(CELL + "<row>" + text("a_x0000_b_x001B_[31m_xD800_") + "</row>"),
        "dates beyond": {**sheet(CELL + dates), "xl/styles.xml": dated},
        "dates before 1904": {**sheet(CELL + dates), "xl/styles.xml": dated, "xl/workbook.xml": main.format('<workbookPr date1904="1"/>', one)},
        "styles by the thousand": {**book(), "xl/styles.xml": styled},
        "a style that is not there": sheet(CELL + '<row><c s="999999"><v>1</v></c><c s="-1"><v>2</v></c></row>'),
        "five thousand sheets": {**book(), "xl/workbook.xml": main.format("", sheets)},
        "a sheet without name": {**book(), "xl/workbook.xml": main.format("", '<sheet name="" sheetId="1" r:id="r1"/>')},
        "a sheet of markup": {**book(), "xl/workbook.xml": main.format("", '<sheet name="&lt;script&gt;&#x202e;&amp;" sheetId="1" r:id="r1"/>')},
        "a sheet that is hidden": {**book(), "xl/workbook.xml": main.format("", one.replace("name", 'state="veryHidden" name'))},
        "a sheet elsewhere": {**book(), "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PKG}"><Relationship Id="r1" Type="{R}/worksheet" Target="file://@SECRET@" TargetMode="External"/></Relationships>'},
        "a sheet above": {**book(), "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PKG}"><Relationship Id="r1" Type="{R}/worksheet" Target="../../../../etc/passwd"/></Relationships>'},
        "a sheet that is the book": {**book(), "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PKG}"><Relationship Id="r1" Type="{R}/worksheet" Target="workbook.xml"/></Relationships>'},
        "names by the thousand": {**book(), "xl/workbook.xml": main.format("", one).replace("</workbook>", "<definedNames>" + "".join(f'<definedName name="n{n}">S!$A$1:$XFD$1048576</definedName>' for n in range(50_000)) + "</definedNames></workbook>")},
        "links and queries": {**sheet(CELL + '<row><c><f>\'[1]S\'!A1</f></c><c><f t="array" ref="A1:XFD1048576">1</f></c><c><f t="shared" si="0" ref="A1:A9"/></c><c><f>=cmd|\'/c calc\'!A1</f></c></row>',
                              after='<hyperlinks><hyperlink ref="A1:XFD1048576" r:id="x"/></hyperlinks>'.replace("r:id", "id")), "xl/connections.xml": "<connections/>"},
        "checks of everything": sheet(CELL, after='<dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations><conditionalFormatting sqref="A1:XFD1048576"/><autoFilter ref="A1:XFD1048576"/>'),
        "columns of everything": sheet(CELL, before='<cols><col min="1" max="999999999" width="1e400"/></cols>'),
        "a dimension that is none": sheet(CELL, before='<dimension ref="A1:ZZZZZZZZ99999999999"/>'),
        "a binary book": {"[Content_Types].xml": TYPES.format(""), "xl/workbook.bin": bytes(range(256)) * 20},
        "an open document": {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<office/>"},
        "a chapter": {"[Content_Types].xml": TYPES.format(""), "word/document.xml": "<x/>"},
    }  # fmt: skip


def values() -> dict[str, bytes | str]:
    """Name -> a table of values."""
    row = "Sari,2019,Judul,kualitatif\n"
    return {
        "a million columns": ",".join(["Judul"] * 1_000_000) + "\n" + ",".join(["x"] * 1_000_000),
        "nineteen megabytes of an open quote": HEAD + '"' + "kata\n" * 3_800_000,
        "quotes within quotes": HEAD + '"' + '""' * 4_000_000 + '"\n',
        "nineteen megabytes of rows": HEAD + "a,b,c,d\n" * 2_300_000,
        "nineteen megabytes of lines": "\n" * 19_000_000,
        "nineteen megabytes of commas": "," * 19_000_000,
        "nineteen megabytes of one cell": HEAD + "x" * 19_000_000,
        "nineteen thousand rows": HEAD + "".join(f"Nama{n},2019,Judul {n},kualitatif\n" for n in range(19_000)),
        "nineteen thousand rows that are one": HEAD + row * 19_000,
        "nineteen thousand studies nearly alike": HEAD + "".join(f"Sari,2019,Judul {'x' * (n % 200)},m\n" for n in range(9_000)),
        "columns of everything": ",".join(f"Kolom {n}" for n in range(5_000)) + "\n" + ("x," * 5_000 + "\n") * 50,
        "NULs": HEAD + "\x00" * 1_000_000,
        "a NUL before all": "\x00" + HEAD + row,
        "UTF-16 without a mark": (HEAD + row).encode("utf-16-le"),
        "UTF-16 the other way round": (HEAD + row).encode("utf-16-be"),
        "UTF-32": (HEAD + row).encode("utf-32"),
        "UTF-7": HEAD.encode() + b"+ADw-script+AD4-,2019,x,y\n",
        "surrogates in pairs": HEAD.encode() + b"\xed\xa0\xbd\xed\xb2\xa9,2019,x,y\n",
        "overlong": HEAD.encode() + b"\xc0\x80\xe0\x80\x80,2019,x,y\n",
        "EBCDIC": (HEAD + row).encode("cp500"),
        "a separator of control": "sep=\x07\n" + HEAD.replace(",", "\x07"),
        "a separator of a quote": 'sep="\n' + HEAD + row,
        "a separator of a line": "sep=\n\n" + HEAD + row,
        "a separator of a letter": "sep=a\n" + HEAD + row,
        "all separators": "a;b,c\td|e\n" * 5_000,
        "carriage returns": HEAD.replace("\n", "\r") + row.replace("\n", "\r") * 5_000,
        "line ends in cells": HEAD + '"a\nb\r\nc\rd\x0be\x0cf\x85g\u2028h",2019,x,y\n' * 2_000,
        "formulas everywhere": HEAD + "".join(f"{sign}cmd|'/c calc'!A1,{sign}1,{sign}x,{sign}y\n" for sign in "=+-@\t\r\uff1d\uff0b\uff0d\uff20"),
        "right to left": HEAD + "\u202e\u2066x,\u202e2019,\u200b,\u2028\n",
        "accents": HEAD + "a" + "\u0301" * 500_000 + ",2019,x,y\n",
        "years of all kinds": HEAD + "".join(f"Sari,{year},x,y\n" for year in ("9" * 5_000, "-1", "1e400", "NaN", "\u0662\u0660\u0661\u0669", "\u2460", "20192020", "0x7e3", "2019/2020/2021" * 500)),
        "names of people by the thousand": HEAD + "Sari; " * 50_000 + ",2019,x,y\n",
        "names of people and": HEAD + "Sari dan " * 50_000 + ",2019,x,y\n",
        "markup": HEAD + "<script>alert(1)</script>,2019,=HYPERLINK(1),{{7*7}}${7*7}%s{0}\n",
        "names of the language": "__proto__,constructor,__class__,id\nx,y,z,w\n",
        "headers in two rows": ",,\n" * 50 + "Penulis,Tahun,Judul\n" + ",,\n" * 50,
        "numbers of a million digits": HEAD + "Sari," + "9" * 1_000_000 + ",x,y\n",
    }  # fmt: skip


def cases() -> Iterator[Case]:
    """All at the door that takes in."""
    for name, parts in workbooks().items():
        slow = sum(len(data) for data in parts.values()) > 1_000_000
        yield case(f"book: {name}", "import", ".xlsx", with_traps(parts), slow=slow)
    for name, data in values().items():
        yield case(f"values: {name}", "import", ".csv", data)
    yield case(
        "book: an old book with a new name", "import", ".xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5_000)
    )
    yield case("book: a table with a book's name", "import", ".xlsx", HEAD + "a,2019,b,c\n")
    yield case("values: a book with a table's name", "import", ".csv", packed(book()))
