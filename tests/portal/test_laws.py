"""The law calendar for any day, and what of the county each provision bears on.

Seen red: with today's wording shown whatever day was asked, with every change counted as coming,
with a draft named to nobody, not even to those who write it, and with a statement for each
provision.
"""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from samklang.library.api import provisions, put_law
from samklang.library.models import Area
from samklang.organizations.models import Partnership, Role
from samklang.portal.wording import far_off, long_date
from samklang.setup import packs
from tests import cast
from tests.portal.county import local, municipality, regional, statutory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
# Session, user and seats; five of the county and who may see drafts; seven of the law, two ties.
STATEMENTS = 3 + 5 + 9


@pytest.fixture
def home() -> Partnership:
    """A county of the made-up country, whose law changes on 1 April 2027."""
    put_law("xx", packs.country("xx").law)
    return cast.partnership()


@pytest.fixture
def sweden() -> Partnership:
    put_law("se", packs.country("se").law)
    home = cast.partnership()
    home.country = "se"
    home.save()
    return home


@pytest.fixture
def siri(client: Client) -> Client:
    client.force_login(cast.person("siri", Role.READER))
    return client


def read(siri: Client, address: str) -> str:
    answer = siri.get(address)
    assert answer.status_code == 200
    return re.sub(r"[ \n]+", " ", answer.content.decode())


def holding(text: str) -> str:
    """Return the wording that the page says holds on the day."""
    cards = re.findall(r"<article.*?</article>", text)
    (found,) = (str(one) for one in cards if "Gäller den dagen" in one)
    return found


def tied(code: str, *, rests: bool = True) -> Area:
    area = statutory("forest")
    ties = area.basis if rests else area.touched_by
    ties.set(provisions(area.partnership.country).filter(code=code))
    return area


@pytest.mark.usefixtures("sweden")
def test_the_page_on_2_january_2028_shows_other_wording_than_on_31_december_2027(
    siri: Client,
) -> None:
    before = read(siri, "/lagar/hsl-16-3/?on=2027-12-31")
    after = read(siri, "/lagar/hsl-16-3/?on=2028-01-02")

    assert "tre målgrupper" in holding(before)
    assert "Ändras" not in holding(before)
    assert "fyra målgrupper" in holding(after)
    assert "2026:1312" in holding(after)
    # Both stand beside each other on both days.
    assert all("tre målgrupper" in page and "till 21 år" in page for page in (before, after))


@pytest.mark.usefixtures("sweden")
def test_what_is_coming_stands_first_with_how_far_off_it_is(siri: Client) -> None:
    text = read(siri, "/lagar/?on=2026-11-27")

    assert text.index("om 35 dagar") < text.index("om 1\xa0år och 1\xa0månad")
    assert text.index("om 1\xa0år och 1\xa0månad") < text.index("Det här gäller den")
    coming = text[text.index('id="day-2028-01-01"') : text.index("När lagen ändras")]
    assert "16 kap. 6 § hälso- och sjukvårdslagen (2017:30)" in coming
    assert "40 procent" in coming
    assert "Ändras" in coming
    assert "Ny" in coming


@pytest.mark.usefixtures("sweden")
def test_what_has_not_been_checked_is_said_to_be_so(siri: Client) -> None:
    checked = read(siri, "/lagar/hsl-16-6/?on=2028-01-02")
    doubtful = read(siri, "/lagar/sol-7-2/?on=2026-11-27")

    assert "Inte kontrollerad" not in holding(checked)
    assert "Inte kontrollerad" in holding(doubtful)
    assert "Den första dagen är inte kontrollerad" in holding(doubtful)


@pytest.mark.usefixtures("sweden")
def test_old_references_and_replaced_words_are_listed(siri: Client) -> None:
    calendar = read(siri, "/lagar/")
    page = read(siri, "/lagar/sol-7-2/")

    for text in (calendar, page):
        assert "5 kap. 8 a § socialtjänstlagen (2001:453)" in text
    assert "skadligt bruk och beroende" in calendar
    assert "2 kap. 7 §" not in page


@pytest.mark.usefixtures("sweden")
def test_the_calendar_is_told_in_english_too_and_quotes_in_the_acts_language(
    siri: Client,
) -> None:
    siri.cookies["django_language"] = "en"

    text = read(siri, "/lagar/hsl-16-3/?on=2028-01-02")

    assert "Chapter 16, section 3 of the Health and Medical Services Act (2017:30)" in text
    assert "four target groups" in text
    assert '<blockquote class="quote" lang="sv">personer som har fyllt 21 år' in text


@pytest.mark.usefixtures("home")
def test_a_provision_shows_the_areas_and_agreements_that_rest_on_it(siri: Client) -> None:
    forest = tied("omsorgslagen-4")
    regional(forest, "2026-12-31")
    local(municipality(1), forest, "2030-12-31")
    lake = statutory("lake")
    local(municipality(2), lake)

    text = read(siri, "/lagar/omsorgslagen-4/?on=2027-05-01")
    calendar = read(siri, "/lagar/?on=2026-11-24")

    bears_on = text[text.index('id="rests"') :]
    assert "Området vilar på bestämmelsen." in bears_on
    # The regional one comes first, and is there though it has ended: the law changed all the same.
    assert bears_on.index("Ram Forest") < bears_on.index("Lokalt Ort-1 kommun Forest")
    assert "Lokalt Ort-2" not in text
    assert "Forest: 2 överenskommelser" in calendar


