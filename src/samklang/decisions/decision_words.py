"""What is said of decisions: how each stands, and what the body might decide on the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samklang.audit.api import Entry
from samklang.decisions.actions import is_outside
from samklang.decisions.models import Decision
from samklang.organizations.api import Body, Deciding, Mandates


@dataclass(frozen=True, slots=True)
class Mark:
    """How a decision stands: a word, flagged where somebody has to look, and a note under it."""

    word: str = ""
    note: str = ""
    flagged: bool = False


def numbered(paragraph: str) -> str:
    """Say the number as a paragraph where it is nothing but a number."""
    return f"§ {paragraph}" if paragraph.isdecimal() else paragraph


def mark(decision: Decision, rights: Mandates) -> Mark:
    waiting = any(one.is_waiting for one in decision.effects.all())
    if is_outside(decision, rights):
        return Mark(_("Outside the mandate"), _outside_note(decision, waiting), flagged=True)
    if waiting:
        return Mark(_("Not carried out"), _("The body has the mandate now."), flagged=True)
    done = [one.done_at for one in decision.effects.all() if one.done_at]
    if done:
        return Mark(_("Carried out %(day)s") % {"day": timezone.localdate(max(done)).isoformat()})
    return Mark()


def _outside_note(decision: Decision, waiting: bool) -> str:
    if decision.outside_reason:
        return _("Confirmed: %(reason)s") % {"reason": decision.outside_reason}
    if decision.sent_to is not None:
        return _("Sent on to %(body)s. Nothing has changed.") % {"body": decision.sent_to.name}
    return _("Sent on. Nothing has changed.") if waiting else _("Not confirmed.")


def outside_words(body: Body, deciding: str, on: date, rights: Mandates) -> str:
    """Say why it is outside the mandate, and who could have decided it."""
    holders = [one.name for one in rights.holders(deciding, on=on) if one.pk != body.pk]
    said = {
        "body": body.name,
        "what": Deciding(deciding).label,
        "day": on.isoformat(),
        "others": ", ".join(holders),
    }
    if rights.of(body.pk, on=on):
        first = _("The written mandate of %(body)s on %(day)s does not let it %(what)s.") % said
    else:
        first = _("%(body)s had no written mandate on %(day)s to %(what)s.") % said
    if not holders:
        return _("%(first)s No body is recorded as having one.") % {"first": first}
    return _("%(first)s That mandate has: %(others)s.") % {**said, "first": first}


def mandate_lines(body: Body, on: date, rights: Mandates) -> list[str]:
    """Say what the body may decide on the day, a line for each of its mandates."""
    lines = []
    for one in rights.of(body.pk, on=on):
        covered = "; ".join(str(power) for power in one.powers.all()) or _("nothing is specified")
        until = one.until_date.isoformat() if one.until_date else _("until further notice")
        giver = one.given_by
        said = {"title": one.title, "covered": covered, "until": until, "giver": giver}
        lines.append(
            _("%(title)s (given by %(giver)s, %(until)s): %(covered)s.") % said
            if giver
            else _("%(title)s (%(until)s): %(covered)s.") % said
        )
    return lines


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that happened to a decision: when, who, what."""

    at: datetime
    who: str
    what: str


_HAPPENED: dict[str, str | Promise] = {
    "decision.recorded": gettext_lazy("recorded the decision"),
    "decision.sent_on": gettext_lazy("sent it on to %(to)s"),
    "decision.answered": gettext_lazy("recorded what %(who)s decided of it"),
    "decision.confirmed": gettext_lazy("confirmed what was sent on"),
    "decision.asked_home": gettext_lazy(
        "asked %(count)s organizations to carry it home by %(due)s"
    ),
    "decision.home_changed": gettext_lazy("changed what is asked of %(count)s organizations"),
    "decision.carried_home": gettext_lazy("wrote how %(who)s carries it home"),
    "decision.home_reminded": gettext_lazy("reminded: %(who)s"),
    "decision.carried_out": gettext_lazy("let it do what it says"),
    "decision.undone": gettext_lazy("took it back"),
}


def history_lines(entries: Iterable[Entry]) -> list[HistoryLine]:
    return [
        HistoryLine(
            one.happened_at, str(one.actor or "Samklang"), str(_HAPPENED[one.verb]) % one.details
        )
        for one in entries
        if one.verb in _HAPPENED
    ]
