"""Rights: given in one's own organization, never above one's own, and gone when taken back.

Seen red: with roles_to_give answering every role, with views.give without its require, with
can_end without its last line, and with actions.end leaving the last day as it was.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from samklang.accounts.strength import mark_strong
from samklang.audit.models import Entry
from samklang.common.lifecycle import MoveNotAllowed
from samklang.organizations import actions, policies
from samklang.organizations.acting import acting
from samklang.organizations.models import Membership, OrganizationKind, Role
from tests import cast

pytestmark = pytest.mark.django_db


def seat_of(name: str, role: str = Role.EDITOR) -> Membership:
    return Membership.objects.get(user=cast.person(name, role), role=role)


def rights_of(name: str) -> set[str]:
    return set(Membership.objects.filter(user__username=name).values_list("role", flat=True))


def strong(name: str, role: str = Role.ADMINISTRATOR) -> Client:
    client = Client()
    client.force_login(cast.person(name, role))
    session = client.session
    mark_strong(session)
    session.save()
    return client


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (OrganizationKind.MUNICIPALITY, {Role.READER, Role.EDITOR, Role.ADMINISTRATOR}),
        (OrganizationKind.REGION, {Role.READER, Role.EDITOR, Role.ADMINISTRATOR}),
        (OrganizationKind.SUPPORT, set(Role)),
    ],
)
def test_only_the_support_unit_gives_the_right_to_coordinate_the_county(
    kind: str, given: set[Role]
) -> None:
    """A coordinator writes for everybody: a municipality could else help itself to all."""
    home = cast.organization("home", kind=kind)
    ada = cast.acting_for(cast.person("ada", Role.ADMINISTRATOR, of=home))

    assert set(policies.roles_to_give(ada, home)) == given


@pytest.mark.parametrize("role", [Role.READER, Role.EDITOR, Role.COORDINATOR])
def test_nobody_but_an_administrator_gives_rights(role: str) -> None:
    home = cast.organization()
    siri, seat = strong("siri", role), seat_of("bo")
    person = cast.acting_for(cast.person("siri", role))

    answer = siri.post(reverse("organizations:give", args=[seat.pk]), {"role": Role.READER})

    assert policies.roles_to_give(person, home) == ()
    assert not policies.can_administer(person, home)
    assert answer.status_code == 403
    assert rights_of("bo") == {Role.EDITOR}


def test_a_right_that_is_not_offered_is_not_given_to_whoever_sends_it_anyway() -> None:
    ada, seat = strong("ada"), seat_of("bo")

    answer = ada.post(reverse("organizations:give", args=[seat.pk]), {"role": Role.COORDINATOR})

    assert answer.status_code == 422
    assert rights_of("bo") == {Role.EDITOR}


def test_an_administrator_gives_none_in_another_organization() -> None:
    ada = cast.acting_for(cast.person("ada", Role.ADMINISTRATOR))
    other = cast.organization("region")

    assert policies.roles_to_give(ada, other) == ()
    assert "region" in str(policies.can_administer(ada, other).reason).lower()


def test_rights_that_rest_say_how_to_wake_them() -> None:
    user = cast.person("ada", Role.ADMINISTRATOR)
    ada = acting(user, today=cast.TODAY, strong=False)

    verdict = policies.can_administer(ada, cast.organization())

    assert not verdict
    assert "tvåstegsverifiering" in str(verdict.reason)
    assert ada.organization_ids == {cast.organization().pk}
    assert ada.writes_for() == frozenset()


def test_a_right_that_is_taken_back_is_gone_at_the_next_click() -> None:
    siri = Client()
    siri.force_login(cast.person("siri"))
    assert siri.get("/las-in/").status_code == 200
    seat = seat_of("siri")

    strong("ada").post(reverse("organizations:end", args=[seat.pk]))

    home = cast.organization()
    assert siri.get(home.get_absolute_url()).status_code == 404


def test_a_right_given_and_taken_back_the_same_day_leaves_nothing() -> None:
    ada, today = cast.person("ada", Role.ADMINISTRATOR), timezone.localdate()
    eva = cast.person("eva", None)
    seat = actions.give(eva, cast.organization(), role=Role.READER, by=ada, today=today)

    actions.end(seat, by=ada, today=today)

    assert acting(eva, today=today).seats == ()


def test_a_right_that_has_ended_cannot_be_ended_again() -> None:
    ada = cast.person("ada", Role.ADMINISTRATOR)
    seat = seat_of("siri")
    actions.end(seat, by=ada, today=cast.TODAY)

    with pytest.raises(MoveNotAllowed):
        actions.end(seat, by=ada, today=cast.TODAY)


def test_giving_an_ended_right_begins_anew() -> None:
    ada, seat = cast.person("ada", Role.ADMINISTRATOR), seat_of("siri")
    actions.end(seat, by=ada, today=cast.TODAY)

    actions.give(seat.user, seat.organization, role=seat.role, by=ada, today=cast.TODAY)

    seat.refresh_from_db()
    assert (seat.from_date, seat.until_date) == (cast.TODAY, None)


@pytest.mark.parametrize(
    ("day", "holds"),
    [(date(2027, 6, 29), True), (date(2027, 6, 30), True), (date(2027, 7, 1), False)],
)
def test_a_right_holds_through_its_last_day(day: date, holds: bool) -> None:
    ada, eva = cast.person("ada", Role.ADMINISTRATOR), cast.person("eva", None)
    actions.give(
        eva,
        cast.organization(),
        role=Role.EDITOR,
        by=ada,
        today=cast.TODAY,
        until_date=date(2027, 6, 30),
    )

    assert bool(acting(eva, today=day).writes_for()) is holds


def test_the_last_administrator_stays() -> None:
    ada = cast.person("ada", Role.ADMINISTRATOR)
    seat = Membership.objects.get(user=ada)

    alone = policies.can_end(cast.acting_for(ada), seat)
    cast.person("eva", Role.ADMINISTRATOR)
    with_another = policies.can_end(cast.acting_for(ada), seat)

    assert "sista administratören" in str(alone.reason)
    assert with_another


def test_the_yearly_question_comes_back_after_a_year() -> None:
    client = strong("ada")
    seat = seat_of("siri")
    today = timezone.localdate()
    Membership.objects.update(reviewed_date=today - timedelta(days=364))
    page = cast.organization().get_absolute_url()
    assert "Inte granskad på ett år" not in client.get(page).content.decode()

    Membership.objects.update(reviewed_date=today - timedelta(days=365))
    asked = client.get(page).content.decode()
    client.post(reverse("organizations:confirm", args=[seat.pk]))

    assert asked.count("Inte granskad på ett år") == 2
    assert client.get(page).content.decode().count("Inte granskad på ett år") == 1


def test_everybody_in_the_organization_reads_the_list_as_sentences() -> None:
    cast.person("ada", Role.ADMINISTRATOR)
    siri = cast.person("siri")
    Membership.objects.filter(user=siri).update(until_date=date(2099, 6, 30))
    client = Client()
    client.force_login(cast.person("rut", Role.READER))

    shown = client.get(cast.organization().get_absolute_url()).content.decode()

    assert "Siri får skriva för Lund kommun till och med 2099-06-30." in shown
    assert "Ada är administratör för Lund kommun." in shown
    assert "Rut får läsa det som är internt hos Lund kommun." in shown
    assert "Ta tillbaka" not in shown
    assert "Bara administratörerna för Lund kommun får göra detta." in shown


def test_the_history_tells_what_happened_in_words() -> None:
    client, seat = strong("ada"), seat_of("siri")
    client.post(reverse("organizations:give", args=[seat.pk]), {"role": Role.READER})
    client.post(reverse("organizations:end", args=[seat.pk]))

    shown = client.get(reverse("organizations:history", args=[cast.organization().pk]))

    assert "gav Siri rättigheten: läsare" in shown.content.decode()
    assert "tog tillbaka rättigheten från Siri: redaktör" in shown.content.decode()


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_asks_as_much_for_one_as_for_thirty(
    count: int, django_assert_max_num_queries: object
) -> None:
    client = strong("ada")
    for n in range(count):
        cast.person(f"colleague-{n}")

    with django_assert_max_num_queries(8):  # type: ignore[operator]
        client.get(cast.organization().get_absolute_url())


@pytest.mark.parametrize("count", [1, 30])
def test_the_history_asks_as_much_for_one_as_for_thirty(
    count: int, django_assert_max_num_queries: object
) -> None:
    client, ada = strong("ada"), cast.person("ada", Role.ADMINISTRATOR)
    for n in range(count):
        person = cast.person(f"colleague-{n}", None)
        actions.give(person, cast.organization(), role=Role.READER, by=ada, today=cast.TODAY)

    with django_assert_max_num_queries(9):  # type: ignore[operator]
        client.get(reverse("organizations:history", args=[cast.organization().pk]))


@pytest.mark.parametrize("verb", ["give", "end", "confirm"])
def test_a_form_that_is_sent_twice_is_carried_out_once_and_answered_alike(verb: str) -> None:
    """Seen red: the second of two clicks on “Take back” was told that nothing is there."""
    cast.person("eva")
    ada, seat = strong("ada"), seat_of("eva")
    sent = {"role": Role.READER, "form_key": "0123456789abcdef" * 2}

    answers = [ada.post(reverse(f"organizations:{verb}", args=[seat.pk]), sent) for _ in range(2)]

    assert [one.headers["Location"] for one in answers] == [
        cast.organization().get_absolute_url()
    ] * 2
    assert Entry.objects.filter(verb__startswith="right.").count() == 1
