"""Turns each attachment into pages for the pack, one file at a time."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from django.utils.translation import gettext as _

from samklang.common.trouble import ConverterDown
from samklang.documents.api import (
    MOST_BYTES,
    MOST_OBJECTS,
    Binder,
    File,
    FileFault,
    Sheets,
    as_pdf,
    converted,
    nodes_of,
)
from samklang.meetings.packing.contents import Enclosed
from samklang.meetings.packing.filled import Fate, Filled
from samklang.meetings.packing.summons import text_of

_PDF = "pdf"


class Filling:
    """Fills a pack with pages until there is no more room."""

    def __init__(self, binder: Binder, *, on: date) -> None:
        self._binder = binder
        self._on = on
        self._room, self._objects = MOST_BYTES, MOST_OBJECTS

    def fill(self, one: Enclosed) -> Filled:
        now = one.paper.current
        if now is None:
            return Filled(one, Fate.LINK if one.paper.link else Fate.EMPTY)
        try:
            fate, sheets = self._pages(one, now.file)
        except (FileFault, ConverterDown, OSError):
            return Filled(one, Fate.CLOSED)
        if sheets is None:
            return Filled(one, fate)
        if len(sheets.content) > self._room or sheets.weight > self._objects:
            return Filled(one, Fate.TOO_MUCH)
        self._room -= len(sheets.content)
        self._objects -= sheets.weight
        return Filled(one, fate, sheets)

    def _pages(self, one: Enclosed, file: File) -> tuple[Fate, Sheets | None]:
        if file.format == _PDF:
            with file.content.open("rb") as content:
                return Fate.PAGES, self._binder.clean(content, stamp(one))
        with file.content.open("rb") as content:
            made = converted(content, file.format)
        if made is not None:
            return Fate.CONVERTED, self._binder.clean(BytesIO(made), stamp(one))
        return self._set(one, file)

    def _set(self, one: Enclosed, file: File) -> tuple[Fate, Sheets | None]:
        """Set the text that was read in it, where nothing makes pages of its looks."""
        text = getattr(file, "text", None)
        if text is None:
            return Fate.CLOSED, None
        nodes = tuple(nodes_of(text.extracted.blocks))
        title = one.paper.title or str(one.paper)
        made = as_pdf(text_of(one.paper.meeting, title, nodes, on=self._on))
        return Fate.TYPESET, self._binder.clean(BytesIO(made), stamp(one))


def stamp(one: Enclosed) -> str:
    """Return what stands on each of its pages: “Bilaga 2 · s 3”."""
    page = _("p. %(number)s") % {"number": "{}"}
    marks = (str(one.paper), _("confidential") if one.paper.is_confidential else "", page)
    return " · ".join(filter(None, marks))
