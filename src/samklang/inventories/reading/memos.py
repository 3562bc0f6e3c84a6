"""Where a memo to a board says what it is about: above its summary, below its addressee."""

from __future__ import annotations

import re

from samklang.inventories.reading.running_text import Document

_LONGEST = 260
_MEMO = re.compile(r"(?i:tjänste(?:skrivelse|utlåtande)|(?:\w{3,30} )?(?:missiv|följebrev))\b")
_FIRST_LINES = 3
_BELOW = re.compile(
    r"\n(?=(?:Sammanfattning|(?:\w+ens )?[Ff]örslag till (?:beslut|\w*nämnden)"
    r"|Beslutsförslag|Ärendet|Bakgrund|Beslutsunderlag"
    r"|INLEDNING|BAKGRUND|SAMMANFATTNING|FÖRSLAG TILL BESLUT|ÄRENDET)\b)"
)
_ADDRESSEE = re.compile(
    r".*(?:nämnden|styrelsen|fullmäktige|utskottet|direktionen)(?: [Ss]id(?:a|an)? \d.*)?\Z"
)
# 'Tjänsteskrivelse Ingående av avtal': the kind before the matter.
_NAMED_BEFORE = re.compile(r"Tjänste(?:skrivelse|utlåtande) (?=[A-ZÅÄÖ][a-zåäö])")
_CODE = re.compile(r"[A-Z]{2,5}\d{3,}|.*\b\d{4}-\d\d-\d\d\b")
# On one line: 'Socialnämnden Gemensam jour Förslag till beslut'
_FLAT = re.compile(
    r"\b(?:[A-ZÅÄÖ]\w+(?:nämnden|styrelsen|utskottet)|[Kk]ommunfullmäktige|[Ss]ocialnämnd) "
    r"(?P<matter>[A-ZÅÄÖ][^.\n]{4,180}?) (?:Förslag till beslut|Sammanfattning|Ärendet|Bakgrund)\b"
)
_FLAT_HEAD, _FLATTENED = 500, 700


def opens_as_memo(document: Document) -> bool:
    """Tell whether one of the first lines begins with what a memo is called."""
    return any(_MEMO.match(words) for _, words in document.paragraphs[:_FIRST_LINES])


def matter_of(text: str, letterhead: re.Pattern[str]) -> tuple[int, int] | None:
    """Find the lines between the addressee and the summary; `letterhead` is no matter."""
    if not (found := _BELOW.search(text)):
        return _flat_matter(text)
    end = found.start()
    start = end
    for line in reversed(text[:end].split("\n")):
        is_above = letterhead.fullmatch(line) or _ADDRESSEE.match(line) or _CODE.match(line)
        if end - start > _LONGEST or is_above:
            break
        start -= len(line) + 1
        if named := _NAMED_BEFORE.match(line):  # and what stands above it is whose it is
            return start + 1 + named.end(), end
    return max(0, start + 1), end


def _flat_matter(text: str) -> tuple[int, int] | None:
    """Find the matter in a page that was flattened to one line."""
    if max(map(len, text[: 2 * _FLATTENED].split("\n"))) < _FLATTENED:
        return None
    found = _FLAT.search(text, 0, _FLAT_HEAD)
    return found.span("matter") if found else None
