"""Turns what was read from minutes or an agenda into the questions about a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samklang.inventories.county import County
from samklang.inventories.proposal.evidence import Result, contradictions_of, evidence, notes
from samklang.inventories.questions import Form, Question
from samklang.inventories.reading.standing import attachment_label

# What the reader calls the ways of dealing with an item, and what meetings call them.
KINDS = {
    "skriftlig": "in_writing",
    "information": "for_information",
    "rapport": "for_information",
    "dialog": "for_dialogue",
    "diskussion": "for_dialogue",
    "beslut": "for_decision",
}
# A form holds no more fields than a server takes; nobody confirms more than this in one go.
MOST_ITEMS = 100
_LONGEST = 300


def meeting_questions(result: Result, county: County) -> list[Question]:
    """Return what to ask, in the order of the page: the head, who was there, and each item."""
    said = result.get("meeting") or {}
    return [
        _body(said, county),
        _day(said),
        _place(said),
        _people(result),
        *_items(result),
        *notes(contradictions_of(result)),
    ]


def left_out(result: Result) -> int:
    return max(0, len(result.get("items", ())) - MOST_ITEMS)


def _body(said: Result, county: County) -> Question:
    """Whose meeting it is: one of the county’s groups, by the name that the file has for it."""
    fact = said.get("body")
    body = county.body_named(fact["value"]) if fact else None
    unknown = _("No group of the county is called that. Choose which one it is.")
    return Question(
        "body",
        Form.BODY,
        _("Whose meeting"),
        body.pk if body else None,
        body.name if body else fact["value"] if fact else "",
        required=True,
        remark=unknown if fact and body is None else "",
        missing=_("Choose whose meeting it is."),
        **evidence(fact),
    )


def _day(said: Result) -> Question:
    fact = said.get("date")
    value = fact["value"] if fact else None
    return Question(
        "day",
        Form.DAY,
        _("Day"),
        value,
        value or "",
        remark="" if fact else _not_said(),
        **evidence(fact),
    )


def _place(said: Result) -> Question:
    fact = said.get("place")
    value = fact["value"][:_LONGEST] if fact else None
    return Question(
        "place",
        Form.TEXT,
        _("Place"),
        value,
        value or "",
        remark="" if fact else _not_said(),
        **evidence(fact),
    )


def _not_said() -> str:
    return _("The head of the file does not say.")


def _people(result: Result) -> Question:
    """Everybody who was read to be there, as sure as the least sure of them."""
    facts = result.get("present", ())
    people = [
        {"name": one["value"]["name"], "organization": one["value"]["organization"]}
        for one in facts
    ]
    count = len(people)
    shown = ngettext("%(count)s person", "%(count)s persons", count) % {"count": count}
    least = min((one["certainty"] for one in facts), key=_sureness, default="")
    return Question(
        "people",
        Form.PEOPLE,
        _("Who was there"),
        people or None,
        shown if people else "",
        certainty=least,
        spans=tuple((one["place"]["start"], one["place"]["end"]) for one in facts),
        remark=_remark_of_people(facts),
    )


def _sureness(certainty: str) -> int:
    return ("guessed", "derived", "stated").index(certainty)


def _remark_of_people(facts: list[Result]) -> str:
    if not facts:
        return _not_said()
    if any(one["certainty"] == "guessed" for one in facts):
        return _("The columns of the list are lost. Look at where each belongs.")
    return ""


def _items(result: Result) -> Iterator[Question]:
    for number, item in enumerate(result.get("items", ())[:MOST_ITEMS]):
        fact = item["title"] or item["text"]
        value = item_value(item)
        label = item_label(value) or _("Item without a number")
        places = [fact, *filter(None, [item.get("minutes")]), *item["decisions"]]
        yield Question(
            f"item-{number}",
            Form.ITEM,
            label,
            value,
            value["title"],
            certainty=fact["certainty"],
            quote=fact["quote"],
            spans=tuple((one["place"]["start"], one["place"]["end"]) for one in places),
            page=fact["place"]["page"],
        )


def item_value(item: Result) -> dict[str, Any]:
    """Return the item as the form writes it and the register takes it in."""
    fact = item["title"] or item["text"]
    kinds = [KINDS[kind] for kind in item["kinds"] if kind in KINDS]
    planned = item.get("minutes")
    return {
        "number": item["number"],
        "letter": (item["letter"] or "").casefold(),
        "title": fact["value"][:_LONGEST],
        "kinds": list(dict.fromkeys(kinds)),
        "minutes": planned["value"] if planned else None,
        "presenters": list(item["presenters"]),
        "attachments": [attachment_label(one)[:60] for one in item["attachments"]],
        "clauses": [one["value"] for one in item["decisions"]],
    }


def item_label(value: dict[str, Any]) -> str:
    if value["number"] is None:
        return ""
    return f"{value['number']} {value['letter']})" if value["letter"] else str(value["number"])
