"""How somebody records a decision that its body had no mandate for, by the forms."""

from __future__ import annotations

from tests.browser.visitor import Visitor


def decide(visitor: Visitor) -> str:
    """Record one that is sent on, so that it can be looked at and confirmed; return where it is."""
    page = visitor.page
    visitor.go("/beslut/nytt/")
    page.get_by_label("Vilken grupp beslutade?").select_option(label="Välfärdsrådet")
    page.get_by_label("Vilken dag?").fill("2026-10-01")
    page.get_by_label("Att-sats", exact=True).first.fill("att anta överenskommelsen om stigar.")
    page.get_by_label("Vad är det?").first.select_option(label="Anta en överenskommelse")
    _go_on(visitor, "Fortsätt")
    _go_on(visitor, "Se vad som skulle ändras")
    page.get_by_label("Skicka vidare").check()
    _go_on(visitor, "Registrera beslutet")
    return page.url


def _go_on(visitor: Visitor, button: str) -> None:
    with visitor.page.expect_navigation(wait_until="load"):
        visitor.page.get_by_role("button", name=button, exact=True).click()
