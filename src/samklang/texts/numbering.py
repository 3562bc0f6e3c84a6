"""The numbers of a text's sections, as its own document has them or as their order gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from samklang.texts.models import Section


def numbered(sections: Iterable[Section]) -> Iterator[tuple[str, Section]]:
    """Yield each section with its number: “2”, “2.1”.

    Where the document has numbers of its own they stand, and what has none there has none here.
    """
    sections = list(sections)
    if any(one.number for one in sections):
        yield from ((one.number, one) for one in sections)
        return
    counts = [0, 0, 0]
    for one in sections:
        counts[one.level - 1] += 1
        counts[one.level :] = [0] * (3 - one.level)
        made = ".".join(str(max(count, 1)) for count in counts[: one.level])
        yield made, one
