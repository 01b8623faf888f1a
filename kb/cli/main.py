"""From arguments to an exit code."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from kb import __version__
from kb.cli.context import Call
from kb.errors import InputError, KajianError
from kb.locale import LANGUAGES, error_text

VERBS: dict[str, str] = {
    "app": "application",
    "init": "init",
    "check": "check",
    "audit": "audit",
    "search": "search",
    "concepts": "concepts",
    "definitions": "definitions",
    "studies": "studies",
    "table": "table",
    "matrix": "matrix",
    "narrative": "narrative",
    "brief": "brief",
    "bundle": "bundle",
    "map": "concept_map",
    "bibliography": "bibliography",
    "query": "query",
    "import": "imports",
    "export": "export",
    "add": "add",
    "edit": "edit",
    "delete": "delete",
    "people": "people",
    "duplicates": "duplicates",
    "merge": "merge",
    "split": "split",
    "history": "history",
    "restore": "restore",
}
"""Verb -> module of `kb.cli` that holds its `command`."""


class Verbs(click.Group):
    """Loads a verb's module when the verb is called, and names the nearest verb for a wrong one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        command: click.Command = importlib.import_module(f"kb.cli.{VERBS[cmd_name]}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in VERBS:
            from kb.queries.naming import nearest

            close = nearest(args[0], VERBS)
            raise InputError("unknown-verb", name=args[0], nearest=", ".join(close or VERBS))
        return super().resolve_command(ctx, args)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("-C", "folder", type=click.Path(path_type=Path), help="Folder proyek / the project's folder.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Bahasa / language; bawaan: milik proyek.")
@click.version_option(__version__, prog_name="kajian")
@click.pass_context
def kajian(ctx: click.Context, folder: Path | None, lang: str | None) -> None:
    """Kajian: dari yang dibaca menjadi Bab II yang tegak / from what was read to a chapter that stands."""
    ctx.obj = Call(folder, lang)


def main(arguments: Sequence[str]) -> int:
    """Run one call; the exit code of `docs/cli.md`."""
    try:
        result = kajian.main(list(arguments), prog_name="kajian", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except click.exceptions.NoArgsIsHelpError as help_wanted:
        click.echo(help_wanted.ctx.get_help())
        return 0
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, click.Abort):
        return 130
    except Exception as stopped:
        if os.environ.get("KAJIAN_DEBUG") and not isinstance(stopped, KajianError | click.ClickException):
            raise
        return _refuse(_one_line(stopped, _language_wanted(arguments), arguments))


def _one_line(stopped: Exception, language: str, arguments: Sequence[str]) -> str:
    if isinstance(stopped, KajianError):
        return error_text(stopped, language)
    if isinstance(stopped, click.UsageError):
        return _usage(stopped, language)
    if isinstance(stopped, click.ClickException):
        return stopped.format_message()
    from kb.store.log import note_failure

    verb = next((word for word in arguments if word in VERBS), "?")
    log = note_failure(verb, stopped)
    return error_text(KajianError("unforeseen", kind=type(stopped).__name__, why=stopped, log=log), language)


_LONGEST = 1_000
"""Characters of an error line; a name of a megabyte is not read by anybody."""


def _refuse(line: str) -> int:
    from kb.outputs.cleaning import printable

    click.echo(printable("kajian: " + " ".join(line.split())[:_LONGEST]), err=True)
    return 2


def _language_wanted(arguments: Sequence[str]) -> str:
    """The language of error lines: the option, else the environment's, else Indonesian."""
    for place, word in enumerate(arguments):
        value = word.partition("=")[2] if word.startswith("--lang=") else None
        if word == "--lang":
            value = arguments[place + 1] if place + 1 < len(arguments) else None
        if value in LANGUAGES:
            return str(value)
    return "en" if os.environ.get("KAJIAN_LANG") == "en" else "id"


def _usage(wrong: click.UsageError, language: str) -> str:
    verb = wrong.ctx.command.name if wrong.ctx and wrong.ctx.command.name != "kajian" else ""
    hint = f"kajian {verb} --help".replace("  ", " ")
    if isinstance(wrong, click.NoSuchOption):
        from kb.queries.naming import nearest

        known = [name for parameter in wrong.ctx.command.params for name in parameter.opts] if wrong.ctx else []
        close = ", ".join(nearest(wrong.option_name, known)) or "–"
        return error_text(InputError("unknown-option", name=wrong.option_name, nearest=close, hint=hint), language)
    if isinstance(wrong, click.BadParameter) and isinstance(getattr(wrong.param, "type", None), click.Choice):
        choices = ", ".join(str(choice) for choice in wrong.param.type.choices)  # type: ignore[union-attr]
        name = wrong.param.opts[-1] if wrong.param else "?"
        return error_text(InputError("unknown-choice", name=name, choices=choices, hint=hint), language)
    return error_text(InputError("wrong-call", why=wrong.format_message().rstrip("."), hint=hint), language)
