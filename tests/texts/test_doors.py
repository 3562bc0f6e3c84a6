"""Who sees which findings of whether a local text answers the regional one.

Seen red, each with one change that `make mutants` makes in `JudgementQuerySet`: any draft readable,
any county, nothing without a text, and what was taken back.
"""

from __future__ import annotations

import pytest
from django.utils import timezone

from samklang.agreements.models import Agreement, Edition, Level
from samklang.organizations.api import Organization, OrganizationKind
from samklang.texts.models import Judgement
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def judged(upper: Agreement, edition: Edition | None) -> Judgement:
    return Judgement.objects.create(
        upper=upper,
        commitment_key="a",
        organization=upper.keeper,
        edition=edition,
        coverage="missing",
        upper_wording="Vi ringer.",
    )


def test_a_finding_is_the_countys_but_what_rests_on_a_draft_its_readers() -> None:
    nord = cast.organization("nord", kind=OrganizationKind.REGION)
    abroad = cast.organization("fjord", of=cast.partnership("sydmark"))
    upper = cast.agreement("Ramavtal", level=Level.REGIONAL)
    without, of_draft, undone = (
        judged(upper, None),
        judged(upper, cast.edition(cast.agreement())),
        judged(upper, None),
    )
    undone.undone_at = timezone.now()
    undone.save()

    def seen(name: str, of: Organization) -> set[Judgement]:
        acting = cast.acting_for(cast.person(name, of=of))
        return set(Judgement.objects.visible_to(acting).standing())

    assert seen("siri", cast.organization()) == {without, of_draft}
    assert seen("rut", nord) == {without}
    assert seen("ola", abroad) == set()
