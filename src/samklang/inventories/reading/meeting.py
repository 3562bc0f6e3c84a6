"""Which meeting minutes are of: the body, the day and the place."""

from __future__ import annotations

import re
from collections import Counter

from samklang.inventories.reading.dates import find_dates
from samklang.inventories.reading.facts import Certainty, Fact, Meeting
from samklang.inventories.reading.running_text import Document

_IN_TITLE = re.compile(
    r"\b(?:\w*protokoll|\w*anteckningar)(?: (?:från|fört vid|för"
    r"|vid))?:? +(?P<body>[A-ZÅÄÖ][^\n,.]{3,70}?)"
    r"(?= \d|\Z|,|\.| den )",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"(?:^|\n)(?P<body>[A-ZÅÄÖ][\wåäö-]*(?: [\wåäö-]+){0,4}) beslut(?:ade|ar)[ \n]att"
)
_DAY = re.compile(
    r"\b(?:måndag|tisdag|onsdag|torsdag|fredag)(?:en)?,? (?:den )?(?=\d)"
    r"|\b(?:Sammanträdesdatum|Mötesdatum|Datum|Dag|Tid)\b:?\s*(?=\w{0,9} ?(?:den )?\d)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\bPlats\b(?! och)(?: för mötet)?:?\s+(?P<place>[A-ZÅÄÖ][^\n]{2,80}?)(?=\n|\s{2}|\Z| Tid"
    r"| Datum| Närvarande)"
)
_REACH = 40


def find_meeting(document: Document, title: Fact[str] | None) -> Meeting:
    """Return what the head of the minutes says about the meeting."""
    return Meeting(_body(document, title), _day(document), _place(document))


def _body(document: Document, title: Fact[str] | None) -> Fact[str] | None:
    if title and (found := _IN_TITLE.search(title.value)):
        return Fact(found["body"].strip(), title.quote, title.place, Certainty.STATED, "title")
    decided = list(_DECIDES.finditer(document.text))
    if not decided:
        return None
    name = Counter(found["body"] for found in decided).most_common(1)[0][0]
    first = next(found for found in decided if found["body"] == name)
    return document.fact(name, first.span("body"), Certainty.DERIVED, "decides")


def _day(document: Document) -> Fact[str] | None:
    for found in _DAY.finditer(document.head):
        dates = find_dates(document.text, found.end(), found.end() + _REACH)
        if dates and len(dates[0].iso) == len("2000-01-01"):
            return document.fact(
                dates[0].iso, (found.start(), dates[0].end), Certainty.STATED, "day"
            )
    return None


def _place(document: Document) -> Fact[str] | None:
    found = _PLACE.search(document.head)
    return (
        document.fact(found["place"].strip(), found.span("place"), Certainty.STATED, "labelled")
        if found
        else None
    )
