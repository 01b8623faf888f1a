"""`kajian check`."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import output_options


@click.command("check")
@output_options
@click.pass_obj
def command(call: Call, output: Path | None, form: str | None) -> int:
    """Periksa daftar pustaka dan catatan; keluar 1 bila ada yang perlu diperbaiki / check bibliography and notes."""
    from kb.audit.notes import check_notes
    from kb.outputs import findings

    chosen = choose_format(form, output, ("text", "json", "github"))
    library = call.library()
    found = check_notes(library)
    language = call.language(library)
    if chosen == "json":
        deliver(as_json({"findings": [findings.record(finding, language) for finding in found]}), output)
    elif chosen == "github":
        deliver(findings.github(found, language), output)
    else:
        deliver(findings.text(found, language), output)
    return 1 if any(finding.severity != "info" for finding in found) else 0
