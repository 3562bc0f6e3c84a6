"""What meetings offer to the register of decisions: their clauses, and the way back to them."""

from __future__ import annotations

from samklang.decisions.api import Changed, Decision, Place, Stated
from samklang.meetings.actions.deciding import link_decision, paragraph_of, source_of
from samklang.meetings.models import AgendaItem, DecisionClause, Minutes
from samklang.meetings.policies import can_record_decisions
from samklang.meetings.queries import taken_up
from samklang.organizations.api import Acting, Deciding


class Clauses:
    """A clause of a meeting's item as something to record: “clause-12”."""

    name = "clause"

    def stated(self, key: int, *, by: Acting) -> Stated | None:
        clause = _found(key, by)
        if clause is None or clause.recorded is not None:
            return None
        meeting = clause.item.meeting
        if not can_record_decisions(by, meeting):
            return None
        return Stated(
            clause.wording,
            meeting.body_id,
            meeting.date,
            paragraph_of(clause.item),
            source_of(meeting),
            deciding=_deciding(clause),
            standard=clause.is_standard,
        )

    def link(self, key: int, decision: Decision, *, by: Acting) -> None:
        clause = _found(key, by)
        if clause is None:
            raise Changed(f"clause {key} is taken away, or hidden")
        link_decision(clause, decision, by=by)

    def places(self, decision: Decision, *, by: Acting) -> tuple[Place, ...]:
        """Return the item, for whoever sees its meeting."""
        items = AgendaItem.objects.visible_to(by).filter(clauses__decision=decision)
        found = items.select_related("meeting__body").order_by("pk")
        return tuple(Place(f"{one.meeting}, {one}", one.get_absolute_url()) for one in found)

    def ahead(self, decision: Decision, *, by: Acting) -> tuple[Place, ...]:
        """Return the agendas that what was sent on stands on, for whoever sees them."""
        there = taken_up(by, [decision.pk])
        return tuple(Place(f"{one.meeting}, {one}", one.get_absolute_url()) for one in there)


def _deciding(clause: DecisionClause) -> str:
    """Say what kind of decision it is, where it was sent on for want of a mandate for that kind."""
    sent = clause.item.takes_up
    return sent.deciding if sent is not None and not clause.is_standard else Deciding.OTHER


def _found(key: int, by: Acting) -> DecisionClause | None:
    """Return an adopted clause, if the user may read what the minutes say."""
    seen = AgendaItem.objects.visible_to(by).order_by().values("pk")
    hidden = Minutes.objects.hidden_from(by).values("meeting")
    there = DecisionClause.objects.filter(item__in=seen, pk=key).exclude(wording="")
    there = there.exclude(item__meeting__in=hidden)
    return there.select_related("item__meeting__body", "item__takes_up", "decision").first()
