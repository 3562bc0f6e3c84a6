"""One consultation: who has answered what, and all of it together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import Http404
from django.shortcuts import get_object_or_404

from samklang.agreements.api import Edition, find_text
from samklang.consultations.compiling import Compilation, compiled, thawed
from samklang.consultations.models import Comment, Consultation, Participant, Suggestion
from samklang.consultations.queries.opinions import comments_in, suggestions_in
from samklang.organizations.api import Acting
from samklang.sharing.api import WHOLE, record_read
from samklang.texts.api import Section, writers


@dataclass(frozen=True)
class RoundPage:
    """A consultation as one reader may know it."""

    consultation: Consultation
    writers: frozenset[int]
    # Those that the reader may know of, and how much each has said.
    participants: tuple[Participant, ...]
    said: Mapping[int, int]
    # Up to which moment's text the reader may read.
    until: datetime = WHOLE

    @property
    def speaks_of_later(self) -> bool:
        """Whether something in it is of a wording that is not open for the reader."""
        if self.until == WHOLE:
            return False
        later = {
            "participant__consultation": self.consultation,
            "section__rewritten_at__gt": self.until,
        }
        return any(model.objects.filter(**later).exists() for model in (Comment, Suggestion))

    def participant(self, pk: int) -> Participant:
        return get_object_or_404(
            Participant.objects.select_related("organization", "consultation__edition__agreement"),
            pk__in=[one.pk for one in self.participants if one.pk == pk],
        )


def find_round(acting: Acting, edition_pk: int, pk: int) -> RoundPage:
    """Return the consultation with those that the user may know were asked, or answer 404.

    Whoever the draft is no longer shared with does not find it any more.
    """
    opened = find_text(acting, edition_pk)
    if opened.until is None:
        raise Http404
    if not opened.is_decided:
        record_read(Edition, edition_pk, by=acting.user)
    found = get_object_or_404(
        Consultation.objects.visible_to(acting).select_related(
            "edition__agreement__keeper",
            "edition__agreement__partnership",
            "share__organization",
            "share__shared_by",
            "closed_by",
        ),
        pk=pk,
        edition=edition_pk,
    )
    inside, own = writers(found.edition), acting.organization_ids
    sees_all = found.sees_each_other or bool(inside & own)
    asked = found.participants.select_related("organization", "answered_by")
    known = tuple(one for one in asked if sees_all or one.organization_id in own)
    return RoundPage(found, inside, known, _said(found), opened.until)


def _said(consultation: Consultation) -> Mapping[int, int]:
    """Return how much each participant has said."""
    found: Counter[int] = Counter()
    for model in (Comment, Suggestion):
        asked = model.objects.filter(participant__consultation=consultation)
        found.update(pk for pk in asked.values_list("participant", flat=True) if pk is not None)
    return found


def has_said(participant: Participant) -> bool:
    about = {"participant": participant}
    return Comment.objects.filter(**about).exists() or Suggestion.objects.filter(**about).exists()


def compilation_now(consultation: Consultation) -> Compilation:
    """Return all that has been said so far; the caller has asked leave."""
    sections = Section.objects.filter(edition=consultation.edition)
    return compiled(
        consultation,
        sections.as_of(consultation.share.shared_at),
        (*comments_in(consultation), *suggestions_in(consultation)),
        writers(consultation.edition),
    )


def compilation_of(consultation: Consultation) -> Compilation:
    """Return what was frozen, once it is closed; before that what there is so far."""
    if consultation.is_open:
        return compilation_now(consultation)
    return thawed(consultation.compilation)
