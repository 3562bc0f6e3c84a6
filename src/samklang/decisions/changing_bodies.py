"""What decisions themselves let a decision do: start, change or end a body."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import cast

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samklang.common.policy import Verdict, denied
from samklang.decisions.body_form import CHANGE, END, START, BodyForm
from samklang.decisions.models import Decision, Effect
from samklang.decisions.queries.named_bodies import named_bodies
from samklang.decisions.registry import (
    Asked,
    Change,
    Changed,
    EffectForm,
    Preview,
    Taken,
    Told,
    version_seen,
)
from samklang.decisions.words_of_bodies import ended, none_yet, now, started, touched
from samklang.organizations.api import (
    Acting,
    Body,
    Deciding,
    Described,
    Started,
    as_seen,
    bodies,
    can_change_body,
    can_end_body,
    children,
    describe_body,
    end_body,
    levels,
    move_body,
    parent_of,
    start_body,
    version_of,
)

_LONGEST = 500
_ENDED = _("The body has ended, or its last day is decided already.")
_GONE = _("The body is not in the register.")
_BACKWARDS = _("The body is changed on its own page, or by a new decision.")


class ChangeBodies:
    """The kind of effect; what was asked says which of the three, of which body, and how."""

    kind = "change-bodies"
    deciding = Deciding.CHANGE_BODIES

    @property
    def label(self) -> str | Promise:
        return _("Start, change or end a body")

    def form(self, sent: QueryDict | None, *, taken: Taken, by: Acting, prefix: str) -> EffectForm:
        there = bodies(taken.body.partnership_id)
        made = BodyForm(
            sent,
            prefix=prefix,
            there=there,
            own=[one for one in there if can_end_body(by, one)],
            levels=levels(taken.body.partnership.country),
        )
        return cast("EffectForm", made)

    def preview(self, asked: Asked, *, taken: Taken, by: Acting) -> Preview:
        if asked["what"] == START:
            return Preview((_start(asked, taken.body),), "new")
        body = named_bodies(by).get(asked["body"])
        if body is None or body.until_date is not None:
            return Preview((), "", str(_ENDED))
        if asked["what"] == END:
            below = tuple(touched(one) for one in children(body, on=_day(asked)))
            change = ended(body, _day(asked), below)
        else:
            change = _changed(body, asked)
        return Preview((change,), f"{body.pk}-{version_of(body)}")

    def verdict(self, asked: Asked, *, taken: Taken, by: Acting) -> Verdict:
        if asked["what"] == START:
            # A new body is of the structure that the deciding one is of.
            return can_change_body(by, taken.body)
        body = named_bodies(by).get(asked["body"])
        if body is None:
            return denied(_GONE)
        return can_end_body(by, body) if asked["what"] == END else can_change_body(by, body)

    def carry_out(self, asked: Asked, *, decision: Decision, by: Acting, seen: str) -> Asked:
        words = decision.wording[:_LONGEST]
        if asked["what"] == START:
            made = _started(asked, decision, words, by)
            return {"body": made.pk}
        body = named_bodies(by).get(asked["body"])
        if body is None or body.until_date is not None:
            raise Changed(f"body {asked['body']} is not as it was seen")
        version = version_seen(seen, body.pk)
        if asked["what"] == END:
            day = _day(asked)
            as_seen(
                body, version, lambda: end_body(body, until_date=day, until_decision=words, by=by)
            )
        else:
            as_seen(body, version, lambda: _change(body, asked, by))
        return {"body": body.pk}

    def can_take_back(self, effect: Effect, *, by: Acting) -> Verdict:
        """A body that is there, changed or ended has others that count on it by now."""
        return denied(_BACKWARDS)

    def take_back(self, effect: Effect, *, by: Acting) -> None:
        raise Changed(str(_BACKWARDS))

    def areas(self, asked: Asked) -> frozenset[int]:
        """A body is of no area."""
        return frozenset()

    def told(self, effects: Iterable[Effect], *, by: Acting) -> dict[int, tuple[Told, ...]]:
        there = named_bodies(by)
        return {
            one.pk: (_told(one, there.get(one.done.get("body", one.asked.get("body")))),)
            for one in effects
        }


def _day(asked: Asked) -> date:
    return date.fromisoformat(asked["day"])


def _parent(asked: Asked, body: Body) -> Body | None:
    wanted = asked.get("parent")
    return next((one for one in bodies(body.partnership_id) if one.pk == wanted), None)


def _start(asked: Asked, deciding: Body) -> Change:
    parent = _parent(asked, deciding)
    return Change(asked["name"], "", none_yet(), started(_day(asked), parent))


def _started(asked: Asked, decision: Decision, words: str, by: Acting) -> Body:
    """A new body is of the structure that the deciding one is of."""
    home = decision.body
    described = Described(
        asked["name"], "", asked["level"], home.kind, home.organization_id, asked["purpose"]
    )
    parent = _parent(asked, home)
    begun = Started(_day(asked), words, parent.pk if parent else None)
    return start_body(home.partnership_id, described, begun, by=by)


def _changed(body: Body, asked: Asked) -> Change:
    day = _day(asked)
    before = now(body.name, body.purpose, parent_of(body, on=day))
    parent = _parent(asked, body) or parent_of(body, on=day)
    after = now(asked["name"] or body.name, asked["purpose"] or body.purpose, parent)
    return Change(body.name, body.get_absolute_url(), before, after)


def _change(body: Body, asked: Asked, by: Acting) -> None:
    said = Described(
        asked["name"] or body.name,
        body.short_name,
        body.level,
        body.kind,
        body.organization_id,
        asked["purpose"] or body.purpose,
    )
    describe_body(body, said, by=by)
    parent, day = _parent(asked, body), _day(asked)
    if parent is not None and parent != parent_of(body, on=day):
        move_body(body, parent_id=parent.pk, from_date=day, by=by)


def _told(effect: Effect, body: Body | None) -> Told:
    asked = effect.asked
    said = {
        (START, True): gettext("Starts on %(day)s"),
        (START, False): gettext("To start on %(day)s"),
        (CHANGE, True): gettext("Changed from %(day)s"),
        (CHANGE, False): gettext("To be changed from %(day)s"),
        (END, True): gettext("Ends on %(day)s"),
        (END, False): gettext("To end on %(day)s"),
    }[asked["what"], bool(effect.done)]
    what = said % {"day": asked["day"]}
    if body is None:
        gone = gettext("A body that is no longer in the register")
        return Told(asked.get("name") or gone, "", what)
    return Told(body.name, body.get_absolute_url(), what)
