"""What the report pages show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.shortcuts import get_object_or_404

from samklang.agreements.api import county_standings
from samklang.inventories.api import answered_none
from samklang.library.api import Area, areas
from samklang.organizations.api import Acting, Partnership, organizations
from samklang.reporting.figures import Inventory
from samklang.reporting.freezing import fingerprint
from samklang.reporting.inventory import AreaRow, County, inventory
from samklang.reporting.models import Report, ReportQuerySet


def reports(acting: Acting) -> ReportQuerySet:
    return Report.objects.visible_to(acting).select_related("approved_by")


def find(acting: Acting, pk: int) -> Report:
    return get_object_or_404(reports(acting), pk=pk)


def changed_reports() -> list[int]:
    """Return the reports that are no longer what was approved."""
    told = Report.objects.order_by("pk").values_list("pk", "figures", "sha256")
    return [pk for pk, figures, sha256 in told.iterator() if fingerprint(figures) != sha256]


def choosable_areas(acting: Acting) -> list[Area]:
    return list(areas(acting.partnership.pk)) if acting.partnership else []


def draft(partnership: Partnership, *, on: date, about: Sequence[Area]) -> Inventory:
    """Compute the report from the register as it is now, as it was known on the day."""
    local = organizations(partnership.pk).local()
    county = County(
        name=partnership.name,
        words=partnership.words,
        demo=partnership.demo,
        areas=[_row(area) for area in about],
        municipalities=list(local.values_list("pk", "short_name")),
        standings=county_standings(partnership.pk, on=on),
        none=frozenset(answered_none(partnership.pk, on=on)),
    )
    return inventory(county, on=on)


def _row(area: Area) -> AreaRow:
    return AreaRow(area.pk, area.code, names(area, "short_name"), names(area, "name"))


def names(area: Area, field: str) -> dict[str, str]:
    """Return the name in the pack's own language as "", then what it was translated to."""
    others = {
        language: said[field] for language, said in area.translations.items() if field in said
    }
    return {"": getattr(area, field), **others}
