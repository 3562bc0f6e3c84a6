"""How the register says things: statuses, dates and events as words for a reader."""

from __future__ import annotations

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from samklang.agreements.models import Adoption, EventKind, ValidityEvent
from samklang.agreements.standing import Standing
from samklang.agreements.validity import Status
from samklang.common.periods import Precision, StatedDate
from samklang.common.words import Words
from samklang.common.written_days import written

STATUS_WORDS: dict[Status, str | Promise] = {
    Status.IN_FORCE: gettext_lazy("In force"),
    Status.UNTIL_FURTHER_NOTICE: gettext_lazy("Until further notice"),
    Status.EXPIRING: gettext_lazy("Expires within 6 months"),
    Status.UNDER_WAY: gettext_lazy("Under way"),
    Status.EXPIRED: gettext_lazy("Expired"),
}


def day_in_words(day: date) -> str:
    """Say a day as in a sentence: 30 juni 2027."""
    return written(day, "j F Y")


def in_words(stated: StatedDate | None) -> str:
    """Say no more than was stated: 30 juni 2027, juni 2024, 2021, or both ends of a span."""
    if stated is None:
        return _("not stated")
    match stated.precision:
        case Precision.DAY:
            return day_in_words(stated.first)
        case Precision.MONTH:
            return written(stated.first, "F Y")
        case Precision.YEAR:
            return str(stated.first.year)
        case _:
            span = {"first": day_in_words(stated.first), "last": day_in_words(stated.last)}
            return _("%(first)s to %(last)s") % span


def status_words(standing: Standing, words: Words) -> str:
    """Say how an agreement stands, in the words of the chip."""
    end = standing.validity.end
    if standing.status is Status.OUTLIVES:
        return _("Holds longer than the %(regional)s") % {"regional": words.regional}
    if end is None or standing.status is Status.UNDER_WAY:
        return str(STATUS_WORDS[standing.status])
    if standing.status is Status.EXPIRING:
        return _("Expires %(day)s") % {"day": in_words(end)}
    if standing.status is Status.EXPIRED:
        return _("Expired since %(day)s") % {"day": in_words(end)}
    return _("In force until %(day)s") % {"day": in_words(end)}


_SAYINGS: dict[str, str | Promise] = {
    EventKind.STARTS: gettext_lazy("Holds from %(when)s"),
    EventKind.ENDS: gettext_lazy("Holds until %(when)s"),
    EventKind.UNTIL_FURTHER_NOTICE: gettext_lazy("Holds until further notice"),
    EventKind.REVISE_BY: gettext_lazy("To be revised no later than %(when)s"),
    EventKind.REVIEW_YEARLY: pgettext_lazy("agreement", "Reviewed every year"),
    EventKind.FOLLOW_UP_PERIOD: gettext_lazy("Followed up %(when)s"),
    EventKind.EXTENDED: gettext_lazy("Extended until %(when)s"),
    EventKind.TERMINATED: gettext_lazy("Terminated, holds until %(when)s"),
    EventKind.REPLACED: gettext_lazy("Replaced, holds until %(when)s"),
    EventKind.KNOWN_TO_HOLD: gettext_lazy("Known to hold from %(when)s, though not who adopted it"),
}


_BLANKS: dict[str, str | Promise] = {
    EventKind.STARTS: gettext_lazy("The start is left blank"),
    EventKind.ENDS: gettext_lazy("The end is not stated"),
    EventKind.KNOWN_TO_HOLD: gettext_lazy("Known to hold, though not who adopted it"),
}


def event_words(event: ValidityEvent, words: Words) -> str:
    """Say what an event states, as a person would read it."""
    if event.kind == EventKind.REVIEW_EVERY:
        years = event.years or 0
        text = ngettext("Reviewed every year", "Reviewed every %(years)d years", years)
        return text % {"years": years} if "%" in text else text
    if event.kind == EventKind.REVISE_WITH_REGIONAL:
        return _("Revised when the %(regional)s is") % {"regional": words.regional}
    if event.stated is None and event.kind in _BLANKS:
        return str(_BLANKS[event.kind])
    return str(_SAYINGS[event.kind]) % {"when": in_words(event.stated)}


def decision_words(event: ValidityEvent) -> str:
    """Say who decided an event and when, as far as it is known."""
    body = event.decided_by
    who = (body.short_name or body.name) if body else ""
    when = in_words(event.decided) if event.decided else ""
    return ", ".join(part for part in (who, when) if part)


def deciding_body_url(event: ValidityEvent) -> str:
    """Return where the body that decided is shown, as it was on that day if the day is known."""
    if event.decided_by is None:
        return ""
    address, when = event.decided_by.get_absolute_url(), event.decided
    if when is None or when.first != when.last:
        return address
    return f"{address}?on={when.first.isoformat()}"


def adoption_words(adoption: Adoption) -> str:
    """Say a party’s yes in one line: 2023-05-01 § 7."""
    paragraph = adoption.paragraph.removeprefix("§").strip()
    return (
        f"{adoption.adopted_date.isoformat()} § {paragraph}"
        if paragraph
        else (adoption.adopted_date.isoformat())
    )
