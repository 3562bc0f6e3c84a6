"""Where the first document in a file ends: a memo with its attachment, two agreements in one."""

from __future__ import annotations

import re

_MEMO = re.compile(r"\bTjänste(?:skrivelse|utlåtande)\b", re.IGNORECASE)
_ITS_END = re.compile(
    r"\b(?:Expedieras till|Beslut(?:et)? (?:ska )?skickas till|Skickas till)\b", re.IGNORECASE
)
_SECOND_DOCUMENT = re.compile(
    r"\n(?:Tjänsteskrivelse|TJÄNSTESKRIVELSE|TJÄNSTESTÄLLE, HANDLÄGGARE"
    r"|(?:(?:Lokal|Regional|Länsövergripande|Länsgemensam) )?\w*(?:[Öö]verenskommelse|[Aa]vtal)"
    r"|ÖVERENSKOMMELSE)\b"
)
# An agreement ends in its signatures; what names itself an agreement below them is another.
_SIGNED = re.compile(
    r"\n(?:\d{1,2}\.? |§ ?\d+ )?(?:Underskrift(?:er)?|Undertecknande|Ort och datum"
    r"|Datum och underskrift|Namnförtydligande)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\n(?:(?:Lokal|Regional|Länsövergripande|Länsgemensam|Gemensam) )?"
    r"(?:\w*överenskommelse|\w*avtal) (?:mellan|om|avseende|gällande|kring|för) "
    r"[^\n]{10,250}(?=\n)",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\n(?:\d{1,2}\.? |§ ?\d+ )?(?:Parter|Avtalsparter|Bakgrund|Inledning|Syfte|Målgrupp)\b",
    re.IGNORECASE,
)
_BEGINS_WITHIN = 600


def second_document(text: str) -> tuple[int, int] | None:
    """Return where a second document names itself, when the file holds two."""
    memo = _MEMO.search(text)
    ends = memo and _ITS_END.search(text, memo.end())
    second = _SECOND_DOCUMENT.search(text, ends.end()) if ends else _second_agreement(text)
    return second.span() if second else None


def _second_agreement(text: str) -> re.Match[str] | None:
    """Find an agreement's title below signatures, with the beginning of an agreement under it."""
    signed = _SIGNED.search(text)
    another = _ANOTHER.search(text, signed.end()) if signed else None
    begins = another and _BEGINS.search(text, another.end(), another.end() + _BEGINS_WITHIN)
    return another if begins else None
