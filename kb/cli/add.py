"""`kajian add definition|concept|work KEY=VALUE…`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb.cli.context import Call, choose_format
from kb.cli.edit import faults_told, pair, tell
from kb.cli.options import output_options

if TYPE_CHECKING:
    from kb.editing.written import Kept
    from kb.store.library import Library

KINDS = ("definition", "concept", "work")


@click.command("add")
@click.argument("kind", type=click.Choice(KINDS), metavar="definition|concept|work")
@click.argument("pairs", metavar="KEY=VALUE…", nargs=-1, required=True)
@output_options
@click.pass_obj
def command(call: Call, kind: str, pairs: tuple[str, ...], output: Path | None, form: str | None) -> None:
    """Tambah pengertian, konsep, atau karya / add a definition, concept or work."""
    chosen = choose_format(form, output, ("text", "json"))
    library = call.library()
    with faults_told(call.language(library)):
        kept = _added(library, kind, dict(pair(words) for words in pairs))
    tell(call, kept.saved, chosen, output, kept.id)


def _added(library: Library, kind: str, words: dict[str, str]) -> Kept:
    from kb.editing import from_words
    from kb.editing.written import WrittenConcept, WrittenDefinition

    if kind == "definition":
        from kb.editing.definitions import save_definition

        definition = from_words.definition_of_words(library, words, WrittenDefinition("", ""))
        return save_definition(library, definition, by="edit")
    if kind == "concept":
        from kb.editing.concepts import save_concept

        return save_concept(library, from_words.concept_of_words(library, words, WrittenConcept({})), by="edit")
    from kb.editing.works import save_work

    return save_work(library, from_words.work_of_words(words), by="edit")
