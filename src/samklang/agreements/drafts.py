"""How an edition that nobody has adopted is offered to be shared with named organizations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from django.db.models import QuerySet
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _

from samklang.agreements import policies, queries
from samklang.agreements.actions.locking import locked
from samklang.agreements.models import Edition, ValidityEvent
from samklang.agreements.rendering import content
from samklang.agreements.wording import day_in_words, event_words
from samklang.common.policy import Verdict
from samklang.common.words import Words, words
from samklang.organizations.api import Acting, Organization
from samklang.sharing.api import Content, Offer, Opening, Told, openings


class Part(Protocol):
    """What a context above keeps of an edition's text: it is shared with the edition."""

    def contents(self, edition: Edition) -> Iterable[Content]:
        """Say all that the receivers will see of it."""

    def revision(self, edition: Edition) -> int:
        """Count every change, so that nobody shares another text than the one they looked at."""


_PARTS: list[Part] = []


def share_also(part: Part) -> None:
    """Let what the context above keeps be shared with the edition."""
    _PARTS.append(part)


def _revision(edition: Edition) -> int:
    return sum(part.revision(edition) for part in _PARTS)


class Drafts:
    """Editions, as the pages of sharing ask about them (see `samklang.sharing.offers.Source`)."""

    kind = Edition.KIND
    slug = "utgava"

    def find(self, acting: Acting, pk: int) -> Offer:
        edition = queries.find_draft(acting, pk)
        verdict = policies.can_share(acting, edition)
        contents = tuple(_contents(acting, edition)) if verdict else ()
        return _offer(edition, acting, verdict, contents=contents)

    def inside(self, organization_ids: Iterable[int]) -> QuerySet[Edition, Any]:
        return queries.inside(organization_ids)

    def told(self, acting: Acting, pks: Iterable[int]) -> dict[int, Told]:
        return {
            one.pk: Told(_noun(one), one.agreement.title, _url(one), is_decided, one.inside)
            for one, is_decided in queries.readable_editions(acting, pks)
        }

    def lock(self, offer: Offer, *, seen: int) -> None:
        edition = _edition(offer)
        locked(edition.agreement, seen=seen - _revision(edition))

    def as_read_by(self, acting: Acting, offer: Offer, opening: Opening) -> tuple[str, str]:
        agreement, pk = _edition(offer).agreement, offer.thing.pk
        there = agreement.editions.values_list("pk", flat=True)
        shared = openings(self.kind, there, to=acting.organization_ids).also(pk, [opening])
        return content(
            acting, queries.dossier(acting, agreement.pk, on=acting.today, shared=shared)
        )


def _noun(edition: Edition) -> str:
    return _("the draft of edition %(number)s") % {"number": edition.number}


def _url(edition: Edition) -> str:
    return reverse("agreements:detail", args=[edition.agreement_id])


def _offer(
    edition: Edition, acting: Acting, verdict: Verdict, *, contents: tuple[Content, ...] = ()
) -> Offer:
    agreement = edition.agreement
    return Offer(
        kind=Edition.KIND,
        noun=_noun(edition),
        name=agreement.title,
        thing=edition,
        url=_url(edition),
        organization=_authority(edition, acting),
        version=agreement.version + _revision(edition),
        verdict=verdict,
        contents=contents,
    )


def _edition(offer: Offer) -> Edition:
    if not isinstance(offer.thing, Edition):
        raise TypeError(f"{offer.thing!r} is no edition")
    return offer.thing


def _authority(edition: Edition, acting: Acting) -> Organization:
    """The keeper registers the draft, or the organization that put it in the register."""
    keeper: Organization = edition.agreement.keeper
    if keeper.pk in acting.writes_for() or edition.recorded_for is None:
        return keeper
    return edition.recorded_for if edition.recorded_for_id in acting.writes_for() else keeper


def _contents(acting: Acting, edition: Edition) -> Iterator[Content]:
    """Say all that the receivers will see of it and cannot see now."""
    known = queries.dossier(acting, edition.agreement_id, on=acting.today)
    page = next(one for one in known.editions if one.edition.pk == edition.pk)
    named = words(known.agreement.partnership)
    yield Content(_("Title"), (known.agreement.title,))
    yield Content(_("Edition"), tuple(_about(edition)))
    if page.events:
        yield Content(_("When it is to hold"), tuple(_event(one, named) for one in page.events))
    files = tuple(f"{one.file.name} ({filesizeformat(one.file.size)})" for one in page.files)
    yield Content(_("Files"), files or (_("No file is added."),))
    changed = tuple(one.differs for one in page.adoptions if one.differs)
    if changed:
        yield Content(_("What boards have changed"), changed)
    shown = tuple(one.evidence.name for one in page.adoptions if one.evidence)
    if shown:
        yield Content(_("What shows the decisions"), shown)
    for part in _PARTS:
        yield from part.contents(page.edition)


def _event(event: ValidityEvent, named: Words) -> str:
    said = event_words(event, named)
    return f"{said}: ”{event.quote}”" if event.quote else said


def _about(edition: Edition) -> Iterator[str]:
    yield _("Edition %(number)s") % {"number": edition.number}
    if edition.label:
        yield edition.label
    if edition.begun_date:
        yield _("Work began %(day)s") % {"day": day_in_words(edition.begun_date)}
    if edition.stage:
        yield _("Stage: %(stage)s") % {"stage": edition.stage}
