"""What the page of a consultation says: who has answered, and what is left to do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samklang.common.pictures.boxes import MARKS, Box, Boxes, Ground, draw
from samklang.common.pictures.drawing import Drawing
from samklang.common.pictures.svg import joined
from samklang.consultations import wording
from samklang.consultations.compiling import Compilation
from samklang.consultations.models import Answered, Participant
from samklang.consultations.queries import RoundPage
from samklang.organizations.api import Acting

_GROUNDS = {"in-force": Ground.DONE, "expiring": Ground.LATE}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one of those asked stands: a word and a symbol."""

    participant: Participant
    said: str
    symbol: str
    count: int
    may_answer: bool

    @property
    def box(self) -> Box:
        ground = _GROUNDS.get(self.symbol, Ground.WAITING)
        return Box(self.participant.short_name, self.said, self.symbol, ground)

    @property
    def has_answered(self) -> bool:
        return bool(self.participant.answered)


@dataclass(frozen=True)
class RoundView:
    """One consultation for one reader."""

    page: RoundPage
    acting: Acting

    @property
    def is_overdue(self) -> bool:
        return self.page.consultation.deadline_date < self.acting.today

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        return tuple(self._standing(one) for one in self.page.participants)

    @property
    def answered_count(self) -> int:
        return sum(one.has_answered for one in self.standings)

    @property
    def waiting(self) -> tuple[Standing, ...]:
        return tuple(one for one in self.standings if not one.has_answered)

    @cached_property
    def drawings(self) -> tuple[tuple[Drawing, str], ...]:
        """Who has answered, as a picture for each width."""
        said = "; ".join(f"{one.participant}: {one.said}" for one in self.standings)
        label = _("Who has answered: %(said)s") % {"said": said}
        boxes = Boxes(label, tuple(one.box for one in self.standings))
        return tuple((draw(boxes, width), mark) for width, mark in MARKS.items())

    @property
    def picture(self) -> SafeString:
        return joined(self.drawings)

    @property
    def reminder(self) -> str:
        """A letter to copy, which says nothing of the draft: a letter is not behind the wall."""
        consultation = self.page.consultation
        return _(
            "Hello!\n\n"
            "We have asked what you think of a draft. Your answer is wanted by %(day)s, and we "
            "have not got it yet.\n\n"
            "Sign in to Samklang and open Shared. There you read the draft and comment on it, or "
            "say that you have no comments.\n\n"
            "Kind regards,\n%(name)s, %(organization)s"
        ) % {
            "day": consultation.deadline_date.isoformat(),
            "name": self.acting.user,
            "organization": consultation.share.organization,
        }

    def _standing(self, one: Participant) -> Standing:
        count = self.page.said.get(one.pk, 0)
        said, symbol = self._words(one, count)
        return Standing(one, said, symbol, count, may_answer=self._may_answer(one))

    def _may_answer(self, one: Participant) -> bool:
        by = {one.organization_id} if one.organization_id else self.page.writers
        return self.page.consultation.is_open and bool(by & self.acting.writes_for())

    def _words(self, one: Participant, count: int) -> tuple[str, str]:
        if one.answered:
            return str(Answered(one.answered).label), "in-force"
        if not self.page.consultation.is_open:
            return _("Never answered"), "missing"
        if self.is_overdue:
            return _("Late, no answer"), "expiring"
        return (_("Has begun"), "under-way") if count else (_("Not yet"), "no-answer")


@dataclass(frozen=True, slots=True)
class Row:
    """One comment or suggestion in the compilation."""

    section: str
    kind: str
    whose: str
    on: str
    opinion: str
    answer: str
    is_answered: bool


@dataclass(frozen=True)
class CompilationView:
    """All of it, in words."""

    compilation: Compilation

    @property
    def lead(self) -> str:
        return wording.lead_words(self.compilation)

    @property
    def asked(self) -> list[tuple[str, str, str]]:
        return [
            (wording.asked_name(one), wording.answered_word(one), one.answered_on)
            for one in self.compilation.asked
        ]

    @property
    def rows(self) -> list[Row]:
        return [
            Row(
                one.section,
                wording.kind_word(one),
                one.whose,
                one.on,
                wording.opinion_words(one),
                wording.answer_words(one),
                one.is_answered,
            )
            for one in self.compilation.points
        ]
