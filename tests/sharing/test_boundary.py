"""The one boundary: own organization, shared, consultation, decided, public.

Seen red: with `public` left out of `until`, with the partnership not asked for what is decided,
and with each `min` for `max` where a thing is shared twice; and, by `make mutants`, with what is
written together opened as it stood, and without each condition of `openings`,
`writing_together`, `shared_with`, `written_with` and
`receivers`.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from samklang.organizations.api import Acting, Organization, reader_in
from samklang.sharing.api import WHOLE, Boundary, Opening, Openings, Reach, openings
from samklang.sharing.models import Purpose, Recipient, Share
from samklang.sharing.queries import receivers, shared_with, writing_together, written_with
from tests import cast

pytestmark = pytest.mark.django_db

EARLY = datetime(2026, 5, 1, 12, tzinfo=UTC)
LATE = datetime(2026, 6, 1, 12, tzinfo=UTC)


def of(organization: Organization) -> Acting:
    return reader_in(organization, today=cast.TODAY)


def nobody() -> Acting:
    return cast.acting_for(cast.person("nobody", None))


def around(*openings: Opening, decided: bool = False, public: bool = False) -> Boundary:
    lund = cast.organization()
    inside = frozenset({lund.pk})
    return Boundary(lund.partnership_id, inside, decided, public, openings)


def opened(organization: Organization, until: datetime, reach: Reach = Reach.SHARED) -> Opening:
    return Opening(organization.pk, reach, until)


# What lund (inside), mora (receiver), orsa (same county), another county and nobody may read.
STEPS: list[tuple[dict[str, Any], Reach, list[datetime | None]]] = [
    ({}, Reach.OWN, [WHOLE, None, None, None, None]),
    ({"to": Reach.SHARED}, Reach.SHARED, [WHOLE, EARLY, None, None, None]),
    ({"to": Reach.CONSULTATION}, Reach.CONSULTATION, [WHOLE, EARLY, None, None, None]),
    ({"decided": True}, Reach.DECIDED, [WHOLE, WHOLE, WHOLE, None, None]),
    ({"public": True}, Reach.PUBLIC, [WHOLE, WHOLE, WHOLE, WHOLE, WHOLE]),
]


@pytest.mark.parametrize(("state", "reach", "seen"), STEPS)
def test_each_step_lets_more_people_see_it(
    state: dict[str, Any], reach: Reach, seen: list[datetime | None]
) -> None:
    given = [opened(cast.organization("mora"), EARLY, state["to"])] if "to" in state else []
    made = around(*given, decided="decided" in state, public="public" in state)
    fjord = cast.organization("fjord", of=cast.partnership("sydmark"))
    readers = [of(cast.organization(one)) for one in ("lund", "mora", "orsa")]

    assert made.reach is reach
    assert [made.until(one) for one in (*readers, of(fjord), nobody())] == seen


def test_what_is_shared_twice_is_open_until_the_later_moment_and_as_far_as_the_wider() -> None:
    mora = cast.organization("mora")
    twice = around(opened(mora, LATE), opened(mora, EARLY, Reach.CONSULTATION))

    assert twice.until(of(mora)) == LATE
    assert twice.reach is Reach.CONSULTATION


def test_a_preview_has_what_is_open_already_and_what_would_be() -> None:
    mora, orsa = cast.organization("mora"), cast.organization("orsa")
    there = Openings({7: (opened(orsa, EARLY),)})

    assert there.also(7, [opened(mora, LATE)]).of(7) == (opened(orsa, EARLY), opened(mora, LATE))
    assert there.of(7) == (opened(orsa, EARLY),)
    assert there.also(8, [opened(mora, LATE)]).of(8) == (opened(mora, LATE),)


def test_what_is_shared_is_open_as_it_stood_then_and_what_is_written_together_as_it_is() -> None:
    lund, mora, orsa = (cast.organization(one) for one in ("lund", "mora", "orsa"))
    steps = {
        Purpose.DRAFT: (Reach.SHARED, EARLY),
        Purpose.CONSULTATION: (Reach.CONSULTATION, EARLY),
        Purpose.WRITING: (Reach.SHARED, WHOLE),
    }
    siri = cast.person("siri")
    for number, purpose in enumerate(steps):
        by = {"partnership": lund.partnership, "organization": lund, "shared_by": siri}
        said = {"kind": "edition", "thing_id": number, "purpose": purpose, "shared_at": EARLY}
        Recipient.objects.create(share=Share.objects.create(**by, **said), organization=mora)

    found = openings("edition", [0, 1, 2], to=[mora.pk, lund.pk])

    assert [found.of(number) for number in range(3)] == [
        (Opening(mora.pk, *step),) for step in steps.values()
    ]
    assert openings("edition", [0, 1, 2], to=[orsa.pk]) == Openings()
    assert openings("other", [0, 1, 2], to=[mora.pk]) == Openings()
    assert openings("edition", [1], to=[mora.pk]).by_thing.keys() == {1}
    together = [writing_together("edition", number) for number in range(3)]
    assert together == [set(), set(), {mora.pk}]
    assert writing_together("other", 2) == set()
    assert shared_with(of(mora), "edition").count() == 3
    assert not shared_with(of(mora), "other").exists()
    assert written_with([mora.pk], "edition").get() == {"thing_id": 2}
    assert not (written_with([orsa.pk], "edition") | written_with([mora.pk], "other")).exists()
    assert receivers(lund.partnership_id, lund) == [mora, orsa]
    Recipient.objects.update(stopped_at=LATE, stopped_by=siri)
    assert openings("edition", [0, 1, 2], to=[mora.pk]) == Openings()
    assert writing_together("edition", 2) == set()
    assert not shared_with(of(mora), "edition").exists()
    assert not written_with([mora.pk], "edition").exists()
