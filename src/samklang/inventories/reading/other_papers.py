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
_TITLE = 400


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
