"""The second of two who decide about a file sees what the first decided and what they wrote."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from samklang.agreements.models import Agreement
from samklang.inventories import actions
from samklang.inventories.lifecycle import State
from samklang.inventories.models import Reading
from samklang.organizations.models import Role
from tests import cast
from tests.inventories import desk
from tests.inventories.answers import all_right
from tests.inventories.test_confirming import confirm, read, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def rune(lund: desk.Desk) -> Client:
    client = Client()
    client.force_login(cast.person("rune", Role.EDITOR, of=lund.lund))
    return client


def test_the_second_who_confirms_sees_both_answers_and_nothing_is_written() -> None:
    lund = desk.desk()
    reading = read(lund)
    sent = all_right(reading)
    confirm(signed_in(lund), reading, sent)
    changed = {"valid_until-answer": "change", "valid_until-value": "30 juni 2027"}

    status, page = confirm(rune(lund), reading, {**sent, **changed})

    assert status == 409
    assert "Ester bestämde om filen medan du skrev" in page
    assert "<mark>2027-06-30</mark>" in page
    assert "<td>2026-01-31</td>" in page
    assert page.count("<mark>") == 1
    assert Agreement.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "mine", "theirs"),
    [
        ({"title-answer": "change", "title-value": "Ny"}, "Ny", desk.LINES[0]),
        ({"valid_until-answer": "leave"}, "utelämnat", "2026-01-31"),
        ({"standing-value": "draft"}, "Utkast eller under arbete", "Gäller, men vi vet inte"),
        (
            {"review-0-answer": "change", "review-0-kind": "revise_by", "review-0-value": "2026"},
            "revideras senast 2026",
            "ses över varje år",
        ),
    ],
)
def test_both_answers_are_said_in_words(changed: dict[str, str], mine: str, theirs: str) -> None:
    lund = desk.desk()
    reading = read(lund)
    confirm(signed_in(lund), reading, all_right(reading))

    _status, page = confirm(rune(lund), reading, {**all_right(reading), **changed})

    assert mine in page
    assert theirs in page


def test_who_confirms_what_somebody_put_away_is_told_what_it_was_called() -> None:
    lund = desk.desk()
    reading = read(lund)
    actions.reject(reading, rejected_as="minutes", note="Dubblett", by=lund.acting)

    status, page = confirm(rune(lund), reading, all_right(reading))

    assert status == 409
    assert "Undanlagd: Protokoll eller minnesanteckningar: Dubblett" in page
    assert "Öppna filen, ångra det som bestämdes" in page
    assert "utelämnat" not in page
    assert not Agreement.objects.exists()


def test_who_decided_in_another_window_is_not_told_of_somebody_else() -> None:
    lund = desk.desk()
    reading = read(lund)
    ester = signed_in(lund)
    sent = all_right(reading)
    confirm(ester, reading, sent)

    status, page = confirm(ester, reading, {**sent, "valid_until-answer": "no"})

    assert status == 409
    assert "Du bestämde om filen i ett annat fönster" in page


def test_who_puts_away_what_somebody_confirmed_is_told_so() -> None:
    lund = desk.desk()
    reading = read(lund)
    confirm(signed_in(lund), reading, all_right(reading))

    answer = rune(lund).post(
        reverse("inventories:reject", args=[reading.pk]), {"rejected_as": "minutes", "note": ""}
    )

    assert answer.status_code == 409
    assert Reading.objects.get().state == State.CONFIRMED


def test_a_race_inside_the_action_is_the_same_conflict() -> None:
    lund = desk.desk()
    reading = read(lund)
    stale = Reading.objects.get(pk=reading.pk)
    actions.reject(reading, rejected_as="minutes", note="", by=lund.acting)

    with pytest.raises(actions.DecidedAlready):
        actions.reject(stale, rejected_as="report", note="", by=lund.acting)
