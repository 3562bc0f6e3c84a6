"""Who read what is not decided is told to those who write it: once a day, and of nothing decided.

Seen red: with `record_read` left out of each of the three views, with `readers_of` of all files,
with the day left out of the question, with the entries told to everybody, with the rule about
decided texts left out, and with a database that cannot write let through.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from samklang.audit import actions as audit
from samklang.audit.models import Entry
from samklang.documents.api import keep
from samklang.organizations.models import Role
from tests import cast
from tests.architecture.scene import Scene

pytestmark = pytest.mark.django_db
READ = "Läste utkastet till utgåva 2"


def client(scene: Scene, persona: str) -> Client:
    made = Client()
    user = scene.person(persona)
    assert user is not None
    made.force_login(user)
    return made


def history(scene: Scene, persona: str) -> str:
    page = reverse("agreements:history", args=[scene.agreement.pk])
    return client(scene, persona).get(page).content.decode()


def reads() -> list[tuple[str, str, str, int]]:
    found = Entry.objects.filter(verb__in=("draft.read", "file.read")).order_by("number")
    return [(e.verb, str(e.actor), e.target_kind, e.target_id) for e in found]


def test_a_receiver_who_opens_a_shared_draft_is_told_of_to_those_inside() -> None:
    scene = Scene()
    draft = scene.share.thing_id
    receiver = client(scene, "receiver")
    page = reverse("agreements:detail", args=[scene.agreement.pk])

    for _time in range(3):
        receiver.get(page)

    assert reads() == [("draft.read", "Receiver", "agreements.edition", draft)]
    assert f"<strong>{READ}</strong>" in history(scene, "member")
    assert "<p>Receiver, Mora</p>" in history(scene, "member")


def test_it_is_told_to_nobody_else() -> None:
    scene = Scene()
    assert scene.share
    client(scene, "receiver").get(reverse("agreements:detail", args=[scene.agreement.pk]))

    for persona in ("other_party", "neighbour", "receiver"):
        assert READ not in history(scene, persona)


@pytest.mark.parametrize("persona", ["receiver", "member"])
def test_whoever_fetches_a_drafts_file_is_told_of(persona: str) -> None:
    scene = Scene()
    arguments = [scene.agreement.pk, scene.shared_text.file_id]
    user = client(scene, persona)

    assert user.get(reverse("agreements:download", args=arguments)).status_code == 200

    [(verb, who, _kind, _pk)] = reads()
    assert (verb, who) == ("draft.read", persona.title())
    assert READ in history(scene, "member")


def test_a_preview_is_a_reading() -> None:
    scene = Scene()
    arguments = ["utgava", scene.draft.pk, scene.receiving.pk]

    client(scene, "editor").get(reverse("sharing:preview", args=arguments))

    assert [one[:2] for one in reads()] == [("draft.read", "Editor")]


def test_the_next_day_is_another_reading() -> None:
    scene = Scene()
    user, pk = scene.person("receiver"), scene.draft.pk
    assert user is not None
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)

    def read_at(moment: datetime) -> None:
        # The record takes no change of an entry's moment, so its clock is set.
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(timezone, "now", lambda: moment)
            kind = "agreements.edition"
            audit.record_reading("draft.read", target_kind=kind, target_id=pk, by=user)

    read_at(midnight - timedelta(seconds=1))
    read_at(midnight)
    read_at(midnight + timedelta(hours=23))

    assert len(reads()) == 2


def test_of_what_is_decided_nobody_is_told_of() -> None:
    scene = Scene()
    file = scene.file_of(scene.adopted).file
    for persona in ("member", "other_party"):
        user = client(scene, persona)
        user.get(reverse("agreements:detail", args=[scene.agreement.pk]))
        user.get(reverse("agreements:download", args=[scene.agreement.pk, file.pk]))
    client(scene, "member").get(reverse("documents:download", args=[file.pk]))

    assert reads() == []


def test_who_fetched_a_received_file_stands_on_its_page() -> None:
    scene = Scene()
    file = scene.reading.file
    assert file is not None
    page = reverse("inventories:reading", args=[scene.reading.pk])
    assert "Vilka som har hämtat filen" not in client(scene, "editor").get(page).content.decode()

    for _time in range(2):
        client(scene, "member").get(reverse("documents:download", args=[file.pk]))

    assert reads() == [("file.read", "Member", "documents.file", file.pk)]
    another = keep("annan.txt", b"x", format="text", by=None, organization=scene.own)
    client(scene, "administrator").get(reverse("documents:download", args=[another.pk]))

    shown = client(scene, "editor").get(page).content.decode()

    assert "Vilka som har hämtat filen" in shown
    assert "<li>Member, " in shown
    assert "<li>Administrator, " not in shown


def test_a_database_that_cannot_write_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = Scene()
    arguments = [scene.agreement.pk, scene.shared_text.file_id]

    def full(**_said: Any) -> None:
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(audit, "append", full)
    answer = client(scene, "member").get(reverse("agreements:download", args=arguments))

    assert answer.status_code == 200
    assert reads() == []


def test_an_entry_says_for_whom_and_in_which_role() -> None:
    scene = Scene()
    arguments = [scene.agreement.pk, scene.shared_text.file_id]

    client(scene, "receiver").get(reverse("agreements:download", args=arguments))

    entry = Entry.objects.get(verb="draft.read")
    assert (entry.organization_id, entry.role) == (scene.receiving.pk, Role.EDITOR)
    assert cast.organization("mora").pk == scene.receiving.pk
