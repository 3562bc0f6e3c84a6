"""Comparing two editions of fifty pages, against difflib alone on the same tokens.

python -m bench.comparing                       prints the seconds as JSON
"""

from __future__ import annotations

import json
import re
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from random import Random
from typing import Any

from samklang.documents.comparing import Comparison, Fate, compare
from samklang.documents.passages import Kind, Passage, Run

TURNS = 5
PAGES, WORDS_ON_PAGE, WORDS_IN_PASSAGE = 50, 400, 45
_TOKEN = re.compile(r"\w+|\s|[^\w\s]")


def editions() -> tuple[list[Passage], list[Passage]]:
    """Return an agreement of fifty pages and its revision.

    In the revision one passage in three has other words here and there, one in twenty is new, one
    in twenty is gone, and two sections stand elsewhere.
    """
    chance = Random(20261127)  # noqa: S311 the same texts every time
    vocabulary = [_word(chance) for _turn in range(3000)]
    common = vocabulary[:60]
    old = [
        Passage(Kind.PARAGRAPH, (Run(_sentence(chance, vocabulary, common)),))
        for _turn in range(PAGES * WORDS_ON_PAGE // WORDS_IN_PASSAGE)
    ]
    new = list(revised(old, chance, vocabulary))
    return old, [*new[40:52], *new[:40], *new[52:]]


def revised(old: list[Passage], chance: Random, vocabulary: list[str]) -> Iterator[Passage]:
    for passage in old:
        lot = chance.random()
        if lot < 0.05:
            continue
        if lot < 0.10:
            yield Passage(Kind.PARAGRAPH, (Run(_sentence(chance, vocabulary, vocabulary[:60])),))
        if lot < 0.40:
            words = passage.text.split(" ")
            for _turn in range(chance.randint(1, 6)):
                words[chance.randrange(len(words))] = chance.choice(vocabulary)
            yield replace(passage, runs=(Run(" ".join(words)),))
        else:
            yield passage


def _word(chance: Random) -> str:
    return "".join(
        chance.choice("abdefgiklmnoprstuvåäö") for _letter in range(chance.randint(2, 11))
    )


def _sentence(chance: Random, vocabulary: list[str], common: list[str]) -> str:
    """Return so many words; half of them are of the few that every text is full of."""
    words = (
        chance.choice(common if chance.random() < 0.5 else vocabulary)
        for _turn in range(chance.randint(WORDS_IN_PASSAGE // 2, WORDS_IN_PASSAGE * 3 // 2))
    )
    return " ".join(words) + "."


def seconds(function: Callable[[], Any], turns: int = TURNS) -> float:
    """Return the median processor time of one call, warm."""
    function()
    found = []
    for _turn in range(turns):
        before = time.process_time()
        function()
        found.append(time.process_time() - before)
    return statistics.median(found)


def whole(old: list[Passage], new: list[Passage]) -> None:
    """The diff library alone, given both texts as they are: all tokens in a row."""
    matcher = SequenceMatcher(None, _tokens(old), _tokens(new))
    matcher.get_opcodes()


def _tokens(passages: list[Passage]) -> list[str]:
    return [token for one in passages for token in [*_TOKEN.findall(one.text), "\n"]]


def changed(comparison: Comparison) -> None:
    """The diff library alone, told what we had to find out: only the passages that differ."""
    for step in comparison.steps:
        if step.old and step.new and step.old.text != step.new.text:
            ours, theirs = (_TOKEN.findall(one.text) for one in (step.old, step.new))
            SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()


def main() -> None:
    old, new = editions()
    comparison = compare(old, new, seconds=60)
    print(
        json.dumps(
            {
                "compare": seconds(lambda: compare(old, new, seconds=60)),
                "difflib": seconds(lambda: whole(old, new)),
                "difflib_told": seconds(lambda: changed(comparison)),
                "tokens": len(_tokens(old)),
                "changes": comparison.change_count,
                "moves": comparison.counts[Fate.MOVED_HERE],
                "not_compared": len(comparison.not_compared),
            }
        )
    )


if __name__ == "__main__":
    main()
