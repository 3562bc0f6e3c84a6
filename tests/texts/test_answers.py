"""Answering locally: the wording is beside, neighbours help, nothing is lost, nothing is forbidden.

Seen red: drafts among the examples, `seen` not compared, the wording not kept, the phrases not
looked for, the example saved as it was shown, and the regional text taken whether in force or not.
"""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from samklang.agreements.models import Edition
from samklang.texts.models import Answer
from tests import cast
from tests.texts.county import FIRST, SECOND, answer, commitments, local, regional, undertake
from tests.texts.desk import client, statements

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def upper() -> Edition:
    return regional(FIRST, SECOND)


@pytest.fixture
def draft(upper: Edition) -> Edition:
    """What Lund is writing."""
    return local("lund", upper.agreement, in_force=False)


def address(draft: Edition, number: int = 0, *, to: Edition) -> str:
    return reverse("texts:answer", args=[draft.pk, commitments(to)[number].key])


def shown(by: Client, url: str) -> str:
    answered = by.get(url)
    assert answered.status_code == HTTPStatus.OK
    return answered.content.decode()


def test_the_list_has_what_the_regional_text_in_force_asks(upper: Edition, draft: Edition) -> None:
    page = shown(client(), reverse("texts:tasks", args=[draft.pk]))

    assert FIRST in page
    assert SECOND in page


def test_a_regional_text_that_is_no_longer_in_force_asks_for_nothing(
    upper: Edition, draft: Edition
) -> None:
    cast.event(upper, "terminated", "2024-01-01")

    page = shown(client(), reverse("texts:tasks", args=[draft.pk]))

    assert FIRST not in page


def test_an_answer_is_kept_beside_the_wording_that_it_answers(
    upper: Edition, draft: Edition
) -> None:
    sent = {"how": "Växeln ringer.", "by_municipality": "Växeln", "when": "Samma dag"}

    answered = client().post(address(draft, to=upper), sent)

    saved = Answer.objects.get()
    assert answered.headers["Location"] == address(draft, 1, to=upper)
    assert (saved.how, saved.when, saved.upper_wording) == ("Växeln ringer.", "Samma dag", FIRST)
    assert saved.is_full


def test_what_says_nothing_is_noticed_and_saved_all_the_same(
    upper: Edition, draft: Edition
) -> None:
    by = client()

    answered = by.post(address(draft, to=upper), {"how": "Vi möts.", "when": "Vid tillfälle"})

    assert answered.status_code == HTTPStatus.FOUND
    assert Answer.objects.get().when == "Vid tillfälle"
    assert "vid tillfälle" in shown(by, address(draft, to=upper))


def test_the_second_of_two_who_answer_sees_both(upper: Edition, draft: Edition) -> None:
    url = address(draft, to=upper)
    client().post(url, {"how": "Växeln ringer."})

    answered = client("bo").post(url, {"how": "Brevbäraren kommer.", "seen": ""})

    assert answered.status_code == HTTPStatus.CONFLICT
    assert "Växeln ringer." in answered.content.decode()
    assert "Brevbäraren kommer." in answered.content.decode()
    assert Answer.objects.get().how == "Växeln ringer."


def test_decided_answers_of_neighbours_are_examples_and_drafts_are_not(
    upper: Edition, draft: Edition
) -> None:
    asked = commitments(upper)[0]
    answer(local("mora", upper.agreement), asked, how="Mora tar hästen.")
    answer(local("orsa", upper.agreement, in_force=False), asked, how="Orsa tar båten.")

    page = shown(client(), address(draft, to=upper))

    assert "Mora tar hästen." in page
    assert "Orsa tar båten." not in page


def test_an_example_fills_the_form_and_saves_nothing(upper: Edition, draft: Edition) -> None:
    answer(local("mora", upper.agreement), commitments(upper)[0], how="Mora tar hästen.")

    page = shown(client(), address(draft, to=upper) + "?fran=mora")

    assert "Mora tar hästen.</textarea>" in page
    assert not Answer.objects.filter(edition=draft).exists()


def test_what_was_considered_is_kept_with_its_comment(upper: Edition, draft: Edition) -> None:
    sent = {"asked-weather": "on", "comment-weather": "Vi har paraply."}

    client().post(address(draft, to=upper), sent)

    (kept,) = Answer.objects.get().considered
    assert kept == {"question": "weather", "considered": True, "comment": "Vi har paraply."}


@pytest.mark.slow
def test_the_list_of_a_long_regional_text_takes_as_many_statements(
    upper: Edition, draft: Edition
) -> None:
    by, counts = client(), []
    url = reverse("texts:tasks", args=[draft.pk])
    for length in (1, 29):
        for _section in range(length):
            undertake(upper, SECOND)
        counts.append(statements(by, url))

    assert counts[0] == counts[1]


def test_the_list_takes_as_many_statements_for_thirty_as_for_one(
    upper: Edition, draft: Edition
) -> None:
    by, counts = client(), []
    url = reverse("texts:tasks", args=[draft.pk])
    for names in (["mora"], [f"by{number}" for number in range(29)]):
        for name in names:
            answer(local(name, upper.agreement), commitments(upper)[0])
        counts.append(statements(by, url))

    assert counts[0] == counts[1]
