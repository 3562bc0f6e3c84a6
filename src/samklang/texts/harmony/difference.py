"""What can differ between sister texts, and what one difference says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256


class Kind(StrEnum):
    """In the order in which they are told."""

    TERM = "term"  # a word that has been replaced
    DEFINITION = "definition"  # the same word, another meaning
    LONE_DEFINITION = "lone_definition"
    ACTOR = "actor"  # the same commitment, somebody else's
    LIMIT = "limit"  # another number or time
    TARGET = "target"  # other ages, or another group
    REFERENCE = "reference"  # another paragraph, or a repealed one
    LONE_SECTION = "lone_section"
    HEADING = "heading"  # the same subject, another heading
    WORDING = "wording"  # the same section, other words
    ORDER = "order"


# These are found in one text by itself; all other kinds take two.
FOUND_IN_ONE = frozenset({Kind.TERM, Kind.REFERENCE})


@dataclass(frozen=True, slots=True)
class Saying:
    """What one text says at one place; `value` is the part of it that differs.

    `start` is where that begins in the wording, or -1 when it is not one stretch of it.
    """

    text: str
    section: str
    wording: str
    value: str = ""
    start: int = -1


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the texts say in different ways: every wording with its place.

    `subject` is a heading or a word; `lacking` are the texts that have nothing of it; `instead` is
    what to write, where that is known.
    """

    kind: Kind
    subject: str
    sayings: tuple[Saying, ...]
    lacking: tuple[str, ...] = ()
    instead: str = ""

    @property
    def fingerprint(self) -> str:
        """Know it again for as long as every wording of it stands."""
        said = [(one.text, one.section, one.wording, one.value) for one in self.sayings]
        whole = (self.kind.value, self.subject, said, self.lacking)
        return sha256(repr(whole).encode()).hexdigest()[:32]
