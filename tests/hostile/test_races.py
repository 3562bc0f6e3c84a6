"""Two who do at once what only one can do: one is done, the other is told, whoever comes first.

On PostgreSQL, where both are let in at once; on SQLite the second waits at the door, since every
transaction takes the write lock as it begins (tests/evidence/test_at_once).

Seen red: with `select_for_update` taken out of `inviting._open`, and out of `locking.locked`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection
from django.utils import timezone

from samklang.agreements import actions as agreements
from samklang.agreements.models import Agreement, Edition
from samklang.common.lifecycle import MoveNotAllowed
from samklang.organizations import actions as organizations
from samklang.organizations.models import Invitation, Membership, Role
from tests import cast

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one write at a time"),
]
Act = Callable[[], object]


@pytest.fixture(params=[50, pytest.param(200, marks=pytest.mark.evidence)])
def turns(request: pytest.FixtureRequest) -> int:
    return int(request.param)


def at_once(*acts: Act) -> list[bool]:
    """Do them at the same time; return which of them were done."""
    barrier, done = threading.Barrier(len(acts)), [False] * len(acts)

    def run(number: int, act: Act) -> None:
        barrier.wait()
        try:
            act()
            done[number] = True
        except MoveNotAllowed:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=one) for one in enumerate(acts)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return done


def invited(turn: int) -> Invitation:
    made, _secret = organizations.invite(
        cast.organization(),
        name="Bo",
        email=f"bo{turn}@kommunen.example",
        role=Role.READER,
        until_date=None,
        by=cast.person("ada", Role.ADMINISTRATOR),
        now=timezone.now(),
    )
    return made


def accept(one: Invitation, name: str) -> Act:
    user, now = cast.person(name, None), timezone.now()
    return lambda: organizations.accept(one, user=user, now=now, today=cast.TODAY)


def test_an_invitation_lets_in_one_of_two(turns: int) -> None:
    for turn in range(turns):
        one = invited(turn)

        done = at_once(accept(one, f"a{turn}"), accept(one, f"b{turn}"))

        assert sorted(done) == [False, True]
        came = Membership.objects.filter(user__username__in=[f"a{turn}", f"b{turn}"])
        assert came.count() == 1


def withdraw(one: Invitation) -> Act:
    ada = cast.person("ada", Role.ADMINISTRATOR)
    return lambda: organizations.withdraw(one, by=ada, now=timezone.now())


def test_an_invitation_is_either_used_or_withdrawn(turns: int) -> None:
    for turn in range(turns):
        one = invited(turn)

        done = at_once(accept(one, f"a{turn}"), withdraw(one))

        assert sorted(done) == [False, True]
        one.refresh_from_db()
        assert (one.used_at is None) != (one.withdrawn_at is None)


def add_edition(agreement: Agreement, name: str, seen: int) -> Act:
    by = cast.acting_for(cast.person(name))
    return lambda: agreements.add_edition(agreement, Edition(label="Ny"), by=by, seen=seen)


def test_one_of_two_who_saw_the_same_begins_the_next_text(turns: int) -> None:
    agreement = cast.agreement()
    for turn in range(turns):
        seen = Agreement.objects.get().version

        done = at_once(*(add_edition(agreement, name, seen) for name in ("ask", "siri")))

        assert sorted(done) == [False, True]
        assert agreement.editions.count() == turn + 1
