"""When it holds, when it is reviewed, and how it was adopted."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from samklang.inventories.phrases import review_phrase, until_phrase
from samklang.inventories.proposal.evidence import Result, alternative, alternatives, evidence
from samklang.inventories.questions import Form, Question

UNTIL_FURTHER_NOTICE = "until_further_notice"


def start(result: Result, contradictions: list[Result]) -> Question:
    fact = result["valid_from"]
    return Question(
        "valid_from",
        Form.DATE,
        _("Holds from"),
        fact["value"] if fact else None,
        fact["value"] if fact else "",
        alternatives=alternatives("valid_from", contradictions),
        **evidence(fact),
    )


def end(result: Result, contradictions: list[Result]) -> Question:
    """An end and “until further notice” in one file are two answers to one question."""
    last, open_ended = result["valid_until"], result["until_further_notice"]
    open_ended = open_ended if open_ended and open_ended["value"] else None
    sides = list(alternatives("valid_until", contradictions))
    if open_ended and (last or sides):
        sides += [] if sides else [alternative(last, last["value"], last["value"])]
        open_words = until_phrase(UNTIL_FURTHER_NOTICE)
        sides.append(alternative(open_ended, UNTIL_FURTHER_NOTICE, open_words))
    fact = last or open_ended
    value = last["value"] if last else UNTIL_FURTHER_NOTICE if open_ended else None
    return Question(
        "valid_until",
        Form.UNTIL,
        _("Holds until"),
        value,
        until_phrase(value),
        alternatives=tuple(sides),
        **evidence(fact),
    )


def reviews(result: Result) -> Iterator[Question]:
    """Ask about each clause on review that the register has a kind for."""
    facts = [fact for fact in result["review"] if fact["value"]["kind"] != "other"]
    for number, fact in enumerate(facts):
        yield Question(
            f"review-{number}",
            Form.REVIEW,
            _("Follow-up and revision"),
            fact["value"],
            review_phrase(fact["value"]),
            **evidence(fact),
        )


def extension(result: Result) -> Iterator[Question]:
    fact = result["extension"]
    if fact and fact["value"]["new_until"]:
        value = fact["value"]["new_until"]
        yield Question("extension", Form.DATE, _("Extended until"), value, value, **evidence(fact))
