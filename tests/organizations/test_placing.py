"""Parties, bodies and seats are put in place once, changed when told, and stay in their county."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, models, transaction
from django.http import HttpResponse
from django.test import RequestFactory

from samklang.accounts.models import User
from samklang.organizations import api
from samklang.organizations.http import ActingMiddleware
from samklang.organizations.models import (
    Body,
    Membership,
    Organization,
    OrganizationKind,
    Partnership,
    Role,
)
from samklang.organizations.queries import body_on
from tests import cast

pytestmark = pytest.mark.django_db
SPRING, AUTUMN = date(2026, 3, 1), date(2026, 9, 1)


def test_a_partnership_is_made_and_then_brought_up_to_date() -> None:
    made, new = api.put_partnership("nordmark", name="Nordmark", country="xx", words={})
    again, changed = api.put_partnership("nordmark", name="Nordmark", country="xx", words={})
    renamed, told = api.put_partnership("nordmark", name="Norra marken")

    assert (new, changed, told) == (True, False, True)
    assert made == again == renamed
    assert api.partnership(made.pk).name == "Norra marken"
    assert api.partnership(made.pk).country == "xx"


def test_an_organization_keeps_what_the_pack_does_not_speak_of() -> None:
    home = cast.partnership()
    values = {"kind": OrganizationKind.MUNICIPALITY, "name": "Ale kommun", "short_name": "Ale"}
    made, _new = api.put_organization(home, "ale", **values, position=4)

    again, changed = api.put_organization(home, "ale", name="Ale stad")

    assert changed
    assert again.pk == made.pk
    stored = Organization.objects.get(code="ale")
    assert (stored.name, stored.short_name, stored.position) == ("Ale stad", "Ale", 4)


def test_the_same_code_in_two_counties_is_two_organizations() -> None:
    values = {"kind": OrganizationKind.REGION, "name": "Regionen", "short_name": "Regionen"}

    one, _new = api.put_organization(cast.partnership(), "region", **values)
    other, _made = api.put_organization(cast.partnership("sydmark"), "region", **values)

    assert one != other
    with pytest.raises(IntegrityError), transaction.atomic():
        Organization.objects.create(partnership=one.partnership, code="region", **values)


def test_a_body_answers_to_another() -> None:
    home = cast.partnership()
    council, _new = api.put_body(home, "rad", name="Rådet", level="council")
    network, _made = api.put_body(home, "nat", name="Nätverket", level="network")
    said = [api.put_reporting_line(network, parent_id=council.pk, from_date=None) for _ in "12"]
    _same, changed = api.put_body(home, "nat", level="network")

    assert (said, changed) == ([True, False], False)
    assert body_on(network, on=cast.TODAY).parent == council
    assert api.bodies(home.pk) == [council, network]
    assert api.bodies(cast.partnership("sydmark").pk) == []
    with pytest.raises(models.ProtectedError):
        council.delete()


def test_organizations_stand_in_the_countrys_alphabet() -> None:
    """Å, Ä and Ö come last in Swedish: the pack knows the order, and not the database."""
    for position, name in enumerate(("ale", "orsa", "älvdalen"), start=1):
        made = cast.organization(name)
        Organization.objects.filter(pk=made.pk).update(position=position)
    cast.organization("fjord", of=cast.partnership("sydmark"))

    found = api.organizations(cast.partnership().pk)

    assert [one.code for one in found] == ["ale", "orsa", "älvdalen"]


def test_only_municipalities_are_local() -> None:
    for kind in OrganizationKind.values:
        cast.organization(kind, kind=kind)

    assert [one.code for one in Organization.objects.local()] == ["municipality"]


# Seats


def seats() -> list[tuple[date, date | None]]:
    return list(Membership.objects.values_list("from_date", "until_date"))


def give(role: str = Role.EDITOR, start: date = SPRING) -> None:
    api.put_seat(cast.person("rut", None), cast.organization(), role=role, from_date=start)


def test_a_seat_that_is_held_stays_as_it_is() -> None:
    give()

    give(start=AUTUMN)

    assert seats() == [(SPRING, None)]


def test_a_seat_that_has_ended_begins_anew() -> None:
    give()
    Membership.objects.update(until_date=SPRING + timedelta(days=30))

    give(start=AUTUMN)

    assert seats() == [(AUTUMN, None)]


def test_another_role_is_another_seat() -> None:
    give()

    give(Role.COORDINATOR, AUTUMN)

    assert seats() == [(SPRING, None), (AUTUMN, None)]
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(
            user=cast.person("rut", None),
            organization=cast.organization(),
            role=Role.EDITOR,
            from_date=AUTUMN,
        )


@pytest.mark.parametrize(
    ("today", "may_write"),
    [
        (SPRING - timedelta(days=1), False),
        (SPRING, True),
        (AUTUMN, True),
        (AUTUMN + timedelta(days=1), False),
    ],
)
def test_what_somebody_may_write_follows_their_seats_by_the_day(
    today: date, may_write: bool
) -> None:
    give()
    Membership.objects.update(until_date=AUTUMN)

    rut = api.acting(cast.person("rut", None), today=today)

    assert bool(rut.writes_for()) is may_write
    assert bool(rut.partnership_ids) is may_write


def test_a_reader_who_becomes_an_editor_writes_from_that_day() -> None:
    give(Role.READER, SPRING)
    give(Role.EDITOR, AUTUMN)
    rut = cast.person("rut", None)

    before = api.acting(rut, today=AUTUMN - timedelta(days=1))
    after = api.acting(rut, today=AUTUMN)

    assert (len(before.seats), len(after.seats)) == (1, 2)
    assert not before.writes_for()
    assert after.writes_for() == {cast.organization().pk}
    assert before.organization == after.organization


def test_somebody_may_sit_in_two_counties_and_coordinates_where_they_do() -> None:
    fjord = cast.organization("fjord", of=cast.partnership("sydmark"))
    kim = cast.person("kim", Role.READER)
    cast.person("kim", Role.COORDINATOR, of=fjord)

    acting = cast.acting_for(kim)

    assert acting.partnership_ids == {cast.partnership().pk, fjord.partnership_id}
    assert acting.organization_ids == {cast.organization().pk, fjord.pk}
    assert acting.coordinates(fjord.partnership_id)
    assert not acting.coordinates(cast.partnership().pk)
    assert acting.writes_for() == {fjord.pk}
    assert acting.partnership == cast.partnership()


def test_two_who_may_the_same_have_the_same_marks_and_others_do_not() -> None:
    """The marks name a kept page: whoever may less must never be handed it."""
    siri, rune = (cast.acting_for(cast.person(name)) for name in ("siri", "rune"))
    reader = cast.acting_for(cast.person("lars", Role.READER))
    elsewhere = cast.acting_for(cast.person("mia", of=cast.organization("mora")))
    tomorrow = cast.acting_for(cast.person("siri"), today=cast.TODAY + timedelta(days=1))

    assert siri.marks == rune.marks
    assert len({one.marks for one in (siri, reader, elsewhere, tomorrow)}) == 4


def test_marking_one_county_as_demo_leaves_the_others() -> None:
    home, other = cast.partnership(), cast.partnership("sydmark")

    api.mark_demo(home, demo=True)
    assert list(Partnership.objects.filter(demo=True)) == [home]
    assert not Partnership.objects.get(pk=other.pk).demo

    api.mark_demo(home, demo=False)
    assert not Partnership.objects.filter(demo=True).exists()


def test_a_page_without_sign_in_has_nobody_to_act_for() -> None:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()

    def page(asked: object) -> HttpResponse:
        assert asked.acting.seats is None  # type: ignore[attr-defined]
        return HttpResponse()

    with pytest.raises(RuntimeError, match="Nobody is signed in"):
        ActingMiddleware(page)(request)


def test_each_is_called_as_people_call_it() -> None:
    lund = cast.organization()
    seat = Membership(user=User(name="Siri Ström"), organization=lund, role=Role.EDITOR)

    assert str(lund) == "Lund kommun"
    assert str(lund.partnership) == "Nordmark"
    assert str(Body(name="Nätverket")) == "Nätverket"
    assert str(seat) == "Siri Ström, Redaktör, Lund kommun"


def test_a_party_with_history_cannot_be_taken_away() -> None:
    agreement = cast.agreement()

    with pytest.raises(models.ProtectedError):
        agreement.keeper.delete()
