"""Minutes that are handed in become a meeting when a person has confirmed what was read.

The genuine minutes are beside the repository (../shared), and are left out where they are not.
Seen red: with a heading or a standing item made a matter, with what was left out or mended taken as
it was read, with a matter of the same title begun anew, with a month taken for a day, with the body
not found above its decision, with names that wait for their place forgotten, with the meeting left
in the register when it is taken back, and with nothing said to be missing.
"""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samklang.inventories.lifecycle import State
from samklang.inventories.models import Reading
from samklang.meetings.models import AgendaItem, Attendance, Matter, Meeting
from samklang.organizations.models import Body, Role
from tests import cast
from tests.inventories import desk
from tests.inventories.minutes import LINES, all_right, body, read
from tests.inventories.test_confirming import signed_in

SHARED = Path(__file__).parents[3] / "shared"
EXPECTED = SHARED / "real" / "expected.json"
SEED = "seeds/minnesanteckningar-lanschefsnatverket-2026.txt"
OURS = {"skriftlig": "in_writing", "information": "for_information", "dialog": "for_dialogue",
        "beslut": "for_decision"}  # fmt: skip
COMPARED = ("number", "letter", "title", "presenters", "attachments", "decisions")
genuine = pytest.mark.skipif(
    not EXPECTED.exists(), reason="the real documents are not beside the repository (../shared)"
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.one_database]


def confirm(client: Client, reading: Reading, sent: dict[str, object]) -> tuple[int, str]:
    answer = client.post(reverse("inventories:confirm_meeting", args=[reading.pk]), sent)
    return answer.status_code, answer.content.decode()


def as_expected(meeting: Meeting) -> list[dict[str, Any]]:
    """Say the meeting's rows as the careful reader wrote them down."""
    return [
        {
            "number": item.number,
            "letter": item.letter or None,
            "kinds": item.kinds,
            "title": item.title,
            "presenters": [str(one) for one in item.presenters.all()],
            "attachments": [f"Bilaga {one.label}" for one in item.attachments.all()],
            "decisions": [one.wording for one in item.clauses.all()],
        }
        for item in meeting.items.all()
    ]


MENDED = {
    "day-value": "14 mars 2026",
    "item-1-answer": "leave",
    "item-2-answer": "change",
    "item-2-title": "Stigar för alla och envar",
    "item-2-kinds": ["for_decision"],
    "item-2-presenters": "Tove Gran, skogvaktare, Region Skåne\nSten Berg",
    "item-2-attachments": "2; 7",
    "item-2-clauses": "att anta förslaget om stigar.",
}


def test_nothing_is_there_before_it_is_confirmed_and_what_the_head_lacks_is_said() -> None:
    lund = desk.desk()
    body(lund)
    reading = read(lund)
    client = signed_in(lund)

    page = client.get(reading.get_absolute_url()).content.decode()

    assert "Är det här mötet?" in page
    assert "Vi hittade inget om: Dag, Plats" in page
    assert "<q>(Bilaga 2)</q>" in page
    assert "<q>(Bilaga 2 A-B)</q>" in page
    # What was only concluded must be answered, and no month is a day.
    stated = {k: v for k, v in all_right(reading).items() if k.startswith("item-")}
    assert confirm(client, reading, stated)[0] == 422
    status, told = confirm(client, reading, all_right(reading, **{"day-value": "mars 2026"}))
    assert (status, "Skriv hela dagen" in told) == (422, True)
    assert not Meeting.objects.exists()


def test_minutes_become_a_meeting_as_the_person_mended_them() -> None:
    lund = desk.desk()
    network = body(lund)
    reading = read(lund)

    status, _page = confirm(signed_in(lund), reading, all_right(reading, **MENDED))

    assert status == 302
    meeting = Meeting.objects.get()
    said = (meeting.body, meeting.keeper, str(meeting.date), meeting.is_held)
    assert said == (network, lund.lund, "2026-03-14", True)
    assert [str(one) for one in Attendance.objects.all()] == [
        "Ask Björk, Lund",
        "Sten Berg, Höör",
        "Alva Ek, Hörby",
        "Ida Lind, Hörby",
    ]
    opening, paths, moss = as_expected(meeting)
    assert opening["title"] == "Mötets öppnande"
    assert paths == {
        "number": 2,
        "letter": "a",
        "kinds": ["for_decision"],
        "title": "Stigar för alla och envar",
        "presenters": ["Tove Gran, skogvaktare, Region Skåne", "Sten Berg"],
        "attachments": ["Bilaga 2", "Bilaga 7"],
        "decisions": ["att anta förslaget om stigar."],
    }
    # What every meeting has is no matter; what was dealt with is.
    assert [one.title for one in Matter.objects.all()] == [moss["title"], paths["title"]]


