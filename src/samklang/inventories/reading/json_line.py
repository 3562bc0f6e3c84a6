"""A reading as one line of JSON, for the command line and for scoring."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from samklang.inventories.reading.facts import Certainty, Fact, Meeting, MinutesItem, Reading

_SINGLE = (
    "kind", "title", "county", "level", "municipality", "version", "document_date", "valid_from",
    "valid_until", "until_further_notice", "termination_notice_months",
)  # fmt: skip
# The areas that the line's format has a code for; the product knows more, which are `other` there.
_AREAS = (
    "children_young", "mental_disability", "substance_use", "hvb", "older_people", "dementia",
    "home_care", "family_centre", "sip",
)  # fmt: skip
_OTHER = "other"


def as_json_line(reading: Reading, file: str) -> str:
    """Return the reading as one JSON object without line breaks."""
    line: dict[str, Any] = {"file": file}
    quotes: dict[str, str | list[str]] = {}
    for name in _SINGLE:
        fact: Fact[object] | None = _said(name, getattr(reading, name))
        line[name] = fact.value if fact else None
        if fact and fact.quote:
            quotes[name] = fact.quote
    line |= _many(reading, quotes)
    line["items"] = [_item(item) for item in reading.items]
    line["meeting"] = _meeting(reading.meeting) if reading.meeting else None
    line["present"] = [asdict(one.value) for one in reading.present]
    line["quotes"] = quotes
    return json.dumps(line, ensure_ascii=False)


def _said(name: str, fact: Fact[Any] | None) -> Fact[Any] | None:
    """Leave out a title that is a guess: it is for a person to judge, and to no one else a fact."""
    is_guess = name == "title" and fact is not None and fact.certainty is Certainty.GUESSED
    return None if is_guess else fact


def _many(reading: Reading, quotes: dict[str, str | list[str]]) -> dict[str, Any]:
    for name in ("areas", "parties", "diary_numbers"):
        facts: tuple[Fact[object], ...] = getattr(reading, name)
        if facts:
            quotes[name] = [fact.quote for fact in facts if fact.quote]
    return {
        "areas": _areas([fact.value for fact in reading.areas]),
        "parties": [fact.value.name for fact in reading.parties],
        "diary_numbers": [fact.value for fact in reading.diary_numbers],
        "review": [{**asdict(fact.value), "quote": fact.quote} for fact in reading.review],
        "signed": _entry(reading.signed),
        "extension": _entry(reading.extension),
        "parent": {"name": reading.parent.value, "quote": reading.parent.quote}
        if reading.parent
        else None,
        "contradictions": [
            {"what": one.what, "values": list(one.values), "quotes": list(one.quotes)}
            for one in reading.contradictions
        ],
        "warnings": [
            {"code": one.code, "quote": one.quote, "hint": one.hint} for one in reading.warnings
        ],
    }


def _areas(codes: list[str]) -> list[str]:
    """Return the codes that the format has; `other` where a document is only on what it has not."""
    known = [code for code in codes if code in _AREAS]
    return known or ([_OTHER] if codes else [])


def _item(item: MinutesItem) -> dict[str, Any]:
    words = item.title or item.text
    return {
        **asdict(item),
        "title": item.title.value if item.title else None,
        "text": item.text.value if item.text else None,
        "decisions": [decision.value for decision in item.decisions],
        "minutes": item.minutes.value if item.minutes else None,
        "quote": words.quote if words else None,
    }


def _meeting(meeting: Meeting) -> dict[str, str | None]:
    parts = {"body": meeting.body, "date": meeting.date, "place": meeting.place}
    return {name: fact.value if fact else None for name, fact in parts.items()}


def _entry(fact: Fact[Any] | None) -> dict[str, Any] | None:
    return {**asdict(fact.value), "quote": fact.quote} if fact else None
