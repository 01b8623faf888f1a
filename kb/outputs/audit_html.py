"""The audit as one page that needs nothing else: the chapter, and in its margin what a supervisor would write."""

from __future__ import annotations

from html import escape
from itertools import pairwise

from kb.findings import SEVERITIES, Finding, Place
from kb.locale import check_title, finding_fix, finding_message, translator
from kb.model.draft import Block, Draft, TableCell
from kb.model.report import Report
from kb.outputs.audit_html_style import STYLE
from kb.outputs.audit_places import Mark, Noted, blocks_by_line, noted
from kb.outputs.audit_report import summary
from kb.outputs.cleaning import clean
from kb.outputs.findings import titles

_TAGS = {"paragraph": "p", "list-item": "p", "caption": "p", "quote": "blockquote", "footnote": "p", "code": "pre"}


def render(report: Report, draft: Draft, language: str = "id") -> bytes:
    """The page; no word of the draft reaches it unescaped, and it loads nothing."""
    page = _Page(report, draft, language)
    return page.whole().encode("utf-8", "replace")


class _Page:
    def __init__(self, report: Report, draft: Draft, language: str) -> None:
        self.report, self.draft, self.language = report, draft, language
        self.by_block, self.outside = noted(draft, report.findings)
        self.translate = translator(language)
        self.titles = titles(language)
        self.lines = blocks_by_line(draft)

    def whole(self) -> str:
        _ = self.translate
        title = escape(f"{_('Pemeriksaan bab')}: {', '.join(self.draft.files)}")
        blocks = "\n".join(self._row(number, block) for number, block in enumerate(self.draft.blocks))
        return (
            f'<!doctype html>\n<html lang="{self.language}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
            f"<header>\n<h1>{title}</h1>\n<p>{escape(summary(self.report, self.language))}</p>\n{self._contents()}\n</header>\n"
            f"<main>\n{self._outside()}\n{blocks}\n</main>\n</body>\n</html>\n"
        )

    def _contents(self) -> str:
        """Counts by severity, and the findings as links by check."""
        parts: list[str] = []
        for severity in SEVERITIES:
            found = [(number, each) for number, each in enumerate(self.report.findings, 1) if each.severity == severity]
            if not found:
                continue
            items = "".join(self._link(number, each) for number, each in found)
            opened = " open" if severity == "error" else ""
            parts.append(
                f'<details class="{severity}"{opened}><summary>{escape(self.titles[severity])} ({len(found)})</summary>'
                f"<ol>{items}</ol></details>"
            )
        if not parts:
            return f'<p class="clean">{escape(self.translate("Tidak ada catatan pemeriksaan."))}</p>'
        return f'<nav aria-label="{escape(self.translate("Catatan pemeriksaan"))}">{"".join(parts)}</nav>'

    def _link(self, number: int, each: Finding) -> str:
        words = escape(clean(finding_message(each, self.language)))
        return f'<li value="{number}"><a href="#c{number}">{words}</a></li>'

    def _outside(self) -> str:
        if not self.outside:
            return ""
        notes = "".join(self._note(number, each) for number, each in self.outside)
        heading = escape(self.translate("Tentang daftar pustaka dan berkas"))
        return (
            f'<section class="row outside"><div class="text"><h2>{heading}</h2></div><aside>{notes}</aside></section>'
        )

    def _row(self, number: int, block: Block) -> str:
        found = self.by_block.get(number, Noted())
        notes = "".join(self._note(count, each) for count, each in found.numbers())
        aside = f"<aside>{notes}</aside>" if notes else ""
        return (
            f'<section class="row" id="b{number}"><div class="text">{self._block(block, found)}</div>{aside}</section>'
        )

    def _block(self, block: Block, found: Noted) -> str:
        if block.kind == "table":
            return self._table(block, found)
        words = _marked(block, found.marks.get(None, []))
        labelled = block.kind in ("heading", "list-item") and block.label and not block.text.startswith(block.label)
        label = f"{escape(clean(block.label))} " if labelled else ""
        if block.kind == "heading":
            level = min(6, max(2, block.level + 1))
            return f"<h{level}>{label}{words}</h{level}>"
        tag = _TAGS[block.kind]
        note = f"<sup>{escape(clean(block.label))}</sup> " if block.kind == "footnote" else label
        bullet = "• " if block.kind == "list-item" and not block.label else ""
        return f'<{tag} class="{block.kind}">{note}{bullet}{words}</{tag}>'

    def _table(self, block: Block, found: Noted) -> str:
        rows: list[str] = []
        for row_number, row in enumerate(block.rows):
            cells = [
                f"<{'th' if cell.header else 'td'}>{_marked(cell, found.marks.get((row_number, column), []))}"
                f"</{'th' if cell.header else 'td'}>"
                for column, cell in enumerate(row)
            ]
            rows.append(f"<tr>{''.join(cells)}</tr>")
        return f'<div class="table"><table>{"".join(rows)}</table></div>'

    def _note(self, number: int, each: Finding) -> str:
        severity = self.titles[each.severity]
        message = escape(clean(finding_message(each, self.language)))
        fix = escape(clean(finding_fix(each, self.language)))
        related = "".join(self._related(place) for place in each.related[:12])
        more = f"<ul>{related}</ul>" if related else ""
        return (
            f'<div class="note {each.severity}" id="c{number}"><p><a class="number" href="#t{number}">{number}</a> '
            f"<strong>{escape(check_title(each.check, self.language))}</strong> · {escape(severity)} "
            f"<code>{escape(each.check)}</code></p>"
            f'<p>{message}</p><p class="fix">{fix}</p>{more}</div>'
        )

    def _related(self, place: Place) -> str:
        where = ":".join(str(part) for part in (place.file, place.line) if part)
        quote = clean(place.quote)
        words = escape(quote if len(quote) <= 120 else quote[:119] + "…")
        block = self.lines.get((place.file, place.line))
        named = f'<a href="#b{block}">{escape(where)}</a>' if block is not None else escape(where)
        return f"<li>{named} “{words}”</li>"


def _marked(text: Block | TableCell, marks: list[Mark]) -> str:
    """The words with their marks; where marks overlap the worst one colours, and each keeps its anchor."""
    edges = sorted({0, len(text.text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    parts: list[str] = []
    for start, end in pairwise(edges):
        words = escape(clean(text.text[start:end]))
        over = [mark for mark in marks if mark.start <= start and end <= mark.end]
        anchors = "".join(
            f'<a class="number" id="t{mark.number}" href="#c{mark.number}">{mark.number}</a>'
            for mark in over
            if mark.start == start
        )
        if over:
            worst = min((mark.finding.severity for mark in over), key=SEVERITIES.index)
            words = f'{anchors}<mark class="{worst}">{words}</mark>'
        parts.append(words)
    return "".join(parts)
