"""The architecture table of docs/architecture.md, held against the imports of the code."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BASE = {"errors", "findings", "vocabulary", "locale", "patterns"}
DOMAIN = {"model", "queries", "review", "citing", "reading", "audit", "editing"}
MAY_IMPORT: dict[str, set[str]] = {
    **{room: BASE for room in BASE},
    "store": BASE | {"store"},
    **{room: BASE | {"store"} | DOMAIN for room in DOMAIN},
    "model": BASE | {"model"},
    "outputs": BASE | {"model", "outputs"},
    "cli": BASE | {"store", "outputs", "cli"} | DOMAIN,
}
"""Room of `kb` -> rooms it may import."""

EXCEPTIONS = {
    # The loader of campus forms returns the plain dataclass; the files belong to the store.
    ("kb/store/profiles.py", "model"),
}

ONE_HOME: dict[str, set[str]] = {
    "streamlit": {"app"},
    "bibtexparser": {"kb/store"},
    "pyvis": {"kb/outputs"},
    "docx": {"kb/outputs"},
    "xlsxwriter": {"kb/outputs"},
    "filelock": {"kb/store"},
    "click": {"kb/cli"},
    "pyshacl": {"kb/store"},
}
"""Foreign library -> the rooms that may know it."""

GRAPH = {"rdflib", "pyoxigraph", "oxrdflib"}
"""Terms of the graph are seen in the store and in `kb/queries` alone."""


def modules(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def imports(path: Path) -> list[tuple[int, str]]:
    """Line and full name of each import of a module, those inside functions too."""
    found: list[tuple[int, str]] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            found += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
    return found


def room_of(path: Path) -> str:
    parts = path.relative_to(ROOT / "kb").parts
    return parts[0].removesuffix(".py")


def test_imports_point_down() -> None:
    wrong = []
    for path in modules("kb"):
        room = room_of(path)
        for line, name in imports(path):
            parts = name.split(".")
            if parts[0] == "app":
                wrong.append(f"{path.relative_to(ROOT)}:{line} imports {name}")
            if parts[0] != "kb" or room.startswith("__") or len(parts) < 2 or parts[1] == "__version__":
                continue
            allowed = (path.relative_to(ROOT).as_posix(), parts[1]) in EXCEPTIONS
            if parts[1] not in MAY_IMPORT[room] and parts[1] != room and not allowed:
                wrong.append(f"{path.relative_to(ROOT)}:{line} imports {name}")
    assert not wrong, "\n".join(wrong)


def test_every_room_is_in_the_table() -> None:
    rooms = {room_of(path) for path in modules("kb")} - {"__init__", "__main__"}
    assert rooms <= set(MAY_IMPORT), rooms - set(MAY_IMPORT)


@pytest.mark.parametrize("library", sorted(ONE_HOME))
def test_a_foreign_library_has_one_home(library: str) -> None:
    wrong = []
    for path in modules("kb", "app"):
        home = path.relative_to(ROOT).parts
        folder = home[0] if home[0] == "app" else "/".join(home[:2])
        for line, name in imports(path):
            if name.split(".")[0] == library and folder not in ONE_HOME[library]:
                wrong.append(f"{path.relative_to(ROOT)}:{line} imports {name}")
    assert not wrong, "\n".join(wrong)


def test_graph_terms_stay_below_the_dataclasses() -> None:
    wrong = []
    for path in modules("kb", "app"):
        parts = path.relative_to(ROOT).parts
        if parts[0] == "kb" and parts[1] in {"store", "queries"}:
            continue
        wrong += [f"{path}:{line} imports {name}" for line, name in imports(path) if name.split(".")[0] in GRAPH]
    assert not wrong, "\n".join(wrong)


def test_only_the_store_and_the_fronts_open_files() -> None:
    wrong = []
    for path in modules("kb"):
        if room_of(path) in {"store", "cli", "locale"}:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                if name in {"write_text", "write_bytes", "print"} or (
                    name == "open" and isinstance(node.func, ast.Name)
                ):
                    wrong.append(f"{path.relative_to(ROOT)}:{node.lineno} calls {name}")
    assert not wrong, "\n".join(wrong)


def test_no_name_of_the_example_in_the_code() -> None:
    names = ("murni", "daulay", "kumalasari", "balewangi", "anklam", "fatwadi", "fatwandi")
    wrong = []
    for path in modules("kb", "app"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                hit = [name for name in names if name in node.value.casefold()]
                if hit and "ontology/" not in node.value:
                    wrong.append(f"{path.relative_to(ROOT)}:{node.lineno} names {hit}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("module", "absent"),
    [
        ("kb", ["streamlit", "rdflib", "click", "pyoxigraph"]),
        ("kb.cli.main", ["streamlit", "rdflib", "pandas", "pyvis", "pyoxigraph", "rich"]),
        ("kb.store.project", ["streamlit", "rdflib", "pandas", "pyvis", "click", "docx"]),
        ("kb.review.table", ["streamlit", "rdflib", "pandas", "networkx", "click", "docx"]),
        ("kb.vocabulary", ["rdflib"]),
    ],
)
def test_light_modules_load_nothing_heavy(module: str, absent: list[str]) -> None:
    program = f"import sys, {module}; print(*[name for name in {absent!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.split() == []


def test_files_and_functions_stay_small() -> None:
    wrong = []
    for path in modules("kb", "app"):
        text = path.read_text(encoding="utf-8")
        longest = 60 if "views" in path.parts else 300
        if len(text.splitlines()) > longest:
            wrong.append(f"{path.relative_to(ROOT)}: {len(text.splitlines())} lines (at most {longest})")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno > 40:
                wrong.append(
                    f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: {(node.end_lineno or 0) - node.lineno} lines"
                )
    assert not wrong, "\n".join(wrong)


def test_questions_to_the_graph_rest_on_nothing_else() -> None:
    # `recall` is asked under a lock and outlives its library: an answer of `remember` inside it would be an old one
    others = [path.name for path in (ROOT / "kb" / "queries").glob("*.py") if ".remember(" in path.read_text("utf-8")]
    assert others == ["search.py"]


def test_no_two_test_modules_have_one_name() -> None:
    """Pytest imports test modules by their bare name: a second one of that name ends the collection."""
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))
