"""What is planned has not been decided: the register takes no decision from a day to come."""

from __future__ import annotations

from datetime import timedelta

import pytest

from samklang.agreements import actions
from samklang.agreements.models import Adoption, AdoptionKind, EventKind, ValidityEvent
from samklang.audit.models import Entry
from samklang.common.lifecycle import MoveNotAllowed
from tests import cast

pytestmark = pytest.mark.django_db
TOMORROW = cast.TODAY + timedelta(days=1)


def test_an_adoption_from_a_day_to_come_is_not_recorded() -> None:
    edition = cast.edition(cast.agreement())
    adoption = Adoption(
        edition=edition,
        organization=cast.organization(),
        kind=AdoptionKind.DECISION,
        adopted_date=TOMORROW,
    )

    with pytest.raises(MoveNotAllowed):
        actions.record_adoption(
            edition.agreement, adoption, by=cast.acting_for(cast.person("siri")), seen=1
        )

    assert not Adoption.objects.exists()
    assert not Entry.objects.exists()


def test_an_extension_decided_on_a_day_to_come_is_not_recorded() -> None:
    edition = cast.edition(cast.agreement())
    event = ValidityEvent(
        edition=edition,
        kind=EventKind.EXTENDED,
        first_date=TOMORROW,
        last_date=TOMORROW,
        decided_first_date=TOMORROW,
        decided_last_date=TOMORROW,
    )

    with pytest.raises(MoveNotAllowed):
        actions.record_event(
            edition.agreement, event, by=cast.acting_for(cast.person("siri")), seen=1
        )

    assert not ValidityEvent.objects.exists()
