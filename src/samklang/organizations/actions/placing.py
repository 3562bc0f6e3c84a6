"""How a county's parties, bodies and seats are put in place from its pack."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from samklang.accounts.models import User
from samklang.common.rows import put_row
from samklang.organizations.models import (
    Body,
    Charter,
    Membership,
    Organization,
    Partnership,
    Post,
    Power,
    ReportingLine,
)


def put_partnership(code: str, **values: Any) -> tuple[Partnership, bool]:
    return put_row(Partnership.objects.all(), key={"code": code}, values=values)


def put_organization(
    partnership: Partnership, code: str, **values: Any
) -> tuple[Organization, bool]:
    key = {"partnership": partnership, "code": code}
    return put_row(Organization.objects.all(), key=key, values=values)


def put_body(partnership: Partnership, code: str, **values: Any) -> tuple[Body, bool]:
    """Put the body there; one that the county has described in its own words keeps them."""
    there = Body.objects.filter(partnership=partnership, code=code, own_words=True).first()
    if there is not None:
        return there, False
    key = {"partnership": partnership, "code": code}
    return put_row(Body.objects.all(), key=key, values=values)


def put_reporting_line(body: Body, *, parent_id: int, from_date: date | None) -> bool:
    """Say whom the body answers to, unless that has been said already."""
    if body.lines.exists():
        return False
    ReportingLine.objects.create(body=body, parent_id=parent_id, from_date=from_date)
    return True


def put_charter(body: Body, code: str, *, powers: Iterable[str], **values: Any) -> bool:
    """Put the charter there once; what became of it since stands."""
    charter, new = Charter.objects.get_or_create(body=body, code=code, defaults=values)
    if new:
        Power.objects.bulk_create(Power(charter=charter, decision=one) for one in powers)
    return new


def put_post(body: Body, code: str, **values: Any) -> bool:
    """Put the place there once; who has come or left since stands."""
    return Post.objects.get_or_create(body=body, code=code, defaults=values)[1]


def reset_body(body: Body) -> None:
    """Take away what was said of a body since its pack told of it, for the pack to tell anew."""
    body.lines.all().delete()
    body.charters.exclude(code="").delete()
    body.posts.exclude(code="").delete()
    body.until_date, body.until_decision, body.own_words = None, "", False
    body.save(update_fields=["until_date", "until_decision", "own_words"])


def part_from_bodies(bodies: Iterable[int]) -> None:
    """Let no other body answer to these, nor have an assignment or a mandate from them."""
    given_up = list(bodies)
    ReportingLine.objects.filter(parent__in=given_up).delete()
    Charter.objects.filter(given_by_body__in=given_up).delete()


def put_seat(user: User, organization: Organization, *, role: str, from_date: date) -> None:
    """Give the seat; one that is held already stays as it is, one that has ended begins anew."""
    key = {"user": user, "organization": organization, "role": role}
    seat, made = Membership.objects.get_or_create(**key, defaults={"from_date": from_date})
    if not made and seat.until_date is not None:
        seat.from_date, seat.until_date = from_date, None
        seat.save(update_fields=["from_date", "until_date"])


def mark_demo(partnership: Partnership, *, demo: bool) -> None:
    """Let every header say, or no longer say, that invented things stand beside the real ones."""
    Partnership.objects.filter(pk=partnership.pk).update(demo=demo)
