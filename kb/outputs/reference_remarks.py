"""What is not certain about a reference list, and how much rests on others' quotations: in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kb.locale import fill, translator
from kb.model.dependence import Dependence

_FIELDS = {
    "author": "penulis", "title": "judul", "subtitle": "anak judul", "year": "tahun", "date": "tahun", "journal": "jurnal",
    "journaltitle": "jurnal", "volume": "volume", "number": "nomor", "pages": "halaman", "publisher": "penerbit",
    "address": "kota terbit", "location": "kota terbit", "edition": "edisi", "organization": "lembaga",
    "institution": "lembaga", "url": "alamat", "urldate": "tanggal akses", "booktitle": "judul buku", "editor": "editor",
}  # fmt: skip


def remarks(
    language: str,
    unverified: Mapping[str, Sequence[str]],
    open_fields: Mapping[str, Sequence[str]],
    doubtful: Sequence[str],
    unknown: Sequence[str],
    quoted: Sequence[str],
) -> list[str]:
    """Paragraphs to stand below a list; works by the words that cite them."""
    _ = translator(language)
    said = [
        (
            _("Belum dipastikan pada catatan publik; periksa sebelum dicetak: {works}"),
            _with_fields(unverified, language),
        ),
        (_("Belum lengkap: {works}"), _with_fields(open_fields, language)),
        (_("Belum pasti bahwa karya inilah yang dimaksud: {works}"), list(doubtful)),
        (_("Dikutip sebagai sumber yang dibaca, tetapi tidak ada dalam daftar pustaka: {works}"), list(unknown)),
        (_("Hanya dikenal melalui karya lain, karena itu tidak didaftar: {works}"), list(quoted)),
    ]
    return [fill(template, {"works": "; ".join(works)}) + "." for template, works in said if works]


def share(found: Dependence, language: str) -> str:
    """How much was read through others, in one sentence; nothing where nothing was."""
    if not found.secondary:
        return ""
    template = translator(language)(
        "Sumber sekunder: {count} dari {total} kutipan ({percent} %). Rincian: kajian definitions --summary"
    )
    return fill(template, {"count": found.secondary, "total": found.citations, "percent": round(found.share * 100)})


def summary(found: Dependence, language: str) -> str:
    """All numbers and lists as text."""
    _ = translator(language)
    percent = round(found.share * 100)
    head = _("{count} dari {total} kutipan ({percent} %) dibaca melalui karya lain.")
    lines = [fill(head, {"count": found.secondary, "total": found.citations, "percent": percent})]
    lines += _block(
        _("Paling diandalkan:"),
        (f"{host.times} × {_dated(host.name, host.year)}: {', '.join(host.originals)}" for host in found.hosts),
    )
    within = _("dalam {hosts}")
    lines += _block(
        _("Karya asli yang perlu dicari:"),
        (
            ". ".join(filter(None, (_dated(each.name, each.year), each.title)))
            + f" ({fill(within, {'hosts': ', '.join(each.hosts)})})"
            for each in found.originals
        ),
    )
    older = _("{original} ({year}) dalam {host} ({host_year})")
    lines += _block(
        _("Perantara yang terbit lebih dahulu daripada yang dikutipnya:"),
        (
            fill(older, {"original": o.original, "year": o.original_year, "host": o.host, "host_year": o.host_year})
            for o in found.older
        ),
    )
    return "\n".join(lines)


def dependence_record(found: Dependence) -> dict[str, Any]:
    """The numbers as JSON."""
    return {
        "citations": found.citations,
        "secondary": found.secondary,
        "share": round(found.share, 3),
        "hosts": [
            {"name": h.name, "year": h.year, "citekey": h.citekey, "times": h.times, "originals": list(h.originals)}
            for h in found.hosts
        ],
        "originals": [
            {
                "name": o.name,
                "year": o.year,
                "citekey": o.citekey,
                "title": o.title,
                "times": o.times,
                "hosts": list(o.hosts),
            }
            for o in found.originals
        ],
        "older_hosts": [
            {"original": o.original, "year": o.original_year, "host": o.host, "host_year": o.host_year}
            for o in found.older
        ],
    }


def _with_fields(works: Mapping[str, Sequence[str]], language: str) -> list[str]:
    _ = translator(language)
    return [
        f"{work} [{', '.join(dict.fromkeys(_(_FIELDS.get(name, name)) for name in fields))}]"
        for work, fields in works.items()
        if fields
    ]


def _block(title: str, lines: Iterable[str]) -> list[str]:
    found = [f"  • {line}" for line in lines]
    return ["", title, *found] if found else []


def _dated(name: str, year: str | None) -> str:
    return f"{name} ({year})" if year else name
