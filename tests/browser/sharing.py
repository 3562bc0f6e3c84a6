"""How somebody registers a draft and shares it, by the forms and the keyboard."""

from __future__ import annotations

import re

from playwright.sync_api import Page

from tests.browser.visitor import Visitor

TITLE = "LÖK om stigar i skogen"


def register_a_draft(visitor: Visitor, *, keeper: str, parties: tuple[str, ...]) -> str:
    """Register a draft by hand that nobody else is told of; return its page’s address."""
    page = visitor.page
    visitor.go("/avtal/nytt/")
    page.get_by_label("Nivå").select_option("local")
    page.get_by_label("Område").select_option(index=1)
    page.get_by_label("Titel").fill(TITLE)
    page.get_by_label("Förvaltas av").select_option(label=keeper)
    for party in parties:
        page.get_by_role("checkbox", name=party, exact=True).check()
    _send(page, "Registrera")
    return page.url


def share_a_draft(visitor: Visitor) -> tuple[tuple[str, str], str]:
    """Share a new draft of the support unit’s; return how its pages of sharing are named."""
    register_a_draft(visitor, keeper="RSS Dalarna", parties=("RSS Dalarna", "Mora kommun"))
    open_sharing(visitor)
    ask(visitor, "Mora kommun")
    link = visitor.page.get_by_role("link", name="se sidan som Mora").get_attribute("href")
    confirm(visitor, "Mora kommun")
    found = re.search(r"/dela/(\w+)/(\d+)/forhandsvisning/(\d+)/", link or "")
    assert found
    return (found[1], found[2]), found[3]


def open_sharing(visitor: Visitor) -> None:
    with visitor.page.expect_navigation(wait_until="load"):
        visitor.page.get_by_role("link", name="Dela med …").click()


def ask(visitor: Visitor, *receivers: str) -> None:
    """Fill in the first page, and see the second."""
    page = visitor.page
    for name in receivers:
        page.get_by_role("checkbox", name=name, exact=True).check()
    page.get_by_role("radio", name=re.compile("^Underhandsutkast")).check()
    page.get_by_label("Meddelande till mottagarna").fill("Läs om stigarna.")
    _send(page, "Se vad de kommer att se")


def confirm(visitor: Visitor, receiver: str) -> None:
    _send(visitor.page, f"Dela med {receiver}")


def _send(page: Page, button: str) -> None:
    """Press Enter on the button, as somebody without a mouse does."""
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name=button, exact=True).press("Enter")
