"""Which items are on every agenda, and what an attachment is called without the word for it."""

from __future__ import annotations

import re

_STANDING = re.compile(
    r"(?:(?:Mötets|Sammanträdets) (?:öppnande|avslutning)"
    r"|(?:Mötet|Sammanträdet) (?:öppnas|avslutas)"
    r"|(?:Godkännande|Fastställande) av (?:dagordning|föredragningslista)\w*"
    r"|Val av (?:justera\w+|sekreterare|ordförande för mötet)|(?:Upprop|Avslutning|Dagordning)\Z"
    r"|Föregående (?:mötes? )?(?:minnesanteckning|mötesanteckning|anteckning|protokoll|möte)\w*"
    r"|Nästa möte|Övriga (?:frågor|ärenden)|Övrigt\Z)",
    re.IGNORECASE,
)
_CALLED = re.compile(r"Bilag(?:a|or) ", re.IGNORECASE)


def is_standing(title: str) -> bool:
    """Tell whether an item is about the meeting itself, and no matter of its own."""
    return bool(_STANDING.match(title))


def attachment_label(written: str) -> str:
    """Return “2 A-B” of what the minutes call it."""
    return _CALLED.sub("", written, count=1).strip()
