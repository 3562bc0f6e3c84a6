"""PDFs that are made to hurt whoever opens them, each a few bytes that promise too much."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from itertools import pairwise

PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R %s >>"
TEXT = b"BT /F1 12 Tf 20 100 Td (Hej) Tj ET"
DEEP, _MANY = 5_000, 200_000


def _stream(content: bytes, said: bytes = b"") -> bytes:
    head = b"<< /Length %d %s >>" % (len(content), said)
    return head + b"\nstream\n" + content + b"\nendstream"


def _written(objects: dict[int, bytes]) -> bytes:
    """Return a PDF of the objects, the first of which is its catalogue."""
    made, places = bytearray(b"%PDF-1.7\n"), {}
    for number, content in sorted(objects.items()):
        places[number] = len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(made)
    made += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in sorted(places.items()):
        made += b"%d 1\n%010d 00000 n \n" % (number, place)
    size = max(places) + 1
    made += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, table)
    return bytes(made)


def _one_page(
    page: bytes = b"", *, tree: bytes = b"", more: dict[int, bytes] | None = None
) -> bytes:
    return _written(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: tree or b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: PAGE % page,
            4: _stream(TEXT),
            **(more or {}),
        }
    )


def plain() -> bytes:
    return _one_page()


def _chain(length: int) -> dict[int, bytes]:
    """Objects, each of which leads to the next."""
    numbers = range(10, 10 + length)
    return {**{one: b"<< /Next %d 0 R >>" % to for one, to in pairwise(numbers)}, numbers[-1]: b"1"}


def _tree(depth: int) -> bytes:
    between = {
        one: b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (one - 1, one + 1)
        for one in range(10, 10 + depth)
    }
    last = 10 + depth - 1
    between[last] = b"<< /Type /Pages /Parent %d 0 R /Kids [3 0 R] /Count 1 >>" % (last - 1)
    return _one_page(tree=b"<< /Type /Pages /Kids [10 0 R] /Count 1 >>", more=between)


def _swollen(size: int) -> bytes:
    """Return as many megabytes of blanks, of which one is packed, and stands there as often."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    piece = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    count = size * 1_000_000
    low = (1 + 32 * count) % 65_521
    high = (count + 32 * count * (count + 1) // 2) % 65_521
    return b"\x78\xda" + piece * size + packer.flush() + (high << 16 | low).to_bytes(4, "big")


def _image(width: int, data: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    said = (
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB "
        b"/BitsPerComponent 8 /Filter %s" % (width, width, filters)
    )
    drawn = _stream(b"q 200 0 0 200 0 0 cm /Im0 Do Q")
    page = b"/Resources << /XObject << /Im0 5 0 R >> >>"
    return _one_page(page, more={4: drawn, 5: _stream(data, said)})


def _object_streams(depth: int) -> bytes:
    """Object streams that hold each other, and the page's content in the innermost."""
    more = {
        one: _stream(
            zlib.compress(b"%d 0 << /Extends %d 0 R >>" % (one + depth, one + 1)),
            b"/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /Extends %d 0 R" % (one + 1),
        )
        for one in range(10, 10 + depth)
    }
    return _one_page(b"/Extra 10 0 R", more=more)


BOMBS: dict[str, Callable[[], bytes]] = {
    "huge count": lambda: _one_page(tree=b"<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>"),
    "negative count": lambda: _one_page(tree=b"<< /Type /Pages /Kids [3 0 R] /Count -5 >>"),
    "one page again and again": lambda: _one_page(
        tree=b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * _MANY, _MANY)
    ),
    "deep page tree": lambda: _tree(DEEP),
    "tree in itself": lambda: _one_page(tree=b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 9 >>"),
    "page in itself": lambda: _one_page(b"/Kids [3 0 R] /B 3 0 R"),
    "content in itself": lambda: _one_page(more={4: b"[4 0 R 4 0 R]"}),
    "long chain": lambda: _one_page(b"/Chain 10 0 R", more=_chain(DEEP)),
    "very long chain": lambda: _one_page(b"/Chain 10 0 R", more=_chain(_MANY)),
    "crowd": lambda: _one_page(
        b"/Crowd [%s]" % b" ".join(b"%d 0 R" % one for one in range(10, 10 + _MANY)),
        more=dict.fromkeys(range(10, 10 + _MANY), b"<< /A 1 >>"),
    ),
    "chain in itself": lambda: _one_page(
        b"/Chain 10 0 R", more={10: b"<< /A 11 0 R >>", 11: b"<< /A 10 0 R >>"}
    ),
    "deep array": lambda: _one_page(b"/Deep " + b"[" * DEEP + b"]" * DEEP),
    "rather deep array": lambda: _one_page(b"/Deep " + b"[" * 400 + b"]" * 400),
    "deep dictionary": lambda: _one_page(b"/Deep " + b"<< /A " * 400 + b"1" + b" >>" * 400),
    "forms in forms": lambda: _one_page(
        b"/Resources << /XObject << /F 5 0 R >> >>",
        more={
            4: _stream(b"/F Do"),
            5: _stream(
                b"/F Do /F Do",
                b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
                b"/Resources << /XObject << /F 5 0 R >> >>",
            ),
        },
    ),
    "swollen content": lambda: _one_page(
        more={4: _stream(_swollen(3_000), b"/Filter /FlateDecode")}
    ),
    "swollen twice": lambda: _one_page(
        more={4: _stream(zlib.compress(_swollen(3_000), 9), b"/Filter [/FlateDecode /FlateDecode]")}
    ),
    "enormous image": lambda: _image(60_000, zlib.compress(b"\0" * 100)),
    "swollen image": lambda: _image(30_000, _swollen(2_700)),
    "object streams in each other": lambda: _object_streams(500),
    "enormous page": lambda: _one_page(b"/UserUnit 75000 /CropBox [0 0 1e38 1e38]"),
    "cross table in itself": lambda: plain().replace(
        b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % plain().rindex(b"xref\n0 1")
    ),
}
