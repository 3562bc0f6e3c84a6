"""Which wording of a provision holds on a day, and what changes when: pure rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WordingText:
    """One wording, told in the reader’s language; a day that is not known is None."""

    from_date: date | None
    until_date: date | None
    amended_by: str
    kind: str
    says: str
    changes: str
    quote: str
    note: str
    checked: bool

    def holds(self, on: date) -> bool:
        begun = self.from_date is None or self.from_date <= on
        return begun and not self.ended(on)

    def ended(self, on: date) -> bool:
        return self.until_date is not None and self.until_date < on


@dataclass(frozen=True, slots=True)
class LawChange:
    """That a provision reads otherwise from a day: new where nothing stood before, gone after."""

    day: date
    provision: ProvisionText
    before: WordingText | None
    after: WordingText | None


@dataclass(frozen=True, slots=True)
class ProvisionText:
    """One provision with its wordings, the oldest first."""

    pk: int
    code: str
    act: str
    act_name: str
    chapter: str
    section: str
    citation: str
    about: str
    wordings: tuple[WordingText, ...]

    def on(self, day: date) -> WordingText | None:
        return next((one for one in self.wordings if one.holds(day)), None)

    def changes(self) -> Iterator[LawChange]:
        """Yield every change of which the day is known, in the order of the days.

        Where nothing follows at once the provision is gone for a time, and then new.
        """
        for before, after in pairwise((None, *self.wordings, None)):
            end = before.until_date + ONE_DAY if before and before.until_date else None
            begins = after.from_date if after else None
            if end is not None and end != begins:
                yield LawChange(end, self, before, None)
            if begins is not None:
                yield LawChange(begins, self, before if end == begins else None, after)


def law_changes(
    provisions: Iterable[ProvisionText], *, since: date, until: date
) -> tuple[LawChange, ...]:
    """Return what changes on the days from `since` to `until`, both included, in their order."""
    found = [
        change for one in provisions for change in one.changes() if since <= change.day <= until
    ]
    return tuple(sorted(found, key=lambda change: change.day))
