"""What happened is written once, with the change it tells of, and moves the county's revision."""

from __future__ import annotations

import pytest
from django.db import transaction

from samklang.audit.api import history, record, revision
from samklang.audit.models import Entry
from tests import cast

pytestmark = pytest.mark.django_db


def test_an_entry_tells_who_did_what_for_whom() -> None:
    siri, agreement = cast.person("siri"), cast.agreement()

    record(
        "agreement.renamed",
        agreement,
        by=siri,
        partnership_id=agreement.partnership_id,
        organization_id=agreement.keeper_id,
        was="Old title",
    )

    entry = Entry.objects.get()
    assert (entry.verb, entry.actor, entry.target_id) == ("agreement.renamed", siri, agreement.pk)
    assert (entry.target_kind, entry.details) == ("agreements.agreement", {"was": "Old title"})
    assert entry.organization_id == agreement.keeper_id


def test_a_record_moves_its_own_countys_revision_and_no_other() -> None:
    """Seen red: with the call of _move_on removed, the revision stays."""
    agreement, elsewhere = cast.agreement(), cast.partnership("sydmark")

    for _time in range(2):
        record("agreement.renamed", agreement, by=None, partnership_id=agreement.partnership_id)

    assert revision(agreement.partnership_id) == 2
    assert revision(elsewhere.pk) == 0


def test_a_change_that_is_taken_back_leaves_no_trace() -> None:
    agreement = cast.agreement()

    with transaction.atomic():
        record("agreement.renamed", agreement, by=None, partnership_id=agreement.partnership_id)
        transaction.set_rollback(True)

    assert not Entry.objects.exists()
    assert revision(agreement.partnership_id) == 0


def test_the_history_is_about_its_targets_newest_first() -> None:
    one, other = cast.agreement("One"), cast.agreement("Other")
    for verb, target in (("one.begun", one), ("other.begun", other), ("one.ended", one)):
        record(verb, target, by=None)

    assert [entry.verb for entry in history([one])] == ["one.ended", "one.begun"]
    assert history([one, other]).count() == 3
    assert history([]).count() == 0
