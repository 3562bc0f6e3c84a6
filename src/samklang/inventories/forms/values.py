"""What the fields of a question amount to, and what must be true of them together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samklang.common.date_fields import NOT_YET, WHOLE_DAY
from samklang.common.periods import Precision, StatedDate
from samklang.common.written_dates import written as written_date
from samklang.inventories.forms.meeting_values import (
    day_is_whole,
    items_have_headings,
    written_item,
    written_people,
)
from samklang.inventories.proposal.standing import ADOPTED, DRAFT, KNOWN_TO_HOLD
from samklang.inventories.questions import Form, Question

MOST_YEARS = 50
_FEW_DIGITS = re.compile(r"[0-9]{1,3}")
_PLANNED = gettext_lazy(
    "The day has not come yet. A planned decision is no adoption: record it when it is made."
)
_DRAFT_OR_ADOPTED = gettext_lazy(
    "If somebody has adopted it, choose “Decided or signed”. It still counts as in force only "
    "when everybody has. Else leave the adoption out."
)
Values = Mapping[str, Any]
Complaint = tuple[str, str]


def written_value(question: Question, cleaned: Values) -> Any:
    """Return what a person wrote instead, in the same form as a read value, or None.

    Raises NotADate when a date that the question needs says no day, month, year or span.
    """
    if question.form is Form.ITEM:
        return written_item(question, cleaned)
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
    day = cleaned.get(f"{name}-value")
    if not day:
        return None
    return {
        "kind": cleaned.get(f"{name}-kind"),
        "date": day,
        "who": cleaned.get(f"{name}-who") or "",
    }


def _standing(name: str, cleaned: Values) -> dict[str, Any] | None:
    kind = cleaned.get(f"{name}-value")
    if not kind:
        return None
    asked = {"stage": (DRAFT,), "since": (KNOWN_TO_HOLD,), "how": (KNOWN_TO_HOLD,)}
    said = {n: cleaned.get(f"{name}-{n}") or "" for n, kinds in asked.items() if kind in kinds}
    return {"kind": kind, **said}


_READERS: dict[Form, Callable[[str, Values], Any]] = {
    Form.UNTIL: _until,
    Form.REVIEW: _review,
    Form.ADOPTION: _adoption,
    Form.STANDING: _standing,
    Form.PEOPLE: written_people,
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


def _adoption_has_been(
    values: Values, _questions: Sequence[Question], today: date
) -> Iterator[Complaint]:
    adoption = values.get("adoption")
    if not adoption:
        return
    if not adoption["kind"]:
        yield "adoption-kind", _("Choose how it was adopted.")
    if not adoption.get("who", "all"):
        yield "adoption-who", _("Choose which parties it holds for.")
    day = stated(adoption["date"])
    if day is None or day.precision is not Precision.DAY:
        yield "adoption-value", str(WHOLE_DAY)
    elif day.first > today:
        yield "adoption-value", str(_PLANNED)


def _standing_fits(
    values: Values, _questions: Sequence[Question], today: date
) -> Iterator[Complaint]:
    """What is said about the text’s standing agrees with what is said about its adoption."""
    standing = values.get("standing") or {"kind": ""}
    adoption = values.get("adoption")
    if standing["kind"] == ADOPTED and not adoption:
        yield "adoption-value", _("Write which day it was adopted, or choose another standing.")
    if standing["kind"] == DRAFT and adoption:
        yield "standing-value", str(_DRAFT_OR_ADOPTED)
    if standing["kind"] == KNOWN_TO_HOLD:
        since = stated(standing["since"])
        if since is None and not stated(values.get("valid_from")):
            yield "standing-since", _("The start is not known. Write from when it surely holds.")
        elif since is not None and since.first > today:
            yield "standing-since", str(NOT_YET)


CHECKS = (
    _ends_after_start,
    _keeper_is_known,
    _reviews_are_whole,
    _adoption_has_been,
    _standing_fits,
    day_is_whole,
    items_have_headings,
)
