"""What counted as in force by silence is said openly when the register begins to ask."""

from __future__ import annotations

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps

from samklang.agreements.models import EventKind, ValidityEvent
from tests import cast

pytestmark = pytest.mark.django_db
MIGRATION = import_module("samklang.agreements.migrations.0003_statements_for_old_texts")


def stated() -> dict[int, str]:
    found = ValidityEvent.objects.filter(kind=EventKind.KNOWN_TO_HOLD)
    return {one.edition_id: str(one.stated) for one in found}


def test_only_a_text_that_counted_so_gets_a_statement_and_one_without_a_start_gets_a_day() -> None:
    counted = cast.proposed(cast.agreement("Gammal"))
    blank = cast.edition(cast.agreement("Blank"))
    entry = cast.event(blank, EventKind.UNTIL_FURTHER_NOTICE)
    adopted = cast.proposed(cast.agreement("Antagen"))
    cast.adopted(adopted, date(2023, 1, 1))
    drafted = cast.edition(cast.agreement("Utkast"), stage="Utkast")
    cast.event(drafted, EventKind.STARTS, "2023")
    begun = cast.edition(cast.agreement("Påbörjad"), begun=date(2026, 1, 1))
    cast.event(begun, EventKind.STARTS, "2023")
    cast.edition(cast.agreement("Tom"))

    MIGRATION.state(apps, None)

    assert stated() == {counted.pk: "None", blank.pk: entry.recorded_at.date().isoformat()}
    assert all(
        one.source_note == MIGRATION.NOTE
        for one in ValidityEvent.objects.filter(kind=EventKind.KNOWN_TO_HOLD)
    )


def test_it_is_done_once_and_can_be_taken_back() -> None:
    cast.proposed(cast.agreement())

    MIGRATION.state(apps, None)
    MIGRATION.state(apps, None)
    assert len(stated()) == 1
    MIGRATION.take_back(apps, None)

    assert stated() == {}
