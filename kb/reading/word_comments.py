"""A copy of a Word file with remarks as Word's own comments; the words of the file stay as they are."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

from lxml import etree

from kb.model.comment import Comment
from kb.reading.word_package import Package, attribute, local
from kb.reading.word_places import Located, Places, places, runs_between

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_DOCUMENT, _RELATED, _CONTENT_TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
AUTHOR, INITIALS = "Kajian", "K"


def commented(file: str, data: bytes, comments: Sequence[Comment]) -> bytes:
    """The file with its comments and ours, at the words they speak of; InputError where the file cannot be read."""
    package = Package(file, data)
    found = places(file, package)
    relations = package.xml(_RELATED)
    if relations is None:
        relations = etree.fromstring(f'<Relationships xmlns="{_RELATIONS}"/>'.encode())
    part, name = _comments_part(package, relations)
    number = 1 + max((int(attribute(each, "id") or 0) for each in part), default=-1)
    for comment in comments:
        if _anchor(found, comment, str(number)):
            part.append(_comment(comment.words, str(number)))
            number += 1
    types = package.xml(_CONTENT_TYPES)
    _declare(types, f"/{name}")
    changed = {_DOCUMENT: found.root, name: part, _RELATED: relations, _CONTENT_TYPES: types}
    return _packed(data, {each: _bytes(root) for each, root in changed.items()})


def _comments_part(package: Package, relations: Any) -> tuple[Any, str]:
    """The part that holds the comments, and its name; made and related where the file has none."""
    for relation in relations:
        if attribute(relation, "Type") == _KIND:
            target = attribute(relation, "Target") or ""
            name = target.removeprefix("/") if target.startswith("/") else f"word/{target}"
            part = package.xml(name)
            if part is not None:
                return part, name
            relations.remove(relation)
    used = {attribute(relation, "Id") for relation in relations}
    identifier = next(name for name in (f"rIdKajian{number}" for number in range(1, 9999)) if name not in used)
    name = next(
        f"word/comments{n}.xml" for n in ("", *range(2, 99)) if package.bytes_of(f"word/comments{n}.xml") is None
    )
    etree.SubElement(
        relations,
        f"{{{_RELATIONS}}}Relationship",
        {"Id": identifier, "Type": _KIND, "Target": name.removeprefix("word/")},
    )
    return etree.Element(f"{{{_W}}}comments", nsmap={"w": _W}), name


def _declare(types: Any, name: str) -> None:
    if not any(attribute(each, "PartName") == name for each in types):
        etree.SubElement(types, f"{{{_TYPES}}}Override", {"PartName": name, "ContentType": _CONTENT})


def _anchor(found: Places, comment: Comment, number: str) -> bool:
    """Put the comment's marks around its words; around the whole paragraph where these cannot be reached."""
    if comment.footnote in found.notes:
        run = found.notes[comment.footnote]
        _surround(run, run, number)
        return True
    line = comment.line if comment.line in found.paragraphs else min(found.paragraphs, default=None)
    if line is None:
        return False
    paragraph = found.paragraphs[line]
    start = comment.column - 1
    runs = runs_between(paragraph, start, start + comment.length) if comment.line == line and comment.length else []
    if not runs or _boxed(paragraph.element):
        return _whole(paragraph, number)
    _surround(runs[0], runs[-1], number)
    return True


def _boxed(element: Any) -> bool:
    """Whether a paragraph stands in a text box, where Word has no comments."""
    return any(local(each) == "txbxContent" for each in element.iterancestors())


def _whole(paragraph: Located, number: str) -> bool:
    """The paragraph itself, or the one that carries the text box."""
    element = paragraph.element
    for each in element.iterancestors():
        if local(each) == "txbxContent":
            element = next(up for up in each.iterancestors() if local(up) == "p")
    first = 1 if len(element) and local(element[0]) == "pPr" else 0
    element.insert(first, _mark("commentRangeStart", number))
    element.append(_mark("commentRangeEnd", number))
    element.append(_reference(number))
    return True


def _surround(first: Any, last: Any, number: str) -> None:
    first.addprevious(_mark("commentRangeStart", number))
    end = _mark("commentRangeEnd", number)
    last.addnext(end)
    end.addnext(_reference(number))


def _mark(name: str, number: str) -> Any:
    return etree.Element(f"{{{_W}}}{name}", {f"{{{_W}}}id": number}, nsmap={"w": _W})


def _reference(number: str) -> Any:
    run = etree.Element(f"{{{_W}}}r", nsmap={"w": _W})
    etree.SubElement(run, f"{{{_W}}}commentReference", {f"{{{_W}}}id": number})
    return run


def _comment(words: tuple[str, ...], number: str) -> Any:
    given = {f"{{{_W}}}id": number, f"{{{_W}}}author": AUTHOR, f"{{{_W}}}initials": INITIALS}
    comment = etree.Element(f"{{{_W}}}comment", given, nsmap={"w": _W})
    for line in words:
        run = etree.SubElement(etree.SubElement(comment, f"{{{_W}}}p"), f"{{{_W}}}r")
        text = etree.SubElement(run, f"{{{_W}}}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
        text.text = line
    return comment


def _bytes(root: Any) -> bytes:
    return bytes(etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True))


def _packed(data: bytes, changed: dict[str, bytes]) -> bytes:
    """The same package with some parts changed or added; all others as they are."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info, changed.pop(info.filename, b"") or old.read(info.filename), zipfile.ZIP_DEFLATED)
        for name, body in changed.items():
            new.writestr(zipfile.ZipInfo(name), body, zipfile.ZIP_DEFLATED)
    return out.getvalue()
