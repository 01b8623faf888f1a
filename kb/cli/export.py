"""`kajian export`."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.context import Call, choose_format, deliver
from kb.cli.options import output_options

FORMATS = ("ttl", "trig", "nq", "jsonld", "rdf", "zip")


@click.command("export")
@output_options
@click.pass_obj
def command(call: Call, output: Path | None, form: str | None) -> None:
    """Seluruh basis pengetahuan / the whole knowledge base: Turtle, TriG, N-Quads, JSON-LD, RDF/XML, zip."""
    from kb.store.serialize import serialize

    chosen = choose_format(form, output, FORMATS)
    deliver(serialize(call.library(), chosen), output, binary=chosen == "zip")
