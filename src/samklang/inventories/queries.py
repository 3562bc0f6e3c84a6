"""What pages show of answers, batches and readings."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Q, QuerySet
from django.shortcuts import get_object_or_404

from samklang.agreements.api import HAS, Level, county_standings
from samklang.audit.api import Entry, history
from samklang.common.lean import rows
from samklang.inventories.lifecycle import NEEDS_A_PERSON, State
from samklang.inventories.models import Batch, Finding, Reading
from samklang.inventories.progress import Progress
from samklang.organizations.api import Acting

READERS = 20
# Plain SQL, since every county page asks.
_NONE = """
SELECT finding.organization_id, finding.area_id
FROM organizations_organization organization
JOIN inventories_finding finding ON finding.organization_id = organization.id
WHERE organization.partnership_id = %(partnership)s AND finding.answered_date <= %(on)s
    AND (finding.withdrawn_date IS NULL OR finding.withdrawn_date > %(on)s)
"""


def answered_none(partnership_id: int, *, on: date) -> set[tuple[int, int]]:
    """Return (organization id, area id) of those that had answered, by the day, “we have none”."""
    asked = {"partnership": partnership_id, "on": on}
    return {(organization, area) for organization, area in rows(_NONE, asked)}


def findings(acting: Acting) -> QuerySet[Finding]:
    """Return the answers of the county, those that hold first."""
    return (
        Finding.objects.visible_to(acting)
        .select_related("organization", "area", "recorded_by")
        .order_by("withdrawn_date", "-answered_date", "organization__position", "pk")
    )


def find_finding(acting: Acting, pk: int) -> Finding:
    return get_object_or_404(
        Finding.objects.visible_to(acting).select_related("organization", "area"), pk=pk
    )


def denied_by(finding: Finding, *, on: date) -> str:
    """Return the title of an agreement in force where the answer is that there is none."""
    known = local_in_force(finding.organization.partnership_id, on=on)
    return known.get((finding.organization_id, finding.area_id), "")


def local_in_force(partnership_id: int, *, on: date) -> dict[tuple[int, int], str]:
    """Return, by organization and area, the title of its local agreement in force."""
    return {
        (party_id, standing.agreement.area_id): standing.agreement.title
        for standing in county_standings(partnership_id, on=on).values()
        if standing.status in HAS and standing.agreement.level == Level.LOCAL
        for party_id in standing.agreement.party_ids
    }


def batches(acting: Acting) -> QuerySet[Batch]:
    """Return the organization’s batches, newest first, with how far each has come."""
    files = ~Q(readings__state=State.UNPACKED)
    return (
        Batch.objects.visible_to(acting)
        .select_related("received_by", "organization")
        .order_by("-pk")
        .annotate(
            file_count=Count("readings", filter=files & Q(readings__isnull=False)),
            open_count=Count("readings", filter=Q(readings__state__in=NEEDS_A_PERSON)),
            confirmed_count=Count("readings", filter=Q(readings__state=State.CONFIRMED)),
            set_aside_count=Count("readings", filter=Q(readings__state=State.SET_ASIDE)),
            unread_count=Count(
                "readings", filter=Q(readings__state__in=(State.WAITING, State.READING))
            ),
        )
    )


def find_batch(acting: Acting, pk: int) -> Batch:
    found = Batch.objects.visible_to(acting).select_related("organization", "received_by")
    return get_object_or_404(found, pk=pk)


def readers_of(reading: Reading) -> list[Entry]:
    """Return who has fetched the file while it is inside the organization, the newest first."""
    if reading.file is None:
        return []
    return list(history([reading.file]).filter(verb="file.read")[:READERS])


def find_reading(acting: Acting, pk: int) -> Reading:
    """Return a reading of the user’s own organization with its text, or answer 404."""
    found = Reading.objects.visible_to(acting).select_related(
        "batch",
        "organization__partnership",
        "file__text",
        "agreement",
        "edition__agreement",
        "meeting__body",
        "meeting__keeper",
        "duplicate_of",
        "resembles__batch",
    )
    return get_object_or_404(found, pk=pk)


def progress(batch: Batch) -> Progress:
    readings = batch.readings.exclude(state=State.UNPACKED).select_related(
        "agreement", "meeting__body", "duplicate_of", "resembles__batch"
    )
    return Progress(batch, tuple(readings))


def next_to_confirm(acting: Acting, after: Reading) -> tuple[Reading | None, int]:
    """Return the batch’s next file to confirm and how many are left, this one not counted."""
    left = list(
        Reading.objects.visible_to(acting)
        .needing_a_person()
        .filter(batch=after.batch_id)
        .exclude(pk=after.pk)
        .defer("result")
    )
    later = [reading for reading in left if reading.pk > after.pk]
    return (next(iter(later or left), None), len(left))
