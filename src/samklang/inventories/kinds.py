"""What a received document can turn out to be, in the user’s words."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samklang.common.words import Words

REGIONAL, LOCAL, OTHER = "regional_agreement", "local_agreement", "other_agreement"
# What the register can hold, and on which of its two levels.
LEVELS: Mapping[str, str] = {REGIONAL: "regional", LOCAL: "local"}

# What is not an agreement between our parties, called what it is.
NOT_AGREEMENTS: Mapping[str, str | Promise] = {
    "minutes": _("Minutes"),
    "agenda": _("An agenda"),
    "board_memo": _("A memo to a board"),
    "assignment": _("An assignment"),
    "report": _("A report"),
    "routine": _("A routine"),
    "template": _("A template that nobody has filled in"),
    "web_page": _("A web page"),
    "law_text": _("Law text or rules"),
    "policy": _("A policy or a plan"),
    "project_plan": _("A project plan"),
    "motion": _("A motion or a reservation"),
    "consultation_response": _("An answer to a consultation"),
    "invitation": _("An invitation"),
    "survey": _("A survey"),
    "agreement_with_individual": _("A contract with an individual"),
    "agreement_with_provider": _("A contract with a private provider"),
    "foreign_agreement": _("An agreement in another language"),
    "foreign_document": _("A document in another language"),
    "not_a_document": _("No document: an empty page or an error message"),
}
OTHER_KIND, SOMETHING_ELSE = "other", _("Something else")
# Of these a meeting is proposed.
MEETINGS = ("minutes", "agenda")


def kind_label(kind: str, words: Words) -> str:
    """Name the kind; the two levels of agreement have the pack’s own names."""
    if kind == REGIONAL:
        return _named(words.regional_long, words.regional) or str(_("Regional agreement"))
    if kind == LOCAL:
        return _named(words.local_long, words.local) or str(_("Local agreement"))
    if kind == OTHER:
        return str(_("An agreement that is neither regional nor local"))
    return str(NOT_AGREEMENTS.get(kind, SOMETHING_ELSE))


def _named(name: str, short: str) -> str:
    capital = name[:1].upper() + name[1:]
    return capital if short in ("", name) else f"{capital} ({short})"


def rejection_choices() -> list[tuple[str, str]]:
    return [
        *((kind, str(label)) for kind, label in NOT_AGREEMENTS.items()),
        (OTHER, str(_("An agreement that does not belong in the register"))),
        ("not_wanted", str(_("An agreement that I do not want to register now"))),
        ("personal_number", str(_("A document with facts about individuals"))),
        (OTHER_KIND, str(SOMETHING_ELSE)),
    ]


def rejection_label(rejected_as: str) -> str:
    return dict(rejection_choices()).get(rejected_as, "")
