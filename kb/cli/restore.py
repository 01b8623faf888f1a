"""`kajian restore N [--file NAME]`."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import output_options
from kb.locale import fill, translator


@click.command("restore")
@click.argument("number", metavar="N", type=click.IntRange(min=0))
@click.option("--file", "name", metavar="BERKAS", help="Berkas ini saja / this file alone.")
@output_options
@click.pass_obj
def command(call: Call, number: int, name: str | None, output: Path | None, form: str | None) -> None:
    """Kembalikan berkas ke keadaan setelah simpanan N (0: sebelum yang pertama); dapat diurungkan / bring back."""
    from kb.store.configuration import read_configuration
    from kb.store.save import restore

    chosen = choose_format(form, output, ("text", "json"))
    root = call.root()
    read_configuration(root)
    saved = restore(root, number, file=Path(name).as_posix() if name else None)
    if chosen == "json":
        deliver(as_json({"saved": list(saved.files), "save": saved.number}), output)
        return
    _ = translator(call.language())
    words = _("Dikembalikan, sebagai simpanan {n}: {files}") if saved.files else _("Tidak ada yang berubah.")
    deliver(fill(words, {"n": saved.number, "files": ", ".join(saved.files)}), output)
