"""Files of every kind, made in memory: what people send, and what nobody should send."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

import typst

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{}</Types>'
)
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_ODF_NAMESPACES = " ".join(
    f'xmlns:{name}="{_ODF}{path}:1.0"'
    for name, path in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
    )
)
Parts = Mapping[str, str | bytes]

SWEDISH = (
    "Parterna ska samverka för att den enskilde får vård och stöd som är samordnat mellan"
    " kommunen och regionen. Detta gäller även när ansvaret är delat, och följs upp varje år"
    " enligt den plan som parterna beslutar om. Regionen ska svara för att det finns en kontakt"
    " som är känd för alla inom kommunen, samt att den är öppen under vardagar och inte bara"
    " vid möten."
)


def zipped(parts: Parts, *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def docx(body: str = "", parts: Parts | None = None, *, types: str = "") -> bytes:
    """Return a Word document with this XML in its body."""
    main = f'<w:document xmlns:w="{W}" xmlns:r="{_R}" xmlns:mc="{_MC}">{_body(body)}</w:document>'
    default = {"[Content_Types].xml": _CONTENT_TYPES.format(types), "word/document.xml": main}
    return zipped({**default, **(parts or {})})


_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def _body(xml: str) -> str:
    return f"<w:body>{xml}</w:body>"


def p(text: str, properties: str = "") -> str:
    """Return the XML of a Word paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def word_part(root: str, content: str) -> str:
    return f'<w:{root} xmlns:w="{W}">{content}</w:{root}>'


def odt(body: str, parts: Parts | None = None) -> bytes:
    """Return an OpenDocument text with this XML in its body."""
    content = (
        f"<office:document-content {_ODF_NAMESPACES}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    default = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    return zipped({**default, **(parts or {})})


def odt_part(content: str) -> str:
    return f"<office:document {_ODF_NAMESPACES}>{content}</office:document>"


def pdf(markup: str, *, width: str = "15cm", height: str = "20cm", header: str = "") -> bytes:
    """Return a PDF of Typst markup."""
    page = f"width: {width}, height: {height}, margin: 2cm, header: [{header}]"
    source = f'#set page({page})\n#set text(lang: "sv", size: 10pt)\n{markup}'
    made = typst.compile(source.encode())
    assert isinstance(made, bytes)
    return made


def locked_pdf() -> bytes:
    """Return a PDF that opens with a password that nobody knows."""
    lock = b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"ab" * 32, b"cd" * 32)
    return _pdf_of(*_one_page(), lock, trailer=b"/Encrypt 4 0 R/ID[<00><00>]")


def pdf_of_pages(count: int, kids: int) -> bytes:
    """Return a PDF that says it has so many pages, and has one page so many times."""
    catalog, _pages, page = _one_page()
    pages = b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, b" ".join([b"3 0 R"] * kids))
    return _pdf_of(catalog, pages, page)


def pdf_bomb(megabytes: int) -> bytes:
    """Return a small PDF whose one page is so large when it is unpacked."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"0 " * 500_000) for _ in range(megabytes)) + packer.flush()
    head = b"<</Filter/FlateDecode/Length %d>>stream\n" % len(packed)
    catalog, pages, _page = _one_page()
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>"
    return _pdf_of(catalog, pages, page, head + packed + b"\nendstream")


def _one_page() -> tuple[bytes, bytes, bytes]:
    return (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>",
    )


def _pdf_of(*objects: bytes, trailer: bytes = b"") -> bytes:
    written, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(written))
        written += b"%d 0 obj%sendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    end = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (
        size,
        trailer,
        len(written),
    )
    return b"%sxref\n0 %d\n0000000000 65535 f \n%s%s" % (written, size, table, end)


def ole(stream: str) -> bytes:
    """Return the start of a file of Office's old kind, with one stream."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le")