@pytest.mark.usefixtures("home")
def test_an_area_may_be_touched_without_resting_on_it(siri: Client) -> None:
    tied("omsorgslagen-4", rests=False)

    text = read(siri, "/lagar/omsorgslagen-4/")

    assert "behöver ta hänsyn" in text
    assert "Området vilar" not in text
    assert "Forest: ingen överenskommelse i registret" in read(siri, "/lagar/?on=2026-11-24")


@pytest.mark.usefixtures("home")
def test_a_draft_is_named_to_those_who_write_it_and_to_nobody_else(siri: Client) -> None:
    forest = tied("omsorgslagen-4")
    made = cast.agreement("Hemligt utkast", keeper=cast.organization("orsa"), about=forest)
    cast.edition(made, begun=date(2026, 1, 1))

    theirs = read(siri, "/lagar/omsorgslagen-4/?on=2026-11-24")
    siri.force_login(cast.person("orvar", Role.EDITOR, of=cast.organization("orsa")))
    own = read(siri, "/lagar/omsorgslagen-4/?on=2026-11-24")

    assert "Hemligt utkast" not in theirs
    assert "Under arbete" in theirs
    assert "Hemligt utkast" in own


@pytest.mark.usefixtures("home")
def test_the_picture_and_its_table_have_the_same_days(siri: Client) -> None:
    text = read(siri, "/lagar/?on=2026-11-24")

    table = text[text.index('<details class="twin">') : text.index("</details>")]
    assert re.findall(r'datetime="([^"]+)"', table) == ["2027-04-01"]
    assert 'aria-label="Lagkalendern: ändringar 2027-04-01 (1)."' in text
    picture = siri.get("/lagar/lagkalender.svg?on=2026-11-24")
    assert picture["Content-Type"] == "image/svg+xml"
    assert "1 ändring" in picture.content.decode()


@pytest.mark.usefixtures("home")
def test_after_the_last_known_change_nothing_is_said_to_come(siri: Client) -> None:
    text = read(siri, "/lagar/?on=2027-04-01")

    assert "Ingen ändring är känd efter den dagen." in text
    assert "Nästa ändring" not in text
    assert "Lagkalendern: ingen ändring är känd" in text
    assert "?on=2027-04-01" in text


@pytest.mark.usefixtures("home")
def test_a_provision_says_whether_it_holds_yet(siri: Client) -> None:
    law = packs.country("xx").law
    first = law.provisions[0].wordings[0]
    assert first.until_date == date(2027, 3, 31)

    last = read(siri, "/lagar/omsorgslagen-4/?on=2027-03-31")
    assert "Gäller den 31\xa0mars\xa02027." in last
    assert "Har upphört att gälla" not in last


@pytest.mark.usefixtures("sweden")
def test_what_is_to_come_and_what_has_no_day_is_told_so(siri: Client) -> None:
    coming = read(siri, "/lagar/hsl-16-6/?on=2026-11-27")
    undated = read(siri, "/lagar/kl-9-37/?on=2026-11-27")

    assert "Gäller inte ännu den 27\xa0november\xa02026." in coming
    assert "Från och med 1\xa0januari\xa02028" in coming
    assert "Första och sista dag är inte kända" in undated
    assert "Inget område i länet är kopplat" in undated


@pytest.mark.usefixtures("home")
def test_a_day_that_is_none_is_told_and_today_is_shown(siri: Client) -> None:
    for address in ("/lagar/?on=2027-02-30", "/lagar/omsorgslagen-4/?on=igår"):
        text = read(siri, address)
        assert "Skriv dagen som år, månad och dag" in text
        assert 'aria-invalid="true"' in text
        assert long_date(timezone.localdate()) in text


@pytest.mark.usefixtures("home")
def test_a_provision_that_nobody_knows_is_not_found(siri: Client) -> None:
    assert siri.get("/lagar/omsorgslagen-99/").status_code == 404
    assert siri.get("/lagar/lagkalender.pdf").status_code == 404


def test_a_country_whose_pack_has_no_law_says_so(siri: Client) -> None:
    text = read(siri, "/lagar/")

    assert "Det finns ännu ingen lag för det här landet." in text


@pytest.mark.usefixtures("home")
def test_somebody_without_a_seat_is_told_what_to_do(client: Client) -> None:
    client.force_login(cast.person("olle", None))

    told = read(client, "/lagar/")
    assert "<h1>Du hör inte till något län ännu</h1>" in told
    assert "Be administratören i din organisation om en" in told
    assert "omsorgslagen" not in told
    assert client.get("/lagar/omsorgslagen-4/").status_code == 404


@pytest.mark.parametrize("country", ["home", "sweden"])
@pytest.mark.parametrize("count", [1, 30])
def test_the_calendar_asks_the_same_however_large_the_law_and_the_county(
    siri: Client,
    request: pytest.FixtureRequest,
    country: str,
    count: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    request.getfixturevalue(country)
    code = {"home": "omsorgslagen-4", "sweden": "hsl-16-3"}[country]
    forest = tied(code)
    for number in range(count):
        local(municipality(number), forest)

    for page in ("/lagar/", f"/lagar/{code}/"):
        with django_assert_num_queries(STATEMENTS):
            assert siri.get(page).status_code == 200


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 27), "i dag"),
        (date(2026, 12, 1), "om 4 dagar"),
        (date(2027, 2, 1), "om 2 månader"),
        (date(2027, 11, 26), "om 11 månader"),
        (date(2027, 11, 27), "om 1\xa0år"),
        (date(2028, 1, 1), "om 1\xa0år och 1\xa0månad"),
        (date(2029, 2, 27), "om 2\xa0år och 3\xa0månader"),
    ],
)
def test_how_far_off_a_day_is_said_in_years_and_months(day: date, said: str) -> None:
    assert far_off(day, date(2026, 11, 27)) == said
