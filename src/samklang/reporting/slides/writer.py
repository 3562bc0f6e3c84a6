"""Writes a report as an editable deck: the answers, one slide per area, the whole list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from pptx.util import Pt

from samklang.common.pictures import timeline
from samklang.common.pictures.shades import SHADES
from samklang.documents.api import Number
from samklang.reporting.extract import Extract
from samklang.reporting.presentation import (
    AreaShown,
    MunicipalityShown,
    Shown,
    Table,
    answer_words,
)
from samklang.reporting.slides import box
from samklang.reporting.slides.chart import answers_chart
from samklang.reporting.slides.deck import Deck, Line, TableCell, table, text
from samklang.reporting.slides.shapes import draw

LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}
ROWS_PER_SLIDE = 16
ROOM_FOR_MORE = Pt(20)


def written(extract: Extract) -> bytes:
    shown = extract.shown
    language = (get_language() or "sv").split("-")[0]
    deck = Deck(
        title=f"{shown.title} {extract.figures.on.isoformat()}",
        author=shown.words.place or extract.figures.name,
        language=LANGUAGES.get(language, language),
        foot=extract.footer,
    )
    notes = "\n".join(f"{label}: {value}" for label, value in extract.facts)
    _cover(deck, extract, shown, notes)
    _answers(deck, shown, notes)
    for area in shown.areas:
        _area(deck, area, notes)
    _municipalities(deck, shown, notes)
    _about(deck, extract, notes)
    return deck.saved()


def _cover(deck: Deck, extract: Extract, shown: Shown, notes: str) -> None:
    slide = deck.slide(shown.title, notes=notes, at=box.COVER_TITLE, size=40)
    account = extract.figures.account
    kicker = " · ".join(filter(None, (account.addressed_to, shown.day_line)))
    text(slide, box.Box.inches(0.6, 0.85, 12.1, 0.4), [Line(kicker, size=16, colour="ink-2")])
    text(slide, box.Box.inches(0.6, 3.0, 10.5, 1.4), [Line(shown.lead, size=20)])
    counts = extract.figures.answers
    large = zip((counts.yes, counts.no, counts.no_answer), answer_words(), strict=True)
    for number, (count, word) in enumerate(large):
        place = box.Box.inches(0.6 + number * 3.2, 4.75, 3.0, 1.7)
        text(slide, place, [Line(str(count), 60, bold=True, serif=True), Line(word, 18)])


def _answers(deck: Deck, shown: Shown, notes: str) -> None:
    plural = shown.words.municipality_definite_plural
    slide = deck.slide(_("What %(plural)s answered") % {"plural": plural}, notes=notes)
    answers_chart(slide, shown.figures, box.Box.inches(0.5, 1.55, 6.7, 5.1), alt=shown.units.label)
    rows = _rows(shown.answers)
    place = box.Box.inches(7.4, 1.75, 5.3, 0.5 * len(rows))
    made = table(slide, place, rows, alt=shown.answers.caption)
    _share(made, (2.95, 0.6, 0.6, 1.15))
    note = _("No and no answer are different things.")
    under = box.Box.inches(7.46, 2.0 + 0.5 * len(rows), 5.2, 0.4)
    text(slide, under, [Line(note, size=13, colour="ink-2")])


def _rows(shown: Table) -> list[list[TableCell]]:
    numeric = [column.numeric for column in shown.columns]
    head = tuple(column.label for column in shown.columns)
    return [
        [TableCell(said, right) for said, right in zip(row, numeric, strict=True)]
        for row in (head, *shown.rows, *([shown.foot] if shown.foot else []))
    ]


def _share(made: object, inches: Sequence[float]) -> None:
    """Give each column its width, in inches."""
    for column, width in zip(made.columns, inches, strict=True):  # type: ignore[attr-defined]  # untyped library
        column.width = box.Box.inches(0, 0, width, 0).width


def _area(deck: Deck, area: AreaShown, notes: str) -> None:
    basis = [sentence for number in area.numbers for sentence in number.basis]
    quotes = [f"{quote.quote} ({quote.whose})" for quote in area.quotes]
    slide = deck.slide(area.title, notes="\n".join((*basis, *quotes, "", notes)))
    if area.is_empty:
        text(
            slide, box.BODY, [Line(_("The register knew of no agreement in this area on the day."))]
        )
        return
    above = box.Box.inches(0.6, 1.25, 12.1, 0.3)
    text(slide, above, [Line(area.caption, size=12, colour="ink-2")])
    draw(slide, timeline.draw(area.timeline, timeline.MIDDLE), box.WIDE_PART)
    text(slide, box.MARGIN, _margin(area))


def _margin(area: AreaShown) -> list[Line]:
    """Put in the margin the figures, then as many clauses as there is room for."""
    lines = [line for number in area.numbers for line in _number(number)]
    left = len(area.quotes)
    for quote in area.quotes:
        more = [
            Line(f"* {quote.quote}", 12, serif=True, space_before=9),
            Line(quote.whose, 11, colour="ink-2"),
        ]
        if _height([*lines, *more]) > box.MARGIN.height - (ROOM_FOR_MORE if left > 1 else 0):
            break
        lines += more
        left -= 1
    if left:
        said = _("More review clauses stand in the notes: %(count)s.") % {"count": left}
        lines.append(Line(said, 11, colour="ink-2", space_before=6))
    return lines


def _height(lines: Iterable[Line]) -> int:
    return sum(line.height(box.MARGIN.width) for line in lines)


def _number(number: Number) -> Iterator[Line]:
    yield Line(number.figure, 36, bold=True, serif=True, space_before=6)
    yield Line(number.text, 14)
    for sentence in number.basis:
        yield Line(sentence, 11, colour="ink-2", space_before=2)


def _municipalities(deck: Deck, shown: Shown, notes: str) -> None:
    title = _("Each %(municipality)s") % {"municipality": shown.words.municipality}
    head = [
        TableCell(shown.words.municipality.capitalize()),
        *(TableCell(area.title) for area in shown.areas),
    ]
    several = shown.municipalities
    for start in range(0, len(several), ROWS_PER_SLIDE):
        rows = [head, *(_municipality(one) for one in several[start : start + ROWS_PER_SLIDE])]
        slide = deck.slide(title, notes=notes)
        place = box.Box.inches(0.6, 1.4, 12.1, 0.32 * len(rows))
        made = table(slide, place, rows, alt=f"{title}. {shown.day_line}", size=12)
        each = 9.9 / max(1, len(shown.areas))
        _share(made, (2.2, *(each for _area in shown.areas)))


def _municipality(one: MunicipalityShown) -> list[TableCell]:
    return [
        TableCell(one.name),
        *(TableCell(cell.word, fill=SHADES[cell.mark]) for cell in one.cells),
    ]


def _about(deck: Deck, extract: Extract, notes: str) -> None:
    steps = extract.figures.account.next_steps
    slide = deck.slide(_("What happens next") if steps else _("About this extract"), notes=notes)
    said = [Line(one, 18, space_before=6) for one in steps.splitlines() if one.strip()]
    facts = [
        Line(f"{label}: {value}", 13, colour="ink-2", space_before=18 if number == 0 else 3)
        for number, (label, value) in enumerate(extract.facts)
    ]
    text(slide, box.BODY, [*said, *facts])
