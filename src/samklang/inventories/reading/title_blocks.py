"""Lines that stand together, apart from what is below: a title broken where no word tells."""

from __future__ import annotations

import re

from samklang.inventories.reading.first_lines import LONGEST_TITLE
from samklang.inventories.reading.running_text import Document

# A label, a date or the end of a sentence: no line of a title.
_NOT_IN_TITLE = re.compile(r":|\.\Z|\d{4}-\d\d-|\d{2,}/\d|\A[-–•]|\AMellan\b")
# 'Överenskommelse om Idéburet', and 'Offentligt Partnerskap (IOP)' below it
_LAST_WORDS = re.compile(r"(?!\w*(?:[öÖ]verenskommelse|[aA]vtal))[A-ZÅÄÖ][^,\n]{2,38}[^,.\d]")
_SHORT, _LINES = 25, 4


def end_of_block(document: Document, start: int) -> int:
    """Return where the block ends that a title begins, or where it begins if it is none.

    A page without empty lines does not tell what belongs together.
    """
    end = document.text.find("\n", start)
    for _ in range(_LINES):
        below = end + 1
        if end < 0 or below >= len(document.text):
            return start
        if document.original.count("\n", document.at(end - 1), document.at(below)) > 1:
            return end if _is_title(document.text[start:end]) else start
        end = document.text.find("\n", below)
    return start


def _is_title(words: str) -> bool:
    """Tell whether a block is one title: all in capitals, or ended by a few more words."""
    lines = words.split("\n")
    is_name = _SHORT <= len(words) <= LONGEST_TITLE
    if not is_name or any(map(_NOT_IN_TITLE.search, lines)):
        return False
    is_begun = len(lines[0]) >= _SHORT
    return all(map(str.isupper, lines)) or (is_begun and all(map(_LAST_WORDS.fullmatch, lines[1:])))
