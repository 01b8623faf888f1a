"""What a browser asks of the network: told by Playwright of each page, and by Chromium's own log of everything.

The log also holds what the browser asks for itself, whichever page is open: that is told apart by name.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, ConsoleMessage, Page

from benchmarks.half_hour.addresses import beyond, host_of

CLOSED_PORT = "http://127.0.0.1:9"
DICTIONARIES = "redirector.gvt1.com"
QUIET = [
    "--no-pings", "--disable-domain-reliability", "--no-proxy-server", "--no-service-autorun", "--disable-translate",
    # these three cannot be turned off, only sent elsewhere
    f"--gaia-url={CLOSED_PORT}", f"--component-updater=url-source={CLOSED_PORT}",
    f"--host-resolver-rules=MAP {DICTIONARIES} 127.0.0.1:9",
    # the last of two such switches counts: Playwright's own list is in it
    "--disable-features=AutofillServerCommunication,NetworkTimeServiceQuerying,OptimizationHints,AimEnabled,"
    "PreconnectToSearch,MediaRouter,Translate,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,LensOverlay,PaintHolding,"
    "DestroyProfileOnBrowserClose,AvoidUnnecessaryBeforeUnloadCheckSync,ThirdPartyStoragePartitioning",
]  # fmt: skip
"""What a browser asks for itself, off: updates, forms told to a server for filling, the time, hints, accounts."""

BROWSERS_OWN = {
    "2001:4860:4860::8888": "whether there is IPv6: a socket is joined to this address, and nothing is sent",
    DICTIONARIES: "words for the spelling of a text field, sent to a closed port here",
}
"""Host -> what Chromium wants of it by itself, with no switch against it."""

_NO_LINKS_AWAY = """document.addEventListener("click", (event) => {
  const link = event.composedPath().find((each) => each.tagName === "A" && each.href);
  if (link && /^https?:/.test(link.href) && new URL(link.href).host !== location.host) event.preventDefault();
}, true);"""
"""A link to a DOI is a person's own wish to leave; the script does not follow it."""


@dataclass
class Heard:
    """What Playwright told of a context's pages and frames."""

    address: str
    requests: int = 0
    sockets: int = 0
    downloads: Counter[str] = field(default_factory=Counter)
    away: Counter[str] = field(default_factory=Counter)
    stopped: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def listen(self, context: BrowserContext) -> None:
        """From now on to every page of the context, those that a page opens too."""
        context.add_init_script(_NO_LINKS_AWAY)
        context.on("request", lambda request: self._asked(request.url))
        context.on("weberror", lambda failed: self.errors.append(f"script error: {failed.error}"))
        context.on("console", self._said)
        context.on("page", self._opened)

    def _opened(self, page: Page) -> None:
        page.on("websocket", lambda socket: self._joined(socket.url))
        page.on("dialog", lambda dialog: dialog.accept())
        page.on("download", lambda download: self.downloads.update([download.suggested_filename.rpartition(".")[2]]))
        page.on("crash", lambda _page: self.errors.append("a page crashed"))

    def _asked(self, url: str) -> None:
        self.requests += 1
        self._judge(url)

    def _joined(self, url: str) -> None:
        self.sockets += 1
        self._judge(url)

    def _judge(self, url: str) -> None:
        own = (
            f"{self.address}/",
            f"{self.address.replace('http', 'ws', 1)}/",
            f"blob:{self.address}/",
            "data:",
            "about:",
        )
        if not url.startswith(own):
            self.away[url[:200]] += 1

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            self.stopped[message.text[:200]] += 1


@dataclass
class Log:
    """What Chromium's log holds."""

    requests: int = 0
    names: int = 0
    joined: int = 0
    away: Counter[str] = field(default_factory=Counter)
    own: Counter[str] = field(default_factory=Counter)

    def judge(self, what: str, address: str) -> None:
        """Count what leads away, the browser's own apart."""
        host = host_of(address)
        if host in BROWSERS_OWN:
            self.own[f"{host}: {BROWSERS_OWN[host]}"] += 1
        elif beyond(host):
            self.away[f"{what} {address[:150]}"] += 1


def read_log(file: Path) -> Log:
    """Requests, names looked up and sockets joined. A joined socket is the browser's own only where nothing was sent on it."""
    found, probes, sent = Log(), dict[int, str](), set[int]()
    for kind, source, values in _events(file):
        if kind == "URL_REQUEST_START_JOB" and "url" in values:
            if not values["url"].startswith(("data:", "blob:", "about:")):
                found.requests += 1
                _judge_request(found, values["url"])
        elif kind in ("HOST_RESOLVER_MANAGER_REQUEST", "HOST_RESOLVER_MANAGER_JOB") and values.get("host"):
            found.names += 1
            found.judge("name", values["host"])
        elif kind in ("TCP_CONNECT_ATTEMPT", "UDP_CONNECT") and "address" in values:
            found.joined += 1
            host = host_of(values["address"])
            probes |= {source: host} if host in BROWSERS_OWN else {}
            found.judge("socket", values["address"])
        elif kind == "UDP_BYTES_SENT":
            sent.add(source)
    found.away.update(f"sent to {host}" for source, host in probes.items() if source in sent)
    return found


def _judge_request(found: Log, url: str) -> None:
    if url.startswith(CLOSED_PORT):
        found.own[f"{CLOSED_PORT}: the browser's own updates and accounts, sent to a closed port here"] += 1
    else:
        found.judge("request", url)


def _events(file: Path) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """Kind, source and parameters, an event a line; the log of a browser that was ended lacks its end."""
    with file.open(encoding="utf-8") as lines:
        names = json.loads(next(lines).rstrip().removesuffix(",") + "}")["constants"]["logEventTypes"]
        kinds = {number: name for name, number in names.items()}
        for line in lines:
            if '"source":{' in line and '"params":' in line:
                event = json.loads(line.rstrip().removesuffix(",").removesuffix("]"))
                yield kinds[event["type"]], event["source"]["id"], event["params"]