def test_the_county_reads_the_meeting_and_follows_a_matter_to_the_next_one() -> None:
    lund = desk.desk()
    body(lund)
    client, reader = signed_in(lund), Client()
    reader.force_login(cast.person("reader", Role.READER, of=lund.region))
    readings = [read(lund), read(lund, desk.text_file("igen.txt", (*LINES, "Sidan 1.")))]
    for one in readings:
        confirm(client, one, all_right(one))
        one.refresh_from_db()

    meeting = readings[0].meeting
    assert meeting is not None
    page = reader.get(meeting.get_absolute_url()).content.decode()
    receipt = client.get(readings[0].get_absolute_url()).content.decode()

    assert "Bilaga 2 och Bilaga 2 A-B kan förväxlas" in page
    assert "minnesanteckningar.txt" not in page
    assert meeting.get_absolute_url() in receipt
    assert reader.get(readings[0].get_absolute_url()).status_code == 404
    # A heading over items with letters is no matter of its own.
    titles = [one.title for one in Matter.objects.all()]
    assert titles == ["Mossan efter regnet", "Stigar för alla"]
    moss = Matter.objects.get(title="Mossan efter regnet")
    assert moss.items.count() == 2
    travels = reader.get(moss.get_absolute_url()).content.decode()
    assert travels.count("att lägga informationen till handlingarna.") == 2


def test_a_meeting_confirmed_by_mistake_is_taken_back_and_the_second_to_answer_is_told() -> None:
    lund = desk.desk()
    body(lund)
    reading = read(lund)
    client = signed_in(lund)
    sent = all_right(reading)
    assert confirm(client, reading, sent)[0] == 302

    late, told = confirm(client, reading, {**sent, "place-value": "Skogen"})
    undone = client.post(reverse("inventories:take_back", args=[reading.pk]))

    assert late == 409
    assert "<mark>Skogen</mark>" in told
    assert undone.status_code == 302
    reading.refresh_from_db()
    assert reading.state == State.READ
    assert not Meeting.objects.exists()
    assert not AgendaItem.objects.exists()
    assert not Matter.objects.exists()


@genuine
def test_the_networks_own_minutes_become_the_meeting_that_a_careful_reader_saw() -> None:
    expected = json.loads(EXPECTED.read_text("utf-8"))[SEED]
    lund = desk.desk()
    Body.objects.create(
        partnership=lund.home, code="lchnv", name=expected["meeting"]["body"], level="directors"
    )
    reading = read(lund, desk.upload("minnes.txt", (SHARED / SEED).read_bytes()))
    client = signed_in(lund)
    page = client.get(reading.get_absolute_url()).content.decode()

    assert confirm(client, reading, all_right(reading))[0] == 302

    meeting = Meeting.objects.get()
    wanted = [
        {name: one[name] for name in COMPARED} | {"kinds": [OURS[kind] for kind in one["kinds"]]}
        for one in expected["items"]
    ]
    assert as_expected(meeting) == wanted
    # What is missing at the head is said to be missing; the clash is shown with both quotes.
    assert (meeting.date, meeting.place) == (None, "")
    assert "Vi hittade inget om: Dag, Plats" in page
    assert "<q>(Bilaga 2)</q>" in page
    assert "<q>(Bilaga 2 A-B)</q>" in page
    present = {(one["name"], one["organisation"] or "") for one in expected["present"]}
    assert {(one.name, one.of) for one in meeting.attendances.all()} == present
    shown = client.get(meeting.get_absolute_url()).content.decode()
    assert "Bilaga 2 och Bilaga 2 A-B kan förväxlas" in shown


@genuine
def test_the_other_minutes_give_their_items() -> None:
    expected = json.loads(EXPECTED.read_text("utf-8"))
    lund = desk.desk()
    network = body(lund)
    client = signed_in(lund)
    names = [
        k for k, one in expected.items() if k != SEED and one.get("kind") in ("minutes", "agenda")
    ]
    assert names

    for key in names:
        text = unicodedata.normalize("NFC", (SHARED / key).read_text("utf-8"))
        reading = read(lund, desk.upload(Path(key).name, text.encode()))
        chosen = {"body-answer": "change", "body-value": network.pk}
        status, _page = confirm(client, reading, all_right(reading, **chosen))
        assert status == 302, key

        reading.refresh_from_db()
        assert reading.meeting is not None
        found = as_expected(reading.meeting)
        wanted = [one for one in expected[key]["items"] if one["title"]]
        assert len(found) == len(expected[key]["items"])
        for one in wanted:
            assert any(one["title"] in other["title"] for other in found), one["title"]


def test_the_minutes_that_an_agenda_plans_are_proposed_and_can_be_mended() -> None:
    lund = desk.desk()
    network = body(lund)
    lines = (
        "Dagordning Skogsnätverket 14 mars 2026",
        "1. Mötets öppnande (5 min)",
        "2. Information: Stigar för alla (20 min)",
        "3. Dialog: Mossan efter regnet (1 min)",
    )
    reading = read(lund, desk.text_file("dagordning.txt", lines))
    client = signed_in(lund)
    assert "<span>20 min</span>" in client.get(reading.get_absolute_url()).content.decode()
    changed = {"item-2-answer": "change", "item-2-title": "Mossan", "item-2-minutes": "0"}
    changed |= {"body-answer": "change", "body-value": str(network.pk)}

    status, told = confirm(client, reading, all_right(reading, **changed))
    assert (status, "Skriv hela minuter, från 1 till 600" in told) == (422, True)
    changed["item-2-minutes"] = "15"
    assert confirm(client, reading, all_right(reading, **changed))[0] == 302

    assert [one.planned_minutes for one in AgendaItem.objects.all()] == [5, 20, 15]
