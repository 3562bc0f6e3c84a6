"""The pictures of the county say the same as the tables beside them, cell for cell.

Seen red with one row left out of the drawing, with the tile's number taken over all areas, and
with the bar drawn from another end than the table's.
"""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from openpyxl import load_workbook

from samklang.agreements.models import Agreement, EventKind
from samklang.library.models import Area
from samklang.organizations.models import Role
from tests import cast
from tests.portal.county import local, municipality, regional, says_none, statutory

pytestmark = pytest.mark.django_db
DAY = "2026-11-24"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def browser(client: Client) -> Client:
    client.force_login(cast.person("siri", Role.EDITOR, of=municipality(1)))
    return client


def small_county() -> tuple[Area, Area]:
    """Every status once, over two areas and four municipalities.

    ort-1  forest in force until 2027-06-30 · lake outlives its regional one of 2027-06-30
    ort-2  forest until further notice      · lake expires 2027-01-31
    ort-3  forest expired 2025-12-31        · lake has none
    ort-4  forest under way                 · lake has not answered
    """
    forest, lake = statutory("forest"), statutory("lake")
    frame = {area.pk: regional(area) for area in (forest, lake)}
    for number, area, end in (
        (1, forest, "2027-06-30"),
        (1, lake, "2028-12-31"),
        (2, lake, "2027-01-31"),
        (3, forest, "2025-12-31"),
    ):
        Agreement.objects.filter(pk=local(municipality(number), area, end)).update(
            parent_id=frame[area.pk]
        )
    open_ended = cast.agreement("Lokalt ort-2", keeper=municipality(2), about=forest)
    cast.in_force(open_ended, "2024-01-01")
    says_none(municipality(3), lake)
    draft = cast.agreement("Utkast ort-4", keeper=municipality(4), about=forest)
    cast.edition(draft, begun=date(2026, 9, 1))
    return forest, lake


WORDS = {
    "Ort-1": ("Gäller", "Längre än ramavtal"),
    "Ort-2": ("Tillsvidare", "Löper ut"),
    "Ort-3": ("Utgången", "Saknas"),
    "Ort-4": ("Under arbete", "Svar saknas"),
}
DAYS = {
    "Ort-1": ("2027-06-30", "2028-12-31"),
    "Ort-2": ("", "2027-01-31"),
    "Ort-3": ("2025-12-31", ""),
    "Ort-4": ("2026-09-01", ""),
}


def drawn(browser: Client, address: str) -> ET.Element:
    return ET.fromstring(browser.get(address).content)  # noqa: S314  # our own


def texts(root: ET.Element) -> list[str]:
    return ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]


def matrix_rows(browser: Client, query: str = "") -> dict[str, tuple[str, ...]]:
    """Return what the page's table says: each row's cells, as word and remark."""
    page = browser.get(f"/lanet/?on={DAY}{query}").content.decode()
    rows = re.findall(r'<tr role="row" id="m-[^"]*"[^>]*>(.*?)</tr>', page, re.DOTALL)
    found = {}
    for row in rows:
        head = re.search(r"<th[^>]*>(.*?)</th>", row, re.DOTALL)
        assert head
        name = re.sub(r"<[^>]*>", " ", head[1]).split()[0]
        cells = re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)
        found[name] = tuple(" ".join(re.sub(r"<[^>]*>", " ", cell).split()) for cell in cells)
    return found


def test_the_table_says_every_word_and_day_written_here(browser: Client) -> None:
    small_county()

    rows = matrix_rows(browser)

    assert list(rows) == list(WORDS)
    for name, cells in rows.items():
        for cell, word, day in zip(cells, WORDS[name], DAYS[name], strict=True):
            assert cell.startswith(word), (name, cell)
            assert day in cell


def test_each_row_says_how_many_it_has(browser: Client) -> None:
    small_county()

    page = browser.get(f"/lanet/?on={DAY}").content.decode()

    heads = re.findall(r'<tr role="row" id="m-[^"]*"[^>]*>\s*<th[^>]*>(.*?)</th>', page, re.DOTALL)
    said = [" ".join(re.sub(r"<[^>]*>", " ", head).split()) for head in heads]
    assert said == ["Ort-1 (du) 2 av 2", "Ort-2 2 av 2", "Ort-3 0 av 2", "Ort-4 0 av 2"]


def test_the_drawn_matrix_has_a_line_for_each_row_and_the_words_of_its_cells(
    browser: Client,
) -> None:
    small_county()

    said = texts(drawn(browser, f"/lanet/matris.svg?on={DAY}"))

    at = [said.index(name) for name in WORDS]
    assert at == sorted(at)
    for name, start, end in zip(WORDS, at, [*at[1:], len(said)], strict=True):
        line = " ".join(said[start:end])
        for word, day in zip(WORDS[name], DAYS[name], strict=True):
            assert word in line, (name, line)
            assert day in line


