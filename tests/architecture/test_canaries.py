"""No word of a draft shows outside the boundary: on no page, in no list, file, letter or error.

Every agreement carries words that stand nowhere else. Each persona follows every link there is
from the start page, searches for the words, and tries every address that others have. Seen red:
with the title of a told draft left as it is in the county’s rows, with files or a section added
after the sharing left open, with the share’s message in the receiver’s letter, with the shares
shown to all, and with the version labels of others’ drafts in the forms. Attachments of a meeting
that only some may read carry such words too; seen red with sealed ones and with all among the
visible.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from samklang.organizations.api import make_address
from samklang.search.api import rebuild
from samklang.sharing.letters import tell_receivers
from tests import cast
from tests.architecture.access_table import PERSONAS
from tests.architecture.kept import STATES, Kept, kept, words
from tests.architecture.kept_papers import paper_addresses, paper_words, papers
from tests.architecture.scene import Scene
from tests.architecture.test_access import signed_in
from tests.architecture.test_walls import said

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

START = (
    "/lanet/",
    "/avtal/",
    "/avtal/?text=Kanarie",
    # In small letters, so that what is typed is not taken for what is found.
    "/sok/?text=kanarie",
    "/sok/?text=kanarie&page=2",
    "/avtal/?status=under_way",
    "/lanet/?on=2026-01-15",
    "/delat/",
    "/las-in/",
    "/moten/",
    "/rapporter/",
    "/lanet/tackning/",
    "/lanet/tackning/forest/",
    "/avtal/steg-for-steg/borja/",
)
LINK = re.compile(r'(?:href|src)="([^"#]+)')
# Made to be long: pictures and files are the same whoever asks, and a page of them is enough.
MOST = 600


def addresses(everything: list[Kept], scene: Scene) -> Iterator[str]:
    """Return what others may have in their address bars."""
    for one in everything:
        pk, edition = one.agreement.pk, one.edition.pk
        yield from (f"/avtal/?text={found}" for found in words(one))
        for page in ("detail", "history", "picture", "edit", "add_event", "adopt", "add_file"):
            yield reverse(f"agreements:{page}", args=[pk])
        yield reverse("agreements:download", args=[pk, one.file.pk])
        yield reverse("agreements:adoption", args=[pk, edition])
        for kind in ("forslag", "foljebrev"):
            yield reverse(
                "agreements:board_paper", args=[pk, edition, one.agreement.keeper_id, kind]
            )
        yield reverse("documents:download", args=[one.file.pk])
        for page in ("read", "commitments", "tasks"):
            yield reverse(f"texts:{page}", args=[edition])
        yield reverse("sharing:share", args=["utgava", edition])
        yield reverse("sharing:preview", args=["utgava", edition, scene.receiving.pk])
        if one.share:
            yield reverse("sharing:receipt", args=[one.share.pk])
            yield reverse("sharing:stop", args=[one.share.pk, scene.receiving.pk])


def feed_of(scene: Scene, persona: str) -> Iterator[str]:
    """The person’s secret addresses, which anybody who has them can read."""
    user = scene.person(persona)
    if user is not None:
        by = cast.acting_for(user)
        for opens, page in (
            ("calendar_feed", "meetings:feed_file"),
            ("decision_feed", "decisions:feed_file"),
        ):
            yield reverse(page, args=[make_address(opens, scope="all", by=by)[1]])


def crawled(client: Client, first: list[str]) -> dict[str, str]:
    """Follow every link from the first addresses; return all that was said, by address."""
    waiting, found = list(dict.fromkeys(first)), {}
    while waiting:
        address = waiting.pop()
        answer = client.get(address)
        text = said(answer) + "".join(f"{name}: {value}\n" for name, value in answer.items())
        found[address] = text
        assert len(found) < MOST, "the crawl does not end"
        for link in LINK.findall(text):
            to = urlsplit(urljoin(address, html.unescape(link)))
            inside = to.netloc in ("", "testserver") and not to.path.startswith("/static/")
            asked = f"{to.path}?{to.query}" if to.query else to.path
            if inside and asked not in found and asked not in waiting and _goes_on(asked):
                waiting.append(asked)
    return found


def _goes_on(address: str) -> bool:
    """Leave out the same page in another order, and what signs out."""
    return not re.search(r"[?&](order|show|measure|view|page)=|/logga/", address)


@pytest.fixture
def everything() -> tuple[Scene, list[Kept]]:
    scene = Scene()
    made = [kept(scene, state) for state in STATES]
    rebuild()
    return scene, made


@pytest.mark.slow
@pytest.mark.parametrize("persona", PERSONAS)
def test_a_word_of_a_draft_is_read_by_those_who_may(
    persona: str, everything: tuple[Scene, list[Kept]]
) -> None:
    scene, kept_ones = everything
    hidden = {found: who for one in kept_ones for found, who in words(one).items()}
    hidden |= paper_words()
    client = signed_in(scene, persona)

    tried = [
        *addresses(kept_ones, scene),
        *paper_addresses(papers(scene)),
        *feed_of(scene, persona),
    ]
    pages = crawled(client, [*START, *(tried)])
    told = {address: _answered(address, text) for address, text in pages.items()}

    seen = {found: [address for address, text in told.items() if found in text] for found in hidden}
    assert {found for found, where in seen.items() if where} == {
        found for found, who in hidden.items() if persona in who
    }, {found: where[:3] for found, where in seen.items() if where and persona not in hidden[found]}


def _answered(address: str, text: str) -> str:
    """Leave out what one has typed oneself, which stands in the search field."""
    asked = re.search(r"[?&]text=([^&]+)", address)
    return text.replace(asked[1], "") if asked else text


def test_the_letter_to_the_receivers_says_nothing_of_the_draft(
    everything: tuple[Scene, list[Kept]], settings: object
) -> None:
    settings.SAMKLANG_MAIL = "smtp://mail.example"  # type: ignore[attr-defined]
    scene, kept_ones = everything
    receiver = scene.person("receiver")
    assert receiver is not None
    receiver.email = "rut@mora.example"
    receiver.save()

    shares = [one.share for one in kept_ones if one.share]
    sent = [tell_receivers(one, "https://s.example/delat/1/") for one in shares]

    assert sent == [1, 1]
    assert [one.to for one in mail.outbox] == [["rut@mora.example"]] * 2
    assert not any("Kanarie" in one.subject + str(one.body) for one in mail.outbox)
