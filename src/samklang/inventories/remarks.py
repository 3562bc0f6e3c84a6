"""What a person should know beside the facts of a reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samklang.inventories.faults import caution_sentence, warning_sentence
from samklang.inventories.models import Reading
from samklang.inventories.phrases import review_phrase
from samklang.inventories.questions import Span
from samklang.inventories.source import Source

Result = dict[str, Any]
Said = tuple[str, Span]


@dataclass(frozen=True)
class Remark:
    """Something to know, with the number of its place in the text."""

    text: str
    numbers: list[int]


@dataclass(frozen=True)
class Remarks:
    """All that is said beside the questions."""

    reading: Reading
    result: Result
    source: Source

    @property
    def cautions(self) -> list[Remark]:
        return self._numbered(cautions(self.result))

    @property
    def warnings(self) -> list[str]:
        text = getattr(self.reading.file, "text", None)
        said = (warning_sentence(code) for code in (text.warnings if text else ()))
        return [sentence for sentence in said if sentence]

    @property
    def others(self) -> list[Remark]:
        """Return what was read but has no place in the register: it stays with the file."""
        return self._numbered(others(self.result))

    def _numbered(self, said: Iterator[Said]) -> list[Remark]:
        return [Remark(text, self.source.numbers([span])) for text, span in said]


def cautions(result: Result) -> Iterator[Said]:
    for one in result["warnings"]:
        sentence = caution_sentence(one["code"], one["quote"], one["hint"])
        yield sentence, (one["place"]["start"], one["place"]["end"])


def others(result: Result) -> Iterator[Said]:
    notice, signed = result["termination_notice_months"], result["signed"]
    if notice:
        months = notice["value"]
        text = ngettext(
            "Notice of termination: %(months)s month.",
            "Notice of termination: %(months)s months.",
            months,
        )
        yield text % {"months": months}, _span(notice)
    if signed and not signed["value"]["date"] and signed["value"]["kind"] != "blank":
        yield _("Adopted, but the day is not stated."), _span(signed)
    for review in result["review"]:
        if review["value"]["kind"] == "other":
            text = _("Follow-up: %(how)s") % {"how": review_phrase(review["value"])}
            yield text, _span(review)


def _span(fact: Result) -> Span:
    return fact["place"]["start"], fact["place"]["end"]
