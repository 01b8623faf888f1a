"""A few random sequences of edits; `benchmarks/proofs/edits_in_sequence.py` runs two hundred."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

from tests.app.sequences import Sequences

SequencesTest = Sequences.TestCase
SequencesTest.settings = settings(
    max_examples=6, stateful_step_count=8, deadline=None, suppress_health_check=list(HealthCheck)
)
