"""What a sentence says, apart from how it is written: its words, and what stands in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from samklang.library.api import FoundReference, LawText, references_in, replaced_terms
from samklang.texts.bones.actors import Names
from samklang.texts.bones.duties import DutyFinder
from samklang.texts.harmony.ages import ages_in
from samklang.texts.harmony.amounts import amounts_in
from samklang.texts.harmony.rules import HarmonyRules

_WORD = re.compile(r"\w+")
# What stands in the place of something that is compared by itself; no word is written so.
OWN, TERM, LAW, AGE, AMOUNT, ACTOR = "<own>", "<term>", "<law>", "<age>", "<amount>", "<actor>"
_ENDING = r"\w{0,3}"


class Found(NamedTuple):
    """Something in a sentence that is compared by itself: how it is written, what it means."""

    start: int
    end: int
    sign: str
    words: str
    value: str


@dataclass(frozen=True, slots=True)
class Understood:
    """A sentence: its words without what is compared by itself, and each such thing in order."""

    skeleton: str
    found: tuple[Found, ...]

    @property
    def whole(self) -> str:
        """Return all that it says: two sentences with the same one say the same."""
        return " ".join((self.skeleton, *(one.value for one in self.found)))

    def of(self, sign: str) -> tuple[Found, ...]:
        return tuple(one for one in self.found if one.sign == sign)

    def value(self, sign: str) -> str:
        return ", ".join(one.value for one in self.of(sign))

    def start(self, sign: str) -> int:
        """Return where the only thing of its kind stands; -1 for none or several."""
        found = self.of(sign)
        return found[0].start if len(found) == 1 else -1

    def words(self, sign: str) -> str:
        return ", ".join(one.words for one in self.of(sign))


class Understanding:
    """Reads sentences with one country's words and law, as they are on one day."""

    def __init__(self, rules: HarmonyRules, law: LawText, *, on: date) -> None:
        self.rules, self.law, self.on = rules, law, on
        self._duties = DutyFinder(rules.bones, Names(rules.bones))
        self.plain = lru_cache(maxsize=20_000)(self._plain)
        self.of = lru_cache(maxsize=20_000)(self._of)

    def _plain(self, text: str) -> str:
        """Return the words alone: how they are set and spelled says nothing."""
        for pattern, read in self.rules.parties:
            text = pattern.sub(read, text)
        said = unicodedata.normalize("NFKC", text.replace("\u00ad", "")).casefold()
        said = " ".join(_WORD.findall(said))
        for pattern, read in self.rules.same:
            said = pattern.sub(read, said)
        return said

    def _of(self, text: str, own: tuple[str, ...]) -> Understood:
        return self._without(text, _apart(self._found(text, own)))

    def _without(self, text: str, found: list[Found]) -> Understood:
        pieces, at = [], 0
        for one in found:
            pieces += [self.plain(text[at : one.start]), one.sign]
            at = one.end
        pieces.append(self.plain(text[at:]))
        return Understood(" ".join(filter(None, pieces)), tuple(found))

    def _found(self, text: str, own: tuple[str, ...]) -> Iterator[Found]:
        """Yield what is compared by itself; what comes first stands where two overlap."""
        yield from map(self._reference, references_in(text, self.law))
        yield from _own_words(text, own)
        yield from self._actor(text)
        yield from self._terms(text)
        for span, said in ages_in(text, self.rules):
            yield Found(*span, AGE, text[slice(*span)], said)
        for span, said in amounts_in(text, self.rules):
            yield Found(*span, AMOUNT, text[slice(*span)], said)

    def _reference(self, one: FoundReference) -> Found:
        """A repealed paragraph means what says the same today."""
        meant = one.now if one.repealed and one.now else one.provisions
        places = ",".join(":".join(place) for place in one.places)
        return Found(one.start, one.end, LAW, one.text, " ".join(meant) or f"{one.act} {places}")

    def _terms(self, text: str) -> Iterator[Found]:
        """An old word and the one to use are the same here: that it is old is told by itself."""
        for old in replaced_terms(text, self.law, on=self.on):
            yield Found(old.start, old.end, TERM, old.text, old.term)
        for term in self.law.terms:
            for match in _spoken((term.preferred,)).finditer(text):
                yield Found(*match.span(), TERM, match.group(), term.code)

    def _actor(self, text: str) -> Iterator[Found]:
        """Who shall do it; called by an old word they are the same."""
        duty = self._duties.in_sentence(text)
        words = duty.words if duty else ""
        start = text.find(words) if words else -1
        if start >= 0:
            yield Found(
                start,
                start + len(words),
                ACTOR,
                words,
                self._without(words, _apart(self._terms(words))).whole,
            )


def _own_words(text: str, own: tuple[str, ...]) -> Iterator[Found]:
    if own:
        for match in _spoken(own).finditer(text):
            yield Found(*match.span(), OWN, match.group(), "")


@lru_cache(maxsize=200)
def _spoken(words: tuple[str, ...]) -> re.Pattern[str]:
    """Match any of the words as they are inflected, the longest first."""
    longest_first = sorted(filter(str.strip, words), key=len, reverse=True)
    forms = "|".join(re.escape(one.strip()) for one in longest_first) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{forms}){_ENDING}(?!\w)", re.IGNORECASE)


def _apart(found: Iterable[Found]) -> list[Found]:
    """Return what does not overlap, in the order of the text; what was found first stands."""
    kept: list[Found] = []
    for one in found:
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept)
