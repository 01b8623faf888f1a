"""Twelve questions that a stranger's page or machine asks of the app's server; what it must not answer."""

from __future__ import annotations

import http.client
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

WEBSOCKET = {
    "Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "a2FqaWFuLWthamlhbi1vaw==",
}  # fmt: skip
STREAM = "/_stcore/stream"


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def ask(address: str, path: str = "/", method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
    """One request with exactly these headers; `_` in a name stands for `-`."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=20)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    given = {"Host": parts.netloc, **{name.replace("_", "-"): value for name, value in headers.items()}}
    if body is not None:
        given["Content-Length"] = str(len(body))
    for name, value in given.items():
        connection.putheader(name, value)
    connection.endheaders(body)
    answer = connection.getresponse()
    found = Answer(
        answer.status, {k.lower(): v for k, v in answer.getheaders()}, b"" if answer.status == 101 else answer.read()
    )
    connection.close()
    return found


def opens(address: str, **headers: str) -> bool:
    """Whether a websocket is let in."""
    return ask(address, STREAM, **{**{k.replace("-", "_"): v for k, v in WEBSOCKET.items()}, **headers}).status == 101


def listening(port: int) -> list[str]:
    """The addresses on which this port is listened to, as the kernel has them."""
    rows = [
        row.split()
        for table in ("/proc/net/tcp", "/proc/net/tcp6")
        if Path(table).exists()
        for row in Path(table).read_text().splitlines()[1:]
    ]
    return [row[1] for row in rows if row[3] == "0A" and int(row[1].split(":")[1], 16) == port]


def _policy(address: str) -> bool:
    policy = ask(address).headers.get("content-security-policy", "")
    outside = re.search(r"https?:|\*", policy)
    return (
        "default-src 'self'" in policy
        and "frame-ancestors 'self'" in policy
        and "object-src 'none'" in policy
        and not outside
    )


def _own(address: str) -> str:
    return f"http://{urlsplit(address).netloc}"


PROBES: dict[str, Callable[[str], bool]] = {
    "listens on this machine alone": lambda a: listening(urlsplit(a).port or 0) == [f"0100007F:{urlsplit(a).port or 0:04X}"],
    "a page of its own is answered": lambda a: ask(a).status == 200 and opens(a, Origin=_own(a)),
    "a foreign host is refused": lambda a: ask(a, Host="evil.test").status == 403,
    "a foreign host with our port is refused": lambda a: ask(a, Host=f"evil.test:{urlsplit(a).port}").status == 403,
    "a rebinding websocket is refused": lambda a: not opens(a, Host=f"evil.test:{urlsplit(a).port}", Origin=f"http://evil.test:{urlsplit(a).port}"),
    "a websocket of a foreign page is refused": lambda a: not opens(a, Origin="http://evil.test"),
    "a websocket of a page on another local port is refused": lambda a: not opens(a, Origin="http://127.0.0.1:1"),
    "a websocket without origin or of a file is refused": lambda a: not opens(a) and not opens(a, Origin="null"),
    "an upload of a foreign page is refused": lambda a: ask(a, "/_stcore/upload_file/x/y", "PUT", b"x", Origin="http://evil.test").status in (403, 405),
    "an upload without the token is refused": lambda a: ask(a, "/_stcore/upload_file/x/y", "PUT", b"x", Origin=_own(a)).status in (400, 403),
    "pages cannot be framed, sniffed or traced": lambda a: [ask(a).headers.get(n) for n in ("x-frame-options", "x-content-type-options", "referrer-policy")] == ["SAMEORIGIN", "nosniff", "no-referrer"],
    "the policy lets nothing in from outside": _policy,
    "no other site may read answers": lambda a: "access-control-allow-origin" not in ask(a, "/_stcore/health", Origin=_own(a)).headers,
}  # fmt: skip


def failures(address: str) -> list[str]:
    """The probes that the server at this address does not stand."""
    return [name for name, holds in PROBES.items() if not holds(address)]
