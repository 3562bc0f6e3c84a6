"""A meeting of a body is called by those who keep it, and by nobody else who writes.

Seen red: with every writer let in, with a chair of another body let in, with a chair whose time is
over, and with what is sent past the form not asked for.
"""

from __future__ import annotations

import html
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from samklang.accounts.models import User
from samklang.meetings.models import Meeting, Series
from samklang.organizations.models import Body, PostKind, Role
from tests import cast
from tests.meetings.desk import Desk, client, desk

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
CALL, SERIES = reverse("meetings:call"), reverse("meetings:begin_series")


def calling(user: User, body: Body, keeper: str) -> Any:
    sent = {"body": body.pk, "keeper": cast.organization(keeper).pk, "date": "2027-03-12"}
    return client(user).post(CALL, sent)


def planning(user: User, body: Body, keeper: str) -> Any:
    sent = {"body": body.pk, "keeper": cast.organization(keeper).pk, "name": "Våra möten"}
    return client(user).post(SERIES, {**sent, "weekday": "3"})


def said(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def offered(user: User) -> list[str]:
    form = client(user).get(CALL).context["form"]
    return [name for _pk, name in form.fields["body"].choices[1:]]


def chaired(lund: Desk, **more: Any) -> None:
    User.objects.filter(pk=lund.rune.pk).update(email="rune@orsa.example")
    cast.post(lund.body, "Rune", kind=PostKind.CHAIR, email="Rune@orsa.example", **more)


def test_who_writes_for_another_organization_calls_no_meeting_of_the_county_s_body() -> None:
    lund = desk()
    own = cast.body("Orsas grupp", of=cast.organization("orsa"))
    for send in (calling, planning):
        refused = send(lund.rune, lund.body, "orsa")
        assert refused.status_code == 403
        assert "Till möten i Skogsnätverket kallar ordföranden, samordnarna" in said(refused)
    assert Meeting.objects.count() == 1
    assert not Series.objects.exists()

    assert offered(lund.rune) == ["Orsas grupp"]
    assert calling(lund.rune, own, "orsa").status_code == 302
    assert planning(lund.rune, own, "orsa").status_code == 302
    # Nor does Lund call Orsa's.
    refused = calling(lund.ester, own, "lund")
    assert refused.status_code == 403


def test_whoever_keeps_nothing_is_told_who_calls_meetings_and_gets_no_button() -> None:
    lund = desk()
    refused = client(lund.ester).get(CALL)
    assert refused.status_code == 403
    assert "Din organisation håller inte i någon grupp" in said(refused)
    for page in ("register", "year_plan"):
        shown = said(client(lund.ester).get(reverse(f"meetings:{page}")))
        assert "Din organisation håller inte i någon grupp" in shown
        assert f'href="{CALL}"' not in shown
        assert f'href="{SERIES}"' not in shown


def test_the_coordinators_and_the_support_unit_call_the_meetings_of_all_bodies() -> None:
    lund = desk()
    own = cast.body("Orsas grupp", of=cast.organization("orsa"))
    lena = cast.person("lena", Role.EDITOR, of=cast.organization("support"))
    for user in (lund.cora, lena):
        assert sorted(offered(user)) == ["Orsas grupp", "Skogsnätverket"]
        assert calling(user, lund.body, "support").status_code == 302
        assert calling(user, own, "support").status_code == 302


def test_the_chair_calls_the_body_s_meetings_while_they_chair_it() -> None:
    lund = desk()
    today = timezone.localdate()
    chaired(lund, until_date=today)
    cast.post(cast.body("Rådet"), "Rune", kind=PostKind.MEMBER, email="rune@orsa.example")
    assert offered(lund.rune) == ["Skogsnätverket"]
    assert calling(lund.rune, lund.body, "orsa").status_code == 302
    lund.body.posts.update(until_date=today - timedelta(days=1))
    assert calling(lund.rune, lund.body, "orsa").status_code == 403
    # Without an address nobody is taken for the chair whose address is not written.
    lund.body.posts.update(until_date=None, email="")
    User.objects.filter(pk=lund.rune.pk).update(email="")
    assert client(lund.rune).get(CALL).status_code == 403
