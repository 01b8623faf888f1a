"""`kajian app`: the browser front end, on this machine only."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import click

from kb.cli.context import Call
from kb.errors import ProjectError


@click.command("app")
@click.option("--port", type=click.IntRange(1, 65535), help="Porta; bawaan: yang bebas mulai 8501 / first free.")
@click.option("--no-browser", is_flag=True, help="Jangan buka peramban / do not open the browser.")
@click.pass_obj
def command(call: Call, port: int | None, no_browser: bool) -> None:
    """Aplikasi di peramban, hanya di komputer ini / the browser front end, on 127.0.0.1 only."""
    from kb.store.resources import HOME

    # The fronts do not import each other; this one only starts that one (docs/decisions/0005-app.md).
    sys.path.insert(0, str(HOME))
    server = importlib.import_module("app.server")
    server.serve(_folder(call), port, open_browser=not no_browser, language=call.lang)


def _folder(call: Call) -> Path:
    """The project to open; without one, the folder in which the start page offers to make it."""
    try:
        return call.root().resolve()
    except ProjectError:
        return Path.cwd()
