"""`kajian app`: the browser front end, on this machine only unless a class is let in with a password."""

from __future__ import annotations

import importlib
import ipaddress
import os
import sys
from pathlib import Path

import click

from kb.cli.context import Call
from kb.errors import InputError, ProjectError
from kb.locale import fill, translator

SHORTEST = 8
_HERE = ("127.0.0.1", "localhost")


@click.command("app")
@click.option("--port", type=click.IntRange(1, 65535), help="Porta; bawaan: yang bebas mulai 8501 / first free.")
@click.option("--no-browser", is_flag=True, help="Jangan buka peramban / do not open the browser.")
@click.option("--host", metavar="ALAMAT", help="Alamat komputer ini di jaringan kelas; meminta kata sandi / for a class, "
              "with a password (KAJIAN_PASSWORD).")  # fmt: skip
@click.pass_obj
def command(call: Call, port: int | None, no_browser: bool, host: str | None) -> None:
    """Aplikasi di peramban, hanya di komputer ini / the browser front end, on 127.0.0.1 only."""
    from kb.store.resources import HOME

    # The fronts do not import each other; this one only starts that one (docs/decisions/0005-app.md).
    sys.path.insert(0, str(HOME))
    server = importlib.import_module("app.server")
    opened = {"open_browser": not no_browser, "language": call.lang}
    if host is None or host in _HERE:
        server.serve(_folder(call), port, **opened)
        return
    address, password = _address(host), _password(call)
    _warn(address, call.language())
    server.serve(_folder(call), port, host=address, password=password, **opened)


def _warn(host: str, language: str) -> None:
    words = translator(language)(
        "PERINGATAN: Kajian kini dapat dibuka dari komputer lain di jaringan ini lewat {host}. Siapa pun yang tahu kata sandinya "
        "dapat membaca dan mengubah proyek ini. Lalu lintasnya tidak disandikan: jangan pakai kata sandi Anda yang lain, jangan "
        "pakai di jaringan umum, dan hentikan (Ctrl-C) sesudah kelas selesai."
    )
    click.echo(fill(words, {"host": host}), err=True)


def _address(host: str) -> str:
    """One address of this machine; never all of them at once, since the door must know its own name."""
    try:
        found = ipaddress.IPv4Address(host)
    except ValueError as wrong:
        raise InputError("host-address", host=host) from wrong
    if found.is_unspecified or found.is_multicast:
        raise InputError("host-address", host=host)
    return str(found)


def _password(call: Call) -> str:
    """The class's password: from the environment, else asked for; there is none of ours."""
    given = os.environ.get("KAJIAN_PASSWORD", "")
    if not given and sys.stdin.isatty():
        _ = translator(call.language())
        given = click.prompt(
            _("Kata sandi untuk kelas"), hide_input=True, confirmation_prompt=_("Sekali lagi"), err=True
        )
    if len(given) < SHORTEST:
        raise InputError("password-short", shortest=SHORTEST)
    return given


def _folder(call: Call) -> Path:
    """The project to open; without one, the folder in which the start page offers to make it."""
    try:
        return call.root().resolve()
    except ProjectError:
        return Path.cwd()
