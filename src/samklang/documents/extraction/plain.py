"""Reads plain text: finds its encoding, its lines and its pages."""

from __future__ import annotations

import codecs
import re

from samklang.documents.extraction.composing import Composer
from samklang.documents.extraction.text import BlockKind, ExtractedText, FileFault

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The bytes of åäöÅÄÖ in each older encoding. Swedish text is known by them: what is a letter in
# one is a rare sign in the others.
_OLDER = (
    ("cp1252", b"\xe5\xe4\xf6\xc5\xc4\xd6"),
    ("cp850", b"\x86\x84\x94\x8f\x8e\x99"),
    ("mac_roman", b"\x8c\x8a\x9a\x81\x80\x85"),
)
_LINE_END = re.compile(r"\r\n|\r|\n")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 64 * 1024
_MOST_CONTROL = 0.005


def is_text(content: bytes) -> bool:
    """Say whether bytes can be text at all: next to no control characters once decoded."""
    sample = content[:_SAMPLE]
    if _wide_encoding(sample):
        return True
    return len(_CONTROL.findall(sample)) <= len(sample) * _MOST_CONTROL and b"\0" not in sample


def decode(content: bytes) -> str:
    """Return the text, whatever encoding it was written in."""
    encoding = _wide_encoding(content[:_SAMPLE])
    if encoding:
        return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode(_older_encoding(content), errors="replace")


def _wide_encoding(sample: bytes) -> str | None:
    """Return the encoding that a byte order mark, or every other byte being zero, tells of."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if sample.startswith(mark):
            return encoding
    half = len(sample) // 2
    if half and sample[1::2].count(0) > half * 0.7:
        return "utf-16-le"
    if half and sample[0::2].count(0) > half * 0.7:
        return "utf-16-be"
    return None


def _older_encoding(content: bytes) -> str:
    counts = [(sum(map(content.count, _each(letters))), name) for name, letters in _OLDER]
    most = max(count for count, _ in counts)
    return next(name for count, name in counts if count == most)


def _each(letters: bytes) -> list[bytes]:
    return [letters[index : index + 1] for index in range(len(letters))]


def read(content: bytes, warnings: tuple[str, ...] = ()) -> ExtractedText:
    pages = decode(content).split("\f")
    if not "".join(pages).strip("\ufeff\0 \t\r\n"):
        raise FileFault("no_words")
    composer = Composer()
    for number, page in enumerate(pages, start=1):
        for line in _LINE_END.split(page):
            if line.strip():
                composer.add(BlockKind.PARAGRAPH, line, page=number if len(pages) > 1 else None)
            else:
                composer.add_blank()
    page_count = len(pages) if len(pages) > 1 else None
    return composer.finish("text", page_count=page_count, warnings=warnings)
