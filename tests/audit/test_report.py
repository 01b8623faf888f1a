"""The report as text, JSON, annotations and page; what is let pass is shown, and stale allowances are said."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.audit.audit import audit
from kb.audit.checks import CHECKS, OTHER_CHECKS
from kb.findings import Phrase
from kb.locale import finding_message, translator
from kb.model.draft import Allowance, Draft
from kb.model.report import Report
from kb.outputs import audit_html, audit_report, findings
from kb.reading.drafts import read_draft
from kb.store.bibliography_read import read_bibliography
from tests.audit.score import HELD_OUT, VISIBLE, chapter

ROOT = Path(__file__).parents[2]
TEXT = """2.1 Satu

Menurut Kusnadi (2020), itu benar. Burt (2001) dalam Sari (2018: 4) berkata lain.

2.3 Tiga <script>alert(1)</script>

Ada tiga jenis, yaitu:

a. satu & dua
b. "tiga"
"""
BIB = "@book{sari2018, author = {Sari, Dewi}, title = {Jejaring <b>usaha</b>}, year = {2018}}"
KEYS = ["as_written", "file", "line", "column", "form", "authors", "year", "locator", "via", "citekeys", "status"]


def audited(text: str = TEXT, allowances: tuple[Allowance, ...] = ()) -> tuple[Draft, Report]:
    draft = read_draft([("bab.md", text.encode())])
    return draft, audit(draft, read_bibliography(BIB.encode(), "r.bib"), allowances=allowances)


def test_the_json_has_the_keys_of_the_contract() -> None:
    _, report = audited()
    record = json.loads(json.dumps(audit_report.record(report, "id")))
    assert list(record)[:5] == ["draft", "citations", "unlisted", "uncited", "findings"]
    assert [list(each) for each in record["citations"]] == [KEYS, KEYS]
    first, second = record["citations"]
    assert (first["status"], first["via"], first["citekeys"]) == ("unresolved", None, [])
    assert second["via"] == {"authors": ["Sari"], "year": "2018", "locator": "4", "citekeys": ["sari2018"]}
    assert (second["status"], second["citekeys"], second["form"]) == ("resolved", ["sari2018"], "narrative")
    assert record["unlisted"] == 1 and record["uncited"] == []
    wanted = {"check", "severity", "file", "line", "column", "quote", "message", "fix", "citekeys", "related"}
    assert all(wanted <= set(each) for each in record["findings"])


def test_the_text_says_where_what_and_what_next_in_both_languages() -> None:
    _, report = audited()
    words = audit_report.text(report, "id")
    assert words.startswith("bab.md: 2 kutipan")
    assert (
        "Wajib diperbaiki (3)" in words
        and "\n  Urutan nomor subbab  [heading-order]\n    bab.md:" in words
        and "→" in words
    )
    english = audit_report.text(report, "en")
    assert (
        "Must be fixed (3)" in english and "  Heading numbers  [heading-order]" in english and "kutipan" not in english
    )
    assert "\x1b[" not in words and "\x1b[" in audit_report.text(report, "id", colour=True)


def test_annotations_carry_file_line_and_level() -> None:
    _, report = audited()
    lines = findings.github(report.findings, "en").split("\n")
    assert any(re.match(r"::error file=bab\.md,line=5,.*title=heading-order::", line) for line in lines)


class Page(HTMLParser):
    """Notes the tags, ids and links of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name in ("href", "src") and value:
                self.links.append(value)


def page(draft: Draft, report: Report, language: str = "id") -> tuple[str, Page]:
    text = audit_html.render(report, draft, language).decode()
    parsed = Page()
    parsed.feed(text)
    return text, parsed


def test_the_page_holds_the_chapter_with_each_finding_in_the_margin_and_jumps_both_ways() -> None:
    draft, report = audited()
    text, parsed = page(draft, report)
    numbers = range(1, len(report.findings) + 1)
    assert all(f"c{number}" in parsed.ids for number in numbers)
    inside = [number for number in numbers if report.findings[number - 1].place.file == "bab.md"]
    assert inside and all(f"t{number}" in parsed.ids for number in inside)
    assert len(parsed.ids) == len(set(parsed.ids))
    assert all(link.startswith("#") and link[1:] in parsed.ids for link in parsed.links if not link.startswith("#t"))
    assert "Burt (2001) dalam Sari (2018: 4) berkata lain." in re.sub(r"<[^>]+>", "", text)


