"""What the fields of a question amount to, and what must be true of them together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samklang.common.date_fields import WHOLE_DAY
from samklang.common.periods import Precision, StatedDate
from samklang.common.written_dates import written as written_date
from samklang.inventories.questions import Form, Question

MOST_YEARS = 50
_FEW_DIGITS = re.compile(r"[0-9]{1,3}")
_PLANNED = gettext_lazy(
    "The day has not come yet. A planned decision is no adoption: record it when it is made."
)
Values = Mapping[str, Any]
Complaint = tuple[str, str]


def written_value(question: Question, cleaned: Values) -> Any:
    """Return what a person wrote instead, in the same form as a read value, or None.

    Raises NotADate when a date that the question needs says no day, month, year or span.
    """
    reader = _READERS.get(question.form, _plain)
    return reader(question.name, cleaned)


def stated(value: Any) -> StatedDate | None:
    """Return the days that a value may mean: a date, or a period of two."""
    if isinstance(value, (list, tuple)):
        first, last = (StatedDate.parse(part) for part in value)
        return StatedDate(first.first, last.last)
    if isinstance(value, str) and "/" in value:
        return stated(value.split("/"))
    try:
        return StatedDate.parse(str(value))
    except ValueError:
        return None


def _plain(name: str, cleaned: Values) -> Any:
    return cleaned.get(f"{name}-value") or None


def _until(name: str, cleaned: Values) -> str | None:
    if cleaned.get(f"{name}-open"):
        return "until_further_notice"
    return cleaned.get(f"{name}-value") or None


def _review(name: str, cleaned: Values) -> dict[str, Any] | None:
    kind, written = cleaned.get(f"{name}-kind"), str(cleaned.get(f"{name}-value") or "")
    if not kind:
        return None
    if kind == "every_n_years":
        return {"kind": kind, "value": _years(written)}
    if kind in ("revise_by", "follow_up_period"):
        return {"kind": kind, "value": written_date(written).isoformat() if written else None}
    return {"kind": kind, "value": None}


def _years(written: str) -> int | None:
    years = int(written) if _FEW_DIGITS.fullmatch(written.strip()) else 0
    return years if 1 <= years <= MOST_YEARS else None


def _adoption(name: str, cleaned: Values) -> dict[str, Any] | None:
    date = cleaned.get(f"{name}-value")
    return {"kind": cleaned.get(f"{name}-kind"), "date": date} if date else None


_READERS: dict[Form, Callable[[str, Values], Any]] = {
    Form.UNTIL: _until,
    Form.REVIEW: _review,
    Form.ADOPTION: _adoption,
}


def _ends_after_start(
    values: Values, _questions: Sequence[Question], _today: date
) -> Iterator[Complaint]:
    start = stated(values.get("valid_from"))
    for name in ("valid_until", "extension"):
        end = stated(values.get(name))
        if start and end and end.last < start.first:
            yield (
                f"{name}-value",
                _("The last day must be after the first day, %(date)s.") % {"date": start},
            )


def _keeper_is_known(
    values: Values, _questions: Sequence[Question], _today: date
) -> Iterator[Complaint]:
    """The county’s picture has one cell per municipality: a local agreement must have a place."""
    if values.get("kind") == "local_agreement" and not values.get("keeper"):
        yield "keeper-value", _("Choose whose agreement it is.")


def _reviews_are_whole(
    values: Values, questions: Sequence[Question], _today: date
) -> Iterator[Complaint]:
    dateless = ("yearly", "when_regional_revised")
    for question in questions:
        review = values.get(question.name)
        if question.form is not Form.REVIEW or not review or review["kind"] in dateless:
            continue
        if not review["value"]:
            yield f"{question.name}-value", _("Write a date, a period or a number of years.")


def _adoptions_have_been(
    values: Values, questions: Sequence[Question], today: date
) -> Iterator[Complaint]:
    for question in questions:
        adoption = values.get(question.name)
        if question.form is not Form.ADOPTION or not adoption:
            continue
        day = stated(adoption["date"])
        if day is None or day.precision is not Precision.DAY:
            yield f"{question.name}-value", str(WHOLE_DAY)
        elif day.first > today:
            yield f"{question.name}-value", str(_PLANNED)


CHECKS = (_ends_after_start, _keeper_is_known, _reviews_are_whole, _adoptions_have_been)
