"""Whoever changes the record afterwards is found out, even with the whole database in hand.

Each test here takes the triggers away first, as somebody would who means it. Seen red: with the
seal before left out of the seal, an entry from elsewhere fits; with the check for gaps left out, a
missing one is not missed; with the checkpoint not asked, a cut tail is no fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from samklang.audit.api import Entry, present, record, record_faults, sealed_by_trial_key
from samklang.audit.guarding import put_guards, take_guards_away
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def _written() -> None:
    """Five entries about one agreement."""
    agreement, siri = cast.agreement(), cast.person("siri")
    for number in range(5):
        record("agreement.edited", agreement, by=siri, step=number, changes={"title": ["a", "ö"]})


@pytest.fixture
def _unguarded(_written: None) -> Iterator[None]:
    take_guards_away(connection)
    yield
    put_guards(connection)


def sql(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.mark.usefixtures("_written")
def test_a_record_as_it_was_written_has_no_faults() -> None:
    assert list(record_faults(present())) == []
    assert list(Entry.objects.values_list("number", flat=True)) == [5, 4, 3, 2, 1]


@pytest.mark.usefixtures("_written")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET verb = 'agreement.praised' WHERE number = 3",
        "DELETE FROM audit_entry WHERE number = 3",
        "DELETE FROM audit_entry",
    ],
)
def test_the_database_refuses_to_change_the_record(statement: str) -> None:
    """Seen red: with the triggers taken away, each statement does what it says."""
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        sql(statement)

    assert Entry.objects.filter(verb="agreement.edited").count() == 5


@pytest.mark.usefixtures("_unguarded")
@pytest.mark.parametrize(
    "change",
    [
        "verb = 'agreement.praised'",
        "actor_id = NULL",
        "role = 'administrator'",
        "organization_id = 4711",
        "target_id = 4711",
        "reference = 'elsewhere'",
        "after = ''",
        "happened_at = '2026-01-01 00:00:00+00:00'",
        """details = '{"step": 9}'""",
    ],
)
def test_a_changed_entry_does_not_fit_its_seal(change: str) -> None:
    sql("UPDATE audit_entry SET " + change + " WHERE number = 3")  # noqa: S608  # written above

    assert "Entry 3 does not fit its seal: it was changed, moved or put in." in record_faults()


@pytest.mark.usefixtures("_unguarded")
def test_an_entry_that_was_taken_out_is_missed() -> None:
    sql("DELETE FROM audit_entry WHERE number IN (2, 3)")

    assert next(record_faults()).startswith("2 missing before entry 4")


@pytest.mark.usefixtures("_unguarded")
def test_closing_the_gap_moves_entries_and_they_no_longer_fit() -> None:
    sql("DELETE FROM audit_entry WHERE number = 3")
    sql("UPDATE audit_entry SET number = number - 1 WHERE number = 4")
    sql("UPDATE audit_entry SET number = number - 1 WHERE number = 5")

    assert [fault.split(" does")[0] for fault in record_faults()][:2] == ["Entry 3", "Entry 4"]


@pytest.mark.usefixtures("_unguarded")
def test_two_entries_that_changed_places_are_both_named() -> None:
    for was, becomes in ((2, 99), (4, 2), (99, 4)):
        sql("UPDATE audit_entry SET number = %s WHERE number = %s", becomes, was)

    named = [fault.split(" does")[0] for fault in record_faults()]
    assert {"Entry 2", "Entry 4"} <= set(named)


@pytest.mark.usefixtures("_unguarded")
def test_an_entry_that_was_put_in_is_named() -> None:
    forged = Entry.objects.get(number=5)
    forged.pk, forged.number, forged.verb = None, 6, "agreement.praised"
    forged.save(force_insert=True)

    assert "Entry 6 does not fit its seal: it was changed, moved or put in." in record_faults()


@pytest.mark.usefixtures("_unguarded")
def test_an_entry_from_another_course_of_events_is_betrayed_by_the_one_after_it() -> None:
    """It was truly sealed, in a backup or a test system, in the place of another."""
    with transaction.atomic():
        record("agreement.praised", cast.agreement(), by=None)
        other = Entry.objects.get(number=6)
        transaction.set_rollback(True)
    for _time in range(2):
        record("agreement.edited", cast.agreement(), by=None)
    other.pk = Entry.objects.get(number=6).pk
    other.save(force_update=True)

    assert next(record_faults()).startswith("Entry 7 does not fit")


@pytest.mark.usefixtures("_unguarded")
def test_a_cut_tail_is_seen_against_the_checkpoint_and_only_so() -> None:
    checkpoint = present()
    sql("DELETE FROM audit_entry WHERE number > 3")
    put_guards(connection)

    assert list(record_faults()) == []
    assert next(record_faults(checkpoint)).startswith("The record ends at entry 3, but the check")
    take_guards_away(connection)


@pytest.mark.usefixtures("_unguarded")
def test_a_record_written_anew_with_the_key_differs_from_the_checkpoint() -> None:
    checkpoint = present()
    sql("DELETE FROM audit_entry")
    for number in range(5):
        record("agreement.edited", cast.agreement(), by=None, step=-number)

    assert any("written anew" in fault for fault in record_faults(checkpoint))


@pytest.mark.usefixtures("_unguarded")
def test_missing_triggers_are_told() -> None:
    assert any("triggers" in fault for fault in record_faults())


@pytest.mark.usefixtures("_written")
def test_a_changed_key_needs_the_old_one_to_read_what_it_sealed(settings: Any) -> None:
    settings.SAMKLANG_AUDIT_OLD_KEYS = [settings.SAMKLANG_AUDIT_KEY]
    settings.SAMKLANG_AUDIT_KEY = "a new key"
    record("agreement.edited", cast.agreement(), by=None)

    assert list(record_faults()) == []
    assert sealed_by_trial_key(settings.DEVELOPMENT_KEY) == 5
    settings.SAMKLANG_AUDIT_OLD_KEYS = []
    assert sum("a key" in fault for fault in record_faults()) == 5


@pytest.mark.usefixtures("_written")
def test_an_old_key_that_turns_up_again_is_a_fault(settings: Any) -> None:
    old = settings.SAMKLANG_AUDIT_KEY
    for key, others in (("new", [old]), (old, [])):
        settings.SAMKLANG_AUDIT_KEY, settings.SAMKLANG_AUDIT_OLD_KEYS = key, others
        record("agreement.edited", cast.agreement(), by=None)

    settings.SAMKLANG_AUDIT_KEY, settings.SAMKLANG_AUDIT_OLD_KEYS = "new", [old]
    assert list(record_faults()) == [
        "Entry 7 is sealed with an old key after a newer one: somebody put it in."
    ]


def test_numbers_that_databases_write_in_their_own_way_still_fit() -> None:
    record("fund.changed", cast.agreement(), by=None, parts=(1.0, 1e16, 0.1, 10**15), nothing=None)

    assert list(record_faults()) == []
