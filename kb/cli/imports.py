"""`kajian import FILE [--to …] [--map COLUMN=FACET…] [--dry-run] [--partial]`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import output_options
from kb.errors import InputError
from kb.locale import fill, translator
from kb.store.drafts import LARGEST, read_file

_MANY = 1_000
"""From so many records on a line on standard error says how far it is."""


@click.command("import")
@click.argument("file", metavar="FILE|-", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--to", type=click.Choice(["bibliography", "studies", "concepts"]), help="Menjadi apa / what it becomes.")
@click.option("--map", "pairs", multiple=True, metavar="KOLOM=UNSUR",
              help="Kolom itu unsur apa; KOLOM=- tidak diambil / which facet a column is.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Percobaan: tidak menyimpan / show only.")
@click.option("--partial", is_flag=True, help="Simpan yang dapat diambil / save what was not rejected.")
@click.option("--accept", multiple=True, metavar="PENELITIAN:KOLOM",
              help="Sel tabel yang kembali yang diterima; tanpa ini semua / which cells to accept.")  # fmt: skip
@output_options
@click.pass_obj
def command(
    call: Call,
    file: Path,
    to: str | None,
    pairs: tuple[str, ...],
    dry_run: bool,
    partial: bool,
    accept: tuple[str, ...],
    output: Path | None,
    form: str | None,
) -> int:
    """Ambil pustaka, matriks, tabel Word, kosakata SKOS, atau proyek lain / take in works, studies, concepts."""
    from kb.editing.imports import import_file
    from kb.outputs.imports import import_record, import_text

    chosen = choose_format(form, output, ("text", "json"))
    mapping = dict(_pair(words) for words in pairs)
    library = call.library()
    language = call.language(library)
    name, data = _read(file)
    result = import_file(
        library,
        name,
        data,
        to,
        mapping,
        partial=partial,
        dry_run=dry_run,
        progress=_Progress(name, language),
        accept=accept,
    )
    if chosen == "json":
        deliver(as_json(import_record(result, language)), output)
    else:
        deliver(import_text(result, language, not dry_run, partial), output)
    return 1 if result.rejected else 0


def _read(file: Path) -> tuple[str, bytes]:
    if str(file) == "-":
        return "-", sys.stdin.buffer.read(LARGEST + 1)  # more is refused, and a pipe may have no end
    return file.name, read_file(file)


def _pair(words: str) -> tuple[str, str]:
    column, equals, content = words.rpartition("=")
    if not equals or not column.strip() or not content.strip():
        raise InputError("import-map", value=words)
    return column.strip(), content.strip()


def _on_a_screen() -> bool:
    """A line that is written over is only noise in a file or a pipe."""
    return sys.stderr.isatty()


class _Progress:
    """A line on standard error that is written over as the work goes on; a file gets none."""

    def __init__(self, name: str, language: str) -> None:
        self.name = name
        self.words = translator(language)("{file}: {done} dari {all} …")

    def __call__(self, done: int, count: int) -> None:
        if count >= _MANY and _on_a_screen() and (done % 100 == 0 or done == count):
            line = fill(self.words, {"file": self.name, "done": done, "all": count})
            click.echo(f"\r{line}", nl=done == count, err=True)
