"""What the pages about decisions show, made ready for their templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.functional import Promise

from samklang.common.policy import Verdict
from samklang.decisions import decision_words, origins, queries
from samklang.decisions.actions import is_outside
from samklang.decisions.decision_words import HistoryLine, Mark, numbered
from samklang.decisions.forms import ReasonForm
from samklang.decisions.models import Decision, Effect
from samklang.decisions.origins import Place
from samklang.decisions.registry import EffectKind, Preview, Taken, Told, kind_of
from samklang.organizations.api import Acting, Charter, Mandates, mandates


@dataclass(frozen=True, slots=True)
class Row:
    """One decision in the register."""

    decision: Decision
    mark: Mark
    # What it did to the thing that the list is about, where it is about one.
    what: str = ""

    @property
    def paragraph(self) -> str:
        return numbered(self.decision.paragraph)


def listed(found: Sequence[Decision], rights: Mandates) -> list[Row]:
    return [Row(one, decision_words.mark(one, rights)) for one in found]


def listed_about(found: Sequence[Decision], rights: Mandates, *, url: str, by: Acting) -> list[Row]:
    """Return the rows, each with what the decision did to what is at the address."""
    told = queries.told((effect for one in found for effect in one.effects.all()), by)
    return [replace(row, what=_done_to(url, row.decision, told)) for row in listed(found, rights)]


def _done_to(url: str, decision: Decision, told: Mapping[int, Sequence[Told]]) -> str:
    said = (one for effect in decision.effects.all() for one in told.get(effect.pk, ()))
    return "; ".join(str(one.what) for one in said if one.url == url)


@dataclass(frozen=True, slots=True)
class EffectShown:
    """One effect with what it is about."""

    effect: Effect
    told: tuple[Told, ...]

    @property
    def label(self) -> str | Promise:
        return kind_of(self.effect.kind).label


@dataclass(frozen=True, slots=True)
class Around:
    """What a decision comes from, and what was decided because of it, as the reader may know it."""

    places: list[Place]
    correction: Decision | None
    answer: Decision | None
    # Where it is taken up by the body that it was sent on to.
    ahead: list[Place]


def around(decision: Decision, by: Acting) -> Around:
    found = origins.places(decision, by=by)
    ahead = origins.ahead(decision, by=by) if decision.sent_to_id else []
    return Around(found, decision.corrected_by(), decision.answered_by(), ahead)


@dataclass(frozen=True)
class DecisionPage:
    """One decision for one reader; `form` is what somebody has written to confirm it."""

    decision: Decision
    by: Acting
    form: ReasonForm
    changed: bool = False

    @cached_property
    def rights(self) -> Mandates:
        return mandates(self.decision.partnership_id)

    @cached_property
    def is_outside(self) -> bool:
        return is_outside(self.decision, self.rights)

    @property
    def paragraph(self) -> str:
        return numbered(self.decision.paragraph)

    @property
    def mandate(self) -> Charter | None:
        """The mandate that it was decided on."""
        one = self.decision
        return self.rights.behind(one.body_id, one.deciding, on=one.decided_date)

    @property
    def outside_words(self) -> str:
        one = self.decision
        return decision_words.outside_words(one.body, one.deciding, one.decided_date, self.rights)

    @property
    def effects(self) -> list[EffectShown]:
        found = list(self.decision.effects.all())
        told = queries.told(found, self.by)
        return [EffectShown(one, told.get(one.pk, ())) for one in found]

    @cached_property
    def waiting(self) -> Effect | None:
        return next((one for one in self.decision.effects.all() if one.is_waiting), None)

    @property
    def _kind(self) -> EffectKind | None:
        return kind_of(self.waiting.kind) if self.waiting else None

    @property
    def awaits(self) -> bool:
        """Whether somebody can still confirm it, or let it do what it says."""
        unconfirmed = self.is_outside and not self.decision.outside_reason
        return self.decision.undone_at is None and (unconfirmed or self.waiting is not None)

    @property
    def taken(self) -> Taken:
        one = self.decision
        return Taken(one.body, one.decided_date, one.wording, one.source)

    @cached_property
    def preview(self) -> Preview | None:
        if self.waiting is None or self._kind is None:
            return None
        return self._kind.preview(self.waiting.asked, taken=self.taken, by=self.by)

    def verdict(self, may_record: Verdict) -> Verdict:
        """Say whether the reader may confirm it: who may record, and may change what it names."""
        if not may_record or self.waiting is None or self._kind is None:
            return may_record
        return self._kind.verdict(self.waiting.asked, taken=self.taken, by=self.by)

    @property
    def history(self) -> list[HistoryLine]:
        return decision_words.history_lines(queries.history(self.decision)[:50])
