"""What each text by itself says in a way that the law has left: old words, old paragraphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from samklang.library.api import FoundReference, references_in, replaced_terms
from samklang.texts.harmony.difference import Difference, Kind, Saying
from samklang.texts.harmony.material import Part, SisterText
from samklang.texts.harmony.understanding import Understanding


def old_terms(
    texts: Sequence[SisterText], reads: Understanding, *, titles: Sequence[str]
) -> Iterator[Difference]:
    """Yield each replaced word once, with every place where it stands in running text."""
    found: dict[str, list[Saying]] = defaultdict(list)
    for text, part, line in _lines(texts):
        for one in replaced_terms(line, reads.law, on=reads.on, titles=titles):
            found[one.term].append(Saying(text.code, part.key, line, one.text, one.start))
    for term in reads.law.terms:
        if term.code in found:
            replaced = ", ".join(term.replaced)
            yield Difference(Kind.TERM, replaced, tuple(found[term.code]), instead=term.preferred)


def repealed_references(texts: Sequence[SisterText], reads: Understanding) -> Iterator[Difference]:
    found: dict[tuple[str, str], list[Saying]] = defaultdict(list)
    for text, part, line in _lines(texts):
        for one in references_in(line, reads.law):
            if one.repealed:
                saying = Saying(text.code, part.key, line, one.text, one.start)
                found[reads.plain(one.text), _now(one, reads)].append(saying)
    for (_plain, now), sayings in sorted(found.items()):
        yield Difference(Kind.REFERENCE, sayings[0].value, tuple(sayings), instead=now)


def _now(one: FoundReference, reads: Understanding) -> str:
    """Name what says the same today, or the act that came in the old one's place."""
    said = [reads.law.by_code[code].citation for code in one.now if code in reads.law.by_code]
    act = next((act.name for act in reads.law.acts if act.code == one.now_act), "")
    return ", ".join(said) or act


def _lines(texts: Sequence[SisterText]) -> Iterator[tuple[SisterText, Part, str]]:
    """Yield each heading, passage and cell."""
    for text in texts:
        for part in text.parts:
            yield text, part, part.heading
            for passage in part.passages:
                for line in passage.text.split("\t"):
                    yield text, part, " ".join(line.split())
