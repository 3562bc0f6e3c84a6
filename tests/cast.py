"""The invented people, organizations and agreements that tests are played with."""

from __future__ import annotations

from datetime import date
from typing import Any

from samklang.accounts.models import User
from samklang.agreements.models import (
    Adoption,
    AdoptionKind,
    Agreement,
    Edition,
    EventKind,
    Level,
    Party,
    ValidityEvent,
)
from samklang.common.lean import Shape
from samklang.common.periods import StatedDate
from samklang.library.models import Area
from samklang.organizations.acting import Acting, acting
from samklang.organizations.models import (
    Body,
    Charter,
    CharterKind,
    Membership,
    Organization,
    OrganizationKind,
    Partnership,
    Post,
    PostKind,
    Role,
)

TODAY = date(2026, 11, 24)
LONG_AGO = date(2020, 1, 1)

WORDS = {
    "sv": {
        "regional": "ramavtal",
        "regional_plural": "ramavtal",
        "local": "lokalavtal",
        "local_plural": "lokalavtal",
        "municipality": "kommun",
        "municipality_plural": "kommuner",
    },
    "en": {
        "regional": "frame agreement",
        "regional_plural": "frame agreements",
        "local": "local agreement",
        "local_plural": "local agreements",
        "municipality": "municipality",
        "municipality_plural": "municipalities",
    },
}


# Asked for by nearly every line of every test: a plain statement takes a fifth of the ORM's time.
_COUNTIES = Shape(Partnership)
_ORGANIZATIONS = Shape(Organization, "partnership")
_PERSONS = Shape(User)
_SEATS = Shape(Membership)
_AREAS = Shape(Area)


def partnership(code: str = "nordmark") -> Partnership:
    for there in _COUNTIES.find("WHERE this.code = %s", [code]):
        return there
    named = {"name": code.title(), "country": "xx", "words": WORDS}
    return Partnership.objects.create(code=code, **named)


def organization(
    code: str = "lund",
    *,
    kind: str = OrganizationKind.MUNICIPALITY,
    of: Partnership | None = None,
) -> Organization:
    home = of or partnership()
    about = "WHERE this.code = %s AND this.partnership_id = %s"
    for there in _ORGANIZATIONS.find(about, [code, home.pk]):
        return there
    named = {"name": f"{code.title()} kommun", "short_name": code.title()}
    return Organization.objects.create(partnership=home, code=code, kind=kind, **named)


def person(name: str, role: str | None = Role.EDITOR, *, of: Organization | None = None) -> User:
    """Make somebody with a seat; `role=None` makes an outsider without any."""
    found = _PERSONS.find("WHERE this.username = %s", [name])
    user = found[0] if found else User.objects.create(username=name, name=name.title())
    if role is not None:
        home = of or organization()
        about = "WHERE this.user_id = %s AND this.organization_id = %s AND this.role = %s"
        if not _SEATS.find(about, [user.pk, home.pk, role]):
            Membership.objects.create(user=user, organization=home, role=role, from_date=LONG_AGO)
    return user


def acting_for(user: User, *, today: date = TODAY) -> Acting:
    return acting(user, today=today)


def body(
    name: str = "Skogsgruppen", *, of: Organization | None = None, county: Partnership | None = None
) -> Body:
    """Make a body of an organization, or of the whole county."""
    home = county or (of.partnership if of else partnership())
    return Body.objects.create(
        partnership=home,
        organization=of,
        code=f"b{Body.objects.count()}",
        name=name,
        level="council",
        kind=of.kind if of else OrganizationKind.SUPPORT,
    )


def charter(of: Body, kind: str = CharterKind.MANDATE, **more: Any) -> Charter:
    return Charter.objects.create(body=of, kind=kind, **{"title": "Rätt att besluta", **more})


def post(at: Body, person: str = "", *, of: Organization | None = None, **more: Any) -> Post:
    """Give the body a place; without a name it is vacant."""
    kind = more.pop("kind", PostKind.MEMBER)
    return Post.objects.create(body=at, person=person, organization=of, kind=kind, **more)


def area(code: str = "forest", *, of: Partnership | None = None) -> Area:
    home = of or partnership()
    for there in _AREAS.find("WHERE this.code = %s AND this.partnership_id = %s", [code, home.pk]):
        return there
    return Area.objects.create(
        partnership=home, code=code, name=code.title(), short_name=code.title()
    )


def agreement(
    title: str = "Lokalavtal om skog",
    *,
    level: str = Level.LOCAL,
    keeper: Organization | None = None,
    about: Area | None = None,
    parent: Agreement | None = None,
    parties: list[Organization] | None = None,
) -> Agreement:
    """Make an agreement with its parties, and no edition."""
    home = keeper or organization()
    made = Agreement.objects.create(
        partnership=home.partnership,
        level=level,
        area=about or area(of=home.partnership),
        title=title,
        parent=parent,
        keeper=home,
    )
    for one in parties or [home]:
        Party.objects.create(agreement=made, organization=one)
    return made


def edition(
    of: Agreement, *, number: int = 1, begun: date | None = None, stage: str = ""
) -> Edition:
    return Edition.objects.create(agreement=of, number=number, begun_date=begun, stage=stage)


def event(
    of: Edition, kind: str, stated: str = "", *, decided: str = "", quote: str = ""
) -> ValidityEvent:
    """Record a validity event; `stated` and `decided` are YYYY, YYYY-MM or YYYY-MM-DD."""
    when = StatedDate.parse(stated) if stated else None
    by_then = StatedDate.parse(decided) if decided else None
    return ValidityEvent.objects.create(
        edition=of,
        kind=kind,
        first_date=when.first if when else None,
        last_date=when.last if when else None,
        decided_first_date=by_then.first if by_then else None,
        decided_last_date=by_then.last if by_then else None,
        quote=quote,
    )


def in_force(of: Agreement, start: str = "2023-01-01", end: str = "") -> Edition:
    """Give the agreement an edition that starts, and ends or holds until further notice.

    Nobody’s adoption is known: it holds because somebody has stated that it does.
    """
    made = proposed(of, start, end)
    vouched(made)
    return made


def proposed(of: Agreement, start: str = "2023-01-01", end: str = "") -> Edition:
    """Give the agreement an edition with its days, which nobody is known to have adopted."""
    made = edition(of)
    event(made, EventKind.STARTS, start)
    event(made, EventKind.ENDS, end) if end else event(made, EventKind.UNTIL_FURTHER_NOTICE)
    return made


def vouched(made: Edition, since: str = "") -> None:
    """State that the edition holds, though nobody knows who adopted it."""
    event(made, EventKind.KNOWN_TO_HOLD, since)


def adopted(of: Edition, day: date, *, by: Organization | None = None) -> None:
    """Let every required party (or one of them) say yes to the edition on the day."""
    parties = of.agreement.parties.filter(required=True)
    for one in [by] if by else [party.organization for party in parties]:
        Adoption.objects.create(
            edition=of, organization=one, kind=AdoptionKind.DECISION, adopted_date=day
        )
