"""What an imported text could be divided into: sections and commitments, as a proposal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from samklang.documents.api import BlockKind, ExtractedText, Kind, Passage, Run, html
from samklang.texts.actions.sections import GAP
from samklang.texts.bones import commitments, parts, sections
from samklang.texts.bones.rules import Rules
from samklang.texts.models import Commitment, Section, new_key

LEVELS = 3
_LONGEST = {"heading": 300, "number": 20, "actor_words": 200}


@dataclass(frozen=True, slots=True)
class Proposed:
    """What seems to be a commitment, with its number in the whole text.

    `asks` is the words by which it seems to ask each municipality for an answer, or not to.
    """

    number: int
    commitment: Commitment
    is_sure: bool
    asks: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """One section with the commitments that seem to stand in it; nothing of it is saved."""

    section: Section
    commitments: tuple[Proposed, ...]


@dataclass(frozen=True)
class Figures:
    """How much is proposed, and how much of it a person must say themselves."""

    proposals: tuple[Proposal, ...]

    @cached_property
    def commitments(self) -> list[Proposed]:
        return [one for proposal in self.proposals for one in proposal.commitments]

    @property
    def unsure_count(self) -> int:
        return sum(not one.is_sure for one in self.commitments)

    @property
    def unsaid_count(self) -> int:
        """Of how many nothing tells whether each municipality must answer."""
        return sum(one.commitment.needs_local_answer is None for one in self.commitments)


def propose(extracted: ExtractedText, rules: Rules, *, untitled: str) -> tuple[Proposal, ...]:
    """Return the sections in order; `untitled` heads what stands before the first heading."""
    bones = commitments.read_bones(extracted, rules)
    return tuple(_proposal(bones, place, untitled) for place in range(len(bones.sections)))


def _proposal(bones: commitments.Bones, place: int, untitled: str) -> Proposal:
    section = _section(bones.sections[place], place, untitled)
    found = (
        Proposed(
            number,
            _commitment(one, number, section),
            one.certainty != "guessed",
            one.local_answer.words,
        )
        for number, one in enumerate(bones.commitments)
        if one.section == place
    )
    return Proposal(section, tuple(found))


def _section(read: sections.Section, place: int, untitled: str) -> Section:
    return Section(
        key=new_key(),
        position=(place + 1) * GAP,
        level=min(max(read.level, 1), LEVELS),
        number=read.number[: _LONGEST["number"]],
        heading=(read.heading or untitled)[: _LONGEST["heading"]],
        body=html(tuple(_passages(read.parts))),
        is_done=True,
    )


def _commitment(read: commitments.Proposal, number: int, section: Section) -> Commitment:
    return Commitment(
        key=new_key(),
        position=(number + 1) * GAP,
        section_key=section.key,
        wording=read.wording,
        actor=read.actor.side,
        actor_words=read.actor.words[: _LONGEST["actor_words"]],
        scope=read.scope,
        needs_local_answer=read.local_answer.needed,
    )


def _passages(read: tuple[parts.Part, ...]) -> Iterator[Passage]:
    before = None
    for part in read:
        yield _passage(part, is_first=part.kind != before)
        before = part.kind


def _passage(part: parts.Part, *, is_first: bool) -> Passage:
    runs = (Run(part.text),)
    match part.kind:
        case BlockKind.LIST_ITEM:
            numbered = part.mark[:1].isdigit()
            kind = Kind.NUMBERED if numbered else Kind.BULLET
            return Passage(kind, runs, level=part.level, is_first=is_first)
        case BlockKind.TABLE_ROW:
            cells = tuple((Run(cell),) for cell in part.cells)
            return Passage(Kind.ROW, cells=cells, is_first=is_first)
        case _:
            return Passage(Kind.PARAGRAPH, runs)
