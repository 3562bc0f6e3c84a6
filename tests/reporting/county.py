"""A small invented county whose inventory can be counted by hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.utils import translation

from samklang.agreements.models import Agreement, Edition, EventKind, Level
from samklang.inventories.models import Channel, Finding
from samklang.library.models import Area
from samklang.organizations.models import Organization, OrganizationKind
from samklang.reporting import queries
from samklang.reporting.extract import Approval, Extract
from samklang.reporting.figures import Inventory
from samklang.reporting.freezing import frozen
from tests import cast

DAY = date(2025, 2, 7)
NAMES = ("alm", "björk", "ek", "gran", "hassel")


def municipalities() -> list[Organization]:
    return [cast.organization(name) for name in NAMES]


def regional(
    about: Area | None = None, *, start: str = "2021-07-01", end: str = "2026-06-30"
) -> Agreement:
    region = cast.organization("region", kind=OrganizationKind.REGION)
    made = cast.agreement(
        "Ramavtal", level=Level.REGIONAL, keeper=region, about=about or cast.area()
    )
    cast.in_force(made, start, end)
    return made


def local(
    name: str,
    parent: Agreement | None,
    *,
    adopted: date | None = None,
    end: str = "2026-06-30",
    about: Area | None = None,
) -> Edition:
    """Give a municipality a local agreement in force since 2023."""
    keeper = cast.organization(name)
    area = about or (parent.area if parent else cast.area())
    made = cast.agreement(f"Lokalavtal {name}", keeper=keeper, about=area, parent=parent)
    edition = cast.in_force(made, "2023-01-01", end)
    if adopted:
        cast.adopted(edition, adopted)
    return edition


def review_clause(edition: Edition, quote: str) -> None:
    cast.event(edition, EventKind.REVIEW_YEARLY, quote=quote)


def says_none(name: str, *, about: Area | None = None, on: date = date(2024, 12, 1)) -> None:
    Finding.objects.create(
        organization=cast.organization(name),
        area=about or cast.area(),
        answered_date=on,
        channel=Channel.MAILBOX,
    )


def full() -> None:
    """Two with an agreement, one that outlives; one without, two that have not answered."""
    municipalities()
    parent = regional()
    review_clause(local("alm", parent, adopted=date(2023, 7, 1)), "Ses över varje år.")
    local("ek", parent, adopted=date(2023, 11, 1), end="2027-12-31")
    says_none("gran")


def figures(*areas: Area, on: date = DAY) -> Inventory:
    return queries.draft(cast.partnership(), on=on, about=list(areas) or [cast.area()])


def extract(shown: Inventory | None = None, *, approved: bool = True) -> Extract:
    found = shown or figures()
    return Extract(
        figures=found,
        written=frozen(found),
        taken_by="Siri Ström",
        taken_on=date(2025, 2, 9),
        approval=Approval("Kim Koord", date(2025, 2, 8)) if approved else None,
    )


@contextmanager
def in_language(code: str) -> Iterator[None]:
    with translation.override(code):
        yield
