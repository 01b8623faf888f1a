"""`kajian init DIR [--example]`."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.context import Call, deliver
from kb.locale import fill, translator


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--example", is_flag=True, help="Salinan contoh / a copy of the example.")
@click.option("--title", default="", help="Judul penelitian / title of the study.")
@click.pass_obj
def command(call: Call, folder: Path, example: bool, title: str) -> None:
    """Buat proyek baru, kosong atau salinan contoh / make a new project."""
    from kb.store.new_project import copy_example, new_project

    made = copy_example(folder) if example else new_project(folder, title)
    _ = translator(call.language())
    deliver(fill(_("Proyek dibuat: {where}\nLanjutkan: kajian -C {where} app"), {"where": made}), None)
