"""What is private to an organization or a county shows on no page, list or file of others.

The access table asks whether a page opens; this asks what the pages that do open say. Seen red:
with `visible_to` taken out of the lists of batches, answers and reports, with the wall before
drafts open, with a register that forgets the county, and with draft meetings open to the county.
"""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from django.http import HttpResponseBase
from django.urls import reverse

from tests.architecture.access_table import ACCESS, OK, PERSONAS
from tests.architecture.scene import Scene
from tests.architecture.test_access import Asking

pytestmark = [pytest.mark.slow, pytest.mark.one_database]

INSIDE = {"member", "editor", "administrator"}
COUNTY = INSIDE | {"other_party", "coordinator", "neighbour", "receiver"}


# A feed shows what its owner may see, to the calendar that has its secret.
OPENED_BY_WHOEVER_HAS_IT = {"secret of a feed", "secret of the register"}


def secrets(scene: Scene) -> dict[str, set[str]]:
    """Return words that give something away, each with those who may read it."""
    scene.file_of(scene.draft)
    return {
        "inlamnad-skog.txt": INSIDE,
        f'"{reverse("inventories:batch", args=[scene.reading.batch_id])}"': INSIDE,
        scene.read_minutes.name: INSIDE,
        scene.draft_meeting.place: INSIDE,
        scene.meeting.place: COUNTY,
        scene.noted_meeting.items.all()[0].text: INSIDE,
        scene.checked_meeting.items.all()[0].text: COUNTY,
        "text-2.txt": INSIDE | {"receiver"},
        scene.share.message: INSIDE | {"receiver"},
        str(scene.agreement): COUNTY,
        scene.finding.quote: COUNTY,
        f'"{scene.report.get_absolute_url()}"': COUNTY,
    }


def said(answer: HttpResponseBase) -> str:
    """Return all text of the answer, that inside office files too."""
    streamed = getattr(answer, "streaming_content", None)
    content = b"".join(streamed) if streamed else getattr(answer, "content", b"")
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as package:
            content = b"\n".join(package.read(name) for name in package.namelist())
    return content.decode("utf-8", "replace")


@pytest.mark.django_db
def test_nothing_private_shows_on_another_page() -> None:
    scene = Scene()
    hidden = secrets(scene)
    seen: dict[str, set[str]] = {secret: set() for secret in hidden}
    asking = Asking(scene)

    for row in ACCESS:
        if row.about in OPENED_BY_WHOEVER_HAS_IT:
            continue
        for persona, expected in zip(PERSONAS, row.expected, strict=True):
            if row.method == "get" and expected == OK:
                text = said(asking.ask(persona, row))
                for secret in hidden:
                    seen[secret] |= {persona} if secret in text else set()

    assert seen == hidden
