"""Suggests, for each commitment of an upper text, what in another text may answer it."""

from __future__ import annotations

from samklang.texts.bones.commitments import Bones, Proposal
from samklang.texts.bones.likeness import Likeness, Passage, Suggestion
from samklang.texts.bones.rules import Rules

MOST = 3
_HEADINGS = 3


def suggestions(
    upper: Bones, lower: Bones, rules: Rules, *, most: int = MOST
) -> tuple[tuple[Suggestion, ...], ...]:
    """Return the likest commitments of `lower` for each of `upper`; their positions are lower's."""
    return Likeness(passages_of(lower), rules).suggest(passages_of(upper), most=most)


def passages_of(bones: Bones) -> tuple[Passage, ...]:
    return tuple(
        Passage(_without_party(one), _above(bones, one), one.actor.side)
        for one in bones.commitments
    )


def _without_party(one: Proposal) -> str:
    """Leave a party's own name out: it says only whose side it is, which is weighed by itself."""
    is_party = one.actor.words and not one.actor.is_staff
    return one.wording.replace(one.actor.words, "", 1) if is_party else one.wording


def _above(bones: Bones, one: Proposal) -> str:
    """Join the headings above that name no party, and the words for staff whose it is."""
    said = [title for title in headings_of(bones, one)[:_HEADINGS] if not _names(title, one)]
    return " ".join([*said, one.actor.words] if one.actor.is_staff else said)


def _names(title: str, one: Proposal) -> bool:
    return bool(one.actor.words) and not one.actor.is_staff and one.actor.words in title


def headings_of(bones: Bones, one: Proposal) -> list[str]:
    """Return the headings above a commitment, the nearest first."""
    nearest = bones.sections[one.section]
    found, level = [nearest.heading], nearest.level
    for section in reversed(bones.sections[: one.section]):
        if section.level < level:
            found.append(section.heading)
            level = section.level
    return [title for title in found if title]
