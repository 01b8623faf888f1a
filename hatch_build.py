"""Build hook: compiles the word catalogues, and for wheels carries app, ontology and the example inside `kb`.

A static force-include would also copy stale files into editable installs, so it is done here and for wheels only
(docs/decisions/0003-wheel.md).
"""

from __future__ import annotations

import compileall
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CARRIED = ("app", "ontology", "references.bib", "kajian.toml")


def compile_words(root: Path) -> None:
    """Write each catalogue's `.mo` beside its `.po` where it is missing or older."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source in sorted(root.glob("kb/locale/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as po:
            catalogue = read_po(po, abort_invalid=True)
        with target.open("wb") as mo:
            write_mo(mo, catalogue)


class KajianBuild(BuildHookInterface):  # type: ignore[type-arg]
    """Hatch calls `initialize` before it gathers files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        compile_words(root)
        if version == "editable":
            # Where Python may not write bytecode by itself, every call would compile all modules anew.
            compileall.compile_dir(root / "kb", quiet=2)
            return
        for name in CARRIED:
            build_data["force_include"][str(root / name)] = f"kb/bundle/{name}"


if __name__ == "__main__":
    compile_words(Path(__file__).parent)
