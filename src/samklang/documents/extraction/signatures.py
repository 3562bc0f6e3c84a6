"""Knows kinds of file that are not documents to read by their first bytes, to say what was sent."""

from __future__ import annotations

from samklang.documents.extraction.text import FileFault

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("PowerPoint Document", "ppt"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("__properties_version1.0", "msg"),
)
_STARTS = (
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"#!", "program"),
    (b"ID3", "audio"),
    (b"OggS", "audio"),
    (b"fLaC", "audio"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"\x00\x00\x01\xba", "video"),
    (b"Rar!\x1a\x07", "other_archive"),
    (b"7z\xbc\xaf\x27\x1c", "other_archive"),
    (b"\x1f\x8b\x08", "other_archive"),
    (b"BZh", "other_archive"),
    (b"\xfd7zXZ\x00", "other_archive"),
    (b"{\\rtf", "rtf"),
    (b"%!PS", "postscript"),
    (b"SQLite format 3\x00", "database"),
)
_RIFF = {b"WEBP": "image", b"AVI ": "video", b"WAVE": "audio"}
_STILL_PICTURES = (b"heic", b"heix", b"mif1", b"avif")
_TWO_LETTERS = 2  # "BM" and "MZ" also begin words, so the rest must not look like text


def foreign_type(head: bytes) -> str | None:
    """Return what kind of file this is that we do not read, or None."""
    if head[4:8] == b"ftyp":
        return "image" if head[8:12] in _STILL_PICTURES else "video"
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12], "binary")
    if b"multipart/related" in head.lower() and head.lower().lstrip().startswith(
        (b"mime-version", b"from:")
    ):
        return "web_archive"
    return next((kind for start, kind in _STARTS if _begins(head, start)), None)


def _begins(head: bytes, start: bytes) -> bool:
    if not head.startswith(start):
        return False
    return len(start) > _TWO_LETTERS or start == b"#!" or b"\0" in head[:512]


def ole_fault(content: bytes) -> FileFault | None:
    """Return why a file of Office's old kind (or an encrypted new one) is not read."""
    if not content.startswith(_OLE):
        return None
    detected = next(
        (kind for stream, kind in _OLE_STREAMS if stream.encode("utf-16-le") in content), "ole"
    )
    if detected == "encrypted":
        return FileFault("encrypted")
    if detected == "doc":
        return FileFault("old_word")
    return FileFault("wrong_type", detected=detected)
