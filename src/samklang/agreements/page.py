"""What an agreement’s page says, made from what is known: no computation is left to templates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samklang.agreements.lean_rows import EditionRow
from samklang.agreements.models import ValidityEvent
from samklang.agreements.queries import Dossier, Relative, Row
from samklang.agreements.sections import AdoptionSection, LifeSection
from samklang.agreements.standing import Standing
from samklang.agreements.validity import HAS, Status
from samklang.agreements.wording import (
    day_in_words,
    deciding_body_url,
    decision_words,
    event_words,
    in_words,
    status_words,
)
from samklang.common.jinja import mould
from samklang.common.words import Words


@dataclass(frozen=True, slots=True)
class Chip:
    """A status as word, symbol and shade; `css` is its class and its symbol’s name."""

    css: str
    text: str

    @property
    def html(self) -> SafeString:
        return mould("agreements/_chip.html", "css", "text").fill(self.css, self.text)


@dataclass(frozen=True, slots=True)
class Statement:
    """One event as read, beside the sentence that says so."""

    text: str
    decision: str
    quote: str
    source: str
    # The page of the recorded decision that did it, else of the body that took it.
    decision_url: str = ""


@dataclass(frozen=True)
class AgreementPage:
    """The page of one agreement for one reader."""

    dossier: Dossier
    words: Words

    @property
    def kicker(self) -> str:
        regional = self.dossier.agreement.level == "regional"
        long = self.words.regional_long if regional else self.words.local_long
        short = self.words.regional if regional else self.words.local
        name = f"{long} ({short})" if long not in ("", short) else short
        name = f"{name[:1].upper()}{name[1:]}"
        return " · ".join(part for part in (name, self._edition_words()) if part)

    def _edition_words(self) -> str:
        page = self.dossier.current
        if page is None:
            return ""
        label = page.label or _("Edition %(number)d") % {"number": page.edition.number}
        count = sum(event.kind == "extended" for event in page.events)
        if not count:
            return label
        times = ngettext("extended once", "extended %(count)d times", count) % {"count": count}
        return f"{label}, {times}"

    @property
    def chip(self) -> Chip:
        dossier = self.dossier
        is_draft = dossier.editions and not any(one.is_decided for one in dossier.editions)
        if dossier.standing is None and is_draft:
            return Chip(css="under-way", text=_("Draft"))
        return chip(dossier, self.words)

    @property
    def is_held(self) -> bool:
        standing = self.dossier.standing
        return standing is not None and standing.status in HAS

    @property
    def text_pk(self) -> int | None:
        """The edition whose text the reader may read: the current one, else the newest such."""
        found = (self.dossier.current, *self.dossier.editions)
        return next((one.edition.pk for one in found if one and not one.walled), None)

    @property
    def current_row(self) -> EditionRow | None:
        return self.dossier.standing.edition if self.dossier.standing else None

    @cached_property
    def life(self) -> LifeSection:
        return LifeSection(self.dossier)

    @cached_property
    def adoption(self) -> AdoptionSection:
        return AdoptionSection(self.dossier)

    @property
    def statements(self) -> list[Statement]:
        page = self.dossier.current
        events = page.events if page else ()
        return [_statement(event, self.words) for event in events]

    @property
    def children(self) -> list[tuple[Relative, Chip]]:
        return [(one, chip(one, self.words)) for one in self.dossier.children]


def chip(about: Dossier | Relative | Row, words: Words) -> Chip:
    standing = about.standing
    if standing is None:
        return Chip(css="no-answer", text=_("Not known on this day"))
    return Chip(css=standing.status.replace("_", "-"), text=status_words(standing, words))


def _statement(event: ValidityEvent, words: Words) -> Statement:
    return Statement(
        text=event_words(event, words),
        decision=decision_words(event),
        quote=event.quote,
        source=", ".join(part for part in (event.source_note, event.place) if part),
        decision_url=_recorded_at(event) or deciding_body_url(event),
    )


def _recorded_at(event: ValidityEvent) -> str:
    return reverse("decisions:detail", args=[event.decision_id]) if event.decision_id else ""


def banner_lines(page: AgreementPage) -> Sequence[str]:
    """Return what asks for somebody’s attention, the most pressing first."""
    return list(_pressing(page))


def _pressing(page: AgreementPage) -> Iterator[str]:
    dossier = page.dossier
    standing = dossier.standing
    yield from _about_sharing(dossier)
    if standing is None:
        yield from _not_shown(dossier)
        return
    end = standing.validity.end
    if standing.status is Status.EXPIRED:
        yield _("The agreement has expired, and nothing in the register follows it.")
    if standing.status is Status.EXPIRING and end is not None:
        yield _("The agreement expires on %(day)s.") % {"day": in_words(end)}
    yield from _about_relatives(page)
    yield from _about_adoption(page)
    yield from _about_start(standing)
    if standing.review_overdue and standing.validity.review_due is not None:
        yield _("It should have been revised by %(day)s.") % {
            "day": day_in_words(standing.validity.review_due)
        }


def _about_sharing(dossier: Dossier) -> Iterator[str]:
    shown = dossier.current
    if shown is not None and shown.is_shared and shown.open_until is not None:
        yield _(
            "A draft that %(keeper)s has shared with you, as it was on %(day)s. Nothing in it is "
            "decided."
        ) % {
            "keeper": dossier.agreement.keeper,
            "day": day_in_words(timezone.localdate(shown.open_until)),
        }


def _not_shown(dossier: Dossier) -> Iterator[str]:
    """A text without an adoption, a stage or a day is nowhere in the county’s picture."""
    newest = dossier.editions[0] if dossier.editions else None
    is_own = newest is not None and not (newest.walled or newest.is_shared)
    if newest is not None and is_own and not (newest.events or newest.adoptions):
        yield _(
            "It does not show in the county’s picture yet. Record who has adopted it and when it "
            "holds, or how far the text has come."
        )


def _about_relatives(page: AgreementPage) -> Iterator[str]:
    dossier, words = page.dossier, page.words
    parent, standing = dossier.parent, dossier.standing
    if standing and standing.outlives and parent and parent.standing:
        yield _(
            "It holds longer than the %(regional)s that it builds on, which ends on %(day)s."
        ) % {
            "regional": words.regional,
            "day": in_words(parent.standing.last_known.end),
        }
    count = len(dossier.outliving)
    if count:
        text = ngettext(
            "%(count)d %(local)s holds longer than this one.",
            "%(count)d %(local_plural)s hold longer than this one.",
            count,
        )
        named = {"count": count, "local": words.local, "local_plural": words.local_plural}
        yield text % named


def _about_adoption(page: AgreementPage) -> Iterator[str]:
    row = page.current_row
    if row is None or row.is_draft or row.adopted_by_all:
        return
    if row.adopted and page.is_held:
        yield _(
            "Not every party’s decision is in the register. Somebody has stated that the "
            "agreement holds; the statement is under “Validity, as it stands”."
        )
    elif not row.adopted and row.adoption_not_shown and not row.otherwise_count:
        yield _(
            "It does not count as in force: nobody’s adoption is in the register. Record who has "
            "adopted it, or that it is known to hold."
        )
    elif not row.adopted:
        yield from _about_wording(page, row)
        squares = page.adoption.squares
        waiting = ", ".join(one.name for one in squares if one.waits and not one.otherwise)
        if waiting:
            yield _("Not in force until all parties have adopted it. Waiting for: %(names)s.") % {
                "names": waiting
            }


def _about_wording(page: AgreementPage, row: EditionRow) -> Iterator[str]:
    """Say that the parties’ decisions are not alike: then nothing has been agreed."""
    others = ", ".join(one.name for one in page.adoption.squares if one.otherwise and one.waits)
    if others:
        yield _(
            "%(names)s decided on another wording. It is not in force until all parties have "
            "adopted the same."
        ) % {"names": others}
    if not row.is_one_text:
        yield _("The parties have adopted different texts. It is not in force until they agree.")


def _about_start(standing: Standing) -> Iterator[str]:
    if standing.start_unknown and standing.holds_from and standing.status in HAS:
        yield _("The start is not known. It counts as in force from %(day)s.") % {
            "day": day_in_words(standing.holds_from)
        }
