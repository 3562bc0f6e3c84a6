"""What the pages of a presentation look like when only their words are left."""

from __future__ import annotations

import re

from samklang.inventories.reading.running_text import Document

SHORT_LINE = 70
_MANY_LINES, _FEW, _MOST, _HALF = 40, 0.2, 0.7, 2
# Large type is kept as words wide apart: 'Avtalet   avser   att'.
_WIDE = re.compile(r"\S {2,}\S")
_GAPS = 2


def is_slides(document: Document) -> bool:
    """Tell whether a text is a set of slides: many short lines, few of them sentences."""
    lines = [words for _, words in document.paragraphs if words.strip()]
    sentences = sum(words.endswith((".", ":", "?")) for words in lines)
    short = sum(len(words) < SHORT_LINE for words in lines)
    return (
        len(lines) >= _MANY_LINES
        and sentences < _FEW * len(lines)
        and short > _MOST * len(lines)
        and not document.contents
    )


def is_spread(document: Document) -> bool:
    """Tell whether nearly every line is set in large type: no text that is read on paper is."""
    lines = [line for line in document.original.split("\n") if line.strip()]
    spread = sum(len(_WIDE.findall(line)) >= _GAPS for line in lines)
    return len(lines) >= _MANY_LINES and _HALF * spread > len(lines)
