"""Puts the reader’s values into words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

CERTAINTY: Mapping[str, str | Promise] = {
    "stated": gettext_lazy("It says so in the file."),
    "derived": gettext_lazy("We have concluded it from the text."),
    "guessed": gettext_lazy("Unsure: our proposal."),
}
CERTAINTY_WORDS: Mapping[str, str | Promise] = {
    "stated": gettext_lazy("stated"),
    "derived": gettext_lazy("concluded"),
    "guessed": gettext_lazy("unsure"),
}
# What can stand in two ways in one file; the rest is named after a colon, as the text has it.
_CONTRADICTIONS: Mapping[str, str | Promise] = {
    "overlapping_editions": gettext_lazy("Earlier versions overlap in time"),
    "status": gettext_lazy("Draft or approved"),
    "name": gettext_lazy("A party’s name"),
    "signature": gettext_lazy("Signed or not"),
    "municipal side": gettext_lazy("How many municipalities"),
}
_PREFIXES: Mapping[str, str | Promise] = {
    "number of ": gettext_lazy("How many: %(what)s"),
    "act ": gettext_lazy("Which act: %(what)s"),
    "attachment ": gettext_lazy("Attachment %(what)s"),
    "heading ": gettext_lazy("Heading: %(what)s"),
}


def side_phrase(value: str) -> str:
    """Say what one side of a contradiction says, where the reader has a code for it."""
    said = {
        "blank": _("left blank"),
        "approved": _("approved"),
        "until_further_notice": _("until further notice"),
    }
    return said.get(value, value)


def until_phrase(value: str | None) -> str:
    return _("until further notice") if value == "until_further_notice" else value or ""


def contradiction_phrase(what: str) -> str:
    if what in _CONTRADICTIONS:
        return str(_CONTRADICTIONS[what])
    for prefix, phrase in _PREFIXES.items():
        if what.startswith(prefix):
            return str(phrase) % {"what": what.removeprefix(prefix)}
    return what


def review_phrase(review: Mapping[str, Any]) -> str:
    """Say the clause in words: 'every 2 years', 'to be revised no later than 2026-01-31'."""
    value = review["value"]
    match review["kind"]:
        case "yearly":
            return _("reviewed every year")
        case "every_n_years":
            years = int(value or 1)
            return ngettext(
                "reviewed every %(years)s year", "reviewed every %(years)s years", years
            ) % {"years": years}
        case "when_regional_revised":
            return _("revised when the regional one is")
        case "revise_by":
            return _("to be revised no later than %(date)s") % {"date": value}
        case "follow_up_period":
            return _("followed up %(period)s") % {"period": period_phrase(value)}
    return str(value)


def period_phrase(value: Any) -> str:
    """Say a date, or the two that a period goes between."""
    both = value if isinstance(value, (list, tuple)) else str(value).split("/")
    return " – ".join(both)


def adoption_phrase(adoption: Mapping[str, Any]) -> str:
    kinds = {
        "e_signature": _("e-signed %(date)s, by all parties"),
        "signature": _("signed %(date)s, by all parties"),
        "board_decision": _("decided by a board %(date)s, for one party"),
    }
    return kinds.get(adoption["kind"], "%(date)s") % {"date": adoption["date"]}


def people_phrase(people: list[Mapping[str, str]]) -> str:
    return "; ".join(", ".join(filter(None, (one["name"], one["organization"]))) for one in people)


def item_phrase(item: Mapping[str, Any]) -> str:
    """Say an item of an agenda with all that belongs to it."""
    planned = item.get("minutes")
    time = [_("%(count)s min") % {"count": planned}] if planned else []
    parts = (item["title"], *time, *item["presenters"], *item["attachments"], *item["clauses"])
    return "; ".join(parts)
