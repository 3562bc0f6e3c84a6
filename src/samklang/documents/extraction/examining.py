"""Looks at a file that is to be kept unread: what it is, and whether it is about individuals."""

from __future__ import annotations

from typing import BinaryIO

from samklang.documents.extraction.gate import Kind, admit
from samklang.documents.extraction.opening import extract
from samklang.documents.extraction.text import Examined, FileFault

# There is nothing to look through in these, but they may be kept.
_WORDLESS = ("no_text", "no_words")


def examine(file: BinaryIO) -> Examined:
    """Look at the opened file, or raise the FileFault that keeps it out."""
    file.seek(0)
    content = file.read()
    kind = admit(content).kind
    if kind is Kind.ARCHIVE:
        return Examined(kind, 0)
    try:
        text = extract("", content)
        return Examined(kind, len(text.hidden), text)
    except FileFault as fault:
        if fault.code in _WORDLESS:
            return Examined(kind, 0)
        raise
