"""Holds sister texts against each other, and says each way in which they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from samklang.texts.bones.words import Stemming
from samklang.texts.harmony.by_law import old_terms, repealed_references
from samklang.texts.harmony.defining import in_definitions
from samklang.texts.harmony.difference import FOUND_IN_ONE, Difference, Kind, Saying
from samklang.texts.harmony.grouping import Group
from samklang.texts.harmony.material import Part, SisterText
from samklang.texts.harmony.rules import HarmonyRules, harmony_rules_in, load_harmony_rules
from samklang.texts.harmony.sections import Outline, out_of_order, section_groups
from samklang.texts.harmony.statements import TakenApart, taken_apart
from samklang.texts.harmony.understanding import Understanding
from samklang.texts.harmony.within import Within

__all__ = [
    "FOUND_IN_ONE",
    "Difference",
    "Harmony",
    "HarmonyRules",
    "Kind",
    "Part",
    "Row",
    "Saying",
    "SisterText",
    "Understanding",
    "harmonise",
    "harmony_rules_in",
    "load_harmony_rules",
]
_TOLD_FIRST = tuple(Kind)
# A row of the texts beside each other: the section of each text that has it, by the text's code.
Row = Mapping[str, Part]


@dataclass(frozen=True, slots=True)
class Harmony:
    """The texts in the order of their codes, section beside section, and how they differ."""

    texts: tuple[SisterText, ...]
    rows: tuple[Row, ...]
    differences: tuple[Difference, ...]


def harmonise(
    texts: Iterable[SisterText], reads: Understanding, *, titles: Sequence[str] = ()
) -> Harmony:
    """Compare the texts; `titles` are names of documents, which keep their old words."""
    sisters = tuple(sorted(texts, key=lambda one: one.code))
    parts = {one.code: taken_apart(one, reads.rules) for one in sisters}
    stemming = Stemming(reads.rules.bones, _words(sisters, reads))
    outlines = [Outline(parts[one.code], one.own, reads, stemming) for one in sisters]
    groups = section_groups(outlines)
    found = [
        *old_terms(sisters, reads, titles=titles),
        *repealed_references(sisters, reads),
        *in_definitions(sisters, parts, reads),
        *_in_sections(sisters, outlines, groups, reads, stemming),
    ]
    rows = tuple({sisters[i].code: sisters[i].parts[j] for i, j in one.items()} for one in groups)
    return Harmony(sisters, rows, tuple(sorted(found, key=lambda one: _place(one, rows))))


def _words(texts: Iterable[SisterText], reads: Understanding) -> Iterator[str]:
    for text in texts:
        for part in text.parts:
            yield from (reads.plain(passage.text) for passage in part.passages)


def _in_sections(
    texts: Sequence[SisterText],
    outlines: Sequence[Outline],
    groups: Sequence[Group],
    reads: Understanding,
    stemming: Stemming,
) -> Iterator[Difference]:
    moved = out_of_order(groups, len(texts))
    for group in groups:
        sides = [(texts[i], outlines[i].parts[j]) for i, j in sorted(group.items())]
        yield from _of_headings(texts, sides, {outlines[i].headings[j] for i, j in group.items()})
        if group in moved:
            yield Difference(Kind.ORDER, sides[0][1].part.heading, _headings(sides))
        if len(sides) > 1:
            yield from Within(sides, reads, stemming).differences()


def _of_headings(
    texts: Sequence[SisterText], sides: Sequence[tuple[SisterText, TakenApart]], named: set[str]
) -> Iterator[Difference]:
    having = {text.code for text, _part in sides}
    lacking = tuple(one.code for one in texts if one.code not in having)
    subject = sides[0][1].part.heading
    if lacking:
        yield Difference(Kind.LONE_SECTION, subject, _headings(sides), lacking)
    if len(named) > 1:
        yield Difference(Kind.HEADING, subject, _headings(sides))


def _headings(sides: Iterable[tuple[SisterText, TakenApart]]) -> tuple[Saying, ...]:
    return tuple(
        Saying(text.code, one.part.key, f"{one.part.number} {one.part.heading}".strip())
        for text, one in sides
    )


def _place(one: Difference, rows: Sequence[Row]) -> tuple[int, int, str]:
    """Tell the differences kind by kind, and within a kind as the texts go."""
    keys = {(saying.text, saying.section) for saying in one.sayings}
    at = next(
        (n for n, row in enumerate(rows) if any((c, p.key) in keys for c, p in row.items())), 0
    )
    return _TOLD_FIRST.index(one.kind), at, one.subject
