"""What every question rests on: the fact’s words, their place, and what contradicts them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from samklang.inventories.phrases import contradiction_phrase, side_phrase
from samklang.inventories.questions import Alternative, Form, Question, Span

# Which question a contradiction is about; any other is shown beside the register’s facts.
_ABOUT = {
    "version": "version",
    "valid_from": "valid_from",
    "start": "valid_from",
    "valid_until": "valid_until",
}
Result = dict[str, Any]


def evidence(fact: Result | None) -> dict[str, Any]:
    if fact is None:
        return {}
    return {
        "certainty": fact["certainty"],
        "quote": fact["quote"],
        "spans": (span(fact["place"]),),
        "page": fact["place"]["page"],
    }


def span(place: Result) -> Span:
    return place["start"], place["end"]


def alternative(fact: Result, value: Any, shown: str) -> Alternative:
    place = fact["place"]
    return Alternative(value, shown, span(place), fact["quote"], place["page"])


def sides(contradiction: Result) -> list[Alternative]:
    sides = zip(
        contradiction["values"],
        contradiction["places"],
        contradiction["quotes"],
        strict=True,
    )
    return [
        Alternative(value, side_phrase(value), span(place), quote, place["page"])
        for value, place, quote in sides
    ]


def contradictions_of(result: Result) -> list[Result]:
    return list(result["contradictions"])


def alternatives(name: str, contradictions: list[Result]) -> tuple[Alternative, ...]:
    found: dict[str, Alternative] = {}
    for one in contradictions:
        if _ABOUT.get(one["what"]) == name:
            for side in sides(one):
                found.setdefault(side.value, side)
    return tuple(found.values())


def text_question(result: Result, name: str, label: str, *, required: bool = False) -> Question:
    fact = result[name]
    value = fact["value"] if fact else None
    return Question(name, Form.TEXT, label, value, value or "", required=required, **evidence(fact))


def notes(contradictions: list[Result]) -> Iterator[Question]:
    others = [one for one in contradictions if one["what"] not in _ABOUT]
    for number, one in enumerate(others):
        yield Question(
            f"note-{number}",
            Form.NOTE,
            contradiction_phrase(one["what"]),
            alternatives=tuple(sides(one)),
        )
