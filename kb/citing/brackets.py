"""What stands in round brackets: "(Sari, 2018; Putri, 2019: 4)", "Sari (2018)", "(dalam Sari, 2018)"."""

from __future__ import annotations

import re
from dataclasses import replace

from kb.citing.hosts import INSIDE, HostFound, host_after, host_inside
from kb.citing.mention import Mention
from kb.citing.name_runs import NameRun
from kb.citing.names import before, honored
from kb.citing.originators import linked_before, named_before, small_originator
from kb.citing.references import reference, years_at
from kb.citing.vocabulary import Vocabulary
from kb.citing.words import MONTHS
from kb.citing.years import PAGE_ONLY
from kb.model.draft import Span

BRACKET = re.compile(
    r"\((?P<inside>[^()]{1,400})\)|\((?P<open>[^()]{3,80}?,\s?(?:1[5-9]|20)\d\d[a-z]?)(?=\s*[.;]?\s*$|\.\s)"
)
_PREFIX = re.compile(
    r"(?:(?:lihat(?:\s+juga|\s+pula)?|baca|misalnya|misal|seperti|antara\s+lain|bandingkan|bdk\.?|cf\.?|see(?:\s+also)?"
    r"|e\.g\.|i\.e\.|menurut|dimodifikasi\s+dari|diadaptasi\s+dari|diolah\s+dari|sumber|sources?|data|oleh|by|from|dari"
    r"|dikutip\s+(?:dari|dalam|oleh))(?![\w-])\s*[:,]?\s*)+",
    re.IGNORECASE,
)
_PLACE_BEFORE = re.compile(r"\b(?:di|ke|tahun|bulan|tanggal|versi|edisi)\s+$", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&-]+")


