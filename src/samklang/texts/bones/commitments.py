"""Who shall do what: the commitments in a document's sections, as proposals for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import takewhile

from samklang.documents.extraction.text import BlockKind, ExtractedText
from samklang.texts.bones.actors import Actor, Names, Side, own_parties
from samklang.texts.bones.answers import LOCAL_TEXT, LocalAnswer, local_answer, scope_of
from samklang.texts.bones.duties import DutyFinder, Manner, actor_or
from samklang.texts.bones.leads import Lead, Leads
from samklang.texts.bones.parts import Part, Sentence, sentences
from samklang.texts.bones.rules import Rules
from samklang.texts.bones.sections import Section, sections_of
from samklang.texts.bones.tables import cells_of

_OPENING_PARTS = 12


class Certainty(StrEnum):
    """How sure a proposal is: said in so many words, inferred, or only likely."""

    STATED = "stated"
    DERIVED = "derived"
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A commitment that a person may confirm.

    `section` counts from 0 in the document's sections. `reason` says which rule found it: lead_in,
    sentence, unnamed, described or table. `line` counts from 1.
    """

    wording: str
    actor: Actor
    section: int
    start: int
    end: int
    line: int
    page: int | None
    certainty: Certainty
    reason: str
    local_answer: LocalAnswer
    scope: str


@dataclass(frozen=True, slots=True)
class Bones:
    """What a text is made of."""

    sections: tuple[Section, ...]
    commitments: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A commitment before its place in the document is worked out."""

    part: Part
    begin: int
    end: int
    actor: Actor
    reason: str
    is_local: bool = False
    below: tuple[Part, ...] = ()


def read_bones(extracted: ExtractedText, rules: Rules) -> Bones:
    """Read a document into sections and propose its commitments."""
    sections = sections_of(extracted, rules)
    opening = [part.text for section in sections for part in section.parts][:_OPENING_PARTS]
    names = Names(rules, own_parties(opening, rules))
    reader = _Reader(rules, DutyFinder(rules, names))
    found = [
        _proposal(one, position, extracted.text, (rules, reader.leads.headings))
        for position, section in enumerate(sections)
        for one in reader.section(section)
    ]
    return Bones(sections, tuple(sorted(found, key=lambda one: one.start)))


class _Reader:
    """Walks through the sections in order."""

    def __init__(self, rules: Rules, duties: DutyFinder) -> None:
        self._rules = rules
        self._duties = duties
        self.leads = Leads(rules, duties)

    def section(self, section: Section) -> Iterator[_Found]:
        self.leads.enter(section)
        if self.leads.is_silent:
            return
        for cell in cells_of(section.parts, self._duties):
            yield _Found(cell.part, cell.begin, cell.end, cell.actor, "table")
        parts = [part for part in section.parts if part.kind is not BlockKind.TABLE_ROW]
        i = 0
        while i < len(parts):
            below = _below(parts, i)
            found = list(self._bullet(parts[i], below) if parts[i].mark else self._text(parts, i))
            yield from found
            i += 1 + max(len(below), len(found[-1].below) if found else 0)

    def _text(self, parts: Sequence[Part], i: int) -> Iterator[_Found]:
        """Read a paragraph: the end of a lead-in, a lead-in of its own, or sentences."""
        part = parts[i]
        said = list(sentences(part, self._rules))
        if lead := self.leads.over_paragraph(part):
            yield from self._led(part, lead, ())
        elif self.leads.begin(part, parts[i + 1] if i + 1 < len(parts) else None):
            yield from self._sentences(part, said[:-1])
        else:
            own = list(self._sentences(part, said))
            yield from own[:-1]
            yield from (self._with_content(one, parts[i + 1 :]) for one in own[-1:])

    def _with_content(self, one: _Found, after: Sequence[Part]) -> _Found:
        """Add the list of what something shall hold: nobody in particular does each of it."""
        is_last = one.end == len(one.part.text)
        if one.reason != "unnamed" or not is_last or not self.leads.is_list_of_something_else:
            return one
        return replace(one, below=tuple(takewhile(lambda part: bool(part.mark), after)))

    def _bullet(self, part: Part, below: tuple[Part, ...]) -> Iterator[_Found]:
        if lead := self.leads.over_bullet(part):
            yield from self._led(part, lead, below)
            return
        own = list(self._standing_alone(part))
        yield from own[:-1]
        yield from (replace(one, below=below) for one in own[-1:])

    def _led(self, part: Part, lead: Lead, below: tuple[Part, ...]) -> Iterator[_Found]:
        """Take a bullet for its lead-in's; what it says of another is a commitment of its own."""
        said = list(sentences(part, self._rules))
        others: list[_Found] = []
        for one in said[1:]:
            found = self._in(part, one)
            if found and found.reason == "sentence" and found.actor.words:
                others.append(found)
        others = [one for one in others if one.actor.side is not lead.actor.side]
        end = others[0].begin if others else len(part.text)
        yield _Found(part, 0, end, lead.actor, "lead_in", lead.is_local, below)
        yield from others

    def _standing_alone(self, part: Part) -> Iterator[_Found]:
        """Read a bullet of sentences; one without a duty belongs to the one before it."""
        found: list[_Found] = []
        for one in sentences(part, self._rules):
            own = self._alone(part, one, is_first=not found)
            if own is not None:
                found.append(own)
            elif found:
                found[-1] = replace(found[-1], end=one.end)
        yield from found

    def _alone(self, part: Part, one: Sentence, *, is_first: bool) -> _Found | None:
        own = self._in(part, one)
        if own and own.reason == "unnamed" and self.leads.is_list_of_something_else:
            return None
        return own or (self._described(part, one) if is_first else None)

    def _sentences(self, part: Part, said: Sequence[Sentence]) -> Iterator[_Found]:
        for one in said:
            if found := self._in(part, one) or self._described(part, one):
                yield found

    def _in(self, part: Part, one: Sentence) -> _Found | None:
        duty = self._duties.in_sentence(one.text)
        if duty is None:
            return None
        reason = "unnamed" if duty.manner is Manner.UNNAMED else "sentence"
        is_local = self._duties.about_local_text(one.text)
        return _Found(
            part, one.begin, one.end, actor_or(duty, self.leads.actor_of_heading), reason, is_local
        )

    def _described(self, part: Part, one: Sentence) -> _Found | None:
        if self.leads.is_list_of_something_else and part.mark:
            return None
        duty = self._duties.described(one.text)
        if duty is None:
            return None
        return _Found(
            part, one.begin, one.end, actor_or(duty, self.leads.actor_of_heading), "described"
        )


