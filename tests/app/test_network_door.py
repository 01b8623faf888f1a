"""The network door: twelve probes on the server as it is started, a settings file that tries to weaken it, a class."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.store.new_project import new_project
from tests.app.probes import PROBES, ask, failures, listening, opens
from tests.app.serving import ROOT, free_port, served

WEAK = """
[server]
address = "0.0.0.0"
enableXsrfProtection = false
enableCORS = false
enableStaticServing = true
maxUploadSize = 5000
[browser]
gatherUsageStats = true
serverAddress = "evil.test"
[client]
showErrorDetails = "full"
[global]
developmentMode = true
"""
PASSWORD = "sandi kelas 7"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in whose folder somebody put Streamlit settings that would open every door."""
    folder = new_project(tmp_path_factory.mktemp("jaringan") / "proyek")
    (folder / ".streamlit").mkdir()
    (folder / ".streamlit" / "config.toml").write_text(WEAK)
    return folder


@pytest.fixture(scope="module")
def address(project: Path) -> Iterator[str]:
    weak = {"STREAMLIT_SERVER_ADDRESS": "0.0.0.0", "STREAMLIT_SERVER_ENABLE_XSRF_PROTECTION": "false", "STREAMLIT_SERVER_ENABLE_CORS": "false"}  # fmt: skip
    with served(project, environment=weak) as found:
        yield found


@pytest.mark.parametrize("name", PROBES)
def test_the_door_holds_although_settings_beside_it_would_open_it(address: str, name: str) -> None:
    assert PROBES[name](address)


def test_the_probes_catch_streamlit_as_it_comes(tmp_path: Path) -> None:
    script = tmp_path / "halaman.py"
    script.write_text("import streamlit as st\nst.title('x')\n")
    bare = (sys.executable, "-m", "streamlit", "run", str(script), "--server.headless", "true", "--server.port")
    port = free_port()
    # without an address Streamlit asks an outside service for its own; a test must not
    server = subprocess.Popen(
        [*bare, str(port), "--server.address", "127.0.0.1", "--browser.gatherUsageStats", "false"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    try:
        from tests.app.serving import wait

        wait(f"http://127.0.0.1:{port}", server)
        assert len(failures(f"http://127.0.0.1:{port}")) >= 6
    finally:
        server.terminate()
        server.wait(timeout=20)


def test_options_are_ours_and_not_those_of_a_file(project: Path) -> None:
    """The values that the running program has, told by itself."""
    program = (
        "from app.server import OPTIONS\nfrom streamlit.web import bootstrap\nfrom streamlit import config\n"
        "bootstrap.load_config_options(OPTIONS)\n"
        "print([config.get_option(n.replace('_', '.')) == v for n, v in OPTIONS.items()])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=project, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )  # fmt: skip
    assert "False" not in done.stdout and "True" in done.stdout, done.stdout + done.stderr


@pytest.fixture(scope="module")
def class_address(project: Path) -> Iterator[str]:
    with served(project, "--host", "127.0.0.2", environment={"KAJIAN_PASSWORD": PASSWORD}, host="127.0.0.2") as found:
        yield found


def enter(address: str, password: str) -> str | None:
    """The cookie that a password brings."""
    own = address.removesuffix("/")
    answer = ask(address, "/_masuk", "POST", f"sandi={password.replace(' ', '+')}".encode(), Origin=own)
    return answer.headers.get("set-cookie", "").partition(";")[0] if answer.status == 303 else None


def test_a_class_is_let_in_by_password_alone(class_address: str) -> None:
    first = ask(class_address)
    assert first.status == 401 and b"sandi" in first.body and b"stApp" not in first.body
    assert first.headers["x-frame-options"] == "SAMEORIGIN"
    for path in ("/_stcore/health", "/_stcore/host-config", "/static/js/index.js", "/media/x"):
        assert ask(class_address, path).status == 401, path
    assert not opens(class_address, Origin=class_address)
    assert not opens(class_address, Origin=class_address, Cookie="kajian-masuk=")
    cookie = enter(class_address, PASSWORD)
    assert cookie and ask(class_address, Cookie=cookie).status == 200
    assert opens(class_address, Origin=class_address, Cookie=cookie)
    assert not opens(class_address, Origin="http://evil.test", Cookie=cookie)
    assert ask(class_address, Host="evil.test", Cookie=cookie).status == 403
    assert listening(int(class_address.rpartition(":")[2])) == [f"0200007F:{int(class_address.rpartition(':')[2]):04X}"]


def test_wrong_passwords_are_refused_and_then_all_for_a_while(class_address: str) -> None:
    for word in ("", "salah", PASSWORD + "x", PASSWORD.upper(), "\x00", "ä" * 5000):
        assert enter(class_address, word) is None
    for _ in range(10):
        enter(class_address, "salah")
    assert (
        ask(
            class_address, "/_masuk", "POST", b"sandi=" + PASSWORD.replace(" ", "+").encode(), Origin=class_address
        ).status
        == 429
    )


def run(project: Path, *words: str, password: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "KAJIAN_PASSWORD": password}
    command = [sys.executable, "-m", "kb", "-C", str(project), "app", "--no-browser", *words]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=60
    )


@pytest.mark.parametrize(
    ("words", "password", "code"),
    [
        (("--host", "127.0.0.2"), "", "password"),
        (("--host", "127.0.0.2"), "pendek", "password"),
        (("--host", "0.0.0.0"), PASSWORD, "0.0.0.0"),
        (("--host", "::"), PASSWORD, "IPv4"),
        (("--host", "kelas.test"), PASSWORD, "IPv4"),
        (("--host", "203.0.113.7"), PASSWORD, "203.0.113.7"),
    ],
)
def test_no_door_opens_without_password_or_to_everybody(
    project: Path, words: tuple[str, ...], password: str, code: str
) -> None:
    began = time.monotonic()
    done = run(project, *words, password=password)
    assert done.returncode == 2 and time.monotonic() - began < 60
    line = done.stderr.strip().splitlines()[-1]
    assert line.startswith("kajian: ") and (code in line or "sandi" in line)
