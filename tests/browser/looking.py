"""A look at a page on the desk and on the phone: what is wrong with it."""

from __future__ import annotations

from tests.browser.touring import Tour
from tests.browser.visitor import Visitor

# The desk and the phone.
BOTH = (1280, 390)


def pages_of(found: Tour) -> list[tuple[str, str]]:
    return [(name, address) for name, looks in found.items() for address in looks]


def look_over(
    visitor: Visitor, name: str, label: str = "", widths: tuple[int, ...] = BOTH
) -> list[str]:
    """Look at the page on the desk and on the phone, and return what is wrong with it."""
    faults = []
    for width in widths:
        visitor.resize(width)
        if label:
            visitor.picture(f"{label}-{width}")
        faults += [f"{name} at {width}: {fault}" for fault in visitor.faults()]
    visitor.resize(320)
    if beyond := visitor.sideways():
        faults.append(f"{name} scrolls {beyond} px sideways at 320 px")
    visitor.resize(1280)
    return faults
