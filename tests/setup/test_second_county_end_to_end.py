"""From an empty database to a frozen report, in a county that no line of code has heard of.

Its pack says what its two levels and its parties are called. It shares a language, and so the
reading rules, with the country that has them; its own places are written here. Seen red with a
county's word written in a template, and with the reader's folders taken from one pack only.
"""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from samklang.accounts.models import User
from samklang.agreements.models import Agreement, EventKind
from samklang.audit.models import Entry
from samklang.inventories import jobs
from samklang.inventories.lifecycle import State
from samklang.inventories.models import Reading
from samklang.library.models import Area
from samklang.organizations.models import Organization
from samklang.reporting.models import Report
from tests.architecture.tree import ROOT
from tests.inventories import desk

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.one_database]

SECRET = "en lång fras om skogen"  # noqa: S105  # of a person who lives in this test only
PLACES = """
[authorities]
"Granby" = "Granby bygd"

[[county]]
code = "N"
name = "Nordmark"
region = "Landskapet Nordmark"
municipalities = ["Bergvik", "Dalom", "Furuhed", "Granby"]
"""
LINES = (
    "Bygdeavtal om äldre i skogsbygd",
    "Parter: Granby bygd och Landskapet Nordmark.",
    "Diarienummer: GB 2026/3",
    "Giltigt från och med: 2026-01-01",
    "Giltigt till och med: 2029-06-30",
    "Parterna är överens om att hjälpas åt.",
)
DAY = "2026-11-24"
FOREIGN = re.compile(r"\bkommun|\bRÖK|\bLÖK|Dalarna", re.IGNORECASE)


@pytest.fixture
def nordmark(tmp_path: Path, settings: Any) -> None:
    """Install the county the way its operator does, with two accounts."""
    shutil.copytree(ROOT / "packs", tmp_path / "packs")
    reading = tmp_path / "packs" / "xx" / "reading"
    shutil.copytree(ROOT / "packs" / "se" / "reading", reading, dirs_exist_ok=True)
    places = tmp_path / "packs" / "xx" / "reading" / "places.toml"
    places.write_text(PLACES, encoding="utf-8")
    settings.SAMKLANG_PACKS_DIR = tmp_path / "packs"
    call_command("load_pack", "xx-nordmark", verbosity=0)
    for name, home, role in (("gun", "granby", "editor"), ("lars", "landskapet", "coordinator")):
        User.objects.create_user(name, password=SECRET, name=name.title())
        call_command("seat", name, home, role, county="xx-nordmark", verbosity=0)


def signed_in(name: str) -> Client:
    client = Client()
    answer = client.post(reverse("accounts:sign_in"), {"login": name, "password": SECRET})
    assert answer.headers["Location"] == reverse("portal:county")
    return client


