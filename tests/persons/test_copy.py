"""A person gets everything that the database holds about them, also what a later context stores.

Seen red: with one model left out of `ties`, with auto-created tables left out, with the secrets
shown, with a trace that told the row’s text, and with entries about the person left out.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection, models
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from samklang.accounts.models import User
from samklang.agreements.models import EventKind
from samklang.audit.models import Entry
from samklang.organizations.actions import end, give
from samklang.organizations.models import Membership, Role
from samklang.persons.held import held_about
from samklang.persons.ties import ties
from samklang.persons.wording import _KINDS
from tests import cast

pytestmark = pytest.mark.django_db
QUOTE = "Hemligt utkast om mossan"


def copy_of(user: User) -> dict[str, dict[str, Any]]:
    held = held_about(user, now=timezone.now()).as_json()
    return {section["kind"]: section for section in held["sections"]}


def unpacked(content: bytes) -> tuple[dict[str, Any], str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        told = json.loads(archive.read("mina-uppgifter.json"))
        return told, archive.read("mina-uppgifter.html").decode()


@pytest.fixture
def later_model() -> Iterator[type[models.Model]]:
    """A model that some later context adds, with nothing said about it to anybody."""
    attributes = {
        "__module__": "samklang.portal.models",
        "note": models.TextField("anteckning"),
        "who": models.ForeignKey(User, models.CASCADE, related_name="+"),
    }
    meta = type("Meta", (), {"app_label": "portal"})
    later: type[models.Model] = type("Later", (models.Model,), {**attributes, "Meta": meta})
    with connection.cursor() as cursor:  # goes with the test's transaction
        cursor.execute("CREATE TABLE portal_later (id integer, note text, who_id integer)")
    yield later
    del apps.all_models["portal"]["later"]
    apps.clear_cache()


def test_what_a_later_context_stores_is_there_by_itself(later_model: type[models.Model]) -> None:
    anna, bo = cast.person("anna"), cast.person("bo")
    later_model._default_manager.create(id=1, note="om Anna", who=anna)
    later_model._default_manager.create(id=2, note="om Bo", who=bo)

    rows = copy_of(anna)["portal.Later"]["rows"]

    assert [row["note"] for row in rows] == ["om Anna"]


def test_every_key_to_a_person_that_the_database_knows_is_followed() -> None:
    """The database is asked, not the models: what it refers to a person by."""
    followed = {(t.model._meta.db_table, field.column) for t in ties() for field in t.fields}
    followed.add((Entry._meta.db_table, "actor_id"))

    with connection.cursor() as cursor:
        keys = {
            (table, column)
            for table in connection.introspection.table_names(cursor)
            for column, (_there, to) in connection.introspection.get_relations(
                cursor, table
            ).items()
            if to == User._meta.db_table
        }

    assert len(keys) > 20
    assert keys - followed == set()


def test_the_kinds_have_words_that_people_use() -> None:
    labels = {tie.model._meta.label_lower for tie in ties() if not tie.model._meta.auto_created}

    assert labels - set(_KINDS) == {"account.emailconfirmation"} & labels


def test_rights_and_what_others_did_about_them_are_there_whole() -> None:
    anna, chief = cast.person("anna", None), cast.person("chief")
    home = cast.organization()
    seat = give(anna, home, role=Role.EDITOR, by=chief, today=cast.TODAY)
    end(seat, by=chief, today=cast.TODAY)

    told = copy_of(anna)

    assert [row["verb"] for row in told["record.about"]["rows"]] == ["right.ended", "right.given"]
    assert told["record.about"]["rows"][1]["details"]["role"] == Role.EDITOR
    assert told["accounts.User"]["rows"][0]["username"] == "anna"
    give(anna, home, role=Role.READER, by=chief, today=cast.TODAY)
    [right] = copy_of(anna)["organizations.Membership"]["rows"]
    assert (right["organization"], right["role"]) == ("Lund kommun", Role.READER)
    # Who did it is somebody else's.
    assert "chief" not in json.dumps(copy_of(anna), default=str).lower()


def test_of_an_organizations_text_only_what_and_when_is_told() -> None:
    anna = cast.person("anna")
    event = cast.event(cast.edition(cast.agreement()), EventKind.ENDS, "2027", quote=QUOTE)
    event.recorded_by = anna
    event.save()

    told = copy_of(anna)

    [row] = told["agreements.ValidityEvent"]["rows"]
    assert row["number"] == event.pk
    assert QUOTE not in json.dumps(told, default=str)


def test_where_they_are_named_in_text_is_counted_and_no_part_of_a_word_is() -> None:
    asa = cast.person("åsa lind", None)
    cast.agreement(f"Avtal som {asa.name} höll i")
    cast.agreement("Avtal för Åsa Lindesberg")

    [named] = copy_of(asa)["mentions"]["rows"]

    assert (named["where"], named["rows"]) == ("Agreements", 1)


def test_no_key_or_password_is_in_the_copy() -> None:
    anna = cast.person("anna")
    anna.set_password("lösenord som ingen ser")
    anna.save()

    [account] = copy_of(anna)["accounts.User"]["rows"]

    assert anna.password not in json.dumps(account, default=str)
    assert account["password"]


def test_anybody_takes_out_their_own_copy_and_the_record_tells() -> None:
    anna, client = cast.person("anna"), Client()
    client.force_login(anna)
    assert reverse("persons:own_copy") in client.get(reverse("accounts:account")).content.decode()

    answer = client.post(reverse("persons:own_copy"))

    told, readable = unpacked(answer.content)
    assert answer["Content-Disposition"] == 'attachment; filename="mina-uppgifter.zip"'
    assert "no-store" in answer["Cache-Control"]
    assert told["person"] == anna.pk
    assert "Anna" in readable
    assert "<h2>Dina rättigheter</h2>" in readable
    entry = Entry.objects.get(verb="person.handed_out")
    assert (entry.actor, entry.target_id) == (anna, anna.pk)


def test_the_command_writes_the_same_copy_once(tmp_path: Any) -> None:
    anna = cast.person("anna")
    path = tmp_path / "anna.zip"

    call_command("export_person", "anna", "--to", str(path))

    assert unpacked(path.read_bytes())[0]["person"] == anna.pk
    assert path.stat().st_mode & 0o077 == 0
    with pytest.raises(CommandError, match="is there already"):
        call_command("export_person", "anna", "--to", str(path))
    with pytest.raises(CommandError, match="no account"):
        call_command("export_person", "ingen")
    assert Membership.objects.filter(user=anna).exists()
