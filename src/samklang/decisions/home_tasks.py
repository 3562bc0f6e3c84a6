"""What a person has to carry home: the decisions that wait for them, the day that comes first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from samklang.common.letters import folded
from samklang.decisions import home_picture, policies, queries
from samklang.decisions.home_page import WayHomeRow
from samklang.decisions.models import CarryHome, HomeState
from samklang.organizations.api import Acting


@dataclass(frozen=True, slots=True)
class HomeTask:
    """One decision to carry home: what it says, who takes it, by when, and whether it is late."""

    wording: str
    url: str
    note: str
    due_date: date
    is_late: bool
    symbol: str
    # How far it has come, in words.
    word: str


def home_tasks(acting: Acting) -> list[HomeTask]:
    """Return what waits for the user: what names them, and what they write for an organization.

    One statement, however many wait.
    """
    found = queries.ways_home(acting)
    return [_task(one, acting) for one in found if _is_theirs(one, acting)]


def _is_theirs(way: CarryHome, acting: Acting) -> bool:
    return way.organization_id in acting.writes_for() or _carries(way, acting)


def _carries(way: CarryHome, acting: Acting) -> bool:
    """Whether who takes it home is called as the user is; “Vera Ek, director” is Vera Ek."""
    return bool(way.carrier) and _name(way.carrier) == _name(str(acting.user))


def _name(written: str) -> str:
    return folded(" ".join(written.partition(",")[0].split()))


def _task(way: CarryHome, acting: Acting) -> HomeTask:
    due, may_write = way.request.due_date, bool(policies.can_write_home(acting, way))
    state = way.state(due=due, today=acting.today)
    page = reverse("decisions:write_home", args=[way.request.decision_id, way.pk])
    return HomeTask(
        wording=way.request.decision.wording,
        url=page if may_write else way.get_absolute_url(),
        note=_note(way, acting),
        due_date=due,
        is_late=state == HomeState.LATE,
        symbol=home_picture.LOOKS[state][0],
        word=WayHomeRow(way, state, may_write).word,
    )


def _note(way: CarryHome, acting: Acting) -> str:
    said = {
        "body": way.request.decision.body.name,
        "home": way.organization.short_name,
        "who": way.carrier,
    }
    if _carries(way, acting):
        return _("%(body)s has decided it, and you take it home to %(home)s.") % said
    if way.carrier:
        return _("%(body)s has decided it, and %(who)s takes it home to %(home)s.") % said
    return _("%(body)s has decided it. Say who takes it home to %(home)s.") % said
