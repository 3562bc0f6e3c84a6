"""Taking in what somebody has marked in a Word document: all that was chosen, or none of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from samklang.consultations.actions.opinions import Source, Suggested, comment, suggest
from samklang.consultations.queries import Voice
from samklang.organizations.api import Acting
from samklang.texts.api import Section


@dataclass(frozen=True, slots=True)
class Commented:
    """What somebody says of a section in a Word document."""

    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Taken:
    """One thing that is taken in: the wording that it is about, and what is said of it."""

    section: Section
    said: Suggested | Commented


@transaction.atomic
def take_in(taken: Iterable[Taken], *, voice: Voice, by: Acting) -> None:
    """Make them suggestions and comments like any other."""
    for one in taken:
        if isinstance(one.said, Suggested):
            suggest(one.section, one.said, voice=voice, by=by)
        else:
            comment(one.section, one.said.text, voice=voice, by=by, source=one.said.source)
