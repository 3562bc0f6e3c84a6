"""Which wording holds on a day, and what changes when, as the pack tells it.

Seen red: with a wording's last day left out, with a change said on the last day instead of the
day after, and with wordings that the pack no longer has kept.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from samklang.library.api import (
    Area,
    LawText,
    LawTie,
    ProvisionText,
    WordingText,
    law_changes,
    law_text,
    law_ties,
    provisions,
    put_area,
    put_law,
)
from samklang.library.models import Provision, Reference, Term, Wording
from samklang.setup import packs
from tests import cast
from tests.library.law import law_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
DAY = date(2028, 1, 1)


def wording(begins: date | None, ends: date | None, says: str = "") -> WordingText:
    return WordingText(begins, ends, "", "agreement", says, "", "", "", checked=True)


def provision(*wordings: WordingText) -> ProvisionText:
    return ProvisionText(1, "p-1", "a", "a", "", "1", "1 § a", "", wordings)


def test_the_duty_to_agree_reads_otherwise_from_the_first_of_january_2028() -> None:
    law = law_of("se")

    for code in ("hsl-16-3", "sol-7-2"):
        before, after = (law.by_code[code].on(day) for day in (date(2027, 12, 31), DAY))
        assert before
        assert after
        assert before.says != after.says
    assert law.by_code["hsl-16-5"].on(date(2027, 12, 31)) is None


def test_the_changes_of_a_time_are_listed_by_day() -> None:
    law = law_of("se")

    found = law_changes(law.provisions, since=date(2026, 11, 24), until=DAY)

    assert [one.day for one in found] == sorted(one.day for one in found)
    assert [one.provision.code for one in found if one.day == date(2027, 1, 1)] == ["sol-10-10"]
    changed = {one.provision.code for one in found if one.day == DAY and one.before}
    new = {one.provision.code for one in found if one.day == DAY and not one.before}
    assert changed == {"hsl-16-3", "hsl-16-4", "sol-7-2"}
    assert {"hsl-16-5", "hsl-16-6", "sol-9-10a", "lag-2026-1306-5"} <= new
    assert law_changes(law.provisions, since=DAY + timedelta(days=1), until=date.max) == ()


def test_a_provision_that_ends_is_a_change_and_so_is_its_return() -> None:
    gone = provision(wording(None, date(2027, 6, 30)), wording(DAY, None))

    first, second = gone.changes()

    assert (first.day, first.after) == (date(2027, 7, 1), None)
    assert (second.day, second.before) == (DAY, None)


DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(days=st.lists(DAYS, min_size=1, max_size=6, unique=True), on=DAYS)
def test_on_every_day_one_wording_holds_and_it_changes_on_the_days_of_the_changes(
    days: list[date], on: date
) -> None:
    begins = [None, *sorted(days)]
    ends = [day - timedelta(days=1) for day in begins[1:] if day] + [None]
    whole = provision(*(wording(*pair, says=str(pair)) for pair in zip(begins, ends, strict=True)))

    changes = law_changes([whole], since=date(2019, 1, 1), until=date(2031, 1, 1))

    assert sum(one.holds(on) for one in whole.wordings) == 1
    differs = whole.on(on) != whole.on(on - timedelta(days=1))
    assert differs == (on in {one.day for one in changes})


def test_loading_the_law_again_changes_nothing_and_keeps_the_rows() -> None:
    law = packs.country("xx").law

    assert put_law("xx", law)
    before = [list(model.objects.values_list("pk")) for model in (Provision, Wording, Term)]
    assert not put_law("xx", law)
    assert before == [list(model.objects.values_list("pk")) for model in (Provision, Wording, Term)]


def test_what_the_pack_no_longer_has_leaves_the_calendar() -> None:
    law = packs.country("xx").law
    put_law("xx", law)
    one = law.provisions[0]

    fewer = replace(one, wordings=one.wordings[:1])
    assert put_law("xx", replace(law, provisions=(fewer,), references=(), terms=()))

    assert len(law_text("xx", "sv").provisions[0].wordings) == 1
    assert not Reference.objects.exists()
    assert not Term.objects.exists()


def test_the_law_is_told_in_the_readers_language_where_it_is_translated() -> None:
    swedish, english = law_of("se"), law_of("se", "en")
    made_up = law_of("xx", "en")

    assert swedish.by_code["hsl-16-3"].citation == "16 kap. 3 § hälso- och sjukvårdslagen (2017:30)"
    assert english.by_code["hsl-16-3"].citation.startswith("Chapter 16, section 3 of the Health")
    assert swedish.by_code.keys() == english.by_code.keys()
    assert made_up.by_code["omsorgslagen-4"].about == "Ramavtal om omsorg"


def test_a_country_without_law_has_an_empty_calendar() -> None:
    assert law_text("zz", "sv") == LawText(source="")
    assert not provisions("zz").exists()


def test_an_area_rests_on_the_provisions_that_the_pack_names() -> None:
    put_law("xx", packs.country("xx").law)
    basis = provisions("xx")[0]
    home = cast.partnership().pk

    area, new = put_area(home, "forest", name="Skog", short_name="Skog", basis=[basis])
    _same, again = put_area(home, "forest", name="Skog", short_name="Skog", basis=[basis])
    assert (new, again) == (True, False)
    assert law_ties(home) == {LawTie(basis.pk, area.pk, rests=True)}
    assert law_ties(cast.partnership("sydmark").pk) == frozenset()

    put_area(home, "forest", name="Skog", short_name="Skog", touched_by=[basis])
    assert not Area.objects.get().basis.exists()
    assert law_ties(home) == {LawTie(basis.pk, area.pk, rests=False)}


@pytest.mark.parametrize(
    ("days", "rule"),
    [
        ((date(2029, 1, 1), date(2028, 12, 31)), "wording_ends_after_it_begins"),
        ((None, None), "provision_id"),
        ((DAY, None), "from_date"),
    ],
)
def test_the_database_refuses_wordings_that_cannot_be(
    days: tuple[date | None, date | None], rule: str
) -> None:
    put_law("xx", packs.country("xx").law)
    one = Provision.objects.all()[0]
    Wording.objects.create(provision=one, from_date=DAY, says="", kind="duty")

    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Wording.objects.create(
            provision=one, from_date=days[0], until_date=days[1], says="", kind="duty"
        )


def test_rows_of_the_law_are_called_by_what_they_are() -> None:
    put_law("xx", packs.country("xx").law)
    one = Provision.objects.all()[0]

    assert str(one) == "4 § omsorgslagen"
    assert [str(each) for each in (one.act, one.book)] == ["omsorgslagen", "xx"]
    assert str(Wording.objects.first()).endswith(": –2027-03-31")
    assert [str(Reference.objects.get()), str(Term.objects.get())] == [
        "12 § vårdstadgan",
        "äldre person",
    ]
