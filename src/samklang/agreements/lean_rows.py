"""The lean rows that an agreement’s standing is told from, and what each says by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition with what was adopted by the day; counts are of required parties."""

    pk: int
    agreement_id: int
    number: int
    begun_date: date | None
    stage: str
    required_count: int
    adopted_count: int
    adopted_date: date | None
    # All adoptions of its text that the register holds, whatever their day.
    recorded_count: int = 0
    # Required parties whose decision by the day is about another wording.
    otherwise_count: int = 0
    # Those who have adopted it have adopted one text, as far as it is known which.
    is_one_text: bool = True
    # Somebody has stated that it holds, though not everybody’s adoption is known.
    known_to_hold: bool = False

    @property
    def adopted(self) -> bool:
        """All required parties have said yes, or somebody has stated that it holds all the same.

        Silence is no yes: a text about which nothing is recorded is not adopted. Nor does a
        statement make an agreement of a text that is at a stage of its making. It stands for
        decisions that are missing, and never against one that is recorded.
        """
        is_vouched = self.known_to_hold and not self.stage and not self.is_told_apart
        return self.adopted_by_all or is_vouched

    @property
    def is_told_apart(self) -> bool:
        """Decisions that are recorded say that the parties have not adopted one wording."""
        return self.otherwise_count > 0 or not self.is_one_text

    @property
    def adopted_by_all(self) -> bool:
        is_shown = self.is_one_text and not self.adoption_not_shown
        return is_shown and self.adopted_count >= self.required_count

    @property
    def adoption_not_shown(self) -> bool:
        return max(self.recorded_count, self.adopted_count) == 0

    @property
    def is_draft(self) -> bool:
        """Somebody has said that it is being worked on, and nobody has decided on it yet."""
        begun = self.begun_date is not None or bool(self.stage)
        return begun and not self.adopted and not self.is_answered

    @property
    def is_answered(self) -> bool:
        """Some party has decided on it by the day, if only on another wording of it."""
        return bool(self.adopted_count or self.otherwise_count)

    @property
    def is_open(self) -> bool:
        """Whether everybody in the county may know what the text says."""
        return self.adopted


@dataclass(frozen=True, slots=True)
class AgreementRow:
    pk: int
    title: str
    level: str
    area_id: int
    parent_id: int | None
    keeper_id: int
    # The parties' organization ids; who shows them puts them in the country's alphabet.
    party_ids: frozenset[int]
