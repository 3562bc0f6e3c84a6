"""A network’s meeting, called by Lund, and those who look at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.test import Client

from samklang.accounts.models import User
from samklang.meetings import actions
from samklang.meetings.models import AgendaItem, Meeting
from samklang.meetings.written import ItemWords, Plan
from samklang.organizations.acting import Acting
from samklang.organizations.models import Body, OrganizationKind, Role
from tests import cast

DAY = date(2026, 11, 20)


@dataclass(frozen=True)
class Desk:
    """Lund’s desk, with its editor Ester; Rune edits for Orsa, Cora coordinates the county."""

    body: Body
    meeting: Meeting
    ester: User
    rune: User
    cora: User

    @property
    def by(self) -> Acting:
        return cast.acting_for(self.ester)

    @property
    def now(self) -> Meeting:
        return Meeting.objects.get(pk=self.meeting.pk)

    def add(self, title: str, *kinds: str, under: AgendaItem | None = None) -> AgendaItem:
        words = ItemWords(title, kinds)
        seen = self.now.version
        return actions.add_item(self.meeting, words, under=under, by=self.by, seen=seen)

    def marks(self) -> list[str]:
        return [str(one) for one in self.meeting.items.all()]


def client(user: User) -> Client:
    signed_in = Client()
    signed_in.force_login(user)
    return signed_in


def desk() -> Desk:
    lund = cast.organization("lund")
    support = cast.organization("support", kind=OrganizationKind.SUPPORT)
    body = Body.objects.create(
        partnership=lund.partnership, code="network", name="Skogsnätverket", level="directors"
    )
    ester = cast.person("ester", Role.EDITOR, of=lund)
    meeting = actions.call(body, Plan(date=DAY), keeper=lund, by=cast.acting_for(ester))
    return Desk(
        body,
        meeting,
        ester,
        cast.person("rune", Role.EDITOR, of=cast.organization("orsa")),
        cast.person("cora", Role.COORDINATOR, of=support),
    )
