"""Whoever saw an older version changes nothing, and keeps what they typed: every form of a work.

The rules are tried by themselves in tests/agreements; this walks the forms as a browser sends them,
so that a new one that forgets is found. Acts upon one entry (undo, take away) need no version: they
name what they are about. Rights are given anew and not edited, so that nobody's change is lost.

Seen red: with any version taken by `locked`, and with one form that hands in the newest version.
"""

from __future__ import annotations

import html
from typing import Any

import pytest
from django.db import transaction
from django.urls import reverse

from samklang.agreements.models import Agreement
from samklang.audit.queries import REFUSALS
from tests.architecture.access_table import Row
from tests.architecture.scene import Scene
from tests.hostile.sending import RIGHT
from tests.hostile.test_mass_assignment import FORMS, changed, everything, sender

pytestmark = pytest.mark.django_db
# An act upon what it names; a new file takes nothing away from what anybody saw.
ACTS = {
    "agreements:remove_party", "agreements:undo_event", "agreements:undo_adoption",
    "agreements:undo_diary_number", "agreements:take_back", "agreements:create",
    "agreements:add_file", "agreements:add_evidence",
}  # fmt: skip
EDITING = [row for row in FORMS if row.page.startswith("agreements:") and row.page not in ACTS]
TYPED = ("title", "number", "label", "stage", "when", "adopted_date")


def late(row: Row) -> tuple[int, str, dict[str, Any], Any]:
    """Send the form as somebody who opened the page before six others changed the work."""
    with transaction.atomic():
        scene = Scene()
        address = reverse(row.page, args=scene.arguments(row.about))
        client = sender(row, scene)
        sent = {**RIGHT[row.page](scene), "seen": 1}
        Agreement.objects.update(version=7)
        before = everything()
        answer = client.post(address, sent)
        found = changed(before, everything())
        transaction.set_rollback(True)
    return answer.status_code, html.unescape(answer.content.decode()), sent, found


@pytest.mark.parametrize("row", EDITING, ids=str)
def test_a_late_form_changes_nothing_and_loses_nothing(row: Row) -> None:
    status, page, sent, found = late(row)

    assert status == 409
    refusals = found.pop("audit.Entry", {}).values()
    assert {one["verb"] for one in refusals} <= set(REFUSALS)
    assert found == {}
    assert [sent[name] for name in TYPED if name in sent and sent[name] not in page] == []


def test_every_form_of_a_work_is_tried() -> None:
    assert len(EDITING) == 8
