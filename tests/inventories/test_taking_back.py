"""Whoever confirmed the wrong file takes it back, and the file waits again."""

from __future__ import annotations

import pytest
from django.urls import reverse

from samklang.agreements.models import Agreement
from samklang.audit.models import Entry
from samklang.inventories.lifecycle import State
from tests.inventories import desk
from tests.inventories.answers import all_right
from tests.inventories.test_confirming import confirm, read, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_the_receipt_offers_it_and_the_file_waits_to_be_confirmed_again() -> None:
    """Seen red: without the receiver, the file stayed confirmed as nothing."""
    lund = desk.desk()
    reading, client = read(lund), signed_in(lund)
    sent = all_right(reading)
    confirm(client, reading, sent)
    take_back = reverse("inventories:take_back", args=[reading.pk])
    assert take_back in client.get(reading.get_absolute_url()).content.decode()

    answer = client.post(take_back, follow=True)

    reading.refresh_from_db()
    assert "Filen väntar på att du bekräftar den igen." in answer.content.decode()
    assert (reading.state, reading.agreement, reading.edition) == (State.READ, None, None)
    assert not Agreement.objects.standing().exists()
    assert Entry.objects.filter(verb="reading.taken_back", target_id=reading.pk).exists()
    assert confirm(client, reading, sent)[0] == 302
    assert Agreement.objects.standing().count() == 1


def test_taking_it_back_from_the_agreements_history_lets_the_file_wait_too() -> None:
    lund = desk.desk()
    reading, client = read(lund), signed_in(lund)
    confirm(client, reading, all_right(reading))
    edition = Agreement.objects.get().editions.get()

    client.post(reverse("agreements:take_back", args=[edition.agreement_id, edition.pk]))

    reading.refresh_from_db()
    assert reading.state == State.READ


def test_a_file_that_is_not_confirmed_is_not_taken_back() -> None:
    lund = desk.desk()
    reading = read(lund)

    answer = signed_in(lund).post(reverse("inventories:take_back", args=[reading.pk]))

    assert answer.status_code == 403
