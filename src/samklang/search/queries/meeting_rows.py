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
    for one in _items(pks).prefetch_related("presenters"):
        presenters = "; ".join(map(str, one.presenters.all()))
        yield one.pk, _row(one, presenters)


def minutes(pks: Collection[int]) -> Iterator[tuple[int, Row]]:
    for one in _items(pks).prefetch_related("clauses"):
        clauses = (clause.wording for clause in one.clauses.all())
        yield one.pk, _row(one, " ".join(filter(None, (one.text, *clauses))))


def decisions(pks: Collection[int]) -> Iterator[tuple[int, Row]]:
    for one in Decision.objects.filter(pk__in=list(pks)).select_related("body"):
        title, whole = titled(one.wording)
        where = f"{one.body.name}, {written(one.decided_date, 'j F Y')}"
        yield one.pk, Row(title, one.get_absolute_url(), where, whole)


def _items(pks: Collection[int]) -> AgendaItemQuerySet:
    return AgendaItem.objects.filter(pk__in=list(pks)).select_related("meeting__body")


def _row(item: AgendaItem, text: str) -> Row:
    url, where = item.get_absolute_url(), _name(item.meeting)
    return Row(str(item), url, where, text, is_draft=item.meeting.is_draft)


def _name(meeting: Meeting) -> str:
    day = written(meeting.date, "j F Y") if meeting.date else ""
    return ", ".join(filter(None, (meeting.body.name, day)))
