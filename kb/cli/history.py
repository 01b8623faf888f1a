"""`kajian history`."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import output_options
from kb.locale import translator


@click.command("history")
@output_options
@click.pass_obj
def command(call: Call, output: Path | None, form: str | None) -> None:
    """Simpanan sebelumnya, yang terbaru dahulu / earlier saves, newest first."""
    from kb.store.configuration import read_configuration
    from kb.store.history import history

    chosen = choose_format(form, output, ("text", "json"))
    root = call.root()
    read_configuration(root)
    saves = history(root)
    if chosen == "json":
        records = [
            {"save": s.save, "when": s.when, "by": s.by, "files": list(s.files), "summary": s.summary} for s in saves
        ]
        deliver(as_json(records), output)
        return
    lines = [
        f"{s.save:>4}  {s.when[:16].replace('T', ' ')}  {s.by:<7}  {s.summary}  ({', '.join(s.files)})" for s in saves
    ]
    deliver("\n".join(lines) or translator(call.language())("Belum ada simpanan."), output)
