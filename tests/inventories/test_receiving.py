"""What happens to files at the door."""

from __future__ import annotations

import hashlib
import unicodedata

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samklang.audit.models import Entry
from samklang.documents.api import MAX_SIZE
from samklang.documents.models import File
from samklang.inventories import actions
from samklang.inventories.lifecycle import State
from tests.inventories import desk

pytestmark = pytest.mark.django_db


def test_each_file_is_kept_unchanged_and_waits() -> None:
    lund = desk.desk()
    sent = desk.text_file()

    batch = lund.hand_in(sent)

    reading = batch.readings.get()
    sent.seek(0)
    assert reading.state == State.WAITING
    assert reading.file is not None
    assert reading.file.content.read() == sent.read()
    assert reading.organization == lund.lund


def test_handing_in_is_recorded_and_stays_inside_the_organization() -> None:
    lund = desk.desk()

    batch = lund.hand_in(desk.text_file())

    entry = Entry.objects.get(verb="batch.received", target_id=batch.pk)
    assert entry.details == {"files": 1}
    assert entry.organization_id == lund.lund.pk


def test_an_empty_file_is_refused_with_its_name_and_hash_and_the_others_go_on() -> None:
    lund = desk.desk()

    batch = lund.hand_in(desk.upload("tom.docx", b""), desk.text_file())

    empty, whole = batch.readings.all()
    assert (empty.state, empty.fault, empty.file) == (State.SET_ASIDE, "empty", None)
    assert empty.sha256 == hashlib.sha256(b"").hexdigest()
    assert whole.state == State.WAITING
    assert File.objects.count() == 1


def test_a_file_of_200_megabytes_is_refused_without_being_kept() -> None:
    lund = desk.desk()
    huge = desk.upload("inspelning.pdf", b"%PDF-1.7")
    huge.size = 200 * 1024 * 1024

    reading = lund.hand_in(huge).readings.get()

    assert (reading.state, reading.fault) == (State.SET_ASIDE, "too_large")
    assert reading.fault_details == {"size": str(huge.size), "limit": str(MAX_SIZE)}
    assert not File.objects.exists()


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        (unicodedata.normalize("NFD", "Överenskommelse Åre.txt"), "Överenskommelse Åre.txt"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Temp\\avtal.txt", "avtal.txt"),
        ("av\ntal\x00.txt", "avtal.txt"),
    ],
)
def test_a_name_is_cleaned_of_paths_and_strange_signs(sent: str, kept: str) -> None:
    lund = desk.desk()
    file = desk.text_file()
    # A browser sends what it likes; Django’s own setter would tidy it.
    file._name = sent  # type: ignore[attr-defined]  # where Django keeps it

    reading = lund.hand_in(file).readings.get()

    assert reading.name == kept


def test_the_same_file_again_points_at_its_first_reading() -> None:
    lund = desk.desk()
    first = lund.hand_in(desk.text_file()).readings.get()

    again = lund.hand_in(desk.text_file("annat-namn.txt")).readings.get()

    assert (again.state, again.fault) == (State.SET_ASIDE, "already_read")
    assert again.duplicate_of == first
    assert File.objects.count() == 1


def test_the_same_file_twice_in_one_batch_is_read_once() -> None:
    lund = desk.desk()

    batch = lund.hand_in(desk.text_file("a.txt"), desk.text_file("b.txt"))

    states = list(batch.readings.values_list("state", flat=True))
    assert states == [State.WAITING, State.SET_ASIDE]


def test_another_organization_reads_the_same_file_for_itself() -> None:
    lund = desk.desk()
    lund.hand_in(desk.text_file())

    other = actions.receive([desk.text_file()], organization=lund.region, by=lund.acting)

    assert other.readings.get().state == State.WAITING


def test_a_file_that_could_not_be_read_may_be_handed_in_again() -> None:
    lund = desk.desk()
    first = lund.hand_in(desk.text_file()).readings.get()
    first.state, first.fault = State.SET_ASIDE, "too_slow"
    first.save()

    again = lund.hand_in(desk.text_file()).readings.get()

    assert again.state == State.WAITING


def test_many_files_become_as_many_readings() -> None:
    lund = desk.desk()
    sent: list[SimpleUploadedFile] = [
        desk.text_file(f"{number}.txt", (f"Dokument {number}",)) for number in range(12)
    ]

    batch = lund.hand_in(*sent)

    assert batch.readings.filter(state=State.WAITING).count() == 12
