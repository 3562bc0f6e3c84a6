"""The commitments of a text as its pages show them: numbered within their section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from samklang.texts.models import Commitment, Section
from samklang.texts.numbering import numbered
from samklang.texts.queries import TextPage
from samklang.texts.same_words import place_in, words_of

# So many words are known again on one line.
SHORT = 12


@dataclass(frozen=True, slots=True)
class Undertaking:
    """One commitment with its number: “4.2” is the second in section 4, “2” in one without."""

    number: str
    commitment: Commitment
    # Whether its words still stand in the section.
    stands: bool = True

    @property
    def key(self) -> str:
        return self.commitment.key

    @property
    def short(self) -> str:
        """Its beginning, where there is room for a line."""
        return Truncator(self.commitment.wording).words(SHORT, truncate=" …")

    @property
    def who(self) -> str:
        return self.commitment.actor_words or self.commitment.get_actor_display()

    @property
    def scope(self) -> str:
        return self.commitment.get_scope_display() if self.commitment.scope else ""

    @property
    def asks(self) -> str:
        """What it asks of each municipality."""
        match self.commitment.needs_local_answer:
            case True:
                return _("Needs a local answer")
            case False:
                return _("Needs no local answer")
            case _:
                return _("Nobody has said whether it needs a local answer")


def undertakings(
    number: str, section: Section, commitments: Iterable[Commitment]
) -> tuple[Undertaking, ...]:
    there = list(commitments)
    words = words_of(section.body) if there else ""
    return tuple(
        Undertaking(
            f"{number}.{at}" if number else str(at), one, place_in(words, one.wording) is not None
        )
        for at, one in enumerate(there, 1)
    )


@dataclass(frozen=True, slots=True)
class Group:
    """A section with the commitments that stand in it."""

    number: str
    section: Section
    undertakings: tuple[Undertaking, ...]

    @property
    def title(self) -> str:
        return f"{self.number} {self.section.heading}".strip()


def groups(text: TextPage) -> Iterator[Group]:
    """Yield the sections that hold commitments, in the text's order."""
    for number, section in numbered(text.sections):
        held = text.by_section.get(section.key, ())
        if held:
            yield Group(number, section, undertakings(number, section, held))
