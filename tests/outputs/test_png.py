"""The picture for Word: wide enough for print, white, and set to the width of the text."""

from __future__ import annotations

import struct
import zlib

import pytest

from kb.outputs import png
from kb.review.layout import place
from tests.review import sample_map


def chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    found, at = [], 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack(">I", data[at + 8 + length : at + 12 + length])
        assert checksum == zlib.crc32(name + body), name
        found.append((name, body))
        at += 12 + length
    return found


@pytest.fixture(scope="module")
def picture() -> bytes:
    return png.render(place(sample_map.overview()))


def test_picture_is_three_thousand_wide_and_prints_fourteen_centimetres_wide(picture: bytes) -> None:
    parts = dict(chunks(picture))
    width, height = struct.unpack(">II", parts[b"IHDR"][:8])
    assert width == 3000
    per_metre, _, unit = struct.unpack(">IIB", parts[b"pHYs"])
    assert unit == 1
    assert abs(width / per_metre * 100 - 14) < 0.01
    assert height / per_metre * 100 < 22


def test_picture_is_dark_on_white(picture: bytes) -> None:
    from io import BytesIO

    from PIL import Image

    with Image.open(BytesIO(picture)) as image:
        grey = image.convert("L")
        assert grey.getpixel((5, 5)) == 255
        counts = grey.histogram()
        assert counts[255] > 0.8 * grey.width * grey.height
        assert sum(counts[:90]) > 0.01 * grey.width * grey.height, "words and lines are there"


def test_words_are_drawn_even_without_the_machine_s_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    import typst

    real = typst.compile
    monkeypatch.setattr(typst, "compile", lambda *a, **k: real(*a, **k, ignore_system_fonts=True))
    with_text = png.render(place(sample_map.mindmap()))
    from io import BytesIO

    from PIL import Image

    with Image.open(BytesIO(with_text)) as image:
        title = image.convert("L").crop((1000, 60, 2000, 200))
        assert sum(title.histogram()[:90]) > 1000
