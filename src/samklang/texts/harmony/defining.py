"""What the texts say that words mean: in other words, or in some of the texts only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from samklang.texts.harmony.difference import Difference, Kind, Saying
from samklang.texts.harmony.material import SisterText
from samklang.texts.harmony.statements import Definition, TakenApart
from samklang.texts.harmony.understanding import Understanding

Held = tuple[SisterText, Definition]


def in_definitions(
    texts: Sequence[SisterText],
    parts: Mapping[str, Sequence[TakenApart]],
    reads: Understanding,
) -> Iterator[Difference]:
    for held in _by_term(texts, parts, reads).values():
        having = {text.code for text, _definition in held}
        lacking = tuple(text.code for text in texts if text.code not in having)
        sayings = tuple(
            Saying(text.code, one.section, one.wording, one.meaning, one.wording.rfind(one.meaning))
            for text, one in held
        )
        subject = held[0][1].term
        if lacking:
            yield Difference(Kind.LONE_DEFINITION, subject, sayings, lacking)
        if len({reads.of(one.meaning, text.own).whole for text, one in held}) > 1:
            yield Difference(Kind.DEFINITION, subject, sayings)


def _by_term(
    texts: Sequence[SisterText],
    parts: Mapping[str, Sequence[TakenApart]],
    reads: Understanding,
) -> Mapping[str, list[Held]]:
    found: dict[str, list[Held]] = defaultdict(list)
    for text in texts:
        for part in parts[text.code]:
            for one in part.definitions:
                found[reads.of(one.term, ()).whole].append((text, one))
    return found
