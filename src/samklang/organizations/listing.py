"""The rows of an organization’s pages, with their sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from samklang.accounts.models import User
from samklang.audit.api import Entry
from samklang.organizations.models import Invitation, Membership
from samklang.organizations.queries import Right
from samklang.organizations.sentences import happened, of_seat


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One right of one person, as a sentence."""

    seat: Membership
    sentence: str
    review_due: bool


def people_rows(rights: Iterable[Right]) -> list[PersonRow]:
    return [PersonRow(one.seat, of_seat(one.seat), one.review_due) for one in rights]


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One thing that happened: when, who, what."""

    at: datetime
    who: str
    what: str


def history_rows(entries: Iterable[Entry]) -> list[HistoryRow]:
    """Say what happened, with the names of those it happened to, in three statements."""
    shown = list(entries)
    names = _names(shown)
    return [
        HistoryRow(
            at=entry.happened_at,
            who=str(entry.actor or "Samklang"),
            what=happened(entry, names.get((entry.target_kind, entry.target_id), _("somebody"))),
        )
        for entry in shown
    ]


def _names(entries: list[Entry]) -> dict[tuple[str, int], str]:
    users = {one.target_id for one in entries if one.target_kind == "accounts.user"}
    invited = {one.target_id for one in entries if one.target_kind == "organizations.invitation"}
    found = {("accounts.user", one.pk): str(one) for one in User.objects.filter(pk__in=users)}
    for invitation in Invitation.objects.filter(pk__in=invited):
        found["organizations.invitation", invitation.pk] = invitation.name
    return found
