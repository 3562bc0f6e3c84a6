"""Passkeys in a real browser, with the authenticator that its own tools imitate.

Seen red: without keys.js nothing is said of a key that was not used; without the scripts of allauth
on the page no key is added; with note_a_second_step marking nothing the rights rest.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, CDPSession

from tests.browser.conftest import KEYED, PASSWORD
from tests.browser.looking import look_over
from tests.browser.visitor import Visitor

PASSKEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
SIGN_IN_FORM = 'form[action$="/in/nyckel/"]'


@pytest.fixture
def petra(browser: Browser, empty_site: str) -> Iterator[Visitor]:
    """An administrator with a password only; keys belong to a name, so not to 127.0.0.1."""
    address = empty_site.replace("127.0.0.1", "localhost")
    opened = browser.new_context(base_url=address, locale="sv-SE", reduced_motion="reduce")
    opened.set_default_timeout(15_000)
    yield Visitor(opened.new_page())
    opened.close()


@pytest.fixture
def device(petra: Visitor) -> CDPSession:
    tools = petra.page.context.new_cdp_session(petra.page)
    tools.send("WebAuthn.enable")
    return tools


def with_a_passkey(device: CDPSession) -> str:
    """Put an authenticator into the device; return its name."""
    made = device.send("WebAuthn.addVirtualAuthenticator", {"options": PASSKEY})
    return str(made["authenticatorId"])


def open_the_page_for_a_new_key(petra: Visitor) -> None:
    """From the mark that says that the rights rest, as somebody new would."""
    petra.sign_in_with(KEYED, PASSWORD)
    petra.enter('.demo-mark a[href$="/tvasteg/"]')
    petra.enter('a[href$="/nycklar/ny/"]')
    petra.write("#id_password", PASSWORD)
    petra.enter("main form button")


def add_a_passkey(petra: Visitor) -> None:
    petra.write("#id_name", "Petras dator")
    petra.tab_to("#id_passwordless")
    petra.press("Space")
    petra.enter("#add-key")


def test_a_passkey_is_set_up_and_signs_in_without_a_password_or_after_it(
    petra: Visitor, device: CDPSession
) -> None:
    key = with_a_passkey(device)
    open_the_page_for_a_new_key(petra)
    faults = look_over(petra, "new key", "keys-new")
    add_a_passkey(petra)
    shown = petra.page.locator("main").inner_text()
    faults += look_over(petra, "recovery codes", "keys-codes")
    petra.go("/logga/konto/nycklar/")
    faults += look_over(petra, "keys", "keys-list")
    kept = device.send("WebAuthn.getCredentials", {"authenticatorId": key})["credentials"]

    petra.enter('form[action$="/ut/"] button')
    petra.enter(f"{SIGN_IN_FORM} button")
    petra.go("/organisation/")
    invites = petra.page.locator('a[href$="/bjud-in/"]').count()
    rests = petra.page.locator(".demo-mark").count()
    petra.enter('form[action$="/ut/"] button')
    petra.sign_in_with(KEYED, PASSWORD)
    second = petra.page.locator("h1").inner_text()
    petra.enter("#use-key")

    assert faults == []
    assert "Reservkoder" in shown
    assert [one["isResidentCredential"] for one in kept] == [True]
    assert (invites, rests) == (1, 0)
    assert second == "Det andra steget"
    assert petra.page.url.endswith("/lanet/")
    assert petra.complaints == []


def test_a_key_that_is_not_there_is_told_where_the_button_is(
    petra: Visitor, device: CDPSession
) -> None:
    """The device has an authenticator, with no passkey of ours in it."""
    with_a_passkey(device)
    petra.go("/logga/in/")

    petra.tab_to("#use-key")
    petra.press("Enter")

    told = petra.page.locator(f"{SIGN_IN_FORM} [role=alert]")
    told.filter(has_text="Ingen nyckel användes").wait_for()
    assert petra.page.url.endswith("/logga/in/")
    assert petra.faults() == []
    assert petra.complaints == []
