"""How the county’s state is said in words: the same on the page, in pictures and in files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext, ngettext, pgettext
from django.utils.translation import gettext_lazy as _

from samklang.agreements.api import HAS, Standing, Status
from samklang.common.periods import StatedDate
from samklang.common.spoken import said_once
from samklang.common.words import Words
from samklang.common.written_days import written

SHORT = {
    Status.IN_FORCE: _("In force"),
    Status.OUTLIVES: _("Longer than %(regional)s"),
    Status.UNTIL_FURTHER_NOTICE: _("Until further notice"),
    Status.EXPIRING: _("Expires soon"),
    Status.UNDER_WAY: _("Under way"),
    Status.EXPIRED: _("Expired"),
    Status.MISSING: _("Has none"),
    Status.NO_ANSWER: _("No answer"),
}


def levels(known: Words) -> dict[str, str]:
    """Return the pack's words under the names that the texts use."""
    return {
        "regional": known.regional,
        "regional_definite": known.regional_definite,
        "regional_plural": known.regional_plural,
        "regional_definite_plural": known.regional_definite_plural,
        "local": known.local,
        "local_plural": known.local_plural,
        "local_definite": known.local_definite,
        "municipality": known.municipality,
        "municipality_definite": known.municipality_definite,
        "municipality_plural": known.municipality_plural,
    }


@said_once
def status_words(known: Words) -> Mapping[Status, str]:
    """Return the short word for each status."""
    said = levels(known)
    return {status: str(word) % said for status, word in SHORT.items()}


def long_date(day: date) -> str:
    """Write “30 June 2027”, never broken over lines."""
    return written(day, "j F Y").replace(" ", "\xa0")


def stated(when: StatedDate | None) -> str:
    return str(when) if when else gettext("not known")


class Remarks:
    """The small line under a status word, in the language that was active when it was made."""

    def __init__(self) -> None:
        self._until = pgettext("remark", "until")
        self._since = pgettext("remark", "since")
        self._overdue = gettext("should have been revised")
        self._review_by = gettext("to be revised by")
        self._review = gettext("with a review clause")
        self._begun = gettext("begun")
        self._start_unknown = gettext("start not known")
        # What is told of a status, where it is not the end.
        self._told = {
            Status.UNDER_WAY: self._stage,
            Status.UNTIL_FURTHER_NOTICE: self._clause,
            Status.EXPIRED: self._ended,
        }

    def of(self, standing: Standing) -> tuple[str, str]:
        """Return the words and the day after them; an overdue revision is told first."""
        valid = standing.validity
        if standing.review_overdue and valid.review_due:
            return self._overdue, valid.review_due.isoformat()
        told = self._told.get(standing.status, self._end)
        words, day = told(standing)
        if valid.start is None and standing.start_unknown and standing.status in HAS:
            return ", ".join(part for part in (self._start_unknown, words) if part), day
        return words, day

    def _end(self, standing: Standing) -> tuple[str, str]:
        end = standing.last_known.end
        return ("", "") if end is None else (self._until, end.isoformat())

    def _ended(self, standing: Standing) -> tuple[str, str]:
        return self._since, str(standing.validity.end)

    def _stage(self, standing: Standing) -> tuple[str, str]:
        edition = standing.edition
        if edition is None or edition.stage or edition.begun_date is None:
            return edition.stage if edition else "", ""
        return self._begun, edition.begun_date.isoformat()

    def _clause(self, standing: Standing) -> tuple[str, str]:
        if standing.validity.review_due:
            return self._review_by, standing.validity.review_due.isoformat()
        return (self._review if standing.validity.review_quote else ""), ""


@said_once
def remarks() -> Remarks:
    return Remarks()


