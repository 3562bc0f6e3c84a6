"""What somebody wrote is shown as they wrote it, and never becomes a part of the page.

Every text field of every model, found by introspection, holds every payload of `markup`; then each
page, picture and file that there is is asked for and read by a parser: it has no element, no
attribute and no address that the same county does not have when people write plain words. A field
that no page shows is named below, so that a new one cannot be forgotten.

Seen red: with `autoescape=False` for Jinja2; with `|safe` on an agreement's title in a template of
Django's; with the texts of a drawing written unescaped; with a title as the `href` of a link; with
a name put into a Word file unescaped; with a field left out of the list of those not shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

import pytest
from django.test import Client

from samklang.organizations.models import Role
from tests import cast
from tests.hostile.addresses import leads_to
from tests.hostile.filling import TEXTS, WORDS_OF_THE_MACHINE, fillable, mark, text_fields
from tests.hostile.formulas import FORMULAS
from tests.hostile.markup import ADDRESSES, ELEMENTS, ENDINGS, MARKUP
from tests.hostile.placeholders import FILLED_IN, PLACEHOLDERS
from tests.hostile.showing import County, Element, Shown

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
# Written by the product or by people, and on no page: looked up by, or kept as evidence.
NOT_SHOWN = {
    "accounts.Identity.subject",
    "agreements.Adoption.quote",
    "documents.Text.text",
    "documents.Text.warnings",
    "inventories.Reading.fault_details",
    "organizations.Elevation.reason",
    "organizations.Organization.other_names",
    "reporting.Report.areas",
    "consultations.Reply.text",
    "texts.Answer.considered",
    "texts.Judgement.quote",
    "texts.Judgement.reason",
    "texts.Judgement.upper_wording",
    "texts.MeantDifference.fingerprint",
    "texts.MeantDifference.kind",
    "texts.MeantDifference.reason",
    "setup.Placed.entry",
    "setup.Placed.pack",
}
# A section may hold its allow-list, with no attribute; a comparison folds what is the same.
RICH = "p h3 h4 ul ol li table thead tbody tr th td strong em br a summary"
HARMLESS: set[Element] = {*((tag,) for tag in RICH.split()), ("details", "class")}
# Those elements are Word's own there: tests/documents/word holds what a document of ours may have.
WORD = ("get texts:as_word", "get texts:redline")
PLAIN = ("ord", "en mening med några ord", "två\nrader", "gul")


@pytest.fixture
def county() -> County:
    return County()


def added(plain: Iterable[Shown], hostile: Iterable[Shown]) -> dict[str, set[Element]]:
    """Return, by page, the elements that came into being."""
    known = {one.where: one.elements for one in plain}
    found = {
        one.where: one.elements - known[one.where] - HARMLESS
        for one in hostile
        if not one.where.startswith(WORD)
    }
    return {where: elements for where, elements in found.items() if elements}


def strangers(shown: Iterable[Shown]) -> dict[str, set[str]]:
    """Return, by page, the addresses that a browser would not take to a page of ours."""
    found = {
        one.where: {address for address in one.addresses if is_strange(address)}
        for one in shown
        if one.is_page or one.kind == "image/svg+xml"
    }
    return {where: addresses for where, addresses in found.items() if addresses}


def is_strange(address: str) -> bool:
    there = urlsplit(leads_to(address))
    return (there.scheme, there.netloc) != ("http", "testserver") and there.scheme != "mailto"


def test_every_text_field_is_either_written_into_or_said_to_be_the_machines() -> None:
    named = {name for name, _field in text_fields()}

    assert set(WORDS_OF_THE_MACHINE) <= named
    assert len(fillable()) > 40
    assert all(isinstance(one, TEXTS) for one in fillable().values())


def test_the_list_is_long_and_has_no_line_twice() -> None:
    assert len(MARKUP) >= 120
    assert len(set(MARKUP)) == len(MARKUP)


@pytest.mark.slow
def test_no_page_has_an_element_or_an_address_that_somebody_wrote_or_fills_anything_in(
    county: County,
) -> None:
    county.write(*PLAIN)
    plain = list(county.pages())
    county.write(*ELEMENTS, *ENDINGS, *PLACEHOLDERS)
    hostile = list(county.pages())

    assert added(plain, hostile) == {}
    assert strangers(hostile) == {}
    told = "\n".join(one.text for one in hostile)
    assert {name for name in fillable() if mark(name) not in told} == NOT_SHOWN
    assert not_shown((*ELEMENTS, *ENDINGS, *PLACEHOLDERS), told) == set()
    assert [one for one in FILLED_IN if one in told] == []


def not_shown(texts: Iterable[str], told: str) -> set[str]:
    """Return the texts that stand nowhere as they were written, wherever the lines break."""
    words = " ".join(told.split())
    return {one for one in texts if " ".join(one.split()) not in words}


@pytest.mark.slow
@pytest.mark.parametrize(
    "addresses",
    [ADDRESSES, pytest.param(ADDRESSES[::-1], marks=pytest.mark.evidence)],
    ids=["forward", "backward"],
)
def test_no_field_becomes_the_address_of_a_link(county: County, addresses: Sequence[str]) -> None:
    county.write(*addresses, alone=True)

    assert strangers(county.pages()) == {}


@pytest.mark.slow
def test_no_file_has_an_element_that_somebody_wrote(county: County) -> None:
    county.write(*PLAIN, bounded=True)
    plain = list(county.files())
    county.write(*ELEMENTS, *ENDINGS, *FORMULAS, bounded=True)
    hostile = list(county.files())

    assert added(plain, hostile) == {}
    assert {len(one.parts) for one in hostile} == {len(one.parts) for one in plain}
    assert all(mark("organizations.Organization.short_name") in one.text for one in hostile)


@pytest.mark.slow
@pytest.mark.parametrize("texts", [PLACEHOLDERS[::2], PLACEHOLDERS[1::2]])
def test_no_placeholder_is_filled_in_in_a_file(county: County, texts: tuple[str, ...]) -> None:
    county.write(*texts, bounded=True)

    for one in county.files():
        assert [word for word in FILLED_IN if word in one.text] == [], one.where
        assert mark("organizations.Organization.short_name") in one.text, one.where


@pytest.mark.slow
@pytest.mark.parametrize(
    "payloads", [pytest.param(" ".join(MARKUP), marks=pytest.mark.evidence), ENDINGS[0]]
)
def test_what_is_asked_for_becomes_no_part_of_the_answer(county: County, payloads: str) -> None:
    """What is typed comes back in the form, in the search and in the sentence that says why."""
    shown = [one for one in county.pages() if one.is_page]
    names = {name for one in shown for name in one.fields}
    # A page takes words if it asks for any, and what is sent is answered with what is wrong in it.
    taking = {one.where for one in shown if one.fields or one.where.startswith("post ")}

    before = list(county.asked(taking, dict.fromkeys(names, "x" * len(payloads))))
    after = list(county.asked(taking, dict.fromkeys(names, payloads)))

    assert len(names) > 40
    assert len(after) > 200
    assert added(before, after) == {}
    assert strangers(after) == {}


@pytest.mark.parametrize("text", ["<svg onload=alert(1)>", "\"'><script>alert(1)</script>"])
@pytest.mark.parametrize("place", ["/{}", "/avtal/{}/", "/lanet/{}/", "/logga/inbjudan/{}/"])
def test_an_error_page_shows_no_address_as_markup(place: str, text: str) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(cast.person("siri", Role.EDITOR))

    shown = client.get(place.format(text), headers={"referer": text, "user-agent": text})

    assert shown.status_code == 404
    assert text not in shown.content.decode()
