"""A draft goes from one organization to another, by keyboard, and can be taken back.

Seen red: with the share link left out of the agreement’s page, and with the receipt’s link to
stop left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import CHROMIUM
from tests.browser.sharing import TITLE, ask, confirm, open_sharing, register_a_draft
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Left out: there is no Chromium.")
BOTH = (1280, 390)


def look(visitor: Visitor, name: str) -> list[str]:
    faults = []
    for width in BOTH:
        visitor.resize(width)
        visitor.picture(f"sharing-{name}-{width}")
        faults += [f"{name} at {width}: {fault}" for fault in visitor.faults()]
    visitor.resize(1280)
    return faults


@pytest.fixture
def mora(browser: Browser, site: str) -> Iterator[Visitor]:
    """Somebody in the municipality that the draft is shared with."""
    opened = browser.new_context(base_url=site, locale="sv-SE")
    visiting = Visitor(opened.new_page())
    visiting.sign_in_as("karin")
    yield visiting
    opened.close()


def follow(visitor: Visitor, role: Literal["link", "button"], name: str) -> None:
    with visitor.page.expect_navigation(wait_until="load"):
        visitor.page.get_by_role(role, name=name).first.press("Enter")


def status(visitor: Visitor, address: str) -> int:
    answer = visitor.page.goto(address)
    return answer.status if answer else 0


def test_a_draft_is_shared_read_and_no_longer_shared(visitor: Visitor, mora: Visitor) -> None:
    visitor.sign_in_as("idris")
    parties = ("Falu kommun", "Region Dalarna")
    draft = register_a_draft(visitor, keeper="Falu kommun", parties=parties)
    faults = look(visitor, "draft")
    assert status(mora, draft) == 404

    open_sharing(visitor)
    ask(visitor, "Mora kommun")
    faults += look(visitor, "check")
    confirm(visitor, "Mora kommun")
    faults += look(visitor, "receipt")

    mora.go("/delat/")
    faults += look(mora, "received")
    follow(mora, "link", TITLE)
    follow(mora, "link", "Läs det")
    assert "Ett utkast som Falu kommun har delat med er" in mora.page.inner_text("main")
    faults += look(mora, "read")

    follow(visitor, "link", "Sluta dela Mora kommun")
    faults += look(visitor, "stop")
    follow(visitor, "button", "Sluta dela med Mora")

    assert status(mora, draft) == 404
    assert faults == []
    assert visitor.complaints == []
