"""All that was said in a consultation, with the answers: written down so that it can be kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from django.utils import timezone

from samklang.consultations.models import Comment, Consultation, Participant, Suggestion
from samklang.documents.api import passages, plain
from samklang.texts.api import Section, numbered

COMMENT, SUGGESTION = "comment", "suggestion"


@dataclass(frozen=True, slots=True)
class Asked:
    """One of those asked: what they answered as a whole (a code of `Answered`), and when."""

    name: str
    contact_role: str
    answered: str
    answered_on: str


@dataclass(frozen=True, slots=True)
class Given:
    """One answer of the draft's writers, or one more line of whoever commented."""

    whose: str
    text: str
    on: str
    is_answer: bool


@dataclass(frozen=True, slots=True)
class Point:
    """One comment or suggestion: of which section, from whom, and what was answered.

    `fate` is a code of lifecycle.Fate, and empty of a comment; `before` is the wording that a
    suggestion was made of.
    """

    section: str
    kind: str
    whose: str
    on: str
    text: str
    why: str
    before: str
    fate: str
    reason: str
    replies: tuple[Given, ...]

    @property
    def is_answered(self) -> bool:
        if self.kind == SUGGESTION:
            return self.fate != "open"
        return any(one.is_answer for one in self.replies)


@dataclass(frozen=True, slots=True)
class Compilation:
    """A consultation from beginning to end, in plain words and days."""

    title: str
    edition: int
    keeper: str
    opened_on: str
    deadline: str
    asked: tuple[Asked, ...]
    points: tuple[Point, ...]

    @property
    def unanswered_count(self) -> int:
        return sum(not one.is_answered for one in self.points)


def compiled(
    consultation: Consultation,
    sections: Iterable[Section],
    said: Iterable[Comment | Suggestion],
    writers: frozenset[int],
) -> Compilation:
    """Put together what was said, in the order of the text that they were asked about."""
    titles = {one.key: f"{number} {one.heading}" for number, one in numbered(sections)}
    order = {key: place for place, key in enumerate(titles)}
    points = sorted(
        said,
        key=lambda one: (order.get(one.key, len(order)), one.made_at, isinstance(one, Suggestion)),
    )
    agreement = consultation.edition.agreement
    return Compilation(
        title=agreement.title,
        edition=consultation.edition.number,
        keeper=str(agreement.keeper),
        opened_on=_day(consultation.share.shared_at),
        deadline=consultation.deadline_date.isoformat(),
        asked=tuple(_asked(one) for one in consultation.participants.all()),
        points=tuple(_point(one, titles.get(one.key, one.heading_then), writers) for one in points),
    )


def _asked(one: Participant) -> Asked:
    return Asked(
        name=str(one),
        contact_role=one.contact_role,
        answered=one.answered,
        answered_on=_day(one.answered_at) if one.answered_at else "",
    )


def _point(one: Comment | Suggestion, section: str, writers: frozenset[int]) -> Point:
    if isinstance(one, Comment):
        return Point(
            section,
            COMMENT,
            one.whose,
            _day(one.made_at),
            text=one.with_quote,
            why="",
            before="",
            fate="",
            reason="",
            replies=tuple(_given(one, writers)),
        )
    return Point(
        section,
        SUGGESTION,
        one.whose,
        _day(one.made_at),
        text=_plain(one.heading, one.body),
        why=one.why,
        before=_plain(one.heading_then, one.body_then),
        fate=one.fate,
        reason=one.reason,
        replies=(),
    )


def _given(comment: Comment, writers: frozenset[int]) -> Iterator[Given]:
    for one in comment.replies.all():
        is_answer = one.organization_id in writers
        yield Given(str(one.organization), one.text, _day(one.made_at), is_answer)


def _plain(heading: str, body: str) -> str:
    return f"{heading}\n{plain(passages(body))}".strip()


def _day(moment: datetime) -> str:
    return timezone.localdate(moment).isoformat()


def frozen(compilation: Compilation) -> str:
    """Write it as canonical JSON: the same words are always the same text."""
    return json.dumps(
        asdict(compilation),
        default=date.isoformat,
        ensure_ascii=False,
        separators=(",", ":"),
        sort_keys=True,
    )


def fingerprint(written: str) -> str:
    return sha256(written.encode()).hexdigest()


def thawed(written: str) -> Compilation:
    held: dict[str, Any] = json.loads(written)
    points = tuple(
        Point(**{**one, "replies": tuple(Given(**each) for each in one["replies"])})
        for one in held.pop("points")
    )
    asked = tuple(Asked(**one) for one in held.pop("asked"))
    return Compilation(**held, asked=asked, points=points)
