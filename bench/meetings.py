"""A meeting with all that a meeting has, the same at every size, among those of the years."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from bench.county import TODAY, USER
from samklang.accounts.models import User
from samklang.decisions.models import Decision
from samklang.meetings.models import (
    AgendaItem,
    Attachment,
    Attendance,
    DecisionClause,
    Matter,
    Meeting,
    Minutes,
    Presenter,
)
from samklang.meetings.sealing import fingerprint
from samklang.organizations.models import Body, Organization, OrganizationKind, Partnership

ITEMS, ATTACHMENTS, A_YEAR = 20, 40, 6
TEXT = (
    "Föredraganden redogjorde för läget i länet och för vad som återstår.\n\nFrågan bereds vidare."
)


def fill(years: int) -> None:
    """Make the measured meeting in the first county, and those of the years in every county."""
    for home in Partnership.objects.order_by("pk"):
        keeper = Organization.objects.get(partnership=home, kind=OrganizationKind.REGION)
        body = Body.objects.create(
            partnership=home, code="network", name="Nätverket", level="regional"
        )
        days = [TODAY - timedelta(days=30 + 60 * number) for number in range(A_YEAR * years)]
        meetings = Meeting.objects.bulk_create(_meeting(body, keeper, day) for day in days)
        for meeting in meetings:
            # The one that is measured is made first, so that it is at one address at every size.
            _fill(meeting, ITEMS, is_whole=meeting.pk == 1)
            if meeting.pk == 1:
                _close(meeting)


def _meeting(body: Body, keeper: Organization, day: date) -> Meeting:
    return Meeting(
        partnership_id=body.partnership_id,
        body=body,
        keeper=keeper,
        state="held",
        date=day,
        start_time=time(9),
        end_time=time(12),
        place="Stora salen",
        chair="Kim Ek",
        secretary="Bo Al",
        sent_at=datetime(2026, 1, 1, tzinfo=UTC),
        version=30,
    )


def _fill(meeting: Meeting, count: int, *, is_whole: bool) -> None:
    matters = Matter.objects.bulk_create(
        Matter(partnership_id=meeting.partnership_id, title=f"Ärende {n}") for n in range(count)
    )
    items = AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=meeting,
            position=n + 1,
            number=n // 2 + 1,
            letter="a" if n % 2 else "",
            title=f"Ärende {n} om något som länet gör tillsammans",
            matter=matters[n],
            for_information=True,
            for_decision=n % 2 == 0,
            text=TEXT if is_whole else "",
            outcome="decided" if is_whole else "",
        )
        for n in range(count)
    )
    if not is_whole:
        return
    Presenter.objects.bulk_create(
        Presenter(item=one, name="Siv Alm", title="samordnare", organization_name="Styrelsen")
        for one in items
    )
    _clauses(meeting, items)
    papers = Attachment.objects.bulk_create(
        Attachment(meeting=meeting, label=f"{n + 1}", title="Underlag", position=n)
        for n in range(ATTACHMENTS)
    )
    for n, paper in enumerate(papers):
        paper.items.add(items[n % count])
    places = Organization.objects.filter(partnership=meeting.partnership_id).order_by("pk")
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, organization=one, name=name, position=at)
        for at, one in enumerate(places)
        for name in ("Mia Berg", "Ola Dal")
    )


def _clauses(meeting: Meeting, items: list[AgendaItem]) -> None:
    """Let every item be decided in two clauses, one of them in other words than it was proposed."""
    for item in items:
        for place, proposed in enumerate(("att anta förslaget", "att återkomma i maj")):
            wording = f"{proposed}, punkt {item.position}"
            decision = Decision.objects.create(
                partnership_id=meeting.partnership_id,
                body=meeting.body,
                decided_date=meeting.date or TODAY,
                wording=wording,
                search_text=wording,
            )
            DecisionClause.objects.create(
                item=item,
                position=place,
                wording=wording,
                proposed=proposed if place else wording,
                decision=decision,
            )


def _close(meeting: Meeting) -> None:
    user = User.objects.get(username=USER)
    at = datetime(2026, 1, 2, tzinfo=UTC)
    Minutes.objects.create(
        meeting=meeting,
        state="locked",
        secretary=user,
        checked_by=user,
        checked_at=at,
        locked_by=user,
        locked_at=at,
        sha256=fingerprint(meeting),
    )
