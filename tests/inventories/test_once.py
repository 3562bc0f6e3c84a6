"""A file is handed in, confirmed and answered about once, however often the form is sent."""

from __future__ import annotations

import pytest
from django.urls import reverse

from samklang.agreements.models import Agreement
from samklang.inventories.models import Batch, Finding, Reading
from tests import cast
from tests.inventories import desk
from tests.inventories.answers import all_right
from tests.inventories.test_confirming import confirm, read, signed_in

pytestmark = pytest.mark.django_db
KEY = {"form_key": "0123456789abcdef" * 2}


def test_a_double_click_on_confirm_makes_one_agreement_and_leads_to_the_same_receipt() -> None:
    lund = desk.desk()
    reading = read(lund)
    client, sent = signed_in(lund), {**all_right(reading), **KEY}

    first, _page = confirm(client, reading, sent)
    second, _page = confirm(client, reading, sent)

    assert (first, second) == (302, 302)
    assert Agreement.objects.count() == 1


def test_files_that_are_sent_twice_are_handed_in_once() -> None:
    lund = desk.desk()
    client = signed_in(lund)
    sent = [
        client.post(
            reverse("inventories:receive"),
            {**KEY, "organization": lund.lund.pk, "documents": [desk.text_file()]},
        )
        for _turn in range(2)
    ]

    assert Batch.objects.count() == Reading.objects.count() == 1
    assert {answer.headers["Location"] for answer in sent} == {
        Batch.objects.get().get_absolute_url()
    }


def test_another_file_under_the_same_name_is_another_sending() -> None:
    lund = desk.desk()
    client = signed_in(lund)
    for lines in (desk.LINES, desk.LINES[:-1]):
        client.post(
            reverse("inventories:receive"),
            {**KEY, "organization": lund.lund.pk, "documents": [desk.text_file(lines=lines)]},
        )

    assert Batch.objects.count() == 2


def test_an_answer_that_is_sent_twice_is_recorded_once() -> None:
    lund = desk.desk()
    sent = {
        **KEY,
        "organization": lund.lund.pk,
        "area": lund.area.pk,
        "answered_date": cast.LONG_AGO.isoformat(),
        "channel": "mailbox",
    }
    client = signed_in(lund)

    for _turn in range(2):
        assert client.post(reverse("inventories:record_finding"), sent).status_code == 302

    assert Finding.objects.count() == 1
