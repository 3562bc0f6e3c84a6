"""The ways in which an item is dealt with, by the fields that say so; an item may have several."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

KINDS = {
    "in_writing": _("In writing"),
    "for_information": _("Information"),
    "for_dialogue": _("Dialogue"),
    "for_decision": pgettext_lazy("kind of item", "Decision"),
}
