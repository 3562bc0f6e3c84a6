"""A decision ends a body, as the preview said, and the body's page has it in its own history.

Seen red: with what was seen not compared, with those who answer to the body not told of, with an
empty answer taken for an effect, with the last day not asked for, and with an ended body offered.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samklang.decisions.models import Decision, Effect
from samklang.organizations.models import Deciding, ReportingLine, Role
from tests import cast
from tests.decisions.sittings import DAY, entitled, support

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def ask(client: Client) -> Client:
    client.force_login(cast.person("ask", Role.COORDINATOR, of=support()))
    return client


def test_a_body_is_ended_by_a_decision_once(ask: Client) -> None:
    network, group, below = (
        entitled(to=Deciding.CHANGE_BODIES),
        cast.body("Gruppen"),
        cast.body("B"),
    )
    ReportingLine.objects.create(body=below, parent=group)
    sure: dict[str, Any] = {
        "body": network.pk, "decided_date": DAY.isoformat(), "rows": 1, "step": "effects",
        "c0-wording": "att avsluta gruppen", "c0-what": "change_bodies", "e0-body": group.pk,
    }  # fmt: skip
    record, save = reverse("decisions:record"), reverse("decisions:save")

    bare = ask.post(record, sure)
    assert (bare.status_code, "Skriv gruppens sista dag." in bare.content.decode()) == (422, True)
    sure["e0-until_date"] = "2026-12-31"
    preview = ask.post(record, sure).content.decode()
    for words in ("Finns tillsvidare", "Avslutas 2026-12-31", "inför vem den svarar sedan"):
        assert words in preview
    seen = {**sure, "step": "preview", "seen0": str(group.pk)}
    assert ask.post(save, {**seen, "seen0": "0"}).status_code == 409
    assert ask.post(save, seen).status_code == 302

    group.refresh_from_db()
    assert str(group.until_date) == "2026-12-31"
    assert group.until_decision == "att avsluta gruppen"
    page = ask.get(Decision.objects.get().get_absolute_url()).content.decode()
    assert f'href="{group.get_absolute_url()}"' in page
    # It cannot be ended twice: it is not offered any longer.
    assert ask.post(save, {**seen, "c0-wording": "att åter avsluta"}).status_code == 422


def test_a_decision_that_starts_a_body_ends_none(ask: Client) -> None:
    network = entitled(to=Deciding.CHANGE_BODIES)
    sure = {
        "body": network.pk, "decided_date": DAY.isoformat(), "rows": 1, "step": "preview",
        "c0-wording": "att starta en grupp", "c0-what": "change_bodies", "e0-body": "",
        "e0-until_date": "",
    }  # fmt: skip

    assert ask.post(reverse("decisions:save"), sure).status_code == 302

    assert not Effect.objects.exists()
