"""Rights and what happened to them, as sentences that anybody can read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samklang.audit.api import Entry
from samklang.organizations.models import Invitation, Membership, Organization, Role

# %(name)s and %(organization)s are put in; the last day is a sentence part of its own.
_MAY: dict[str, str | Promise] = {
    Role.READER: gettext_lazy("%(name)s may read what is internal to %(organization)s"),
    Role.EDITOR: gettext_lazy("%(name)s may write for %(organization)s"),
    Role.COORDINATOR: gettext_lazy(
        "%(name)s coordinates the county’s agreements from %(organization)s"
    ),
    Role.ADMINISTRATOR: gettext_lazy("%(name)s administers %(organization)s"),
}


def right(name: str, role: str, organization: Organization, until: date | None) -> str:
    """Say the right as a sentence: “Anna may write for the municipality until 2027-06-30.”"""
    said = str(_MAY[role]) % {"name": name, "organization": organization}
    if until is None:
        return f"{said}."
    return _("%(sentence)s until %(day)s.") % {"sentence": said, "day": until.isoformat()}


def of_seat(seat: Membership) -> str:
    return right(str(seat.user), seat.role, seat.organization, seat.until_date)


def of_invitation(invitation: Invitation) -> str:
    return right(invitation.name, invitation.role, invitation.organization, invitation.until_date)


def _role(details: Mapping[str, Any]) -> str:
    return str(Role(details["role"]).label).lower() if details.get("role") else ""


def _until(details: Mapping[str, Any]) -> str:
    return _(" until %(day)s") % {"day": details["until"]} if details.get("until") else ""


_HAPPENED: dict[str, Callable[[Mapping[str, Any], str], str]] = {
    "right.given": lambda d, who: (
        _("gave %(who)s the right: %(role)s%(until)s")
        % {"who": who, "role": _role(d), "until": _until(d)}
    ),
    "membership.given": lambda d, who: (
        _("gave %(who)s the right: %(role)s%(until)s")
        % {"who": who, "role": _role(d), "until": _until(d)}
    ),
    "right.ended": lambda d, who: (
        _("took back from %(who)s the right: %(role)s") % {"who": who, "role": _role(d)}
    ),
    "right.confirmed": lambda d, who: (
        _("said that %(who)s still needs the right: %(role)s") % {"who": who, "role": _role(d)}
    ),
    "invitation.sent": lambda _d, who: _("invited %(who)s") % {"who": who},
    "invitation.withdrawn": lambda _d, who: _("withdrew the invitation of %(who)s") % {"who": who},
    "invitation.accepted": lambda _d, who: _("accepted the invitation of %(who)s") % {"who": who},
    "elevation.begun": lambda d, _who: (
        _("borrowed administrator rights for an hour: %(reason)s") % {"reason": d.get("reason", "")}
    ),
    "elevation.ended": lambda _d, _who: _("gave back the borrowed administrator rights"),
}


# What the history of an organization’s people tells; agreements have histories of their own.
TOLD = tuple(_HAPPENED)


def happened(entry: Entry, whom: str) -> str:
    """Say what the entry records, about the person it concerns."""
    return _HAPPENED[entry.verb](entry.details, whom)
