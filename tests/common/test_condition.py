"""A condition that is put together once says what it said, of whichever rows it is asked.

Seen red: with the inner tables' names left as they were (one of the statement around it was taken
for them), with the columns put in in another order, and with the refusal taken away.
"""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models import Exists, OuterRef, Q, QuerySet

from samklang.agreements.models import Adoption, Agreement, Edition
from samklang.common.condition import compiled
from tests import cast

pytestmark = pytest.mark.django_db


def spoken() -> Q:
    """Adopted by whom a subquery in a subquery names, or numbered as its agreement is versioned."""
    other = Edition.objects.filter(agreement=OuterRef(OuterRef("agreement")), label="{ny}")
    yes = Adoption.objects.filter(edition=OuterRef("pk")).filter(Exists(other))
    return Q(Exists(yes)) & ~Q(stage="100 %") | Q(number=7)


@pytest.fixture
def editions() -> list[Edition]:
    agreements = [cast.agreement(f"Avtal {number}") for number in range(3)]
    made = [cast.edition(one, number=number) for one in agreements for number in (1, 2, 7)]
    for edition in made[:4]:
        cast.adopted(edition, date(2026, 1, 1))
    Edition.objects.filter(pk=made[1].pk).update(label="{ny}")
    Edition.objects.filter(pk=made[0].pk).update(stage="100 %")
    return made


def found(rows: QuerySet[Edition]) -> list[int]:
    return list(rows.order_by("pk").values_list("pk", flat=True))


def test_it_finds_what_it_found_before_it_was_put_together(editions: list[Edition]) -> None:
    kept = compiled(Edition, spoken())
    wanted = [editions[at].pk for at in (1, 2, 5, 8)]

    assert found(Edition.objects.filter(spoken())) == found(Edition.objects.filter(kept)) == wanted
    assert found(Edition.objects.exclude(kept)) == [
        one.pk for one in editions if one.pk not in wanted
    ]
    assert found(Edition.objects.filter(kept & Q(number=2) | Q(pk=editions[3].pk))) == [
        editions[1].pk,
        editions[3].pk,
    ]


def test_it_is_asked_of_the_rows_of_a_subquery_beside_those_around_it(
    editions: list[Edition],
) -> None:
    kept = compiled(Edition, spoken())
    within = Edition.objects.filter(kept, agreement=OuterRef("agreement"), number__lt=7)
    around = Edition.objects.filter(~kept, Exists(within))
    deep = Agreement.objects.filter(
        Exists(Edition.objects.filter(agreement=OuterRef("pk"), pk__in=around))
    )

    assert found(around) == [editions[0].pk]
    assert [one.pk for one in deep] == [editions[0].agreement_id]


def test_a_condition_on_the_columns_of_others_is_refused() -> None:
    with pytest.raises(ValueError, match="more than Edition"):
        compiled(Edition, Q(agreement__title="Avtal"))
