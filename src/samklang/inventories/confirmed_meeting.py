"""Turns a person’s answers about a meeting into what the register takes in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from samklang.inventories.county import County
from samklang.inventories.models import Reading
from samklang.inventories.questions import Form, Question
from samklang.inventories.reading.standing import is_standing
from samklang.meetings.api import (
    ItemWords,
    Plan,
    PresenterWords,
    ReadItem,
    ReadMeeting,
    ReadPerson,
)

Values = Mapping[str, Any]


@dataclass(frozen=True)
class ConfirmedMeeting:
    """The answers about one reading of minutes or of an agenda."""

    reading: Reading
    county: County
    questions: Sequence[Question]
    values: Values

    def facts(self) -> ReadMeeting:
        said = self.values
        kind = (self.reading.result or {})["kind"]["value"]
        day = said.get("day")
        return ReadMeeting(
            partnership_id=self.county.partnership.pk,
            keeper_id=self.reading.organization_id,
            body_id=int(said["body"]),
            file_id=self.reading.file_id,
            plan=Plan(date=date.fromisoformat(day) if day else None, place=said.get("place") or ""),
            is_held=kind == "minutes",
            people=tuple(self._people()),
            items=tuple(self._items()),
        )

    def _people(self) -> Iterator[ReadPerson]:
        for one in self.values.get("people") or ():
            known = self.county.named(one["organization"]) if one["organization"] else None
            yield ReadPerson(
                name=one["name"],
                organization_id=known.pk if known else None,
                organization_name="" if known else one["organization"],
            )

    def _items(self) -> Iterator[ReadItem]:
        asked = [one.name for one in self.questions if one.form is Form.ITEM]
        kept = [item for name in asked if (item := self.values.get(name))]
        # A number that others have their letters under is a heading, and no matter of its own.
        headings = {item["number"] for item in kept if item["letter"]}
        for item in kept:
            yield ReadItem(
                number=item["number"],
                letter=item["letter"],
                words=ItemWords(
                    title=item["title"],
                    kinds=tuple(item["kinds"]),
                    presenters=tuple(map(PresenterWords.read, item["presenters"])),
                    is_standing=is_standing(item["title"]),
                    minutes=item.get("minutes"),
                ),
                attachments=tuple(item["attachments"]),
                clauses=tuple(item["clauses"]),
                is_heading=not item["letter"] and item["number"] in headings,
            )
