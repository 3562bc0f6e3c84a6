"""The county whose regional agreements are extended, and what its bodies say."""

from __future__ import annotations

from datetime import date
from typing import Any

from samklang.agreements.models import Agreement, Level
from samklang.decisions.actions import Clause, Sitting, Wanted, record_sitting
from samklang.decisions.models import Decision
from samklang.decisions.registry import Taken, kind_of
from samklang.organizations.models import (
    Body,
    Deciding,
    Organization,
    OrganizationKind,
    Power,
    Role,
)
from tests import cast

DAY = date(2026, 11, 10)
EXTEND = "extend-agreements"


def support() -> Organization:
    return cast.organization("stod", kind=OrganizationKind.SUPPORT)


def ask() -> Any:
    """The coordinator, who records."""
    return cast.acting_for(cast.person("ask", Role.COORDINATOR, of=support()))


def regional(title: str = "Ramavtal om skog", code: str = "forest", end: str = "2027-06-30") -> Any:
    """A regional agreement that holds until a day."""
    made = cast.agreement(title, level=Level.REGIONAL, keeper=support(), about=cast.area(code))
    cast.in_force(made, "2021-01-01", end)
    return made


def local(parent: Agreement, code: str, end: str) -> Agreement:
    made = cast.agreement(
        f"Lokalavtal i {code}",
        keeper=cast.organization(code),
        parent=parent,
        about=parent.area,
    )
    cast.in_force(made, "2022-01-01", end)
    return made


def entitled(name: str = "Nätverket", *, to: str = Deciding.EXTEND_AGREEMENTS) -> Body:
    """A body with a mandate."""
    made = cast.body(name)
    mandate = cast.charter(made, title=f"Rätt för {name}", from_date=date(2025, 1, 1))
    Power.objects.create(charter=mandate, decision=to)
    return made


def wanted(agreements: list[Agreement], until: str = "2028-06-30") -> dict[str, Any]:
    return {"agreements": sorted(one.pk for one in agreements), "last_date": until}


def decide(body: Body, agreements: list[Agreement], **more: Any) -> Decision:
    """Let the body extend the agreements by one clause; what it lacks is said by `more`."""
    asked = wanted(agreements, more.pop("until", "2028-06-30"))
    words = more.pop("wording", "att förlänga ramavtalen ett år")
    seen = more.pop("seen", None)
    if seen is None:
        taken = Taken(body, DAY, words)
        seen = kind_of(EXTEND).preview(asked, taken=taken, by=ask()).seen
    clause = Clause(
        words,
        deciding=Deciding.EXTEND_AGREEMENTS,
        effect=Wanted(EXTEND, asked, seen),
        **more,
    )
    said = Sitting(body, DAY, "Minnesanteckningar, punkt 4", [clause])
    return record_sitting(said, by=ask())[0]


def decided(body: Body, wording: str = "att pröva", on: date = DAY, **more: Any) -> Decision:
    """A clause without any effect."""
    said = Sitting(body, on, "", [Clause(wording, **more)])
    return record_sitting(said, by=ask())[0]
