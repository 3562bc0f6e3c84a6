"""What a colleague sees and may do today, by asking the same rules as their own pages ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samklang.agreements.api import can_register
from samklang.common.policy import Verdict
from samklang.inventories.api import can_answer, can_receive
from samklang.organizations.api import (
    Acting,
    Membership,
    Organization,
    acting_within,
    can_administer,
    of_seat,
)
from samklang.reporting.api import can_approve


@dataclass(frozen=True, slots=True)
class Doing:
    """Something that one can do here, and whether they may; the reason when not."""

    sentence: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class ColleaguePage:
    """One person as one organization lets them in."""

    name: str
    organization: Organization
    rights: tuple[str, ...]
    sees: tuple[str, ...]
    doings: tuple[Doing, ...]
    needs_second_step: bool


def colleague_page(seat: Membership, *, today: date) -> ColleaguePage:
    theirs = acting_within(seat.user, seat.organization_id, today=today)
    return ColleaguePage(
        name=str(seat.user),
        organization=seat.organization,
        rights=tuple(_rights(theirs)),
        sees=tuple(_sees(theirs)),
        doings=tuple(_doings(theirs, theirs.seats[0].organization)),
        needs_second_step=theirs.administers_any,
    )


def _rights(theirs: Acting) -> Iterator[str]:
    for seat in theirs.seats:
        seat.user = theirs.user
        yield of_seat(seat)


def _sees(theirs: Acting) -> Iterator[str]:
    """Whoever has a seat sees the county; what is inside an organization, those who sit in it."""
    home = {"organization": theirs.organization, "county": theirs.partnership}
    yield _("The whole picture of %(county)s: the agreements, the answers and the reports.") % home
    yield _("Drafts that %(organization)s writes, and those that others share with it.") % home
    yield _("Files that %(organization)s has handed in. Not the files of others.") % home
    yield _("Who may do what for %(organization)s, and what has happened there.") % home
    if theirs.administers_any:
        yield _("How the system is doing: backups, background jobs and room on the disk.")


def _doings(theirs: Acting, home: Organization) -> Iterator[Doing]:
    named, county = {"organization": home}, home.partnership
    keeps = can_register(theirs, partnership_id=county.pk, keeper_id=home.pk)
    yield Doing(_("Register and change agreements that %(organization)s keeps") % named, keeps)
    yield Doing(_("Hand in files and confirm what was read in them"), can_receive(theirs))
    answers = can_answer(theirs, home)
    yield Doing(_("Answer for %(organization)s that it has no agreement") % named, answers)
    yield Doing(_("Approve reports for the whole county"), can_approve(theirs, county))
    people = can_administer(theirs, home)
    yield Doing(_("Invite people to %(organization)s, give and take back rights") % named, people)
