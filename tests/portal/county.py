"""A county of any size and age for the tests of its picture."""

from __future__ import annotations

from datetime import date

from samklang.agreements.models import EventKind, Level
from samklang.inventories.models import Channel, Finding
from samklang.library.models import Area
from samklang.organizations.models import Organization, OrganizationKind, Partnership
from tests import cast


def statutory(code: str, of: Partnership | None = None) -> Area:
    made = cast.area(code, of=of)
    made.statutory = True
    made.save()
    return made


def municipality(number: int) -> Organization:
    made = cast.organization(f"ort-{number}")
    made.position = number
    made.save()
    return made


def local(keeper: Organization, about: Area, end: str = "2027-06-30", *, editions: int = 1) -> int:
    """Make a local agreement; former editions have ended and been followed, a year apart."""
    made = cast.agreement(f"Lokalt {keeper} {about}", keeper=keeper, about=about)
    for number in range(1, editions):
        former = cast.edition(made, number=number)
        year = 2024 - editions + number
        cast.vouched(former)
        cast.event(former, EventKind.STARTS, f"{year}-01-01")
        cast.event(former, EventKind.ENDS, f"{year}-12-31")
    last = cast.edition(made, number=editions)
    cast.vouched(last)
    cast.event(last, EventKind.STARTS, "2024-01-01")
    cast.event(last, EventKind.ENDS, end)
    return made.pk


def regional(about: Area, end: str = "2027-06-30") -> int:
    region = cast.organization("region", kind=OrganizationKind.REGION)
    made = cast.agreement(f"Ram {about}", level=Level.REGIONAL, keeper=region, about=about)
    cast.in_force(made, "2021-07-01", end)
    return made.pk


def says_none(organization: Organization, about: Area, day: date = date(2026, 10, 1)) -> None:
    Finding.objects.create(
        organization=organization, area=about, answered_date=day, channel=Channel.MAILBOX
    )
