"""Laws and regulations cited by number and year."""

from __future__ import annotations

import re

from kb.citing.mention import Mention

_KIND = (
    r"(?:Undang[-\s]?[Uu]ndang(?:\s+Republik\s+Indonesia|\s+RI)?|UU(?:\s+RI)?|Perppu|PP|Perpres|Keppres|Inpres|Perda\w*|Permen\w*"
    r"|Kepmen\w*|PMK|POJK|PBI|PKPU|PERMA|Peraturan\s+(?:Pemerintah(?:\s+Pengganti\s+Undang-Undang)?|Presiden|Daerah|Menteri|Bupati"
    r"|Gubernur|Wali\s?[Kk]ota|Mahkamah\s+Agung|Bank\s+Indonesia|Otoritas\s+Jasa\s+Keuangan|Kepala|Desa)"
    r"|(?:Keputusan|Instruksi)\s+(?:Presiden|Menteri|Gubernur|Bupati)|Qanun)"
)
_NUMBER = r"(?:Nomor|Nomer|No\.?|NOMOR|NO\.?)\s*:?\s*(?P<number>\d{1,4}(?:[./-][\w.-]{1,30}){0,6})"
LAW = re.compile(
    rf"\b(?P<kind>{_KIND})(?P<office>(?:\s+(?:[A-Z][\w-]*|dan|RI|\([A-Z]{{2,12}}\))){{0,8}}?),?\s+{_NUMBER}"
    r"(?:\s*,?\s*(?:[Tt]ahun|TAHUN|[Tt]hn\.?|[Tt]h\.?)\s*(?P<year>\d{4}))?"
    r"|\b(?P<kind2>UU|PP|Perpres|Keppres)\s+(?P<number2>\d{1,3})\s?/\s?(?P<year2>\d{4})\b"
    r"|\b(?P<kind3>Law|Act|Government\s+Regulation)\s+(?:No\.?|Number)\s*(?P<number3>\d{1,3})\s+of\s+(?P<year3>\d{4})\b"
)
_YEAR_INSIDE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT = {
    "uu": "undang-undang", "uu ri": "undang-undang", "pp": "peraturan pemerintah", "perpres": "peraturan presiden",
    "keppres": "keputusan presiden", "inpres": "instruksi presiden", "law": "undang-undang", "act": "undang-undang",
    "government regulation": "peraturan pemerintah", "undang undang": "undang-undang", "undangundang": "undang-undang",
    "perppu": "peraturan pemerintah pengganti undang-undang", "pbi": "peraturan bank indonesia",
    "pojk": "peraturan otoritas jasa keuangan",
}  # fmt: skip


def laws(text: str) -> list[Mention]:
    """Laws that a text cites by number and year; one without a year is no citation."""
    found: list[Mention] = []
    for match in LAW.finditer(text):
        identity = identity_of(match)
        if identity is None:
            continue
        written = match[0].rstrip(".,;-/")
        name = " ".join(written.split())
        found.append(
            Mention(match.start(), match.start() + len(written), "narrative", (name,), identity[2], subject="law")
        )
    return found


def identity_of(match: re.Match[str]) -> tuple[str, str, str] | None:
    """Kind, number and year of a law, so that two spellings of one law are the same."""
    kind = " ".join((match["kind"] or match["kind2"] or match["kind3"]).lower().split())
    number = match["number"] or match["number2"] or match["number3"] or ""
    year = match["year"] or match["year2"] or match["year3"]
    if year is None and (inside := _YEAR_INSIDE.search(number)):
        year = inside[0]
    if year is None:
        return None
    kind = kind.replace(" republik indonesia", "").removesuffix(" ri")
    number = re.match(r"\d+", number)[0].lstrip("0")  # type: ignore[index]
    kind = _SHORT.get(kind, kind)
    if kind.startswith(("permen", "peraturan menteri", "pmk")):
        kind = "peraturan menteri"
    return kind, number, year


def law_in(text: str) -> tuple[str, str, str] | None:
    """The first law that a text names."""
    match = LAW.search(text)
    return identity_of(match) if match else None
