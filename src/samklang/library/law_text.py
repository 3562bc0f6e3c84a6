"""What a country's law book knows, ready to be looked for in a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from samklang.library.citing import Citing, Pattern, pattern
from samklang.library.law_calendar import ProvisionText

Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class CitedAct:
    """An act by the names that texts have for it; a repealed one may have been replaced."""

    code: str
    number: str
    name: str
    names: tuple[str, ...]
    repealed_date: date | None
    replaced_by: str


@dataclass(frozen=True, slots=True)
class OldReference:
    """A paragraph of a repealed act, and the codes of the provisions that say the same now."""

    act: str
    chapter: str
    section: str
    citation: str
    now: tuple[str, ...]
    checked: bool


@dataclass(frozen=True, slots=True)
class ReplacedTerm:
    """A word to use, and those that it takes the place of from a day; without a day, always."""

    code: str
    preferred: str
    replaced: tuple[str, ...]
    pattern: str
    scope: str
    from_date: date | None
    source: str
    note: str
    checked: bool


@dataclass(frozen=True)
class LawText:
    """All that a country's pack tells of the law, in the reader’s language."""

    source: str
    language: str = ""
    citing: Citing | None = None
    acts: tuple[CitedAct, ...] = ()
    provisions: tuple[ProvisionText, ...] = ()
    references: tuple[OldReference, ...] = ()
    terms: tuple[ReplacedTerm, ...] = ()

    @cached_property
    def by_code(self) -> Mapping[str, ProvisionText]:
        return {one.code: one for one in self.provisions}

    @cached_property
    def by_place(self) -> Mapping[tuple[str, Place], str]:
        """The code of each provision, by its act and place."""
        return {(one.act, (one.chapter, one.section)): one.code for one in self.provisions}

    @cached_property
    def old_by_place(self) -> Mapping[tuple[str, Place], OldReference]:
        return {(one.act, (one.chapter, one.section)): one for one in self.references}

    @cached_property
    def pattern(self) -> Pattern | None:
        """What finds a reference; a country without a law book has none."""
        if self.citing is None or not self.acts:
            return None
        names = tuple((one.number, one.names) for one in self.acts)
        return pattern(self.citing, names)

    @cached_property
    def left_alone(self) -> tuple[re.Pattern[str], ...]:
        return tuple(map(re.compile, self.citing.leave)) if self.citing else ()
