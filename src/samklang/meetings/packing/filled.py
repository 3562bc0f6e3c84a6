"""What an attachment has become in a pack: pages, or the reason why there are none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from samklang.documents.api import Sheets
from samklang.meetings.packing.contents import Enclosed


class Fate(StrEnum):
    PAGES = "pages"
    CONVERTED = "converted"
    TYPESET = "typeset"
    LINK = "link"
    EMPTY = "empty"
    CLOSED = "closed"
    TOO_MUCH = "too_much"


_SAYINGS: dict[str, str | Promise] = {
    Fate.PAGES: "",
    Fate.CONVERTED: _("made from %(format)s; the file itself is in the ZIP"),
    Fate.TYPESET: _("only the text, set from %(format)s; the file itself is in the ZIP"),
    Fate.LINK: _("A page in Samklang"),
    Fate.EMPTY: _("Nothing has been added yet"),
    Fate.CLOSED: _("The file cannot be made into pages; it is in the ZIP as it came"),
    Fate.TOO_MUCH: _("The papers are too large for one PDF; the file is in the ZIP"),
}


_KINDS: dict[str, str | Promise] = {"text": _("a text file")}


@dataclass(frozen=True, slots=True)
class Filled:
    """An attachment with its pages, and how they came about."""

    enclosed: Enclosed
    fate: Fate
    sheets: Sheets | None = None

    @property
    def said(self) -> str:
        """Say what is here of it."""
        now = self.enclosed.paper.current
        kind = now.file.format if now else ""
        words = str(_SAYINGS[self.fate]) % {"format": _KINDS.get(kind, kind.upper())}
        if self.sheets is None:
            return words
        count = self.sheets.count
        pages = ngettext("%(count)s page", "%(count)s pages", count) % {"count": count}
        return ", ".join(filter(None, (pages, words)))
