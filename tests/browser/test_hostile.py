"""A browser that is given what people wrote finds text: nothing runs, loads, sends or moves.

The pages of tests/hostile, with every payload in every field, are read by Chromium as they are,
without the policy that every answer of ours carries, so that escaping alone is what is tried. Their
elements are those of the same county in plain words.

Seen red: with `|safe` on a title in the register, and with `autoescape=False` for Jinja2.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Dialog, Error, Page, Route

from tests.hostile.markup import ADDRESSES, ELEMENTS, ENDINGS
from tests.hostile.showing import County, Shown

pytestmark = pytest.mark.browser
PLAIN = ("ord", "en mening med några ord", "två\nrader", "gul")
# What our own pages fetch; anything else was put there by what somebody wrote.
ORIGIN = "http://samklang.test"
ELEMENTS_OF = """() => [...document.querySelectorAll("*")].map(
  one => [one.localName, ...one.getAttributeNames().sort()].join(" "))"""
CLICKED = """() => document.querySelectorAll("a, button, summary, [tabindex]").forEach(one => {
  one.dispatchEvent(new MouseEvent("mouseover", {bubbles: true})); one.focus(); })"""


class Looker:
    """One page of a browser, and what happened in it that we did not ask for."""

    def __init__(self, page: Page) -> None:
        self.page, self.happened = page, list[str]()
        self.content = ""
        page.on("dialog", self._close)
        page.on("popup", lambda popup: self.happened.append(f"opened {popup.url}"))
        page.route("**/*", self._answer)

    def _close(self, dialog: Dialog) -> None:
        self.happened.append(dialog.message)
        dialog.dismiss()

    def _answer(self, route: Route) -> None:
        address = route.request.url
        if address == f"{ORIGIN}/":
            route.fulfill(body=self.content, content_type="text/html; charset=utf-8")
            return
        if not address.startswith(f"{ORIGIN}/static/"):
            self.happened.append(f"asked {address}")
        route.abort()

    def elements(self, shown: Shown) -> set[str]:
        self.content = shown.content.decode()
        try:
            self.page.goto(f"{ORIGIN}/", wait_until="domcontentloaded")
            self.page.evaluate(CLICKED)
            return set(self.page.evaluate(ELEMENTS_OF))
        except Error:
            self.happened.append("moved elsewhere")
            return set()


# What a section may hold, with no attribute but a link's; a comparison folds what is the same.
_TAGS = "p h3 h4 ul ol li table thead tbody tr th td strong em br a details summary"
RICH = set(_TAGS.split())


@pytest.fixture
def written() -> tuple[list[Shown], list[Shown]]:
    """Return the county's pages in plain words and with the payloads."""
    county = County()
    county.write(*PLAIN)
    plain = [one for one in county.pages() if one.is_page]
    county.write(*ELEMENTS, *ENDINGS, *ADDRESSES)
    return plain, [one for one in county.pages() if one.is_page]


@pytest.mark.evidence
@pytest.mark.django_db
def test_nothing_that_somebody_wrote_comes_alive(
    browser: Browser, written: tuple[list[Shown], list[Shown]]
) -> None:
    opened = browser.new_context()
    looker = Looker(opened.new_page())
    plain, hostile = written
    known = {one.where: looker.elements(one) for one in plain}
    looker.happened.clear()

    found = {one.where: looker.elements(one) - known[one.where] - RICH for one in hostile}

    opened.close()
    assert len(found) > 80
    assert {where: more for where, more in found.items() if more} == {}
    assert looker.happened == []


def test_the_browser_would_have_noticed(browser: Browser) -> None:
    opened = browser.new_context()
    looker = Looker(opened.new_page())
    alive = 0
    for one in ELEMENTS[::3]:
        looker.happened.clear()
        looker.elements(Shown(one, "text/html", f"<!doctype html><p>{one}</p>".encode()))
        alive += bool(looker.happened)

    opened.close()
    assert alive > 8
