"""A draft of Lund's in three sections, shared with Mora, and the people who speak of it."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from samklang.agreements.drafts import Drafts
from samklang.agreements.models import Edition
from samklang.consultations.actions import Commented, Source, Suggested, Taken, take_in
from samklang.consultations.models import Comment, Suggestion
from samklang.consultations.queries import Voice, talk
from samklang.consultations.returned import ReadSuggestion, Returned
from samklang.organizations.acting import Acting
from samklang.organizations.models import Role
from samklang.sharing.actions import Terms, share
from samklang.sharing.models import Purpose, Recipient, Share
from samklang.texts.actions import add_section, write
from samklang.texts.models import Section
from tests import cast

HEADINGS = ("Syfte", "Ansvar", "Uppföljning")


def person(name: str, of: str = "lund", role: str = Role.EDITOR) -> Acting:
    """Return somebody who acts today: sharing and consultations happen now."""
    user = cast.person(name, role, of=cast.organization(of))
    return cast.acting_for(user, today=timezone.localdate())


def draft(*headings: str, title: str = "Lokalavtal om mossar") -> Edition:
    parties = [cast.organization("lund"), cast.organization("mora")]
    made = cast.edition(cast.agreement(title, parties=parties))
    after = None
    for heading in headings or HEADINGS:
        section = Section(edition=made, heading=heading, body=f"<p>Om {heading.lower()}.</p>")
        after = add_section(section, after=after, by=person("siri"))
    return made


def shared(edition: Edition, *receivers: str, purpose: str = Purpose.DRAFT) -> Share:
    siri = person("siri")
    offer = Drafts().find(siri, edition.pk)
    to = tuple(cast.organization(one) for one in receivers or ("mora",))
    return share(offer, Terms(purpose, to), by=siri, seen=offer.version)


def section(edition: Edition, heading: str = "Ansvar") -> Section:
    return Section.objects.filter(edition=edition).as_of().get(heading=heading)


def voice(acting: Acting, edition: Edition) -> Voice:
    return talk(acting, edition.pk).voices[0]


def rewritten(edition: Edition, body: str, heading: str = "Ansvar") -> Section:
    found = section(edition, heading)
    found.body = body
    return write(found, by=person("siri"), seen=found.seen)


def stopped(share_: Share) -> None:
    Recipient.objects.filter(share=share_).update(
        stopped_at=timezone.now(), stopped_by=share_.shared_by
    )


def earlier(one: Comment | Suggestion) -> None:
    """Let it have been made an hour ago, so that what comes now comes after."""
    type(one).objects.filter(pk=one.pk).update(made_at=timezone.now() - timedelta(hours=1))


def taken(found: Returned, edition: Edition, *, by: Acting) -> None:
    """Take in all that a document says."""
    for one in found.read.values():
        source = Source("avtal.docx", one.author)
        said = (
            Suggested(one.heading, one.body, source=source)
            if isinstance(one, ReadSuggestion)
            else Commented(one.text, source)
        )
        take_in([Taken(one.base, said)], voice=voice(by, edition), by=by)
