"""The audit as remarks beside the words of the draft, for a copy of the student's own file."""

from __future__ import annotations

from collections.abc import Iterator

from kb.findings import Finding, Place
from kb.locale import finding_fix, finding_message, translator
from kb.model.comment import Comment
from kb.model.draft import Block, Draft, TableCell
from kb.model.report import Report
from kb.outputs.audit_places import offset_of, stretch
from kb.outputs.cleaning import clean
from kb.outputs.findings import titles

_QUOTED, _RELATED = 90, 8


def comments(report: Report, draft: Draft, language: str = "id") -> tuple[Comment, ...]:
    """One remark a finding, in the report's order; what stands outside the draft is said of its first file as a whole."""
    cited = {(each.citation.line, each.citation.column): each.citation.as_written for each in report.citations}
    by_line = _texts_by_line(draft)
    return tuple(_comment(finding, draft, by_line, cited, language) for finding in report.findings)


_Texts = dict[tuple[str | None, int], list[tuple[Block, "Block | TableCell"]]]


def _texts_by_line(draft: Draft) -> _Texts:
    found: _Texts = {}
    for block in draft.blocks:
        texts: list[Block | TableCell] = [block, *(cell for row in block.rows for cell in row)]
        for text in texts:
            for line in dict.fromkeys((text.line, *(jump[1] for jump in text.columns))):
                found.setdefault((block.file, line), []).append((block, text))
    return found


def _comment(
    finding: Finding, draft: Draft, by_line: _Texts, cited: dict[tuple[int, int], str], language: str
) -> Comment:
    place, words = finding.place, tuple(_words(finding, language))
    for block, text in by_line.get((place.file, place.line or 0), ()):
        offset = offset_of(text, place)
        if offset is None or (block.kind == "footnote" and place.quote.strip(" …")[:40] not in text.text):
            continue
        length = _length(text.text, offset, finding, cited.get((place.line or 0, place.column or 0)))
        footnote = block.label if block.kind == "footnote" else ""
        return Comment(block.file, place.line, place.column or 1, length, words, footnote)
    file = place.file if place.file in draft.files else draft.files[0]
    return Comment(file, place.line if place.file in draft.files else None, 1, 0, words)


def _length(text: str, offset: int, finding: Finding, citation: str | None) -> int:
    """As few words as tell what is meant: a citation, a phrase that the finding names, else the clause."""
    named = [citation] if citation else []
    named += [value for value in finding.params.values() if isinstance(value, str)]
    at_place = [value for value in named if value and text.startswith(value, offset)]
    if at_place:
        return len(max(at_place, key=len))
    return max(1, stretch(text, finding.place.quote, offset)[1] - offset)


def _words(finding: Finding, language: str) -> Iterator[str]:
    _ = translator(language)
    yield clean(f"{titles(language)[finding.severity]}: {finding_message(finding, language)}")
    fix = clean(finding_fix(finding, language))
    if fix:
        yield f"→ {fix}"
    shown = [_place(place) for place in finding.related[:_RELATED]]
    if shown:
        yield clean(f"{_('juga').capitalize()}: {'; '.join(shown)}")


def _place(place: Place) -> str:
    quote = " ".join(place.quote.split())
    cut = quote if len(quote) <= _QUOTED else quote[: _QUOTED - 1] + "…"
    return f"“{cut}”" if cut else f"{place.file}:{place.line}"
