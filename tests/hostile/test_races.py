"""Two who do at once what only one can do: one is done, the other is told, whoever comes first.

On PostgreSQL, where both are let in at once; on SQLite the second waits at the door, since every
transaction takes the write lock as it begins (tests/evidence/test_at_once).

Seen red: with `select_for_update` taken out of `inviting._open`, and out of `locking.locked`.
Writing against adopting: with the text that was to be adopted not asked for, and with an adopted
one open.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection
from django.utils import timezone

from samklang.agreements import actions as agreements
from samklang.agreements.fingerprints import fingerprint_of, mark_of
from samklang.agreements.models import Adoption, Agreement, Edition
from samklang.common.lifecycle import MoveNotAllowed
from samklang.organizations import actions as organizations
from samklang.organizations.models import Invitation, Membership, Role
from samklang.texts import actions as texts
from samklang.texts.models import Section
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


def rewrite(of: Section) -> Act:
    by = cast.acting_for(cast.person("siri"))
    body, seen = "<p>Tre veckor.</p>", of.seen
    anew = Section(edition=of.edition, key=of.key, heading=of.heading, body=body)
    return lambda: texts.write(anew, by=by, seen=seen)


def adopt(edition: Edition, text: str) -> Act:
    by = cast.acting_for(cast.person("ask"))
    said = {"kind": "decision", "adopted_date": cast.TODAY, "wording": "same"}
    entry = Adoption(edition=edition, organization=cast.organization(), **said)
    version = edition.agreement.version
    return lambda: agreements.record_adoption(
        edition.agreement, entry, by=by, seen=version, text=text
    )


def test_a_text_is_either_written_or_adopted_and_nothing_of_the_second_is_in_it(turns: int) -> None:
    for turn in range(turns // 2):
        edition = cast.edition(cast.agreement(f"Avtal {turn}", parties=[cast.organization()]))
        first = Section(edition=edition, heading="Vem", body="<p>Två veckor.</p>")
        made = texts.add_section(first, after=None, by=cast.acting_for(cast.person("siri")))
        before, mark = fingerprint_of(edition), mark_of(edition)

        done = at_once(rewrite(made), adopt(edition, mark))

        is_written, is_adopted = done
        assert is_written is not is_adopted
        adopted = [one.fingerprint for one in Adoption.objects.filter(edition=edition)]
        assert adopted == ([] if is_written else [before])
        assert (fingerprint_of(edition) == before) is is_adopted
