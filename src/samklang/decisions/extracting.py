"""What an extract says of decisions: enough for whoever was not there to rely on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from samklang.decisions import decision_words, queries
from samklang.decisions.actions import is_outside
from samklang.decisions.models import Decision
from samklang.organizations.api import Acting, Mandates, mandates

# More than this is the register, which goes out to Excel.
MOST_EXTRACTED = 100


@dataclass(frozen=True, slots=True)
class Extracted:
    """One decision as an extract tells of it; `notes` say what has become of it since."""

    pk: int
    body: str
    on: date
    paragraph: str
    wording: str
    mandate: str
    registered: str
    source: str
    url: str
    notes: tuple[str, ...]


def extracted(acting: Acting, pks: Iterable[int]) -> list[Extracted]:
    """Return the decisions that the user may see, sitting by sitting, the first day first."""
    found = queries.chosen(acting, pks)
    rights = {pk: mandates(pk) for pk in {one.partnership_id for one in found}}
    later = queries.later_than(found)
    return [_extracted(one, rights[one.partnership_id], later.get(one.pk, ())) for one in found]


def _extracted(one: Decision, rights: Mandates, later: Sequence[Decision]) -> Extracted:
    return Extracted(
        pk=one.pk,
        body=one.body.name,
        on=one.decided_date,
        paragraph=decision_words.numbered(one.paragraph),
        wording=one.wording,
        mandate=_mandate(one, rights),
        registered=_registered(one),
        source=one.source,
        url=one.get_absolute_url(),
        notes=(*_sent_on(one), *(_followed(one, by) for by in later)),
    )


def _mandate(one: Decision, rights: Mandates) -> str:
    if not one.needs_mandate:
        return _("The decision takes no mandate of its own.")
    if not is_outside(one, rights):
        charter = rights.behind(one.body_id, one.deciding, on=one.decided_date)
        return _("Decided on the mandate “%(title)s”.") % {
            "title": charter.title if charter else ""
        }
    said = decision_words.outside_words(one.body, one.deciding, one.decided_date, rights)
    if not one.outside_reason:
        return _("Outside the mandate. %(why)s") % {"why": said}
    words = {"why": said, "reason": one.outside_reason}
    return _("Outside the mandate. %(why)s Confirmed all the same: %(reason)s") % words


def _registered(one: Decision) -> str:
    day = timezone.localdate(one.recorded_at).isoformat()
    return f"{day}, {one.recorded_by}" if one.recorded_by else day


def _sent_on(one: Decision) -> tuple[str, ...]:
    if one.sent_to is None:
        return ()
    return (_("Sent on to %(body)s. Nothing has changed by it.") % {"body": one.sent_to.name},)


def _followed(one: Decision, by: Decision) -> str:
    said = {"number": by.pk, "body": by.body.name, "day": by.decided_date.isoformat()}
    if by.corrects_id == one.pk:
        return _("Put right by decision %(number)s, %(body)s %(day)s.") % said
    return _("Answered by decision %(number)s, %(body)s %(day)s.") % said
