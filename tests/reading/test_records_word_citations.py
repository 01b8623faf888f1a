"""Works out of the citations of a Word file: each once, none mixed up, none lost."""

from __future__ import annotations

import base64
import html
import io
import json
import zipfile

from kb.model.record import Records
from kb.reading.records.reading import _records, read_plain
from tests.reading.record_samples import said

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
B = 'xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"'


def word(body: str, **parts: str) -> bytes:
    """A .docx with a body and other parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, text in parts.items():
            archive.writestr({"sources": "customXml/item1.xml", "footnotes": "word/footnotes.xml"}[name], text)
    return packed.getvalue()


def field(instruction: str, *, pieces: int = 3, data: str = "") -> str:
    """A paragraph with a field whose instruction is cut into runs, as Word does."""
    size = max(1, len(instruction) // pieces)
    cut = [instruction[i : i + size] for i in range(0, len(instruction), size)]
    runs = "".join(f"<w:r><w:instrText>{html.escape(part)}</w:instrText></w:r>" for part in cut)
    packed = f"<w:fldData>{data}</w:fldData>" if data else ""
    return (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin">{packed}</w:fldChar></w:r>{runs}<w:r><w:fldChar w:fldCharType="separate"/>'
        '</w:r><w:r><w:t>(sitasi)</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def csl(maker: str, *items: dict[str, object]) -> str:
    return f"ADDIN {maker} CSL_CITATION " + json.dumps({"citationItems": list(items), "schema": "x"})


def item(title: str, family: str, **more: object) -> dict[str, object]:
    data = {
        "type": "book",
        "title": title,
        "author": [{"family": family, "given": "A."}],
        "issued": {"date-parts": [[2001]]},
    }
    return {"id": "ITEM-1", "itemData": {"id": "ITEM-1", **data, **more}}


def read(data: bytes) -> Records:
    plain = read_plain("bab.docx", base64.b64encode(data).decode(), "citations")
    return _records(json.loads(json.dumps(plain)))


def titles(records: Records) -> list[str]:
    return [work.fields["title"] for work in records.works]


def test_works_of_zotero_and_mendeley_arrive_once_and_are_not_mixed_up() -> None:
    body = (
        field(csl("ZOTERO_ITEM", item("Modal sosial", "Field"), item("Jejaring", "Baker")))
        + field("ADDIN CSL_CITATION " + json.dumps({"citationItems": [item('Peran {tanda} & "kutip"', "Murni")]}))
        + field("ADDIN CSL_CITATION " + json.dumps({"citationItems": [item("Ekonomi", "Kuncoro")]}), pieces=20)
        + field(csl("ZOTERO_ITEM", item("Modal sosial", "Field")))
    )
    records = read(word(body))
    assert titles(records) == ["Modal sosial", "Jejaring", 'Peran {tanda} & "kutip"', "Ekonomi"]
    assert [work.place.line for work in records.works] == [1, 1, 2, 3]
    assert not records.rejected and {work.key for work in records.works} == {""}


def test_mendeley_cite_keeps_its_works_in_content_controls_and_footnotes_count_too() -> None:
    tag = (
        "MENDELEY_CITATION_v3_"
        + base64.b64encode(json.dumps({"citationItems": [item("Dalam kotak", "Amin")]}).encode()).decode()
    )
    body = f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'
    notes = f"<w:footnotes {W}><w:footnote>{field(csl('ZOTERO_ITEM', item('Dalam catatan', 'Budi')))}</w:footnote></w:footnotes>"
    assert titles(read(word(body, footnotes=notes))) == ["Dalam kotak", "Dalam catatan"]


RECORD = (
    "<EndNote><Cite><Author>Grootaert</Author><Year>2001</Year><RecNum>4</RecNum><record><rec-number>4</rec-number>"
    '<ref-type name="Journal Article">17</ref-type><contributors><authors><author><style face="normal">Grootaert, C.</style>'
    "</author><author>van Bastelaer, T.</author></authors></contributors><titles><title>Social {} capital</title>"
    "<secondary-title>World Dev</secondary-title></titles><periodical><full-title>World Development</full-title></periodical>"
    "<pages>219-241</pages><volume>29</volume><dates><year>2001</year></dates><electronic-resource-num>10.1016/x"
    "</electronic-resource-num></record></Cite></EndNote>"
)


def test_records_of_endnote_arrive_from_the_field_and_from_its_packed_data() -> None:
    packed = base64.b64encode(RECORD.format("packed").encode()).decode()
    body = field("ADDIN EN.CITE " + RECORD.format("R & D")) + field("ADDIN EN.CITE.DATA", data=packed)
    first, second = read(word(body)).works
    assert first.type == "article" and first.fields["author"] == "Grootaert, C. and van Bastelaer, T."
    assert (first.fields["journal"], first.fields["pages"], first.fields["doi"]) == (
        "World Dev",
        "219–241",
        "10.1016/x",
    )
    assert first.fields["ris-jf"] == "World Development" and second.fields["title"] == "Social packed capital"


def test_sources_of_word_itself_arrive_and_a_citation_without_one_is_rejected() -> None:
    sources = f"""<b:Sources {B}><b:Source><b:Tag>Mur16</b:Tag><b:SourceType>JournalArticle</b:SourceType><b:Author><b:Author>
        <b:NameList><b:Person><b:Last>Murad</b:Last><b:First>Ana</b:First><b:Middle>B.</b:Middle></b:Person></b:NameList></b:Author>
        </b:Author><b:Title>Peran jejaring</b:Title><b:Year>2016</b:Year><b:JournalName>Sosio</b:JournalName><b:Pages>1-9</b:Pages>
        <b:YearAccessed>2024</b:YearAccessed><b:MonthAccessed>1</b:MonthAccessed></b:Source>
        <b:Source><b:Tag>BPS20</b:Tag><b:SourceType>Report</b:SourceType><b:Author><b:Author><b:Corporate>Badan Pusat Statistik
        </b:Corporate></b:Author></b:Author><b:Title>Profil</b:Title></b:Source></b:Sources>"""
    records = read(
        word(field(r" CITATION Mur16 \p 12 \l 1057 ") + field(r"CITATION Hilang09 \l 1057"), sources=sources)
    )
    first, second = records.works
    assert (first.key, first.type, first.fields["author"]) == ("Mur16", "article", "Murad, Ana B.")
    assert (first.fields["journal"], first.fields["urldate"]) == ("Sosio", "2024-01")
    assert second.fields["author"] == "{Badan Pusat Statistik}"
    assert said(records) == [("import-citation-empty", 2)]


def test_a_citation_that_only_points_to_a_library_is_rejected_once() -> None:
    empty = {"id": 77, "uris": ["http://zotero.org/users/1/items/A"]}
    records = read(word(field(csl("ZOTERO_ITEM", empty)) * 3 + field("ADDIN ZOTERO_ITEM CSL_CITATION {rusak")))
    assert said(records) == [("import-citation-empty", 1), ("import-citation-empty", 4)]


def test_a_file_without_citations_is_told_so() -> None:
    assert said(read(word("<w:p><w:r><w:t>Teks</w:t></w:r></w:p>"))) == [("import-no-citations", None)]
