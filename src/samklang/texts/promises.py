"""What a finished local text begins with: who does what and when, whom to ask, the next review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from samklang.agreements.api import Agreement, Level, can_edit, next_review, responsible_at
from samklang.documents.api import Kind, Passage, Run
from samklang.organizations.api import Acting
from samklang.texts import queries
from samklang.texts.models import Answer
from samklang.texts.queries import TextPage


@dataclass(frozen=True, slots=True)
class Fact:
    """A word and what it stands for; `record_at` leads whoever may to where it is recorded."""

    label: str
    lines: tuple[str, ...]
    record_at: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """What the regional text asks, and how, by whom and when it is done here."""

    asked: str
    how: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Promises:
    """The beginning of a text, in the words of its page, its PDF and its Word file alike."""

    promises: tuple[Promise, ...]
    # Whom to ask, and when the text is looked at next.
    facts: tuple[Fact, ...]

    @property
    def title(self) -> str:
        return _("This is what we do") if self.promises else self.about

    @property
    def about(self) -> str:
        return _("Contact and next review")

    def passages(self) -> Iterator[Passage]:
        """Yield it as a document says it: there nobody is led anywhere."""
        yield Passage(Kind.HEADING, (Run(self.title),), level=1)
        for one in self.promises:
            yield Passage(Kind.PARAGRAPH, (Run(one.asked, emphasis=True),))
            yield Passage(Kind.PARAGRAPH, (Run(one.how),))
            yield from _list(one.facts)
        if self.promises:
            yield Passage(Kind.HEADING, (Run(self.about),), level=2)
        yield from _list(self.facts)


def _list(facts: Iterable[Fact]) -> Iterator[Passage]:
    for number, one in enumerate(facts):
        said = (Run(f"{one.label}: ", strong=True), Run("\n".join(one.lines)))
        yield Passage(Kind.BULLET, said, is_first=not number)


def promises(text: TextPage, acting: Acting) -> Promises | None:
    """Return what the text begins with; a regional one that answers nothing has no such part."""
    agreement = text.edition.agreement
    answers = queries.answers(text.stood).values()
    is_blank = text.earlier is not None and text.earlier.since is None
    if is_blank or (agreement.level != Level.LOCAL and not answers):
        return None
    return Promises(
        promises=tuple(_promise(one) for one in answers),
        facts=(_contact(text, acting), _review(text, acting)),
    )


def _promise(answer: Answer) -> Promise:
    who = tuple(filter(None, (answer.by_municipality, answer.by_region)))
    when = (answer.when,) if answer.when else ()
    return Promise(
        asked=answer.upper_wording,
        how=answer.how or _("Not answered yet"),
        facts=tuple(
            Fact(word, said) for word, said in ((_("Who"), who), (_("When"), when)) if said
        ),
    )


def _contact(text: TextPage, acting: Acting) -> Fact:
    """Say whom to ask; of an earlier day whoever it was then."""
    label, agreement = _("Contact, responsible for revising it"), text.edition.agreement
    known = agreement.revision_responsible
    if text.earlier is not None:
        known = responsible_at(agreement, queries.end_of(text.earlier.on))
    if known:
        return Fact(label, (known,))
    if text.earlier is not None:
        return Fact(label, (_("Nobody had said who answered for it."),))
    said = _("Nobody has said who answers for it.")
    return Fact(label, (said,), _where(acting, agreement, "agreements:edit"))


def _review(text: TextPage, acting: Acting) -> Fact:
    label, known = _("Next review"), next_review(text.opened, on=_day(text, acting))
    if known:
        return Fact(label, known)
    said = _("Nobody has recorded when it is reviewed.")
    return Fact(label, (said,), _where(acting, text.edition.agreement, "agreements:add_event"))


def _day(text: TextPage, acting: Acting) -> date:
    return text.earlier.on if text.earlier else acting.today


def _where(acting: Acting, agreement: Agreement, name: str) -> str:
    return reverse(name, args=[agreement.pk]) if can_edit(acting, agreement) else ""
