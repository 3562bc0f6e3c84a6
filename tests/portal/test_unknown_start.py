"""A start that nobody knows is said in words wherever the agreement stands, never as “always”."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from samklang.agreements.models import Agreement, EventKind
from tests import cast
from tests.portal.county import municipality, statutory

pytestmark = pytest.mark.django_db
SAID = "startdagen är inte känd"
FROM = "inte känd, gäller säkert från 2023-05-01"


@pytest.fixture
def siri(client: Client) -> Client:
    client.force_login(cast.person("siri", of=municipality(1)))
    return client


def without_start() -> Agreement:
    """Everybody adopted it in May 2023; when it began is left blank."""
    agreement = cast.agreement(keeper=municipality(1), about=statutory("forest"))
    edition = cast.edition(agreement)
    cast.event(edition, EventKind.STARTS)
    cast.event(edition, EventKind.ENDS, "2028-12-31")
    cast.adopted(edition, date(2023, 5, 1))
    return agreement


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/lanet/", SAID),
        ("/lanet/forest/", FROM),
        ("/avtal/", SAID),
        ("/rapporter/inventering/?area=forest", FROM),
    ],
)
def test_every_page_says_that_the_start_is_not_known(siri: Client, address: str, said: str) -> None:
    without_start()

    assert said in siri.get(address).content.decode()


def test_the_agreements_own_page_and_its_table_say_it_too(siri: Client) -> None:
    page = siri.get(without_start().get_absolute_url()).content.decode()

    assert "Startdagen är inte känd. Den räknas som gällande från 1 maj 2023." in page
    assert "startdagen är inte känd, visas från när den säkert gällde" in page


def test_before_the_day_that_it_is_known_to_hold_nobody_counts_it(siri: Client) -> None:
    agreement = without_start()
    county = reverse("portal:county")

    assert SAID not in siri.get(f"{county}?on=2023-04-30").content.decode()
    assert SAID in siri.get(f"{county}?on=2023-05-01").content.decode()
    assert (
        "Inte känd den här dagen"
        in siri.get(f"{agreement.get_absolute_url()}?on=2023-04-30").content.decode()
    )
