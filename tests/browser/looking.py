"""A look at a page on the desk and on the phone: what is wrong with it."""

from __future__ import annotations

from tests.browser.touring import Tour
from tests.browser.visitor import Visitor

# The desk and the phone.
BOTH = (1280, 390)
# Where nothing may have to be scrolled sideways.
NARROWEST = 320


def pages_of(found: Tour) -> list[tuple[str, str]]:
    return [(name, address) for name, looks in found.items() for address in looks]


def look_over(
    visitor: Visitor, name: str, label: str = "", widths: tuple[int, ...] = BOTH
) -> list[str]:
    """Look at the page on the desk and on the phone, and return what is wrong with it."""
    faults = look_in_passing(visitor, name, label, widths)
    visitor.resize(BOTH[0])
    return faults


def look_in_passing(
    visitor: Visitor, name: str, label: str = "", widths: tuple[int, ...] = BOTH
) -> list[str]:
    """Look at one page of many, and leave it as narrow or as wide as it was looked at last.

    A change of width costs as much as a new page: every other page is looked at from the narrowest.
    """
    turns = [*widths, NARROWEST]
    faults = []
    for width in reversed(turns) if visitor.is_at(NARROWEST) else turns:
        visitor.resize(width)
        faults += _narrow(visitor, name) if width == NARROWEST else _at(visitor, name, label, width)
    return faults


def _at(visitor: Visitor, name: str, label: str, width: int) -> list[str]:
    if label:
        visitor.picture(f"{label}-{width}")
    return [f"{name} at {width}: {fault}" for fault in visitor.faults()]


def _narrow(visitor: Visitor, name: str) -> list[str]:
    beyond = visitor.sideways()
    return [f"{name} scrolls {beyond} px sideways at {NARROWEST} px"] if beyond else []
