"""`python -m kb` is `kajian`."""

from kb.cli import run

run()
