"""What can be chosen, what its words mean and where its links lead, written out."""

from __future__ import annotations

import re

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import override

from samklang.agreements.api import Status
from samklang.common.pictures.tiles import Shade
from samklang.common.words import words
from samklang.organizations.models import Role
from samklang.portal.addresses import addresses
from samklang.portal.choices import meanings, measures, orders, shows
from samklang.portal.explaining import statuses
from samklang.portal.forms import Measure, Order, Show, terms
from samklang.portal.frame import frame
from samklang.portal.matrix import Matrix, matrix, measured
from samklang.portal.queries import county
from samklang.portal.tile_map import anchor, keys, measure_text, tile_map
from tests import cast
from tests.portal.county import local, municipality, says_none, statutory

pytestmark = pytest.mark.django_db


def laid(own: int | None = None, **query: str) -> Matrix:
    asked = terms(query, today=cast.TODAY)
    home = cast.partnership()
    mine = frozenset({own}) if own else frozenset()
    found = county(home, on=asked.on)
    return matrix(found, asked, own=mine, known=words(home), to=addresses(asked.query))


def two_places() -> tuple[int, int]:
    """One with an agreement in force in two areas; one that has none in the first."""
    forest, lake = statutory("forest"), statutory("lake")
    first, second = municipality(1), municipality(2)
    local(first, forest)
    local(first, lake)
    says_none(second, forest)
    return first.pk, second.pk


@pytest.mark.parametrize(
    ("chosen", "marked"), [(Show.ALL, "all"), (Show.ACTION, "action"), (Show.OWN, "own")]
)
def test_what_can_be_shown_says_how_much_it_is(chosen: Show, marked: str) -> None:
    _first, second = two_places()

    choices = shows(laid(own=second), chosen)

    assert [(one.value, one.label) for one in choices] == [
        ("all", "Allt"),
        ("action", "Bara det som kräver åtgärd (2 rutor)"),
        ("own", "Bara Ort-2"),
    ]
    assert [one.value for one in choices if one.chosen] == [marked]


def test_somebody_without_a_municipality_is_not_offered_their_own() -> None:
    two_places()

    assert [one.value for one in shows(laid(), Show.ALL)] == ["all", "action"]


def test_one_cell_is_one_cell() -> None:
    statutory("forest")
    municipality(1)

    assert shows(laid(), Show.ALL)[1].label == "Bara det som kräver åtgärd (1 ruta)"


@pytest.mark.parametrize("order", Order)
def test_an_order_is_chosen_among_three(order: Order) -> None:
    choices = orders(order)

    assert [one.value for one in choices] == ["name", "end", "missing"]
    assert [one.value for one in choices if one.chosen] == [order.value]


@pytest.mark.parametrize("measure", Measure)
def test_a_measure_is_chosen_among_three(measure: Measure) -> None:
    choices = measures(measure)

    assert [one.value for one in choices] == ["has", "action", "no_answer"]
    assert [one.value for one in choices if one.chosen] == [measure.value]


@pytest.mark.parametrize(
    ("measure", "numbers", "text"),
    [
        (Measure.HAS, [2, 0], "hur många av de 2 lokalavtal"),
        (Measure.ACTION, [0, 2], "hur många områden som kräver åtgärd"),
        (Measure.NO_ANSWER, [0, 1], "i hur många av de 2"),
    ],
)
def test_a_measure_counts_what_it_says(measure: Measure, numbers: list[int], text: str) -> None:
    two_places()
    found = laid()

    assert [measured(row, measure) for row in found.rows] == numbers
    assert measure_text(found, measure, words(cast.partnership())).startswith(text)


@pytest.mark.parametrize(
    ("areas", "measure", "said"),
    [
        (1, Measure.HAS, ["1", "0", "Svar saknas"]),
        (2, Measure.HAS, ["2", "1", "0", "Svar saknas"]),
        (3, Measure.HAS, ["3", "2", "1", "0", "Svar saknas"]),
        (5, Measure.HAS, ["5", "3–4", "1–2", "0", "Svar saknas"]),
        (5, Measure.ACTION, ["5", "3–4", "1–2", "0"]),
        (1, Measure.NO_ANSWER, ["1", "0"]),
    ],
)
def test_the_key_explains_every_shade_from_dark_to_light(
    areas: int, measure: Measure, said: list[str]
) -> None:
    for number in range(areas):
        statutory(f"area-{number}")
    municipality(1)

    found = keys(laid(), measure)

    assert [one.text for one in found] == said
    assert found[0].ground == Shade.FULL.ground
    assert len({one.ground for one in found}) == len(found)


def test_a_tile_leads_to_its_row_and_lies_where_the_pack_says() -> None:
    two_places()
    found = laid()
    asked = terms({}, today=cast.TODAY)
    places = {"places": {"ort-1": [2, 3], "nobody": [1, 1]}}

    made = tile_map(found, places, asked, words(cast.partnership()))

    assert [(one.row, one.column, one.figure, one.name, one.url) for one in made.tiles] == [
        (2, 3, "2", "Ort-1", "#m-ort-1")
    ]
    assert anchor(found.rows[0]) == "m-ort-1"


# What the words mean


