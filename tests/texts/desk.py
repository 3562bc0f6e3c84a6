"""A draft of a municipality, with a section or two, and those who read and write it."""

from __future__ import annotations

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samklang.agreements.drafts import Drafts
from samklang.agreements.models import Edition
from samklang.organizations.acting import Acting
from samklang.organizations.models import Role
from samklang.sharing.actions import Terms, share
from samklang.sharing.models import Purpose, Share
from samklang.texts import actions
from samklang.texts.models import Answer, Section
from tests import cast


def draft() -> Edition:
    return cast.edition(cast.agreement("Lokalavtal om mossar"))


def writer(name: str = "siri", of: str = "lund", role: str = Role.EDITOR) -> Acting:
    return cast.acting_for(cast.person(name, role, of=cast.organization(of)))


def client(name: str = "siri", of: str = "lund", role: str = Role.EDITOR) -> Client:
    made = Client()
    made.force_login(writer(name, of, role).user)
    return made


def section(
    edition: Edition,
    heading: str = "Syfte",
    body: str = "<p>Mossan ska vara tyst.</p>",
    level: int = 1,
) -> Section:
    """Add a section last."""
    standing = list(Section.objects.filter(edition=edition).as_of())
    made = Section(edition=edition, heading=heading, body=body, level=level)
    return actions.add_section(made, after=standing[-1] if standing else None, by=writer())


def shared(edition: Edition, *, to: str = "mora", purpose: Purpose = Purpose.DRAFT) -> Share:
    by = writer()
    offer = Drafts().find(by, edition.pk)
    terms = Terms(purpose, (cast.organization(to),), "LK 2026/7", "")
    return share(offer, terms, by=by, seen=offer.version)


def headings(edition: Edition) -> list[str]:
    return [one.heading for one in Section.objects.filter(edition=edition).as_of()]


def promise(edition: Edition, how: str = "Vi ringer samma dag.") -> Answer:
    """Let the text answer one commitment in full."""
    made = Answer(
        edition=edition,
        upper_wording="Parterna ringer inom en vecka.",
        how=how,
        by_municipality="Vuxenenheten, enhetschefen",
        by_region="Vårdcentralen, chefen",
        when="Varje torsdag",
    )
    return actions.write(made, by=writer(), seen="")


def statements(by: Client, url: str) -> int:
    """Return how many statements the page takes when nobody is new to it."""
    by.get(url)
    with CaptureQueriesContext(connection) as asked:
        by.get(url)
    return len(asked)
