"""The command line: each verb is one module, loaded only when it is called."""

from __future__ import annotations

import sys


def run() -> None:
    """Entry point: exit 0 done, 1 done with findings, 2 could not run; one line on standard error, no traceback."""
    from kb.cli.main import main

    sys.exit(main(sys.argv[1:]))
