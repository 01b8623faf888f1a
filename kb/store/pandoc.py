"""Citeproc through pandoc, bounded: the only file that knows where pandoc is.

Runs as a process of its own with `--sandbox`, so that no style and no title makes it read a file or ask the network,
with a clock and a ceiling for its memory. Nothing of the person's own pandoc settings is used.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from kb.errors import InputError, KajianError

SECONDS = 20.0
MEGABYTES = 1024
_OUT_OF_MEMORY = 251
"""What programs of pandoc's kind leave with when the memory they were given is used up."""


def citeproc(document: bytes, style: bytes, references: bytes, what: str, seconds: float = SECONDS) -> bytes:
    """A pandoc document (JSON) with its citations and its list worked out by a CSL style from CSL-JSON.

    `what` names the style in errors: InputError `style-broken` where citeproc cannot use it, `style-stopped` where it
    went beyond its bounds; KajianError `pandoc-unavailable` where there is no pandoc.
    """
    with tempfile.TemporaryDirectory(prefix="kajian-") as folder:
        here = Path(folder)
        (here / "style.csl").write_bytes(style)
        (here / "references.json").write_bytes(references)
        done = _run(_command(here), document, here, what, seconds)
    if done.returncode == 0:
        return done.stdout
    if done.returncode == _OUT_OF_MEMORY or b"heap overflow" in done.stderr:
        raise InputError("style-stopped", where=what, limit=f"{MEGABYTES} MB")
    raise InputError("style-broken", where=what, why=_reason(done.stderr))


def _command(here: Path) -> list[str]:
    return [
        _pandoc(), "+RTS", f"-M{MEGABYTES}M", "-RTS", "--sandbox", "--data-dir", str(here), "--from", "json", "--to", "json",
        "--citeproc", "--csl", str(here / "style.csl"), "--bibliography", str(here / "references.json"),
    ]  # fmt: skip


def _run(
    command: list[str], document: bytes, here: Path, what: str, seconds: float
) -> subprocess.CompletedProcess[bytes]:
    needed = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "PATH") if name in os.environ}
    environment = {**needed, "LANG": "C.UTF-8", "HOME": str(here)}
    try:
        return subprocess.run(
            command, input=document, capture_output=True, timeout=seconds, check=False, cwd=here, env=environment
        )
    except subprocess.TimeoutExpired as late:
        raise InputError("style-stopped", where=what, limit=f"{seconds:g} s") from late
    except OSError as broken:
        raise KajianError("pandoc-unavailable", why=broken) from broken


def _pandoc() -> str:
    """Where pandoc is; looked for only when a list is made, for the search costs more than the list is worth."""
    try:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError) as missing:
        raise KajianError("pandoc-unavailable", why=" ".join(str(missing).split())[:80]) from missing


def _reason(said: bytes) -> str:
    """What pandoc said, as one line without its own file names."""
    text = " ".join(said.decode("utf-8", "replace").split())
    return text.replace("CiteprocParseError", "").strip(" :\"'")[:160] or "pandoc"
