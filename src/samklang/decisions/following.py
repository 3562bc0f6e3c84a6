"""How one decision follows another: it puts it right, or decides what was sent on to its body."""

from __future__ import annotations

from dataclasses import dataclass

from samklang.decisions.models import Decision
from samklang.decisions.origins import Place, Stated
from samklang.decisions.registry import Changed
from samklang.organizations.api import Acting


@dataclass(frozen=True, slots=True)
class Follows:
    """What a new decision begins with when it is made because of another one.

    `field` is how the new one points to the other: `corrects` or `answers`.
    """

    name: str
    field: str

    def stated(self, key: int, *, by: Acting) -> Stated | None:
        found = Decision.objects.visible_to(by).standing().filter(pk=key).first()
        if found is None:
            return None
        body = found.body_id if self.field == "corrects" else found.sent_to_id
        return Stated(found.wording, body, deciding=found.deciding, is_fixed=False)

    def link(self, key: int, decision: Decision, *, by: Acting) -> None:
        """Point to the other decision, which stays as it was."""
        other = Decision.objects.visible_to(by).standing().select_for_update().filter(pk=key)
        first = other.first()
        if first is None or (self.field == "corrects" and first.corrected_by() is not None):
            raise Changed(f"decision {key} is taken back, or put right by another")
        setattr(decision, self.field, first)
        decision.save(update_fields=[self.field])

    def places(self, decision: Decision, *, by: Acting) -> tuple[Place, ...]:
        """Tell nothing: the page of a decision says what it follows in words of its own."""
        return ()

    def ahead(self, decision: Decision, *, by: Acting) -> tuple[Place, ...]:
        return ()
