"""What tells this machine from another in `benchmarks/proofs/half_hour.py`; the proof itself plants real requests first."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.half_hour.addresses import beyond, host_of
from benchmarks.half_hour.browser_side import CLOSED_PORT, read_log
from benchmarks.half_hour.server_side import ServerSide

HERE = ["127.0.0.1", "127.8.8.8", "::1", "[::1]", "::ffff:127.0.0.1", "localhost", "0.0.0.0", "::", ""]
AWAY = ["203.0.113.1", "::ffff:203.0.113.1", "2001:db8::1", "fe80::1%eth0", "10.0.0.1", "192.168.1.1", "kampus.ac.id",
        "localhost.kampus.ac.id", "127.0.0.1.kampus.ac.id"]  # fmt: skip


def test_only_this_machine_is_this_machine() -> None:
    assert [host for host in HERE if beyond(host)] == []
    assert [host for host in AWAY if not beyond(host)] == []


@pytest.mark.parametrize(
    ("written", "host"),
    [("http://kampus.ac.id:80/x", "kampus.ac.id"), ("203.0.113.1:53", "203.0.113.1"), ("[2001:db8::1]:443", "2001:db8::1"),
     ("ws://127.0.0.1:8501", "127.0.0.1"), ("kampus.ac.id", "kampus.ac.id")],
)  # fmt: skip
def test_hosts_are_found_however_they_are_written(written: str, host: str) -> None:
    assert host_of(written) == host


def test_a_child_of_a_watched_program_is_heard_even_without_descriptors(tmp_path: Path) -> None:
    side = ServerSide(tmp_path, Path.cwd())
    # joining a datagram socket sends nothing
    child = (
        "import socket, resource; far = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); "
        "resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0)); far.connect(('203.0.113.1', 9))"
    )
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    with socket.create_server(("127.0.0.1", 0)) as here:
        parent += f"; import socket; socket.create_connection({here.getsockname()!r})"
        subprocess.run([sys.executable, "-c", parent], env={**os.environ, **side.environment()}, check=True)
    events, processes, away = side.python()
    assert processes == 2
    assert dict(away) == {"socket.connect 203.0.113.1": 1}
    assert events["socket.connect"] == 2


def test_calls_of_the_kernel_are_read_with_their_addresses(tmp_path: Path) -> None:
    (tmp_path / "calls.txt").write_text(
        '7 execve("/usr/bin/pandoc", [...], 0x7 /* 3 vars */) = 0\n'
        '7 execve("/usr/local/bin/pandoc", [...], 0x7 /* 3 vars */) = -1 ENOENT (No such file or directory)\n'
        '7 connect(4, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110) = -1 ENOENT\n'
        '7 connect(4, {sa_family=AF_INET, sin_port=htons(9), sin_addr=inet_addr("127.0.0.1")}, 16 <unfinished ...>\n'
        '7 sendto(3, ""..., 5, 0, {sa_family=AF_INET, sin_port=htons(99), sin_addr=inet_addr("203.0.113.3")}, 16) = 5\n'
        '8 connect(4, {sa_family=AF_INET6, sin6_port=htons(9), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::1", '
        "&sin6_addr), sin6_scope_id=0}, 28) = 0\n"
        '7 sendto(5, ""..., 99, 0, NULL, 0) = 99\n'
    )
    calls, programs, away = ServerSide(tmp_path, tmp_path).kernel()
    assert dict(calls) == {"connect": 2, "sendto": 1}
    assert dict(programs) == {"pandoc": 1}
    assert dict(away) == {"sendto 203.0.113.3": 1, "connect 2001:db8::1": 1}


def test_the_browser_s_own_is_told_apart_and_only_where_nothing_was_sent(tmp_path: Path) -> None:
    kinds = {"URL_REQUEST_START_JOB": 1, "UDP_CONNECT": 2, "UDP_BYTES_SENT": 3, "HOST_RESOLVER_MANAGER_REQUEST": 4}
    events = [
        (1, 1, {"url": "http://127.0.0.1:8501/"}), (1, 2, {"url": "https://kampus.ac.id/huruf.css"}),
        (1, 3, {"url": f"{CLOSED_PORT}/ListAccounts"}), (1, 4, {"url": "data:text/plain,x"}),
        (2, 5, {"address": "[2001:4860:4860::8888]:443"}), (2, 6, {"address": "[2001:4860:4860::8888]:443"}),
        (3, 6, {"byte_count": 40}), (4, 7, {"host": "http://kampus.ac.id"}),
    ]  # fmt: skip
    lines = [json.dumps({"constants": {"logEventTypes": kinds}})[:-1] + ",", '"events": [']
    for kind, source, values in events:
        event = {"params": values, "phase": 1, "source": {"id": source, "type": 1}, "time": "1", "type": kind}
        lines.append(json.dumps(event, separators=(",", ":")) + ",")
    (tmp_path / "net.json").write_text("\n".join(lines))
    log = read_log(tmp_path / "net.json")
    assert (log.requests, log.names, log.joined) == (3, 1, 2)
    assert set(log.away) == {
        "request https://kampus.ac.id/huruf.css",
        "name http://kampus.ac.id",
        "sent to 2001:4860:4860::8888",
    }
    assert sorted(log.own.values()) == [1, 2]
