"""When a text is to be looked at next, in words: from what is recorded of when it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from samklang.agreements.models import EventKind, ValidityEvent
from samklang.agreements.queries import OpenText, open_events
from samklang.agreements.validity import Event, turn, validity
from samklang.agreements.wording import event_words, in_words
from samklang.common.words import Words, words

# These ask for a review again and again, on no day that anybody has stated.
_RECURRING = frozenset(
    {EventKind.REVIEW_YEARLY, EventKind.REVIEW_EVERY, EventKind.REVISE_WITH_REGIONAL}
)


def next_review(opened: OpenText, *, on: date) -> tuple[str, ...]:
    """Return what says when the text is looked at next, the most pressing first.

    Nothing when nobody has recorded it. What the reader may not know of the text is left out.
    """
    known = words(opened.edition.agreement.partnership)
    return review_words(open_events(opened), known, on=on)


def review_words(events: Iterable[ValidityEvent], known: Words, *, on: date) -> tuple[str, ...]:
    decided = [e for e in events if e.decided_last_date is None or e.decided_last_date <= on]
    decided.sort(key=lambda one: turn(Event.of(one)))
    end = validity(map(Event.of, decided), on=on).end
    if end is not None and end.last < on:
        return (_("It held until %(when)s.") % {"when": in_words(end)},)
    clauses = [one for one in decided if one.kind in _RECURRING]
    said = (*_dated(decided, known, on=on), *(event_words(one, known) for one in clauses))
    if said or end is None:
        return tuple(dict.fromkeys(said))
    return (_("No review is recorded. It holds until %(when)s.") % {"when": in_words(end)},)


def _dated(decided: Sequence[ValidityEvent], known: Words, *, on: date) -> Iterator[str]:
    """Yield the day that has passed, else the nearest to come; what was decided last holds."""
    stated = [one for one in decided if one.stated]
    due = [one for one in stated if one.kind == EventKind.REVISE_BY][-1:]
    periods = [one for one in stated if one.kind == EventKind.FOLLOW_UP_PERIOD]
    for one in due:
        if _last(one) < on:
            yield _("It should have been revised by %(day)s.") % {"day": in_words(one.stated)}
    coming = [one for one in (*due, *periods) if _last(one) >= on]
    if coming:
        yield event_words(min(coming, key=_last), known)


def _last(one: ValidityEvent) -> date:
    return one.last_date or date.max
