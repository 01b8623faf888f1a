"""`kajian check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import output_options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kb.findings import Finding
    from kb.store.library import Library


@click.command("check")
@click.option("--fix", is_flag=True, help="Perbaiki yang aman dalam daftar pustaka / set right what is safe.")
@output_options
@click.pass_obj
def command(call: Call, fix: bool, output: Path | None, form: str | None) -> int:
    """Periksa daftar pustaka dan catatan; keluar 1 bila ada yang perlu diperbaiki / check bibliography and notes."""
    from kb.audit.notes import check_notes
    from kb.outputs import findings

    chosen = choose_format(form, output, ("text", "json", "github"))
    library = call.library()
    found = check_notes(library)
    language = call.language(library)
    if fix and _mended(library, found, language):
        library = call.library()
        found = check_notes(library)
    if chosen == "json":
        deliver(as_json({"findings": [findings.record(finding, language) for finding in found]}), output)
    elif chosen == "github":
        deliver(findings.github(found, language), output)
    else:
        deliver(findings.text(found, language), output)
    return 1 if any(finding.severity != "info" for finding in found) else 0


def _mended(library: Library, found: Sequence[Finding], language: str) -> bool:
    """Set right and save what has one right form, and say on standard error what that was."""
    from kb.editing.bibliography_mending import mend_bibliography
    from kb.locale import translator

    _ = translator(language)
    saved, done = mend_bibliography(library, found)
    if not done:
        click.echo(_("Tidak ada yang dapat diperbaiki dengan aman."), err=True)
        return False
    head = _("Diperbaiki dalam {file} (simpanan {save}; 'kajian restore {before}' mengembalikannya):")
    lines = [
        head.format(file=library.configuration.bibliography, save=saved.number, before=saved.number - 1),
        *(f"  {mend.key}: {mend.field} = {{{mend.written}}} → {{{mend.right}}}" for mend in done),
    ]
    click.echo("\n".join(lines), err=True)
    return True
