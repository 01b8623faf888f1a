"""The classroom's lock: a password for everybody, a cookie that this start of the server alone knows.

There is no password of ours and none is kept: it lives as a digest in this process, and every start draws a new cookie.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections import deque
from html import escape
from urllib.parse import parse_qs

from starlette.types import Receive, Scope, Send

COOKIE = "kajian-masuk"
PATH = "/_masuk"
TRIES = 10
"""Wrong passwords in a minute, from all together; then nobody is let in for a while."""
_LONGEST = 4096

_PAGE = """<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Kajian</title><style>body{{font:1.1rem/1.5 sans-serif;max-width:24rem;margin:15vh auto;padding:0 1rem;color:#1c2430;background:#fff}}
input,button{{font:inherit;padding:.5rem;width:100%;box-sizing:border-box;margin:.3rem 0}}
button{{background:#1F4E9C;color:#fff;border:0;border-radius:6px}}
@media(prefers-color-scheme:dark){{body{{background:#0e1117;color:#eee}}}}</style></head><body><h1>Kajian</h1>
<form method="post" action="{action}"><label>Kata sandi kelas / class password<input type="password" name="sandi" autofocus required></label>
<button>Masuk / enter</button></form><p role="alert">{note}</p></body></html>"""


class Lock:
    """Who has the cookie is let through; everybody else meets the password page."""

    def __init__(self, password: str) -> None:
        self._salt = secrets.token_bytes(16)
        self._digest = self._hash(password)
        self._token = secrets.token_urlsafe(32)
        self._wrong: deque[float] = deque(maxlen=TRIES)

    def is_open(self, scope: Scope) -> bool:
        """Whether a request carries the cookie of this start."""
        sent = [value.decode("latin-1") for name, value in scope["headers"] if name == b"cookie"]
        pairs = (part.strip().partition("=") for header in sent for part in header.split(";"))
        given = next((value for name, _, value in pairs if name == COOKIE), "")
        return hmac.compare_digest(given.encode(), self._token.encode())

    async def ask(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The password page; a right password gets the cookie and the way back to the app."""
        if scope["method"] != "POST" or scope["path"] != PATH:
            await _answer(send, 401, _page())
            return
        if self._is_besieged():
            await _answer(send, 429, _page("Terlalu banyak kata sandi salah; tunggu satu menit. / Wait a minute."))
            return
        given = parse_qs((await _body(receive)).decode("utf-8", "replace")).get("sandi", [""])[0]
        if not hmac.compare_digest(self._hash(given), self._digest):
            self._wrong.append(time.monotonic())
            await _answer(send, 403, _page("Kata sandi salah. / Wrong password."))
            return
        cookie = f"{COOKIE}={self._token}; Path=/; HttpOnly; SameSite=Strict"
        await _answer(send, 303, b"", ((b"location", b"/"), (b"set-cookie", cookie.encode())))

    def _is_besieged(self) -> bool:
        return len(self._wrong) == TRIES and time.monotonic() - self._wrong[0] < 60

    def _hash(self, password: str) -> bytes:
        return hashlib.pbkdf2_hmac("sha256", password.encode("utf-8", "replace"), self._salt, 100_000)


async def _body(receive: Receive) -> bytes:
    found = b""
    while len(found) <= _LONGEST:
        message = await receive()
        found += message.get("body", b"")
        if not message.get("more_body"):
            break
    return found[:_LONGEST]


def _page(note: str = "") -> bytes:
    return _PAGE.format(action=PATH, note=escape(note)).encode()


async def _answer(send: Send, status: int, body: bytes, more: tuple[tuple[bytes, bytes], ...] = ()) -> None:
    headers = [(b"content-type", b"text/html; charset=utf-8"), (b"cache-control", b"no-store"), *more]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
