"""The county’s pages and files.

Seen red: one more statement in queries.county; the revision left out of the name of the page;
the query left out of a cell's address.
"""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from samklang.audit.api import record
from samklang.organizations.models import Role
from tests import cast
from tests.portal.county import local, municipality, regional, says_none, statutory

pytestmark = pytest.mark.django_db
SMALLEST_PNG = b"\x89PNG\r\n"


@pytest.fixture
def browser() -> Client:
    client = Client(headers={"accept-language": "sv"})
    client.force_login(cast.person("siri", Role.EDITOR, of=municipality(1)))
    return client


def statements(browser: Client, address: str, **headers: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        browser.get(address, headers=headers)
    return len(seen)


def test_the_start_page_is_the_county(browser: Client) -> None:
    assert browser.get("/").headers["Location"] == "/lanet/"


def test_the_page_says_the_numbers_in_a_sentence(browser: Client) -> None:
    forest = statutory("forest")
    regional(forest)
    local(municipality(1), forest)
    says_none(municipality(2), forest)
    municipality(3)

    page = browser.get("/lanet/?on=2026-11-24").content.decode()

    assert "1 av 3 lokalavtal finns. I 1 fall saknas en som gäller, i 1 fall har" in page
    assert "slutar gälla om 7 månader, den 30\xa0juni\xa02027." in page


@pytest.mark.slow
@pytest.mark.parametrize(("municipalities", "areas", "editions"), [(1, 1, 1), (30, 4, 10)])
def test_the_county_takes_ten_statements_at_any_size_and_age(
    browser: Client, municipalities: int, areas: int, editions: int
) -> None:
    about = [statutory(f"area-{number}") for number in range(areas)]
    for number in range(1, municipalities + 1):
        for area in about:
            local(municipality(number), area, editions=editions)
    browser.get("/lanet/")

    assert statements(browser, "/lanet/") == 10
    assert statements(browser, "/lanet/area-0/") == 9


def test_an_unchanged_page_is_not_sent_again(browser: Client) -> None:
    statutory("forest")
    browser.get("/lanet/")
    name = browser.get("/lanet/").headers["ETag"]

    again = browser.get("/lanet/", headers={"if-none-match": name})

    assert again.status_code == 304
    assert statements(browser, "/lanet/", **{"if-none-match": name}) == 4


def test_a_change_in_the_county_gives_the_page_a_new_name(browser: Client) -> None:
    statutory("forest")
    browser.get("/lanet/")
    name = browser.get("/lanet/").headers["ETag"]
    record("x.changed", cast.partnership(), by=None, partnership_id=cast.partnership().pk)

    again = browser.get("/lanet/", headers={"if-none-match": name})

    assert again.status_code == 200
    assert again.headers["ETag"] != name


def test_another_reader_another_language_and_another_question_have_other_names(
    browser: Client,
) -> None:
    statutory("forest")
    other = Client(headers={"accept-language": "sv"})
    other.force_login(cast.person("olle", Role.READER, of=municipality(2)))
    browser.get("/lanet/")

    names = [
        browser.get("/lanet/").headers["ETag"],
        browser.get("/lanet/?show=action").headers["ETag"],
        other.get("/lanet/").headers["ETag"],
    ]
    browser.cookies["django_language"] = "en"
    names.append(browser.get("/lanet/").headers["ETag"])

    assert len(set(names)) == 4


def test_what_is_kept_is_never_older_than_the_county(
    browser: Client, settings: pytest.FixtureRequest
) -> None:
    kept = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    settings.CACHES = {"default": kept, "pages": kept}  # type: ignore[attr-defined]
    caches["pages"].clear()
    forest = statutory("forest")
    municipality(1)
    assert "0 av 1 lokalavtal" in browser.get("/lanet/").content.decode()
    local(municipality(1), forest)
    record("x.changed", cast.partnership(), by=None, partnership_id=cast.partnership().pk)

    page = browser.get("/lanet/").content.decode()

    assert "1 av 1 lokalavtal" in page
    assert statements(browser, "/lanet/") == 4
    caches["pages"].clear()


def test_one_readers_own_row_is_not_shown_to_another(
    browser: Client, settings: pytest.FixtureRequest
) -> None:
    kept = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    settings.CACHES = {"default": kept, "pages": kept}  # type: ignore[attr-defined]
    caches["pages"].clear()
    statutory("forest")
    other = Client(headers={"accept-language": "sv"})
    other.force_login(cast.person("olle", Role.READER, of=municipality(2)))
    browser.get("/lanet/")

    page = other.get("/lanet/").content.decode()

    assert '<tr role="row" id="m-ort-2" class="own">' in page
    assert '<tr role="row" id="m-ort-1" class="own">' not in page
    caches["pages"].clear()


def test_a_wrong_day_is_explained_and_today_is_shown(browser: Client) -> None:
    statutory("forest")

    page = browser.get("/lanet/?on=31-12-2025").content.decode()

    assert "Skriv dagen som år, månad och dag" in page
    assert 'value="31-12-2025"' in page
    assert "<h1>Läget i länet</h1>" in page


def test_every_link_of_a_past_day_keeps_the_day(browser: Client) -> None:
    forest = statutory("forest")
    pk = local(municipality(1), forest)
    municipality(2)

    page = browser.get("/lanet/?on=2025-02-07").content.decode()

    assert f'href="/avtal/{pk}/?on=2025-02-07"' in page
    assert 'href="/lanet/ort-2/forest/?on=2025-02-07"' in page
    assert 'href="/lanet/forest/?on=2025-02-07"' in page


def test_a_name_is_never_taken_for_markup(browser: Client) -> None:
    area = statutory("forest")
    area.name = area.short_name = "<b>Skog</b>"
    area.save()
    place = municipality(1)
    place.short_name = "<i>Ort</i>"
    place.save()
    local(place, area)

    for address in ("/lanet/", "/lanet/forest/", "/lanet/ort-1/forest/"):
        page = browser.get(address).content.decode()
        assert "<b>Skog" not in page
        assert "<i>Ort" not in page


def test_the_area_page_shows_the_same_in_picture_and_table(browser: Client) -> None:
    forest = statutory("forest")
    regional(forest)
    local(municipality(1), forest, "2028-12-31")
    municipality(2)

    page = browser.get("/lanet/forest/").content.decode()

    assert page.count(">Ort-1</text>") == 3, "one drawing for each width"
    assert '<th scope="row"><a href="/avtal/' in page
    assert "<td>2024-01-01</td><td>2028-12-31</td>" in page
    assert "Ort-2" in page


def test_the_cell_page_has_one_next_step_for_those_who_may(browser: Client) -> None:
    statutory("forest")
    municipality(2)

    own = browser.get("/lanet/ort-1/forest/").content.decode()
    others = browser.get("/lanet/ort-2/forest/").content.decode()

    assert "Vi vet inte. Ingen i Ort-1 har svarat ännu." in own
    assert "Lämna in en fil" in own
    assert 'href="/las-in/svar/nytt/?organization=' in own
    assert "Lämna in en fil" not in others
    assert "De som skriver för Ort-2" in others


@pytest.mark.parametrize("address", ["/lanet/nothing/", "/lanet/x/forest/", "/lanet/matris.gif"])
def test_what_is_not_there_is_404(browser: Client, address: str) -> None:
    statutory("forest")

    assert browser.get(address).status_code == 404


def test_somebody_without_a_seat_is_told_whom_to_ask() -> None:
    client = Client(headers={"accept-language": "sv"})
    client.force_login(cast.person("olle", None))

    assert "Be administratören" in client.get("/lanet/").content.decode()


def test_the_workbook_has_typed_days_filters_and_where_it_comes_from(browser: Client) -> None:
    forest = statutory("forest")
    place = municipality(1)
    place.short_name = "=1+1"
    place.save()
    local(place, forest)
    says_none(municipality(2), forest)

    book = load_workbook(BytesIO(browser.get("/lanet/matris.xlsx?on=2026-11-24").content))

    matrix, rows, about = book.worksheets
    assert matrix["A2"].value == "=1+1"
    assert matrix["A2"].data_type == "s", "a name is never a formula"
    assert rows["F2"].value.date().isoformat() == "2027-06-30"
    assert rows["D3"].value == "Saknas"
    assert rows.freeze_panes == "B2"
    assert rows.auto_filter.ref == "A1:I3"
    assert about.title == "Om uttaget"
    assert [cell.value for cell in about["B"]][3] == "Siri"


@pytest.mark.parametrize(
    "address", ["/lanet/matris.svg", "/lanet/rutkarta.svg", "/lanet/forest/tidslinje.svg"]
)
def test_pictures_are_whole_svg_files(browser: Client, address: str) -> None:
    forest = statutory("forest")
    regional(forest)
    local(municipality(1), forest)

    answer = browser.get(address)

    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert answer.content.startswith(b'<svg xmlns="http://www.w3.org/2000/svg"')
    assert b"class=" not in answer.content
    assert b"var(" not in answer.content


@pytest.mark.slow
def test_a_picture_can_be_had_as_png(browser: Client) -> None:
    statutory("forest")

    assert browser.get("/lanet/matris.png").content.startswith(SMALLEST_PNG)


def test_the_projector_form_has_three_large_figures(browser: Client) -> None:
    forest = statutory("forest")
    local(municipality(1), forest)

    page = browser.get("/lanet/?view=projector").content.decode()

    assert '<body class="projector">' in page
    assert page.count("<dd>") == 3
    assert "(du)" not in page


@pytest.mark.parametrize("address", ["/om/", "/om/sa-raknar-vi/", "/om/tillganglighet/"])
def test_the_pages_about_the_product_need_no_sign_in(address: str) -> None:
    answer = Client().get(address)

    assert answer.status_code == 200
    assert b"<h1>" in answer.content
