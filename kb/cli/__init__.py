"""The command line: each verb is one module, loaded only when it is called."""

from __future__ import annotations

import gc
import sys


def run() -> None:
    """Entry point: exit 0 done, 1 done with findings, 2 could not run; one line on standard error, no traceback."""
    # A call lives for a moment and makes many small lasting objects: collecting among them only costs time.
    gc.set_threshold(100_000)
    from kb.cli.main import main

    code = main(sys.argv[1:])
    # What lives now dies with the process: without this the collector walks through all of it once more on the way out.
    gc.freeze()
    sys.exit(code)
