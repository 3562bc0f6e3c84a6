"""What is shown of bodies, meetings and decisions that were found."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from samklang.common.written_days import written
from samklang.decisions.api import Decision
from samklang.meetings.api import AgendaItem, AgendaItemQuerySet, Matter, Meeting
from samklang.organizations.api import Body
from samklang.search.queries.row import Row, titled


def bodies(pks: Collection[int]) -> Iterator[tuple[int, Row]]:
    for one in Body.objects.filter(pk__in=list(pks)):
        yield one.pk, Row(one.name, one.get_absolute_url(), "", one.purpose)


def matters(pks: Collection[int]) -> Iterator[tuple[int, Row]]:
    for one in Matter.objects.filter(pk__in=list(pks)):
        yield one.pk, Row(one.title, one.get_absolute_url(), "", "")


def meetings(pks: Collection[int]) -> Iterator[tuple[int, Row]]:
    for one in Meeting.objects.filter(pk__in=list(pks)).select_related("body"):
        led = ", ".join(filter(None, (one.place, one.chair, one.secretary)))
        state = str(one.get_state_display())
        yield one.pk, Row(_name(one), one.get_absolute_url(), state, led, is_draft=one.is_draft)


def items(pks: Collection[int]) -> Iterator[tuple[int, Row]]:
    for one in _items(pks).prefetch_related("presenters", "clauses"):
        said = (*map(str, one.presenters.all()), *(each.proposed for each in one.clauses.all()))
        yield one.pk, _row(one, "; ".join(filter(None, said)), is_draft=one.meeting.is_draft)


def minutes(pks: Collection[int]) -> Iterator[tuple[int, Row]]:
    found = _items(pks).select_related("meeting__minutes")
    for one in found.prefetch_related("clauses", "personal_notes"):
        clauses = (each.wording for each in one.clauses.all())
        notes = (each.text for each in one.personal_notes.all())
        kept = getattr(one.meeting, "minutes", None)
        is_draft = one.meeting.is_draft or (kept is not None and kept.is_being_written)
        said = " ".join(filter(None, (one.text, *clauses, *notes)))
        yield one.pk, _row(one, said, is_draft=is_draft)


def decisions(pks: Collection[int]) -> Iterator[tuple[int, Row]]:
    for one in Decision.objects.filter(pk__in=list(pks)).select_related("body"):
        title, whole = titled(one.wording)
        where = f"{one.body.name}, {written(one.decided_date, 'j F Y')}"
        yield one.pk, Row(title, one.get_absolute_url(), where, whole)


def _items(pks: Collection[int]) -> AgendaItemQuerySet:
    return AgendaItem.objects.filter(pk__in=list(pks)).select_related("meeting__body")


def _row(item: AgendaItem, text: str, *, is_draft: bool) -> Row:
    url, where = item.get_absolute_url(), _name(item.meeting)
    return Row(str(item), url, where, text, is_draft=is_draft)


def _name(meeting: Meeting) -> str:
    day = written(meeting.date, "j F Y") if meeting.date else ""
    return ", ".join(filter(None, (meeting.body.name, day)))
