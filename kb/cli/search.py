"""`kajian search WORDS…`."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import output_options
from kb.model.hit import HIT_KINDS


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="KATA…")
@click.option("--kind", type=click.Choice(HIT_KINDS), help="Hanya jenis ini / this kind only.")
@click.option(
    "--limit", type=click.IntRange(1, 10_000), default=10, show_default=True, help="Per jenis / of each kind."
)
@output_options
@click.pass_obj
def command(
    call: Call, words: tuple[str, ...], kind: str | None, limit: int, output: Path | None, form: str | None
) -> None:
    """Cari di semua isi proyek, juga menurut kata dasar / search everything, by word stem too."""
    from kb.outputs import hits
    from kb.queries.search import search

    chosen = choose_format(form, output, ("text", "json"))
    library = call.library()
    language = call.language(library)
    found = search(library, " ".join(words), limit, language, kind)
    deliver(as_json(hits.record(found)) if chosen == "json" else hits.listing(found, language), output)
