"""Whether an address is this machine itself, and whom the sockets of a process tree speak to."""

from __future__ import annotations

import ipaddress
import os
import struct
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

PAUSE = 0.2
_TABLES = {"tcp": 4, "udp": 4, "tcp6": 16, "udp6": 16}


def beyond(host: str) -> bool:
    """Whether a host, by name or by number, is another machine than this one."""
    bare = host.strip("[]").partition("%")[0]
    if not bare or bare == "localhost":
        return False
    try:
        number = ipaddress.ip_address(bare)
    except ValueError:
        return True
    if isinstance(number, ipaddress.IPv6Address) and number.ipv4_mapped:
        number = number.ipv4_mapped
    return not (number.is_loopback or number.is_unspecified)


def host_of(address: str) -> str:
    """The host of an address as programs write it: with a scheme or without, with a port or without."""
    return urlsplit(address if "://" in address else f"//{address}").hostname or ""


class Sockets(threading.Thread):
    """Looks five times a second at this machine's open sockets: those of our process tree that lead to another machine.

    Whatever language a program is written in, its sockets are in the system's own table. What opens and closes within
    the pause is missed.
    """

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.looks, self.found, self._end = 0, Counter[str](), threading.Event()

    def run(self) -> None:
        known = {"0"}  # what nobody holds any more has no number
        while not self._end.wait(PAUSE):
            self.looks += 1
            for inode, remote in _leading_away():
                if inode not in known and (owner := _owner(inode)):
                    self.found[f"{owner} {remote}"] += 1
                known.add(inode)

    def stop(self) -> None:
        """The last look has been taken when this returns."""
        self._end.set()
        self.join()


def _leading_away() -> Iterator[tuple[str, str]]:
    """Inode and remote address of each socket that is joined to another machine."""
    for table, size in _TABLES.items():
        with suppress(OSError):  # no such table: not this system, or no IPv6
            for line in Path("/proc/net", table).read_text().splitlines()[1:]:
                fields = line.split()
                host, port = fields[2].split(":")
                remote = _number(host, size)
                if int(port, 16) and beyond(remote):
                    yield fields[9], f"{table} {remote}:{int(port, 16)}"


def _number(written: str, size: int) -> str:
    """The kernel writes addresses as words in this machine's byte order."""
    words = struct.unpack(f">{size // 4}I", bytes.fromhex(written))
    return str(ipaddress.ip_address(struct.pack(f"={size // 4}I", *words)))


def _owner(inode: str) -> str:
    """The program of our tree that holds this socket; empty where it is somebody else's."""
    for process in [entry for entry in os.listdir("/proc") if entry.isdigit()]:
        with suppress(OSError):
            if any(_is_socket(entry, inode) for entry in Path("/proc", process, "fd").iterdir()) and _ours(process):
                return Path("/proc", process, "comm").read_text().strip()
    return ""


def _is_socket(entry: Path, inode: str) -> bool:
    with suppress(OSError):
        return os.readlink(entry) == f"socket:[{inode}]"
    return False


def _ours(process: str) -> bool:
    """Whether it comes from this process: the server, the browser, and all that they start."""
    while process not in ("0", "1"):
        if process == str(os.getpid()):
            return True
        stat = Path("/proc", process, "stat").read_text()
        process = stat.rpartition(")")[2].split()[1]
    return False
