"""A body that has not met for a year is pointed out, on its page and in the picture.

Seen red: with drafts, with cancelled meetings and with those to come counted as having been.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from samklang.meetings import actions
from samklang.meetings.body_flags import not_met
from samklang.meetings.models import Meeting
from samklang.organizations.models import Body, OrganizationKind
from tests.cast import TODAY
from tests.meetings.desk import client, desk

pytestmark = pytest.mark.django_db
FLAG = "Inget möte registrerat på ett år"


def test_a_body_is_pointed_out_until_the_county_has_been_sent_a_meeting_of_the_year() -> None:
    lund = desk()
    Body.objects.update(kind=OrganizationKind.SUPPORT)
    page, picture = lund.body.get_absolute_url(), reverse("bodies:chart")

    def said() -> list[bool]:
        return [FLAG in client(lund.rune).get(one).content.decode() for one in (page, picture)]

    # A draft is told to nobody.
    assert said() == [True, True]
    actions.send_out(lund.now, by=lund.by)
    assert said() == [False, False]
    actions.cancel(lund.now, reason="Ingen kan.", by=lund.by)
    assert said() == [True, True]


def test_a_young_body_and_one_that_is_not_the_countys_are_not_pointed_out() -> None:
    lund = desk()
    actions.send_out(lund.now, by=lund.by)
    there = Body.objects.filter(pk=lund.body.pk)
    day = Meeting.objects.get().date
    assert day is not None
    assert list(not_met([there.get()], day + timedelta(days=364))) == []
    assert list(not_met([there.get()], day + timedelta(days=365))) == [lund.body.pk]
    # One that is planned for later is none that has been.
    assert list(not_met([there.get()], day - timedelta(days=1))) == [lund.body.pk]

    there.update(from_date=TODAY - timedelta(days=100), kind=OrganizationKind.SUPPORT)
    Meeting.objects.all().delete()
    answer = client(lund.rune).get(lund.body.get_absolute_url())
    assert FLAG not in answer.content.decode()
    there.update(from_date=None, kind=OrganizationKind.OTHER)
    answer = client(lund.rune).get(lund.body.get_absolute_url())
    assert FLAG not in answer.content.decode()
