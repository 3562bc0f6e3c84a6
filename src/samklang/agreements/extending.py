"""What agreements let a decision do: extend one or several of them until a new last day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import cast

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samklang.agreements import policies, queries
from samklang.agreements.actions.extending import extend, take_back_extensions, versions
from samklang.agreements.forms.extending import ExtendForm
from samklang.agreements.models import Agreement
from samklang.agreements.queries.extending import (
    Extending,
    Extension,
    areas_of,
    chosen,
    extendable,
    extension,
    standing_events,
    undone_among,
)
from samklang.agreements.wording import day_in_words, in_words
from samklang.agreements.wording_of_extensions import change_of, trouble_of
from samklang.common.periods import StatedDate
from samklang.common.policy import ALLOWED, Verdict, denied
from samklang.common.words import words
from samklang.decisions.api import (
    Asked,
    Changed,
    Decision,
    Effect,
    EffectForm,
    Preview,
    Taken,
    Told,
)
from samklang.organizations.api import Acting, Deciding

_GONE = _("One of the agreements is no longer there, or has no text that is adopted.")


class ExtendAgreements:
    """The kind of effect; what was asked for is the agreements' ids and the new last day."""

    kind = "extend-agreements"
    deciding = Deciding.EXTEND_AGREEMENTS

    @property
    def label(self) -> str | Promise:
        return _("Extend agreements")

    def form(self, sent: QueryDict | None, *, taken: Taken, by: Acting, prefix: str) -> EffectForm:
        found = extendable(by, taken.body.partnership_id)
        made = ExtendForm(
            sent,
            prefix=prefix,
            offered=[(one, _until(end)) for one, end in found if policies.can_edit(by, one)],
            objection=lambda asked: self.preview(asked, taken=taken, by=by).trouble,
        )
        return cast("EffectForm", made)

    def preview(self, asked: Asked, *, taken: Taken, by: Acting) -> Preview:
        found = _extensions(asked, taken, by)
        agreements = [one.moved.agreement for one in found]
        named = words(taken.body.partnership)
        is_whole = len(found) == len(asked["agreements"])
        return Preview(
            changes=tuple(change_of(one, named) for one in found),
            seen=versions(agreements),
            trouble=trouble_of(found) if is_whole else str(_GONE),
        )

    def verdict(self, asked: Asked, *, taken: Taken, by: Acting) -> Verdict:
        found = chosen(by, asked["agreements"])
        if len(found) < len(asked["agreements"]):
            return denied(_GONE)
        verdicts = (policies.can_edit(by, one) for one in found)
        return next((one for one in verdicts if not one), ALLOWED)

    def carry_out(self, asked: Asked, *, decision: Decision, by: Acting, seen: str) -> Asked:
        taken = Taken(decision.body, decision.decided_date, decision.wording, decision.source)
        found = _extensions(asked, taken, by)
        if len(found) < len(asked["agreements"]) or trouble_of(found):
            raise Changed(f"agreements {asked['agreements']} cannot be extended any longer")
        events = [one.event for one in found]
        for one in events:
            one.decision = decision
        return {"events": extend(events, by=by, seen=seen)}

    def can_take_back(self, effect: Effect, *, by: Acting) -> Verdict:
        """Each extension is taken back by whoever may undo it on the agreement's page."""
        verdicts = (policies.can_undo(by, one) for one in standing_events(_events(effect)))
        return next((one for one in verdicts if not one), ALLOWED)

    def take_back(self, effect: Effect, *, by: Acting) -> None:
        take_back_extensions(standing_events(_events(effect)), by=by)

    def areas(self, asked: Asked) -> frozenset[int]:
        return areas_of(asked["agreements"])

    def told(self, effects: Iterable[Effect], *, by: Acting) -> dict[int, tuple[Told, ...]]:
        held = list(effects)
        pks = {pk for one in held for pk in one.asked["agreements"]}
        named = {one.pk: one for one in queries.as_named(by, chosen(by, pks))}
        events = [pk for one in held for pk in one.done.get("events", ())]
        undone = undone_among(events)
        return {one.pk: tuple(_told(one, named, undone)) for one in held}


def _events(effect: Effect) -> list[int]:
    return list(effect.done.get("events", ()))


def _extensions(asked: Asked, taken: Taken, by: Acting) -> list[Extension]:
    wanted = Extending(
        last_date=date.fromisoformat(asked["last_date"]),
        body=taken.body,
        on=taken.on,
        quote=taken.wording,
        source=taken.source,
    )
    thought = (extension(one, wanted, today=by.today) for one in chosen(by, asked["agreements"]))
    return [one for one in thought if one is not None]


def _until(end: StatedDate | None) -> str:
    """Say until when an agreement holds, beside its name in the form."""
    return (
        gettext("holds until %(day)s") % {"day": in_words(end)}
        if end
        else gettext("no end is known")
    )


def _told(effect: Effect, named: dict[int, Agreement], undone: frozenset[int]) -> Iterable[Told]:
    day = day_in_words(date.fromisoformat(effect.asked["last_date"]))
    said = (
        gettext("Extended until %(day)s")
        if effect.done
        else gettext("To be extended until %(day)s")
    )
    for pk in effect.asked["agreements"]:
        one = named.get(pk)
        what = said % {"day": day}
        if pk in undone:
            what = gettext("%(what)s. The entry is undone since.") % {"what": what}
        name = str(one) if one else gettext("An agreement that is no longer in the register")
        yield Told(name, one.get_absolute_url() if one else "", what)
