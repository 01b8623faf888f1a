"""Hostile text in every free-text field of notes and bibliography, through every verb that prints them, in every format.

What a page or document is made of (elements that run or fetch, attributes that act, links, fields, control words) is
held against the same output of the same project without the hostile text: data may add words and nothing else.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree, html
from pyoxigraph import Literal, Quad, RdfFormat, parse, serialize

from kb.cli.main import main
from kb.store.new_project import copy_example

HOSTILE = (
    '=1+1 <script>alert(1)</script><img src=x onerror=alert(1)> ]]> "><svg onload=alert(1)> </style></title> '
    "[x](javascript:alert(1)) javascript:alert(1) `{{7*7}}` | \\input{/etc/passwd} \\write18{id} "
    "$x$ & % _ # ^ ~ \x0b\x1b[31m\u202e \" ' ; \n=2+2 "
)
CALLS: dict[str, tuple[list[str], tuple[str, ...]]] = {
    "table": (["table"], ("md", "csv", "xlsx", "docx", "tex", "html", "json")),
    "matrix": (["matrix"], ("text", "json", "md", "csv", "xlsx", "docx", "html", "svg", "tex")),
    "narrative": (["narrative"], ("md", "docx", "tex", "json")),
    "brief": (["brief"], ("html",)),
    "bundle": (["bundle"], ("docx",)),
    "map": (["map"], ("html", "svg", "graphml", "json")),
    "bibliography": (["bibliography", "--all"], ("md", "docx", "html", "txt", "json")),
    "export": (["export"], ("ttl", "trig", "nq", "jsonld", "rdf")),
    "query": (["query", "SELECT ?s ?l { ?s ?p ?l FILTER(isLiteral(?l)) }"], ("table", "csv", "tsv", "json")),
    "studies": (["studies"], ("text", "json")),
    "definitions": (["definitions"], ("text", "json")),
    "concepts": (["concepts"], ("text", "json")),
    "search": (["search", "alert"], ("text", "json")),
    "check": (["check"], ("text", "json")),
}
RUN = {
    "script",
    "img",
    "iframe",
    "object",
    "embed",
    "link",
    "meta",
    "form",
    "base",
    "svg",
    "foreignobject",
    "style",
    "image",
    "use",
}
GIVEN = re.compile(r"https?://|mailto:|#|data:image/", re.IGNORECASE)


def poisoned_notes(data: bytes) -> bytes:
    """Every text of a file of notes with the hostile words before it; dates, numbers and IRIs as they were."""

    def bent(quad: Quad) -> Quad:
        term = quad.object
        if not isinstance(term, Literal) or not (term.language or term.datatype.value.endswith("#string")):
            return quad
        text = HOSTILE + term.value
        return Quad(
            quad.subject, quad.predicate, Literal(text, language=term.language) if term.language else Literal(text)
        )

    triples = (bent(quad).triple for quad in parse(data, format=RdfFormat.TURTLE))
    made = serialize(triples, format=RdfFormat.TURTLE)
    assert made is not None
    return made


def poisoned_bibliography(text: str) -> str:
    words = re.sub(r"\s+", " ", HOSTILE)
    text = re.sub(
        r"(?m)^(\s*(?:title|booktitle|journal|journaltitle|publisher|address|location|note|school|institution|series)\s*=\s*\{)",
        lambda found: found.group(1) + words, text,
    )  # fmt: skip
    text = re.sub(r"(?m)^(\s*author\s*=\s*\{)", r"\1{<script>alert(1)</script> =1+1}, Dewi and ", text)
    return re.sub(r"(?m)^(\s*(?:url|doi)\s*=\s*\{)[^}]*", r"\1javascript:alert(1)", text)


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    home = tmp_path_factory.mktemp("data")
    good, bad = copy_example(home / "baik"), copy_example(home / "jahat")
    for path in bad.rglob("*.ttl"):
        path.write_bytes(poisoned_notes(path.read_bytes()))
    bibliography = bad / "references.bib"
    bibliography.write_text(poisoned_bibliography(bibliography.read_text(encoding="utf-8")), encoding="utf-8")
    assert all(b"alert(1)" in path.read_bytes() for path in [bibliography, *bad.rglob("*.ttl")])
    return good, bad


def made(project: Path, name: str, form: str) -> bytes:
    file = project / f"hasil-{name}.{form}"
    code = main(["-C", str(project), *CALLS[name][0], "--format", form, "-o", str(file)])
    assert code in (0, 1), f"{name} {form}: {code}"
    data = file.read_bytes()
    file.unlink()
    return data


def elements(page: bytes) -> Counter[str]:
    """Elements that run or fetch, attributes that act, links that are no links of ours; bodies of scripts by shape."""
    found: Counter[str] = Counter()
    for element in html.document_fromstring(page.decode()).iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag.lower() in RUN:
            found[element.tag.lower()] += 1
        for name, value in element.attrib.items():
            if name.lower().startswith("on") or name.lower() == "srcdoc":
                found[name.lower()] += 1
            if name.lower().rpartition("}")[2] in ("href", "src", "action") and not GIVEN.match(value.strip()):
                found[f"{name}={value[:40]}"] += 1
        if element.tag.lower() == "script" and (element.text or "").lstrip().startswith("alert"):
            found["a script of the data"] += 1
    return found


def see_html(good: bytes, bad: bytes) -> None:
    more = elements(bad) - elements(good)
    for pictures in ("svg", "style"):  # a map draws as many pictures as it has things; a page's own style is its own
        more.pop(pictures, None) if elements(good)[pictures] else None
    assert not more


def see_svg(_good: bytes, bad: bytes) -> None:
    for element in etree.fromstring(bad).iter():
        if isinstance(element.tag, str):
            assert element.tag.rpartition("}")[2].lower() not in RUN - {"svg", "style", "use"}, element.tag
            for name, value in element.attrib.items():
                assert not name.lower().startswith("on")
                assert "href" not in name.lower() or GIVEN.match(str(value)), (name, value)


def see_xml(_good: bytes, bad: bytes) -> None:
    assert etree.fromstring(bad) is not None


def office(data: bytes) -> tuple[Counter[str], str]:
    """Fields, formulas and links outside of a document, and the text of its parts, each of which is well-formed."""
    found: Counter[str] = Counter()
    said = ""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            text = parts.read(name).decode()
            said += text
            for element in etree.fromstring(text.encode()).iter():
                kind = etree.QName(element).localname if isinstance(element.tag, str) else ""
                if kind in ("instrText", "fldSimple", "f", "altChunk", "object", "oleObject", "ddeLink"):
                    words = (element.text or "".join(element.attrib.values())).split()
                    found[f"{kind} {words[0] if words else ''}"] += 1
                if kind == "Relationship" and element.get("TargetMode") == "External":
                    assert GIVEN.match(element.get("Target")), element.get("Target")
    return found, said


def see_office(good: bytes, bad: bytes) -> None:
    wrong = set(office(bad)[0]) - set(office(good)[0])
    assert not wrong
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", office(bad)[1])


def see_rows(separator: str) -> Callable[[bytes, bytes], None]:
    def see(_good: bytes, bad: bytes) -> None:
        rows = list(csv.reader(io.StringIO(bad.decode("utf-8-sig"), newline=""), delimiter=separator))
        live = [
            cell[:30]
            for row in rows
            for cell in row
            if re.match(r"[\s\ufeff]*[=+@＝]|[\t\r\n]|\s*-(?![\d.,]+%?$|$)", cell)
        ]
        assert rows and not live

    return see


def see_latex(good: bytes, bad: bytes) -> None:
    words = [set(re.findall(r"(?<!\\)(?:\\\\)*\\([a-zA-Z]+)", data.decode())) for data in (good, bad)]
    assert words[1] - words[0] <= {
        "textbackslash", "textasciicircum", "textasciitilde", "textless", "textgreater", "textbar", "textquotedbl",
        "newline", "par", "mbox", "textasciigrave", "textquotesingle", "hspace", "slash", "allowbreak",
    }  # fmt: skip
    assert not re.search(r"(?<!\\)\$x\$", bad.decode())


def see_markdown(_good: bytes, bad: bytes) -> None:
    text = bad.decode()
    assert not re.search(r"(?<!\\)<(script|img|svg)\b", text)
    assert not re.search(r"(?<!\\)\]\(javascript:", text)
    see_text(b"", bad)


def see_text(_good: bytes, bad: bytes) -> None:
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", bad.decode())


def see_json(_good: bytes, bad: bytes) -> None:
    json.loads(bad)


def see_graph(form: RdfFormat) -> Callable[[bytes, bytes], None]:
    def see(good: bytes, bad: bytes) -> None:
        said, more = ({quad.predicate.value for quad in parse(data, format=form)} for data in (good, bad))
        assert said and more <= said

    return see


SEE: dict[str, Callable[[bytes, bytes], None]] = {
    "html": see_html, "svg": see_svg, "graphml": see_xml, "docx": see_office, "xlsx": see_office, "csv": see_rows(","),
    "tsv": see_rows("\t"), "tex": see_latex, "md": see_markdown, "text": see_text, "txt": see_text, "table": see_text,
    "json": see_json, "ttl": see_graph(RdfFormat.TURTLE), "trig": see_graph(RdfFormat.TRIG),
    "nq": see_graph(RdfFormat.N_QUADS), "jsonld": see_graph(RdfFormat.JSON_LD), "rdf": see_graph(RdfFormat.RDF_XML),
}  # fmt: skip


@pytest.mark.parametrize(("name", "form"), [(name, form) for name, (_, forms) in CALLS.items() for form in forms])
def test_data_adds_words_and_nothing_else(name: str, form: str, projects: tuple[Path, Path]) -> None:
    good, bad = (made(project, name, form) for project in projects)
    if form not in ("docx", "xlsx") and name not in ("check",):
        assert b"alert" in bad, "the hostile text did not come so far"
    SEE[form](good, bad)


@pytest.mark.parametrize(
    ("form", "good", "bad"),
    [
        ("html", "<p>x</p>", "<p><script>alert(1)</script></p>"),
        ("html", "<p>x</p>", "<p><img src=x onerror=alert(1)></p>"),
        ("html", "<a href='https://a.id'>x</a>", "<a href='javascript:alert(1)'>x</a>"),
        ("svg", "<svg/>", "<svg><a href='javascript:alert(1)'/></svg>"),
        ("svg", "<svg/>", "<svg onload='alert(1)'/>"),
        ("csv", "a", "a,=1+1"),
        ("csv", "a", "a,  =1+1"),
        ("tsv", "a", "a\t@SUM(1)"),
        ("tex", "x", "\\input{/etc/passwd}"),
        ("tex", "x", "$x$"),
        ("md", "x", "<script>alert(1)</script>"),
        ("md", "x", "[x](javascript:alert(1))"),
        ("text", "x", "\x1b[31m"),
        ("ttl", "<a:a> <a:b> 1 .", "<a:a> <a:b> 1 . <a:a> <a:c> 2 ."),
    ],
)
def test_each_look_catches_an_output_without_care(form: str, good: str, bad: str) -> None:
    with pytest.raises(AssertionError):
        SEE[form](good.encode(), bad.encode())
