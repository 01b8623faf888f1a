"""Academic degrees and forms of address that people write into names, told apart from initials."""

from __future__ import annotations

import re

from kb.patterns import pattern

_BEFORE = pattern(
    r"(?:(?:Profesor|Professor|Prof|PROF|Assoc|Dr\.?-Ing|Drs|Dra|Dr|DRS|DRA|DR|drg|drh|dr|Ir|Hj|HJ|KH|K\.\s?H|Ustadz|Ustaz|Ust|Pdt|Apt|Ns)"
    r"(?:\.\s*|\s+)(?=\S))+"
)
_ONLY_BEFORE = pattern(r"(?:Prof|Dr|Drs|Dra|dr|drg|drh|Ir|Hj|KH|K\.H)\.?(?:\s+(?:Prof|Dr|Drs|Dra|Ir|Hj|H)\.?)*\Z")
_HAJI = pattern(r"H\.\s*(?=\S)")
_DOTTED = pattern(
    r"(?:[SMD]\.\s?(?:[A-Z][a-z]+|[A-Z]{2,4})|A\.\s?M[da]|Sp\.\s?[A-Z][A-Za-z]*|Ph\.\s?D|Ed\.\s?D)(?:\.?\s?[A-Z][A-Za-z]{0,4})*\.?\Z"
)
_INITIALS = pattern(r"(?:[A-Z]\.\s?){1,3}\Z|[A-Z]{2}\.?\Z")

_DEGREES = """SSos SSi SPd SPdI SKM SKom SIP SIKom SHum SAg SThI SSosI SKep SKed SFarm SGz SPsi SSTP SStat SHut SKG SKH SEI SHI SST
    STr STrSos STrKeb MSi MPd MPdI MHum MKom MKes MKM MAg MSc MEng MBA MPA MPH MPhil MAP MAB MIKom MSos MPsi MTI MEd MKn MPSSp
    MFarm MStat MIP MSEI MPWK MMSI MTrSos PhD EdD DBA DSc DPhil Lc BSc BEng BEd BSW MSW LLM LLB AMd AMa AMdKeb AMdKep Ners Apt
    Akt CPA CFA CFP IPM IPU Psikolog SpOG SpPD SpKJ ACPA ASEANEng Drs Dra"""
_SHORT_DEGREES = "SE SH ST SS SP MA MM MH MT MP MS ME BA MSE AK CA DEA IR"
_SURE = frozenset(_DEGREES.split())
_LIKE_INITIALS = frozenset(_SHORT_DEGREES.split())
BARE_DEGREES = _SURE | _LIKE_INITIALS
"""Degrees as they are typed without points."""


def is_degree(part: str) -> bool:
    """Whether the whole of `part` ("M.Si., Ph.D", "S.Sos MSi") is degrees that cannot be initials."""
    part = part.strip(" ,")
    return bool(part) and (_degree(part) or all(_degree(word) for word in part.split()))


def may_be_initials(part: str) -> bool:
    """Whether `part` ("S.T.", "MA") can be a degree as well as the initials of given names."""
    part = part.strip()
    return re.sub(r"[.\s]", "", part) in _LIKE_INITIALS and _INITIALS.match(part) is not None


def without_titles_before(part: str, haji: bool) -> tuple[str, str]:
    """The part without "Prof. Dr. H." in front of it, and those; "H." alone is an initial unless `haji`."""
    match = _BEFORE.match(part)
    end = match.end() if match else 0
    pilgrim = _HAJI.match(part, end) if match or haji else None
    if pilgrim and len(part[pilgrim.end() :].split()) >= 1:
        end = pilgrim.end()
    again = _BEFORE.match(part, end) if pilgrim else None
    end = again.end() if again else end
    return part[end:].strip(), part[:end].strip()


def is_title_before(part: str) -> bool:
    """Whether the whole of `part` is a form of address, as in "Suharto, Dr."."""
    return _ONLY_BEFORE.match(part.strip()) is not None


def without_degrees_after(part: str) -> tuple[str, str]:
    """The part without degrees that stand behind the name without a comma ("Edi Suharto M.Si."), and those."""
    words = part.split()
    end = len(words)
    while end > 1 and "." in words[end - 1] and _degree(words[end - 1]):
        end -= 1
    return " ".join(words[:end]), " ".join(words[end:])


def _degree(word: str) -> bool:
    return re.sub(r"[.\s]", "", word) in _SURE or _DOTTED.match(word) is not None
