"""What a person is asked about a reading: each fact, where it stands, and what may be answered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Span = tuple[int, int]


class Answer(StrEnum):
    ACCEPT = "accept"
    CHANGE = "change"
    LEAVE = "leave"
    UNKNOWN = "unknown"


class Form(StrEnum):
    """In what form a fact is written when a person changes it."""

    KIND = "kind"
    TEXT = "text"
    AREA = "area"
    PARTIES = "parties"
    KEEPER = "keeper"
    DATE = "date"
    UNTIL = "until"
    REVIEW = "review"
    # Whether the text is a draft, decided, or known to hold without the decisions.
    STANDING = "standing"
    ADOPTION = "adoption"
    DIARY = "diary"
    PARENT = "parent"
    # Of a meeting: whose it is, its day, who was there, and each item of its agenda.
    BODY = "body"
    DAY = "day"
    PEOPLE = "people"
    ITEM = "item"
    # Nothing in the register: two places in the text say different things.
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Alternative:
    """One of several things that the file says about the same fact."""

    value: Any
    shown: str
    span: Span
    quote: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One fact to accept, change or leave out.

    `value` is as the form writes it, None when nothing was found; `shown` is it in words. With
    `alternatives` the file contradicts itself, and the person chooses.
    """

    name: str
    form: Form
    label: str
    value: Any = None
    shown: str = ""
    certainty: str = ""
    quote: str = ""
    spans: tuple[Span, ...] = ()
    page: int | None = None
    required: bool = False
    alternatives: tuple[Alternative, ...] = ()
    remark: str = ""
    # What is said when a required answer is not given.
    missing: str = ""

    @property
    def found(self) -> bool:
        return self.value is not None or bool(self.alternatives)

    @property
    def all_spans(self) -> tuple[Span, ...]:
        return (*self.spans, *(one.span for one in self.alternatives))
