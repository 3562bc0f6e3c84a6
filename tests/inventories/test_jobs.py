"""The background job: what each file becomes, and how reading survives a stop."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command

from samklang.inventories import actions, jobs
from samklang.inventories.api import resume_reading
from samklang.inventories.lifecycle import State
from samklang.inventories.models import Reading
from tests.inventories import bad_files, desk

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_an_agreement_is_read_into_facts_with_their_quotes() -> None:
    lund = desk.desk()

    (reading,) = lund.read(desk.word_file())

    assert reading.state == State.READ
    assert reading.result is not None
    assert reading.result["kind"]["value"] == "local_agreement"
    start = reading.result["valid_from"]
    assert start["value"] == "2022-10-01"
    assert start["quote"] in reading.file.text.text  # type: ignore[union-attr]


BAD = {
    "tom.txt": (b"", "empty"),
    "blanka.txt": (b" \n \n", "no_words"),
    "bild.pdf": (b"\x89PNG\r\n\x1a\n" + b"0" * 99, "wrong_type"),
    "program.docx": (b"MZ" + b"\0" * 600, "wrong_type"),
    "gammal.doc": (bad_files.old_word(), "old_word"),
    "last.docx": (bad_files.encrypted(), "encrypted"),
    "halv.docx": (bad_files.damaged_word(), "damaged"),
    "skannad.pdf": (bad_files.scanned(), "no_text"),
    "bomb.zip": (bad_files.bomb(), "bomb"),
    "bomb.docx": (bad_files.word_bomb(), "bomb"),
    "yttre.docx": (bad_files.with_entities(), "external_entities"),
    "varden.json": (b'{"avtal": [1, 2, 3]}', "wrong_type"),
}


def test_each_bad_file_gets_its_reason_and_the_good_one_is_read() -> None:
    lund = desk.desk()
    sent = [desk.upload(name, content) for name, (content, _fault) in BAD.items()]

    *bad, good = lund.read(*sent, desk.text_file())

    assert {one.name: one.fault for one in bad} == {name: BAD[name][1] for name in BAD}
    assert {one.state for one in bad} == {State.SET_ASIDE}
    assert good.state == State.READ


def test_a_country_without_reading_rules_says_so_and_loses_nothing(settings: Any) -> None:
    settings.SAMKLANG_PACKS_DIR = settings.STATE_DIR / "no-packs-here"
    lund = desk.desk()

    (reading,) = lund.read(desk.text_file())

    assert (reading.state, reading.fault) == (State.SET_ASIDE, "no_reading_rules")
    assert reading.file is not None


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (bad_files.with_macros(), "macros_left_out"),
        (desk.text_file(lines=bad_files.ENGLISH).read(), "language:en"),
    ],
)
def test_what_is_peculiar_about_a_file_is_told_beside_it(content: bytes, what: str) -> None:
    lund = desk.desk()

    (reading,) = lund.read(desk.upload("fil", content))

    assert reading.state == State.READ
    assert what in reading.file.text.warnings  # type: ignore[union-attr]


def test_two_documents_in_one_file_are_noticed() -> None:
    lund = desk.desk()
    memo = ("Tjänsteskrivelse", "Förslag till beslut: nämnden antar.", "Expedieras till: Regionen")

    (reading,) = lund.read(desk.text_file(lines=(*memo, "Överenskommelse", *desk.LINES[1:])))

    assert reading.result is not None
    assert "two_documents" in [one["code"] for one in reading.result["warnings"]]


def test_a_personal_number_waits_for_a_person_and_is_shown_nowhere() -> None:
    lund = desk.desk()
    line = f"Kontakt: {bad_files.TEST_NUMBER} enligt personnummer."

    (reading,) = lund.read(desk.text_file(lines=(*desk.LINES, line)))

    assert reading.state == State.QUARANTINED
    kept = reading.file.text  # type: ignore[union-attr]
    assert "••••••-••••" in kept.text
    assert bad_files.TEST_NUMBER not in json.dumps([kept.text, kept.blocks, reading.result])


def test_a_zip_counts_as_the_files_in_it() -> None:
    lund = desk.desk()
    members = {"a/ett.txt": desk.text_file().read(), "b/tom.txt": b"", "../ut.txt": b"ute"}

    (*readings,) = lund.read(desk.zip_file("paket.zip", members))

    assert [(one.name, one.state, one.fault) for one in readings] == [
        ("paket.zip", State.UNPACKED, ""),
        ("ett.txt", State.READ, ""),
        ("tom.txt", State.SET_ASIDE, "empty"),
        ("ut.txt", State.SET_ASIDE, "unsafe_path"),
    ]


def test_a_zip_with_nothing_of_ours_in_it_is_empty() -> None:
    lund = desk.desk()

    (reading,) = lund.read(desk.zip_file("paket.zip", {"__MACOSX/._x": b"mac"}))

    assert (reading.state, reading.fault) == (State.SET_ASIDE, "empty_archive")


def test_a_zip_in_a_zip_is_said_to_be_one() -> None:
    lund = desk.desk()
    inner = desk.zipped({"x.txt": b"innerst"})

    _outer, nested = lund.read(desk.zip_file("paket.zip", {"inre.zip": inner}))

    assert nested.fault == "nested_archive"


def test_unpacking_goes_on_where_it_was_stopped() -> None:
    lund = desk.desk()
    members = {f"{number}.txt": f"Dokument {number}".encode() for number in range(3)}
    batch = lund.hand_in(desk.zip_file("paket.zip", members))
    archive = actions.take_next(batch.pk)
    assert archive is not None
    actions.add_member(archive, "0.txt", ContentFile(members["0.txt"]))

    resume_reading()
    jobs.read_batch.call(batch.pk)

    names = list(batch.readings.exclude(pk=archive.pk).values_list("name", flat=True))
    assert names == ["0.txt", "1.txt", "2.txt"]


@pytest.mark.django_db(transaction=True)  # the worker closes its connection
def test_what_a_stopped_worker_left_behind_is_read_by_the_next_one(
    settings: Any,
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    lund = desk.desk()
    batch = lund.hand_in(desk.text_file("ett.txt"), desk.text_file("två.txt", ("Protokoll",)))
    left = actions.take_next(batch.pk)
    assert left is not None

    going_on = resume_reading()
    call_command("db_worker", batch=True, startup_delay=False, verbosity=0, reload=False)

    assert going_on == 1
    assert not Reading.objects.unfinished().exists()
    left.refresh_from_db()
    assert (left.state, left.attempts) == (State.READ, 2)


def test_a_file_that_stopped_the_worker_twice_is_set_aside() -> None:
    lund = desk.desk()
    batch = lund.hand_in(desk.text_file())

    actions.take_next(batch.pk)
    assert actions.give_back_all() == [batch.pk]
    actions.take_next(batch.pk)
    assert actions.give_back_all() == []

    reading = batch.readings.get()
    assert (reading.state, reading.fault) == (State.SET_ASIDE, "stopped_twice")


def test_two_workers_never_take_the_same_file() -> None:
    lund = desk.desk()
    batch = lund.hand_in(desk.text_file("a.txt", ("Ett",)), desk.text_file("b.txt", ("Två",)))

    taken = [actions.take_next(batch.pk) for _worker in range(3)]

    assert [one.name if one else None for one in taken] == ["a.txt", "b.txt", None]
