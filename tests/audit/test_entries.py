"""The record of what happened keeps its words, its order and its counts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import models
from pytest_django import DjangoAssertNumQueries

from samklang.audit.api import Entry, history, record, revision
from samklang.audit.models import Revision
from samklang.library.models import Area
from tests import cast

pytestmark = pytest.mark.django_db


def test_whoever_has_done_something_cannot_be_taken_away() -> None:
    siri = cast.person("siri", None)
    record("agreement.edited", cast.agreement(), by=siri)

    with pytest.raises(models.ProtectedError):
        siri.delete()


def test_the_entry_stays_when_what_it_is_about_is_gone() -> None:
    agreement = cast.agreement("Borta")
    pk = agreement.pk
    record("agreement.edited", agreement, by=None, title="Borta")
    agreement.delete()

    entry = Entry.objects.get()

    assert (entry.target_kind, entry.target_id) == ("agreements.agreement", pk)
    assert entry.details == {"title": "Borta"}
    assert str(entry) == f"agreement.edited agreements.agreement {pk}"


def test_what_is_told_is_told_in_every_alphabet_and_shape() -> None:
    told: dict[str, Any] = {
        "name": "Åsa ”Ö” 漢",
        "changes": {"title": ["", "Ny"]},
        "count": 3,
        "yes": True,
    }

    record("agreement.edited", cast.agreement(), by=None, **told)

    assert Entry.objects.get().details == told


def test_what_json_cannot_carry_is_refused_and_nothing_is_counted() -> None:
    agreement = cast.agreement()

    with pytest.raises(TypeError):
        record(
            "agreement.edited",
            agreement,
            by=None,
            partnership_id=agreement.partnership_id,
            day=date(2026, 1, 1),
        )

    assert revision(agreement.partnership_id) == 0


def test_what_is_about_no_county_moves_none() -> None:
    record("account.made", cast.person("siri"), by=None)

    assert not Revision.objects.exists()
    assert Entry.objects.get().partnership_id is None


def test_another_kind_with_the_same_number_has_its_own_history() -> None:
    agreement = cast.agreement()
    area = Area(pk=agreement.pk)
    record("agreement.edited", agreement, by=None)
    record("area.edited", area, by=None)

    assert [entry.verb for entry in history([agreement])] == ["agreement.edited"]
    assert [entry.verb for entry in history([area])] == ["area.edited"]


@pytest.mark.parametrize("count", [1, 30])
def test_a_history_names_its_actors_in_one_statement(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    agreement = cast.agreement()
    for number in range(count):
        record("agreement.edited", agreement, by=cast.person(f"person{number}"))

    with django_assert_num_queries(1):
        names = [str(entry.actor) for entry in history([agreement])]

    assert len(set(names)) == count


def test_asking_for_the_revision_is_one_statement_and_its_number_is_said(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    agreement = cast.agreement()
    record("agreement.edited", agreement, by=None, partnership_id=agreement.partnership_id)

    with django_assert_num_queries(1):
        assert revision(agreement.partnership_id) == 1
    assert str(Revision.objects.get()) == f"{agreement.partnership_id}: 1"
