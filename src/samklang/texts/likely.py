"""Which words of a local text may answer a commitment: by likeness alone, for somebody to judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samklang.documents.api import passages
from samklang.texts.bones.actors import Side
from samklang.texts.bones.likeness import Likeness, Passage
from samklang.texts.bones.rules import Rules
from samklang.texts.models import Commitment, Section
from samklang.texts.numbering import numbered
from samklang.texts.same_words import plainly

# What is shorter is a heading or a word in a table.
_LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Likely:
    """A paragraph or an item of a list, and the rarest words that it shares with the commitment."""

    key: str
    title: str
    words: str
    shared: tuple[str, ...]


def likely(commitment: Commitment, sections: Iterable[Section], rules: Rules) -> tuple[Likely, ...]:
    """Return the three passages that are most like the commitment, the likest first."""
    there = list(_paragraphs(sections))
    candidates = [Passage(words, section.heading) for section, _title, words in there]
    wanted = Passage(commitment.wording, side=Side(commitment.actor))
    (best,) = Likeness(candidates, rules).suggest([wanted])
    return tuple(
        Likely(there[one.position][0].key, *there[one.position][1:], one.words)
        for one in best
        # A heading in common is no likeness by itself.
        if one.words
    )


def _paragraphs(sections: Iterable[Section]) -> Iterator[tuple[Section, str, str]]:
    for number, section in numbered(sections):
        title = f"{number} {section.heading}".strip()
        for passage in passages(section.body):
            words = plainly(passage.text)
            if len(words.split()) >= _LEAST_WORDS:
                yield section, title, words
