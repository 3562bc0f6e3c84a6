"""What a report shows, in the reader's words: made once, then written as page or as file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from samklang.common.pictures.timeline import Timeline
from samklang.common.pictures.units import Ground, Part, Row, Units
from samklang.common.words import Words, words
from samklang.documents.api import Number
from samklang.reporting import wording
from samklang.reporting.figures import AreaFigures, Clause, Counts, Inventory, Local
from samklang.reporting.timelines import timeline_of

PICTURE, ANSWERS = "picture-", "answers"


@dataclass(frozen=True, slots=True)
class Column:
    label: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class LinedCell:
    """A cell that knows how its column is set."""

    text: str
    numeric: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words; the first column names the row, `foot` sums them."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: tuple[str, ...] = ()

    @property
    def lined_rows(self) -> Iterable[tuple[LinedCell, ...]]:
        numeric = [column.numeric for column in self.columns]
        return (
            tuple(LinedCell(*cell) for cell in zip(row, numeric, strict=True)) for row in self.rows
        )


@dataclass(frozen=True, slots=True)
class Quote:
    quote: str
    whose: str


@dataclass(frozen=True, slots=True)
class AreaShown:
    """One area’s part of the report."""

    code: str
    title: str
    caption: str
    timeline: Timeline
    table: Table
    numbers: tuple[Number, ...]
    quotes: tuple[Quote, ...]

    @property
    def picture_kind(self) -> str:
        """The kind of file that is this area's picture."""
        return f"{PICTURE}{self.code}"

    @property
    def is_empty(self) -> bool:
        return not self.timeline.bars


@dataclass(frozen=True, slots=True)
class CellShown:
    area: str
    word: str
    # The status as its CSS class and symbol say it: `in-force`.
    mark: str
    url: str

    @property
    def day(self) -> str:
        """The day that the words end with, which is never broken over two lines."""
        last = self.word.rpartition(" ")[2]
        return last if last[-1:].isdigit() else ""

    @property
    def before_day(self) -> str:
        return self.word.removesuffix(self.day)


@dataclass(frozen=True, slots=True)
class MunicipalityShown:
    name: str
    cells: tuple[CellShown, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """The whole report."""

    figures: Inventory
    words: Words
    title: str
    lead: str
    day_line: str
    units: Units
    answers: Table
    areas: tuple[AreaShown, ...]
    municipalities: tuple[MunicipalityShown, ...]


def shown(figures: Inventory) -> Shown:
    """Put the figures in words, in the active language."""
    known = words(figures)
    return Shown(
        figures=figures,
        words=known,
        title=wording.title(),
        lead=wording.lead(figures),
        day_line=wording.day_line(figures),
        units=_units(figures, known),
        answers=_answers(figures, known),
        areas=tuple(_area(area, figures, known) for area in figures.areas),
        municipalities=tuple(_municipalities(figures, known)),
    )


def _answers(figures: Inventory, known: Words) -> Table:
    heading = _("Number of %(municipality_plural)s, of %(count)s") % {
        **wording.levels(known),
        "count": len(figures.municipalities),
    }
    several = len(figures.areas) > 1
    return Table(
        caption=_("Answers per area"),
        columns=(Column(heading), *(Column(word, numeric=True) for word in answer_words())),
        rows=tuple(_counts(wording.name_of(area), area.answers) for area in figures.areas),
        foot=_counts(_("Together"), figures.answers) if several else (),
    )


def answer_words() -> tuple[str, str, str]:
    return _("Yes"), _("No"), _("No answer")


def _counts(label: str, counts: Counts) -> tuple[str, ...]:
    return label, str(counts.yes), str(counts.no), str(counts.no_answer)


def _units(figures: Inventory, known: Words) -> Units:
    rows = tuple(_row(wording.name_of(area), area.answers) for area in figures.areas)
    label = _("One square is one %(municipality)s.") % wording.levels(known)
    said = "; ".join(
        f"{row.label}: " + ", ".join(f"{part.count} {part.word}" for part in row.parts)
        for row in rows
    )
    return Units(label=f"{label} {said}", rows=rows)


def _row(label: str, counts: Counts) -> Row:
    yes, no, no_answer = answer_words()
    return Row(
        label,
        (
            Part(counts.yes, yes, Ground.YES),
            Part(counts.no, no, Ground.NO),
            Part(counts.no_answer, no_answer, Ground.UNKNOWN),
        ),
    )


def _area(area: AreaFigures, figures: Inventory, known: Words) -> AreaShown:
    return AreaShown(
        code=area.code,
        title=wording.title_of(area),
        caption=_(
            "The local agreements against the regional one. Striped and copper is time after "
            "%(regional_definite)s ends."
        )
        % wording.levels(known),
        timeline=timeline_of(area, figures, known),
        table=_area_table(area, known),
        numbers=_numbers(area, known),
        quotes=tuple(_quote(clause) for clause in area.clauses),
    )


def _quote(clause: Clause) -> Quote:
    return Quote(_("“%(quote)s”") % {"quote": clause.quote}, wording.joined(clause.names))


def _numbers(area: AreaFigures, known: Words) -> tuple[Number, ...]:
    mean = "–" if area.mean_months is None else wording.years(area.mean_months)
    longer = len(area.outliving)
    return (
        Number(mean, wording.mean_text(known), wording.mean_basis(area, known)),
        Number(
            str(longer),
            wording.outliving_text(longer, known),
            wording.both_ends(area, known),
        ),
    )


def _area_table(area: AreaFigures, known: Words) -> Table:
    return Table(
        caption=_("%(area)s: the local agreements") % {"area": wording.name_of(area)},
        columns=(
            Column(known.municipality.capitalize()),
            Column(_("From")),
            Column(_("Until")),
            Column(_("Adopted")),
            Column(_("Months after %(regional)s") % wording.levels(known), numeric=True),
        ),
        rows=tuple(_local_row(local) for local in area.locals),
    )


def _local_row(local: Local) -> tuple[str, ...]:
    return (
        local.name,
        wording.holds_from(local.holding),
        wording.holds_until(local.holding),
        local.adopted_date.isoformat() if local.adopted_date else _("not known"),
        str(round(local.months)) if local.months is not None else "–",
    )


def _municipalities(figures: Inventory, known: Words) -> Iterable[MunicipalityShown]:
    names = [wording.name_of(area) for area in figures.areas]
    for one in figures.municipalities:
        yield MunicipalityShown(
            one.name,
            tuple(
                CellShown(
                    area=name,
                    word=wording.status(cell.status, cell.end, known),
                    mark=cell.status.replace("_", "-"),
                    url=reverse("agreements:detail", args=[cell.agreement_id])
                    if cell.agreement_id
                    else "",
                )
                for name, cell in zip(names, one.cells, strict=True)
            ),
        )
