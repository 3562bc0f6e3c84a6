"""What a person should know of something that was read before they take it in, in words."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Doubt(TextChoices):
    CHANGED_SINCE = (
        "changed_since",
        _(
            "The section has been changed in Samklang since the document was taken out. The "
            "suggestion rests on the wording of then."
        ),
    )
    NOT_TRACKED = (
        "not_tracked",
        _(
            "The words differ from the section’s without being tracked as a change. Either "
            "somebody wrote in the document without tracking, or the section was changed in "
            "Samklang after the document was taken out. Compare before you take it in."
        ),
    )
    LOOKS_ONLY = (
        "looks_only",
        _("No word is another, but the text looks different. Word may have done that by itself."),
    )
    HEADING_LEFT = (
        "heading_left",
        _("The section’s heading is not in the document. The heading stays as it is."),
    )
    SAID_ALREADY = "said_already", _("The same thing has been said of the section already.")
    PERSONAL_NUMBER = (
        "personal_number",
        _(
            "There is a personal identity number here. It is hidden, and this cannot be taken in: "
            "take the number out of the document and upload it again."
        ),
    )
    TOO_LONG = (
        "too_long",
        _("It is longer than may be kept here. Shorten it in the document and upload it again."),
    )
    EMPTY = "empty", _("There are no words in it, so there is nothing to take in.")


# What keeps something out, whoever ticks it.
_BARS = frozenset({Doubt.PERSONAL_NUMBER, Doubt.TOO_LONG, Doubt.EMPTY})
# Four of the dots that stand in place of a number: more than any list begins with.
_HIDDEN = "••••"


def is_barred(doubts: Iterable[Doubt]) -> bool:
    return not _BARS.isdisjoint(doubts)


def has_hidden_number(text: str) -> bool:
    return _HIDDEN in text


class Why(TextChoices):
    """Why something in the document is shown by itself."""

    NO_SECTION = (
        "no_section",
        _("The heading is not in the text: it is new, or it has been renamed."),
    )
    BEFORE_SECTIONS = "before_sections", _("It stands outside all sections of the text.")
    FRONT = (
        "front",
        _(
            "It follows from the local answers and from what is recorded of the agreement. "
            "Change it there."
        ),
    )
    TWICE = "twice", _("The section stands in the document more than once. This is a later one.")
    REMOVED = (
        "removed",
        _("The section is taken out of the document. A suggestion cannot do that: comment on it."),
    )
    COMMENT_NOWHERE = (
        "comment_nowhere",
        _("The comment stands at nothing that is a section of the text."),
    )
