"""Turns a person’s answers into what the register takes in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samklang.agreements.api import (
    AdoptionKind,
    ConfirmedAdoption,
    ConfirmedDiaryNumber,
    ConfirmedEvent,
    ConfirmedFacts,
    EventKind,
    Level,
)
from samklang.inventories import kinds
from samklang.inventories.forms.values import stated
from samklang.inventories.models import Reading
from samklang.inventories.proposal.standing import DRAFT, KNOWN_TO_HOLD
from samklang.inventories.questions import Form, Question
from samklang.inventories.source import paragraph_number

_REVIEWS = {
    "yearly": EventKind.REVIEW_YEARLY,
    "every_n_years": EventKind.REVIEW_EVERY,
    "when_regional_revised": EventKind.REVISE_WITH_REGIONAL,
    "revise_by": EventKind.REVISE_BY,
    "follow_up_period": EventKind.FOLLOW_UP_PERIOD,
}
_ADOPTIONS = {
    "board_decision": AdoptionKind.DECISION,
    "signature": AdoptionKind.SIGNATURE,
    "e_signature": AdoptionKind.E_SIGNATURE,
}
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Confirmed:
    """The answers about one reading, with the quotes that they rest on."""

    reading: Reading
    questions: Sequence[Question]
    values: Values
    cleaned: Values
    known_agreement_id: int | None = None

    def facts(self) -> ConfirmedFacts:
        party_ids = tuple(int(pk) for pk in self.values["parties"])
        return ConfirmedFacts(
            partnership_id=self.reading.organization.partnership_id,
            level=Level(kinds.LEVELS[self.values["kind"]]),
            area_id=int(self.values["area"]),
            title=self.values["title"],
            party_ids=party_ids,
            keeper_id=self.keeper_id,
            parent_id=self._parent_id(),
            known_agreement_id=self.known_agreement_id,
            version_label=(self.values.get("version") or "")[:100],
            stage=_stage(self.values),
            events=(*self._events(), *_statement(self.values)),
            adoptions=tuple(self._adoptions(party_ids)),
            diary_numbers=tuple(self._diary_numbers(party_ids)),
            file_id=self.reading.file_id,
        )

    @property
    def keeper_id(self) -> int | None:
        keeper = self.values.get("keeper")
        return int(keeper) if keeper else None

    def _parent_id(self) -> int | None:
        parent = self.values.get("parent")
        is_local = self.values["kind"] == kinds.LOCAL
        return int(parent) if parent and is_local else None

    def _of(self, *forms: Form) -> Iterator[tuple[Question, Any]]:
        for question in self.questions:
            value = self.values.get(question.name)
            if question.form in forms and value is not None:
                yield question, value

    def _events(self) -> Iterator[ConfirmedEvent]:
        for question, value in self._of(Form.DATE, Form.UNTIL, Form.REVIEW):
            yield ConfirmedEvent(
                **_event(question, value), quote=self._quote(question), place=self._place(question)
            )
        if self.values.get("valid_from") is None:
            yield from self._blank_start()

    def _blank_start(self) -> Iterator[ConfirmedEvent]:
        """A start that was left blank is a fact too: somebody meant to fill it in."""
        result = self.reading.result or {}
        for caution in result.get("warnings", ()):
            if caution["code"] == "blank_start":
                yield ConfirmedEvent(EventKind.STARTS, quote=caution["quote"])
                return

    def _adoptions(self, party_ids: tuple[int, ...]) -> Iterator[ConfirmedAdoption]:
        for question, value in self._of(Form.ADOPTION):
            only_keeper = self.cleaned.get(f"{question.name}-who") == "keeper"
            for party_id in party_ids:
                if only_keeper and party_id != self.keeper_id:
                    continue
                yield ConfirmedAdoption(
                    party_id,
                    date.fromisoformat(value["date"]),
                    _ADOPTIONS.get(value["kind"], AdoptionKind.SIGNATURE),
                    quote=self._quote(question),
                )

    def _diary_numbers(self, party_ids: tuple[int, ...]) -> Iterator[ConfirmedDiaryNumber]:
        for question, value in self._of(Form.DIARY):
            whose = self.cleaned.get(f"{question.name}-organization")
            yield ConfirmedDiaryNumber(int(whose or self.keeper_id or party_ids[0]), value)

    def _quote(self, question: Question) -> str:
        """Keep the sentence that the person chose between, or had before them."""
        chosen = self.cleaned.get(f"{question.name}-answer", "")
        if chosen.isdigit():
            return question.alternatives[int(chosen)].quote
        return question.quote

    def _place(self, question: Question) -> str:
        if not question.spans:
            return ""
        if question.page:
            return _("page %(number)s") % {"number": question.page}
        number = paragraph_number(_blocks(self.reading), question.spans[0][0])
        return _("paragraph %(number)s") % {"number": number} if number else ""


def _stage(values: Values) -> str:
    """What others may know of a draft; that it is one, if nothing else is said."""
    standing = values["standing"]
    return (standing["stage"] or _("draft")) if standing["kind"] == DRAFT else ""


def _statement(values: Values) -> Iterator[ConfirmedEvent]:
    """That it holds though the decisions are not known is the person’s own word."""
    standing = values["standing"]
    if standing["kind"] == KNOWN_TO_HOLD:
        yield ConfirmedEvent(
            EventKind.KNOWN_TO_HOLD,
            stated=stated(standing["since"]),
            source_note=standing["how"] or _("stated when the file was confirmed"),
        )


def _blocks(reading: Reading) -> list[dict[str, Any]]:
    return reading.file.text.blocks if reading.file and hasattr(reading.file, "text") else []


def _event(question: Question, value: Any) -> dict[str, Any]:
    if question.form is Form.REVIEW:
        years = value["value"] if value["kind"] == "every_n_years" else None
        day = None if years or not value["value"] else stated(value["value"])
        return {"kind": _REVIEWS[value["kind"]], "stated": day, "years": years}
    if value == "until_further_notice":
        return {"kind": EventKind.UNTIL_FURTHER_NOTICE}
    kinds_by_name = {"valid_from": EventKind.STARTS, "extension": EventKind.EXTENDED}
    return {"kind": kinds_by_name.get(question.name, EventKind.ENDS), "stated": stated(value)}
