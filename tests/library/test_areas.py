"""A county's areas come from its pack, stand in its order, and are nobody else's."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from samklang.library.api import Area, areas, put_area
from tests import cast

pytestmark = pytest.mark.django_db


def put(code: str = "forest", **values: Any) -> tuple[Area, bool]:
    said = {"name": "Skog och mark", "short_name": "Skog", **values}
    return put_area(cast.partnership().pk, code, **said)


def test_an_area_is_put_in_place_with_all_that_the_pack_says() -> None:
    area, changed = put(
        statutory=True,
        statutory_basis="4 § skogslagen",
        target_group="De som går vilse.",
        position=3,
        translations={"en": {"name": "Woods", "short_name": "Woods"}},
    )

    stored = Area.objects.get()
    assert changed
    assert stored == area
    assert (stored.name, stored.short_name, stored.statutory) == ("Skog och mark", "Skog", True)
    assert (stored.statutory_basis, stored.position) == ("4 § skogslagen", 3)
    assert stored.target_group == "De som går vilse."
    assert stored.translations["en"]["name"] == "Woods"


def test_what_stands_already_is_not_a_change() -> None:
    put()

    area, changed = put()

    assert not changed
    assert Area.objects.get() == area


def test_what_the_pack_says_anew_takes_the_place_of_the_old() -> None:
    first, _new = put()

    area, changed = put(name="Skog", statutory=True)

    assert changed
    assert area.pk == first.pk
    assert (Area.objects.get().name, Area.objects.get().statutory) == ("Skog", True)
    assert Area.objects.get().short_name == "Skog"


def test_areas_stand_in_the_packs_order_and_then_as_they_came() -> None:
    for code, position in (("air", 2), ("water", 1), ("earth", 1)):
        put(code, position=position)

    found = areas(cast.partnership().pk)

    assert [area.code for area in found] == ["water", "earth", "air"]


def test_two_counties_may_have_the_same_code_and_see_their_own() -> None:
    elsewhere = cast.partnership("sydmark")
    own, _new = put()
    theirs, _made = put_area(elsewhere.pk, "forest", name="Annan skog", short_name="Annan")

    assert list(areas(cast.partnership().pk)) == [own]
    assert list(areas(elsewhere.pk)) == [theirs]
    assert not areas(0).exists()


def test_a_county_has_one_area_per_code() -> None:
    put()

    with pytest.raises(IntegrityError), transaction.atomic():
        Area.objects.create(partnership=cast.partnership(), code="forest", name="En till")


def test_an_area_is_called_by_its_name() -> None:
    assert str(put()[0]) == "Skog och mark"
