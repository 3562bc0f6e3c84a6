"""The typefaces that a DOCX carries with it, so that it looks the same everywhere.

They are free to embed (SIL Open Font License). Office wants the first 32 bytes of each mixed
with a key that the font table names (ECMA-376 part 4, 2.8.1).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from uuid import UUID, uuid5

from django.conf import settings

SANS, SERIF = "Source Sans 3", "Source Serif 4"
_SCOPE = UUID("5f0d6a3e-0f4b-4d6c-9a55-6f7f2b1c8e21")
_MIXED = 32


@dataclass(frozen=True, slots=True)
class Family:
    """`instead` is what Office takes where the embedded font is not allowed."""

    name: str
    instead: str
    kind: str


FAMILIES = (Family(SANS, "Calibri", "swiss"), Family(SERIF, "Georgia", "roman"))
_FILES = (
    (SANS, "embedRegular", "SourceSans3-Regular.ttf"),
    (SANS, "embedBold", "SourceSans3-Bold.ttf"),
    (SERIF, "embedRegular", "SourceSerif4-Regular.ttf"),
    (SERIF, "embedBold", "SourceSerif4-Bold.ttf"),
)


@dataclass(frozen=True, slots=True)
class EmbeddedFont:
    family: str
    place: str
    rel: str
    part: str
    key: str
    content: bytes


def embedded() -> tuple[EmbeddedFont, ...]:
    """Return the fonts of this installation; without them Office takes the substitutes."""
    return _embedded(settings.STATE_DIR / "document-fonts")


@cache
def _embedded(folder: Path) -> tuple[EmbeddedFont, ...]:
    found = []
    for number, (family, place, name) in enumerate(_FILES, start=1):
        path = folder / name
        if path.is_file():
            key = uuid5(_SCOPE, name)
            found.append(
                EmbeddedFont(
                    family=family,
                    place=place,
                    rel=f"rFont{number}",
                    part=f"font{number}.odttf",
                    key=f"{{{key}}}".upper(),
                    content=_mixed(path.read_bytes(), key),
                )
            )
    return tuple(found)


def _mixed(font: bytes, key: UUID) -> bytes:
    secret = key.bytes[::-1]
    start = bytes(font[i] ^ secret[i % len(secret)] for i in range(_MIXED))
    return start + font[_MIXED:]
