"""Everything invented leaves in one command, and the county's own facts stay byte for byte.

Seen red: with the county's bodies not put back, and with a body let answer to an invented one.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core import serializers
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command

from samklang.accounts.models import User
from samklang.agreements.actions import register_read_agreement
from samklang.agreements.confirmed import ConfirmedEvent, ConfirmedFacts
from samklang.agreements.models import Agreement, Edition, EventKind, Level
from samklang.audit.models import Entry
from samklang.audit.verifying import record_faults
from samklang.common.periods import StatedDate
from samklang.documents.models import File
from samklang.inventories.models import Batch, Finding, Reading
from samklang.meetings.api import (
    ItemWords,
    Plan,
    ReadItem,
    ReadMeeting,
    register_read_meeting,
)
from samklang.organizations import actions as bodies
from samklang.organizations.acting import acting
from samklang.organizations.models import Body, Membership, Organization, Partnership, Role
from samklang.organizations.recording import Described, Started
from samklang.setup import demo, loading, packs, removal
from samklang.texts.actions import lay_out
from samklang.texts.models import Section
from tests import cast

CODE = "se-dalarna"
TODAY = date(2026, 11, 24)
# What a county's own facts are stored in, and what only tells of changes.
OURS = (
    "organizations",
    "library",
    "agreements",
    "inventories",
    "documents",
    "reporting",
    "texts",
    "meetings",
    "decisions",
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def facts() -> dict[str, str]:
    """Return every row of the county as JSON, byte for byte, except that demo stands beside it."""
    return {
        model._meta.label: serializers.serialize("json", model._base_manager.order_by("pk"))
        for context in OURS
        for model in apps.get_app_config(context).get_models()
    }


def told(of: dict[str, str]) -> dict[str, list[str]]:
    """Leave out which row says it and when it was written: what is said remains."""
    return {
        label: sorted(
            str([value for name, value in row["fields"].items() if name not in WRITING])
            for row in json.loads(rows)
        )
        for label, rows in of.items()
    }


WRITING = {"recorded_at", "edition"}


@pytest.mark.one_database
def test_the_countys_facts_are_the_same_before_and_after() -> None:
    loading.load(packs.county(CODE))
    before = facts()

    demo.load(packs.demo(f"{CODE}-demo"))
    assert facts() != before
    removed = removal.remove(packs.demo(f"{CODE}-demo"))

    assert facts() == before
    assert (removed.persons, removed.mixed) == (7, ())


def test_what_the_invented_did_with_the_countys_bodies_is_undone() -> None:
    home = loading.load(packs.county(CODE))
    before = told(facts())
    demo.load(packs.demo(f"{CODE}-demo"))
    tove = acting(User.objects.get(username="tove"), today=TODAY)
    group = Body.objects.get(code="processgrupp-samsjuklighet")
    said = Described("Gruppen", "", "steering", "support", None, "Annat.")
    bodies.move_body(group, parent_id=None, from_date=TODAY, by=tove)
    bodies.describe_body(group, said, by=tove)
    charter = group.charters.get(code="uppdragsbeskrivning-2026")
    bodies.end_charter(charter, until_date=TODAY, end_note="Nytt.", by=tove)
    bodies.end_body(group, until_date=TODAY, until_decision="§ 1", by=tove)
    made = bodies.start_body(home.pk, said, Started(TODAY, "§ 2", group.pk), by=tove)
    # Somebody real lets a real body answer to an invented one.
    unit = Organization.objects.get(code="rss-dalarna")
    real = acting(cast.person("real", Role.COORDINATOR, of=unit), today=TODAY)
    council = Body.objects.get(code="socialchefsnatverket")
    bodies.move_body(council, parent_id=made.pk, from_date=TODAY, by=real)

    removal.remove(packs.demo(f"{CODE}-demo"))

    after = told(facts())
    for model in ("Body", "Charter", "Post", "Power", "ReportingLine"):
        assert after[f"organizations.{model}"] == before[f"organizations.{model}"], model


def test_nothing_of_the_invented_persons_is_left() -> None:
    demo.load(packs.demo(f"{CODE}-demo"))

    removal.remove(packs.demo(f"{CODE}-demo"))

    assert not User.objects.exists()
    assert not Membership.objects.exists()
    assert not Finding.objects.exists()
    assert set(Agreement.objects.values_list("level", flat=True)) == {Level.REGIONAL}


@pytest.mark.one_database
def test_the_record_keeps_what_was_removed_and_who_did_it_without_a_name() -> None:
    """Seen red: with pseudonymize left out, the name is still there."""
    demo.load(packs.demo(f"{CODE}-demo"))
    register(None, title="Helt nytt avtal")
    before = Entry.objects.count()

    removal.remove(packs.demo(f"{CODE}-demo"))

    left = User.objects.get()
    entry = Entry.objects.get(verb="agreement.registered")
    assert Entry.objects.count() == before + 1
    assert (entry.actor, left.is_active) == (left, False)
    assert (left.username, left.email, left.last_name) == (f"borttagen-{left.pk}", "", "")
    assert "Karin" not in str(left)
    assert list(record_faults()) == []


def test_the_demo_can_come_again_and_go_again() -> None:
    loading.load(packs.county(CODE))
    before = facts()
    for _time in range(2):
        demo.load(packs.demo(f"{CODE}-demo"))
        regional = Agreement.objects.regional().order_by("pk")[0]
        register(None, title=regional.title, known=regional)
        removed = removal.remove(packs.demo(f"{CODE}-demo"))

    assert told(facts()) == told(before)
    assert (removed.persons, removed.mixed) == (7, ())


@pytest.mark.one_database
def test_the_header_stops_saying_demo() -> None:
    home = demo.load(packs.demo(f"{CODE}-demo"))
    assert Partnership.objects.get(pk=home.pk).demo

    removal.remove(packs.demo(f"{CODE}-demo"))

    assert not Partnership.objects.get(pk=home.pk).demo


def test_what_an_invented_person_did_goes_too(
    django_capture_on_commit_callbacks: Any,
) -> None:
    loading.load(packs.county(CODE))
    before = facts()
    demo.load(packs.demo(f"{CODE}-demo"))
    file = received_by("karin")
    regional = Agreement.objects.regional().order_by("pk")[0]

    minuted_from(file)
    register(file, title="Helt nytt avtal")
    register(file, title=regional.title, known=regional)
    with django_capture_on_commit_callbacks(execute=True):
        removed = removal.remove(packs.demo(f"{CODE}-demo"))

    assert told(facts()) == told(before)
    assert removed.mixed == ()
    assert not Path(file.content.path).exists()


@pytest.mark.one_database
def test_what_a_real_person_also_changed_is_pointed_out() -> None:
    loading.load(packs.county(CODE))
    demo.load(packs.demo(f"{CODE}-demo"))
    regional = Agreement.objects.regional().order_by("pk")[0]
    real = cast.person("rut", "editor", of=regional.keeper)
    demo_person = User.objects.get(username="tove")
    for user in (real, demo_person):
        register(None, title=regional.title, known=regional, by=user)

    removed = removal.remove(packs.demo(f"{CODE}-demo"))

    assert removed.mixed == (regional.title,)
    assert User.objects.filter(username="rut").exists()


@pytest.mark.one_database
def test_a_real_account_is_never_taken_for_a_demo_person() -> None:
    User.objects.create_user("tove")

    with pytest.raises(CommandError, match="'tove' is a real account"):
        call_command("demo", "load")


@pytest.mark.one_database
def test_nothing_invented_is_loaded_in_production(settings: Any) -> None:
    settings.SAMKLANG_PRODUCTION = True

    with pytest.raises(CommandError, match="SAMKLANG_PRODUCTION"):
        call_command("demo", "load")


def received_by(username: str) -> File:
    """Let an invented person hand in a file, and have it read."""
    user = User.objects.get(username=username)
    home = Membership.objects.get(user=user).organization
    file = File.objects.create(
        organization=home,
        name="avtal.txt",
        sha256="0" * 64,
        size=1,
        format="txt",
        content=ContentFile(b"x", name="avtal.txt"),
        received_from=user,
    )
    batch = Batch.objects.create(organization=home, received_by=user)
    Reading.objects.create(
        batch=batch, organization=home, name=file.name, sha256="0" * 64, file=file
    )
    return file


def minuted_from(file: File) -> None:
    """Let the invented person confirm a meeting from the file."""
    user, home = User.objects.get(username="karin"), Organization.objects.get(code="2062")
    items = (ReadItem(1, "", ItemWords("Mossan", ("for_decision",)), ("1",), ("att gå.",)),)
    read = ReadMeeting(
        partnership_id=home.partnership_id,
        keeper_id=home.pk,
        body_id=Body.objects.filter(partnership=home.partnership)[0].pk,
        file_id=file.pk,
        plan=Plan(date=TODAY),
        is_held=True,
        items=items,
    )
    register_read_meeting(read, by=acting(user, today=TODAY))


def register(
    file: File | None, *, title: str, known: Agreement | None = None, by: User | None = None
) -> None:
    user = by or User.objects.get(username="karin")
    home = Organization.objects.get(code="2062")
    pattern = known or Agreement.objects.regional().order_by("pk")[0]
    facts_read = ConfirmedFacts(
        partnership_id=home.partnership_id,
        level=Level.REGIONAL if known else Level.LOCAL,
        area_id=pattern.area_id,
        title=title,
        party_ids=(home.pk,),
        known_agreement_id=known.pk if known else None,
        events=(ConfirmedEvent(EventKind.STARTS, StatedDate.parse("2012-01-01")),),
        file_id=file.pk if file else None,
    )
    register_read_agreement(facts_read, by=acting(user, today=TODAY))


def test_what_somebody_real_wrote_in_an_invented_text_goes_with_it_and_nothing_is_in_the_way() -> (
    None
):
    """Seen red: without `forget_texts`, the invented agreements could not be removed."""
    demo.load(packs.demo(f"{CODE}-demo"))
    invented = Edition.objects.filter(agreement__demo=True).order_by("pk")[0]
    home = invented.agreement.keeper
    siri = acting(cast.person("siri", of=home), today=TODAY)
    lay_out(invented, [Section(heading="Syfte")], [], by=siri)

    removal.remove(packs.demo(f"{CODE}-demo"))

    assert not Section.objects.exists()
    assert not Agreement.objects.filter(demo=True).exists()
