"""What a watched server and all that it starts ask of the network: told by Python, by the kernel, by the table of sockets."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.half_hour.addresses import Sockets, beyond, host_of

AUDITED = Path(__file__).parent / "audited"
_CALLS = "connect,sendto,sendmsg,sendmmsg,execve"
_CALL = re.compile(r"^(\d+) (connect|sendto|sendmsg|sendmmsg)\(.*?(?:inet_addr\(\"|inet_pton\(AF_INET6, \")([^\"]+)\"")
_PROGRAM = re.compile(r"^\d+ execve\(\"([^\"]+)\".* = 0$")


@dataclass
class ServerSide:
    """Three watchers of one server; `folder` is for their notes, `code` is where `kb` and `app` are taken from."""

    folder: Path
    code: Path
    sockets: Sockets = field(default_factory=Sockets)

    def environment(self) -> dict[str, str]:
        """What the server is started with: Python's own ear first on the path, and a home of its own."""
        return {
            "PYTHONPATH": f"{AUDITED}:{self.code}",
            "KAJIAN_WATCHED": str(self.folder / "audit.txt"),
            "XDG_STATE_HOME": str(self.folder / "state"),
        }

    def before(self) -> list[str]:
        """The kernel's ear, put before the command; nothing where there is no strace."""
        if not has_strace():
            return []
        # -D: the server is our own child, not strace's, so that it can be ended as a person ends it
        return ["strace", "-D", "-f", "-q", "--seccomp-bpf", "-e", f"trace={_CALLS}", "-e", "signal=none", "-s", "0",
                "-o", str(self.folder / "calls.txt")]  # fmt: skip

    def failures(self) -> list[str]:
        """Lines of the program's own log of unforeseen failures."""
        log = self.folder / "state" / "kajian" / "galat.log"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []

    def python(self) -> tuple[Counter[str], int, Counter[str]]:
        """Events by name, Python processes seen, and what was asked beyond this machine."""
        events, away, processes = Counter[str](), Counter[str](), set()
        for line in _lines(self.folder / "audit.txt"):
            process, event, address = line.split("\t", 2)
            processes.add(process)
            if event != "start":
                events[event] += 1
                host = _audited_host(address)
                away.update([f"{event} {host}"] if beyond(host) else [])
        return events, len(processes), away

    def kernel(self) -> tuple[Counter[str], Counter[str], Counter[str]]:
        """Calls with an internet address by name, programs started, and calls beyond this machine."""
        self._settled()
        calls, programs, away = Counter[str](), Counter[str](), Counter[str]()
        for line in _lines(self.folder / "calls.txt"):
            if called := _CALL.match(line):
                calls[called[2]] += 1
                away.update([f"{called[2]} {called[3]}"] if beyond(called[3]) else [])
            elif started := _PROGRAM.match(line):
                programs[Path(started[1]).name] += 1
        return calls, programs, away

    def _settled(self) -> None:
        """Wait until strace has written its last line."""
        before = -1
        while (file := self.folder / "calls.txt").exists() and file.stat().st_size != before:
            before = file.stat().st_size
            time.sleep(1)


def has_strace() -> bool:
    """Whether strace is here and may look."""
    return bool(shutil.which("strace")) and not subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"]).returncode


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8", errors="replace").splitlines() if file.exists() else []


def _audited_host(written: str) -> str:
    """The host in an audited argument: a pair, a name, or an address with a scheme; empty for a socket of this system."""
    try:
        found = ast.literal_eval(written)
    except (ValueError, SyntaxError):  # not plain data: told as it is
        return written
    if isinstance(found, tuple):
        return found[0] if isinstance(found[0], str) else ""
    if not isinstance(found, str) or found.startswith("/"):
        return ""
    return host_of(found) if "://" in found else found
