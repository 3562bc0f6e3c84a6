"""The law calendar as a picture: each act's time, and the days on which it changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.utils.translation import gettext, ngettext

from samklang.common.pictures.changes import Change, Changes, Lane
from samklang.library.api import ProvisionText
from samklang.portal.forms import Terms
from samklang.portal.laws import CountyLaw
from samklang.portal.wording import capital, listed


def law_line(found: CountyLaw, asked: Terms) -> Changes:
    named = gettext("Today %(day)s") if asked.is_today else "%(day)s"
    return Changes(
        label=_label(found),
        lanes=tuple(
            _lane(act.name, own, found)
            for act in found.law.acts
            if (own := [one for one in found.law.provisions if one.act == act.code])
        ),
        day=found.on,
        day_text=named % {"day": found.on.isoformat()},
    )


def _label(found: CountyLaw) -> str:
    days = Counter(change.day for change in found.coming)
    if not days:
        return gettext("The law calendar: no change is known after this day.")
    told = [f"{day.isoformat()} ({count})" for day, count in days.items()]
    return gettext("The law calendar: changes on %(days)s.") % {"days": listed(told)}


def _lane(name: str, own: Iterable[ProvisionText], found: CountyLaw) -> Lane:
    """An act begins where the first of its provisions does; one without a day has always been."""
    firsts = [one.wordings[0].from_date for one in own if one.wordings]
    known = [day for day in firsts if day is not None]
    codes = {one.code for one in own}
    days = Counter(one.day for one in found.every_change if one.provision.code in codes)
    return Lane(
        label=capital(name),
        begins=min(known) if firsts and len(known) == len(firsts) else None,
        changes=tuple(
            Change(
                day,
                ngettext("%(count)s change", "%(count)s changes", count) % {"count": count},
                past=day <= found.on,
            )
            for day, count in days.items()
        ),
    )
