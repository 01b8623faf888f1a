"""`kajian delete ID [--with-uses]`."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.context import Call, choose_format
from kb.cli.edit import tell
from kb.cli.options import output_options


@click.command("delete")
@click.argument("identifier", metavar="ID")
@click.option(
    "--with-uses", is_flag=True, help="Lepaskan juga semua yang menunjuk kepadanya / let go of what points to it."
)
@output_options
@click.pass_obj
def command(call: Call, identifier: str, with_uses: bool, output: Path | None, form: str | None) -> None:
    """Hapus satu pengertian, konsep, atau karya; dapat diurungkan / delete one thing; can be undone."""
    from kb.editing.deletion import delete

    chosen = choose_format(form, output, ("text", "json"))
    kept = delete(call.library(), identifier, with_uses, "edit")
    tell(call, kept.saved, chosen, output, kept.id)