@said_once
def lead(counts: tuple[int, int, int], known: Words) -> str:
    """Give the numbers in a sentence: how many there are, how many not, how many unknown."""
    has, lacks, no_answer = counts
    said = levels(known)
    first = gettext("%(has)s of %(total)s %(local_plural)s are in place.") % {
        **said,
        "has": has,
        "total": has + lacks + no_answer,
    }
    rest = []
    if lacks:
        rest.append(
            ngettext(
                "In %(count)s case there is none in force",
                "In %(count)s cases there is none in force",
                lacks,
            )
            % {"count": lacks}
        )
    if no_answer:
        rest.append(_no_answer(no_answer, begins=not rest) % {**said, "count": no_answer})
    return f"{first} {', '.join(rest)}." if rest else first


# From which share the sentence is said.
_SHARES = (
    (1.0, _("All are in place.")),
    (0.9, _("Almost all are in place.")),
    (0.6, _("Most are in place.")),
    (0.4, _("About half are in place.")),
    (0.001, _("Fewer than half are in place.")),
    (0.0, _("None are in place yet.")),
)


def headline(counts: tuple[int, int, int]) -> str:
    """Say the conclusion in a few words."""
    share = counts[0] / max(sum(counts), 1)
    return str(next(said for least, said in _SHARES if share >= least))


def _no_answer(count: int, *, begins: bool) -> str:
    if begins:
        return ngettext(
            "In %(count)s case %(municipality_definite)s has not answered",
            "In %(count)s cases %(municipality_definite)s has not answered",
            count,
        )
    return ngettext(
        "in %(count)s case %(municipality_definite)s has not answered",
        "in %(count)s cases %(municipality_definite)s has not answered",
        count,
    )


def regional_end(ends: Mapping[str, StatedDate], *, on: date, known: Words) -> str:
    """Say when the regional agreements end: all together, else the first of them."""
    if not ends:
        return ""
    days = sorted({end.last for end in ends.values()})
    area = next(name for name, end in ends.items() if end.last == days[0])
    together = len(days) == 1 and len(ends) > 1
    return _regional_end(days[0], area, len(ends), on, known, together=together)


@said_once
def _regional_end(
    first: date, area: str, count: int, on: date, known: Words, *, together: bool
) -> str:
    if together:
        past = gettext("%(regional_definite_plural)s ended on %(day)s.")
        ahead = gettext("%(regional_definite_plural)s end %(when)s, on %(day)s.")
    elif count == 1:
        past = gettext("%(regional_definite)s ended on %(day)s.")
        ahead = gettext("%(regional_definite)s ends %(when)s, on %(day)s.")
    else:
        past = gettext("%(regional_definite)s for %(area)s ended on %(day)s.")
        ahead = gettext("First to end is %(regional_definite)s for %(area)s, %(when)s, on %(day)s.")
    values = {"count": count, "day": long_date(first), "area": area, "when": soon(first, on)}
    return capital((past if first < on else ahead) % {**levels(known), **values})


def soon(day: date, on: date) -> str:
    """Say how far off a day is: in months, or in days when it is less than two."""
    months = (day.year - on.year) * 12 + day.month - on.month - (day.day < on.day)
    if months > 1:
        return ngettext("in %(count)s month", "in %(count)s months", months) % {"count": months}
    days = (day - on).days
    if days == 0:
        return gettext("today")
    return ngettext("in %(count)s day", "in %(count)s days", days) % {"count": days}


def far_off(day: date, on: date) -> str:
    """Say how far off a day is: in years and months when it is a year or more."""
    months = (day.year - on.year) * 12 + day.month - on.month - (day.day < on.day)
    years, left = divmod(months, 12)
    if not years:
        return soon(day, on)
    said = _counted(ngettext("%(count)s year", "%(count)s years", years), years)
    if not left:
        return gettext("in %(time)s") % {"time": said}
    more = _counted(ngettext("%(count)s month", "%(count)s months", left), left)
    return gettext("in %(years)s and %(months)s") % {"years": said, "months": more}


def _counted(form: str, count: int) -> str:
    """Keep a number and its word on one line."""
    return (form % {"count": count}).replace(" ", "\xa0")


def listed(names: Sequence[str]) -> str:
    return ", ".join(names)


def capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
