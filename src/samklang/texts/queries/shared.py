"""What is shared of a text when its draft is shared: its sections and answers, as they stand."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Sum
from django.utils.translation import gettext as _

from samklang.agreements.api import Edition
from samklang.documents.api import passages
from samklang.sharing.api import Content
from samklang.texts.models import Answer, Commitment, Section
from samklang.texts.numbering import numbered


class TextParts:
    """What the sharing of an edition asks about its text.

    Commitments are words of the sections, so they are not shown again; marking one is a change.
    """

    def contents(self, edition: Edition) -> Iterator[Content]:
        for number, one in numbered(Section.objects.filter(edition=edition).as_of()):
            lines = tuple(passage.text for passage in passages(one.body) if passage.text)
            yield Content(
                f"{number} {one.heading}".strip(), lines or (_("Nothing is written here yet."),)
            )
        for answer in Answer.objects.filter(edition=edition).as_of():
            said = (answer.how, answer.by_municipality, answer.by_region, answer.when)
            yield Content(answer.upper_wording, tuple(filter(None, said)))

    def revision(self, edition: Edition) -> int:
        found = (
            model.objects.filter(edition=edition).aggregate(count=Sum("revision"))["count"]
            for model in (Section, Commitment, Answer)
        )
        return sum(count or 0 for count in found)
