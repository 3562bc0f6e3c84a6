"""What the page of differences between the regional texts says, ready to show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from samklang.common.policy import Verdict
from samklang.common.words import Words, words
from samklang.documents.api import shown
from samklang.texts.forms import SistersTerms
from samklang.texts.harmony import Difference, Kind, Part, Saying
from samklang.texts.models import MeantDifference
from samklang.texts.queries import Sisters


def kind_words(kind: Kind) -> str:
    """Say what is different, as the head of a list."""
    said = {
        Kind.TERM: _("Words that have been replaced"),
        Kind.DEFINITION: _("The same word, another meaning"),
        Kind.LONE_DEFINITION: _("Words that only some explain"),
        Kind.ACTOR: _("The same commitment, somebody else’s"),
        Kind.LIMIT: _("Another number or time"),
        Kind.TARGET: _("Other ages or another target group"),
        Kind.REFERENCE: _("Another paragraph, or a repealed one"),
        Kind.LONE_SECTION: _("Sections that only some have"),
        Kind.HEADING: _("The same subject, another heading"),
        Kind.WORDING: _("The same section, other words"),
        Kind.ORDER: _("Sections in another order"),
    }
    return said[kind]


@dataclass(frozen=True, slots=True)
class ShownSaying:
    """One text's wording, with the way to its place."""

    text: str
    place: str
    address: str
    wording: str
    value: str
    start: int

    @property
    def parted(self) -> tuple[str, str, str]:
        """The wording before, at and after what differs, where that is one stretch of it."""
        if self.start < 0:
            return self.wording, "", ""
        end = self.start + len(self.value)
        return self.wording[: self.start], self.wording[self.start : end], self.wording[end:]

    @property
    def apart(self) -> str:
        """What differs, where it is not one stretch of the wording."""
        return "" if self.parted[1] else self.value


@dataclass(frozen=True, slots=True)
class ShownDifference:
    difference: Difference
    sayings: tuple[ShownSaying, ...]
    lacking: str
    meant: MeantDifference | None

    @property
    def anchor(self) -> str:
        return f"d-{self.difference.fingerprint}"

    @property
    def kind(self) -> str:
        return kind_words(self.difference.kind)


@dataclass(frozen=True, slots=True)
class ShownKind:
    kind: Kind
    title: str
    differences: tuple[ShownDifference, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """One text's section in a row of the texts beside each other; nothing where it has none."""

    text: str
    title: str
    address: str
    body: SafeString


@dataclass(frozen=True)
class Places:
    """What stands where in the texts, by name and address."""

    found: Sisters

    @cached_property
    def names(self) -> dict[str, str]:
        return {code: str(one.edition.agreement) for code, one in self.found.by_code.items()}

    def difference(self, one: Difference) -> ShownDifference:
        lacking = ", ".join(self.names[code] for code in one.lacking)
        sayings = tuple(self._saying(said) for said in one.sayings)
        return ShownDifference(one, sayings, lacking, self.found.meant.get(one.fingerprint))

    def _saying(self, said: Saying) -> ShownSaying:
        section = self.found.sections[said.text, said.section]
        wording = said.wording or pgettext("a text", "Says nothing of this here.")
        address = self._address(said.text, said.section)
        return ShownSaying(
            self.names[said.text], str(section), address, wording, said.value, said.start
        )

    def rows(self) -> Iterator[tuple[Beside | None, ...]]:
        for row in self.found.harmony.rows:
            yield tuple(
                self._beside(code, row[code]) if code in row else None for code in self.names
            )

    def _beside(self, code: str, part: Part) -> Beside:
        title = f"{part.number} {part.heading}".strip()
        body = shown(self.found.sections[code, part.key].body)
        return Beside(self.names[code], title, self._address(code, part.key), body)

    def _address(self, code: str, key: str) -> str:
        edition = self.found.by_code[code].edition
        return f"{reverse('texts:read', args=[edition.pk])}#a-{key}"


@dataclass(frozen=True)
class SistersPage:
    """The texts for one reader."""

    found: Sisters
    terms: SistersTerms
    may_mark: Verdict

    @cached_property
    def words(self) -> Words:
        return words(self.found.partnership)

    @cached_property
    def places(self) -> Places:
        return Places(self.found)

    @cached_property
    def all_shown(self) -> tuple[ShownDifference, ...]:
        return tuple(self.places.difference(one) for one in self.found.harmony.differences)

    @cached_property
    def counts(self) -> Counter[Kind]:
        return Counter(one.difference.kind for one in self.all_shown)

    @cached_property
    def kinds(self) -> tuple[ShownKind, ...]:
        """The differences kind by kind, only of the kind that was asked for."""
        wanted = [one for one in Kind if self.terms.kind in (None, one)]
        groups = ((kind, self._of(kind)) for kind in wanted)
        return tuple(ShownKind(kind, kind_words(kind), held) for kind, held in groups if held)

    def _of(self, kind: Kind) -> tuple[ShownDifference, ...]:
        return tuple(one for one in self.all_shown if one.difference.kind is kind)

    @property
    def choices(self) -> Iterator[tuple[str, str, bool]]:
        """Each kind that there is, with how many there are of it."""
        for kind in Kind:
            if self.counts[kind]:
                label = f"{kind_words(kind)} ({self.counts[kind]})"
                yield kind.value, label, kind is self.terms.kind

    @property
    def lead(self) -> str:
        texts, count = len(self.found.texts), len(self.all_shown)
        meant = sum(one.meant is not None for one in self.all_shown)
        said = ngettext("%(count)d difference", "%(count)d differences", count) % {"count": count}
        among = ngettext("%(count)d text", "%(count)d texts", texts) % {"count": texts}
        sentence = _("%(differences)s in %(texts)s.") % {"differences": said, "texts": among}
        if not meant:
            return sentence
        shall = ngettext("%(count)d is meant.", "%(count)d are meant.", meant) % {"count": meant}
        return f"{sentence} {shall}"
