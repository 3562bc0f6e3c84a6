"""What each word of the county picture means, in general words, for those who are not signed in."""

from __future__ import annotations

from django.utils.translation import gettext

from samklang.agreements.api import Status
from samklang.portal.choices import Meaning
from samklang.portal.matrix import mark


def statuses() -> tuple[Meaning, ...]:
    texts = (
        (
            Status.IN_FORCE,
            gettext("In force"),
            gettext("Adopted, begun, and with a last day that has not passed."),
        ),
        (
            Status.OUTLIVES,
            gettext("Longer than the regional one"),
            gettext("The local one holds after the day on which its regional one ends."),
        ),
        (
            Status.UNTIL_FURTHER_NOTICE,
            gettext("Until further notice"),
            gettext("In force without a last day. The clause about revision stands below."),
        ),
        (
            Status.EXPIRING,
            gettext("Expires soon"),
            gettext("The last day is within six months and nothing adopted follows."),
        ),
        (
            Status.UNDER_WAY,
            gettext("Under way"),
            gettext("None is in force, but work has begun. Others see the stage, never the text."),
        ),
        (
            Status.EXPIRED,
            gettext("Expired"),
            gettext("The last day has passed and nothing follows."),
        ),
        (
            Status.MISSING,
            gettext("Has none"),
            gettext("The municipality has answered that there is none."),
        ),
        (
            Status.NO_ANSWER,
            gettext("No answer"),
            gettext("We do not know. Nobody has answered yet."),
        ),
    )
    return tuple(Meaning(mark(status), word, text) for status, word, text in texts)
