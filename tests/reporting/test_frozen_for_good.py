"""What was approved stays what it was, whatever happens in the register or to the file's bytes.

Seen red: the page made from the register instead of from the frozen figures, the fingerprint of
something else than the stored text, and a date written with a time.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from hashlib import sha256

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from samklang.agreements.models import Adoption, Agreement, EventKind, ValidityEvent
from samklang.common.periods import StatedDate
from samklang.inventories.models import Finding
from samklang.library.models import Area
from samklang.organizations.models import Organization, Partnership, Role
from samklang.reporting import actions
from samklang.reporting.figures import (
    Account,
    AreaFigures,
    Cell,
    Counts,
    Holding,
    Inventory,
    Local,
    Municipality,
    Regional,
)
from samklang.reporting.freezing import fingerprint, frozen, thawed
from samklang.reporting.models import Report
from tests import cast
from tests.reporting import county

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
STATED = st.none() | st.builds(
    lambda one, other: StatedDate(min(one, other), max(one, other)), DAYS, DAYS
)
HOLDING = st.builds(Holding, STATED, STATED, STATED, st.booleans())
COUNTS = st.builds(Counts, *(st.integers(0, 290),) * 3)
MONTHS = st.none() | st.floats(0, 400).map(lambda one: round(one, 1))
LOCAL = st.builds(
    Local,
    agreement_id=st.integers(1, 2**40),
    title=TEXT,
    names=st.lists(TEXT, max_size=2).map(tuple),
    status=st.sampled_from(["in_force", "outlives", "expired"]),
    holding=HOLDING,
    adopted_date=st.none() | DAYS,
    months=MONTHS,
    left_out=st.sampled_from(["", "no_adoption", "no_start", "earlier"]),
    outlived_end=STATED,
    clause=TEXT,
)
AREA = st.builds(
    AreaFigures,
    code=TEXT,
    names=st.dictionaries(TEXT, TEXT, max_size=2),
    titles=st.dictionaries(TEXT, TEXT, max_size=2),
    answers=COUNTS,
    regional=st.none() | st.builds(Regional, st.integers(1), TEXT, TEXT, HOLDING),
    locals=st.lists(LOCAL, max_size=2).map(tuple),
    mean_months=MONTHS,
)
CELL = st.builds(Cell, TEXT, TEXT, st.none() | st.integers(1, 2**40), STATED)
MUNICIPALITY = st.builds(Municipality, TEXT, st.lists(CELL, max_size=2).map(tuple))
INVENTORIES = st.builds(
    Inventory,
    on=DAYS,
    name=TEXT,
    words=st.dictionaries(TEXT, st.dictionaries(TEXT, TEXT, max_size=2), max_size=2),
    demo=st.booleans(),
    areas=st.lists(AREA, max_size=2).map(tuple),
    municipalities=st.lists(MUNICIPALITY, max_size=2).map(tuple),
    mean_months=MONTHS,
    account=st.builds(Account, TEXT, TEXT, TEXT),
)


@settings(max_examples=30, deadline=None)
@given(INVENTORIES)
def test_whatever_is_frozen_is_the_same_when_it_is_thawed(figures: Inventory) -> None:
    written = frozen(figures)

    assert thawed(written) == figures
    assert frozen(thawed(written)) == written


@settings(max_examples=30, deadline=None)
@given(INVENTORIES, INVENTORIES)
def test_two_inventories_have_the_same_hash_only_when_they_say_the_same(
    one: Inventory, other: Inventory
) -> None:
    same = fingerprint(frozen(one)) == fingerprint(frozen(other))

    assert same is (frozen(one) == frozen(other))


@settings(max_examples=30, deadline=None)
@given(INVENTORIES)
def test_the_hash_is_what_anybody_can_compute_from_the_file(figures: Inventory) -> None:
    written = frozen(figures)

    assert fingerprint(written) == sha256(written.encode("utf-8")).hexdigest()
    assert (
        json.dumps(json.loads(written), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        == written
    ), "the canonical form is one that other programs write as well"


def test_the_written_form_is_the_one_that_is_documented_by_this_line() -> None:
    """It must never change: the hashes of all reports were made of it."""
    area = AreaFigures("skog", {"": "Skog"}, {}, Counts(1, 2, 3), None, (), 24.0)
    figures = Inventory(
        on=date(2025, 2, 7),
        name="Län",
        words={},
        demo=False,
        areas=(area,),
        municipalities=(Municipality("Ö", ()),),
        mean_months=None,
        account=Account("N"),
    )

    assert frozen(figures) == (
        '{"account":{"addressed_to":"N","method":"","next_steps":""},'
        '"areas":[{"answers":{"no":2,"no_answer":3,"yes":1},"code":"skog","locals":[],'
        '"mean_months":24.0,"names":{"":"Skog"},"regional":null,"titles":{}}],'
        '"demo":false,"mean_months":null,"municipalities":[{"cells":[],"name":"Ö"}],'
        '"name":"Län","on":"2025-02-07","words":{}}'
    )


# In the register


def approved() -> Report:
    county.full()
    kim = cast.person("kim", Role.COORDINATOR, of=cast.organization("stöd", kind="support"))
    return actions.approve(cast.partnership(), county.figures(), by=kim)


CHANGES: dict[str, Callable[[], object]] = {
    "an agreement is renamed": lambda: Agreement.objects.update(title="Annat"),
    "an agreement ends": lambda: ValidityEvent.objects.filter(kind=EventKind.ENDS).update(
        first_date=date(2024, 1, 1), last_date=date(2024, 1, 1)
    ),
    "an adoption is taken back": lambda: Adoption.objects.all().delete(),
    "an answer is taken back": lambda: Finding.objects.update(withdrawn_date=date(2025, 1, 1)),
    "a municipality changes its name": lambda: Organization.objects.update(short_name="X"),
    "a municipality joins": lambda: cast.organization("ny"),
    "an area changes its name": lambda: Area.objects.update(name="X", short_name="X"),
    "the county changes its words": lambda: Partnership.objects.update(words={}),
}


@pytest.mark.django_db
@pytest.mark.parametrize("what", CHANGES)
def test_a_frozen_report_is_the_same_after(client: Client, what: str) -> None:
    report = approved()
    client.force_login(cast.person("kim", None))
    address = f"/rapporter/{report.pk}/fil/json/"
    before = client.get(address).content
    hashed = report.sha256

    CHANGES[what]()

    report.refresh_from_db()
    assert report.sha256 == hashed == sha256(before).hexdigest()
    assert report.is_intact
    assert client.get(address).content == before
    assert client.get(report.get_absolute_url()).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("what", [one for one in CHANGES if one != "the county changes its words"])
def test_a_later_look_after_it_is_another_report(what: str) -> None:
    first = approved()
    CHANGES[what]()
    kim = cast.person("kim", None)

    again = actions.approve(cast.partnership(), county.figures(), by=kim)

    assert again.pk != first.pk
    assert again.sha256 != first.sha256


@pytest.mark.django_db
@pytest.mark.parametrize(
    "touch",
    [
        lambda text: text.replace('"yes":2', '"yes":3', 1),
        lambda text: text + " ",
        lambda text: text.replace(",", ", ", 1),
        lambda text: text.replace("å", "a", 1) if "å" in text else text[:-1],
        lambda text: "",
    ],
    ids=["a figure", "a space at the end", "a space within", "a letter", "all of it"],
)
def test_whatever_is_touched_in_the_database_is_noticed_and_nothing_is_handed_out(
    client: Client, touch: Callable[[str], str]
) -> None:
    report = approved()
    Report.objects.filter(pk=report.pk).update(figures=touch(report.figures))
    client.force_login(cast.person("kim", None))

    report.refresh_from_db()
    page = client.get(report.get_absolute_url()).content.decode()
    file = client.get(f"/rapporter/{report.pk}/fil/json/")

    assert not report.is_intact
    assert file.status_code == 409
    assert "Ramavtal" not in page
