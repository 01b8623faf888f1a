"""`kajian edit ID KEY=VALUE…`."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import output_options
from kb.errors import InputError
from kb.locale import fill, translator


@click.command("edit")
@click.argument("identifier", metavar="ID")
@click.argument("pairs", metavar="KEY=VALUE…", nargs=-1, required=True)
@output_options
@click.pass_obj
def command(call: Call, identifier: str, pairs: tuple[str, ...], output: Path | None, form: str | None) -> None:
    """Ubah satu karya, penelitian, pengertian, atau konsep; KEY= menghapus nilainya / change one thing."""
    from kb.editing.edit import edit

    chosen = choose_format(form, output, ("text", "json"))
    saved = edit(call.library(), identifier, dict(_pair(words) for words in pairs))
    if chosen == "json":
        deliver(as_json({"saved": list(saved.files), "save": saved.number}), output)
        return
    _ = translator(call.language())
    words = _("Tersimpan sebagai simpanan {n}: {files}") if saved.files else _("Tidak ada yang berubah.")
    deliver(fill(words, {"n": saved.number, "files": ", ".join(saved.files)}), output)


def _pair(words: str) -> tuple[str, str]:
    key, equals, value = words.partition("=")
    if not equals or not key.strip():
        raise InputError("edit-pair", value=words)
    return key.strip(), value