def test_the_page_loads_and_runs_nothing() -> None:
    draft, report = audited()
    text, parsed = page(draft, report)
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(parsed.tags)
    assert "<script>alert" not in text and "&lt;script&gt;" in text
    assert "default-src 'none'" in text and "http" not in text.replace("http-equiv", "")


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=300))
def test_no_text_breaks_the_page(text: str) -> None:
    draft, report = audited("Paragraf <i>" + text + "\n\nMenurut <b>Sari</b> (2020) " + text)
    _, parsed = page(draft, report)
    allowed = {"html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3", "h4", "h5", "h6", "p", "nav", "details",
               "summary", "ol", "ul", "li", "a", "main", "section", "div", "aside", "blockquote", "pre", "table", "tr", "td", "th",
               "mark", "strong", "code", "sup"}  # fmt: skip
    assert set(parsed.tags) <= allowed


@pytest.mark.parametrize("folder", [*VISIBLE, *HELD_OUT], ids=lambda folder: folder.name)
def test_every_report_of_the_corpus_can_be_shown_in_every_form(folder: Path) -> None:
    draft, report = chapter(folder)
    for language in ("id", "en"):
        page(draft, report, language)
        audit_report.text(report, language)
        json.dumps(audit_report.record(report, language))
        assert not any(word == "?" for each in report.findings for word in finding_message(each, language).split())


def phrases(report: Report) -> set[str]:
    found = set()
    for each in report.findings:
        for value in each.params.values():
            values = value if isinstance(value, tuple) else (value,)
            found |= {one.text for one in values if isinstance(one, Phrase)}
    return found


def test_words_inside_parameters_are_translated_too() -> None:
    english = translator("en")
    spoken = set().union(*(phrases(chapter(folder)[1]) for folder in (*VISIBLE, *HELD_OUT)))
    assert len(spoken) >= 12
    assert [text for text in spoken if english(text) == text] == []


def test_what_a_draft_lets_pass_is_shown_apart_with_its_reason() -> None:
    _, report = audited("<!-- boleh: heading-order bagian 2.2 sengaja dikosongkan -->\n" + TEXT)
    assert "heading-order" not in {each.check for each in report.findings}
    assert [each.allowance.reason for each in report.allowed] == ["bagian 2.2 sengaja dikosongkan"]
    assert "bagian 2.2 sengaja dikosongkan" in audit_report.text(report, "id")


def test_words_narrow_an_allowance() -> None:
    text = TEXT + "\nBegitu pula (Rahardi, 2011).\n"
    allowance = Allowance("cited-not-listed", "menunggu kiriman buku", words="Kusnadi", file="kajian.toml", line=9)
    _, report = audited(text, (allowance,))
    left = [each.params["cited"] for each in report.findings if each.check == "cited-not-listed"]
    assert left == ["Rahardi (2011)"] and len(report.allowed) == 1


@pytest.mark.parametrize(
    ("comment", "check"),
    [
        ("# boleh: broken-reference sudah tidak ada", "allowance-stale"),
        ("# boleh: heading-order", "allowance-incomplete"),
        ("# boleh: tidak-ada-pemeriksaan-ini alasan", "allowance-incomplete"),
    ],
)
def test_an_allowance_that_is_stale_or_gives_no_reason_is_said(comment: str, check: str) -> None:
    _, report = audited(comment + "\n\n" + TEXT)
    assert [(each.check, each.place.line) for each in report.findings if each.check.startswith("allowance")] == [
        (check, 1)
    ]
    assert not report.allowed


def test_the_page_of_the_docs_describes_every_check_and_no_other() -> None:
    text = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    described = re.findall(r"^### ([\w-]+)$", text, re.MULTILINE)
    assert described == [*(check.name for check in CHECKS), *OTHER_CHECKS]
    severities = {"error": "Error", "warning": "Warning", "info": "Info"}
    for check in CHECKS:
        part = text.split(f"### {check.name}\n", 1)[1].split("\n### ", 1)[0]
        words = [part.startswith(severities[check.severity]), severities[check.severity].lower() in part[:200].lower()]
        assert any(words), check.name