class Brackets:
    """Finds citations in the brackets of one text."""

    def __init__(self, text: str, vocabulary: Vocabulary, spans: tuple[Span, ...]) -> None:
        self.text = text
        self.vocabulary = vocabulary
        self.spans = spans

    def mentions(self) -> list[Mention]:
        """All of them, in order."""
        found: list[Mention] = []
        done = 0
        for match in BRACKET.finditer(self.text):
            if match.start() < done:
                continue
            name = "inside" if match["inside"] is not None else "open"
            new = self._narrative(match, name) or self._parenthetical(match, name)
            found += new
            done = max((mention.end for mention in new), default=0)
        return found

    def _narrative(self, match: re.Match[str], name: str) -> list[Mention]:
        """ "Sari (2018: 4)", "Zastrow (1982, dalam Sukoco, 1998)"."""
        start, end = match.span(name)
        at = start + len(self.text[start:end]) - len(self.text[start:end].lstrip())
        years = years_at(self.text, at, end)
        page = None if years else PAGE_ONLY.fullmatch(self.text, start, end)
        if not years and not page:
            return []
        edge = self._edge(match.start())
        names = before(self.text, edge, self.vocabulary) or small_originator(self.text, edge, self.vocabulary)
        if names is None or self.text[names.stop : match.start()].strip(" ,") or honored(self.text, names.start):
            return []
        if page:
            return self._paged(match, names, page["page"].strip())
        inside, clear = self._rest(years[-1].end, end)
        if not clear:
            return []
        after_it = host_after(self.text, match.end(), self.vocabulary, self.spans) if inside is None else None
        return self._made(match, names, years, inside or after_it)

    def _edge(self, at: int) -> int:
        """Where the words before a bracket end, a comma too many left out: "Arikunto, (2010)"."""
        while at and self.text[at - 1] in " ,":
            at -= 1
        return at

    def _paged(self, match: re.Match[str], names: NameRun, page: str) -> list[Mention]:
        if names.weak or len(names.authors[0]) < 4:
            return []
        return [Mention(names.start, match.end(), "narrative", names.authors, None, page, et_al=names.et_al, weak=True)]

    def _rest(self, at: int, end: int) -> tuple[HostFound | None, bool]:
        """The host in what is left of a bracket, and whether all of it was understood."""
        rest = self.text[at:end].strip(" .,;")
        if not rest:
            return None, True
        link = INSIDE.match(self.text, at, end)
        host = host_inside(self.text, link.end(), end, self.vocabulary) if link else None
        return host, host is not None

    def _made(self, match: re.Match[str], names: NameRun, years: object, host: HostFound | None) -> list[Mention]:
        weak = names.weak or self._doubtful(names)
        outer = linked_before(self.text, names, self.vocabulary) if host is None else None
        end = max(match.end(), host.end if host else 0)
        made = []
        for dated in years:  # type: ignore[attr-defined]
            made.append(
                Mention(
                    names.start, end, "narrative", names.authors, dated.year, dated.locator,
                    host.host if host else None, et_al=names.et_al, weak=weak and not host,
                )
            )  # fmt: skip
        if outer is not None and len(made) == 1:
            return [self._through(made[0], outer, match.end())]
        return made

    def _through(self, held: Mention, outer: Mention, end: int) -> Mention:
        """ "Sumaatmadja dalam Riadi (2015)": what the bracket dates is the host."""
        from kb.model.citation import Host

        as_written = self.text[held.start : end]
        host = Host(held.authors, held.year, held.locator, (), held.et_al, as_written)
        return replace(outer, end=end, host=host)

    def _doubtful(self, names: NameRun) -> bool:
        words = self.text[names.start : names.end].split()
        if _PLACE_BEFORE.search(self.text, max(0, names.start - 12), names.start):
            return True
        return not names.body and not names.et_al and all(_ACRONYM.fullmatch(word) for word in words)

    def _parenthetical(self, match: re.Match[str], name: str) -> list[Mention]:
        start, end = match.span(name)
        found: list[Mention] = []
        for first, last in self._parts(start, end):
            found += self._part(first, last, match)
        if len(found) > 1 or ";" in self.text[start:end]:
            return found
        return [self._hosted(mention, match) for mention in found]

    def _parts(self, start: int, end: int) -> list[tuple[int, int]]:
        """The works of a bracket; "X, 1932; dikutip dalam Y" is one."""
        parts: list[tuple[int, int]] = []
        at = start
        for part in self.text[start:end].split(";"):
            first, last = at, at + len(part)
            if parts and INSIDE.match(self.text, first, last):
                parts[-1] = (parts[-1][0], last)
            else:
                parts.append((first, last))
            at = last + 1
        return parts

    def _hosted(self, mention: Mention, match: re.Match[str]) -> Mention:
        """A single work in brackets takes the host that follows: "(Anklam, 2007) dalam Fatwadi"."""
        if mention.host is not None:
            return mention
        host = host_after(self.text, match.end(), self.vocabulary, self.spans)
        if host is None:
            return replace(mention, start=match.start(), end=match.end())
        return replace(mention, start=match.start(), end=host.end, host=host.host, weak=False)

    def _part(self, start: int, end: int, match: re.Match[str]) -> list[Mention]:
        text = self.text
        prefix = _PREFIX.match(text, start + len(text[start:end]) - len(text[start:end].lstrip()), end)
        begin = prefix.end() if prefix else start + len(text[start:end]) - len(text[start:end].lstrip())
        link = INSIDE.search(text, begin, end)
        if link and (hosted := self._with_host(begin, link, end, match)):
            return hosted
        begin += len(text[begin:end]) - len(text[begin:end].lstrip())
        found = reference(text, begin, end, self.vocabulary)
        if found is None or not self._stands(found.names, begin) or text[found.end : end].strip(" .,"):
            return []
        names = found.names
        if not found.years:
            if found.page is None or found.weak:
                return []
            return [Mention(begin, end, "parenthetical", names.authors, None, found.page, et_al=names.et_al)]
        return [
            Mention(
                begin, end, "parenthetical", names.authors, dated.year, dated.locator, et_al=names.et_al, weak=found.weak
            )
            for dated in found.years
        ]  # fmt: skip

    def _stands(self, names: NameRun, begin: int) -> bool:
        """Whether the names fill the bracket from its beginning and are no date."""
        if self.text[begin : names.start].strip():
            return False
        return not any(word.lower().strip(",.") in MONTHS for word in names.authors[0].split())

    def _with_host(self, begin: int, link: re.Match[str], end: int, match: re.Match[str]) -> list[Mention]:
        text = self.text
        host = host_inside(text, link.end(), end, self.vocabulary)
        if host is None:
            return []
        if text[begin : link.start()].strip(" ,"):
            found = reference(
                text, begin + len(text[begin:end]) - len(text[begin:end].lstrip()), link.start(), self.vocabulary
            )
            if found is None or text[found.end : link.start()].strip(" ,") or (found.weak and not found.years):
                return []
            year = found.years[0] if found.years else None
            return [
                Mention(
                    begin, end, "parenthetical", found.names.authors, year.year if year else None,
                    year.locator if year else found.page, host.host, et_al=found.names.et_al,
                )
            ]  # fmt: skip
        return self._host_alone(host, match)

    def _host_alone(self, host: HostFound, match: re.Match[str]) -> list[Mention]:
        """ "(dalam Fahrudin, 2014)": the originator stands before it, or is not named."""
        names = before(self.text, match.start(), self.vocabulary)
        if names and not names.weak and not self.text[names.stop : match.start()].strip(" ,"):
            return [
                Mention(names.start, match.end(), "narrative", names.authors, None, None, host.host, et_al=names.et_al)
            ]
        originator = named_before(self.text, match.start(), self.vocabulary)
        if originator:
            return [Mention(match.start(), match.end(), "parenthetical", originator.authors, None, None, host.host)]
        if not host.sure:
            return []
        direct = host.host
        return [
            Mention(
                match.start(),
                match.end(),
                "parenthetical",
                direct.authors,
                direct.year,
                direct.locator,
                et_al=direct.et_al,
            )
        ]
