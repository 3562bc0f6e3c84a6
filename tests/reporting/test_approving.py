"""Coordinators approve for their own county, and what is asked is understood or asked again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404, QueryDict
from django.utils import timezone

from samklang.audit.api import history, revision
from samklang.library.models import Area
from samklang.organizations.api import Acting, Role
from samklang.organizations.models import Partnership
from samklang.reporting import actions, exporting, queries
from samklang.reporting.figures import Account
from samklang.reporting.forms import ApproveForm, ChoiceForm
from samklang.reporting.models import Report
from samklang.reporting.policies import can_approve
from tests import cast
from tests.reporting import county

pytestmark = pytest.mark.django_db


def seated(role: str | None, *, abroad: bool = False) -> Acting:
    home = cast.organization("fjord", of=cast.partnership("sydmark")) if abroad else None
    return cast.acting_for(cast.person(f"{role}", role, of=home))


@pytest.mark.parametrize(
    ("role", "abroad", "may"),
    [
        (Role.COORDINATOR, False, True),
        (Role.COORDINATOR, True, False),
        (Role.ADMINISTRATOR, False, False),
        (Role.EDITOR, False, False),
        (Role.READER, False, False),
        (None, False, False),
    ],
)
def test_only_a_coordinator_of_the_county_approves(
    role: str | None, abroad: bool, may: bool
) -> None:
    verdict = can_approve(seated(role, abroad=abroad), cast.partnership())

    assert bool(verdict) is may
    assert str(verdict.reason) == (
        ""
        if may
        else "Bara en samordnare på stödenheten får godkänna och frysa en rapport. Be någon av "
        "dem, eller ladda ner utkastet som det är."
    )


def approved(*, on: date = county.DAY, account: Account | None = None) -> Report:
    kim = cast.person("kim", Role.COORDINATOR, of=cast.organization("stod", kind="support"))
    figures = county.figures(on=on)
    figures = replace(figures, account=account or figures.account)
    return actions.approve(cast.partnership(), figures, by=kim)


def test_approving_moves_the_countys_revision_once() -> None:
    county.full()
    before = revision(cast.partnership().pk)

    first, again = approved(), approved()

    assert first == again
    assert revision(cast.partnership().pk) == before + 1
    assert history([first]).get().actor == cast.person("kim")


def test_what_people_wrote_is_part_of_what_was_approved() -> None:
    county.full()

    plain = approved()
    told = approved(account=Account("Nätverket", "Enkät", "Möte"))

    assert plain.sha256 != told.sha256
    assert told.addressed_to == "Nätverket"


def test_a_report_of_an_invented_county_is_marked_as_one() -> None:
    county.full()
    Partnership.objects.update(demo=True)

    report = actions.approve(
        Partnership.objects.get(), county.figures(), by=cast.person("kim", Role.COORDINATOR)
    )

    assert report.demo


def test_the_same_content_is_stored_once_even_past_the_action() -> None:
    county.full()
    report = approved()
    report.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        report.save(force_insert=True)


def test_reports_stand_newest_first_and_are_seen_in_their_own_county() -> None:
    county.full()
    older, newer = approved(on=date(2024, 1, 1)), approved(on=date(2023, 1, 1))
    Report.objects.filter(pk=older.pk).update(approved_at=timezone.now() - timedelta(days=1))

    assert list(queries.reports(seated(Role.READER))) == [newer, older]
    assert not queries.reports(seated(Role.COORDINATOR, abroad=True)).exists()
    with pytest.raises(Http404):
        queries.find(seated(Role.COORDINATOR, abroad=True), older.pk)
    assert str(older) == "Inventering 2024-01-01"


# What is asked


def choice(query: str) -> ChoiceForm:
    areas = list(Area.objects.all())
    return ChoiceForm(QueryDict(query), areas=areas, today=cast.TODAY)


def three_areas() -> None:
    for code in ("forest", "water", "air"):
        cast.area(code)
    Area.objects.filter(code__in=("forest", "air")).update(statutory=True)


@pytest.mark.parametrize(
    ("query", "day", "codes"),
    [
        ("", cast.TODAY, ["forest", "air"]),
        ("on=2025-02-07", date(2025, 2, 7), ["forest", "air"]),
        ("on=", cast.TODAY, ["forest", "air"]),
        ("area=water", cast.TODAY, ["water"]),
        ("area=air&area=forest", cast.TODAY, ["forest", "air"]),
        ("on=2026-11-24", cast.TODAY, ["forest", "air"]),
    ],
)
def test_what_was_not_chosen_is_today_and_what_the_law_demands(
    query: str, day: date, codes: list[str]
) -> None:
    three_areas()

    form = choice(query)

    assert form.is_valid(), form.errors
    assert form.cleaned_data["on"] == day
    assert [area.code for area in form.chosen] == codes


def test_where_no_law_demands_anything_all_areas_are_chosen() -> None:
    cast.area("forest")
    cast.area("water")

    form = choice("")

    assert form.is_valid()
    assert [area.code for area in form.chosen] == ["forest", "water"]


@pytest.mark.parametrize(
    ("query", "field", "sentence"),
    [
        ("on=i+går", "on", "Skriv dagen som år-månad-dag, till exempel 2025-02-07."),
        ("on=2025-02-30", "on", "Skriv dagen som år-månad-dag, till exempel 2025-02-07."),
        ("on=2026-11-25", "on", "Den dagen har inte kommit än."),
        ("area=moon", "area", "Ett av områdena finns inte"),
    ],
)
def test_what_makes_no_sense_is_explained(query: str, field: str, sentence: str) -> None:
    three_areas()

    form = choice(query)

    assert list(form.errors) == [field]
    assert str(form.errors[field][0]).startswith(sentence)


def test_the_address_of_a_choice_is_the_same_choice() -> None:
    three_areas()
    form = choice("on=2025-02-07&area=water&area=air")
    assert form.is_valid()

    again = choice(form.query)

    assert again.is_valid()
    assert form.query == "on=2025-02-07&area=water&area=air"
    assert again.chosen == form.chosen


def test_what_people_wrote_is_kept_without_the_space_around_it() -> None:
    form = ApproveForm({"addressed_to": " Nätverket ", "method": "", "next_steps": "Ett.\nTvå. "})
    assert form.is_valid()

    assert form.account() == Account("Nätverket", "", "Ett.\nTvå.")


@pytest.mark.parametrize(
    ("field", "most"), [("addressed_to", 200), ("method", 1000), ("next_steps", 2000)]
)
def test_a_text_longer_than_a_report_holds_is_refused_and_not_cut(field: str, most: int) -> None:
    assert ApproveForm({field: "ö" * most}).is_valid()
    assert list(ApproveForm({field: "ö" * (most + 1)}).errors) == [field]


# What files are called and say of themselves


@pytest.mark.parametrize("kind", exporting.KINDS, ids=lambda kind: kind.slug)
def test_a_file_is_named_by_what_whose_and_when(kind: exporting.Kind) -> None:
    county.full()
    draft, final = county.extract(approved=False), county.extract()

    assert exporting.file_name(final, kind) == f"inventering-nordmark-2025-02-07.{kind.slug}"
    assert exporting.file_name(draft, kind) == (
        f"inventering-nordmark-2025-02-07-utkast.{kind.slug}"
    )


def test_an_extract_says_its_state_its_hash_and_only_what_is_known() -> None:
    county.full()
    final, draft = county.extract(), county.extract(approved=False)

    assert final.state == "godkänd 2025-02-08 av Kim Koord, fryst"
    assert draft.state == "utkast, inte godkänt"
    assert final.footer == (
        "Vilka lokala överenskommelser finns? · 2025-02-07 · "
        f"godkänd 2025-02-08 av Kim Koord, fryst · SHA-256 {final.sha256[:12]}"
    )
    labels = [label for label, _value in draft.facts]
    assert "Så samlades svaren in" not in labels
    assert all(value for _label, value in draft.facts)


def test_an_invented_countys_extract_says_that_it_is_invented() -> None:
    county.full()
    Partnership.objects.update(demo=True)
    invented = county.extract(county.figures())

    said = dict(invented.facts)

    assert invented.figures.demo
    assert "Exempel med påhittade svar" in said.values()


def test_a_frozen_reports_file_says_who_approved_it_whoever_takes_it_out() -> None:
    county.full()
    report = approved()

    taken = exporting.of_report(report, seated(Role.READER))

    assert taken.approval is not None
    assert taken.approval.by == "Kim"
    assert taken.written == report.figures
    assert taken.sha256 == report.sha256


def test_only_pictures_of_areas_with_agreements_are_there() -> None:
    county.full()
    water = cast.area("water")
    extract = county.extract(county.figures(cast.area(), water))

    assert exporting.download(extract, "picture-answers").content.startswith(b"\x89PNG")
    with pytest.raises(Http404):
        exporting.download(extract, "picture-water")
