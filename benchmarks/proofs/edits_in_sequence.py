"""Two hundred random sequences of edits, undo, reload, second window, outside edits: `python -m benchmarks.proofs.edits_in_sequence`."""

from __future__ import annotations

import argparse
import time

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.app.sequences import Sequences


def main() -> None:
    """Runs the sequences; an edit that is lost, or a window that shows something else than the files, ends it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sequences", type=int, default=200)
    parser.add_argument("--steps", type=int, default=12)
    wanted = parser.parse_args()
    began = time.monotonic()
    run_state_machine_as_test(
        Sequences,
        settings=settings(
            max_examples=wanted.sequences,
            stateful_step_count=wanted.steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    seconds = time.monotonic() - began
    print(f"{wanted.sequences} sequences of up to {wanted.steps} steps: no edit lost, {seconds:.0f} s")


if __name__ == "__main__":
    main()
