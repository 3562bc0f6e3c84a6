"""What all parties may read is told alike by the database and by the rules of status.

Two forms of one rule: `EditionQuerySet.decided` and `lean_rows.EditionRow.adopted`. Seen red with
`waiting` left out of the first, and with the stage, and the day of the statement, not asked.
"""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from samklang.agreements import queries
from samklang.agreements.models import Edition, EventKind, Party
from samklang.organizations.api import Role
from tests import cast

pytestmark = pytest.mark.django_db

BEFORE, AFTER = date(2026, 5, 1), date(2026, 12, 24)
EARLIER = ("", "2026-01-15", "2026-12-31")


@pytest.mark.parametrize("stage", ["", "Utkast"])
@pytest.mark.parametrize("required", [("lund", "mora"), ("lund",), ()])
def test_the_two_forms_of_the_rule_agree(stage: str, required: tuple[str, ...]) -> None:
    home = {name: cast.organization(name) for name in ("lund", "mora")}
    reader = cast.acting_for(cast.person("pia", Role.READER, of=cast.organization("ale")))
    differing = []

    for adopted, known in product(((), ("lund",), ("lund", "mora"), ("mora",)), (None, *EARLIER)):
        agreement = cast.agreement(parties=list(home.values()))
        Party.objects.filter(agreement=agreement).exclude(organization__code__in=required).update(
            required=False
        )
        edition = cast.edition(agreement, begun=date(2026, 1, 1), stage=stage)
        for name in adopted:
            cast.adopted(edition, BEFORE, by=home[name])
        if known is not None:
            cast.event(edition, EventKind.KNOWN_TO_HOLD, decided=known)
        by_database = Edition.objects.decided(on=cast.TODAY).filter(pk=edition.pk).exists()
        page = queries.dossier(reader, agreement.pk, on=cast.TODAY).editions[0]
        if by_database is not page.is_decided:
            differing.append((adopted, known, by_database))

    assert differing == []
