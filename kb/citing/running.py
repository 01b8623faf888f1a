"""Citations without brackets: "menurut Suharto", "Anklam 2007 dalam buku LAN RI", "X dalam Y menggambarkan"."""

from __future__ import annotations

import re
from dataclasses import replace

from kb.citing.hosts import LINK, HostFound, host_after
from kb.citing.mention import Mention
from kb.citing.name_runs import NameRun
from kb.citing.name_tokens import tokens
from kb.citing.names import after, before, honored
from kb.citing.originators import follows_according, opens_a_sentence, small_originator, verb_follows
from kb.citing.references import years_at
from kb.citing.vocabulary import Vocabulary
from kb.citing.years import YEAR, normal_year
from kb.model.citation import Host
from kb.model.draft import Span

_ACCORDING = re.compile(r"\b(?P<word>[Mm]enurut|MENURUT|[Aa]ccording\s+to)\s+")
_BY = re.compile(r"\b(?:oleh|dikutip\s+dari|dikutip\s+dalam|by)\s+")
_YEAR_END = re.compile(rf"\s*[,:]?\s*(?P<year>{YEAR})\s*$")
_BARE = re.compile(r"\s*,\s*|\s+|\s*:\s*")
_QUOTED_BY = re.compile(
    r"as\s+(?:cited|quoted)\s+(?:in|by)\s+$"
    r"|(?:seperti|sebagaimana)\s+(?:yang\s+)?(?:dikutip|dinukil|disitir)\s+(?:(?:oleh|dalam|dari)\s+)?$",
    re.I,
)


class Running:
    """Finds them in one text; what is `taken` was already claimed by brackets."""

    def __init__(self, text: str, vocabulary: Vocabulary, spans: tuple[Span, ...], taken: list[Mention]) -> None:
        self.text = text
        self.vocabulary = vocabulary
        self.spans = spans
        self._taken = bytearray(len(text) + 1)
        for mention in taken:
            self._take(mention)

    def mentions(self) -> list[Mention]:
        """All of them; those through a host first."""
        found = self._linked()
        for mention in found:
            self._take(mention)
        return found + self._according()

    def _take(self, mention: Mention) -> None:
        self._taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)

    def _free(self, start: int, end: int) -> bool:
        return self._taken.find(1, start, end) < 0

    def _linked(self) -> list[Mention]:
        found: list[Mention] = []
        for link in LINK.finditer(self.text):
            if self.text[max(0, link.start() - 1) : link.start()] == ")" or link.start() == 0:
                continue
            mention = self._through(link)
            if mention and self._free(mention.start, mention.end) and not (found and mention.start < found[-1].end):
                found.append(mention)
        return found

    def _through(self, link: re.Match[str]) -> Mention | None:
        """An originator without brackets, its host after the link."""
        end, year = link.start(), None
        dated = _YEAR_END.search(self.text, max(0, end - 12), end)
        if dated:
            end, year = dated.start(), normal_year(dated["year"])
        names = before(self.text, end, self.vocabulary) or small_originator(self.text, end, self.vocabulary)
        if names is None or self.text[names.stop : end].strip() or honored(self.text, names.start):
            return None
        host = host_after(self.text, link.start(), self.vocabulary, self.spans)
        if host is None or not self._believable(names, year, host):
            return None
        return Mention(names.start, host.end, "narrative", names.authors, year, None, host.host, et_al=names.et_al)

    def _believable(self, names: NameRun, year: str | None, host: HostFound) -> bool:
        if follows_according(self.text, names.start):
            return True
        if names.weak or any(self.vocabulary.common(word) for word in names.authors[0].split()):
            return False
        if year or host.sure:
            return True
        return opens_a_sentence(self.text, names.start) and verb_follows(self.text, host.end)

    def _according(self) -> list[Mention]:
        found: list[Mention] = []
        for pattern, year_needed in ((_ACCORDING, False), (_BY, True)):
            for match in pattern.finditer(self.text):
                mention = self._named(match.end(), year_needed)
                if mention and self._free(mention.start, mention.end):
                    found.append(mention)
                    self._take(mention)
        return found

    def _named(self, at: int, year_needed: bool) -> Mention | None:
        names = after(self.text, at, self.vocabulary)
        if names is None or names.start - at > 30 or self._is_no_author(names, at):
            return None
        following = self.text[names.stop : names.stop + 2]
        if following.lstrip().startswith(("(", "\x00")):
            return None  # its year stands in the bracket or the field that follows
        separator = _BARE.match(self.text, names.stop)
        years = years_at(self.text, separator.end(), len(self.text)) if separator else ()
        if years:
            end = years[0].end
            return Mention(
                names.start, end, "narrative", names.authors, years[0].year, years[0].locator, weak=year_needed
            )
        if year_needed or names.weak or not self._sure_without_year(names):
            return None
        return Mention(names.start, names.end, "narrative", names.authors, None, et_al=names.et_al)

    def _is_no_author(self, names: NameRun, at: int) -> bool:
        lead = self.text[at : names.start].split()
        return honored(self.text, names.start) or any(word[0].isupper() for word in lead)

    def _sure_without_year(self, names: NameRun) -> bool:
        words = [token for token in tokens(self.text, names.start, names.end) if token.kind in ("name", "noun")]
        if names.body:
            return len(words) > 1
        if all(word.text.isupper() for word in words):
            return False
        return not any(self.vocabulary.common(word.text) for word in words)


def through_earlier(mentions: list[Mention], text: str) -> list[Mention]:
    """ "Sebagaimana dikutip oleh Y (2015), X (2010) …": the first is the host of the second."""
    kept: list[Mention] = []
    for mention in mentions:
        held = kept[-1] if kept else None
        if held and mention.host is None and held.host is None and _quoted_by(held, mention, text):
            host = Host(held.authors, held.year, held.locator, held.keys, held.et_al, text[held.start : held.end])
            kept[-1] = replace(mention, host=host, weak=False)
        else:
            kept.append(mention)
    return kept


def _quoted_by(held: Mention, mention: Mention, text: str) -> bool:
    between = text[held.end : mention.start]
    return between.strip() == "," and _QUOTED_BY.search(text[max(0, held.start - 40) : held.start]) is not None


def shared_hosts(mentions: list[Mention], text: str) -> list[Mention]:
    """ "A (1997) dan B (1997) dalam Y": both were read in Y."""
    kept = list(mentions)
    for at in range(len(kept) - 2, -1, -1):
        first, second = kept[at], kept[at + 1]
        between = text[first.end : second.start].strip(" ,")
        if (
            first.host is None
            and second.host
            and first.form == second.form == "narrative"
            and between in ("dan", "serta", "&", "and")
        ):
            kept[at] = replace(first, host=second.host, weak=False)
    return kept
