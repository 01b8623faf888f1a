"""The network door of the checkout and of the wheel: the same probes on both servers, and where nothing stands guard.

python -m benchmarks.proofs.doors
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from kb.store.new_project import new_project
from tests.app.probes import PROBES, failures
from tests.app.serving import ROOT, served


def wheel(home: Path) -> Path:
    """The wheel, built and unpacked by pip into a folder of its own; what it needs is where the checkout's is."""
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(home), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (built,) = home.glob("*.whl")
    target = home / "terpasang"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target), str(built)],
        check=True,
    )
    return target


def main() -> int:
    failed = {}
    with tempfile.TemporaryDirectory(prefix="kajian-doors-") as folder:
        home = Path(folder)
        project = new_project(home / "proyek")
        for name, code in (("checkout", ROOT), ("wheel", wheel(home))):
            with served(project, environment={"PYTHONPATH": str(code)}) as address:
                failed[name] = failures(address)
    print(json.dumps({"probes": len(PROBES), "failed": failed}))
    return int(any(failed.values()))


if __name__ == "__main__":
    sys.exit(main())
