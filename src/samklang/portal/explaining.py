"""What each word of the county picture means, in general words, for those who are not signed in."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samklang.agreements.api import Status
from samklang.portal.choices import Meaning
from samklang.portal.matrix import mark

_EXPLAINED = (
    (
        Status.IN_FORCE,
        _("In force"),
        _("Adopted, begun, and with a last day that has not passed."),
    ),
    (
        Status.OUTLIVES,
        _("Longer than the regional one"),
        _("The local one holds after the day on which its regional one ends."),
    ),
    (
        Status.UNTIL_FURTHER_NOTICE,
        _("Until further notice"),
        _("In force without a last day. The clause about revision stands below."),
    ),
    (
        Status.EXPIRING,
        _("Expires soon"),
        _("The last day is within six months and nothing adopted follows."),
    ),
    (
        Status.UNDER_WAY,
        _("Under way"),
        _("None is in force, but work has begun. Others see the stage, never the text."),
    ),
    (Status.EXPIRED, _("Expired"), _("The last day has passed and nothing follows.")),
    (Status.MISSING, _("Has none"), _("The municipality has answered that there is none.")),
    (Status.NO_ANSWER, _("No answer"), _("We do not know. Nobody has answered yet.")),
)


def statuses() -> tuple[Meaning, ...]:
    return tuple(Meaning(mark(status), str(word), str(text)) for status, word, text in _EXPLAINED)
