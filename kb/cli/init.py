"""`kajian init DIR [--example] [--template NAME]`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb.cli.context import Call, deliver
from kb.errors import InputError
from kb.locale import fill, translator

if TYPE_CHECKING:
    from kb.store.templates import Template


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--example", is_flag=True, help="Salinan contoh / a copy of the example.")
@click.option("--title", default="", help="Judul penelitian / title of the study.")
@click.option("--template", metavar="NAMA", help="Unsur pembanding suatu bidang / facets of a field: education, …")
@click.pass_obj
def command(call: Call, folder: Path, example: bool, title: str, template: str | None) -> None:
    """Buat proyek baru, kosong atau salinan contoh / make a new project."""
    from kb.store.new_project import copy_example, new_project

    if example and template:
        raise InputError("template-of-example")
    made = copy_example(folder) if example else new_project(folder, title, _named(template) if template else None)
    _ = translator(call.language())
    deliver(fill(_("Proyek dibuat: {where}\nLanjutkan: kajian -C {where} app"), {"where": made}), None)


def _named(word: str) -> Template:
    """The template that a word names in either language; InputError with the nearest names."""
    from kb.queries.naming import find
    from kb.store.templates import templates

    known = {template.name: template for template in templates()}
    return known[find(word, {name: tuple(t.titles.values()) for name, t in known.items()}, "unknown-template")]
