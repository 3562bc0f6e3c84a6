"""Frozen figures stay as they were approved, and tell when somebody has touched them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from samklang.audit.models import Entry
from samklang.organizations.models import Role
from samklang.reporting import actions
from samklang.reporting.figures import Account
from samklang.reporting.freezing import fingerprint, frozen, thawed
from samklang.reporting.models import Report
from tests import cast
from tests.reporting import county

pytestmark = pytest.mark.django_db


def approved() -> Report:
    siri = cast.person("siri", Role.COORDINATOR)
    return actions.approve(cast.partnership(), county.figures(), by=siri)


def test_figures_come_back_from_json_as_they_went_in() -> None:
    county.full()
    figures = replace(county.figures(), account=Account("Nätverket", "Diariet.", "En enkät."))

    again = thawed(frozen(figures))

    assert again == figures
    assert frozen(again) == frozen(figures)


def test_the_same_register_gives_the_same_hash() -> None:
    county.full()

    assert frozen(county.figures()) == frozen(county.figures())


def test_a_changed_register_changes_neither_the_report_nor_its_hash() -> None:
    county.full()
    report = approved()
    before = (report.figures, report.sha256)

    county.says_none("hassel")

    report.refresh_from_db()
    assert (report.figures, report.sha256) == before
    assert report.is_intact
    assert thawed(report.figures).answers.no == 1
    assert county.figures().answers.no == 2


def test_a_later_look_is_a_new_report() -> None:
    county.full()
    first = approved()
    county.says_none("hassel")

    second = approved()

    assert second.pk != first.pk
    assert second.sha256 != first.sha256


def test_approving_the_very_same_figures_twice_is_one_report_and_one_entry() -> None:
    county.full()

    assert approved().pk == approved().pk
    assert Entry.objects.filter(verb="report.approved").count() == 1


def test_touching_the_figures_is_noticed() -> None:
    county.full()
    report = approved()

    Report.objects.update(figures=report.figures.replace('"yes":2', '"yes":3'))

    report.refresh_from_db()
    assert not report.is_intact


def test_approving_is_written_down_with_the_hash() -> None:
    county.full()

    report = approved()

    entry = Entry.objects.get(verb="report.approved")
    assert entry.details == {"on": "2025-02-07", "sha256": report.sha256}
    assert entry.partnership_id == cast.partnership().pk
    assert report.sha256 == fingerprint(report.figures)


def test_a_report_knows_its_day_and_areas() -> None:
    county.full()

    report = approved()

    assert report.on_date == date(2025, 2, 7)
    assert report.areas == ["forest"]
    assert report.demo is False
