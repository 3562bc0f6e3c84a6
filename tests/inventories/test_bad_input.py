"""Every kind of bad file, through the browser and through the command, all in one batch.

Each gets its own sentence, which says what to do; the good one among them is read.
"""

from __future__ import annotations

import io
import json
from html import unescape
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from samklang.inventories import jobs
from samklang.inventories.faults import (
    CAUTIONS,
    FAULTS,
    WARNINGS,
    caution_sentence,
    fault_sentence,
    warning_sentence,
)
from samklang.inventories.lifecycle import State
from samklang.inventories.models import Batch, Reading
from tests.inventories import bad_files, desk
from tests.inventories.bad_files import TEST_NUMBER, Trouble

pytestmark = pytest.mark.slow

GOOD = "bra.docx"


def sentence_about(trouble: Trouble, details: dict[str, str], quote: str = "") -> str:
    if trouble.fault:
        return fault_sentence(trouble.fault, details)
    if trouble.said in CAUTIONS:
        return caution_sentence(trouble.said, quote, "")
    return warning_sentence(trouble.said)


def test_every_trouble_has_a_sentence_that_is_not_anothers() -> None:
    known = {**FAULTS, **CAUTIONS, **WARNINGS}

    assert {one.code.partition(":")[0] for one in bad_files.troubles()} <= set(known)


def quote_of(reading: Reading) -> str:
    return next(iter(one["quote"] for one in (reading.result or {}).get("warnings", ())), "")


@pytest.mark.django_db
def test_in_the_browser_each_bad_file_has_its_sentence_and_the_good_one_is_read(
    client: Client,
) -> None:
    lund = desk.desk()
    client.force_login(lund.ester)
    sent = [desk.upload(one.name, one.content) for one in bad_files.troubles()]

    handed_in = client.post(
        reverse("inventories:receive"), {"documents": [*sent, desk.word_file(GOOD)]}
    )
    batch = Batch.objects.get()
    jobs.read_batch.call(batch.pk)

    assert handed_in.status_code == 302
    *readings, good = batch.readings.all()
    assert good.state == State.READ
    page = unescape(client.get(batch.get_absolute_url()).content.decode())
    for trouble, reading in zip(bad_files.troubles(), readings, strict=True):
        assert (reading.name, reading.fault) == (trouble.name, trouble.fault)
        shown = unescape(client.get(reading.get_absolute_url()).content.decode())
        said = sentence_about(trouble, reading.fault_details, quote_of(reading))
        assert said
        assert said in shown, trouble.name
        if trouble.fault:
            assert said in page
            assert reading.state == State.SET_ASIDE


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    for one in bad_files.troubles():
        (tmp_path / one.name).write_bytes(one.content)
    (tmp_path / GOOD).write_bytes(desk.word_file().read())
    return tmp_path


def test_on_the_command_line_each_bad_file_has_its_sentence_and_the_good_one_is_read(
    pile: Path,
) -> None:
    table, lines = io.StringIO(), io.StringIO()
    with override("sv"):
        call_command("read", str(pile), stdout=table)
        call_command("read", "--json", str(pile), stdout=lines)

        told = {
            Path(one["file"]).name: one for one in map(json.loads, lines.getvalue().splitlines())
        }
        assert told[GOOD]["kind"] == "local_agreement"
        assert len(told) == len(bad_files.troubles()) + 1
        for trouble in bad_files.troubles():
            line = told[trouble.name]
            assert line.get("fault", "") == trouble.fault
            quote = next((one["quote"] for one in line.get("warnings", ())), "")
            said = sentence_about(trouble, line.get("details", {}), quote)
            assert said in table.getvalue(), trouble.name


def test_a_locked_zip_says_so_of_each_file_in_it(tmp_path: Path) -> None:
    (tmp_path / "last.zip").write_bytes(bad_files.locked_zip())
    lines = io.StringIO()

    call_command("read", "--json", str(tmp_path), stdout=lines)

    (line,) = map(json.loads, lines.getvalue().splitlines())
    assert (Path(line["file"]).name, line["fault"]) == ("hemlig.txt", "encrypted")


def test_names_that_are_no_text_or_hold_a_number_are_written_safely(tmp_path: Path) -> None:
    strange = bytes(tmp_path / "avtal-") + b"\xff.txt"
    Path(strange.decode("utf-8", "surrogateescape")).write_bytes(desk.text_file().read())
    (tmp_path / f"{TEST_NUMBER}.txt").write_bytes(b"")
    table, lines = io.StringIO(), io.StringIO()

    call_command("read", str(tmp_path), stdout=table)
    call_command("read", "--json", str(tmp_path), stdout=lines)

    for written in (table.getvalue(), lines.getvalue()):
        assert written.encode()
        assert "avtal-\N{REPLACEMENT CHARACTER}.txt" in written
        assert TEST_NUMBER not in written
        assert "••••••-••••.txt" in written


@pytest.mark.django_db
def test_a_personal_number_is_hidden_everywhere_until_somebody_decides(client: Client) -> None:
    lund = desk.desk()
    client.force_login(lund.ester)
    about = f"Om {TEST_NUMBER[:6]}\N{EN DASH}{TEST_NUMBER[7:]}."
    (reading,) = lund.read(desk.text_file(f"Avtal {TEST_NUMBER}.txt", (*desk.LINES, about)))
    pages = [
        reverse("inventories:batches"),
        reading.batch.get_absolute_url(),
        reading.get_absolute_url(),
    ]

    assert reading.state == State.QUARANTINED
    for page in pages:
        shown = client.get(page).content.decode()
        assert TEST_NUMBER not in shown
        assert "Lokal samverkansöverenskommelse" not in shown
    client.post(reverse("inventories:release", args=[reading.pk]))
    shown = client.get(reading.get_absolute_url()).content.decode()
    assert "••••••–••••" in shown
    assert TEST_NUMBER[7:] not in shown


@pytest.mark.django_db
def test_the_same_text_in_another_format_is_said_to_be_likely_the_same(client: Client) -> None:
    lund = desk.desk()
    client.force_login(lund.ester)
    (first,) = lund.read(desk.word_file("lok.docx"))
    (other,) = lund.read(desk.text_file("något-annat.txt", ("Mötesanteckningar om annat",) * 9))

    (again,) = lund.read(desk.text_file("lok.txt"))

    assert (other.resembles, again.resembles, again.state) == (None, first, State.READ)
    for page in (again.get_absolute_url(), again.batch.get_absolute_url()):
        shown = unescape(client.get(page).content.decode())
        assert "Texten är med största sannolikhet densamma som i ”lok.docx”, inlämnad" in shown
        assert first.get_absolute_url() in shown


@pytest.mark.django_db
def test_what_another_organization_has_read_is_not_told_of() -> None:
    lund = desk.desk()
    lund.read(desk.word_file("lok.docx"))
    Reading.objects.update(organization=lund.region)
    Batch.objects.update(organization=lund.region)
    for reading in Reading.objects.select_related("file"):
        assert reading.file is not None
        reading.file.organization = lund.region
        reading.file.save()

    (again,) = lund.read(desk.text_file("lok.txt"))

    assert again.resembles is None
