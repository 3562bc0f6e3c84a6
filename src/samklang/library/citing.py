"""The pattern by which a text refers to paragraphs, built from a pack's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

# What a pack calls an act, by its number.
Names = tuple[tuple[str, tuple[str, ...]], ...]
# How many paragraphs a range may have for all of them to be meant; a longer one is a slip.
LONGEST_RANGE = 30
# “8 a”, but not the word “i” after a number.
_NUMBER = r"\d{1,3}(?:\s?[a-hj-z](?![^\W_]))?"


@dataclass(frozen=True, slots=True)
class Citing:
    """A pack's own words and signs, as patterns; `leave` is where a term is left alone."""

    chapter: str
    section: str
    until: str
    and_: str
    in_: str
    act: str
    part: str = ""
    leave: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """`whole` finds an act with its places, `place` each of these, `range` reads a list of them."""

    whole: re.Pattern[str]
    place: re.Pattern[str]
    until: re.Pattern[str]

    def places(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the (chapter, section) of each paragraph in a text that has nothing else."""
        chapter = ""
        for found in self.place.finditer(text):
            said = found.groupdict()
            chapter = said["chapter"] or said["turned_chapter"] or said["short_chapter"] or chapter
            listed = said["sections"] or said["turned_sections"] or said["short_sections"]
            for section in self._sections(listed):
                yield _tidy(chapter), section

    def _sections(self, listed: str) -> Iterator[str]:
        numbers = list(re.finditer(_NUMBER, listed))
        last_end, last = 0, ""
        for found in numbers:
            section = _tidy(found.group())
            if last and self.until.fullmatch(listed[last_end : found.start()].strip()):
                yield from _between(last, section)
            yield section
            last_end, last = found.end(), section


def _tidy(number: str) -> str:
    """Write “8a” as “8 a”."""
    return re.sub(r"(?<=\d)\s*(?=[a-z])", " ", number.strip())


def _between(first: str, last: str) -> Iterable[str]:
    """Return those within a range of whole numbers; letters are not counted."""
    if not (first.isdigit() and last.isdigit()) or int(last) - int(first) > LONGEST_RANGE:
        return ()
    return map(str, range(int(first) + 1, int(last)))


@lru_cache(maxsize=50)
def pattern(citing: Citing, names: Names) -> Pattern:
    """Build what finds “16 kap. 3 § HSL”, “HSL (2017:30) 16 kap 3 §”, “HSL 16:3” and their like.

    A place just before an act belongs to that act, so that “HSL, 7 kap. 2 § SoL” is two acts.
    """
    place = rf"(?<![\w:.])(?>{_place(citing)})"
    act, of = _act(citing, names), rf"\s+(?:(?:{citing.in_})\s+)?"
    # Also an act that the law book does not know keeps the place before it.
    own = rf"{place}(?!{of}(?:{_nameless(act)}|[\w-]*(?:{citing.act})\b))"
    joined = rf"\s*(?:{citing.and_})\s*"
    before = (
        rf"(?P<places_before>{place}(?:{joined}{place}){{0,5}}){of}(?:{_called(act, 'before')})"
    )
    after = (
        rf"(?:{_called(act, 'after')})(?:\s+(?P<places_after>{place}(?:{joined}{own}){{0,5}})"
        rf"|,\s+(?P<places_apart>{own}(?:{joined}{own}){{0,5}}))?"
    )
    return Pattern(
        whole=re.compile(f"{before}|{after}"),
        place=re.compile(_place(citing, named=True)),
        until=re.compile(citing.until),
    )


def _place(citing: Citing, *, named: bool = False) -> str:
    """Return the pattern of “16 kap. 3 och 4 §§”, “3 § 16 kap.” and “16:3”."""

    def group(name: str, pattern: str) -> str:
        return rf"(?P<{name}>{pattern})" if named else f"(?:{pattern})"

    several = rf"{_NUMBER}(?:\s*(?:{citing.until}|{citing.and_})\s*{_NUMBER}){{0,9}}"
    chapter, sign = rf"\s?(?i:{citing.chapter})", rf"\s?(?i:{citing.section})"
    part = rf"(?:\s+(?i:{citing.part}))?" if citing.part else ""
    turned = f"{group('turned_sections', several)}{sign}\\s+{group('turned_chapter', _NUMBER)}"
    long = f"(?:{group('chapter', _NUMBER)}{chapter}\\s*)?{group('sections', several)}{sign}{part}"
    short = f"{group('short_chapter', '[0-9]{1,2}')}:{group('short_sections', several)}(?!\\w)"
    return rf"{turned}{chapter}(?!\s*\d)|{long}|{short}"


def _act(citing: Citing, names: Names) -> str:
    """Return the pattern of an act by its name, its number or both."""
    called = sorted({name for _number, own in names for name in own}, key=len, reverse=True)
    numbers = "|".join(re.escape(number) for number, _own in names)
    return (
        rf"(?<!\w)(?P<name>{'|'.join(map(_spelled, called))})s?(?!\w)"
        rf"(?:\s*\(?(?P<number>{numbers})(?!\d)\)?|(?!\s*\(\d{{4}}:))"
        rf"|(?<!\w)(?:(?i:{citing.act})\s+)?\(?(?P<bare>{numbers})(?!\d)\)?"
    )


def _spelled(name: str) -> str:
    """A name in small letters may begin a sentence; an abbreviation is written as it is."""
    first, rest = name[0], r"\s+".join(map(re.escape, name[1:].split(" ")))
    start = f"[{first}{first.upper()}]" if name.islower() else re.escape(first)
    return start + rest


def _called(act: str, suffix: str) -> str:
    return re.sub(r"\?P<(\w+)>", rf"?P<\1_{suffix}>", act)


def _nameless(act: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", act)
