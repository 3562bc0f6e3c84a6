"""What one cell of the coverage rests on: both wordings, the local answer, who judged and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samklang.texts.coverage import Mark, mark
from samklang.texts.coverage_table import LETTERS, mark_words
from samklang.texts.likely import Likely
from samklang.texts.models import Answer, Judgement
from samklang.texts.queries import Answered, Chain, Judged, Place
from samklang.texts.undertakings import Undertaking


@dataclass(frozen=True)
class LinkPage:
    chain: Chain
    place: Place
    undertaking: Undertaking
    # All that has been found, the newest first.
    judgements: Sequence[Judgement]
    answer: Answer | None
    # What stands in the local text that may answer it: nobody has judged that.
    likely: Sequence[Likely]

    @property
    def edition_id(self) -> int:
        return self.chain.edition_ids[self.place.pk]

    @property
    def local_title(self) -> str:
        return self.chain.local[self.place.pk].agreement.title

    @property
    def newest(self) -> Judgement | None:
        return self.judgements[0] if self.judgements else None

    @property
    def holding(self) -> Judgement | None:
        """The finding that is of the local text in force."""
        return next((one for one in self.judgements if one.edition_id == self.edition_id), None)

    @property
    def earlier(self) -> list[Judgement]:
        return [one for one in self.judgements if one is not self.holding]

    @property
    def mark(self) -> Mark:
        held, said = self.holding, self.answer
        judged = Judged(held.coverage, held.upper_wording) if held else None
        answered = Answered(said.is_full, said.upper_wording) if said else None
        return mark(self.undertaking.commitment.wording, judged, answered)

    @property
    def is_suspect(self) -> bool:
        return self.mark is Mark.SUSPECT

    def words_chosen(self, number: str) -> str:
        """Return the likely words that somebody chose to judge by; "" if there are no such ones."""
        return next((one.words for n, one in enumerate(self.likely, 1) if str(n) == number), "")

    @property
    def wording_then(self) -> str:
        """How the commitment read when it was judged or answered."""
        held = self.holding or self.answer
        return held.upper_wording if held else ""

    @property
    def word(self) -> str:
        return mark_words()[self.mark]

    @property
    def letter(self) -> str:
        return LETTERS[self.mark]
