"""What an import came to, as words and as the contract's JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kb.findings import Finding
from kb.locale import fill, finding_fix, finding_message, translator
from kb.model.record import Duplicate, Imported

_FILES = 6
_MOST = 20
"""Lines of one kind in the text; JSON holds them all."""


def import_record(result: Imported, language: str) -> dict[str, Any]:
    """The keys of the contract, and beside them notes, columns, differences and what was saved."""
    return {
        "read": result.read,
        "added": list(result.added),
        "updated": list(result.updated),
        "duplicates": [
            {"id": each.id, "of": each.of, "why": finding_message(each.why, language)} for each in result.duplicates
        ],
        "rejected": [{"where": where(each), "reason": both(each, language)} for each in result.rejected],
        "notes": [{"where": where(each), "note": both(each, language)} for each in result.notes],
        "columns": dict(result.columns),
        "differences": [
            {
                "study": each.study,
                "column": each.column,
                "before": each.before,
                "after": each.after,
                "where": _place(each.place.file, each.place.line),
            }
            for each in result.differences
        ],
        "saved": list(result.files),
        "save": result.save,
    }


def import_text(result: Imported, language: str, saving: bool, partial: bool, most: int = _MOST) -> str:
    """A report for a person: first what happened, then each record that needs a look; `most` lines of a kind."""
    return "\n".join(_lines(result, language, saving, partial, most)) + "\n"


def _lines(result: Imported, language: str, saving: bool, partial: bool, most: int) -> Iterator[str]:
    _ = translator(language)
    if result.columns:
        yield _("Kolom:")
        left_out = _("(tidak diambil)")
        yield from (f"  {heading} → {content or left_out}" for heading, content in result.columns.items())
    yield import_summary(result, language)
    yield from _listed(_("Baru:"), [_named(result, id) for id in result.added], _, most)
    yield from _listed(_("Dilengkapi:"), [_named(result, id) for id in result.updated], _, most)
    same = [": ".join(there(result, each, language)) for each in result.duplicates]
    yield from _listed(_("Sudah ada:"), same, _, most)
    changed = [
        f"{d.words}: {_one_line(d.before)} → {_one_line(d.after)}  [{d.study}:{d.column}]" for d in result.differences
    ]
    yield from _listed(_("Sel yang berubah:"), changed, _, most)
    yield from _listed(_("Catatan:"), [_line(each, language) for each in result.notes], _, most)
    yield from _listed(_("Ditolak:"), [_line(each, language) for each in result.rejected], _, 10**9)
    yield _end(result, language, saving, partial)


def import_summary(result: Imported, language: str) -> str:
    """How many records there are of each kind, in one line."""
    words = translator(language)(
        "Dibaca {read} · baru {added} · dilengkapi {updated} · sudah ada {duplicates} · ditolak {rejected}"
    )
    kinds = {name: len(getattr(result, name)) for name in ("added", "updated", "duplicates", "rejected")}
    return fill(words, {"read": result.read, **kinds})


def _end(result: Imported, language: str, saving: bool, partial: bool) -> str:
    _ = translator(language)
    if result.save is not None:
        words = _(
            "Tersimpan sebagai simpanan {n}: {files}. 'kajian restore {before}' mengembalikan keadaan sebelumnya."
        )
        more = f" … (+{len(result.files) - _FILES})" if len(result.files) > _FILES else ""
        shown = ", ".join(result.files[:_FILES]) + more
        return fill(words, {"n": result.save, "files": shown, "before": result.save - 1})
    if not saving:
        return _("Percobaan saja; tidak ada yang disimpan.")
    if result.rejected and not partial:
        return _("Tidak ada yang disimpan. Perbaiki yang ditolak, atau tambahkan --partial untuk mengambil sisanya.")
    return _("Tidak ada yang baru; proyek tidak berubah.")


def _named(result: Imported, id: str) -> str:
    """What a person calls it; its id, by which other verbs know it, stands behind."""
    title = result.titles.get(id)
    return f"{title}  [{id}]" if title else id


def there(result: Imported, each: Duplicate, language: str) -> tuple[str, str]:
    """What a person calls the thing that is there already, with its ids, and why it is held for the same."""
    ids = each.of if each.id == each.of else f"{each.id} = {each.of}"
    title = result.titles.get(each.of)
    return f"{title}  [{ids}]" if title else f"{each.id} = {each.of}", finding_message(each.why, language)


def _one_line(text: str) -> str:
    return " / ".join(text.split("\n")) or "–"


def _listed(title: str, lines: list[str], _: Any, most: int) -> Iterator[str]:
    if lines:
        yield title
        yield from (f"  {line}" for line in lines[:most])
        if len(lines) > most:
            yield "  " + fill(_("… dan {n} lagi (--format json)"), {"n": len(lines) - most})


def _line(finding: Finding, language: str) -> str:
    return f"{where(finding)}: {both(finding, language)}"


def where(finding: Finding) -> str:
    """File and line, or what else says where a record stands."""
    place = finding.place
    return _place(place.file, place.line) or place.quote or "–"


def _place(file: str | None, line: int | None) -> str:
    return f"{file}:{line}" if file and line else file or ""


def both(finding: Finding, language: str) -> str:
    """Why, and what to do about it."""
    return f"{finding_message(finding, language)} {finding_fix(finding, language)}".strip()
