"""How an area's agreements are told to the timeline: bars, and a sentence that says them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.common.pictures.bars import Bar
from samklang.common.pictures.timeline import Timeline
from samklang.common.words import Words
from samklang.reporting import wording
from samklang.reporting.figures import AreaFigures, Inventory, Local


def timeline_of(area: AreaFigures, figures: Inventory, known: Words) -> Timeline:
    return Timeline(
        label=_label(area, known),
        regional=_regional_bar(area, known),
        local=tuple(_local_bar(local) for local in area.locals),
        day=figures.on,
        day_text=figures.on.isoformat(),
    )


def _label(area: AreaFigures, known: Words) -> str:
    """Say what the picture shows to somebody who does not see it."""
    count = len(area.locals)
    said = {
        **wording.levels(known),
        "area": wording.name_of(area),
        "count": count,
        "local": known.local if count == 1 else known.local_plural,
        "extent": wording.extent(area.regional.holding) if area.regional else "",
    }
    if area.regional:
        point = _("%(area)s: %(count)s %(local)s against %(regional)s, which holds %(extent)s.")
    else:
        point = _("%(area)s: %(count)s %(local)s. No %(regional)s is known.")
    bars = "; ".join(
        f"{one.name} {wording.holds_from(one.holding)}–{wording.holds_until(one.holding)}"
        for one in area.locals
    )
    return f"{point % said} {bars}".strip()


def _regional_bar(area: AreaFigures, known: Words) -> Bar | None:
    if area.regional is None:
        return None
    holding = area.regional.holding
    return Bar(
        label=known.regional,
        start=holding.start,
        end=holding.end,
        until_further_notice=holding.until_further_notice,
        text=wording.in_force_until(holding.end) if holding.end else wording.extent(holding),
        short_text=wording.until(holding.end) if holding.end else "",
        first_end=holding.extended_from,
        known_from=holding.known_from,
    )


def _local_bar(local: Local) -> Bar:
    holding = local.holding
    mark = " *" if local.clause else ""
    return Bar(
        label=local.name,
        start=holding.start,
        end=holding.end,
        until_further_notice=holding.until_further_notice,
        text=(_("until further notice") if holding.end is None else "") + mark,
        short_text=mark.strip(),
        end_text=str(holding.end) if local.outlived_end else "",
        known_from=holding.known_from,
    )