@pytest.mark.parametrize("query", ["", "&show=action", "&show=own", "&order=end", "&order=missing"])
def test_table_picture_and_workbook_have_the_same_rows_in_the_same_order(
    browser: Client, query: str
) -> None:
    small_county()
    names = list(WORDS)

    table = list(matrix_rows(browser, query))
    said = texts(drawn(browser, f"/lanet/matris.svg?on={DAY}{query}"))
    book = load_workbook(BytesIO(browser.get(f"/lanet/matris.xlsx?on={DAY}{query}").content))

    assert [one for one in said if one in names] == table
    assert [row[0].value for row in book.worksheets[0].iter_rows(min_row=2)] == table
    assert table


def test_every_cell_has_a_symbol_that_is_its_own(browser: Client) -> None:
    small_county()

    root = drawn(browser, f"/lanet/matris.svg?on={DAY}")

    symbols = [one.attrib["href"].removeprefix("#s-") for one in root.iter(f"{SVG}use")]
    assert sorted(symbols) == [
        "expired",
        "expiring",
        "in-force",
        "missing",
        "no-answer",
        "outlives",
        "under-way",
        "until-further-notice",
    ]


# The tile map


@pytest.mark.parametrize(
    ("measure", "figures"),
    [
        ("has", {"Ort-1": "2", "Ort-2": "2", "Ort-3": "0", "Ort-4": "0"}),
        ("no_answer", {"Ort-1": "0", "Ort-2": "0", "Ort-3": "0", "Ort-4": "1"}),
        ("action", {"Ort-1": "1", "Ort-2": "1", "Ort-3": "2", "Ort-4": "1"}),
    ],
)
def test_a_tile_has_the_number_that_its_row_adds_up_to(
    browser: Client, measure: str, figures: dict[str, str]
) -> None:
    small_county()
    home = cast.partnership()
    home.tiles = {"places": {f"ort-{number}": [1, number] for number in (1, 2, 3, 4)}}
    home.save()

    said = texts(drawn(browser, f"/lanet/rutkarta.svg?on={DAY}&measure={measure}"))

    pairs = dict(zip(said[1::2], (one.strip() for one in said[::2]), strict=True))
    assert pairs == figures


def test_a_municipality_that_has_answered_nothing_is_a_question_and_no_nought(
    browser: Client,
) -> None:
    statutory("forest")
    municipality(2)
    home = cast.partnership()
    home.tiles = {"places": {"ort-1": [1, 1]}}
    home.save()

    said = texts(drawn(browser, f"/lanet/rutkarta.svg?on={DAY}"))

    assert said == ["? ", "Ort-1"], "the one without a place has no tile"


def test_a_county_without_places_shows_no_map_on_its_page(browser: Client) -> None:
    small_county()

    assert "#m-ort-1" not in browser.get(f"/lanet/?on={DAY}").content.decode()


# The timeline


def test_the_timeline_and_its_table_have_the_same_agreements_and_days(browser: Client) -> None:
    small_county()

    said = texts(drawn(browser, f"/lanet/forest/tidslinje.svg?on={DAY}"))
    page = browser.get(f"/lanet/forest/?on={DAY}").content.decode()

    table = page[page.index("<table") : page.index("</table>")]
    rows = [
        [
            " ".join(re.sub(r"<[^>]*>", " ", cell).split())
            for cell in re.findall(r"<t[hd].*?</t[hd]>", row)
        ]
        for row in re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)
    ]
    shown = {row[0]: row[1:3] for row in rows if len(row) > 2 and row[0] in {*WORDS, "ramavtal"}}
    assert shown == {
        "ramavtal": ["2021-07-01", "2027-06-30"],
        "Ort-1": ["2024-01-01", "2027-06-30"],
        "Ort-2": ["2024-01-01", "tillsvidare"],
        "Ort-3": ["2024-01-01", "2025-12-31"],
        "Ort-4": ["2026-09-01", ""],
    }
    assert [one for one in said if one in shown] == list(shown)


@pytest.mark.parametrize(
    ("day", "label"),
    [("2026-11-24", "2026-11-24"), ("2025-02-07", "2025-02-07")],
)
def test_the_timeline_says_which_day_it_shows(browser: Client, day: str, label: str) -> None:
    forest, _lake = small_county()

    said = texts(drawn(browser, f"/lanet/{forest.code}/tidslinje.svg?on={day}"))

    assert any(label in one for one in said)


def test_an_extension_is_drawn_from_the_day_it_was_known(browser: Client) -> None:
    forest, _lake = small_county()
    frame = Agreement.objects.get(title="Ram Forest")
    cast.event(frame.editions.get(), EventKind.EXTENDED, "2029-06-30", decided="2026-11-01")

    before = drawn(browser, f"/lanet/{forest.code}/tidslinje.svg?on=2026-10-31")
    after = drawn(browser, f"/lanet/{forest.code}/tidslinje.svg?on=2026-11-01")

    assert "2027-06-30" in (before.findtext(f"{SVG}title") or "")
    assert "2029-06-30" in (after.findtext(f"{SVG}title") or "")
