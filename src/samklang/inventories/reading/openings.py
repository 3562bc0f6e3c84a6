"""What a document calls itself in capitals where its own text opens: KALLELSE, PROTOKOLL.

A host heads a file with its first sentence, and a flattened page has everything on one line. The
name in capitals that the page begins with is the document's own, and outweighs both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samklang.inventories.reading.vocabulary import Vocabulary

_FIRST_LINES = 2


@dataclass(frozen=True, slots=True)
class Opening:
    """The kind that a first line names, which line it is, and where the name stands."""

    kind: str
    line: int
    span: tuple[int, int]


def own_opening(lines: Sequence[tuple[int, str]], vocabulary: Vocabulary) -> Opening | None:
    """Return the kind that one of the first lines opens with in capitals."""
    for i, (start, line) in enumerate(lines[:_FIRST_LINES]):
        for kind, pattern in vocabulary.openings.items():
            if found := pattern.match(line):
                span = (start + found.start("name"), start + found.end("name"))
                return Opening(kind, i, span)
    return None
