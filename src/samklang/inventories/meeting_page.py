"""Everything that the page about a proposed meeting shows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from samklang.inventories import proposal
from samklang.inventories.pages import ConfirmPage, ShownRow
from samklang.inventories.questions import Alternative, Form

_HEAD = (Form.BODY, Form.DAY, Form.TEXT, Form.PEOPLE)


@dataclass(frozen=True)
class Discord:
    """What two places say differently, each with its quote and its number in the text."""

    label: str
    sides: list[tuple[Alternative, list[int]]]


class MeetingConfirmPage(ConfirmPage):
    """A reading of minutes or of an agenda, and the meeting that is proposed of it."""

    asked = staticmethod(proposal.meeting_questions)

    @property
    def is_minutes(self) -> bool:
        return self.kind_code == "minutes"

    @property
    def missing(self) -> list[str]:
        """What the head of the file does not say."""
        asked = (one for one in self.questions if one.form in _HEAD)
        return [one.label for one in asked if not one.found and not one.shown]

    @cached_property
    def head_rows(self) -> list[ShownRow]:
        return [one for one in self.rows if one.row.question.form in _HEAD]

    @cached_property
    def item_rows(self) -> list[ShownRow]:
        return [one for one in self.rows if one.row.question.form is Form.ITEM]

    @cached_property
    def discords(self) -> list[Discord]:
        """Where two places of the file do not agree, with the words of each."""
        asked = (one for one in self.questions if one.form is Form.NOTE)
        return [
            Discord(
                one.label,
                [(side, self.source.numbers([side.span])) for side in one.alternatives],
            )
            for one in asked
        ]

    @property
    def item_count(self) -> int:
        return len(self.item_rows)

    @property
    def clause_count(self) -> int:
        return sum(len(one.row.question.value["clauses"]) for one in self.item_rows)

    @property
    def left_out(self) -> int:
        return proposal.left_out(self.result)
