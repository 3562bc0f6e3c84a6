"""Writes a meeting as an editable deck: the agenda, what was decided last time, a slide an item."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from pptx.util import Emu, Inches, Pt

from samklang.meetings.api import ItemTold, Proceedings
from samklang.reporting import meeting_words as words
from samklang.reporting.slides import box
from samklang.reporting.slides.deck import Deck, Line, TableCell, table, text
from samklang.reporting.slides.writer import LANGUAGES

T = TypeVar("T")
_KICKER = box.Box.inches(0.6, 1.62, 12.1, 0.4)
_HEADING = box.Box.inches(0.6, 0.5, 12.1, 1.05)
_ITEM_BODY = box.Box.inches(0.6, 2.2, 8.3, 4.5)
_ITEM_MARGIN = box.Box.inches(9.35, 2.2, 3.4, 4.5)
_ROOM = _ITEM_BODY.height - Inches(0.4)
_TABLE = box.Box.inches(0.6, 1.45, 12.1, 5.2)
# Of the type in tables, and the least height of a row.
_SIZE, _LEAST = 14, Inches(0.32)
# Of who presents and what is attached, beside what is decided or where nothing is.
_BESIDE, _ALONE = 15, 20
# The longest heading that is set so large, by the number of its letters.
_SIZES = ((48, 28), (100, 24), (160, 19), (400, 15))


def written(it: Proceedings, *, on: date) -> bytes:
    language = (get_language() or "sv").split("-")[0]
    deck = Deck(
        title=words.title(it),
        author=it.keeper,
        language=LANGUAGES.get(language, language),
        foot=words.foot(it, on),
    )
    _cover(deck, it)
    _agenda(deck, it)
    _last_time(deck, it)
    for item in it.items:
        if not item.is_break and (not item.is_heading or item.clauses or item.text):
            _item(deck, it, item)
    return deck.saved()


def _cover(deck: Deck, it: Proceedings) -> None:
    notes = "\n".join(f"{label}: {value}" for label, value in words.facts(it))
    slide = deck.slide(it.body, notes=notes, at=box.COVER_TITLE, size=40)
    kicker = " · ".join(filter(None, (words.kind_of_paper(it), it.county)))
    text(slide, box.Box.inches(0.6, 0.85, 12.1, 0.4), [Line(kicker, size=16, colour="ink-2")])
    when = ", ".join(filter(None, (words.weekday_words(it.date), words.time_words(it))))
    lines = [Line(when, 24, bold=True), *([Line(it.place, 20, space_before=6)] if it.place else [])]
    text(slide, box.Box.inches(0.6, 3.05, 12.1, 1.4), lines)
    led = ((_("Chair"), it.chair), (_("Secretary"), it.secretary))
    said = [Line(f"{label}: {name}", 16, space_before=4) for label, name in led if name]
    text(slide, box.Box.inches(0.6, 4.75, 12.1, 1.2), said or [Line("", 16)])


def _agenda(deck: Deck, it: Proceedings) -> None:
    head = (_("No."), _("Time"), _("Item"), _("Kind"), _("Presented by"))
    rows = [
        (
            one.mark,
            words.slot_words(one),
            one.title,
            "" if one.is_heading else "/".join(one.kinds),
            "; ".join(one.presenters),
        )
        for one in it.items
    ]
    if it.is_timed:
        _tabled(deck, _("Agenda"), head, rows, (0.8, 1.6, 5.2, 1.6, 2.9))
        return
    untimed = [(mark, *rest) for mark, _time, *rest in rows]
    _tabled(deck, _("Agenda"), (head[0], *head[2:]), untimed, (0.8, 6.2, 1.7, 3.4))


def _last_time(deck: Deck, it: Proceedings) -> None:
    if it.last_time is None:
        return
    title = _("Decided last time, %(day)s") % {"day": words.day_words(it.last_time.on)}
    if not it.last_time.decided:
        slide = deck.slide(title, notes="")
        text(slide, box.BODY, [Line(_("Nothing was decided that needs to be followed up."), 20)])
        return
    head = (_("No."), _("Decision"), _("What has come of it"))
    rows = [(one.mark, one.wording, words.became(one)) for one in it.last_time.decided]
    _tabled(deck, title, head, rows, (0.8, 8.1, 3.2))


def _tabled(
    deck: Deck,
    title: str,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    inches: Sequence[float],
) -> None:
    """Put rows on as many slides as they need, with the head on each."""
    for number, some in enumerate(_pages(rows, inches)):
        shown = f"{title} ({number + 1})" if number else title
        slide = deck.slide(shown, notes="")
        cells = [[TableCell(said) for said in row] for row in (head, *some)]
        heights = [_row_height(row, inches) for row in (head, *some)]
        place = box.Box(_TABLE.left, _TABLE.top, _TABLE.width, Emu(sum(heights)))
        made = table(slide, place, cells, alt=shown, size=_SIZE)
        for column, width in zip(made.columns, inches, strict=True):
            column.width = Inches(width)
        for row, height in zip(made.rows, heights, strict=True):
            row.height = Emu(height)


def _row_height(row: Sequence[str], inches: Sequence[float]) -> int:
    """Say about how high a row becomes when its longest text is broken into lines."""
    edges = Inches(0.12)
    lines = (
        Line(said, _SIZE).height(Inches(width) - edges)
        for said, width in zip(row, inches, strict=True)
    )
    return max(_LEAST, *(height + Pt(6) for height in lines))


def _pages(rows: Sequence[Sequence[str]], inches: Sequence[float]) -> Iterator[list[Sequence[str]]]:
    return _filled(rows, lambda row: _row_height(row, inches), _TABLE.height - _LEAST)


def _filled(these: Iterable[T], height: Callable[[T], int], room: int) -> Iterator[list[T]]:
    """Yield as many at a time as there is room for; one that is too high stands alone."""
    some: list[T] = []
    left = room
    for one in these:
        if some and height(one) > left:
            yield some
            some, left = [], room
        some.append(one)
        left -= height(one)
    if some:
        yield some


def _item(deck: Deck, it: Proceedings, item: ItemTold) -> None:
    """Put what the meeting decides, or is asked to; a long list goes on on the next slide."""
    heading = " ".join(filter(None, (item.mark, item.title)))
    size = next((size for most, size in _SIZES if len(heading) <= most), _SIZES[-1][1])
    lead, clauses = _clauses(it, item)
    lines = [Line(one, 20, serif=True, space_before=9) for one in clauses]
    pages = list(_filled(lines, lambda one: one.height(_ITEM_BODY.width), _ROOM)) or [[]]
    for number, some in enumerate(pages):
        shown = f"{heading} ({number + 1})" if number else heading
        slide = deck.slide(shown, notes=_notes(item), at=_HEADING, size=size)
        kicker = " · ".join(filter(None, (item.heading, "/".join(item.kinds))))
        if kicker:
            text(slide, _KICKER, [Line(kicker, size=16, colour="ink-2")])
        if some:
            text(slide, _ITEM_BODY, [Line(lead, 16, bold=True), *some])
        margin = _margin(item, _BESIDE if some else _ALONE)
        if margin:
            text(slide, _ITEM_MARGIN if some else _ITEM_BODY, margin)


def _clauses(it: Proceedings, item: ItemTold) -> tuple[str, tuple[str, ...]]:
    if item.adopted:
        return _("%(body)s decided") % {"body": it.body}, tuple(one.wording for one in item.adopted)
    proposals = () if it.has_minutes else item.proposals
    return _("Proposal for decision"), proposals


def _margin(item: ItemTold, size: float) -> list[Line]:
    papers = tuple(words.paper_words(one) for one in item.papers)
    groups = ((_("Presented by"), item.presenters), (_("Attachments"), papers))
    lines: list[Line] = []
    for label, said in groups:
        if said:
            lines.append(Line(label, size - 4, colour="ink-2", space_before=12 if lines else 0))
            lines += [Line(one, size, space_before=3) for one in said]
    return lines


def _notes(item: ItemTold) -> str:
    """Put in the notes what the minutes say, for whoever tells of the meeting."""
    papers = "; ".join(words.paper_words(one) for one in item.papers)
    return "\n".join(filter(None, (item.text, "; ".join(item.presenters), papers)))
