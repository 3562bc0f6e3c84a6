"""One municipality's line of the coverage, as a list of what to look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from samklang.agreements.api import Standing
from samklang.texts.coverage import Mark
from samklang.texts.coverage_page import CoveragePage
from samklang.texts.coverage_table import LETTERS, mark_words
from samklang.texts.queries import Place
from samklang.texts.undertakings import Group, Undertaking


class Found(NamedTuple):
    undertaking: Undertaking
    mark: Mark

    @property
    def word(self) -> str:
        return mark_words()[self.mark]

    @property
    def letter(self) -> str:
        return LETTERS[self.mark]


@dataclass(frozen=True)
class MunicipalityPage:
    whole: CoveragePage
    place: Place

    @property
    def local(self) -> Standing | None:
        return self.whole.chain.local.get(self.place.pk)

    @cached_property
    def marks(self) -> dict[str, Mark]:
        at = self.whole.whole.places.index(self.place)
        rows = ((row.undertaking.key, row.marks[at]) for row in self.whole.whole.rows)
        return {key: one for key, one in rows if one is not None}

    @property
    def groups(self) -> Iterator[tuple[Group, list[Found]]]:
        for group in self.whole.groups:
            own = [
                Found(one, self.marks[one.key])
                for one in group.undertakings
                if one.key in self.marks
            ]
            if own:
                yield group, own

    @property
    def answered_count(self) -> int:
        return list(self.marks.values()).count(Mark.ANSWERED)
