"""A made-up county with other words works from end to end, without a line of code naming it."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from samklang.agreements.models import Agreement
from samklang.organizations.models import Organization, Role
from samklang.setup import loading, packs
from tests import cast
from tests.architecture.tree import SOURCE

CODE = "xx-nordmark"
# Words that belong to a county: they are in its pack, never in code, templates or translations.
COUNTY_WORDS = re.compile(r"nordmark|dalarna|\bRÖK|\bLÖK", re.IGNORECASE)
READ_BY_MACHINES = {".py", ".html", ".js", ".css", ".svg", ".typ", ".po"}
# Which county an installation has, unless it says otherwise. The list may only shrink.
EXCEPTIONS = {"config/settings.py"}
OTHER_COUNTYS_WORDS = re.compile(r"RÖK|LÖK|Dalarna|\bkommun")


@pytest.fixture
def browser() -> Client:
    home = loading.load(packs.county(CODE))
    landscape = Organization.objects.get(partnership=home, code="landskapet")
    client = Client()
    client.force_login(cast.person("siri", Role.COORDINATOR, of=landscape))
    return client


def page(browser: Client, url: str) -> str:
    answer = browser.get(url)
    assert answer.status_code == 200, url
    text = answer.content.decode()
    assert OTHER_COUNTYS_WORDS.findall(re.sub(r"<[^>]*>", " ", text)) == [], url
    return text


@pytest.mark.django_db
def test_the_county_is_shown_with_its_own_words(browser: Client) -> None:
    text = page(browser, f"{reverse('portal:county')}?on=2026-01-15")

    assert "Nordmark" in text
    for name in ("Bergvik", "Dalom", "Furuhed", "Granby", "Familjens hus"):
        assert name in text
    assert "bygd" in text.lower()
    assert "ramavtal" in text.lower()


@pytest.mark.django_db
def test_an_area_and_a_cell_have_their_pages(browser: Client) -> None:
    page(browser, reverse("portal:area", args=["older_people"]))
    page(browser, reverse("portal:cell", args=["bergvik", "older_people"]))
    page(browser, reverse("portal:cell", args=["granby", "family_centre"]))


@pytest.mark.django_db
def test_its_own_law_has_a_calendar(browser: Client) -> None:
    calendar = page(browser, f"{reverse('portal:laws')}?on=2026-11-24")
    provision = page(browser, reverse("portal:law", args=["omsorgslagen-4"]))

    assert "4 § omsorgslagen" in calendar
    assert "åldring" in calendar
    assert "Unga räknas nu med." in provision
    assert "Ramavtal om äldre i skogsbygd" in provision


@pytest.mark.django_db
def test_its_agreements_are_in_the_register(browser: Client) -> None:
    register = page(browser, reverse("agreements:register"))
    local = Agreement.objects.get(title="Bygdeavtal om äldre i Bergvik")

    detail = page(browser, local.get_absolute_url())

    assert local.title in register
    assert "Ramavtal om äldre i skogsbygd" in detail
    assert "2025-02-04" in detail


@pytest.mark.django_db
def test_its_inventory_can_be_reported(browser: Client) -> None:
    page(browser, reverse("reporting:reports"))
    text = page(browser, f"{reverse('reporting:draft')}?on=2026-01-15&area=older_people")

    assert "Bergvik" in text


@pytest.mark.django_db
def test_its_files_can_be_received_and_its_answers_recorded(browser: Client) -> None:
    page(browser, reverse("inventories:batches"))
    page(browser, reverse("inventories:findings"))


def test_no_line_of_code_and_no_template_names_a_county_or_its_words() -> None:
    named = {
        f"{path.relative_to(SOURCE).as_posix()}: {match.group()}"
        for path in SOURCE.rglob("*")
        if path.suffix in READ_BY_MACHINES and path.relative_to(SOURCE).as_posix() not in EXCEPTIONS
        for match in COUNTY_WORDS.finditer(path.read_text(encoding="utf-8"))
    }

    assert sorted(named) == []
