"""How somebody begins a meeting with an item and an attachment, by the forms."""

from __future__ import annotations

import re
from pathlib import Path

from tests.browser.letters import plain
from tests.browser.visitor import Visitor

MINUTES = """Minnesanteckningar Länschefsnätverket

Närvarande: Ask Björk, Orsa

Ida Lind, Rättvik

Alva Ek, Vansbro

1. Mötets öppnande

Länschefsnätverket beslutade

att öppna mötet.

2. Information/Beslut: Stigar för alla (Bilaga 1)

Föredragande: Tove Gran, skogvaktare, Skogens vänner

Länschefsnätverket beslutade

att anta förslaget om stigar.
"""


def write_minutes(folder: Path) -> Path:
    return plain(folder / "minnesanteckningar", MINUTES)


def convene(visitor: Visitor) -> str:
    """Begin a draft of a meeting with one of each that a form can be about; return its address."""
    page = visitor.page
    visitor.go("/moten/nytt/")
    page.get_by_label("Vems möte").select_option(index=1)
    page.get_by_label("Dag (frivilligt)").fill("2026-12-11")
    _save(visitor)
    address = page.url
    visitor.go(f"{address}punkt/ny/")
    page.get_by_label("Rubrik").fill("Stigar för alla")
    page.get_by_role("checkbox", name="Beslut").check()
    _save(visitor)
    visitor.go(f"{address}bilaga/ny/")
    page.get_by_label("Beteckning").fill("1")
    _save(visitor)
    return address


def call_and_begin(visitor: Visitor) -> tuple[str, str]:
    """Send out a meeting with two items and begin its minutes; return where each is written."""
    page = visitor.page
    visitor.go("/moten/nytt/")
    page.get_by_label("Vems möte").select_option(label="Länschefsnätverket")
    page.get_by_label("Dag (frivilligt)").fill("2026-11-20")
    _save(visitor)
    address = page.url
    for title, proposal in (("Stigar för alla", "att anta stigarna"), ("Läget", "")):
        visitor.go(f"{address}punkt/ny/")
        page.get_by_label("Rubrik").fill(title)
        page.get_by_label("Förslag till beslut").fill(proposal)
        _save(visitor)
    visitor.go(f"{address}skicka-ut/")
    _press(visitor, "Skicka ut dagordningen till länet")
    visitor.go(f"{address}anteckna/")
    _press(visitor, "Påbörja anteckningarna")
    stops = (page.locator(".stops a", has_text=title) for title in ("Stigar för alla", "Läget"))
    first, second = (one.evaluate("one => one.href") for one in stops)
    return str(first), str(second)


def ask_to_check(visitor: Visitor, meeting: str, name: str) -> None:
    """Let somebody who was at the meeting be asked to check its minutes."""
    page = visitor.page
    visitor.go(f"{meeting}narvaro/")
    page.get_by_label("Närvarande").fill(name)
    _save(visitor)
    visitor.go(f"{meeting}justerare/")
    page.get_by_role("checkbox", name=re.compile(f"^{name}")).check()
    _save(visitor)


def _press(visitor: Visitor, button: str) -> None:
    with visitor.page.expect_navigation(wait_until="load"):
        visitor.page.get_by_role("button", name=button, exact=True).click()


def _save(visitor: Visitor) -> None:
    _press(visitor, "Spara")
