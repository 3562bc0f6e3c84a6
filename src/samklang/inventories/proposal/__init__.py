"""Turns what was read from a file into the questions of the confirm page."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from samklang.inventories.county import County
from samklang.inventories.proposal import standing, validity, whose
from samklang.inventories.proposal.evidence import (
    Result,
    alternatives,
    contradictions_of,
    evidence,
    notes,
    text_question,
)
from samklang.inventories.proposal.meeting import left_out, meeting_questions
from samklang.inventories.questions import Form, Question

__all__ = ["left_out", "meeting_questions", "questions"]


def questions(result: Result, county: County) -> list[Question]:
    """Return what to ask, in the order of the page."""
    contradictions = contradictions_of(result)
    return [
        whose.kind(result, county),
        text_question(result, "title", _("Title"), required=True),
        whose.area(result, county),
        whose.parties(result, county),
        whose.keeper(result, county),
        standing.standing(result),
        standing.adoption(result),
        validity.start(result, contradictions),
        validity.end(result, contradictions),
        *validity.reviews(result),
        *validity.extension(result),
        *_diary_numbers(result),
        _version(result, contradictions),
        *whose.parent(result, county),
        *notes(contradictions),
    ]


def _diary_numbers(result: Result) -> Iterator[Question]:
    label = _("Diary number")
    for number, fact in enumerate(result["diary_numbers"]):
        yield Question(
            f"diary-{number}", Form.DIARY, label, fact["value"], fact["value"], **evidence(fact)
        )
    if not result["diary_numbers"]:
        yield Question("diary-0", Form.DIARY, label)


def _version(result: Result, contradictions: list[Result]) -> Question:
    fact = result["version"]
    return Question(
        "version",
        Form.TEXT,
        _("Version"),
        fact["value"] if fact else None,
        fact["value"] if fact else "",
        alternatives=alternatives("version", contradictions),
        **evidence(fact),
    )
