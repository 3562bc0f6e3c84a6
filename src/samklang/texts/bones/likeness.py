"""Which passages of other texts are most like a commitment, by their words alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain
from math import log

from samklang.texts.bones.actors import Side
from samklang.texts.bones.rules import Rules
from samklang.texts.bones.words import Stemming, Words, written

# BM25 as its authors have it: how soon a word more adds nothing, and how long texts are held back.
_SATURATION, _LENGTH = 1.2, 0.5
_HEADING = 0.4  # what a heading's word weighs beside one of the wording's own
_OTHER_SIDE, _UNKNOWN_SIDE = 0.6, 0.9
_LEAST = 0.1  # what is less like is not worth a look
_MOST_SHOWN = 4
_KNOWN = frozenset({Side.REGION, Side.MUNICIPALITY, Side.PROVIDER})


@dataclass(frozen=True, slots=True)
class Passage:
    """A wording with the headings above it, and whose it is."""

    wording: str
    headings: str = ""
    side: Side = Side.BOTH


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A passage that may answer a commitment: by likeness of text alone, which proves nothing.

    `position` is its place among the candidates; `score` is 1 for the commitment's own words and
    0 for none of them; `words` are the rarest that both have, as they stand in the candidate.
    """

    position: int
    score: float
    words: tuple[str, ...]


class Likeness:
    """Candidates that have been read once, to be asked for many commitments at a time."""

    def __init__(self, candidates: Sequence[Passage], rules: Rules) -> None:
        self._candidates = candidates
        texts = [written(one.wording) for one in candidates]
        headings = {said: written(said) for said in {one.headings for one in candidates}}
        self._stemming = Stemming(rules, chain(texts, headings.values()))
        self._own = [self._stemming.stems(words) for words in texts]
        above = {said: self._stemming.stems(words) for said, words in headings.items()}
        self._above = [above[one.headings] for one in candidates]
        self._rarity = _Rarity(len(candidates), Counter(chain.from_iterable(self._own)))
        self._usual = sum(map(len, self._own)) / (len(candidates) or 1) or 1.0

    def suggest(
        self, wanted: Sequence[Passage], *, most: int = 3
    ) -> tuple[tuple[Suggestion, ...], ...]:
        """Return for each wanted passage the candidates that are most like it, best first."""
        asked = [self._asked(one) for one in wanted]
        scores = self._scores(asked)
        return tuple(
            self._best(one, weights, found, most)
            for one, weights, found in zip(wanted, asked, scores, strict=True)
        )

    def _asked(self, one: Passage) -> dict[str, float]:
        """Weigh a wanted passage's words; its headings' weigh less."""
        own = self._stemming.stems(written(one.wording))
        above = self._stemming.stems(written(one.headings)) - own
        weights = {word: self._rarity[word] for word in own}
        return weights | {word: self._rarity[word] * _HEADING for word in above}

    def _scores(self, asked: Sequence[dict[str, float]]) -> list[dict[int, float]]:
        """Walk through the candidates once, with all questions at the same time."""
        scores: list[dict[int, float]] = [defaultdict(float) for _ in asked]
        askers: dict[str, list[tuple[dict[int, float], float]]] = defaultdict(list)
        for found, weights in zip(scores, asked, strict=True):
            for word, weight in weights.items():
                askers[word].append((found, weight))
        for position, word, factor in self._hits(frozenset(askers)):
            for found, weight in askers[word]:
                found[position] += weight * factor
        return scores

    def _hits(self, wanted: Words) -> Iterator[tuple[int, str, float]]:
        """Yield each wanted word where it stands, and how much it counts there."""
        asked_above = {above: above & wanted for above in set(self._above)}
        for position, (own, above) in enumerate(zip(self._own, self._above, strict=True)):
            for words, share in ((own & wanted, 1.0), (asked_above[above] - own, _HEADING)):
                factor = self._factor(len(own), share)
                for word in words:
                    yield position, word, factor

    def _factor(self, length: int, share: float) -> float:
        held_back = _SATURATION * (1 - _LENGTH + _LENGTH * length / self._usual)
        return share * (_SATURATION + 1) / (share + held_back)

    def _best(
        self, one: Passage, weights: dict[str, float], found: dict[int, float], most: int
    ) -> tuple[Suggestion, ...]:
        whole = sum(weights.values()) * self._factor(len(weights), 1.0) or 1.0
        # What scores less than this is not among the best, whichever side each of them is.
        least = min(nlargest(most, found.values()), default=0.0) * _OTHER_SIDE
        rated = {
            position: min(score / whole, 1.0) * _fit(one, self._candidates[position])
            for position, score in found.items()
            if score >= least
        }
        likely = (position for position, score in rated.items() if score >= _LEAST)
        best = nlargest(most, likely, key=lambda position: (rated[position], -position))
        return tuple(
            Suggestion(position, round(rated[position], 3), self._shared(position, weights))
            for position in best
        )

    def _shared(self, position: int, weights: dict[str, float]) -> tuple[str, ...]:
        """Name the rarest words that are shared, as the candidate writes them."""
        shared = self._own[position] & weights.keys()
        rarest = nlargest(_MOST_SHOWN, sorted(shared), key=self._rarity.__getitem__)
        words = written(self._candidates[position].wording)
        first = {self._stemming.stem(word): word for word in reversed(words)}
        return tuple(first[word] for word in rarest if word in first)


def _fit(one: Passage, other: Passage) -> float:
    """Weigh whether both are the same side's: what the other side does answers less often."""
    if one.side is other.side:
        return 1.0
    if one.side not in _KNOWN or other.side not in _KNOWN:
        return _UNKNOWN_SIDE
    # A provider acts for whoever has commissioned it.
    return _UNKNOWN_SIDE if Side.PROVIDER in (one.side, other.side) else _OTHER_SIDE


class _Rarity(dict[str, float]):
    """How much a word says: the rarer among the candidates, the more."""

    def __init__(self, count: int, frequency: Counter[str]) -> None:
        super().__init__()
        self._count, self._frequency = count, frequency

    def __missing__(self, word: str) -> float:
        self[word] = found = log(1 + (self._count + 1) / (self._frequency[word] + 0.5))
        return found