def test_every_word_of_the_matrix_is_explained_in_both_languages() -> None:
    with override("sv"):
        swedish = {one.mark: (one.word, one.text) for one in statuses()}
    with override("en"):
        english = {one.mark: (one.word, one.text) for one in statuses()}

    assert set(swedish) == set(english) == {one.value.replace("_", "-") for one in Status}
    for mark, (word, text) in swedish.items():
        assert text.endswith("."), mark
        assert (word, text) != english[mark], mark


def test_the_countys_own_words_are_in_the_meanings() -> None:
    with override("sv"):
        said = {one.word: one.text for one in meanings(words(cast.partnership()))}

    assert said["Saknas"] == "Kommun har svarat att ingen finns."
    assert "lokalavtal" in " ".join(said.values()).lower()
    assert "ramavtal" in " ".join(said.values()).lower()
    assert len(said) == 7


# Addresses


@pytest.mark.parametrize(
    ("query", "end"), [("", ""), ("?on=2025-02-07", "?on=2025-02-07")], ids=["today", "a day"]
)
def test_addresses_are_filled_in_and_keep_the_day(query: str, end: str) -> None:
    to = addresses(query)

    assert to.agreement(7) == f"/avtal/7/{end}"
    assert to.cell("ort-1", "forest") == f"/lanet/ort-1/forest/{end}"
    assert to.area("forest") == f"/lanet/forest/{end}"


@pytest.mark.parametrize("code", ["forest", "987654321", "a", "2062", "x-x"])
def test_a_code_stands_where_it_belongs(code: str) -> None:
    to = addresses("")

    assert to.cell("x", code) == f"/lanet/x/{code}/"
    assert to.cell(code, "x") == f"/lanet/{code}/x/"
    assert to.area(code) == f"/lanet/{code}/"


# Around every page


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/lanet/", "Länet"),
        ("/lanet/forest/", "Länet"),
        ("/avtal/", "Överenskommelser"),
        ("/las-in/svar/", "Läs in"),
        ("/rapporter/", "Rapporter"),
        ("/organ/karta/", "Samverkan"),
        ("/beslut/nytt/", "Beslut"),
        ("/text/skillnader/", "Länet"),
        ("/text/lagandringar/", "Lagar"),
    ],
)
def test_the_menu_says_where_one_is(client: Client, path: str, current: str) -> None:
    statutory("forest")
    client.force_login(cast.person("siri", Role.COORDINATOR, of=municipality(1)))

    page = client.get(path)

    links = page.context["frame"].said.links
    assert [one.label for one in links] == [
        "Länet",
        "Överenskommelser",
        "Möten",
        "Beslut",
        "Samverkan",
        "Delat",
        "Läs in",
        "Lagar",
        "Rapporter",
    ]
    assert [one.label for one in links if one.current] == [current]


def test_the_header_says_who_is_signed_in_for_whom_and_where(client: Client) -> None:
    client.force_login(cast.person("siri", Role.EDITOR, of=municipality(1)))

    shown = client.get("/lanet/").context["frame"].said

    assert (shown.user_name, shown.organization, shown.place) == (
        "Siri",
        "Ort-1 kommun",
        "Nordmark",
    )
    assert not shown.demo


@pytest.mark.parametrize(("language", "other"), [("sv", "English"), ("en", "Svenska")])
def test_the_footer_offers_the_other_language_by_its_own_name(language: str, other: str) -> None:
    with override(language):
        shown = frame(RequestFactory().get("/"))["frame"]
        offered = re.findall(
            r'<button class="linkbtn" name="language".*?>(.*?)</button>', shown.footer
        )

    assert offered == [other]
    assert (shown.said.user_name, shown.said.links) == ("", ())


def test_what_stands_around_a_page_is_its_readers_own_however_often_it_was_written() -> None:
    """Seen red: with parts remembered without what they say, and without the token put in."""
    siri, bo = Client(enforce_csrf_checks=True), Client(enforce_csrf_checks=True)
    siri.force_login(cast.person("siri", Role.EDITOR, of=municipality(1)))
    bo.force_login(cast.person("bo", Role.EDITOR, of=municipality(2)))

    for one, name, others in ((siri, "Siri", "Bo"), (bo, "Bo", "Siri"), (siri, "Siri", "Bo")):
        for ask in ("/lanet/", "/avtal/?text=%22%3E%3Cb%3E"):
            page = one.get(ask).content.decode()
            around = page.split("<main")[0] + page.split("</main>")[1]
            assert f">{name}</a>" in around
            assert f">{others}</a>" not in around
            assert f'name="next" value="{escape(ask)}"' in around
            own = re.findall(r'name="csrfmiddlewaretoken" value="(\w{64})"', around)
            assert len(own) == 2
            language = {"language": "sv", "next": "/lanet/", "csrfmiddlewaretoken": own[0]}
            assert one.post(reverse("set_language"), language).status_code == 302


@pytest.mark.parametrize("demo", [True, False])
def test_a_page_before_sign_in_says_demo_only_where_there_is_one(
    settings: object, demo: bool
) -> None:
    settings.SAMKLANG_DEMO = demo  # type: ignore[attr-defined]

    assert frame(RequestFactory().get("/"))["frame"].demo is demo
