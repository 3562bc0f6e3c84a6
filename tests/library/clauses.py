"""A shared wording, as a coordinator of the support unit writes it."""

from __future__ import annotations

from datetime import date

from samklang.library.api import Area, Clause, WrittenClause, add_clause
from samklang.organizations.acting import Acting
from samklang.organizations.models import OrganizationKind, Role
from tests import cast

FIRST, SECOND = "<p>Båda ringer samma dag.</p>", "<p>Båda ringer inom en timme.</p>"


def coordinator() -> Acting:
    home = cast.organization("support", kind=OrganizationKind.SUPPORT)
    return cast.acting_for(cast.person("cora", Role.COORDINATOR, of=home))


def said(
    heading: str = "Om vi inte är överens",
    body: str = FIRST,
    *,
    areas: tuple[Area, ...] = (),
    purpose: str = "När vi tycker olika.",
) -> WrittenClause:
    return WrittenClause(heading, body, purpose, areas, date(2026, 11, 1), "Avtal om skog")


def shared_clause(by: Acting | None = None, body: str = FIRST, **more: object) -> Clause:
    written = said(body=body, **more)  # type: ignore[arg-type]  # as the test says it
    by = by or coordinator()
    assert by.partnership
    return add_clause(written, partnership_id=by.partnership.pk, by=by)
