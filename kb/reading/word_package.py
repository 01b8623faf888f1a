"""The parts of a Word file, looked at before they are unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from kb.errors import InputError

MAX_UNPACKED = 50_000_000
MAX_PARTS = 2_000
MAX_RATIO = 100
_SMALL = 5_000_000
_OLE = b"\xd0\xcf\x11\xe0"
_MAX_BYTES = 20_000_000


class Package:
    """A .docx that passed the checks; `xml` gives a part as an lxml element."""

    def __init__(self, file: str, data: bytes) -> None:
        self.file = file
        if data.startswith(_OLE):
            raise InputError("draft-locked-or-old", file=file)
        if len(data) > _MAX_BYTES:
            raise InputError("draft-too-large", file=file, limit=_MAX_BYTES // 1_000_000)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._parts = {info.filename: info for info in self._zip.infolist()}
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError) as problem:
            raise InputError("draft-damaged", file=file) from problem
        self._check(len(data))

    def _check(self, packed: int) -> None:
        parts = self._parts.values()
        unpacked = sum(info.file_size for info in parts)
        if len(self._parts) > MAX_PARTS or unpacked > MAX_UNPACKED:
            raise InputError("draft-too-large-inside", file=self.file)
        if unpacked > _SMALL and unpacked > MAX_RATIO * max(packed, 1):
            raise InputError("draft-too-large-inside", file=self.file)
        if any(info.flag_bits & 1 for info in parts):
            raise InputError("draft-locked-or-old", file=self.file)
        if any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in self._parts):
            raise InputError("draft-with-macros", file=self.file)
        if "word/document.xml" not in self._parts:
            raise InputError("draft-damaged", file=self.file)

    def names(self, prefix: str) -> list[str]:
        """Names of the parts below a folder, in order."""
        return sorted(name for name in self._parts if name.startswith(prefix))

    def bytes_of(self, name: str) -> bytes | None:
        """A part as it is, or None where there is no such part."""
        return self._zip.read(name) if name in self._parts else None

    def xml(self, name: str) -> Any:
        """Root element of a part, or None where there is no such part."""
        if name not in self._parts:
            return None
        from lxml import etree

        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
        )
        try:
            data = self._zip.read(name)
            if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:65536]:
                raise InputError("draft-damaged", file=self.file)
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, OSError, ValueError) as problem:
            raise InputError("draft-damaged", file=self.file) from problem
        except (NotImplementedError, RuntimeError, EOFError) as problem:
            raise InputError("draft-locked-or-old", file=self.file) from problem


def local(element: Any) -> str:
    """Name of an element without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str | None:
    """Value of an attribute by its local name."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: Any, name: str) -> Any:
    """First child of that name, or None."""
    if element is None:
        return None
    return next((each for each in element if local(each) == name), None)


def value(element: Any, name: str) -> str | None:
    """`val` of the first child of that name."""
    found = child(element, name)
    return None if found is None else attribute(found, "val")


def switched_on(properties: Any, name: str) -> bool:
    """Whether a toggle like bold is on."""
    found = child(properties, name)
    return found is not None and attribute(found, "val") not in ("0", "false", "off", "none")
