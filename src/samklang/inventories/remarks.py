"""What a person should know beside the facts of a reading."""

from __future__ import annotations

from collections.abc import Container, Iterator
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


# Said of the text by the reader; what is said of the file names the language.
_OTHER_LANGUAGE = "other_language"


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
        named = any(code.startswith("language:") for code in self._peculiar)
        return self._numbered(cautions(self.result, but=(_OTHER_LANGUAGE,) if named else ()))

    @property
    def warnings(self) -> list[str]:
        return list(filter(None, map(warning_sentence, self._peculiar)))

    @property
    def _peculiar(self) -> list[str]:
        text = getattr(self.reading.file, "text", None)
        return text.warnings if text else []

    @property
    def others(self) -> list[Remark]:
        """Return what was read but has no place in the register: it stays with the file."""
        return self._numbered(others(self.result))

    def _numbered(self, said: Iterator[Said]) -> list[Remark]:
        """Say each sentence once, with all of its places."""
        spans: dict[str, list[Span]] = {}
        for text, span in said:
            spans.setdefault(text, []).append(span)
        return [Remark(text, self.source.numbers(places)) for text, places in spans.items()]


def cautions(result: Result, *, but: Container[str] = ()) -> Iterator[Said]:
    for one in result["warnings"]:
        if one["code"] in but:
            continue
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
