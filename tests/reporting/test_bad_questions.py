"""A question that makes no sense gets the form back, wherever it was asked, and no file."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from samklang.organizations.api import Role
from samklang.reporting.models import Report
from tests import cast
from tests.reporting import county

pytestmark = pytest.mark.django_db
BAD = [
    ({"on": "2999-01-01"}, "Den dagen har inte kommit än"),
    ({"on": "'; drop table"}, "Skriv dagen som år-månad-dag"),
    ({"area": "moon"}, "Ett av områdena finns inte"),
]


@pytest.fixture
def kim(client: Client) -> Client:
    county.full()
    support = cast.organization("stod", kind="support")
    client.force_login(cast.person("kim", Role.COORDINATOR, of=support))
    return client


@pytest.mark.parametrize(("asked", "said"), BAD)
def test_no_file_is_made_of_it(kim: Client, asked: dict[str, str], said: str) -> None:
    answer = kim.get(reverse("reporting:draft_file", args=["xlsx"]), asked)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert answer["Content-Type"].startswith("text/html")
    assert said in answer.content.decode()


@pytest.mark.parametrize(("asked", "said"), BAD)
def test_nothing_is_approved_by_it(kim: Client, asked: dict[str, str], said: str) -> None:
    answer = kim.post(reverse("reporting:approve"), asked)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in answer.content.decode()
    assert not Report.objects.exists()


def test_a_text_that_is_too_long_is_shown_again_with_what_was_written(kim: Client) -> None:
    answer = kim.post(reverse("reporting:approve"), {"addressed_to": "Nätverket " + "ö" * 200})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Nätverket" in answer.content.decode()
    assert not Report.objects.exists()


def test_a_report_is_approved_by_sending_and_never_by_a_link(kim: Client) -> None:
    assert kim.get(reverse("reporting:approve")).status_code == HTTPStatus.METHOD_NOT_ALLOWED
