"""What a new meeting begins with: its series’ standing items, and the notes of the one before."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.meetings.actions.agenda import put_presenters
from samklang.meetings.models import AgendaItem, Meeting, Series
from samklang.meetings.written import PresenterWords


def begin(meeting: Meeting) -> None:
    """Put there what is on every agenda; without a series, only the notes of the one before."""
    if meeting.series is not None:
        _put_standing(meeting, meeting.series)
    elif Meeting.objects.filter(body=meeting.body_id).exclude(pk=meeting.pk).exists():
        AgendaItem.objects.create(
            meeting=meeting,
            position=1,
            number=1,
            title=_("Notes of the previous meeting"),
            is_standing=True,
            is_previous_notes=True,
        )


def _put_standing(meeting: Meeting, series: Series) -> None:
    for number, standing in enumerate(series.standing_items.all(), start=1):
        item = AgendaItem.objects.create(
            meeting=meeting,
            position=number,
            number=number,
            title=standing.title,
            is_standing=True,
            is_previous_notes=standing.is_previous_notes,
            **dict.fromkeys(standing.kinds, True),
        )
        if standing.presenter:
            put_presenters(item, [PresenterWords.read(standing.presenter)])
