"""Builds a pack for one reader: the summons, each attachment, the bookmarks and the ZIP."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from tempfile import TemporaryFile
from typing import IO

from django.utils import timezone
from django.utils.translation import gettext as _

from samklang.documents.api import Binder, Bookmark, BoundPart, Sheets, as_pdf, bound
from samklang.meetings.actions import Made
from samklang.meetings.models import Attachment
from samklang.meetings.packing.contents import Contents
from samklang.meetings.packing.filled import Fate, Filled
from samklang.meetings.packing.filling import Filling, stamp
from samklang.meetings.packing.names import names
from samklang.meetings.packing.summons import dividers, summons
from samklang.meetings.page import ItemRow

# The summons, the pages between and the binding, besides each attachment.
BESIDES = 3
# Packed already; trying once more only takes time.
_AS_THEY_ARE = frozenset({"docx", "odt", "pdf"})
Tell = Callable[[int, int], None]


def built(contents: Contents, *, home: str, on: date, tell: Tell) -> Made:
    """Return the pack; `tell` is told how many of its parts are done, and of how many."""
    total = len(contents.enclosed) + BESIDES
    filled: list[Filled] = []
    with Binder() as binder:
        filling = Filling(binder, on=on)
        for number, one in enumerate(contents.enclosed):
            tell(number, total)
            filled.append(filling.fill(one))
    tell(total - BESIDES, total)
    call = as_pdf(summons(contents, filled, on=on))
    tell(total - 2, total)
    between = as_pdf(dividers(contents.meeting, filled, on=on, home=home)) if filled else b""
    tell(total - 1, total)
    whole = _bound(contents, filled, call, between)
    return Made(
        mark=contents.mark,
        pdf=whole.content,
        archive=_archive(filled, call),
        page_count=whole.count,
        papers=tuple(one.enclosed.paper.pk for one in filled),
        remarks=tuple(
            {"paper": str(one.enclosed), "said": one.said}
            for one in filled
            if one.fate is not Fate.PAGES
        ),
    )


def _bound(contents: Contents, filled: list[Filled], call: bytes, between: bytes) -> Sheets:
    """Bind them: the summons, then for each attachment the page before it and its own."""
    summoned = _("Summons")
    pieces, parts = [call], [BoundPart(len(call), None, f"{summoned} ")]
    first: dict[int, int] = {}
    for number, one in enumerate(filled):
        first[one.enclosed.paper.pk] = len(parts)
        pieces.append(between)
        name = str(one.enclosed)
        parts.append(BoundPart(len(between), (number, number + 1), name, numbered=False))
        if one.sheets is not None:
            pieces.append(one.sheets.content)
            pages = stamp(one.enclosed).replace("{}", "")
            parts.append(BoundPart(len(one.sheets.content), None, pages))
    marks = [Bookmark(summoned, 0), *_marks(contents, first)]
    return bound(pieces, parts, marks)


def _marks(contents: Contents, first: dict[int, int]) -> Iterator[Bookmark]:
    """Yield a line for each item with papers, its attachments under it."""
    own = tuple(_mark(one.paper, first) for one in contents.enclosed if not one.paper.items.all())
    if own:
        yield Bookmark(_("The meeting as a whole"), own[0].part, own)
    for row in contents.page.rows:
        yield from _marks_of(row, first)


def _marks_of(row: ItemRow, first: dict[int, int]) -> Iterator[Bookmark]:
    under = [_mark(paper, first) for paper in row.attachments]
    for below in row.under:
        under += _marks_of(below, first)
    if under:
        yield Bookmark(str(row.item), under[0].part, tuple(under))


def _mark(paper: Attachment, first: dict[int, int]) -> Bookmark:
    return Bookmark(": ".join(filter(None, (str(paper), paper.title))), first[paper.pk])


def _archive(filled: list[Filled], call: bytes) -> IO[bytes]:
    """Return a ZIP of the summons and every file as it came, in the agenda’s order."""
    found = [(one.enclosed, now) for one in filled if (now := one.enclosed.paper.current)]
    archive = TemporaryFile()  # noqa: SIM115  # whoever keeps it closes it
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr(_("00 Summons") + ".pdf", call)
        for (_one, edition), name in zip(found, names(found), strict=True):
            packing = zipfile.ZIP_DEFLATED
            if edition.file.format in _AS_THEY_ARE:
                packing = zipfile.ZIP_STORED
            received = timezone.localtime(edition.received_at)
            entry = zipfile.ZipInfo(name, date_time=received.timetuple()[:6])
            entry.compress_type = packing
            with edition.file.content.open("rb") as content, packed.open(entry, "w") as target:
                for piece in content.chunks():
                    target.write(piece)
    archive.seek(0)
    return archive
