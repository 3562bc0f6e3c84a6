"""What a suggestion changes in a section, word by word, for reading and for listening."""

from __future__ import annotations

from dataclasses import dataclass, replace

from samklang.consultations.refusals import Wording
from samklang.documents.api import (
    Comparison,
    Kind,
    Part,
    Passage,
    Run,
    Step,
    compare,
    passages,
    plain,
    unfolded,
)

_KEY = "section"


@dataclass(frozen=True, slots=True)
class Rewording:
    """A section's words and other words for it, ready to show."""

    part: Part
    # Whether only the look of the words is changed.
    is_of_looks: bool


def rewording(before: Wording, after: Wording) -> Rewording:
    old, new = _passages(before), _passages(after)
    found = compare(old, new)
    shown = Comparison(tuple(_with_plain_heading(step, old[0], new[0]) for step in found.steps))
    return Rewording(unfolded(shown), plain(old) == plain(new))


def _passages(wording: Wording) -> tuple[Passage, ...]:
    """Return the text under its heading, which is its heading still when it reads otherwise."""
    heading, body = wording
    first = Passage(Kind.HEADING, (Run(heading, strong=True),), level=1, key=_KEY)
    return (first, *(replace(one, key=_KEY) for one in passages(body)))


def _with_plain_heading(step: Step, old: Passage, new: Passage) -> Step:
    """The section's heading is no heading of the page that it is shown on."""
    return replace(
        step,
        old=replace(old, kind=Kind.PARAGRAPH) if step.old is old else step.old,
        new=replace(new, kind=Kind.PARAGRAPH) if step.new is new else step.new,
    )
