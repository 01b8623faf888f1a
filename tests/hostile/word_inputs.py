"""Word files whose other parts are hostile: notes, comments, numbering, properties, sources, relations, and by sheer number."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator, Mapping

from tests.hostile.office_inputs import LAUGHS, PARA, PKG, TYPES, R, W, field, packed, with_traps, word
from tests.hostile.traps import Case, case

Parts = dict[str, bytes | str]
NAMED = ("styles", "numbering", "footnotes", "endnotes", "comments", "settings", "fontTable", "header1", "footer1", "people",
         "commentsExtended", "glossary/document", "webSettings", "theme/theme1")  # fmt: skip
B = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
CP = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
EXTERNAL = '<!DOCTYPE r [<!ENTITY x SYSTEM "file://@SECRET@"><!ENTITY y SYSTEM "@URL@">]>'


def part(name: str, content: str, prolog: str = "") -> Parts:
    """A Word file with this part beside its text."""
    root = name.rpartition("/")[2].rstrip("1")
    return word(more={f"word/{name}.xml": f'{prolog}<w:{root} xmlns:w="{W}" xmlns:r="{R}">{content}</w:{root}>'})


def entities() -> dict[str, Parts]:
    """An entity from elsewhere, and one that laughs, in each part."""
    found = {f"an entity in {name}": part(name, "<w:p><w:r><w:t>&x;&y;</w:t></w:r></w:p>", EXTERNAL) for name in NAMED}
    found |= {f"laughs in {name}": part(name, "<w:p><w:r><w:t>&x11;</w:t></w:r></w:p>", LAUGHS) for name in NAMED}
    for name in ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "docProps/core.xml", "docProps/custom.xml",
                 "customXml/item1.xml", "customXml/itemProps1.xml"):  # fmt: skip
        found[f"an entity in {name}"] = word(more={name: f"{EXTERNAL}<x>&x;&y;</x>"})
        found[f"laughs in {name}"] = word(more={name: f"{LAUGHS}<x>&x11;</x>"})
        found[f"noise in {name}"] = word(more={name: bytes(range(256)) * 50})
        found[f"nothing in {name}"] = word(more={name: ""})
        found[f"depth in {name}"] = word(more={name: "<a>" * 50_000})
    return found


def numbers() -> dict[str, Parts]:
    """By number: paragraphs, cells, runs, notes, comments, marks."""
    refs = "".join(f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in range(20_000))
    notes = "".join(f'<w:footnote w:id="{n}">{PARA.format("(Sari, 2019)")}</w:footnote>' for n in range(20_000))
    circle = '<w:footnote w:id="{0}"><w:p><w:r><w:footnoteReference w:id="{1}"/><w:endnoteReference w:id="{1}"/></w:r></w:p></w:footnote>'
    comments = "".join(f'<w:comment w:id="{n}">{PARA.format("x")}</w:comment>' for n in range(20_000))
    cell = "<w:tc><w:p/></w:tc>"
    nested = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
    return {
        "a million paragraphs": word("<w:p/>" * 1_000_000),
        "a million paragraphs of words": word("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 900_000),
        "a row of a hundred thousand cells": word(f"<w:tbl><w:tr>{cell * 100_000}</w:tr></w:tbl>"),
        "a hundred thousand rows": word(f"<w:tbl>{f'<w:tr>{cell}</w:tr>' * 100_000}</w:tbl>"),
        "a hundred thousand tables": word("<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" * 100_000),
        "a span of a thousand million": word('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'),
        "spans of a thousand": word("<w:tbl>" + '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>' * 5_000 + "</w:tbl>"),
        "a span below nothing": word('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="-5"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'),
        "a column before": word('<w:tbl><w:tr><w:trPr><w:gridBefore w:val="99999999"/><w:gridAfter w:val="99999999"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>'),
        "fields in fields": word("<w:p>" + nested * 10_000 + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 10_000 + "</w:p>"),
        "fields by the thousand": word(field("ADDIN ZOTERO_ITEM CSL_CITATION {}") * 10_000),
        "instructions of a megabyte": word("<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r>" + "<w:r><w:instrText>ADDIN ZOTERO_ITEM </w:instrText></w:r>" * 50_000 + "</w:p>"),
        "notes by the thousand": word(f"<w:p>{refs}</w:p>", more={"word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>'}),
        "one note cited often": word("<w:p>" + '<w:r><w:footnoteReference w:id="1"/></w:r>' * 50_000 + "</w:p>", more={"word/footnotes.xml": f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="1">{PARA.format("kata " * 500)}</w:footnote></w:footnotes>'}),
        "notes that cite each other": word('<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>', more={f"word/{kind}.xml": f'<w:{kind} xmlns:w="{W}">{circle.format(1, 2)}{circle.format(2, 1)}</w:{kind}>'.replace("w:footnote w", f"w:{kind[:-1]} w").replace("/w:footnote>", f"/w:{kind[:-1]}>") for kind in ("footnotes", "endnotes")}),
        "comments by the thousand": part("comments", comments),
        "styles by the thousand": part("styles", "".join(f'<w:style w:styleId="S{n}"><w:basedOn w:val="S{n + 1}"/></w:style>' for n in range(50_000))),
        "a style that is its own": word('<w:p><w:pPr><w:pStyle w:val="S"/></w:pPr></w:p>', more={"word/styles.xml": f'<w:styles xmlns:w="{W}"><w:style w:styleId="S"><w:basedOn w:val="S"/></w:style></w:styles>'}),
        "a chain of styles that is used": word('<w:p><w:pPr><w:pStyle w:val="S0"/></w:pPr></w:p>' * 2_000, more={"word/styles.xml": f'<w:styles xmlns:w="{W}">' + "".join(f'<w:style w:styleId="S{n}"><w:basedOn w:val="S{n + 1}"/></w:style>' for n in range(3_000)) + "</w:styles>"}),
        "levels of numbering": part("numbering", "".join(f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="{n}"><w:start w:val="99999999999999"/><w:lvlText w:val="%1%2%9%99999"/></w:lvl></w:abstractNum><w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(5_000))),
        "numbers in a circle": word('<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>', more={"word/numbering.xml": f'<w:numbering xmlns:w="{W}"><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="A"/></w:abstractNum></w:numbering>'}),
        "roman numbers": word('<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>', more={"word/numbering.xml": f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'}),
        "bookmarks": word("<w:p>" + "".join(f'<w:bookmarkStart w:id="{n}" w:name="b{n}"/>' for n in range(100_000)) + "</w:p>"),
        "attributes": word("<w:p " + " ".join(f'w:a{n}="x"' for n in range(50_000)) + "/>"),
        "an attribute of nine megabytes": word(f'<w:p w:rsidR="{"x" * 9_000_000}"/>'),
        "namespaces": word("<w:p " + " ".join(f'xmlns:n{n}="urn:{n}"' for n in range(20_000)) + "/>"),
        "text boxes in text boxes": word("<w:p><w:r><w:pict><w:txbxContent>" * 60 + PARA.format("x") + "</w:txbxContent></w:pict></w:r></w:p>" * 60),
        "alternatives in alternatives": word('<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r>' + "<mc:AlternateContent><mc:Choice>" * 60 + "<w:t>x</w:t>" + "</mc:Choice><mc:Fallback><w:t>y</w:t></mc:Fallback></mc:AlternateContent>" * 60 + "</w:r></w:p>"),
        "deletions and insertions": word("<w:p>" + "<w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:ins><w:r><w:t>y</w:t></w:r></w:ins>" * 100_000 + "</w:p>"),
        "moves in moves": word("<w:p>" + "<w:moveFrom><w:moveTo>" * 100 + "<w:r><w:t>x</w:t></w:r>" + "</w:moveTo></w:moveFrom>" * 100 + "</w:p>"),
        "processing instructions": word("<?x y?>" * 200_000 + PARA.format("x")),
        "comments of XML": word("<!-- x -->" * 200_000 + PARA.format("x")),
        "characters of XML": word(PARA.format("&#x1F4A9;&#0;")),
        "control characters": word(PARA.format("a&#x1;b")),
        "CDATA": word(PARA.format("<![CDATA[" + "]]]]><![CDATA[>" * 50_000 + "]]>")),
    }  # fmt: skip


def elsewhere() -> dict[str, Parts]:
    """What points out of the file, and properties and sources that are ours to read."""
    kinds = (
        "attachedTemplate",
        "image",
        "aFChunk",
        "oleObject",
        "hyperlink",
        "subDocument",
        "frame",
        "footnotes",
        "styles",
    )
    targets = (
        "file://@SECRET@",
        "@URL@",
        "\\\\127.0.0.1\\share\\x",
        "../../../../etc/passwd",
        "mhtml:@URL@!x",
        "javascript:alert(1)",
    )
    rels = "".join(
        f'<Relationship Id="r{a}x{b}" Type="{R}/{kind}" Target="{target}" TargetMode="{mode}"/>'
        for a, kind in enumerate(kinds) for b, target in enumerate(targets) for mode in ("External",)
    )  # fmt: skip
    source = f'<b:Sources xmlns:b="{B}"><b:Source><b:Tag>{{}}</b:Tag><b:SourceType>Book</b:SourceType><b:Title>{{}}</b:Title><b:Year>{{}}</b:Year></b:Source></b:Sources>'
    prop = '<Properties xmlns="' + CP + '"><property name="{}"><x>{}</x></property></Properties>'
    return {
        "relations of all kinds": word('<w:altChunk r:id="r2x0"/><w:subDoc r:id="r5x1"/>', more={"word/_rels/document.xml.rels": f'<Relationships xmlns="{PKG}">{rels}</Relationships>'}),
        "relations inside that lead out": word(more={"word/_rels/document.xml.rels": f'<Relationships xmlns="{PKG}"><Relationship Id="f" Type="{R}/footnotes" Target="../../../../etc/passwd"/></Relationships>'}),
        "relations by the thousand": word(more={"word/_rels/document.xml.rels": f'<Relationships xmlns="{PKG}">' + "".join(f'<Relationship Id="r{n}" Type="{R}/image" Target="x{n}"/>' for n in range(100_000)) + "</Relationships>"}),
        "a document elsewhere": {**word(), "_rels/.rels": f'<Relationships xmlns="{PKG}"><Relationship Id="r1" Type="{R}/officeDocument" Target="file://@SECRET@" TargetMode="External"/></Relationships>'},
        "an object inside": word(more={"word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5_000), "word/activeX/activeX1.bin": bytes(100)}),
        "no types": {name: data for name, data in word().items() if name != "[Content_Types].xml"},
        "wrong types": {**word(), "[Content_Types].xml": TYPES.format("").replace("application/xml", "text/html")},
        "no relations": {name: data for name, data in word().items() if name != "_rels/.rels"},
        "a source of markup": word(more={"customXml/item1.xml": source.format("../../x", "&lt;script&gt;", "9" * 5_000)}),
        "twenty thousand sources": word(more={"customXml/item1.xml": f'<b:Sources xmlns:b="{B}">' + "".join(f"<b:Source><b:Tag>t{n}</b:Tag><b:Title>x</b:Title></b:Source>" for n in range(20_000)) + "</b:Sources>"}),
        "sources, deep": word(more={"customXml/item1.xml": f'<b:Sources xmlns:b="{B}"><b:Source>' + "<b:Title>" * 200 + "x" + "</b:Title>" * 200 + "</b:Source></b:Sources>"}),
        "two hundred parts of our own": word(more={f"customXml/item{n}.xml": source.format(n, "x" * 20_000, 2019) for n in range(200)}),
        "a mark that lies": word(more={"docProps/custom.xml": prop.format("Kajian.table", "{" * 50_000)}),
        "a mark of noise": word(more={"docProps/custom.xml": prop.format("KajianTable", "\u202e]]&gt;" * 1_000)}),
        "a name of another case": {name.replace("document", "DOCUMENT"): data for name, data in word().items()},
        "names of a thousand letters": word(more={"word/" + "x" * 60_000 + ".xml": "<x/>"}),
        "names that are no text": word(more={"word/\ufffe\u202e\x1b[31m.xml": "<x/>"}),
        "UTF-7": {**word(), "word/document.xml": f'<?xml version="1.0" encoding="UTF-7"?><w:document xmlns:w="{W}"><w:body>+ADw-x+AD4-</w:body></w:document>'},
        "UTF-32": {**word(), "word/document.xml": f'<w:document xmlns:w="{W}"/>'.encode("utf-32")},
        "an encoding that is none": {**word(), "word/document.xml": f'<?xml version="1.0" encoding="x\x1b"?><w:document xmlns:w="{W}"/>'},
    }  # fmt: skip


def zips() -> dict[str, bytes]:
    """Containers that lie about themselves, beyond those of every kind."""
    good = packed(word())
    end = good.rfind(b"PK\x05\x06")
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w") as file:
        for number in range(70_000):
            file.writestr(f"x{number}", b"")

    def ending(changed: Mapping[int, bytes]) -> bytes:
        data = bytearray(good)
        for at, new in changed.items():
            data[end + at : end + at + len(new)] = new
        return bytes(data)

    wide = struct.pack("<IQHHIIQQQQ", 0x06064B50, 2**62, 45, 45, 0, 0, 2**62, 2**62, 2**62, 2**62)
    locator = struct.pack("<IIQI", 0x07064B50, 0, end, 1)
    extra = struct.pack("<HHQQ", 1, 16, 2**62, 2**62)
    method = {
        name: packed(word(PARA.format("kata " * 200_000)), kind)
        for name, kind in (("LZMA", zipfile.ZIP_LZMA), ("bzip2", zipfile.ZIP_BZIP2))
    }
    return {
        "seventy thousand parts": many.getvalue(),
        "a directory elsewhere": ending({16: b"\xff\xff\xff\x7f"}),
        "a directory below nothing": ending({12: b"\xff\xff\xff\x7f"}),
        "more parts than there are": ending({8: b"\xff\xff\xff\xff"}),
        "a note that is not there": ending({20: b"\xff\xff"}),
        "several disks": ending({4: b"\x05\x00\x05\x00"}),
        "a wide directory that lies": good[:end] + wide + locator + ending({8: b"\xff" * 12})[end:],
        "a part that lies widely": good.replace(b"\x00\x00word/document.xml", struct.pack("<H", len(extra)) + b"word/document.xml" + extra, 1),
        "a directory cut": good[: end - 30] + good[end:],
        "an end twice": good + good[end:],
        "a zip behind a zip": good + good,
        "a zip before a zip": packed({"word/document.xml": "x"}) + good,
        "LZMA": method["LZMA"],
        "bzip2": method["bzip2"],
        "bzip2 bomb": packed({**word(), "word/media/x": bytes(45_000_000)}, zipfile.ZIP_BZIP2),
        "a date that is none": good.replace(struct.pack("<H", 33), b"\xff\xff"),
        "bombs in bombs": packed({**word(), "word/embeddings/a.zip": packed({f"{n}.zip": packed({"x": bytes(9_000_000)}) for n in range(50)})}),
    }  # fmt: skip


def cases() -> Iterator[Case]:
    """As a chapter, and as a table to take in."""
    for name, parts in (entities() | numbers() | elsewhere()).items():
        slow = sum(len(data) for data in parts.values()) > 1_000_000
        yield case(f"parts, draft: {name}", "draft", ".docx", with_traps(parts), slow=slow)
        yield case(f"parts, import: {name}", "import", ".docx", with_traps(parts), slow=slow)
    for name, data in zips().items():
        yield case(f"container, draft: {name}", "draft", ".docx", data)
        yield case(f"container, import: {name}", "import", ".docx", data)
        yield case(f"container, workbook: {name}", "import", ".xlsx", data)
        yield case(f"container, project: {name}", "import", ".zip", data)
