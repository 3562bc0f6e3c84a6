"""Holds a Word document that came back against the text: what it suggests, and what it says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from samklang.consultations.refusals import Wording
from samklang.consultations.returned.doubts import Doubt, Why, has_hidden_number
from samklang.consultations.returned.hands import Places, hands, place_of
from samklang.consultations.returned.placing import Part, placed
from samklang.consultations.returned.read import ReadComment, ReadSuggestion, Unplaced
from samklang.consultations.returned.wording import in_word, wording, words
from samklang.documents.api import Kind, Remark, WordText, plain
from samklang.texts.api import FRONT, Section, Shown

LONGEST_HEADING, LONGEST_BODY = 300, 200_000


@dataclass(frozen=True, slots=True)
class Against:
    """What a document is held against: the text as its reader sees it, and what is said of it."""

    sections: tuple[Shown, ...]
    # How each section has read before, the newest first.
    states: Mapping[str, Sequence[Section]]
    suggested: frozenset[tuple[str, str, str]] = frozenset()
    commented: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class SectionBack:
    """One section with what the document suggests and says of it."""

    shown: Shown
    suggestion: ReadSuggestion | None
    comments: tuple[ReadComment, ...]


@dataclass(frozen=True)
class Returned:
    """All that was read, in the order of the text; nothing is left out."""

    sections: tuple[SectionBack, ...]
    unplaced: tuple[Unplaced, ...]
    # Sections that the document does not have, and those that read as it says already.
    missing: tuple[Shown, ...]
    already: tuple[Shown, ...]
    is_of_this_text: bool

    @cached_property
    def read(self) -> Mapping[str, ReadSuggestion | ReadComment]:
        """What may be taken in, by its mark on the page."""
        found = [one for back in self.sections for one in (back.suggestion, *back.comments) if one]
        return {one.mark: one for one in found if one.may_be_taken}

    @cached_property
    def lost(self) -> Mapping[str, Unplaced]:
        """What a person may place, by its mark on the page."""
        return {one.mark: one for one in self.unplaced if one.may_be_taken}

    @property
    def certain(self) -> list[str]:
        return [mark for mark, one in self.read.items() if one.is_certain]

    @property
    def has_anything(self) -> bool:
        return bool(self.sections or self.unplaced)


def returned(word: WordText, against: Against) -> Returned:
    return _Review(word, against).result()


class _Review:
    def __init__(self, word: WordText, against: Against) -> None:
        self._word, self._against = word, against
        self._now = placed(word.text, against.sections)
        self._first: dict[str, Part] = {}
        for part in self._now:
            self._first.setdefault(part.key, part)
        self._then: dict[str, Part] = {}
        for part in placed(word.before, against.sections):
            self._then.setdefault(part.key, part)
        self._places = Places.of(self._now, self._then)
        self._hands = hands(word, self._places)
        self._already: list[Shown] = []

    def result(self) -> Returned:
        comments = self._comments()
        back = [
            SectionBack(one, self._suggestion(one), tuple(comments.get(one.section.key, ())))
            for one in self._against.sections
        ]
        gone = [one for one in self._against.sections if one.section.key not in self._first]
        removed = [one for one in gone if one.section.key in self._then]
        return Returned(
            sections=tuple(one for one in back if one.suggestion or one.comments),
            unplaced=_told_apart(
                (*self._unplaced(), *map(self._removed, removed), *self._nowhere())
            ),
            missing=tuple(one for one in gone if one not in removed),
            already=tuple(self._already),
            is_of_this_text=len(gone) < len(self._against.sections) or bool(removed),
        )

    def _suggestion(self, shown: Shown) -> ReadSuggestion | None:
        section, part = shown.section, self._first.get(shown.section.key)
        if part is None:
            return None
        heading, body = wording(part, shown)
        after = (heading or section.heading, body)
        before = self._before(shown)
        if after == in_word(section):
            self._already += [shown] if before not in (None, after) else []
            return None
        base, doubts = self._base(section, before, after)
        if base is not section and before == after:
            return None
        doubts += () if heading else (Doubt.HEADING_LEFT,)
        doubts += tuple(self._bars(section, after))
        return ReadSuggestion(base, *after, self._hands.get(section.key, ""), doubts)

    def _before(self, shown: Shown) -> Wording | None:
        part = self._then.get(shown.section.key)
        if part is None:
            return None
        heading, body = wording(part, shown)
        return heading or shown.section.heading, body

    def _base(
        self, section: Section, before: Wording | None, after: Wording
    ) -> tuple[Section, tuple[Doubt, ...]]:
        """Return the wording that the suggestion was made of, and what is not certain of that."""
        now = in_word(section)
        if before == now:
            return section, ()
        states = self._against.states.get(section.key, ())
        state = next((one for one in states if in_word(one) == before), None)
        if state is not None:
            return state, (Doubt.CHANGED_SINCE,)
        is_same = words(after) == words(now)
        return section, (Doubt.LOOKS_ONLY if is_same else Doubt.NOT_TRACKED,)

    def _bars(self, section: Section, after: Wording) -> Iterator[Doubt]:
        heading, body = after
        if has_hidden_number(words(after)):
            yield Doubt.PERSONAL_NUMBER
        if len(heading) > LONGEST_HEADING or len(body) > LONGEST_BODY:
            yield Doubt.TOO_LONG
        if (section.key, heading, body) in self._against.suggested:
            yield Doubt.SAID_ALREADY

    def _comments(self) -> dict[str, list[ReadComment]]:
        bases = {one.section.key: one.section for one in self._against.sections}
        found: dict[str, list[ReadComment]] = defaultdict(list)
        for number, remark in enumerate(self._word.remarks):
            key = self._section_of(remark)
            if key:
                is_said = (key, remark.text) in self._against.commented
                found[key].append(ReadComment.of(number, bases[key], remark, is_said=is_said))
        return found

    def _section_of(self, remark: Remark) -> str:
        key = place_of(remark.at, remark.about, self._places)
        return "" if key == FRONT else key

    def _unplaced(self) -> Iterator[Unplaced]:
        for part in self._now:
            if why := self._why(part):
                yield Unplaced.of(why, plain(part.passages))

    def _why(self, part: Part) -> Why | None:
        """Return why a part is shown by itself, if it is."""
        if part.key == FRONT:
            before = self._then.get(FRONT)
            is_same = before is not None and plain(before.passages) == plain(part.passages)
            return None if is_same else Why.FRONT
        if part.key:
            return None if part is self._first[part.key] else Why.TWICE
        begins = part.passages[0].kind is Kind.HEADING
        return Why.NO_SECTION if begins else Why.BEFORE_SECTIONS

    def _removed(self, shown: Shown) -> Unplaced:
        return Unplaced.of(Why.REMOVED, shown.title, self._hands.get(shown.section.key, ""))

    def _nowhere(self) -> Iterator[Unplaced]:
        for one in self._word.remarks:
            if not self._section_of(one):
                yield Unplaced.of(Why.COMMENT_NOWHERE, one.text, one.author, one.about)


def _told_apart(unplaced: Sequence[Unplaced]) -> tuple[Unplaced, ...]:
    """Number those that say the same."""
    turns = (unplaced[:at].count(one) for at, one in enumerate(unplaced))
    return tuple(replace(one, turn=turn) for one, turn in zip(unplaced, turns, strict=True))