def _below(parts: Sequence[Part], i: int) -> tuple[Part, ...]:
    """Return the bullets that hang under a bullet."""
    end = i + 1
    while parts[i].mark and end < len(parts) and _hangs(parts[i], parts[end]):
        end += 1
    return tuple(parts[i + 1 : end])


def _hangs(above: Part, part: Part) -> bool:
    if not part.mark or part.mark == above.mark:
        return bool(part.mark) and part.level > above.level
    return part.level > above.level or above.text.endswith(":")


def _proposal(
    one: _Found, section: int, text: str, around: tuple[Rules, Sequence[str]]
) -> Proposal:
    rules, headings = around
    own = one.part.text[one.begin : one.end].strip()
    wording = "\n".join([own, *(part.text for part in one.below)])
    start = one.part.origin(one.begin)
    last = one.below[-1] if one.below else one.part
    is_whole = one.below or one.end >= len(one.part.text)
    asks = LocalAnswer(True, LOCAL_TEXT) if one.is_local else local_answer(wording, rules)
    return Proposal(
        wording=wording,
        actor=one.actor,
        section=section,
        start=start,
        end=last.end if is_whole else one.part.origin(one.end - 1) + 1,
        line=text.count("\n", 0, start) + 1,
        page=one.part.page,
        certainty=_certainty(one),
        reason=one.reason,
        local_answer=asks,
        scope=scope_of((wording, *reversed(headings)), rules),
    )


def _certainty(one: _Found) -> Certainty:
    if one.reason in {"unnamed", "described"} or one.actor.side is Side.OTHER:
        return Certainty.GUESSED
    return Certainty.DERIVED if one.actor.is_staff else Certainty.STATED
