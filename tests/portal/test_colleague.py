"""An administrator reads what a colleague sees and may do, and it is what the pages answer.

Seen red: with each policy of the page answering no, with acting_within keeping every seat, and
without the view's require.
"""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from samklang.accounts.models import User
from samklang.accounts.strength import mark_strong
from samklang.organizations.models import Membership, OrganizationKind, Role
from samklang.portal.pages import ColleaguePage, colleague_page
from tests import cast
from tests.architecture.scene import Scene
from tests.sharing.test_sharing import draft, shared

pytestmark = pytest.mark.django_db
ALL_OF = {
    Role.READER: set[int](),
    Role.EDITOR: {0, 1, 2},
    Role.COORDINATOR: {0, 1, 2, 3},
    Role.ADMINISTRATOR: {0, 1, 2, 4},
}


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    session = client.session
    mark_strong(session)
    session.save()
    return client


def seat_of(user: User) -> Membership:
    return Membership.objects.filter(user=user).latest("pk")


def page_of(user: User) -> ColleaguePage:
    return colleague_page(seat_of(user), today=cast.TODAY)


@pytest.mark.parametrize("role", Role)
def test_what_is_said_is_what_the_pages_answer(role: Role) -> None:
    """The page and the colleague’s own clicks cannot differ: the same doings are tried."""
    kind = OrganizationKind.SUPPORT if role == Role.COORDINATOR else OrganizationKind.MUNICIPALITY
    home = cast.organization("vik", kind=kind)
    eva = cast.person("eva", role, of=home)
    own = signed_in(eva)
    tried = [
        own.get(reverse("agreements:create")),
        own.post(reverse("inventories:receive")),
        own.get(reverse("inventories:new_finding")),
        own.post(reverse("reporting:approve"), {"on": "2026-11-24"}),
        own.get(reverse("organizations:invite", args=[home.pk])),
    ]

    said = page_of(eva).doings

    assert {number for number, one in enumerate(said) if one.verdict} == ALL_OF[role]
    assert [bool(one.verdict) for one in said] == [answer.status_code != 403 for answer in tried]
    assert all(one.verdict.reason for one in said if not one.verdict)


@pytest.mark.parametrize(("role", "status"), [(Role.EDITOR, 403), (Role.ADMINISTRATOR, 200)])
def test_only_an_administrator_is_said_to_see_how_the_system_is_doing(
    role: Role, status: int
) -> None:
    eva = cast.person("eva", role)

    said = any("Hur systemet mår" in one for one in page_of(eva).sees)

    assert signed_in(eva).get(reverse("setup:status")).status_code == status
    assert said is (status == 200)


def test_drafts_and_files_are_seen_inside_their_organization_only() -> None:
    """As the page says: a reader of the organization, and one of another."""
    scene = Scene()
    addresses = [
        reverse("agreements:download", args=scene.arguments("draft text")),
        reverse("inventories:reading", args=scene.arguments("reading")),
    ]
    inside = signed_in(cast.person("eva", Role.READER, of=scene.own))
    outside = signed_in(cast.person("bo", Role.ADMINISTRATOR, of=scene.region))

    assert [inside.get(one).status_code for one in addresses] == [200, 200]
    assert [outside.get(one).status_code for one in addresses] == [404, 404]


def test_a_draft_that_is_shared_is_seen_by_a_colleague_there() -> None:
    """As the page says, of what others share with the organization."""
    edition = draft()
    eva = cast.person("eva", Role.READER, of=cast.organization("mora"))
    file = edition.files.get().file_id
    at = reverse("agreements:download", args=[edition.agreement_id, file])
    before = signed_in(eva).get(at).status_code

    shared(edition)

    assert (before, signed_in(eva).get(at).status_code) == (404, 200)
    assert any("andra delar med organisationen" in one for one in page_of(eva).sees)


def test_the_page_tells_of_this_organization_alone() -> None:
    """What she may do elsewhere is for the administrators there to know."""
    eva = cast.person("eva", Role.ADMINISTRATOR, of=cast.organization("vik"))
    cast.person("eva", Role.READER)

    page = page_of(eva)

    assert page.rights == ("Eva får läsa det som är internt hos Lund kommun.",)
    assert not any(one.verdict for one in page.doings)
    assert not any("Vik" in one for one in page.sees)


def test_an_administrator_reads_it_and_her_colleague_may_not() -> None:
    ada, eva = cast.person("ada", Role.ADMINISTRATOR), cast.person("eva")
    at = reverse("portal:colleague", args=[seat_of(eva).pk])

    shown = signed_in(ada).get(at).content.decode()

    assert "Eva får skriva för Lund kommun." in shown
    assert re.search(r"Lämna in filer.*?<strong>Ja</strong>", shown, re.S)
    assert re.search(r"Godkänna rapporter.*?<strong>Nej</strong>", shown, re.S)
    assert signed_in(eva).get(at).status_code == 403


def test_a_right_that_is_taken_back_leaves_no_such_page() -> None:
    ada, eva = signed_in(cast.person("ada", Role.ADMINISTRATOR)), cast.person("eva")
    seat = seat_of(eva)
    at = reverse("portal:colleague", args=[seat.pk])
    people = ada.get(cast.organization().get_absolute_url()).content.decode()

    ada.post(reverse("organizations:end", args=[seat.pk]))

    assert f'href="{at}"' in people
    assert ada.get(at).status_code == 404
