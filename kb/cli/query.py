"""`kajian query TEXT|FILE.rq|-`: the guarded read-only door."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import output_options
from kb.errors import InputError
from kb.locale import fill, translator

FORMATS = ("table", "csv", "tsv", "json")
LARGEST = 10**6
"""Bytes of a file with a question."""


@click.command("query")
@click.argument("question", metavar="TEXT|FILE.rq|-")
@click.option("--limit", type=click.IntRange(1, 100_000), default=1000, show_default=True, help="Baris / rows.")
@click.option("--timeout", type=click.FloatRange(0.1, 60), default=5.0, show_default=True, help="Detik / seconds.")
@output_options
@click.pass_obj
def command(call: Call, question: str, limit: int, timeout: float, output: Path | None, form: str | None) -> None:
    """SPARQL 1.1, hanya membaca / read only."""
    from kb.outputs import answers
    from kb.store.query_door import ask_freely

    chosen = choose_format(form, output, FORMATS)
    text = _text(question)
    answer = ask_freely(call.root(), text, limit=limit, seconds=timeout)
    if answer.more:
        _ = translator(call.language())
        click.echo(fill(_("kajian: {n} baris pertama; masih ada lagi. Persempit pertanyaan atau pakai --limit."),
                        {"n": limit}), err=True)  # fmt: skip
    if chosen == "json":
        deliver(as_json(answers.as_sparql_json(answer)), output)
    else:
        deliver(answers.render(answer, chosen), output)


def _text(question: str) -> str:
    """The query: standard input for `-`, a file's text where one is named, else the words themselves."""
    if question == "-":
        return sys.stdin.read(LARGEST)
    if question.lower().endswith(".rq") and "\n" not in question:
        from kb.store.ordinary import read_words

        try:
            return read_words(Path(question), LARGEST)
        except (OSError, UnicodeDecodeError) as unreadable:
            raise InputError("file-unreadable", where=question, why=unreadable) from unreadable
    return question
