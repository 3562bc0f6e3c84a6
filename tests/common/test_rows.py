"""A pack's row is made once, changed where it differs, and otherwise left in peace."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samklang.common.rows import put_row
from samklang.library.models import Area
from tests import cast

pytestmark = pytest.mark.django_db
VALUES = {"name": "Skog", "short_name": "Skog", "statutory": True}


def put(**values: object) -> tuple[Area, bool]:
    key = {"partnership": cast.partnership(), "code": "forest"}
    return put_row(Area.objects.all(), key=key, values={**VALUES, **values})


def test_what_is_not_there_is_made() -> None:
    row, changed = put()

    assert changed
    assert (row.name, row.statutory) == ("Skog", True)


def test_what_is_there_already_is_neither_written_nor_called_changed() -> None:
    put()

    with CaptureQueriesContext(connection) as asked:
        _row, changed = put()

    assert not changed
    assert [one["sql"] for one in asked if not one["sql"].startswith("SELECT")] == []


def test_only_what_differs_is_written() -> None:
    row, _made = put()
    Area.objects.filter(pk=row.pk).update(target_group="De som bor i skogen")

    with CaptureQueriesContext(connection) as asked:
        again, changed = put(name="Skogen")

    assert changed
    written = [one["sql"] for one in asked if one["sql"].startswith("UPDATE")]
    assert len(written) == 1
    assert "short_name" not in written[0]
    again.refresh_from_db()
    assert (again.name, again.target_group) == ("Skogen", "De som bor i skogen")


@pytest.mark.parametrize("nothing", ["", "  "])
def test_what_the_pack_says_is_empty_becomes_empty(nothing: str) -> None:
    put(target_group="Alla")

    row, changed = put(target_group=nothing)

    assert changed
    assert Area.objects.get(pk=row.pk).target_group == nothing


def test_another_county_keeps_its_own_row() -> None:
    put()

    other = {"partnership": cast.partnership("sydmark"), "code": "forest"}
    _row, made = put_row(Area.objects.all(), key=other, values={**VALUES, "name": "Söderskog"})

    assert made
    assert list(Area.objects.order_by("name").values_list("name", flat=True)) == [
        "Skog",
        "Söderskog",
    ]
