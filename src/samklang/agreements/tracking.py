"""Who has adopted an edition, and in the same wording: what its page says, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samklang.agreements.models import AdoptedWording, Adoption, EventKind, Party
from samklang.agreements.queries import Adopting
from samklang.common.pictures.boxes import MARKS, Box, Boxes, Ground, draw
from samklang.common.pictures.svg import joined

SHOWN = 8  # signs of a fingerprint that a person compares

_GROUNDS = {"in-force": Ground.DONE, "warning": Ground.LATE}


@dataclass(frozen=True, slots=True)
class Mark:
    """A word with its symbol and shade."""

    symbol: str
    shade: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One party’s line: what it has decided, and what can be done about it."""

    party: Party
    mark: Mark
    decision: Adoption | None
    wording: str
    paragraph: str = ""
    # What differs, and what shows the decision, where the reader may know it.
    differs: str = ""
    evidence: str = ""
    evidence_url: str = ""
    may_record: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the party’s yes to the edition’s own text is still to come."""
        return self.party.required and (self.decision is None or not self.decision.is_yes)

    @property
    def box(self) -> Box:
        """Its place in the picture: the word of the table, and the day of the decision."""
        words = f"{self.mark.text}, {self.day.isoformat()}" if self.day else self.mark.text
        ground = _GROUNDS.get(self.mark.symbol, Ground.WAITING)
        return Box(self.party.organization.short_name, words, self.mark.symbol, ground)

    @property
    def day(self) -> date | None:
        return self.decision.adopted_date if self.decision else None

    @property
    def kind(self) -> str:
        return str(self.decision.get_kind_display()) if self.decision else ""

    @property
    def body(self) -> str:
        return self.decision.body_name if self.decision else ""


@dataclass(frozen=True)
class Tracker:
    """The page of one edition’s adoption; `mine` are the parties that the reader records for."""

    held: Adopting
    mine: frozenset[int]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return tuple(self._line(party) for party in self.held.dossier.parties)

    @property
    def picture(self) -> SafeString:
        """How it stands with each party, for each width; the table below says the same."""
        boxes = tuple(one.box for one in self.lines)
        said = "; ".join(f"{one.name}: {one.words}" for one in boxes)
        held = Boxes(_("The parties’ decisions: %(said)s") % {"said": said}, boxes)
        return joined((draw(held, width), mark) for width, mark in MARKS.items())

    @property
    def differing(self) -> tuple[Line, ...]:
        return tuple(one for one in self.lines if one.decision and not one.decision.is_yes)

    @property
    def is_vouched(self) -> bool:
        """It holds because somebody has stated so, in place of decisions that are missing."""
        return self.held.page.is_decided and not self.held.row.adopted_by_all

    @property
    def summary(self) -> str:
        """Say in a sentence how far it has come."""
        row = self.held.row
        of = {"count": row.adopted_count, "total": row.required_count}
        if not row.is_answered:
            return _("None of the %(total)d parties that must adopt it has decided.") % of
        if row.adopted_by_all and self._is_known_alike:
            return _("All %(total)d parties have adopted the same wording.") % of
        if row.adopted_by_all:
            return (
                _(
                    "All %(total)d parties have adopted it. The register does not say of all of "
                    "them in which wording."
                )
                % of
            )
        return _("%(count)d of %(total)d parties have adopted the edition’s wording.") % of

    @property
    def obstacles(self) -> tuple[str, ...]:
        return tuple(self._obstacles())

    def _obstacles(self) -> Iterator[str]:
        required = [one for one in self.lines if one.is_open]
        others = ", ".join(str(one.party.organization) for one in required if one.decision)
        waiting = ", ".join(str(one.party.organization) for one in required if not one.decision)
        if others:
            yield _("Another wording: %(names)s.") % {"names": others}
        if not self.held.row.is_one_text:
            yield _("The parties have adopted different texts; compare their fingerprints below.")
        if waiting:
            yield _("Waiting for: %(names)s.") % {"names": waiting}
        if self._is_overruled:
            yield _(
                "Somebody has stated that the agreement holds. That counts for decisions that are "
                "missing, never against a decision that is recorded."
            )

    @property
    def _is_overruled(self) -> bool:
        """A statement that it holds is there, and decisions say that nothing has been agreed."""
        stated = any(one.kind == EventKind.KNOWN_TO_HOLD for one in self.held.page.events)
        return stated and self.held.row.is_told_apart

    @property
    def _is_known_alike(self) -> bool:
        decisions = (one.decision for one in self.lines if one.party.required)
        return all(one is not None and one.wording for one in decisions)

    @property
    def fingerprint(self) -> str:
        return self.held.fingerprint[:SHOWN]

    def _line(self, party: Party) -> Line:
        decision = self.held.decision_of(party)
        may_record = party.organization_id in self.mine
        if decision is None:
            mark = _undecided(party, is_vouched=self.is_vouched)
            return Line(party, mark, None, "", may_record=may_record)
        file = decision.evidence if self.held.is_shown(decision) else None
        address = [self.held.dossier.agreement.pk, decision.pk]
        return Line(
            party,
            _decided(decision),
            decision,
            self._wording(decision),
            paragraph=decision.paragraph,
            differs=decision.differs if self.held.is_told(decision) else "",
            evidence=file.name if file else "",
            evidence_url=reverse("agreements:evidence", args=address) if file else "",
            may_record=may_record,
        )

    def _wording(self, decision: Adoption) -> str:
        """Say whether it is the edition’s own text, and how that is known."""
        if decision.wording == AdoptedWording.OTHER:
            return _("No, another wording")
        if not decision.wording:
            return _("Not known")
        text = decision.fingerprint[:SHOWN]
        if not text or self.held.page.walled:
            return _("Yes, says whoever recorded it")
        if self.held.fingerprint in ("", decision.fingerprint):
            return _("Yes, the text here (%(text)s)") % {"text": text}
        return _("Another text than the one here (%(text)s)") % {"text": text}


def _decided(decision: Adoption) -> Mark:
    if decision.is_yes:
        return Mark("in-force", "in-force", _("Has adopted"))
    return Mark("warning", "expiring", _("Another wording"))


def _undecided(party: Party, *, is_vouched: bool) -> Mark:
    if party.required and is_vouched:
        return Mark("no-answer", "no-answer", _("Known to hold, no decision here"))
    if party.required:
        return Mark("missing", "missing", _("Not yet"))
    return Mark("not-applicable", "no-answer", _("Need not adopt"))
