"""The minutes of a meeting, and what somebody may read of them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Prefetch, prefetch_related_objects
from django.shortcuts import get_object_or_404

from samklang.meetings.models import (
    AgendaItem,
    AgendaItemQuerySet,
    Correction,
    DecisionClause,
    EarlierNote,
    Meeting,
    Minutes,
    MinutesQuerySet,
    PersonalNote,
)
from samklang.organizations.api import Acting


def minutes_of(acting: Acting, meeting: Meeting) -> Minutes | None:
    """Return the meeting’s minutes, if the user may read them."""
    seen = Minutes.objects.visible_to(acting).filter(meeting=meeting)
    return seen.select_related("secretary", "checked_by", "locked_by").first()


def find_minutes(acting: Acting, meeting_pk: int) -> Minutes:
    there = Minutes.objects.visible_to(acting) | Minutes.objects.to_check_by(acting)
    found = there.select_related(
        "meeting__body", "meeting__keeper", "secretary", "checked_by", "locked_by"
    )
    return get_object_or_404(found, meeting=meeting_pk)


def noted_items(acting: Acting, minutes: Minutes) -> list[AgendaItem]:
    """Return the items in their order, with what stands in the minutes of each, and who wrote.

    Whoever is asked to check the minutes reads them here, and nowhere else.
    """
    items = AgendaItem.objects.filter(meeting=minutes.meeting_id, is_break=False)
    asked = Minutes.objects.to_check_by(acting).filter(pk=minutes.pk)
    return as_read_by(acting, items.select_related("written_by"), opened=asked)


def earlier_notes(item: AgendaItem) -> list[EarlierNote]:
    """Return what the minutes said of it before, the latest first; for whoever may write there."""
    return list(item.earlier_notes.select_related("written_by"))


def corrections(minutes: Minutes) -> list[Correction]:
    return list(minutes.corrections.select_related("item", "made_by"))


def as_read_by(
    acting: Acting, items: AgendaItemQuerySet, *, opened: MinutesQuerySet | None = None
) -> list[AgendaItem]:
    """Return items with all that the user may read of them: this and `agenda` are the doors to
    their words.

    Of minutes that are being written elsewhere nothing shows but what was proposed, unless they
    are among those `opened`.
    """
    found = list(items)
    there = {one.meeting_id for one in found}
    hidden = Minutes.objects.hidden_from(acting).filter(meeting__in=there)
    if opened is not None:
        hidden = hidden.exclude(pk__in=opened.values("pk"))
    shut = frozenset(hidden.values_list("meeting_id", flat=True))
    clauses = DecisionClause.objects.exclude(item__meeting__in=shut, proposed="")
    clauses = clauses.select_related("decision")
    notes = PersonalNote.objects.exclude(item__meeting__in=shut)
    rows = (Prefetch("clauses", clauses), Prefetch("personal_notes", notes))
    prefetch_related_objects(found, "presenters", *rows)
    _veil(one for one in found if one.meeting_id in shut)
    return found


def _veil(items: Iterable[AgendaItem]) -> None:
    """Leave of items, and of what was proposed in them, nothing that the minutes say."""
    for item in items:
        item.text = item.outcome = ""
        item.written_by = item.written_at = None
        for clause in item.clauses.all():
            clause.wording, clause.is_standard = "", False
