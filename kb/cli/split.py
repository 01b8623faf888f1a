"""`kajian split ID SPELLING|ID`."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import output_options
from kb.locale import fill, translator


@click.command("split")
@click.argument("name", metavar="ID")
@click.argument("other", metavar="EJAAN|ID")
@output_options
@click.pass_obj
def command(call: Call, name: str, other: str, output: Path | None, form: str | None) -> None:
    """Nyatakan bahwa keduanya bukan satu; ejaan menjadi orang sendiri / these are two; a spelling becomes its own person."""
    from kb.editing.splitting import split

    chosen = choose_format(form, output, ("text", "json"))
    saved = split(call.library(), name, other)
    if chosen == "json":
        deliver(as_json({"saved": list(saved.files), "save": saved.number}), output)
        return
    _ = translator(call.language())
    words = _("Tersimpan sebagai simpanan {n}: {files}") if saved.files else _("Tidak ada yang berubah.")
    deliver(fill(words, {"n": saved.number, "files": ", ".join(saved.files)}), output)
