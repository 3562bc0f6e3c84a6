"""From nothing to a first draft: one question a page, everything skippable, nothing saved before.

Seen red: the agreement made on the first page, a draft of others offered to begin with, answers
carried over as done, the regional text in force not proposed, a second agreement made where the
same parties have one, and an area not asked for.
"""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from samklang.agreements.models import Agreement, Edition
from samklang.organizations.models import OrganizationKind
from samklang.texts.models import Answer, Section
from tests import cast
from tests.texts.county import FIRST, answer, commitments, local, regional
from tests.texts.desk import client, section

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def upper() -> Edition:
    cast.organization("region", kind=OrganizationKind.REGION)
    return regional(FIRST)


def say(by: Client, slug: str, **answers: object) -> None:
    answered = by.post(reverse("guide:step", args=[slug]), answers)
    assert answered.status_code == HTTPStatus.FOUND, answered.content.decode()


def begin(by: Client, **answers: object) -> Edition:
    answered = by.post(reverse("guide:check"), {"title": "Skog i Lund", **answers})
    assert answered.status_code == HTTPStatus.FOUND, answered.content.decode()
    return Edition.objects.latest("pk")


def headings(edition: Edition) -> list[str]:
    return [one.heading for one in Section.objects.filter(edition=edition).as_of()]


def test_an_area_is_enough_and_the_rest_has_defaults(upper: Edition) -> None:
    by = client()
    say(by, "omrade", area=upper.agreement.area_id)
    assert Agreement.objects.count() == 1

    made = begin(by)

    agreement = made.agreement
    assert (agreement.title, agreement.parent) == ("Skog i Lund", upper.agreement)
    assert agreement.keeper == cast.organization("lund")
    assert [str(one) for one in agreement.parties.all()] == ["Lund kommun", "Region kommun"]
    assert headings(made) == ["Varför", "Vem gör vad"]


def test_every_answer_can_be_changed_before_the_draft_is_begun(upper: Edition) -> None:
    by = client()
    say(by, "omrade", area=upper.agreement.area_id)
    say(by, "grund", parent=upper.agreement_id)
    say(by, "grund", parent=0)
    say(by, "borja", start="empty")
    say(by, "personer", responsible="Samordnaren")

    made = begin(by)

    assert made.agreement.parent is None
    assert made.agreement.revision_responsible == "Samordnaren"
    assert headings(made) == []


def test_a_neighbours_decided_text_comes_along_and_its_draft_is_not_offered(
    upper: Edition,
) -> None:
    decided = local("mora", upper.agreement)
    section(decided, heading="Så gör Mora")
    said = answer(decided, commitments(upper)[0])
    said.is_done = True
    said.save()
    draft = local("orsa", upper.agreement, in_force=False)
    section(draft, heading="Hemligt i Orsa")
    by = client()
    say(by, "omrade", area=upper.agreement.area_id)
    page = by.get(reverse("guide:step", args=["borja"])).content.decode()
    assert "Skog i mora" in page
    assert "Skog i orsa" not in page
    refused = by.post(reverse("guide:step", args=["borja"]), {"start": str(draft.pk)})
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY

    say(by, "borja", start=str(decided.pk))
    made = begin(by)

    assert headings(made) == ["Så gör Mora"]
    assert [one.is_done for one in Answer.objects.filter(edition=made)] == [False]


def test_parties_that_have_one_already_begin_its_next_edition(upper: Edition) -> None:
    held = local("lund", upper.agreement)
    by = client()
    say(by, "omrade", area=upper.agreement.area_id)
    say(by, "parter", keeper=held.agreement.keeper_id, parties=[])

    made = begin(by)

    assert (made.agreement, made.number) == (held.agreement, 2)


def test_without_an_area_nothing_is_begun(upper: Edition) -> None:
    answered = client().post(reverse("guide:check"), {"title": "Skog i Lund"})

    assert answered.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert Agreement.objects.count() == 1


def test_the_plan_tells_how_long_it_has_taken_others(upper: Edition) -> None:
    local("mora", upper.agreement)
    mora = Agreement.objects.get(title="Skog i mora").editions.get()
    mora.validity_events.filter(kind="starts").update(
        first_date="2025-01-01", last_date="2025-01-01"
    )
    by = client()
    say(by, "omrade", area=upper.agreement.area_id)

    page = by.get(reverse("guide:step", args=["tidplan"])).content.decode()

    assert "24 månader" in page


def test_a_draft_that_is_there_already_is_gone_on_in(upper: Edition) -> None:
    by = client()
    say(by, "omrade", area=upper.agreement.area_id)
    first = begin(by)
    [*sections] = Section.objects.filter(edition=first).as_of()
    say(by, "omrade", area=upper.agreement.area_id)

    again = begin(by)

    assert again == first
    assert Edition.objects.filter(agreement=first.agreement).count() == 1
    assert list(Section.objects.filter(edition=first).as_of()) == sections
