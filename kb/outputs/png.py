"""A map as a PNG picture: 3,000 px wide, white, and set to print as wide as the text of an A4 page."""

from __future__ import annotations

import struct
import zlib

from kb.errors import InputError
from kb.model.concept_map import PlacedMap
from kb.outputs import svg

WIDTH = 3000
_POINTS_PER_INCH, _MM_PER_INCH = 72, 25.4


def render(placed: PlacedMap, language: str = "id") -> bytes:
    """The picture of `svg.render`."""
    return drawn(svg.render(placed, language))


def drawn(picture: bytes) -> bytes:
    """An SVG as a PNG, drawn by typst with the machine's Arial-like face or, without one, typst's own.

    InputError where typst is not installed.
    """
    try:
        import typst
    except ImportError as missing:
        raise InputError("png-unavailable") from missing
    width = svg.TEXT_WIDTH_MM / _MM_PER_INCH * _POINTS_PER_INCH
    source = b"#set page(width: auto, height: auto, margin: 0pt, fill: white)\n" + (
        f'#image(bytes(sys.inputs.picture), format: "svg", width: {width}pt)'.encode()
    )
    resolution = WIDTH / (svg.TEXT_WIDTH_MM / _MM_PER_INCH)
    made = typst.compile(source, format="png", ppi=resolution, sys_inputs={"picture": picture.decode()})
    assert isinstance(made, bytes)
    return _with_size(made)


def _with_size(png: bytes) -> bytes:
    """The PNG with its size in print, so that Word puts it in at the width of the text."""
    per_metre = round(WIDTH / (svg.TEXT_WIDTH_MM / 1000))
    body = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    chunk = struct.pack(">I", 9) + body + struct.pack(">I", zlib.crc32(body))
    end_of_header = 8 + 25
    return png[:end_of_header] + chunk + png[end_of_header:]
