"""What a body's rows and its history say, in words that anybody can read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samklang.audit.api import Entry
from samklang.organizations.models import (
    Body,
    Charter,
    Dated,
    OrganizationKind,
    Post,
)
from samklang.organizations.queries import BodyOnDay

# Whose body it is; the colours and patterns of the county's own papers go with these words.
WHOSE = {
    OrganizationKind.REGION: gettext_lazy("The region’s"),
    OrganizationKind.MUNICIPALITY: gettext_lazy("The municipalities’"),
    OrganizationKind.SUPPORT: gettext_lazy("The shared structure’s"),
    OrganizationKind.USERS: gettext_lazy("The user organizations’"),
    OrganizationKind.OTHER: gettext_lazy("Somebody else’s"),
}


def whose(body: Body) -> str:
    return body.organization.name if body.organization else str(WHOSE[OrganizationKind(body.kind)])


def period(row: Dated) -> str:
    """Say from when until when it holds; a day that nobody knows is said to be unknown."""
    words = {"from": row.from_date, "until": row.until_date}
    if row.from_date and row.until_date:
        return _("%(from)s to %(until)s") % words
    if row.from_date:
        return _("from %(from)s until further notice") % words
    if row.until_date:
        return _("to %(until)s, from when is not recorded") % words
    return _("until further notice, from when is not recorded")


def given(charter: Charter) -> str:
    """Say who gave it, and for how long it holds."""
    giver = charter.given_by
    if giver is None:
        return _("By whom is not recorded; %(period)s") % {"period": period(charter)}
    return _("Given by %(giver)s; %(period)s") % {"giver": giver, "period": period(charter)}


def covered(charter: Charter) -> list[str]:
    """Return the kinds of decision that the mandate covers, as they end “may …”."""
    return [one.get_decision_display() for one in charter.powers.all()]


def short_mandate(charter: Charter) -> str:
    """Say in a few words whose mandate it is and how long it holds, for a picture."""
    giver = charter.given_by
    name = str(giver.short_name or giver.name) if giver else _("giver not recorded")
    until = charter.until_date.isoformat() if charter.until_date else _("until further notice")
    return _("Mandate: %(giver)s, %(until)s") % {"giver": name, "until": until}


def lacking(one: BodyOnDay) -> list[str]:
    """Return what the body lacks, each as a few words beside a symbol."""
    found = []
    if one.lacks_assignment and one.lacks_mandate:
        found.append(_("No written assignment or mandate"))
    elif one.lacks_assignment:
        found.append(_("No written assignment"))
    elif one.lacks_mandate:
        found.append(_("No written mandate"))
    return found


def vacancies(count: int) -> str:
    return ngettext("%(count)d vacant place", "%(count)d vacant places", count) % {"count": count}


def seats(one: BodyOnDay) -> str:
    count = len(one.seated)
    if not count:
        return _("Nobody recorded")
    return ngettext("%(count)d place", "%(count)d places", count) % {"count": count}


def post_words(post: Post) -> str:
    """Say who, or that nobody, sits in the place."""
    name = post.person or _("Vacant place")
    role = post.title or post.get_kind_display()
    return _("%(name)s, %(role)s") % {"name": name, "role": role}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that happened to a body: when, who, what."""

    at: datetime
    who: str
    what: str


Details = Mapping[str, Any]
_HAPPENED: dict[str, Callable[[Details, Mapping[int, str], Mapping[int, str]], str]] = {
    "body.started": lambda d, _b, _p: _("started the body: %(decision)s") % d,
    "body.described": lambda _d, _b, _p: _("changed what the body is called or is for"),
    "body.moved": lambda d, b, _p: (
        _("let it answer to %(parent)s from %(day)s")
        % {"parent": b.get(d.get("parent") or 0, _("nobody")), "day": d["day"]}
    ),
    "body.ended": lambda d, _b, _p: _("ended the body, last day %(day)s: %(decision)s") % d,
    "body.assignment_given": lambda d, _b, _p: _("recorded the assignment “%(what)s”") % d,
    "body.assignment_ended": lambda d, _b, _p: (
        _("ended the assignment “%(what)s”, last day %(day)s") % d
    ),
    "body.mandate_given": lambda d, _b, _p: _("recorded the mandate “%(what)s”") % d,
    "body.mandate_ended": lambda d, _b, _p: _("ended the mandate “%(what)s”, last day %(day)s") % d,
    "body.post_added": lambda d, _b, p: _("added a place: %(post)s") % _named(d, p),
    "body.post_changed": lambda d, _b, p: _("corrected a place: %(post)s") % _named(d, p),
    "body.post_ended": lambda d, _b, p: (
        _("ended a place: %(post)s, last day %(day)s") % {**_named(d, p), "day": d["day"]}
    ),
}


def _named(details: Details, posts: Mapping[int, str]) -> dict[str, str]:
    """The record holds the place's number only; whoever is taken out of it is named no longer."""
    return {"post": posts.get(details["post"], _("a place that is no longer there"))}


def body_history_lines(entries: Iterable[Entry], one: BodyOnDay) -> list[HistoryLine]:
    """Tell what happened to the body, in one statement more for the names of other bodies."""
    shown = [entry for entry in entries if entry.verb in _HAPPENED]
    parents = {entry.details.get("parent") for entry in shown} - {None}
    bodies = {body.pk: body.name for body in Body.objects.filter(pk__in=parents)}
    posts = {post.pk: post_words(post) for post in one.posts}
    return [
        HistoryLine(
            at=entry.happened_at,
            who=str(entry.actor or "Samklang"),
            what=_HAPPENED[entry.verb](entry.details, bodies, posts),
        )
        for entry in shown
    ]
