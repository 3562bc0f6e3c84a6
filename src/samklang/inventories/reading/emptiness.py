"""Whether there is a document at all: an empty page and an error message are none."""

from __future__ import annotations

import re

from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.vocabulary import Vocabulary


def what_is_missing(
    document: Document, vocabulary: Vocabulary
) -> tuple[tuple[int, int], str] | None:
    """Say where a text tells that there is no document, and which way it is none."""
    words, is_listed = _own_words(document, vocabulary)
    settings = vocabulary.kind_settings
    least = settings["nothing_listed_words" if is_listed else "nothing_words"]
    error = re.search(settings["nothing"], document.text, re.IGNORECASE)
    if words < least or (error and words < settings["nothing_near_words"]):
        return (error.span(), "error_page") if error else ((0, 0), "empty")
    return None


def _own_words(document: Document, vocabulary: Vocabulary) -> tuple[int, bool]:
    """Count the words without a host's list of related documents; say whether there is one."""
    related, transcribed = (
        re.compile(vocabulary.kind_settings[name], re.IGNORECASE | re.MULTILINE)
        for name in ("related", "transcribed")
    )
    begun = transcribed.search(document.text)
    listed = related.search(document.text, begun.end() if begun else 0)
    own = document.text[: listed.start()] if listed else document.text
    words = len(own.split()) + sum(len(title.split()) for title in document.contents)
    return words, listed is not None
