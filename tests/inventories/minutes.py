"""Minutes of an invented network, the county that they are of, and answers about them."""

from __future__ import annotations

import json
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from samklang.inventories import actions, jobs
from samklang.inventories.meeting_page import MeetingConfirmPage
from samklang.inventories.models import Reading
from samklang.inventories.sandboxed import answer
from samklang.organizations.models import Body
from tests import cast
from tests.inventories import desk

LINES = (
    "Minnesanteckningar Skogsnätverket",
    "Närvarande: Ask Björk, Lund",
    "Sten Berg, Höör",
    "Alva Ek, Ida Lind, Hörby",
    "1. Mötets öppnande",
    "Skogsnätverket beslutade",
    "att öppna mötet.",
    "2. Rapport från skogen",
    "a) Information/Beslut: Stigar för alla (Bilaga 2)",
    "Föredragande: Tove Gran, skogvaktare, Region Skåne",
    "Skogsnätverket beslutade",
    "att anta förslaget om stigar.",
    "att be kommunerna märka ut dem.",
    "b) Dialog: Mossan efter regnet (Bilaga 2 A-B)",
    "Skogsnätverket beslutade",
    "att lägga informationen till handlingarna.",
)


def read(lund: desk.Desk, file: SimpleUploadedFile | None = None) -> Reading:
    """Hand in the minutes and read them here: what the limited process does has its own tests."""
    batch = lund.hand_in(file or desk.text_file("minnesanteckningar.txt", LINES))
    taken = actions.take_next(batch.pk)
    assert taken is not None
    assert taken.file is not None
    with Path(taken.file.content.path).open("rb") as opened:
        told = answer(opened, "read", taken.name, jobs.reading_folders())
    return actions.finish(taken, json.loads(told))


def body(lund: desk.Desk, name: str = "Skogsnätverket") -> Body:
    return Body.objects.create(partnership=lund.home, code="skog", name=name, level="directors")


def all_right(reading: Reading, **changed: object) -> dict[str, object]:
    """Accept everything that was found; `changed` is by field name, with _ for -."""
    page = MeetingConfirmPage(reading, today=cast.TODAY)
    sent: dict[str, object] = {
        f"{one.name}-answer": "accept"
        for one in page.questions
        if one.value is not None and not one.alternatives
    }
    return {**sent, **{name.replace("__", "-"): value for name, value in changed.items()}}
