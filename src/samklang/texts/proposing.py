"""What an imported text could be divided into: sections and commitments, as a proposal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samklang.documents.api import BlockKind, ExtractedText, Kind, Passage, Run, html
from samklang.texts.actions.sections import GAP
from samklang.texts.bones import commitments, parts, sections
from samklang.texts.bones.rules import Rules
from samklang.texts.models import Commitment, Section, new_key

LEVELS = 3
_LONGEST = {"heading": 300, "number": 20, "actor_words": 200}


@dataclass(frozen=True, slots=True)
class Proposal:
    """One section with the commitments that seem to stand in it; nothing of it is saved."""

    section: Section
    commitments: tuple[tuple[int, Commitment, bool], ...]


def propose(extracted: ExtractedText, rules: Rules, *, untitled: str) -> tuple[Proposal, ...]:
    """Return the text's sections in order; `untitled` heads what stands before the first heading.

    Each commitment comes with its number in the whole text and whether it is sure.
    """
    bones = commitments.read_bones(extracted, rules)
    return tuple(_proposal(bones, place, untitled) for place in range(len(bones.sections)))


def _proposal(bones: commitments.Bones, place: int, untitled: str) -> Proposal:
    section = _section(bones.sections[place], place, untitled)
    found = (
        (number, _commitment(one, number, section), one.certainty != "guessed")
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
