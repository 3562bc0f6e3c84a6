"""Sections: put in, moved, and carried from one edition to the next."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from samklang.agreements.api import Edition, locked, open_text
from samklang.common.lifecycle import MoveNotAllowed
from samklang.organizations.api import Acting
from samklang.sharing.api import record_read
from samklang.texts.actions.writing import put, put_in_place, remove, write, written_down
from samklang.texts.models import Answer, Commitment, Origin, Section, SetAside, Written

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
        put_in_place(moved, by=by, seen=moved.seen)
    written_down("text.part_moved", section, by=by)


def _respace(standing: list[Section], by: Acting) -> None:
    for number, one in enumerate(standing, 1):
        one.position = number * GAP
        put_in_place(one, by=by, seen=one.seen)


@transaction.atomic
def lay_out(
    edition: Edition, sections: Iterable[Section], commitments: Iterable[Commitment], *, by: Acting
) -> None:
    """Write down all of a text at once, in the order in which it comes.

    An adopted text is divided so, once, as it reads. Raises MoveNotAllowed when somebody else has
    written a section meanwhile.
    """
    locked(edition.agreement)
    if Section.objects.filter(edition=edition).as_of().exists():
        raise MoveNotAllowed(f"edition {edition.pk} is in sections already")
    for part in (*sections, *commitments):
        part.edition = edition
        put(part, by=by, seen=_last(part))


@transaction.atomic
def carry_over(earlier: Edition, to: Edition, *, by: Acting) -> None:
    """Begin an edition with the text of another, as far as that one is open for the user.

    All parts keep their lasting ids; of a draft it is told who has read it.
    """
    opened = open_text(by, earlier)
    if opened.until is None:
        raise MoveNotAllowed(f"edition {earlier.pk} is not open for {by.user.pk}")
    if not opened.is_decided:
        record_read(Edition, earlier.pk, by=by.user)
    for model in (Section, Commitment, Answer):
        for part in model.objects.filter(edition=earlier).as_of(opened.until):
            anew = _begun_anew(part, to)
            write(anew, by=by, seen=_last(anew))
    _carry_template(earlier, to)


def _carry_template(earlier: Edition, to: Edition) -> None:
    """Remember what the text was begun from, and in the same agreement what was left aside."""
    for origin in Origin.objects.filter(edition=earlier):
        values = {"template": origin.template, "version": origin.version}
        Origin.objects.update_or_create(edition=to, defaults=values)
    if earlier.agreement_id != to.agreement_id:
        return
    for one in SetAside.objects.filter(edition=earlier):
        said = {"said_at": one.said_at, "said_by": one.said_by, "said_for": one.said_for}
        key = {"edition": to, "section_code": one.section_code, "version": one.version}
        SetAside.objects.get_or_create(**key, defaults=said)


def _begun_anew(part: Written, to: Edition) -> Written:
    """Return the part as the next edition begins with it: not done, and numbered by its place."""
    part.edition = to
    if isinstance(part, Section):
        part.number = ""
    if isinstance(part, Section | Answer):
        part.is_done = False
    return part


def _last(part: Written) -> str:
    """Name the last state of the part, be it that it was taken out."""
    rows = type(part).objects.filter(edition=part.edition, key=part.key)
    last = rows.order_by("-pk").first()
    return last.seen if last is not None and last.is_removed else ""


@transaction.atomic
def remove_section(section: Section, *, by: Acting, seen: str) -> None:
    """Take the section out, and what is said to be undertaken in it."""
    own = Commitment.objects.filter(edition=section.edition, section_key=section.key).as_of()
    remove(section, by=by, seen=seen)
    for commitment in own:
        remove(commitment, by=by, seen=commitment.seen)