def page(client: Client, address: str) -> str:
    """Return the page's words; none of them is another county's."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    words = re.sub(r"<[^>]*>", " ", answer.content.decode())
    assert FOREIGN.findall(words) == [], address
    return words


def handed_in(gun: Client) -> Reading:
    sent = {"documents": [desk.text_file("bygdeavtal.txt", LINES)], "organization": ""}
    assert gun.post(reverse("inventories:receive"), sent).status_code == 302
    reading = Reading.objects.get()
    jobs.read_batch.call(reading.batch_id)
    reading.refresh_from_db()
    return reading


def answers() -> dict[str, object]:
    """Accept what was read, and fill in what the shared rules could not know."""
    parties = Organization.objects.filter(code__in=("granby", "landskapet"))
    granby = parties.get(code="granby")
    return {
        "title-answer": "accept",
        "area-answer": "accept",
        "diary-0-answer": "accept",
        "diary-0-organization": granby.pk,
        "parent-answer": "accept",
        "kind-value": "local_agreement",
        "parties-answer": "change",
        "parties-value": [one.pk for one in parties],
        "keeper-value": granby.pk,
        "standing-value": "known_to_hold",
        "standing-how": "Bygdens arkiv har det som gällande.",
        "valid_from-answer": "accept",
        "valid_until-answer": "accept",
    }


def confirmed(gun: Client) -> Agreement:
    reading = handed_in(gun)
    answer = gun.post(reverse("inventories:confirm", args=[reading.pk]), answers())
    assert answer.status_code == 302, answer.content.decode()
    return Agreement.objects.get(title=LINES[0])


def test_the_areas_and_parties_are_those_of_the_pack(nordmark: None) -> None:
    assert list(Area.objects.values_list("code", flat=True)) == ["older_people", "family_centre"]
    assert list(Organization.objects.local().values_list("short_name", flat=True)) == [
        "Bergvik",
        "Dalom",
        "Furuhed",
        "Granby",
    ]


def test_a_file_is_read_with_the_countys_own_places(nordmark: None) -> None:
    reading = handed_in(signed_in("gun"))

    assert reading.state == State.READ
    assert reading.result is not None
    assert [one["value"] for one in reading.result["areas"]] == ["older_people"]
    assert [one["value"] for one in reading.result["diary_numbers"]] == ["GB 2026/3"]


def test_what_is_confirmed_is_in_the_register_with_its_regional_one(nordmark: None) -> None:
    made = confirmed(signed_in("gun"))

    assert made.keeper.code == "granby"
    assert made.parent == Agreement.objects.get(title="Ramavtal om äldre i skogsbygd")
    edition = made.editions.get()
    assert {event.kind: str(event.stated) for event in edition.validity_events.all()} == {
        EventKind.STARTS: "2026-01-01",
        EventKind.ENDS: "2029-06-30",
        EventKind.KNOWN_TO_HOLD: "None",
    }
    assert Entry.objects.filter(verb="agreement.registered", target_id=made.pk).exists()


def test_the_county_picture_counts_it(nordmark: None) -> None:
    gun = signed_in("gun")
    before = page(gun, f"{reverse('portal:county')}?on={DAY}")
    confirmed(gun)

    after = page(gun, f"{reverse('portal:county')}?on={DAY}")

    assert "1 av 8 bygdeavtal finns" in before
    assert "2 av 8 bygdeavtal finns" in after


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("portal:area", ["older_people"], "2029-06-30"),
        ("portal:cell", ["granby", "older_people"], "I registret finns 1 bygdeavtal"),
        ("portal:cell", ["dalom", "older_people"], "Ingen i Dalom har svarat"),
        ("agreements:register", [], "Bygdeavtal om äldre i skogsbygd"),
        ("inventories:batches", [], "1 fil"),
        ("reporting:draft", [], "Granby"),
    ],
)
def test_every_page_says_it_in_the_countys_words(
    nordmark: None, name: str, arguments: list[str], said: str
) -> None:
    gun = signed_in("gun")
    confirmed(gun)

    assert said in page(gun, f"{reverse(name, args=arguments)}?on={DAY}")


def test_the_workbook_and_the_pictures_say_the_same(nordmark: None) -> None:
    gun = signed_in("gun")
    confirmed(gun)

    book = load_workbook(BytesIO(gun.get(f"{reverse('portal:sheet')}?on={DAY}").content))
    ends = {
        row[0].value: row[5].value.date().isoformat()
        for row in book.worksheets[1].iter_rows(min_row=2)
        if row[5].value
    }
    drawn = gun.get(f"{reverse('portal:matrix_picture', args=['svg'])}?on={DAY}").content.decode()

    assert ends == {"Bergvik": "2029-12-31", "Granby": "2029-06-30"}
    assert book.worksheets[0]["A1"].value == "Bygd"
    said = "".join(ET.fromstring(drawn).itertext())  # noqa: S314  # our own
    assert "Granby" in said
    assert FOREIGN.findall(said) == []


def approved() -> tuple[Client, Report]:
    gun, lars = signed_in("gun"), signed_in("lars")
    confirmed(gun)
    draft = lars.get(reverse("reporting:draft"), {"on": DAY, "area": "older_people"})
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', draft.content.decode())
    assert seen
    sent = {"on": DAY, "area": "older_people", "seen": seen[1], "addressed_to": "Landsrådet"}
    answer = lars.post(reverse("reporting:approve"), sent)
    assert answer.status_code == 302, answer.content.decode()
    return gun, Report.objects.get()


def test_a_coordinator_freezes_the_report_and_everybody_reads_it(nordmark: None) -> None:
    gun, report = approved()

    said = page(gun, report.get_absolute_url())

    assert "Landsrådet" in said
    figures = json.loads(report.figures)
    assert figures["areas"][0]["answers"] == {"yes": 2, "no": 0, "no_answer": 2}


@pytest.mark.parametrize("kind", ["docx", "pptx", "xlsx", "json", "pdf"])
def test_every_file_of_the_report_is_in_the_countys_words(nordmark: None, kind: str) -> None:
    gun, report = approved()

    content = gun.get(reverse("reporting:file", args=[report.pk, kind])).content
    said = words_of(content)

    assert "Granby" in said
    assert FOREIGN.findall(said) == []


def words_of(content: bytes) -> str:
    """Return what somebody reads in the file, of whatever kind it is."""
    if content.startswith(b"%PDF"):
        opened = pypdfium2.PdfDocument(content)
        return " ".join(one.get_textpage().get_text_range() for one in opened)
    if not content.startswith(b"PK"):
        return content.decode()
    with zipfile.ZipFile(BytesIO(content)) as package:
        parts = [package.read(name) for name in package.namelist() if name.endswith(".xml")]
    return " ".join(" ".join(ET.fromstring(part).itertext()) for part in parts)  # noqa: S314


def test_without_reading_rules_a_file_is_kept_and_the_reason_said(
    nordmark: None, settings: Any
) -> None:
    """As the pack is shipped: nothing is guessed with another country's rules."""
    settings.SAMKLANG_PACKS_DIR = ROOT / "packs"

    reading = handed_in(signed_in("gun"))

    assert (reading.state, reading.fault) == (State.SET_ASIDE, "no_reading_rules")
    assert reading.file is not None
    assert "saknar läsregler" in page(signed_in("gun"), reading.get_absolute_url())
