"""Learn a pack's table of kinds (packs/se/reading/kind_words.toml) from labelled documents.

    python scripts/learn_kinds.py FOLDER EXPECTED.json [FOLDER EXPECTED.json …] > kind_words.toml

EXPECTED.json has the form that ../shared/score_reading.py reads: for each file at least "kind".
A softmax regression with a quadratic penalty, in the standard library alone. Words that are mostly
written with a capital are names of people and places and are left out; so is what fewer than
LEAST documents show. The documents themselves never come into the table, only single words.
"""

from __future__ import annotations

import json
import math
import random
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from samklang.documents.extraction.text import ExtractedText
from samklang.inventories.reading.first_lines import name_line, title_lines
from samklang.inventories.reading.kind_words import marks_of
from samklang.inventories.reading.kinds import is_page
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.vocabulary import Vocabulary, load_vocabulary

LEAST, LEAST_OF_KIND, LEAST_WEIGHT, MARKS = 4, 3, 10, 900
ROUNDS, RATE, PENALTY = 40, 0.5, 1.0
UNTAUGHT = frozenset({"not_a_document", "foreign_document", "foreign_agreement"})
PACKS = Path(__file__).resolve().parent.parent / "packs"
Sample = tuple[frozenset[str], str]
Weights = dict[str, dict[str, float]]


def sample(text: str, kind: str, vocabulary: Vocabulary) -> Sample:
    """Return what a document shows, and its kind."""
    document = Document(ExtractedText(text, (), "text"), "", vocabulary.short_names)
    _, name = name_line(list(title_lines(document, vocabulary)), vocabulary)
    return marks_of(document, name, is_page=is_page(document, vocabulary)), kind


def names_in(texts: Sequence[str]) -> set[str]:
    """Find the words that are written with a capital more often than not, inside a line."""
    capitals, small = Counter[str](), Counter[str]()
    for text in texts:
        for word in set(re.findall(r"(?<=[\w,] )[^\W\d_]{3,}", text)):
            counted = capitals if word[0].isupper() and not word.isupper() else small
            counted[word.casefold()[:9]] += 1
    return {word for word, count in capitals.items() if count > small[word]}


def learn(samples: Sequence[Sample]) -> tuple[dict[str, float], Weights]:
    """Fit the starts and weights by stochastic gradient with steps that shrink mark by mark."""
    kinds = sorted({kind for _, kind in samples})
    weights: Weights = {"": dict.fromkeys(kinds, 0.0)}
    seen: Weights = {}
    order, chance = list(samples), random.Random(1)  # noqa: S311 (an order, no secret)
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for marks, kind in order:
            _step(weights, seen, ("", *marks), kind, len(samples))
    return weights.pop(""), weights


def _step(weights: Weights, seen: Weights, marks: Sequence[str], kind: str, samples: int) -> None:
    start = weights[""]
    rows = [weights.setdefault(mark, dict.fromkeys(start, 0.0)) for mark in marks]
    sums = {k: sum(row[k] for row in rows) for k in start}
    top = max(sums.values())
    powers = {k: math.exp(value - top) for k, value in sums.items()}
    whole = sum(powers.values())
    for mark, row in zip(marks, rows, strict=True):
        squares = seen.setdefault(mark, dict.fromkeys(start, 1e-2))
        decay = 0.0 if mark == "" else PENALTY / samples
        for k, power in powers.items():
            slope = power / whole - (k == kind) + decay * row[k]
            squares[k] += slope * slope
            row[k] -= RATE * slope / math.sqrt(squares[k]) / math.sqrt(len(marks))


def usable(samples: Sequence[Sample], names: set[str]) -> list[Sample]:
    """Leave out what few documents show, and the names of people and places."""
    of_kind = Counter(kind for _, kind in samples)
    taught = [(marks, kind) for marks, kind in samples if of_kind[kind] >= LEAST_OF_KIND]
    shown = Counter(mark for marks, _ in taught for mark in marks)
    told = {
        mark: _told_by(mark, taught)
        for mark, count in shown.items()
        if count >= LEAST and mark.rpartition(":")[2] not in names
    }
    kept = set(sorted(told, key=lambda mark: (-told[mark], mark))[:MARKS])
    return [(marks & kept, kind) for marks, kind in taught]


def _told_by(mark: str, samples: Sequence[Sample]) -> float:
    """Measure how much a mark tells of the kind: their mutual information."""
    both = Counter((mark in marks, kind) for marks, kind in samples)
    shows, kinds = Counter[bool](), Counter[str]()
    for (is_shown, kind), count in both.items():
        shows[is_shown] += count
        kinds[kind] += count
    whole = len(samples)
    return sum(
        count / whole * math.log(count * whole / (shows[is_shown] * kinds[kind]))
        for (is_shown, kind), count in both.items()
    )


def as_toml(start: dict[str, float], weights: Weights) -> str:
    """Write the table; what adds next to nothing is left out."""
    lines = [
        "# How much the words of the first page speak for each kind, in hundredths. Learned from",
        "# labelled documents by scripts/learn_kinds.py; not to be mended by hand.",
    ]
    for kind, begins in start.items():
        marks = [(mark, round(100 * row[kind])) for mark, row in sorted(weights.items())]
        listed = (f"{mark}={added}" for mark, added in marks if abs(added) >= LEAST_WEIGHT)
        lines += [f"\n[kind_words.{kind}]", f"start = {round(100 * begins)}"]
        lines += [
            'marks = """',
            *textwrap.wrap(" ".join(listed), 98, break_long_words=False, break_on_hyphens=False),
            '"""',
        ]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str]) -> None:
    vocabulary = load_vocabulary(*sorted(PACKS.glob("se*/reading")))
    texts, samples = [], []
    for folder, labels in zip(arguments[::2], arguments[1::2], strict=True):
        for key, label in json.loads(Path(labels).read_text("utf-8")).items():
            if key.startswith("_") or label.get("kind", "not_a_document") in UNTAUGHT:
                continue
            if (path := Path(folder) / key).exists():
                texts.append(path.read_text("utf-8"))
                samples.append(sample(texts[-1], label["kind"], vocabulary))
    print(as_toml(*learn(usable(samples, names_in(texts)))), end="")


if __name__ == "__main__":
    main(sys.argv[1:])
