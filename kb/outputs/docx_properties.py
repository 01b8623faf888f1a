"""Custom properties of a Word file: what a program writes into it and no reader sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.outputs.docx_text import attribute

_PART = "docProps/custom.xml"
_TYPES, _LINKS = "[Content_Types].xml", "_rels/.rels"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_OVERRIDE = (
    f'<Override PartName="/{_PART}" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>'
)
_LINK = f'<Relationship Id="rIdKajian" Type="{_OFFICE}/relationships/custom-properties" Target="{_PART}"/>'


def with_properties(
    parts: Sequence[tuple[str, bytes]], properties: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, bytes]]:
    """The file's parts with one for the properties, announced and linked; the parts alone where there are none."""
    for name, content in parts:
        if properties and name == _TYPES:
            content = content.replace(b"</Types>", f"{_OVERRIDE}</Types>".encode())
        elif properties and name == _LINKS:
            content = content.replace(b"</Relationships>", f"{_LINK}</Relationships>".encode())
        yield name, content
    if properties:
        yield _PART, _xml(properties).encode()


def _xml(properties: Sequence[tuple[str, str]]) -> str:
    said = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{attribute(name)}">'
        f"<vt:lpwstr>{attribute(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(properties, 2)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">{said}</Properties>'
    )
