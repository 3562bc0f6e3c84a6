"""A new administrator’s first hour, with the keyboard alone and without a manual.

She turns two-step verification on, invites a colleague, gives a right, sees what the colleague
sees, takes the right back, and reads in the history that it happened. The colleague comes by the
link in a browser of her own, and is let in and out at once.

Seen red: without the link to what the colleague sees, with actions.end changing nothing, and
without “right.ended” in the history.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Browser

from tests.browser.conftest import NEW_ADMINISTRATOR, PASSWORD
from tests.browser.looking import look_over
from tests.browser.visitor import Visitor

COLLEAGUE, ADDRESS = "Eva Ek", "eva.ek@example.test"


@pytest.fixture
def eva(browser: Browser, empty_site: str) -> Iterator[Visitor]:
    opened = browser.new_context(base_url=empty_site, locale="sv-SE", reduced_motion="reduce")
    opened.set_default_timeout(15_000)
    yield Visitor(opened.new_page())
    opened.close()


def says(visitor: Visitor) -> str:
    return visitor.page.locator("main").inner_text()


def turn_on_the_second_step(ada: Visitor) -> list[str]:
    """From the mark that says that the rights rest; return what is wrong with the pages."""
    ada.enter('.demo-mark a[href$="/tvasteg/"]')
    faults = look_over(ada, "two steps", "ada-two-steps")
    ada.enter('a[href$="/tvasteg/app/"]')
    faults += look_over(ada, "is it you", "ada-is-it-you")
    ada.write("#id_password", PASSWORD)
    ada.enter("main form button")
    faults += look_over(ada, "connect an app", "ada-connect")
    secret = ada.page.locator("main code").first.inner_text()
    ada.write("#id_code", format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
    ada.enter("main form button")
    return faults + look_over(ada, "recovery codes", "ada-codes")


def sign_in_with_a_recovery_code(ada: Visitor, code: str) -> list[str]:
    ada.enter('form[action$="/ut/"] button')
    ada.write("#id_login", NEW_ADMINISTRATOR)
    ada.write("#id_password", PASSWORD)
    ada.enter('form[action$="/logga/in/"] button')
    faults = look_over(ada, "second step", "ada-second-step")
    ada.write("#id_code", code)
    ada.enter("main form button")
    return faults


def invite(ada: Visitor) -> str:
    """Return the link that there is no letter for."""
    ada.enter('header a[href$="/organisation/"]')
    ada.enter('a[href$="/bjud-in/"]')
    ada.write("#id_name", COLLEAGUE)
    ada.write("#id_email", ADDRESS)
    ada.tab_to("#id_role")
    ada.press("L")  # Läsare
    ada.enter("main form button")
    return ada.page.locator("main code").inner_text()


def come_by(eva: Visitor, link: str) -> list[str]:
    eva.go(link)
    faults = look_over(eva, "invitation", "eva-invitation")
    eva.write("#id_password", "fyra stilla björkar vid ån")
    eva.enter("main form button")
    return faults


def give_the_right_to_write(ada: Visitor) -> None:
    ada.enter('header a[href$="/organisation/"]')
    ada.enter_the_one("a[href$='/ge/']", COLLEAGUE)
    ada.tab_to("#id_role")
    ada.press("R")  # Redaktör
    ada.enter("main form button")


def take_it_back(ada: Visitor) -> None:
    rights = ada.page.locator("main li", has_text=COLLEAGUE)
    for left in range(rights.count() - 1, -1, -1):
        ada.enter_the_one('form[action$="/ta-tillbaka/"] button', COLLEAGUE)
        assert rights.count() == left


def test_a_new_administrator_lets_a_colleague_in_and_out(newcomer: Visitor, eva: Visitor) -> None:
    ada = newcomer
    ada.sign_in_with(NEW_ADMINISTRATOR, PASSWORD)
    faults = turn_on_the_second_step(ada)
    code = ada.page.locator("main code").first.inner_text()
    faults += sign_in_with_a_recovery_code(ada, code)

    faults += come_by(eva, invite(ada))
    give_the_right_to_write(ada)
    ada.enter_the_one('a[href*="/kollega/"]', COLLEAGUE)
    seen = says(ada)
    faults += look_over(ada, "colleague", "ada-colleague")
    eva.go("/avtal/nytt/")
    wrote = says(eva)
    ada.enter("main p a.btn")
    take_it_back(ada)
    eva.go("/avtal/nytt/")
    refused = says(eva)
    ada.enter('a[href$="/historik/"]')
    faults += look_over(ada, "history", "ada-history")

    assert f"{COLLEAGUE} får skriva för Bergviks bygd." in seen
    assert "Registrera en överenskommelse" in wrote
    assert "Registrera en överenskommelse" not in refused
    for one in ("bjöd in Eva Ek", "läsare", "redaktör", "tog tillbaka"):
        assert one in says(ada)
    assert faults == []
    assert ada.complaints == []
