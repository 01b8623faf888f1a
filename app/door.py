"""The network door: exact hosts and origins, and headers that keep a page to itself.

Streamlit alone answers pages with a foreign Host and lets a page on any other local port speak to it; this refuses
both before Streamlit sees them.
"""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.password import Lock

HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (b"x-frame-options", b"SAMEORIGIN"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
    (
        b"content-security-policy",
        b"default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
        b"img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
        b"frame-src 'self' blob: data:; frame-ancestors 'self'; base-uri 'self'; form-action 'self'; object-src 'none'",
    ),
)


class Door:
    """ASGI middleware: 403 for a host or an origin that is not this server's own; with a lock, the password first."""

    def __init__(self, app: ASGIApp, port: int, host: str = "127.0.0.1", lock: Lock | None = None) -> None:
        self.app, self.lock = app, lock
        names = ("127.0.0.1", "localhost") if host == "127.0.0.1" else (host,)
        self.hosts = {f"{name}:{port}".encode() for name in names}
        self.origins = {f"http://{name}:{port}".encode() for name in names}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = scope["headers"]
        hosts = [value for name, value in headers if name == b"host"]
        origins = [value for name, value in headers if name == b"origin"]
        foreign = any(origin not in self.origins for origin in origins)
        if len(hosts) != 1 or hosts[0] not in self.hosts or foreign or (scope["type"] == "websocket" and not origins):
            await _refuse(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [pair for pair in message.get("headers", ()) if pair[0].lower() not in dict(HEADERS)]
                message = {**message, "headers": [*kept, *HEADERS]}
            await send(message)

        if self.lock is None or self.lock.is_open(scope):
            await self.app(scope, receive, with_headers)
        elif scope["type"] == "websocket":
            await _refuse(scope, receive, send)
        else:
            await self.lock.ask(scope, receive, with_headers)


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008})
        return
    await send({"type": "http.response.start", "status": 403, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"403: this address is only for the app itself\n"})
