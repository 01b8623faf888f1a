"""`kajian edit ID KEY=VALUE…`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import output_options
from kb.errors import InputError
from kb.locale import error_text, fill, translator

if TYPE_CHECKING:
    from kb.store.save import Saved


@click.command("edit")
@click.argument("identifier", metavar="ID")
@click.argument("pairs", metavar="KEY=VALUE…", nargs=-1, required=True)
@output_options
@click.pass_obj
def command(call: Call, identifier: str, pairs: tuple[str, ...], output: Path | None, form: str | None) -> None:
    """Ubah satu karya, penelitian, pengertian, atau konsep; KEY= menghapus nilainya / change one thing."""
    from kb.editing.edit import edit

    chosen = choose_format(form, output, ("text", "json"))
    library = call.library()
    with faults_told(call.language(library)):
        saved = edit(library, identifier, dict(pair(words) for words in pairs))
    tell(call, saved, chosen, output)


def tell(call: Call, saved: Saved, form: str, output: Path | None, thing: str = "") -> None:
    """What a save wrote, and the id of a new or deleted thing."""
    if form == "json":
        known = {"id": thing} if thing else {}
        deliver(as_json({**known, "saved": list(saved.files), "save": saved.number}), output)
        return
    _ = translator(call.language())
    words = _("Tersimpan sebagai simpanan {n}: {files}") if saved.files else _("Tidak ada yang berubah.")
    line = fill(words, {"n": saved.number, "files": ", ".join(saved.files)})
    deliver(f"{thing}\n{line}" if thing else line, output)


@contextmanager
def faults_told(language: str) -> Iterator[None]:
    """All faults of a thing's fields in one line, each with its field."""
    from kb.editing.faults import FormError

    try:
        yield
    except FormError as refused:
        told = " ".join(f"{name}: {error_text(error, language)}" for name, error in refused.faults.items())
        raise InputError("entry-faults", faults=told) from refused


def pair(words: str) -> tuple[str, str]:
    """KEY=VALUE in two."""
    key, equals, value = words.partition("=")
    if not equals or not key.strip():
        raise InputError("edit-pair", value=words)
    return key.strip(), value
