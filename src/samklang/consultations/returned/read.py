"""One thing that was read in a Word document, with what is not certain of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256

from django.utils.translation import gettext as _

from samklang.consultations.returned.doubts import Doubt, Why, has_hidden_number, is_barred
from samklang.consultations.rewording import Rewording, rewording
from samklang.documents.api import Remark
from samklang.texts.api import Section

LONGEST_COMMENT = 5000


class Doubted:
    """Something read in a document, and what is not certain of it."""

    doubts: tuple[Doubt, ...]

    @property
    def is_certain(self) -> bool:
        return not self.doubts

    @property
    def may_be_taken(self) -> bool:
        return not is_barred(self.doubts)


@dataclass(frozen=True)
class ReadSuggestion(Doubted):
    """Other words for a section; `base` is the state of it that they were written over."""

    base: Section
    heading: str
    body: str
    author: str
    doubts: tuple[Doubt, ...]

    @property
    def mark(self) -> str:
        return f"f-{self.base.key}"

    @cached_property
    def rewording(self) -> Rewording:
        return rewording((self.base.heading, self.base.body), (self.heading, self.body))


@dataclass(frozen=True, slots=True)
class ReadComment(Doubted):
    """What somebody says of a section; `about` is the words that it stands at, if it is told."""

    number: int
    base: Section
    text: str
    author: str
    written_at: datetime | None
    about: str
    doubts: tuple[Doubt, ...]

    @classmethod
    def of(cls, number: int, base: Section, remark: Remark, *, is_said: bool) -> ReadComment:
        doubts = tuple(_doubts(remark.text, is_said=is_said))
        told = (remark.text, remark.author, remark.written_at, remark.about)
        return cls(number, base, *told, doubts)

    @property
    def mark(self) -> str:
        return f"k-{self.number}"


def _doubts(text: str, *, is_said: bool) -> Iterator[Doubt]:
    if not text.strip():
        yield Doubt.EMPTY
    if has_hidden_number(text):
        yield Doubt.PERSONAL_NUMBER
    if len(text) > LONGEST_COMMENT:
        yield Doubt.TOO_LONG
    if is_said:
        yield Doubt.SAID_ALREADY


@dataclass(frozen=True, slots=True)
class Unplaced(Doubted):
    """What stands in the document and could be put beside no section, until a person does."""

    why: Why
    text: str
    author: str
    about: str
    doubts: tuple[Doubt, ...]
    # Which it is of those that say the same.
    turn: int = 0

    @classmethod
    def of(cls, why: Why, text: str, author: str = "", about: str = "") -> Unplaced:
        return cls(why, text, author, about, tuple(_doubts(text, is_said=False)))

    @property
    def mark(self) -> str:
        """Name it by what it says, so that it is the same thing when the text has changed."""
        said = "\0".join((self.why, self.text, self.author, self.about))
        return f"p-{sha256(said.encode()).hexdigest()[:16]}-{self.turn}"

    @property
    def comment(self) -> str:
        """What is said at the section where somebody places it."""
        if self.why is Why.REMOVED:
            said = _("The section “%(section)s” is taken out of the document.")
            return said % {"section": self.text}
        return self.text
