"""How a text stood on an earlier day, as far as its reader may look back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from django.db.models import Max
from django.utils import timezone

from samklang.agreements.api import Edition, OpenText, is_decided, opened_to_all_at
from samklang.organizations.api import Acting
from samklang.sharing.api import WHOLE, writing_together
from samklang.texts.models import Answer, Commitment, Section


@dataclass(frozen=True, slots=True)
class Earlier:
    """The day that is looked back to, and what of the text is shown as it stood when it ended."""

    on: date
    stood: OpenText
    # Since when it had read so; None when nothing was written by then, or nothing is shown.
    since: datetime | None = None
    # From when on the reader may look back, if the day is before that.
    open_from: datetime | None = None


def writers(edition: Edition) -> frozenset[int]:
    """Return the organizations that write the text: its own, and those it is written with."""
    return edition.inside | writing_together(Edition.KIND, edition.pk)


def look_back(acting: Acting, opened: OpenText, *, on: date) -> Earlier:
    first, until = _open_from(acting, opened), end_of(on)
    if opened.until is None or (first is not None and until < first):
        return Earlier(on, replace(opened, until=None), open_from=first)
    stood = OpenText(opened.edition, min(until, opened.until), is_decided(opened.edition, on=on))
    return Earlier(on, stood, since=_last_written(stood))


def _open_from(acting: Acting, opened: OpenText) -> datetime | None:
    """Return the first moment that may be looked back to; those who write it see all of it.

    How a draft read before it was shared was shared with nobody. Nor does the adoption of a text
    open what it once read as a draft: only its wording as it was adopted.
    """
    if opened.until is None or writers(opened.edition) & acting.organization_ids:
        return None
    if opened.until != WHOLE:
        return opened.until
    moments = (opened_to_all_at(opened.edition), _last_worded(opened.edition))
    return max((one for one in moments if one), default=None)


def _last_worded(edition: Edition) -> datetime | None:
    """Return when what the parties adopt was written last."""
    return _last(edition, WHOLE, *(one for one in (Section, Commitment, Answer) if one.is_wording))


def _last_written(stood: OpenText) -> datetime | None:
    return _last(stood.edition, stood.until or WHOLE, Section, Commitment, Answer)


def _last(
    edition: Edition, until: datetime, *models: type[Section | Commitment | Answer]
) -> datetime | None:
    found = (
        model.objects.filter(edition=edition, saved_at__lte=until).aggregate(
            last=Max("rewritten_at")
        )["last"]
        for model in models
    )
    return max((one for one in found if one), default=None)


def end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.max))
