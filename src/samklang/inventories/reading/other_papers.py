"""What a sentence says of another agreement, which holds and ends by rules of its own."""

from __future__ import annotations

import re

from samklang.inventories.reading.dates import Date
from samklang.inventories.reading.running_text import Document

# 'Avtal om hemsjukvård berörs inte; det löper till 2031': named for the first time, so another.
_ANOTHER = re.compile(
    r"\W*(?:(?:Särskil|Separat|Lokal)\w* )?(?:\w*avtal|\w*överenskommelse) "
    r"(?:om|mellan|med|för|rörande|avseende)\b"
    r"(?! (?:parterna|denna|detta)\b)",
    re.IGNORECASE,
)
# 'som drivs enligt avtal mellan elva kommuner sedan 2031'
_BY_ANOTHER = re.compile(
    r"\b(?:enligt|i enlighet med|genom|har|via) (?:särskil\w+ |separat\w* )?"
    r"(?:avtal|överenskommelse) (?:mellan|med)\b(?! (?:parterna|denna|detta)\b)",
    re.IGNORECASE,
)
# An annex quotes what another agreement says: '"§ 9 Avtalet gäller …"'.
_QUOTED = re.compile(r"[\"”“»] ?§ ?\d")
# 'Riktlinjen från 2031-12-20 upphör': since when another has held.
_ENDS_THEN = re.compile(r",? (?:upphör|upphävs|löper ut|ersätts)\b", re.IGNORECASE)
# 'ersätter den överenskommelse som gällt sedan 2014', 'och dess förlängning till 2015'
_PREDECESSOR = re.compile(
    r"\bersätt(?:er|a)\b[^.,]{0,120} (?:som (?:har )?|dess (?:\w+ )?)\Z", re.IGNORECASE
)
# 'i den länsgemensamma överenskommelsen, som gäller': of another level than a local one
_KIN = re.compile(
    r"\b[Dd]en (?P<level>läns\w+|regional\w+|övergripande|nationell\w+|central\w+)"
    r" \w*(?:överenskommelsen|avtalet)\W+(?:som )?\Z"
    r"|\b(?:särskil\w+|separat\w*) \w*(?:överenskommelse|avtal) som \Z"
    r"|vilka \Z"  # 'bygger på två andra, vilka gäller'
)
# 'överenskommelsen om hemsjukvård (ÄDEL II) från | 2031', | 2031 | ' års avtal'
_MADE_IN = re.compile(
    r"\b\w*(?:överenskommelse|avtal|rutin|riktlinje)\w*(?: om [a-zåäö -]{3,40})?"
    r"(?: \([^)]{2,30}\))? från (?:år )?\Z",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r" års\b")
_LEVEL_STEM, _TITLE, _TITLE_LINES = 4, 400, 4


def tells_of_another(document: Document, start: int, act: int) -> bool:
    """Tell whether a sentence, up to its act, speaks of an agreement that is not the document."""
    paragraph = document.text.rfind("\n", 0, start + 1) + 1
    if _QUOTED.match(document.text, paragraph):
        return True
    is_below = start > _TITLE and _ANOTHER.match(document.flat, start)
    is_older = _PREDECESSOR.search(document.flat, start, act)
    return bool(is_below or is_older or _BY_ANOTHER.search(document.flat, start, act))


def ends_another(document: Document, date: Date) -> bool:
    """Tell whether what began on a day is said to end: that day is not the document's first."""
    return bool(_ENDS_THEN.match(document.flat, date.end))


def is_when_made(text: str, left: str, date: Date) -> bool:
    """Tell whether a year only says which agreement is meant: of that year, or from it."""
    is_named = bool(date.is_bare_year and _MADE_IN.search(left))
    return is_named or bool(_OF_YEAR.match(text, date.end))


def is_kin(document: Document, before: str) -> bool:
    """Tell an agreement of another level, or a separate one, from the document itself."""
    if not (found := _KIN.search(before)):
        return False
    return not found["level"] or found["level"][:_LEVEL_STEM].casefold() not in opening(document)


def opening(document: Document) -> str:
    lines = (line for _, line in document.paragraphs[:_TITLE_LINES] if not line.endswith("."))
    return " ".join(lines)[:_TITLE].casefold()
