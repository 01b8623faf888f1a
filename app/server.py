"""The server behind the app: one process, this machine only, options set in code."""

from __future__ import annotations

import errno
import logging
import os
import socket
import sys
import threading
import webbrowser
from pathlib import Path

from app.door import Door
from app.password import Lock
from kb.errors import InputError
from kb.locale import fill, translator
from kb.store.log import FailureLog

MAIN = Path(__file__).parent / "main.py"
FIRST_PORT = 8501
HERE = "127.0.0.1"
OPTIONS: dict[str, object] = {
    "server_address": HERE,
    "server_headless": True,
    "server_fileWatcherType": "none",
    "server_maxUploadSize": 20,
    "server_enableXsrfProtection": True,
    "server_enableCORS": True,
    "server_enableStaticServing": False,
    "browser_gatherUsageStats": False,
    "browser_serverAddress": HERE,
    "client_toolbarMode": "minimal",
    "client_showErrorDetails": "none",
    "client_showErrorLinks": "false",
    "global_developmentMode": False,
    "runner_postScriptGC": False,  # a full collection after every run of a page costs more than the page
    "logger_level": "warning",
    "logger_enableRich": False,  # what is printed in colour passes by the log
    "theme_primaryColor": "#1F4E9C",
    "theme_dark_primaryColor": "#8AB4F8",
    "theme_baseRadius": "6px",
    "theme_headingFontSizes": ["2rem", "1.35rem", "1.2rem", "1.1rem", "1rem", "1rem"],
}
"""Set here, as flags, so that a `config.toml` in the person's folder cannot weaken them unknowingly."""


def serve(
    root: Path, port: int | None, *, open_browser: bool, language: str | None, host: str = HERE, password: str = ""
) -> None:
    """Serve the project in `root` until interrupted; prints the address. InputError where the port is taken.

    Any host but this machine itself needs a password.
    """
    import uvicorn
    from starlette.middleware import Middleware
    from streamlit.web import bootstrap
    from streamlit.web.server.starlette import App

    if host != HERE and not password:
        raise InputError("password-needed", host=host)
    listening = _listen(port, host)
    number = listening.getsockname()[1]
    os.environ["KAJIAN_PROJECT"] = str(root)
    if language:
        os.environ["KAJIAN_LANG"] = language
    places = {
        "server_address": host,
        "browser_serverAddress": host,
        "server_port": number,
        "browser_serverPort": number,
    }
    bootstrap.load_config_options({**OPTIONS, **places})
    note_failures()
    lock = Lock(password) if password else None
    application = App(MAIN, middleware=[Middleware(Door, port=number, host=host, lock=lock)])
    address = f"http://{host}:{number}"
    words = translator(language or "id")("Kajian terbuka di {address} (hentikan dengan Ctrl-C)")
    sys.stdout.write(fill(words, {"address": address}) + "\n")
    sys.stdout.flush()
    if open_browser:
        threading.Timer(1.0, webbrowser.open, [address]).start()
    server = uvicorn.Server(
        uvicorn.Config(
            application, log_level="warning", ws_max_size=200 * 2**20, ws_per_message_deflate=False, server_header=False
        )
    )
    server.run(sockets=[listening])


def note_failures() -> None:
    """Have the log note what the libraries catch: a button's action fails outside of the page."""
    for name in ("streamlit.error_util", "uvicorn.error"):
        logging.getLogger(name).addHandler(FailureLog("app"))


def _listen(port: int | None, host: str) -> socket.socket:
    """A socket on the port asked for, else on the first free one from `FIRST_PORT` on."""
    candidates = [port] if port else range(FIRST_PORT, FIRST_PORT + 50)
    for candidate in candidates:
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name != "nt":  # on Windows this option would let two servers share one port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, candidate))
            listening.listen(128)
            return listening
        except OSError as refused:
            listening.close()
            if refused.errno == errno.EADDRNOTAVAIL:
                raise InputError("host-not-here", host=host) from refused
    raise InputError("port-taken", port=port or FIRST_PORT)
