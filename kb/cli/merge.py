"""`kajian merge ID ID…`."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import output_options
from kb.locale import fill, translator


@click.command("merge")
@click.argument("names", metavar="ID…", nargs=-1, required=True)
@output_options
@click.pass_obj
def command(call: Call, names: tuple[str, ...], output: Path | None, form: str | None) -> None:
    """Nyatakan bahwa karya atau orang ini satu; yang pertama mewakili / confirm that these are one; the first stands."""
    from kb.editing.merging import merge

    chosen = choose_format(form, output, ("text", "json"))
    saved = merge(call.library(), names)
    if chosen == "json":
        deliver(as_json({"saved": list(saved.files), "save": saved.number}), output)
        return
    _ = translator(call.language())
    words = _("Tersimpan sebagai simpanan {n}: {files}") if saved.files else _("Tidak ada yang berubah.")
    deliver(fill(words, {"n": saved.number, "files": ", ".join(saved.files)}), output)
