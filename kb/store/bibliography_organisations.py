"""Words by which a name shows itself as an organisation, a law, or "and others"."""

from __future__ import annotations

import re

from kb.patterns import pattern

_BEGIN = pattern(
    r"(?:Badan|Kementerian|Kementrian|Dinas|Departemen|Direktorat|Pemerintah|Republik|Universitas|Institut|Lembaga|Yayasan|"
    r"Komisi|Komite|Dewan|Majelis|Mahkamah|Sekretariat|Balai|Pusat|Perpustakaan|Kantor|Bank|PT|CV|Asosiasi|Ikatan|"
    r"Persatuan|Perhimpunan|Himpunan|Organisasi|Panitia|Fakultas|Sekolah Tinggi|Politeknik|Akademi|Koperasi|Perusahaan|"
    r"Tim (?:Penyusun|Penulis|Redaksi|Dosen|Peneliti)|Kepolisian|Kejaksaan|Biro|Menteri|Presiden|Gubernur|Bupati|Wali ?[Kk]ota|"
    r"World|United|International|National|American|European|University|Ministry|Department|Institute|Office|Centre|Center)"
    r"\.?\s+\S"
)
_WITHIN = pattern(
    r"\b(?:University|Institute|Association|Organi[sz]ation|Foundation|Commission|Committee|Council|Ministry|Department|"
    r"Universitas|Politeknik|FMIPA|FKIP|FISIP|Federation|Corporation|Company|Society|Press|Publishing|Agency|Bureau|Ltd|Inc|Tbk|Consortium|Group|Team)\b"
)
_LAW = pattern(
    r"(?:Undang[- ]?Undang|UU|UUD|Peraturan|Perpres|Perpu|Perppu|Perda|Permen\w*|Kepmen\w*|Keppres|Keputusan|Inpres|"
    r"Instruksi Presiden|Ketetapan MPR)\b"
)
_OTHERS = pattern(
    r"(?:and\s+)?others?|d\.?\s?k\.?\s?k\.?|d\.?\s?l\.?\s?l\.?|et\.?\s+al\.?|dan kawan[- ]kawan|dan lain[- ]lain|cs\.?",
    re.IGNORECASE,
)
_TAIL_WORD = pattern(r"dkk|d\.k\.k|al|kawan", re.IGNORECASE)
_TAIL = pattern(r"^(.*?)[\s,]+(?:dkk\.?|d\.k\.k\.?|et\.? al\.?|dan kawan[- ]kawan)\s*$", re.IGNORECASE | re.DOTALL)


def is_organisation(name: str) -> bool:
    """Whether a name in plain order begins or goes on like that of an organisation."""
    return _BEGIN.match(name) is not None or _WITHIN.search(name) is not None


def begins_as_organisation(name: str) -> bool:
    """Whether the first word is one that begins names of organisations."""
    return _BEGIN.match(name) is not None


def is_law(name: str) -> bool:
    """Whether a "name" is that of an act or a regulation."""
    return _LAW.match(name) is not None


def is_others(name: str) -> bool:
    """Whether the word means "and others" and no person."""
    return _OTHERS.fullmatch(name.strip(" {}.,")) is not None or _OTHERS.fullmatch(name.strip()) is not None


def before_others(name: str) -> str | None:
    """The name before an "et al." that was typed behind it, None where there is none."""
    if not _TAIL_WORD.search(name, max(0, len(name) - 14)):
        return None
    match = _TAIL.match(name)
    return match.group(1).strip() if match and match.group(1).strip() else None
