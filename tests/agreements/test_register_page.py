"""The register’s page: what it lists, how it is narrowed, and how little it asks."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from samklang.agreements.models import Level
from tests import cast
from tests.agreements.pages import page

pytestmark = pytest.mark.django_db


def test_the_register_shows_every_agreement_with_its_status_as_a_link(siri: Client) -> None:
    agreement = cast.agreement("Skogen i Lund")
    cast.in_force(agreement)

    html = page(siri, "register")

    assert f'href="{agreement.get_absolute_url()}"' in html
    assert "Skogen i Lund" in html
    assert "Tillsvidare" in html
    assert "1 överenskommelse" in html


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"text": "SKOG lund"}, "local"),
        ({"text": "hav"}, ""),
        ({"level": "regional"}, "regional"),
        ({"status": "expired"}, "regional"),
        ({"status": "under_way"}, ""),
        ({"level": "nonsense"}, "local regional"),
        ({"area": "nonsense", "municipality": "999"}, "local regional"),
    ],
)
def test_the_register_is_narrowed(siri: Client, asked: dict[str, str], found: str) -> None:
    local = cast.agreement("local", about=cast.area("skog"))
    cast.in_force(local)
    regional = cast.agreement("regional", level=Level.REGIONAL, about=cast.area("sjö"))
    cast.in_force(regional, "2019-01-01", "2020-12-31")

    html = page(siri, "register", **asked)

    assert [name for name in ("local", "regional") if f">{name}</a>" in html] == found.split()
    assert ("Rensa filtret" in html) is (not found)


def test_the_register_is_asked_for_a_municipality_and_an_area(siri: Client) -> None:
    mora = cast.organization("mora")
    cast.in_force(cast.agreement("Moras", keeper=mora, about=cast.area("skog")))
    cast.in_force(cast.agreement("Lunds", about=cast.area("skog")))

    html = page(siri, "register", municipality=str(mora.pk), area=str(cast.area("skog").pk))

    assert ">Moras</a>" in html
    assert ">Lunds</a>" not in html


def test_the_register_on_a_day_shows_what_was_known_then(siri: Client) -> None:
    cast.in_force(cast.agreement(), "2023-01-01", "2024-12-31")

    assert "Gäller t.o.m. 31 december 2024" in page(siri, "register", on="2024-01-01")
    assert "Inte känd den här dagen" in page(siri, "register", on="2022-12-31")
    assert "Utgången sedan 31 december 2024" in page(siri, "register", on="igår")


def test_an_empty_register_says_what_will_stand_there(siri: Client) -> None:
    assert "Här finns ingen överenskommelse ännu" in page(siri, "register")


def test_the_register_does_not_show_another_countys(siri: Client) -> None:
    abroad = cast.organization("fjord", of=cast.partnership("sydmark"))
    cast.in_force(cast.agreement("Fjordens", keeper=abroad))

    assert "Fjordens" not in page(siri, "register")


@pytest.mark.parametrize("count", [1, 30])
def test_the_register_asks_as_much_for_one_as_for_thirty(
    siri: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        made = cast.agreement(f"Avtal {number}", keeper=cast.organization(f"ort{number}"))
        cast.in_force(made)

    with django_assert_num_queries(7):
        page(siri, "register")


def test_the_register_has_pages(siri: Client) -> None:
    for number in range(26):
        cast.agreement(f"Avtal {number:02}")

    html = page(siri, "register", page="2", level="local")

    assert "Sida 2 av 2" in html
    assert "level=local&amp;page=1" in html
