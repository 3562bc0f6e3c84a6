"""What agreements let a decision do: adopt an edition, for one party or for several."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samklang.agreements import policies
from samklang.agreements.actions.adopting import adopt, take_back_adoptions
from samklang.agreements.actions.extending import versions
from samklang.agreements.fingerprints import fingerprint_of
from samklang.agreements.forms.adopting import AdoptForm
from samklang.agreements.models import Edition
from samklang.agreements.queries.adopting_editions import (
    Adopting,
    adoptable,
    adopted_by,
    areas_of_edition,
    found_edition,
    named_editions,
    standing_adoptions,
    thought_in,
)
from samklang.agreements.wording import status_words
from samklang.common.policy import ALLOWED, Verdict, denied
from samklang.common.words import words
from samklang.decisions.api import (
    Asked,
    Change,
    Changed,
    Decision,
    Effect,
    EffectForm,
    Preview,
    Taken,
    Told,
    Touched,
)
from samklang.organizations.api import Acting, Deciding

_GONE = _("The edition is no longer there, or you may not read it.")
_ADOPTED = _("One of the parties has adopted the edition already.")


class AdoptEdition:
    """The kind of effect; what was asked for is the edition's id and the parties' ids."""

    kind = "adopt-edition"
    deciding = Deciding.ADOPT_AGREEMENT

    @property
    def label(self) -> str | Promise:
        return _("Adopt an edition of an agreement")

    def form(self, sent: QueryDict | None, *, taken: Taken, by: Acting, prefix: str) -> EffectForm:
        offered = adoptable(by, taken.body.partnership_id)
        own = taken.body.organization_id
        return cast("EffectForm", AdoptForm(sent, prefix=prefix, offered=offered, own=own))

    def preview(self, asked: Asked, *, taken: Taken, by: Acting) -> Preview:
        edition = found_edition(by, asked["edition"])
        if edition is None:
            return Preview((), "", str(_GONE))
        wanted = Adopting(edition, frozenset(asked["parties"]), taken.body.name, taken.on)
        if adopted_by(edition) & wanted.organization_ids:
            return Preview((), "", str(_ADOPTED))
        thought = thought_in(wanted, today=by.today)
        named = words(taken.body.partnership)
        change = Change(
            name=str(edition),
            url=edition.agreement.get_absolute_url(),
            before=status_words(thought.before, named) if thought.before else gettext("A draft"),
            after=status_words(thought.after, named) if thought.after else gettext("A draft"),
            touched=tuple(_party(name, *how) for name, *how in thought.parties),
            heading=gettext("Parties that must adopt it"),
        )
        return Preview((change,), _seen(edition))

    def verdict(self, asked: Asked, *, taken: Taken, by: Acting) -> Verdict:
        edition = found_edition(by, asked["edition"])
        if edition is None:
            return denied(_GONE)
        verdicts = (
            policies.can_record_for_party(by, edition.agreement, [one]) for one in asked["parties"]
        )
        return next((one for one in verdicts if not one), ALLOWED)

    def carry_out(self, asked: Asked, *, decision: Decision, by: Acting, seen: str) -> Asked:
        edition = found_edition(by, asked["edition"])
        if edition is None or _seen(edition) != seen:
            raise Changed(f"edition {asked['edition']} is not as it was seen")
        wanted = Adopting(
            edition, frozenset(asked["parties"]), decision.body.name, decision.decided_date
        )
        entries = [
            wanted.entry(pk, paragraph=decision.paragraph, quote=decision.wording)
            for pk in sorted(wanted.organization_ids)
        ]
        return {"adoptions": adopt(edition.agreement, entries, by=by)}

    def can_take_back(self, effect: Effect, *, by: Acting) -> Verdict:
        """Each party's yes is taken back by whoever may undo it on the agreement's page."""
        entries = standing_adoptions(effect.done.get("adoptions", ()))
        verdicts = (policies.can_undo(by, one) for one in entries)
        return next((one for one in verdicts if not one), ALLOWED)

    def take_back(self, effect: Effect, *, by: Acting) -> None:
        take_back_adoptions(standing_adoptions(effect.done.get("adoptions", ())), by=by)

    def areas(self, asked: Asked) -> frozenset[int]:
        return areas_of_edition(asked["edition"])

    def told(self, effects: Iterable[Effect], *, by: Acting) -> dict[int, tuple[Told, ...]]:
        held = list(effects)
        named = named_editions(by, (one.asked["edition"] for one in held))
        return {one.pk: (_told(one, named.get(one.asked["edition"])),) for one in held}


def _seen(edition: Edition) -> str:
    """Name the agreement's state and the text, so that both are as they were looked at."""
    return f"{versions([edition.agreement])}.{fingerprint_of(edition)[:16]}"


def _party(name: str, before: bool, after: bool) -> Touched:
    said = {True: gettext("Has adopted it"), False: gettext("Has not adopted it")}
    return Touched(name, "", said[before], said[after])


def _told(effect: Effect, edition: Edition | None) -> Told:
    count = len(effect.asked["parties"])
    said = (
        gettext("Adopted for %(count)s of the parties")
        if effect.done
        else gettext("To be adopted for %(count)s of the parties")
    )
    if edition is None:
        return Told(gettext("An agreement that you cannot see"), "", said % {"count": count})
    return Told(str(edition), edition.agreement.get_absolute_url(), said % {"count": count})
