"""Sections: put in, moved, and carried from one edition to the next."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from samklang.agreements.api import Edition
from samklang.organizations.api import Acting
from samklang.texts.actions.writing import write, written_down
from samklang.texts.models import Answer, Commitment, Section

# Room between two neighbours, so that a section can be put between them.
GAP = 1000


@transaction.atomic
def add_section(section: Section, *, after: Section | None, by: Acting) -> Section:
    """Put a new section after another, or first."""
    standing = list(Section.objects.filter(edition=section.edition).as_of())
    at = next((n for n, one in enumerate(standing, 1) if after and one.key == after.key), 0)
    before = standing[at - 1].position if at else 0
    behind = standing[at].position if at < len(standing) else before + 2 * GAP
    if behind - before <= 1:
        _respace(standing, by)
        return add_section(section, after=after, by=by)
    section.position = (before + behind) // 2
    return write(section, by=by, seen="")


@transaction.atomic
def move_section(section: Section, *, up: bool, by: Acting) -> None:
    """Let the section change places with its neighbour; at the end it stays."""
    standing = list(Section.objects.filter(edition=section.edition).as_of())
    at = next(n for n, one in enumerate(standing) if one.key == section.key)
    other = at - 1 if up else at + 1
    if not 0 <= other < len(standing):
        return
    one, two = standing[at], standing[other]
    one.position, two.position = two.position, one.position
    for moved in (one, two):
        write(moved, by=by, seen=moved.seen)
    written_down("text.part_moved", section, by=by)


def _respace(standing: list[Section], by: Acting) -> None:
    for number, one in enumerate(standing, 1):
        one.position = number * GAP
        write(one, by=by, seen=one.seen)


@transaction.atomic
def lay_out(
    edition: Edition, sections: Iterable[Section], commitments: Iterable[Commitment], *, by: Acting
) -> None:
    """Write down all of a text at once, in the order in which it comes."""
    for part in (*sections, *commitments):
        part.edition = edition
        write(part, by=by, seen="")


@transaction.atomic
def carry_over(earlier: Edition, to: Edition, *, by: Acting) -> None:
    """Begin an edition with the text of another: all parts keep their lasting ids."""
    for model in (Section, Commitment, Answer):
        for part in model.objects.filter(edition=earlier).as_of():
            seen = ""
            part.edition = to
            if isinstance(part, Section):
                part.number = ""
            if isinstance(part, Section | Answer):
                part.is_done = False
            write(part, by=by, seen=seen)
