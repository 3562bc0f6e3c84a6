"""A whole text as passages: what is compared, and what is written as PDF and as Word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from samklang.documents.api import DEEPEST_HEADING, Kind, Passage, Run, passages
from samklang.texts.looking_back import earlier_words
from samklang.texts.page import TextView
from samklang.texts.promises import promises

# The lasting key of what stands before the sections, and is said of them rather than written there.
FRONT = "front"


def finished(view: TextView) -> tuple[Passage, ...]:
    """Return the text as somebody takes it out: first who does what, then every section."""
    first = promises(view.text, view.acting)
    front = (*_about_the_day(view), *(first.passages() if first else ()))
    return (*(replace(one, key=FRONT) for one in front), *whole(view))


def _about_the_day(view: TextView) -> Iterator[Passage]:
    if view.text.earlier is not None:
        said = " ".join(earlier_words(view.text.earlier))
        yield Passage(Kind.PARAGRAPH, (Run(said, strong=True),))


def whole(view: TextView, *, under: int = 0) -> tuple[Passage, ...]:
    """Return every section under its heading; each passage knows its section's lasting key.

    `under` is how many levels of headings stand above the text where it is shown.
    """
    return tuple(_passages(view, under))


def _passages(view: TextView, under: int) -> Iterator[Passage]:
    for one in view.sections:
        key, level = one.section.key, min(one.section.level + under, DEEPEST_HEADING)
        yield Passage(Kind.HEADING, (Run(one.title),), level=level, key=key)
        for passage in passages(one.section.body):
            # A heading inside a section stands under the section's own.
            is_heading = passage.kind is Kind.HEADING
            deeper = min(level + 1, DEEPEST_HEADING)
            yield replace(passage, key=key, level=deeper if is_heading else passage.level)
