"""Suggesting what answers a new text's commitments, against stemming and counting the same words.

python -m bench.suggestions                     prints the seconds as JSON
"""

from __future__ import annotations

import json
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any
from zlib import crc32

import Stemmer

from samklang.texts.bones.likeness import Likeness, Passage
from samklang.texts.bones.rules import load_rules
from samklang.texts.bones.words import written

PACK = Path(__file__).resolve().parents[1] / "packs" / "se" / "reading"
TEXTS, EACH, WORDS, TURNS = 870, 40, 18, 3
# The commonest words of a language are those that say nothing; they are left out before.
EMPTY, VOCABULARY = 30, 15_000
SYLLABLES = (
    "sam",
    "vår",
    "plan",
    "bo",
    "en",
    "ler",
    "ning",
    "tid",
    "hem",
    "mö",
    "ter",
    "lä",
    "kar",
)


def passages(count: int, seed: str) -> list[Passage]:
    """Invent passages whose words are as unevenly common as words are."""
    return [
        Passage(" ".join(_words(f"{seed}{i}")), " ".join(_words(f"h{i % 300}"))[:40])
        for i in range(count)
    ]


def _words(seed: str) -> Iterator[str]:
    for n in range(WORDS):
        share = crc32(f"{seed} {n}".encode()) / 2**32
        yield _word(int(EMPTY * (VOCABULARY / EMPTY) ** share))


def _word(number: int) -> str:
    """Write a number as a word of two to four syllables; the common ones are short."""
    syllables: list[str] = []
    while number or len(syllables) < 2:
        number, which = divmod(number, len(SYLLABLES))
        syllables.append(SYLLABLES[which])
    return "".join(syllables)


def seconds(function: Callable[[], Any]) -> float:
    found = []
    for _turn in range(TURNS):
        before = time.process_time()
        function()
        found.append(time.process_time() - before)
    return statistics.median(found)


def floor(texts: list[str]) -> Counter[str]:
    """Stem each word there is once and count every one: nobody can rank without."""
    words = list(map(written, texts))
    counted = Counter(chain.from_iterable(words))
    stems = dict(zip(counted, Stemmer.Stemmer("swedish").stemWords(list(counted)), strict=True))
    return Counter(chain.from_iterable(frozenset(map(stems.__getitem__, one)) for one in words))


def main() -> None:
    rules = load_rules(PACK)
    there, new = passages(TEXTS * EACH, "d"), passages(EACH, "n")
    texts = [one.wording for one in there]
    found = {
        "ours": seconds(lambda: Likeness(there, rules).suggest(new)),
        "floor": seconds(lambda: floor(texts)),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
