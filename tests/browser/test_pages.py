"""Every page can be used by everybody: axe, phone width, silence in the console, pictures.

Seen red: an image without a text, a table wider than the phone, an inline style and a script
that throws were each reported.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve

from tests.architecture.access_table import ACCESS, OK
from tests.browser.visitor import Visitor

COORDINATOR, EDITOR = "tove", "karin"
# Nobody who is signed in is led to these; a text is linked to from its own agreement alone.
UNLINKED = {"accounts:sign_in", "portal:start", "agreements:download"}
# Pages that look different for different things: how many of them to look at.
MOST = {"inventories:reading": 4, "agreements:detail": 2, "portal:cell": 2}


def page_name(address: str) -> str:
    try:
        return resolve(urlsplit(address).path).view_name
    except Resolver404:
        return ""


def is_page(visitor: Visitor, address: str) -> bool:
    told = visitor.page.request.get(address).headers
    return "text/html" in told["content-type"] and "content-disposition" not in told


def gettable() -> set[str]:
    return {row.page for row in ACCESS if row.method == "get" and OK in row.expected}


def tour(visitor: Visitor) -> dict[str, list[str]]:
    """Follow every link from here; return addresses of each page, none for what is no page."""
    found: dict[str, list[str]] = {}
    waiting, seen = [visitor.page.url], set[str]()
    while waiting:
        address = waiting.pop(0)
        name = page_name(address)
        if not name or address in seen or len(found.get(name, ())) >= MOST.get(name, 1):
            continue
        seen.add(address)
        looks = found.setdefault(name, [])
        if is_page(visitor, address):
            looks.append(address)
            visitor.go(address)
            waiting += visitor.links()
    return found


@pytest.mark.usefixtures("furnished")
@pytest.mark.parametrize("person", [COORDINATOR, EDITOR])
def test_every_page_serves_everybody(visitor: Visitor, person: str) -> None:
    visitor.go("/logga/in/")
    faults = [f"sign-in: {fault}" for fault in visitor.faults()]
    visitor.sign_in_as(person)
    pages = [(name, address) for name, found in tour(visitor).items() for address in found]

    for number, (name, address) in enumerate(pages):
        label = f"{person}-{number:02}-{name.replace(':', '-')}"
        visitor.go(address)
        for width in (1280, 390):
            visitor.resize(width)
            visitor.picture(f"{label}-{width}")
            faults += [f"{name} at {width}: {fault}" for fault in visitor.faults()]
        visitor.resize(320)
        if beyond := visitor.sideways():
            faults.append(f"{name} scrolls {beyond} px sideways at 320 px")
        visitor.resize(1280)

    assert len(pages) > 5
    assert faults == []
    assert visitor.complaints == []


@pytest.mark.parametrize("address", ["/finns-inte/", "/avtal/999999/"])
def test_an_error_page_serves_everybody(visitor: Visitor, address: str) -> None:
    visitor.sign_in_as(EDITOR)
    visitor.complaints.clear()

    visitor.go(address)

    assert visitor.faults() == []
    visitor.resize(320)
    assert visitor.sideways() == 0


@pytest.mark.usefixtures("furnished")
def test_no_page_is_out_of_reach(visitor: Visitor) -> None:
    """What can be had by GET is linked to from somewhere, for a coordinator."""
    visitor.sign_in_as(COORDINATOR)

    assert gettable() - set(tour(visitor)) - UNLINKED == set()


def test_pages_work_without_scripts(visitor: Visitor) -> None:
    visitor.sign_in_as(EDITOR)
    state = visitor.page.context.storage_state()
    browser = visitor.page.context.browser
    assert browser is not None

    context = browser.new_context(java_script_enabled=False, storage_state=state, locale="sv-SE")
    page = context.new_page()
    for address in ("/lanet/", "/avtal/", "/las-in/", "/rapporter/"):
        answer = page.goto(urlsplit(visitor.page.url)._replace(path=address, query="").geturl())
        assert answer is not None
        assert answer.status == 200
        assert page.locator("h1").count() == 1
    context.close()
