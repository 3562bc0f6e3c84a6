"""Where things stand on a slide, and what they are set in."""

from __future__ import annotations

from dataclasses import dataclass

from pptx.util import Inches, Length

# What every office program has: a deck cannot carry its typefaces with it.
SANS, SERIF = "Calibri", "Georgia"
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)


@dataclass(frozen=True, slots=True)
class Box:
    left: Length
    top: Length
    width: Length
    height: Length

    @classmethod
    def inches(cls, left: float, top: float, width: float, height: float) -> Box:
        return cls(Inches(left), Inches(top), Inches(width), Inches(height))


TITLE = Box.inches(0.6, 0.5, 12.1, 0.7)
COVER_TITLE = Box.inches(0.6, 1.3, 12.1, 1.5)
BODY = Box.inches(0.6, 1.5, 12.1, 5.2)
WIDE_PART = Box.inches(0.6, 1.75, 8.3, 4.9)
MARGIN = Box.inches(9.35, 1.55, 3.4, 5.2)
FOOT = Box.inches(0.6, 6.95, 12.1, 0.3)
